"""Japanese: does this text use that rendering, spelled as approved or otherwise, alone or inside a longer word?

No analyzer: the edges of runs of one script (katakana, kanji, Latin) tell words apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from glossary.expressions import expression
from glossary.languages.folding import TEXTS_KEPT, Folded, fold, lower
from glossary.languages.kanji import DERIVING, PEOPLE, TURNING
from glossary.languages.uses import Use, Verdict

SHORT_KATAKANA = 4
"""Letters up to which a katakana word inside a longer run of katakana is taken for another word: タイ in タイプ."""
LONG_ENOUGH_TO_STRETCH = 5
"""Letters from which a long vowel mark inside a katakana word is spelling (インタープリタ); in a shorter one it makes
another word (ビル "building", ビール "beer")."""
LONG_ENOUGH_TO_DROP = 3
"""Letters from which a word may drop the long vowel mark at its end (サーバー, サーバ): JIS Z 8301, three sounds."""
LONGEST_WORD = 24
"""Characters looked at around a rendering: few compounds are longer, and the bound keeps matching linear."""
LETTERS_KEPT = 10_000
"""Characters whose script is remembered: more than Japanese texts have."""
_LOOSE = expression(  # the set in front of all alternatives passes quickly over what starts none
    r"[ヴヂヅァィゥェォー・\-‐‑–=゠\sイ](?:"
    r"(?<=ヴ)[ァィェォュ]?|(?<=[ヂヅァィゥェォ])|(?<=ェイ)"
    r"|(?<=[ァ-ヺー](?s:.))(?<!イ)[ー・\-‐‑–=゠\s]{0,7}(?=[ァ-ヺー])|(?<=[ァ-ヺ]ー)ー{0,7}|(?<=[・゠])"
    r")"
)
_SPELLINGS = {
    "ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴュ": "ビュ", "ヴ": "ブ", "ヂ": "ジ", "ヅ": "ズ",
    "ァ": "ア", "ィ": "イ", "ゥ": "ウ", "ェ": "エ", "ォ": "オ",
}  # fmt: skip
"""Two spellings of one sound in loan words, ヴァ and バ, ウェア and ウエア (外来語の表記, Cabinet notice 2 of 1991);
whatever else ``_LOOSE`` matches is left out: long vowel marks, also where they are spelled イ (フェイス, フェース)."""
_RESPELLED = frozenset("".join(_SPELLINGS.values()))
"""Letters that a loose text may have where the text has others."""
_FIRST_PARTS = frozenset("ウェブ サブ マルチ ミニ メタ メイン ホーム".split())
"""First parts of compounds that leave even a short word what it is: ウェブページ, サブクラス."""
_SUFFIX = expression(r"[ケゲゼテデ]ーション")
"""English -cation, -gation, -zation, which begin no word: アプリ is not in アプリケーション."""
_WORDS_OF_THEIR_OWN = {
    "所": "有属在得管", "場": "面合所", "家": "族庭屋", "屋": "内外", "師": "団", "学": "生校者習", "性": "能質格別",
    "化": "学", "論": "理文争議点", "員": "数", "人": "口民質権事材道", "語": "彙学", "先": "月日週進行端住生",
}  # fmt: skip
"""Nouns that begin with such a kanji: 政府所有 "owned by the government" is not 政府所 and 有."""
NEVER_FIRST = frozenset("ンッャュョァィゥェォー")
"""Kana that begin no word: アフリカ is not in アフリカン."""
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ", 0xFF61: "。", 0xFF62: "「", 0xFF63: "」", 0xFF64: "、", 0xFF65: "・"
}  # fmt: skip
"""What NFKC does to most Japanese texts, as a table, which is faster."""
_WIDE = expression("[\uff01-\uff5e\uff61-\uff65\u3000]")


@lru_cache(maxsize=TEXTS_KEPT)
def fold_japanese(text: str) -> Folded:
    """NFKC: half-width katakana, full-width letters, digits and punctuation as one."""
    if unicodedata.is_normalized("NFKC", text):  # as most are; then it has nothing of the table, and need not be asked
        return Folded(text, lower(text))
    return fold(text, "NFKC", _FULL_WIDTH, asked=_WIDE)


def _respell(match: re.Match[str]) -> str:
    return _SPELLINGS.get(match[0], "")


@lru_cache(maxsize=TEXTS_KEPT)
def loosely(text: str) -> str:
    """A folded text without long vowel marks and middle dots of katakana words, sounds spelled one way."""
    return _LOOSE.sub(_respell, text)


@lru_cache(maxsize=TEXTS_KEPT)
def loosely_origins(text: str) -> tuple[Sequence[int], Sequence[int]]:
    """Where the origin of each character of the loose text starts in the folded text, and where it ends."""
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in _LOOSE.finditer(text):
        starts.extend(range(at, match.start()))
        ends.extend(range(at + 1, match.start() + 1))
        for _ in _respell(match):
            starts.append(match.start())
            ends.append(match.end())
        at = match.end()
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return starts, ends


class Japanese(NamedTuple):
    """A matcher of one Japanese rendering."""

    rendering: str
    """Folded, lower case."""
    loose: str
    """The same without long vowel marks and middle dots; empty when it has no katakana."""
    needed: frozenset[str]
    """Letters of ``loose`` that are spelled in one way: a text without one of them has no other spelling of it."""

    def uses(self, text: str) -> tuple[Use, ...]:
        """All uses, in the order of the text: those spelled as approved, and the other spellings."""
        if not self.rendering:
            return ()
        folded = fold_japanese(text)
        found = self._as_written(folded)
        if self.loose and all(map(folded.text.__contains__, self.needed)):
            found += self._respelled(folded)
        if len(found) < 2:
            return tuple(found)
        uses: list[Use] = []
        for use in sorted(found, key=lambda use: (use.start, use.verdict == "variant")):
            if not uses or use.start >= uses[-1].end:
                uses.append(use)
        return tuple(uses)

    def _as_written(self, folded: Folded) -> list[Use]:
        found = []
        at = folded.text.find(self.rendering)
        while at >= 0:
            end = at + len(self.rendering)
            judged = None if self.loose and folded.text[end : end + 1] == "ー" else _judge(folded.text, at, end)
            if judged:
                found.append(Use(*folded.span(at, end), *judged))
            at = folded.text.find(self.rendering, end if judged else at + 1)
        return found

    def _respelled(self, folded: Folded) -> list[Use]:
        text = loosely(folded.text)
        if text.count(self.loose) == self._written(folded.text):
            return []  # each of them is spelled as approved
        at = text.find(self.loose)
        starts, ends = loosely_origins(folded.text)
        found = []
        while at >= 0:
            start, end = starts[at], ends[at + len(self.loose) - 1]
            end += folded.text[end : end + 1] == "ー"
            written = folded.text[start:end]
            if written != self.rendering and _same_word(written, self.rendering):
                judged = _judge(folded.text, start, end)
                if judged and not (
                    judged[0] == "inside" and len(written) <= SHORT_KATAKANA
                ):  # ユーザビリティ, not ユーザ
                    verdict: Verdict = judged[0] if judged[0] in ("derived", "adapted") else "variant"
                    found.append(Use(*folded.span(start, end), verdict, f"spelled {written}"))
            at = text.find(self.loose, at + 1)
        return found

    def _written(self, text: str) -> int:
        """How often the rendering stands in a folded text as approved; -1 where that cannot be told by counting.

        Beside some letters its ends may be read otherwise, and one with its first letter inside may overlap itself.
        """
        if self.rendering[-1] == "ヴ" or self.rendering[0] == "ー" or self.loose[0] in self.loose[1:]:
            return -1
        return text.count(self.rendering) - text.count(f"{self.rendering}ー")


def _same_word(written: str, rendering: str) -> bool:
    """Whether two spellings that are loosely one are one word: short words differ by a long vowel mark."""
    if written.rstrip("ー") == rendering.rstrip("ー"):
        return len(rendering.rstrip("ー")) >= LONG_ENOUGH_TO_DROP
    short = len(rendering.replace("ー", "")) < LONG_ENOUGH_TO_STRETCH
    return not short or written.count("ー") == rendering.count("ー")


@lru_cache(maxsize=LETTERS_KEPT)
def _script(letter: str) -> str:
    """Class of a character for the edges of words; empty for punctuation, hiragana and the end of the text."""
    if "ァ" <= letter <= "ヺ" or letter in "ーヽヾ":
        return "katakana" if letter else ""  # no letter is in every text
    if "一" <= letter <= "鿿" or "㐀" <= letter <= "䶿" or letter in "々〆":
        return "kanji"
    return "latin" if letter.isascii() and letter.isalnum() else ""


def _before(text: str, start: int, script: str) -> str:
    """The characters of one script right before ``start``."""
    at = start
    while script and at and start - at < LONGEST_WORD and _script(text[at - 1]) == script:
        at -= 1
    return text[at:start]


def _run(text: str, start: int, script: str) -> str:
    """The characters of one script from ``start`` on."""
    at = start
    while script and at - start < LONGEST_WORD and _script(text[at : at + 1]) == script:
        at += 1
    return text[start:at]


def _judge(text: str, start: int, end: int) -> tuple[Verdict, str] | None:
    """Verdict by what stands around ``text[start:end]``, with a note; None when it is part of another word."""
    first, last, following = _script(text[start]), _script(text[end - 1]), _script(text[end : end + 1])
    left = _before(text, start, first)
    after = _run(text, end, following) if last else ""
    right = after if following == last else ""
    word = text[start:end]
    if "latin" in (first if left else "", last if right else "") or right[:1] in NEVER_FIRST or _SUFFIX.match(right):
        return None
    if first and start and text[start - 1] in TURNING:
        return "derived", f"in {text[start - 1]}{word}"
    if following == "kanji" and _derives(after):
        return "adapted" if after[0] == "的" else "derived", f"in {word}{after}"
    short = first == last == "katakana" and end - start <= SHORT_KATAKANA
    if short and ((left and not _two_words(left, word)) or (right and not _two_words(word, right))):
        return None
    return ("inside", f"in {left}{word}{right}") if left or right else ("exact", "")


def _two_words(left: str, right: str) -> bool:
    """Whether two stretches of katakana, one of them a short term, are plainly two words.

    The first ends in a long vowel (スーパー + ユーザー), or both are long enough (メキシコ + シティ): タイ is in
    タイミング by chance, as is インド in インドネシア.
    """
    short, long = sorted((len(left), len(right)))
    if left in _FIRST_PARTS:
        return len(right) > 1
    return short >= 3 and (left.endswith("ー") or short + long >= 7)


def _derives(kanji: str) -> bool:
    """Whether the kanji that follow make another word of the noun."""
    if not kanji or (len(kanji) > 1 and kanji[1] in _WORDS_OF_THEIR_OWN.get(kanji[0], "")):
        return False
    return kanji[0] in DERIVING or kanji == PEOPLE


def matcher(rendering: str) -> Japanese:
    """The matcher of one rendering."""
    folded = fold_japanese(rendering.strip()).text
    has_katakana = any(_script(letter) == "katakana" for letter in folded)
    loose = loosely(folded) if has_katakana else ""
    return Japanese(folded, loose, frozenset(loose) - _RESPELLED)
