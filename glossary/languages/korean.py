"""Korean: does this text use that rendering, with or without particles, inside a longer word or not at all?

No analyzer: a left edge, the rendering, what follows up to the end of the run of Hangul.  Spaces inside a
rendering are free (Hangul orthography, articles 49 and 50: names and technical terms may be joined).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from glossary.languages.folding import Folded, fold
from glossary.languages.korean_particles import ParticleError, is_particle, last_sound, particle_errors
from glossary.languages.uses import Use

__all__ = ["Korean", "ParticleError", "last_sound", "matcher", "particle_errors"]

_PREFIXES = frozenset("동서남북중신구전현옛새각본타양매그이두세한첫범친대소고저주부본명총".replace("총", ""))
"""One-syllable prefixes that leave the noun what it is: directions, old and new, former, each, this, main …

Others make another word of it: 무- 비- 불- 반- 미- (무정부 "anarchy"), 애- (애국가), 총- (총계정).
"""
_SUFFIXES = frozenset("별용내외간측들님군안명형식급판권층령법비금등중후전시때쪽당상하발산제계풍행수값란팀")
"""One-syllable nouns that leave the noun what it is: for, per, within, between, of (인터프리터별 "per interpreter").

Others make another word of it: -적 (국가적 "national"), -처 (거래처 "client"), -소, -자, -인, -어, -화, -성 …
"""
_VERB = re.compile(
    r"(?:하|되|당하|시키|받)(?:는|고|며|면|기|지|려|게|여|였|세|시|십|실|신|도|거|니|더|던|느|자|므|라|나|네|다|ㄴ)"
    r"|(?:해|돼|시켜|받아)(?:서|야|도|요|라|줘|주|지|$)|(?:했|됐|되었|하였|시켰|받았|당했)"
    r"|(?:한|할|함|된|될|됨|시킨|시킬|받은|받을)(?:$|다|지|데|으|을|은|이|에|과)|(?:합|됩|시킵|받습)니|합시|스러|스럽|로운|롭|다운|답"
)
"""A noun made a verb or an adjective: 거래하는, 지정된, 자유롭다."""
_DERIVED = re.compile(r"(?:주의|론자|적인|적으로|적이|화하|화되|화된|화한)")


def fold_korean(text: str) -> Folded:
    """One Unicode form; nothing else changes."""
    return fold(text, "NFC", {})


_folded = lru_cache(maxsize=256)(fold_korean)


def _hangul(letter: str) -> bool:
    return "가" <= letter <= "힣"


def _latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


@dataclass(frozen=True, slots=True)
class Korean:
    """A matcher of one Korean rendering."""

    letters: str
    """The rendering in lower case without spaces."""
    breaks: frozenset[int]
    """Indices into ``letters`` before which a text may have space."""
    spaces: frozenset[int]
    """Those before which the rendering itself has one."""

    def uses(self, text: str) -> tuple[Use, ...]:
        """All uses, in the order of the text; particles are not part of them."""
        folded = _folded(text)
        head = self.letters[: min(self.breaks, default=len(self.letters))]
        found: list[Use] = []
        at = folded.text.find(head) if head else -1
        while at >= 0:
            end, spaces = self._follow(folded.text, at, len(head))
            use = self._judge(folded, at, end, spaces) if end else None
            if use:
                found.append(use)
            at = folded.text.find(head, end if use else at + 1)
        return tuple(found)

    def _follow(self, text: str, start: int, read: int) -> tuple[int, frozenset[int]]:
        """The end of the rendering that starts at ``start``, and before which letters the text has space; 0: none."""
        at = start + read
        spaces = set()
        for index in range(read, len(self.letters)):
            if index in self.breaks and text[at : at + 1].isspace():
                spaces.add(index)
                while text[at : at + 1].isspace():
                    at += 1
            if text[at : at + 1] != self.letters[index]:
                return 0, frozenset()
            at += 1
        return at, frozenset(spaces)

    def _judge(self, folded: Folded, start: int, end: int, spaces: frozenset[int]) -> Use | None:
        text = folded.text
        before, after = text[start - 1 : start], text[end : end + 1]
        if (_latin(before) and _latin(text[start])) or (_latin(after) and _latin(text[end - 1])):
            return None
        left, right = _run_before(text, start), _run_after(text, end)
        span = folded.span(start, end)
        if not left and is_particle(right):
            if right in ("인", "인들") or (
                right[:1] == "인" and is_particle(right[1:]) and right[1:2] not in "데지가양즉"
            ):
                return None if right != "인" else Use(*span, "inside", "인 may be the copula or mean people")
            spacing = "spaced differently" if spaces != self.spaces else ""
            if not right:
                return Use(*span, "exact", spacing)
            return Use(*span, "inflected", ", ".join(filter(None, (f"with {right}", spacing))))
        if _same_noun_left(left) and _same_noun_right(right):
            return Use(*span, "inside", f"in {left}{self.letters}{right}")
        return None


def _run_before(text: str, start: int) -> str:
    at = start
    while at and _hangul(text[at - 1]):
        at -= 1
    return text[at:start]


def _run_after(text: str, end: int) -> str:
    at = end
    while at < len(text) and _hangul(text[at]):
        at += 1
    return text[end:at]


def _same_noun_left(left: str) -> bool:
    return len(left) != 1 or left in _PREFIXES


def _same_noun_right(right: str) -> bool:
    """Whether a noun with this after it, in one word, is still that noun."""
    if not right or is_particle(right):
        return True
    if _VERB.match(right) or _DERIVED.match(right):
        return False
    if len(right) == 1 or is_particle(right[1:]):
        return right[0] in _SUFFIXES
    return True


def matcher(rendering: str) -> Korean:
    """The matcher of one rendering."""
    letters: list[str] = []
    spaces: set[int] = set()
    for letter in fold_korean(rendering.strip()).text:
        if letter.isspace():
            spaces.add(len(letters))
        else:
            letters.append(letter)
    words = sorted({0, len(letters), *spaces})
    breaks = set(spaces)
    for start, end in zip(words, words[1:], strict=False):
        breaks |= {place for place in range(start + 2, end - 1) if all(map(_hangul, letters[place - 2 : place + 2]))}
    return Korean("".join(letters), frozenset(breaks), frozenset(spaces))
