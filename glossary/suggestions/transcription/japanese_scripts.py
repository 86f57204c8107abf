"""Japanese morae in Hangul, Ukrainian letters and katakana."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from glossary.suggestions.transcription.hangul import close, is_open
from glossary.suggestions.transcription.japanese_morae import Mora

_VOWELS = "aiueo"


def _grid(**lines: str) -> dict[tuple[str, str], str]:
    """Consonant → its five syllables a i u e o, ``-`` for none; ``_`` names the bare vowels."""
    return {
        (consonant.strip("_"), vowel): syllable
        for consonant, line in lines.items()
        for vowel, syllable in zip(_VOWELS, line.split(), strict=True)
        if syllable != "-"
    }


_HANGUL = _grid(
    _="아 이 우 에 오", k="카 키 쿠 케 코", s="사 시 스 세 소", t="타 치 쓰 테 토", n="나 니 누 네 노",
    h="하 히 후 헤 호",
    m="마 미 무 메 모", y="야 이 유 예 요", r="라 리 루 레 로", w="와 위 우 웨 오", g="가 기 구 게 고",
    z="자 지 즈 제 조",
    d="다 지 즈 데 도", b="바 비 부 베 보", p="파 피 푸 페 포", f="파 피 후 페 포", v="바 비 부 베 보",
    ky="캬 - 큐 - 쿄",
    gy="갸 - 규 - 교", sh="샤 시 슈 셰 쇼", j="자 지 주 제 조", ch="차 치 추 체 초", ts="쓰 쓰 쓰 쓰 쓰",
    ny="냐 - 뉴 - 뇨",
    hy="햐 - 휴 - 효", by="뱌 - 뷰 - 뵤", py="퍄 - 퓨 - 표", my="먀 - 뮤 - 묘", ry="랴 - 류 - 료",
)  # fmt: skip
"""일본어의 가나와 한글 대조표 (Korean orthography of loanwords, table 4, Ministry notice 85-11): inside a word."""
_HANGUL_INITIAL = _HANGUL | _grid(k="가 기 구 게 고", t="다 지 쓰 데 도", ky="갸 - 규 - 교", ch="자 지 주 제 조")
"""The same table: at the beginning of a word."""
_KATAKANA = _grid(
    _="ア イ ウ エ オ", k="カ キ ク ケ コ", s="サ シ ス セ ソ", t="タ チ ツ テ ト", n="ナ ニ ヌ ネ ノ",
    h="ハ ヒ フ ヘ ホ",
    m="マ ミ ム メ モ", y="ヤ イ ユ イェ ヨ", r="ラ リ ル レ ロ", w="ワ ウィ ウ ウェ ヲ", g="ガ ギ グ ゲ ゴ",
    z="ザ ジ ズ ゼ ゾ",
    d="ダ ヂ ヅ デ ド", b="バ ビ ブ ベ ボ", p="パ ピ プ ペ ポ", f="ファ フィ フ フェ フォ", v="ヴァ ヴィ ヴ ヴェ ヴォ",
    ky="キャ - キュ - キョ", gy="ギャ - ギュ - ギョ", sh="シャ シ シュ シェ ショ", j="ジャ ジ ジュ ジェ ジョ",
    ch="チャ チ チュ チェ チョ", ts="ツァ ツィ ツ ツェ ツォ", ny="ニャ - ニュ - ニョ", hy="ヒャ - ヒュ - ヒョ",
    by="ビャ - ビュ - ビョ", py="ピャ - ピュ - ピョ", my="ミャ - ミュ - ミョ", ry="リャ - リュ - リョ",
)  # fmt: skip
_LENGTH = {"a": "ア", "i": "イ", "u": "ウ", "e": "イ", "o": "ウ"}
"""A long vowel in a name: 河野 コウノ."""
_CYRILLIC_CONSONANTS = {
    "k": "к", "s": "с", "t": "т", "n": "н", "h": "х", "m": "м", "r": "р", "w": "в", "g": "ґ", "z": "дз", "d": "д",
    "b": "б",
    "p": "п", "f": "ф", "v": "в", "ts": "ц",
}  # fmt: skip
_PLAIN = dict(zip(_VOWELS, "аіуео", strict=True))
_SOFT = {"a": "я", "i": "і", "u": "ю", "e": "є", "o": "ьо"}
_POLIVANOV = {"sh": "с", "ch": "т", "j": "дз"}
_KOVALENKO = {"sh": "ш", "ch": "ч", "j": "дж"}
_SECOND_WORDS = ("shi", "chi", "ke", "ga", "zumi", "wa", "no", "ta", "da")
"""What follows an i that begins the second half of a compound (石, 市, 池 …): there it stays a syllable, ї."""


@dataclass(frozen=True, slots=True)
class Cyrillic:
    """A way to write Japanese in Ukrainian."""

    name: str
    sibilants: Mapping[str, str]
    g: str


POLIVANOV = Cyrillic("Polivanov", _POLIVANOV, "г")
"""E. D. Polivanov 1917 in Ukrainian letters: shi сі, chi ті, ji дзі."""
KOVALENKO = Cyrillic("Kovalenko", _KOVALENKO, "г")
"""O. Kovalenko 2012 (Ukrainian system): shi ші, chi чі, ji джі."""
POLIVANOV_GE = Cyrillic("Polivanov", _POLIVANOV, "ґ")
KOVALENKO_GE = Cyrillic("Kovalenko", _KOVALENKO, "ґ")


def hangul(word: Sequence[Mora]) -> str:
    """Morae in Hangul; lengths are not written (table 4, remark 2)."""
    text = ""
    for position, mora in enumerate(word):
        if mora.consonant in ("N", "Q"):
            coda = "ㄴ" if mora.consonant == "N" else "ㅅ"
            text = close(text, coda) if is_open(text) else text + ("은" if coda == "ㄴ" else "")
        elif not (_repeats(word, position) and mora.vowel in "iu"):
            text += (_HANGUL if text else _HANGUL_INITIAL).get((mora.consonant, mora.vowel), "")
    return text


def katakana(word: Sequence[Mora]) -> str:
    """Morae in katakana."""
    return "".join(
        {"N": "ン", "Q": "ッ"}.get(mora.consonant)
        or _KATAKANA.get((mora.consonant, mora.vowel), "") + (_LENGTH[mora.vowel] if mora.long else "")
        for mora in word
    )


def cyrillic(system: Cyrillic) -> Callable[[Sequence[Mora]], str]:
    """Morae in Ukrainian letters by one system; lengths are not written."""

    def write(word: Sequence[Mora]) -> str:
        text = ""
        for position, mora in enumerate(word):
            following = word[position + 1] if position + 1 < len(word) else None
            text += _letters(mora, following, text, system)
        return text.capitalize()

    return write


def _letters(mora: Mora, following: Mora | None, before: str, system: Cyrillic) -> str:
    """One mora after ``before``."""
    if mora.consonant == "N":
        if following is not None and following.consonant in ("", "y"):
            return "н'"
        return "м" if following is not None and following.consonant[:1] in ("b", "m", "p") else "н"
    if mora.consonant == "Q":
        if following is None:
            return ""
        base = following.consonant.removesuffix("y")
        doubled = system.sibilants.get(base) or _CYRILLIC_CONSONANTS.get(base, "")
        return (system.g if doubled == "ґ" else doubled)[:1]
    if not mora.consonant or mora.consonant == "y":
        return _bare(mora, following, before)
    if mora.consonant in system.sibilants:
        return system.sibilants[mora.consonant] + _SOFT[mora.vowel]
    base = _CYRILLIC_CONSONANTS[mora.consonant.removesuffix("y")]
    vowels = _SOFT if len(mora.consonant) > 1 and mora.consonant.endswith("y") else _PLAIN
    return (system.g if base == "ґ" else base) + vowels[mora.vowel]


def _bare(mora: Mora, following: Mora | None, before: str) -> str:
    """A vowel without consonant, or after y."""
    if mora.consonant == "y":
        return {"a": "я", "u": "ю", "o": "йо", "e": "є", "i": "ї"}[mora.vowel]
    last = before[-1:]
    if mora.vowel == "i" and last and last in "аоуеяю":
        apart = following is not None and f"{following.consonant}{following.vowel}" in _SECOND_WORDS
        return "ї" if apart else "й"
    if mora.vowel == "i" and last == "і":
        return "ї"
    if mora.vowel == "e" and last == "і":
        return "є"
    return _PLAIN[mora.vowel]


def _repeats(word: Sequence[Mora], position: int) -> bool:
    """Whether the mora only lengthens the vowel before it (新潟 Niigata: 니가타)."""
    return position > 0 and not word[position].consonant and word[position - 1].vowel == word[position].vowel
