"""Rules G2: renderings that contradict each other, or what the glossary itself forbids."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

from glossary.checks.entries import Entry, TermCatalog
from glossary.checks.finding import about
from glossary.languages.english import fold, fold_case
from glossary.languages.matching import matcher_for
from glossary.model import ConceptEntry, Finding

_NAMES = frozenset({"person", "place", "organization", "people", "event", "document"})


def one_term_two_renderings(catalog: TermCatalog) -> Iterator[Finding]:
    """G201: entries with one English form whose renderings differ; the finding stands at the later ones."""
    by_form: dict[str, list[Entry]] = defaultdict(list)
    for entry in catalog.entries:
        by_form[fold_case(entry.translation.source)].append(entry)
    for first, *others in by_form.values():
        for entry in others:
            if _key(entry.rendering) != _key(first.rendering):
                line = first.translation.unit.line
                message = f"“{entry.translation.source}” is {first.rendering} on line {line}, here {entry.rendering}"
                yield _about("G201", catalog, entry, message, first.rendering)


def two_concepts_one_rendering(catalog: TermCatalog) -> Iterator[Finding]:
    """G202: concepts that are not related, and not two forms of one word, with the same rendering."""
    by_rendering: dict[str, list[Entry]] = defaultdict(list)
    for entry in catalog.entries:
        by_rendering[_key(entry.rendering)].append(entry)
    for entries in by_rendering.values():
        for index, entry in enumerate(entries):
            other = next((one for one in entries[:index] if not _akin(one.concept, entry.concept)), None)
            if other:
                line = other.translation.unit.line
                message = f"{entry.rendering} is also the rendering of “{other.translation.source}” on line {line}"
                names = entry.concept.kind == other.concept.kind and entry.concept.kind in _NAMES
                yield about("G202", catalog.file, entry.translation, message, concept_id=entry.concept.id,
                            severity=None if names else "info")  # fmt: skip


def _akin(one: ConceptEntry, other: ConceptEntry) -> bool:
    """Whether two concepts may well have one rendering: related, one an abbreviation, or two forms of one word."""
    if any(link.target == other.id for link in one.related) or any(link.target == one.id for link in other.related):
        return True
    if {fold(form) for form in one.forms} & {fold(form) for form in other.forms}:
        return True
    return _abbreviates(one.preferred, other.preferred) or _abbreviates(other.preferred, one.preferred)


def _abbreviates(short: str, long: str) -> bool:
    letters = short.replace(".", "").casefold()
    words = long.replace("-", " ").split()
    return letters in (
        "".join(w[0] for w in words).casefold(),
        "".join(w[0] for w in words if w[0].isupper()).casefold(),
    )


def forbidden(catalog: TermCatalog) -> Iterator[Finding]:
    """G203: an approved rendering that is, or contains, one that the glossary forbids for the concept."""
    for entry in catalog.entries:
        known = catalog.termbase.renderings.get(entry.concept.id)
        for form in known.forbidden if known else ():
            uses = matcher_for(form, catalog.file.language).uses(entry.translation.text)
            use = next((use for use in uses if use.verdict not in ("inside", "derived")), None)
            if use:
                message = f"{form} is forbidden for “{entry.translation.source}”"
                yield about("G203", catalog.file, entry.translation, message, concept_id=entry.concept.id,
                            mark=(use.start, use.end))  # fmt: skip
                break


def _about(code: str, catalog: TermCatalog, entry: Entry, message: str, expected: str) -> Finding:
    return about(code, catalog.file, entry.translation, message, concept_id=entry.concept.id, expected=expected)


def _key(rendering: str) -> str:
    return "".join(unicodedata.normalize("NFKC", rendering).casefold().split())


def name_parts(catalog: TermCatalog) -> Iterator[Finding]:
    """G204: a part of a person's name that most other names with the part render otherwise (김 of Kim).

    Names are compared only where their renderings are built alike: as many parts as the English name, in either
    order, or, in Korean and Japanese, all in one word that starts with the family name.
    """
    parts: dict[tuple[str, str], list[tuple[str, Entry]]] = defaultdict(list)
    for entry in catalog.entries:
        if entry.concept.kind == "person":
            for english, place, rendered in _parts(entry.translation.source, entry.rendering, catalog.file.language):
                parts[english, place].append((rendered, entry))
    for (english, _), found in parts.items():
        yield from _odd_ones(catalog, english, found)


def _parts(english: str, rendering: str, language: str) -> Iterator[tuple[str, str, str]]:
    """English part, how the rendering is built, and the part's rendering."""
    words = english.replace("-", " ").split()
    rendered = rendering.replace("・", " ").replace("゠", " ").replace("＝", " ").replace("-", " ").split()
    if len(words) < 2:
        return
    if len(rendered) == len(words):
        for word, part in zip(words, rendered, strict=True):
            yield word.casefold(), "word by word", part
    elif len(rendered) == 1 and language[:2] in ("ko", "ja") and 3 <= len(rendering) <= 4:
        korean = words[0].casefold() in _FAMILY_FIRST
        yield (words[0] if korean else words[-1]).casefold(), "family name first", rendering[0]


_FAMILY_FIRST = frozenset(
    "kim lee yi ri rhee park pak choi choe jung jeong chung chong kang jo cho yoon yun jang chang lim im rim han oh o "
    "seo suh shin sin kwon hwang ahn an song ryu yoo yu hong moon mun ko go bae pae baek paek nam no roh ha ho ju joo "
    "sim shim heo hur hyon hyun thae tae ro jon chon mao xi li deng hu zhou wang zhang wu chen".split()
)
"""Family names of Koreans and Chinese, which stand first in English too (Statistics Korea, census 2015, the usual
romanizations of the fifty most frequent)."""


def _odd_ones(catalog: TermCatalog, english: str, found: Sequence[tuple[str, Entry]]) -> Iterator[Finding]:
    counts: dict[str, int] = defaultdict(int)
    for rendered, _ in found:
        counts[rendered] += 1
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda rendered: counts[rendered])
    example = next(entry for rendered, entry in found if rendered == usual)
    for rendered, entry in found:
        if rendered != usual:
            name = example.translation.source
            message = f"“{english.title()}” is {rendered} here, {usual} in “{name}” ({example.rendering})"
            yield _about("G204", catalog, entry, message, usual)
