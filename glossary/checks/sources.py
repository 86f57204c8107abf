"""Rules S1 to S4: names, abbreviations and offices in the English documents, as the glossary has them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from glossary.languages.english import fold, fold_spelling, romanized
from glossary.model import ConceptEntry, Finding, Glossary, Location, Term
from glossary.rules import RULES

_NAMES = frozenset({"person", "place", "organization", "people", "event", "document"})
_SHORT = frozenset({"acronym", "abbreviation", "shortForm"})
RARE = 2
"""Uses up to which a name may be a slip for another."""
TIMES = 3
"""How often more than the rare name the other must occur."""
_LONG_ENOUGH = 6
"""Letters from which one letter more, less or another is a slip, not another name (Iran, Iraq)."""


def spelled_two_ways(glossary: Glossary) -> Iterator[Finding]:
    """S101: forms of one name that differ in hyphens, spaces, capitals, accents or romanization only."""
    for concept in glossary:
        if concept.kind not in _NAMES:
            continue
        groups: dict[str, list[Term]] = defaultdict(list)
        for term in concept.english.terms:
            if term.count and term.type not in _SHORT and term.status != "deprecated":
                groups[romanized(fold_spelling(term.form)).replace(" ", "")].append(term)
        for terms in groups.values():
            usual = max(terms, key=lambda term: term.count)
            for term in terms:
                if _plain(term.form) != _plain(usual.form):
                    yield _finding("S101", concept, term.form, f"“{term.form}” ({_times(term.count)}) is “{usual.form}”"
                                   f" ({_times(usual.count)}) elsewhere", usual.form)  # fmt: skip


def _plain(form: str) -> str:
    """A form without what grammar does to it: plural, possessive, article, capital at the start, kind of apostrophe."""
    form = re.sub(r"['’]s?$|^(?:the|The|a|an) ", "", form).translate(str.maketrans("’‘", "''"))
    return re.sub(r"s$", "", form[:1].upper() + form[1:])


def near_another(glossary: Glossary) -> Iterator[Finding]:
    """S102: a rare name that is one letter, or one inner word, from a much more frequent one of its kind.

    From one that is hardly more frequent it is information: either of the two may be the slip.
    """
    names = [c for c in glossary if c.kind in _NAMES and c.english.preferred.type not in _SHORT]
    usual: dict[str, ConceptEntry] = {}
    for concept in sorted(names, key=lambda c: (c.count, len(c.preferred))):
        for key in _neighbors(concept.preferred):
            usual[key] = concept
    for concept in names:
        if concept.count > RARE:
            continue
        near = (usual[key] for key in _neighbors(concept.preferred))
        other = next((one for one in near if _may_be(concept, one)), None)
        if other:
            often = other.count >= TIMES * max(1, concept.count)
            message = f"“{concept.preferred}” ({_times(concept.count)}) is close to “{other.preferred}”"
            finding = _finding(
                "S102", concept, concept.preferred, f"{message} ({_times(other.count)})", other.preferred
            )
            yield finding if often else finding._replace(severity="info")


def _may_be(rare: ConceptEntry, other: ConceptEntry) -> bool:
    related = {link.target for link in (*rare.related, *other.related)}
    if rare.id == other.id or rare.kind != other.kind or related & {rare.id, other.id}:
        return False
    if {fold(form) for form in rare.forms} & {fold(form) for form in other.forms}:
        return False
    digits = re.compile(r"\d+|\b[IVX]+\b")
    return digits.findall(rare.preferred) == digits.findall(other.preferred) and not _exchanged(rare, other)


def _exchanged(rare: ConceptEntry, other: ConceptEntry) -> bool:
    """Whether two names have another word in one place (Second Opium War, Second Seminole War); initials are none."""
    ours, theirs = (fold_spelling(one.preferred).replace(".", "").split() for one in (rare, other))
    if len(ours) != len(theirs):
        return False
    pairs = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    return any(
        not (mine.startswith(own) or own.startswith(mine) or set(_letters(mine)) & set(_letters(own)))
        for mine, own in pairs
    )


def _neighbors(name: str) -> Iterator[str]:
    """Keys that two names share when they differ in one letter, or in one word that is neither first nor last."""
    words = fold_spelling(name).split()
    yield " ".join(words)
    for index in range(1, len(words) - 1):
        if len(words) >= 4 or (len(words) == 3 and len(words[0]) > 3):
            yield " ".join((*words[:index], *words[index + 1 :]))
    for index, word in enumerate(words):
        if len(word) >= _LONG_ENOUGH:
            for other in _letters(word):
                yield " ".join((*words[:index], other, *words[index + 1 :]))


def _letters(word: str) -> Iterator[str]:
    """Keys that two words share when one letter behind the first is another, or more, or less."""
    for place in range(1, len(word)):
        yield word[:place] + "*" + word[place + 1 :]
        yield word[:place] + "*" + word[place:]


def abbreviations(glossary: Glossary) -> Iterator[Finding]:
    """S201 and S202: an abbreviation that the documents never expand, or expand in two ways."""
    for concept in glossary:
        preferred = concept.english.preferred
        if not (concept.kind == "abbreviation" or preferred.type in ("acronym", "abbreviation")) or not concept.count:
            continue
        expansions = [
            glossary.by_id[link.target].preferred
            for link in concept.related
            if link.type == "expansion" and link.target in glossary.by_id
        ]
        expansions += [term.form for term in concept.english.terms if term.type == "fullForm"]
        different = list({fold(expansion): expansion for expansion in expansions}.values())
        if not expansions:
            message = f"“{preferred.form}” is never expanded in the documents"
            yield _finding("S201", concept, preferred.form, message)
        elif len(different) > 1:
            message = f"“{preferred.form}” stands for {' and for '.join(f'“{one}”' for one in different)}"
            yield _finding("S202", concept, preferred.form, message)


def deprecated(glossary: Glossary) -> Iterator[Finding]:
    """S301: uses of a form that the glossary deprecates; one finding for each place that the glossary keeps."""
    for concept in glossary:
        for term in concept.english.terms:
            if term.status == "deprecated" and term.count:
                message = f"“{term.form}” is deprecated ({_times(term.count)}); write “{concept.preferred}”"
                places = [item.location for item in concept.occurrences if item.form == term.form]
                for place in dict.fromkeys(places) or (None,):
                    yield _made("S301", concept, message, place, concept.preferred)


def offices(glossary: Glossary) -> Iterator[Finding]:
    """S401: two titles of one holder that name one office: the same head, and the words of one among the other's."""
    for concept in glossary:
        titles = [
            glossary.by_id[link.target]
            for link in concept.related
            if link.type == "title" and link.target in glossary.by_id
        ]
        for index, title in enumerate(titles):
            for other in titles[:index]:
                if _one_office(title.preferred, other.preferred):
                    rare, usual = sorted((title, other), key=lambda one: one.count)
                    message = f"{concept.preferred} is “{rare.preferred}” and “{usual.preferred}”"
                    yield _finding("S401", rare, rare.preferred, message, usual.preferred)


_SMALL = frozenset("of for the and a an in to".split())
_STEM = 5
"""Letters by which two words of an office are one: foreign, defense and defence, president and presidential."""


def _one_office(one: str, other: str) -> bool:
    first, second = (fold_spelling(form).split() for form in (one, other))
    heads = {_head(first), _head(second)}
    stems = [{word[:_STEM] for word in words if word not in _SMALL} for words in (first, second)]
    shorter, longer = sorted(stems, key=len)
    return len(heads) == 1 and len(shorter) >= 2 and shorter <= longer


def _head(words: list[str]) -> str:
    """The head noun of a title: the last word, or the one before "of", "for" …"""
    place = next((index for index, word in enumerate(words) if word in _SMALL and index), len(words))
    return words[place - 1]


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _finding(code: str, concept: ConceptEntry, form: str, message: str, expected: str = "") -> Finding:
    """A finding at the first place where a form is used that the glossary keeps."""
    place = next((item.location for item in concept.occurrences if item.form == form), None)
    if place is None and concept.occurrences:
        place = concept.occurrences[0].location
    return _made(code, concept, message, place, expected)


def _made(code: str, concept: ConceptEntry, message: str, place: Location | None, expected: str) -> Finding:
    sentence = next((item.sentence for item in (*concept.examples, *concept.occurrences) if item.location == place), "")
    return Finding(code, RULES[code].severity, message, place, "en", concept.id, source=sentence, expected=expected)
