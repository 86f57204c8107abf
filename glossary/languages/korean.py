"""Korean: does this text use that rendering, with or without particles, inside a longer word or not at all?

No analyzer: what stands before, the rendering, what follows up to the end of the run of Hangul.  Spaces inside a
rendering are free (Hangul orthography, articles 49 and 50: names and technical terms may be joined).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from glossary.expressions import expression
from glossary.languages.folding import TEXTS_KEPT, Folded, fold
from glossary.languages.korean_particles import ParticleError, is_particle, is_suffix, last_sound, particle_errors
from glossary.languages.uses import Use, Verdict

__all__ = ["Korean", "ParticleError", "last_sound", "matcher", "particle_errors"]

_PREFIXES = frozenset("동서남북중신구전현옛새각본타양매그이두세한첫범친대소고저주부웹앱")
"""One-syllable prefixes that leave the noun what it is: directions, old and new, former, each, this, main, web …"""
_TURNING = frozenset("무비불반미탈")
"""Those that turn it round: 무정부 "anarchy", 반정부 "anti-government".  Others belong to other words (애국가)."""
_SUFFIXES = frozenset(
    "별용내외간측들님군안명형식급판권층령법비금등중후전시때쪽당상하발산제계풍행수값란팀서청차국실단대일량액률율"
    "씨분촌주구현역항호섬력세료문기망선함창칸순설류초말속앞뒤위밖"
)
"""One-syllable nouns that leave the noun what it is: for, per, within, between, of (런던행, 인터프리터별, 경찰청).

After names also titles and kinds of place (홍길동씨, 헤르손주), after others what holds, costs or tells it (합의문).
"""
_DERIVING = frozenset("화성자원처소어인학론관민꾼")
"""Those that make another word of it: 거래처 "client", 거래소 "exchange", 유럽어, 유럽인."""
_DERIVED = expression(r"주의|론자")
_ADJECTIVE = expression(
    r"링(?![가-힣]{3})|스러|스럽|로운|로움|로이|롭|다운|다움|답|적(?:인|으로?|이)?(?:$|다|지|며|고)|적인|적으|적이"
)
"""The noun made an adjective or adverb, or English -ing: 국가적 "national", 예외적으로 "exceptionally", 필터링."""
_VERB = expression(
    r"(?:하|되|당하|시키|받)(?:는|고|며|면|기|지|려|게|여|였|세|시|십|실|신|도|거|니|더|던|느|자|므|라|나|네|다)"
    r"|(?:해|돼|시켜|받아)(?:서|야|도|요|라|줘|주|지|$)|(?:했|됐|되었|하였|시켰|받았|당했)"
    r"|(?:한|할|함|된|될|됨|시킨|시킬|받은|받을|당한)(?:$|다|지|데|으|을|은|이|에|과)|(?:합|됩|시킵|받습)니|합시"
)
"""The noun made a verb by 하다, 되다, 시키다, 받다, 당하다: 거래하는, 지정된."""
_COPULA_BEFORE_NOUN = expression(r"\s+[\w‘“\"'「『《<(]")
_HANGUL_AFTER = expression(r"[가-힣]{0,24}")
LONGEST_WORD = 24
"""Syllables looked at around a rendering; no compound is longer, and the bound keeps matching linear."""


@lru_cache(maxsize=TEXTS_KEPT)
def fold_korean(text: str) -> Folded:
    """One Unicode form; nothing else changes."""
    return fold(text, "NFC", {})


class Korean(NamedTuple):
    """A matcher of one Korean rendering."""

    letters: str
    """The rendering in lower case without spaces."""
    breaks: frozenset[int]
    """Indices into ``letters`` before which a text may have space."""
    spaces: frozenset[int]
    """Those before which the rendering itself has one."""

    def uses(self, text: str) -> tuple[Use, ...]:
        """All uses, in the order of the text; particles are not part of them."""
        folded = fold_korean(text)
        head = self.letters[: min(self.breaks, default=len(self.letters))]
        found: list[Use] = []
        at = folded.text.find(head) if head else -1
        while at >= 0:
            end, spaces = self._follow(folded.text, at, len(head))
            judged = self._judge(folded.text, at, end) if end else None
            if judged:
                notes = (judged[1], "" if spaces == self.spaces else "spaced differently")
                found.append(Use(*folded.span(at, end), judged[0], ", ".join(filter(None, notes))))
            at = folded.text.find(head, end if judged else at + 1)
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

    def _judge(self, text: str, start: int, end: int) -> tuple[Verdict, str] | None:
        """Verdict by what stands around ``text[start:end]``, with a note; None when it is part of another word."""
        if _latin(text[start - 1 : start], text[start]) or _latin(text[end - 1], text[end : end + 1]):
            return None
        left, right = _hangul_before(text, start), _hangul_after(text, end)
        word = f"in {left}{self.letters}{right}"
        if len(left) == 1 and left not in _PREFIXES:
            return ("derived", word) if left in _TURNING else None
        if made := _derives(self.letters, right, text[end + len(right) : end + len(right) + 8]):
            return made, word
        if is_particle(right):
            return ("inside", word) if left else ("inflected", f"with {right}") if right else ("exact", "")
        compound = len(right) > 1 and not is_particle(right[1:]) and len(self.letters) > 1
        return ("inside", word) if compound or right[0] in _SUFFIXES else None


def _latin(before: str, after: str) -> bool:
    """Whether two neighboring characters belong to one word in Latin letters or digits."""
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()


def _hangul_before(text: str, start: int) -> str:
    at = start
    while at and "가" <= text[at - 1] <= "힣" and start - at < LONGEST_WORD:
        at -= 1
    return text[at:start]


def _hangul_after(text: str, end: int) -> str:
    match = _HANGUL_AFTER.match(text, end)
    return match[0] if match else ""


def _derives(noun: str, right: str, rest: str) -> Verdict | None:
    """Whether what follows makes another word of the noun, or another part of speech; ``rest`` is the text after it."""
    if not right or right in ("인데", "인지", "인가", "인양", "인즉"):
        return None
    if right == "인":  # the copula before its noun (장관인 라브로프), or people (유럽인.)
        return None if _COPULA_BEFORE_NOUN.match(rest) else "derived"
    if _VERB.match(right) or _ADJECTIVE.match(right):
        return "adapted"
    if _DERIVED.match(right) or (is_particle(right) and is_suffix(noun, right)):
        return "derived"
    return "derived" if right[0] in _DERIVING and (len(right) == 1 or is_particle(right[1:])) else None


def matcher(rendering: str) -> Korean:
    """The matcher of one rendering."""
    letters: list[str] = []
    spaces: set[int] = set()
    for letter in fold_korean(rendering.strip()).text:
        if letter.isspace():
            spaces.add(len(letters))
        else:
            letters.append(letter)
    breaks = set(spaces)
    for start, end in pairwise(sorted({0, len(letters), *spaces})):
        breaks |= {place for place in range(start + 2, end - 1) if _all_hangul(letters[place - 2 : place + 2])}
    return Korean("".join(letters), frozenset(breaks), frozenset(spaces))


def _all_hangul(letters: list[str]) -> bool:
    return all("가" <= letter <= "힣" for letter in letters)
