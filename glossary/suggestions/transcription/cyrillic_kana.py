"""Russian and Ukrainian Cyrillic in katakana, as Japanese newsrooms (в in the row of バ) or maps (ヴ) write them.

Stress, which makes vowels long in Japanese (プーチン, サマーラ), is not written in Cyrillic: it stays unknown here,
except in endings whose length is always written (-ский スキー) or follows from the ending.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from glossary.expressions import expression
from glossary.suggestions.transcription.cyrillic_sounds import VOICED_PAIRS, VOICELESS, Sound, sounds

_COLUMN = {"a": 0, "i": 1, "y": 1, "yi": 1, "j": 1, "u": 2, "e": 3, "ye": 3, "o": 4, "ya": 5, "yu": 6, "yo": 7}
_ROWS = {
    "": "ア イ ウ エ オ ヤ ユ ヨ", "б": "バ ビ ブ ベ ボ ビャ ビュ ビョ", "в": "ヴァ ヴィ ヴ ヴェ ヴォ ヴャ ヴュ ヴョ",
    "г": "ガ ギ グ ゲ ゴ ギャ ギュ ギョ", "ґ": "ガ ギ グ ゲ ゴ ギャ ギュ ギョ", "д": "ダ ジ ドゥ デ ド ジャ ジュ ジョ",
    "ж": "ジャ ジ ジュ ジェ ジョ ジャ ジュ ジョ", "џ": "ジャ ジ ジュ ジェ ジョ ジャ ジュ ジョ",
    "з": "ザ ジ ズ ゼ ゾ ジャ ジュ ジョ",
    "к": "カ キ ク ケ コ キャ キュ キョ", "л": "ラ リ ル レ ロ リャ リュ リョ", "м": "マ ミ ム メ モ ミャ ミュ ミョ",
    "н": "ナ ニ ヌ ネ ノ ニャ ニュ ニョ", "п": "パ ピ プ ペ ポ ピャ ピュ ピョ", "р": "ラ リ ル レ ロ リャ リュ リョ",
    "с": "サ シ ス セ ソ シャ シュ ショ", "т": "タ チ トゥ テ ト チャ チュ チョ",
    "ф": "ファ フィ フ フェ フォ フャ フュ フョ",
    "х": "ハ ヒ フ ヘ ホ ヒャ ヒュ ヒョ", "ц": "ツァ ツィ ツ ツェ ツォ ツャ ツュ ツョ",
    "ч": "チャ チ チュ チェ チョ チャ チュ チョ",
    "ў": "ワ ウィ ウ ウェ ウォ ワ ユ ヨ", "ҥ": "ンガ ンギ ング ンゲ ンゴ ンギャ ンギュ ンギョ",
    "ш": "シャ シ シュ シェ ショ シャ シュ ショ", "щ": "シチャ シチ シチュ シチェ シチョ シチャ シチュ シチョ",
}  # fmt: skip
ROWS = {consonant: tuple(row.split()) for consonant, row in _ROWS.items()}
"""Consonant → its syllables a i u e o ya yu yo."""
_PRESS_V = tuple("ワ ビ ブ ベ ボ ビャ ビュ ビョ".split())
_CLOSED = {
    "б": "ブ", "в": "ヴ", "г": "グ", "ґ": "グ", "д": "ド", "ж": "ジ", "з": "ズ", "к": "ク", "л": "ル", "м": "ム",
    "н": "ン", "п": "プ",
    "р": "ル", "с": "ス", "т": "ト", "ф": "フ", "х": "フ", "ц": "ツ", "ч": "チ", "ш": "シ", "щ": "シチ", "џ": "ジ",
    "ў": "ウ", "ҥ": "ング",
}  # fmt: skip
_SOFT = {"л": "リ", "н": "ニ", "р": "リ", "т": "チ", "д": "ジ", "м": "ミ", "п": "ピ", "б": "ビ", "в": "フィ"}
_HARD_Y = {
    "т": "トゥイ",
    "д": "ドゥイ",
    "н": "ヌイ",
    "р": "ルイ",
    "м": "ムイ",
    "к": "クイ",
    "с": "スイ",
    "л": "ルイ",
    "б": "ブイ",
    "п": "プイ",
}
"""Russian ы after these consonants; after the others it is written as и."""
_LONG_BEFORE = expression("[ую][бвгджзклмнпрстфхцчш]{1,2}ин$|[ея]ев$|ленин$")
"""Family names in -ин and -ев with the stress on the vowel before: Путин プーチン, Алексеев アレクセーエフ."""
_WESTERN_I = {"т": "ティ", "д": "ディ"}
_BREATHED = {
    "a": "ハ", "i": "ヒ", "y": "ヒ", "u": "フ", "e": "ヘ", "ye": "ヘ", "o": "ホ", "ya": "ヒャ", "yu": "ヒュ",
    "yi": "ヒ", "yo": "ヒョ",
}  # fmt: skip
"""Ukrainian г."""


@lru_cache(maxsize=20_000)
def write(word: str, language: str, *, press: bool) -> str:
    """One Cyrillic word in lower case in katakana; ``press``: в in the row of バ instead of ヴ.

    >>> write("песков", "ru", press=True), write("харків", "uk", press=True)
    ('ペスコフ', 'ハルキウ')
    """
    text = ""
    parts = sounds(word, language)
    stressed = _stressed(word, parts) if language == "ru" else ()
    for place, sound in enumerate(parts):
        before = parts[place - 1] if place else None
        if sound.vowel:
            text += _syllable(sound, before, language, last=place == len(parts) - 1, press=press)
            text += "ー" if place in stressed else ""
        else:
            text += _closed(parts[place:], before, language, press=press)
    return text


def _stressed(word: str, parts: Sequence[Sound]) -> tuple[int, ...]:
    """Places of the vowels that are long because of the ending: -у.ин, -еев, -яев before it, -град in it."""
    vowels = [place for place, sound in enumerate(parts) if sound.vowel]
    if word.endswith("град"):
        return tuple(vowels[-1:])
    return tuple(vowels[-2:-1]) if _LONG_BEFORE.search(word) else ()


def _syllable(sound: Sound, before: Sound | None, language: str, *, last: bool, press: bool) -> str:
    """A consonant and a vowel."""
    if not sound.consonant and before is not None and before.vowel in ("i", "y") and sound.vowel in ("j", "i", "yi"):
        hard = language == "ru" and before.vowel == "y" and before.consonant in _HARD_Y
        return "" if hard else "ー"
    if language == "uk" and sound.consonant == "г":
        return _BREATHED[sound.vowel]
    if language == "ru" and sound.vowel == "y" and sound.consonant in _HARD_Y and not (last and sound.consonant == "т"):
        return _HARD_Y[sound.consonant]
    if language == "en" and sound.vowel in ("i", "y") and sound.consonant in _WESTERN_I:
        return _WESTERN_I[sound.consonant]
    row = _PRESS_V if press and sound.consonant == "в" else ROWS[sound.consonant]
    return row[_COLUMN[sound.vowel]]


def _closed(parts: Sequence[Sound], before: Sound | None, language: str, *, press: bool) -> str:
    """The consonant that begins ``parts``, which no vowel follows."""
    letter, soft = parts[0].consonant, parts[0].soft
    following = parts[1].consonant if len(parts) > 1 else ""
    if soft and letter in _SOFT:
        return _SOFT[letter]
    if language == "uk" and letter == "в":
        return "ウ" if before is not None and before.vowel else "ブ" if press else "ヴ"
    if language == "uk" and letter == "г":
        return "フ"
    if letter == "м" and following and following in "бп":
        return "ン"
    if language == "ru" and letter in "вб" and (following in VOICELESS or len(parts) == 1):
        letter = VOICED_PAIRS.get(letter, letter)
    return "ブ" if letter == "в" and press else _CLOSED[letter]
