"""Rule T401: Korean particles that do not agree with the sound before them.

을 and 를 are judged after any word, since almost nothing else ends in them; the other particles, which are also
ends of other words (작가 "author", 마음 "mind"), only after a rendering of the glossary; those that may be suffixes
of a common noun only where the English text has that noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick_rs

from glossary.checks.finding import about
from glossary.checks.termbase import Termbase, case_sensitive
from glossary.expressions import expression
from glossary.model import Finding
from glossary.units import CatalogFile, Column, Translation

if TYPE_CHECKING:
    from glossary.languages.korean import ParticleError

_OPEN = "".join(chr(0xAC00 + 28 * index) for index in range(399))
"""The syllables without final consonant (The Unicode Standard, 3.12: 28 finals for each of 399 beginnings)."""
_OBJECT = expression(rf"[가-힣]*(?:(?![{_OPEN}])[가-힣]를|[{_OPEN}]을)(?![가-힣(/（])")
_OTHER_WORDS = expression(
    r"[마가노고이그나저자모]을|[가-힣]*[러어]모을|(?:퍼|쏟아|들이|내리)?부을|(?:가름|결론|결말|결정|경계|관련|구분|규정|끝|눈물|"
    r"농사|단정|마무리|매듭|무리|미소|연결|연관|이름|종결|죄|줄|짝|특징|판가름|판정|한숨|한정|확정)?지을"
)
"""Words in -을 that have no particle: village, autumn …, and forms of 모으다 (→ 모을, 끌어모을), 붓다 (→ 퍼부을) and
짓다 (→ 매듭지을) with what the Standard Korean Dictionary joins to them; 여부을 and 메시지을 are slips."""
_STARTS = frozenset("은는이가을를과와으로아야나랑라든며란\"'”’»›」』》〉*_`")
"""What a particle, or a mark between a noun and its particle, starts with."""
_NAMES_ONLY = frozenset(("가", "과", "로"))
"""Particles that are also suffixes of common nouns: 혁명가 (revolutionary), 경제과 (department), 종로 (road)."""
_SUFFIXED: Mapping[str, re.Pattern[str]] = {
    "과": expression(
        r"\b(?:departments?|divisions?|sections?|courses?|subjects?|majors?|famil(?:y|ies)|lessons?)\b", re.IGNORECASE
    ),
    "가": expression(
        r"ists?\b|ians?\b|\b(?:experts?|specialists?|composers?|writers?|critics?|anthems?|songs?|streets?|prices?|"
        r"famil(?:y|ies)|houses?|districts?|circles|community|world|quarters?)\b",
        re.IGNORECASE,
    ),
    "로": expression(
        r"\b(?:roads?|streets?|avenues?|routes?|reactors?|furnaces?|paths?|lanes?|ways?|channels?)\b", re.IGNORECASE
    ),
}
"""English words that such a suffix may render: where there is one, nothing is said."""


def particles(file: CatalogFile, termbase: Termbase) -> Iterator[Finding]:
    """T401 for every translation of a Korean file."""
    if file.language[:2] != "ko":
        return
    from glossary.languages.korean import particle_errors  # noqa: PLC0415  (no other language needs it)

    nouns = _nouns(termbase)
    places = _places(file.texts, list(nouns)) if nouns else {}
    objects = set(_wrong_objects(file.texts))
    for row in sorted(objects | places.keys()):
        translation = file.translations[row]
        text = translation.text
        errors = {error.start: error for error in _objects(text)} if row in objects else {}
        for word, start, end in places.get(row, ()):
            for error in particle_errors(text, start, end):
                noun = nouns[word]
                if error.found not in _NAMES_ONLY or noun.name or _is_meant(noun, error.found, translation, termbase):
                    errors.setdefault(error.start, error)
        for _, error in sorted(errors.items()):
            message = f"the particle {error.found} does not agree with the sound before it; write {error.correction}"
            yield about("T401", file, translation, message, mark=(error.start, error.end),
                        expected=error.correction, fix=error.correction)  # fmt: skip


def _places(texts: Column, words: Sequence[str]) -> Mapping[int, Sequence[tuple[str, int, int]]]:
    """Row → the words in it that a particle may follow, each with its offsets in the row's text."""
    found: dict[int, list[tuple[str, int, int]]] = {}
    whole = texts.whole
    for index, start, end in ahocorasick_rs.AhoCorasick(words).find_matches_as_indexes(whole, overlapping=True):
        after = whole[end : end + 1]
        if after in _STARTS and not (whole[start].isascii() and whole[start - 1 : start].isalnum()):
            row = texts.row(start)
            first = texts.start(row)
            found.setdefault(row, []).append((words[index], start - first, end - first))
    return found


def _wrong_objects(texts: Column) -> Iterator[int]:
    """The rows with a 를 after a consonant or a 을 after a vowel: all that ``_objects`` says anything of, and more."""
    whole = texts.whole
    for particle, after_vowel in (("을", False), ("를", True)):
        at = whole.find(particle, 1)
        while at > 0:
            if "가" <= whole[at - 1] <= "힣" and ((ord(whole[at - 1]) - 0xAC00) % 28 == 0) != after_vowel:
                yield texts.row(at)
            at = whole.find(particle, at + 1)


class _Noun(NamedTuple):
    """The last word of a rendering."""

    name: bool
    """Whether it ends names only."""
    concepts: tuple[str, ...]
    """Ids of the concepts whose renderings it ends."""


def _is_meant(noun: _Noun, particle: str, translation: Translation, termbase: Termbase) -> bool:
    """Whether the English text has the noun, and no word for which the particle's syllable would be a suffix."""
    source = translation.unit.source
    if _SUFFIXED[particle].search(source):
        return False
    return any(use.concept_id in noun.concepts for use in termbase.source.uses(source))


def _objects(text: str) -> Iterator[ParticleError]:
    """Each 를 after a consonant and 을 after a vowel, whatever the word."""
    from glossary.languages.korean import ParticleError  # noqa: PLC0415

    for match in _OBJECT.finditer(text):
        if len(match[0]) > 1 and not _OTHER_WORDS.fullmatch(match[0]):
            found = match[0][-1]
            yield ParticleError(match.end() - 1, match.end(), found, "를" if found == "을" else "을")


def _nouns(termbase: Termbase) -> Mapping[str, _Noun]:
    """The last words of all approved and admitted renderings: of Hangul, and abbreviations read by their letters."""
    nouns: dict[str, _Noun] = {}
    for identifier, known in termbase.renderings.items():
        concept = termbase.glossary.by_id[identifier]
        name = case_sensitive(concept, concept.preferred)
        for rendering in (*known.approved, *known.admitted):
            word = rendering.split()[-1]
            if re.fullmatch("[가-힣]{2,}|[A-Z]{2,}", word):
                before = nouns.get(word, _Noun(True, ()))
                nouns[word] = _Noun(before.name and name, (*before.concepts, identifier))
    return nouns
