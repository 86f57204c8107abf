"""Japanese: does this text use that rendering, spelled as approved or otherwise, alone or inside a longer word?

No analyzer: the edges of runs of one script (katakana, kanji, Latin) tell words apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from glossary.languages.folding import Folded, fold
from glossary.languages.uses import Use, Verdict

SHORT_KATAKANA = 4
"""Letters up to which a katakana word inside a longer run of katakana is taken for another word: タイ in タイプ."""
LONG_ENOUGH_TO_STRETCH = 5
"""Letters from which a long vowel mark inside a katakana word is spelling (インタープリタ), below it is another word
(ビル "building", ビール "beer")."""
_LOOSE = re.compile(r"ヴ[ァィェォュ]?|[ヂヅ]|(?<=[ァ-ヺー])[ー・\-‐‑–=゠\s]+(?=[ァ-ヺー]|$)|(?<=[ァ-ヺ])ー+|[・゠]")
_SPELLINGS = {
    "ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴュ": "ビュ", "ヴ": "ブ", "ヂ": "ジ", "ヅ": "ズ",
}  # fmt: skip
"""Two spellings of one sound in loan words (外来語の表記, Cabinet notice 2 of 1991); all else matched is left out."""
_OTHER_WORD = frozenset("的化性者員所場家屋師学論")
"""Kanji that make another word of the noun before them: 取引所 "exchange", 政治家 "politician", 国家的 "national"."""
_OTHER_WORD_AT_END = frozenset("人語")
"""The same where the run of kanji ends: フランス人, フランス語; but アフリカ人奴隷 are slaves from Africa."""
_WORDS_OF_THEIR_OWN = re.compile(
    "所[有属在得管]|場[面合所]|家[族庭屋]|屋[内外]|師団|学[生校者習]|性[能質格別]|化学|論[理文争議点]|員数|人[口民質権事材道]|語[彙学]"
)
"""Nouns that begin with such a kanji: 政府所有 "owned by the government" is not 政府所 and 有."""
_NEGATING = frozenset("無非反不未脱")
"""Kanji before a noun that turn it round: 無政府 "anarchy", 反政府 "anti-government"."""


_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}


def fold_japanese(text: str) -> Folded:
    """NFKC: half-width katakana, full-width letters, digits and punctuation as one."""
    return fold(text, "NFKC", _FULL_WIDTH)


@lru_cache(maxsize=256)
def _folded(text: str) -> Folded:
    return fold_japanese(text)


def _respell(match: re.Match[str]) -> str:
    return _SPELLINGS.get(match[0], "")


@lru_cache(maxsize=256)
def _loose(text: str) -> str:
    """A folded text without long vowel marks and middle dots of katakana words, sounds spelled one way."""
    return _LOOSE.sub(_respell, text)


@lru_cache(maxsize=256)
def _loose_origins(text: str) -> tuple[tuple[int, int], ...]:
    """For each character of the loose text where its origin starts and ends in the folded text."""
    origins: list[tuple[int, int]] = []
    at = 0
    for match in _LOOSE.finditer(text):
        origins.extend((place, place + 1) for place in range(at, match.start()))
        origins.extend(match.span() for _ in _respell(match))
        at = match.end()
    origins.extend((place, place + 1) for place in range(at, len(text)))
    return tuple(origins)


def _script(letter: str) -> str:
    """Class of a character for the edges of words; empty for punctuation, hiragana and the end of the text."""
    if "ァ" <= letter <= "ヺ" or letter in ("ー", "ヽ", "ヾ"):
        return "katakana"
    if "一" <= letter <= "鿿" or "㐀" <= letter <= "䶿" or letter in ("々", "〆"):
        return "kanji"
    return "latin" if letter.isalnum() and letter.isascii() else ""


def _run(text: str, at: int, step: int) -> str:
    """The run of characters of one script from ``at`` on, forward (1) or backward (-1), in reading order."""
    script = _script(text[at]) if 0 <= at < len(text) else ""
    end = at
    while script and 0 <= end < len(text) and _script(text[end]) == script:
        end += step
    return text[at:end] if step > 0 else text[end + 1 : at + 1]


@dataclass(frozen=True, slots=True)
class Japanese:
    """A matcher of one Japanese rendering."""

    rendering: str
    """Folded, lower case."""
    loose: str
    """The same without long vowel marks and middle dots; empty when too short to be spelled loosely."""

    def uses(self, text: str) -> tuple[Use, ...]:
        """All uses, in the order of the text: those spelled as approved, and the other spellings."""
        if not self.rendering:
            return ()
        folded = _folded(text)
        found = {use.start: use for use in self._plain(folded)}
        if self.loose:
            found = {use.start: use for use in self._respelled(folded)} | found
        uses: list[Use] = []
        for _, use in sorted(found.items()):
            if not uses or use.start >= uses[-1].end:
                uses.append(use)
        return tuple(uses)

    def _plain(self, folded: Folded) -> list[Use]:
        found = []
        at = folded.text.find(self.rendering)
        while at >= 0:
            end = at + len(self.rendering)
            if self.loose and _long_mark(folded.text, end):
                at = folded.text.find(self.rendering, at + 1)
                continue
            judged = _judge(folded.text, at, end)
            if judged:
                found.append(Use(*folded.span(at, end), *judged))
            at = folded.text.find(self.rendering, end)
        return found

    def _respelled(self, folded: Folded) -> list[Use]:
        loose = _loose(folded.text)
        at = loose.find(self.loose)
        if at < 0:
            return []
        origins = _loose_origins(folded.text)
        found = []
        while at >= 0:
            start, end = origins[at][0], origins[at + len(self.loose) - 1][1]
            while _long_mark(folded.text, end):
                end += 1
            written = folded.text[start:end]
            if written != self.rendering and _stretched_well(written, self.rendering):
                judged = _judge(folded.text, start, end)
                if judged:
                    verdict: Verdict = "derived" if judged[0] == "derived" else "variant"
                    found.append(Use(*folded.span(start, end), verdict, f"spelled {written}"))
            at = loose.find(self.loose, at + 1)
        return found


def _long_mark(text: str, at: int) -> bool:
    return text[at : at + 1] == "ー"


def _stretched_well(written: str, rendering: str) -> bool:
    """Whether two spellings that are loosely one differ in no way that makes another word of a short one."""
    if written.rstrip("ー") == rendering.rstrip("ー"):
        return len(rendering.rstrip("ー")) >= 3  # JIS Z 8301: words of three sounds and more may drop the last mark
    if written.replace("ー", "") == rendering.replace("ー", "") == written:
        return len(written) >= LONG_ENOUGH_TO_STRETCH
    return len(rendering.replace("ー", "")) >= LONG_ENOUGH_TO_STRETCH or written.count("ー") == rendering.count("ー")


def _judge(text: str, start: int, end: int) -> tuple[Verdict, str] | None:
    """Verdict on ``text[start:end]`` by what stands around it, and the longer word; None when it is another word."""
    left, right = _run(text, start - 1, -1), _run(text, end, 1)
    first, last = _script(text[start]), _script(text[end - 1])
    same_left = left if left and _script(left[-1]) == first else ""
    same_right = right if right and _script(right[0]) == last else ""
    word = same_left + text[start:end] + same_right
    if (same_left and first == "latin") or (same_right and last == "latin"):
        return None
    if left[-1:] in _NEGATING and left and first:
        return "derived", f"in {left[-1]}{text[start:end]}"
    if last and _makes_another_word(right):
        return "derived", f"in {text[start:end]}{right}"
    if first == last == "katakana" and (same_left or same_right) and end - start <= SHORT_KATAKANA:
        short = text[start:end]
        if (same_left and not _two_words(left, short)) or (same_right and not _two_words(short, right)):
            return None
    return ("inside", f"in {word}") if same_left or same_right else ("exact", "")


def _two_words(left: str, right: str) -> bool:
    """Whether two stretches of katakana, one of them a short term, are plainly two words.

    The first ends in a long vowel (スーパー + ユーザー), or both are long enough (メキシコ + シティ): タイ is in タイミング by
    chance, as is インド in インドネシア.
    """
    short, rest = sorted((len(left), len(right)))
    if left.endswith("ー") and short >= 3:
        return True
    return short >= 3 and short + rest >= 7


def _makes_another_word(right: str) -> bool:
    if not right or _WORDS_OF_THEIR_OWN.match(right):
        return False
    return right[0] in _OTHER_WORD or right in _OTHER_WORD_AT_END


@lru_cache(maxsize=100_000)
def matcher(rendering: str) -> Japanese:
    """The matcher of one rendering."""
    folded = fold_japanese(rendering.strip()).text
    loose = _loose(folded)
    return Japanese(folded, loose if any(_script(letter) == "katakana" for letter in loose) and len(loose) >= 2 else "")
