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

_PREFIXES = frozenset("동서남북중신구전현옛새각본타양매그이두세한첫범친대소고저주부")
"""One-syllable prefixes that leave the noun what it is: directions, old and new, former, each, this, main …"""
_TURNING = frozenset("무비불반미탈")
"""Those that turn it round: 무정부 "anarchy", 반정부 "anti-government".  All others are parts of other words (애국가)."""
_SUFFIXES = frozenset(
    "별용내외간측들님군안명형식급판권층령법비금등중후전시때쪽당상하발산제계풍행수값란팀서청차국실단대일"
)
"""One-syllable nouns that leave the noun what it is: for, per, within, between, of (런던행, 인터프리터별, 경찰청)."""
_DERIVING = frozenset("적화성자원처소어인학론관민꾼")
"""Those that make another word of it: 국가적 "national", 거래처 "client", 거래소 "exchange", 유럽어, 유럽인."""
_DERIVED = re.compile(r"주의|론자|스러|스럽|로운|로움|로이|롭|다운|다움|답|적인|적으|적이")
_VERB = re.compile(
    r"(?:하|되|당하|시키|받)(?:는|고|며|면|기|지|려|게|여|였|세|시|십|실|신|도|거|니|더|던|느|자|므|라|나|네|다)"
    r"|(?:해|돼|시켜|받아)(?:서|야|도|요|라|줘|주|지|$)|(?:했|됐|되었|하였|시켰|받았|당했)"
    r"|(?:한|할|함|된|될|됨|시킨|시킬|받은|받을|당한)(?:$|다|지|데|으|을|은|이|에|과)|(?:합|됩|시킵|받습)니|합시"
)
"""The noun made a verb by 하다, 되다, 시키다, 받다, 당하다: 거래하는, 지정된."""


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
        word = f"{left}{self.letters}{right}"
        if not left and is_particle(right) and not _person(right, text[end + len(right) :]):
            spacing = "spaced differently" if spaces != self.spaces else ""
            if not right:
                return Use(*span, "exact", spacing)
            return Use(*span, "inflected", ", ".join(filter(None, (f"with {right}", spacing))))
        if len(left) == 1 and left not in _PREFIXES:
            return Use(*span, "derived", f"in {word}") if left in _TURNING else None
        if _derives(right):
            return Use(*span, "derived", f"in {word}")
        if is_particle(right) or len(right) > 1 + len(_particle(right[1:])) or right[0] in _SUFFIXES:
            return Use(*span, "inside", f"in {word}")
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


def _particle(run: str) -> str:
    return run if is_particle(run) else ""


def _person(right: str, rest: str) -> bool:
    """Whether -인 is "people" (유럽인은, 유럽인.) and not the copula before its noun (장관인 라브로프)."""
    if right[:1] != "인" or right in ("인데", "인지", "인가", "인양", "인즉"):
        return False
    return right != "인" or not re.match(r"\s+[\w‘“\"'「『《<(]", rest)


def _derives(right: str) -> bool:
    """Whether what follows makes another word of the noun."""
    if _VERB.match(right) or _DERIVED.match(right):
        return True
    return right[:1] in _DERIVING and (len(right) == 1 or is_particle(right[1:]))


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
