"""Rules T3: does a translation use the glossary's rendering of every term that the English text uses?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from operator import attrgetter
from typing import NamedTuple

from glossary.checks.finding import about
from glossary.checks.termbase import Renderings, Termbase
from glossary.languages.matching import matcher_for
from glossary.languages.source import TermUse
from glossary.languages.uses import Use
from glossary.model import Finding, Span
from glossary.units import CatalogFile, Translation


def terms(file: CatalogFile, termbase: Termbase) -> Iterator[Finding]:
    """T301–T305 for every translated message of a file, one finding at most for each term of a message."""
    if not termbase.renderings:
        return
    for unit, translations in groupby(file.translations, key=attrgetter("unit")):
        uses = termbase.source.uses(unit.source)
        if unit.plural and uses:
            again = {use.concept_id for use in termbase.source.uses(unit.plural)}
            uses = tuple(use for use in uses if use.concept_id in again)
        if uses:
            yield from _unit([_Bound(file, translation, uses, termbase) for translation in translations], uses)


class _Bound(NamedTuple):
    """One translation of a message, with the terms that its English text uses."""

    file: CatalogFile
    translation: Translation
    uses: Sequence[TermUse]
    termbase: Termbase


def _unit(bound: Sequence[_Bound], uses: Sequence[TermUse]) -> Iterator[Finding]:
    """The findings about one message, each in the first plural form that deserves it."""
    spans: dict[tuple[int, int], list[TermUse]] = {}
    for use in uses:
        spans.setdefault((use.start, use.end), []).append(use)
    told: set[str] = set()
    for homonyms in spans.values():
        if homonyms[0].concept_id not in told:
            told.update(use.concept_id for use in homonyms)
            yield from islice(filter(None, (_homonyms(each, homonyms) for each in bound)), 1)


def _homonyms(bound: _Bound, homonyms: Sequence[TermUse]) -> Finding | None:
    """The finding about terms that share one English form: any one of them may be meant."""
    findings = []
    for use in homonyms:
        finding = _term(bound, use)
        if finding is None:
            return None
        findings.append(finding)
    return max(findings, key=lambda finding: finding.severity == "info")


def _term(bound: _Bound, use: TermUse) -> Finding | None:
    text, language = bound.translation.text, bound.file.language
    known = bound.termbase.renderings[use.concept_id]
    name = bound.translation.unit.source[use.start : use.end]

    def finding(code: str, message: str, found: Use | None = None) -> Finding:
        return about(
            code, bound.file, bound.translation, message,
            concept_id=use.concept_id, expected=known.expected,
            source_mark=_mark(bound.translation, use), mark=(found.start, found.end) if found else None,
        )  # fmt: skip

    if forbidden := _forbidden(bound, known):
        written = text[forbidden.start : forbidden.end]
        better = f"; write {known.expected}" if known.approved else ""
        return finding("T302", f"“{written}” is a forbidden rendering of “{name}”{better}", forbidden)
    found = _uses(known.approved, text, language)
    if not known.approved or any(use.verdict in ("exact", "inflected") for use in found):
        return None
    admitted = _uses(known.admitted, text, language)
    if plain := next((use for use in admitted if use.verdict != "inside"), None):
        written = text[plain.start : plain.end]
        return finding("T303", f"“{name}” has the admitted rendering {written}; preferred: {known.expected}", plain)
    if other := next((use for use in found if use.verdict == "variant"), None):
        note = f" ({other.note})" if other.note else ""
        return finding("T304", f"the rendering of “{name}” is spelled otherwise{note}; write {known.expected}", other)
    if inside := next((use for use in (*found, *admitted) if use.verdict == "inside"), None):
        note = f" ({inside.note})" if inside.note else ""
        return finding("T305", f"the rendering of “{name}” is only inside a longer word{note}", inside)
    return finding("T301", f"“{name}” is not rendered as {known.expected}")


def _mark(translation: Translation, use: TermUse) -> Span | None:
    """Where the term stands in the English text that is shown: the plural's, for one with plural forms."""
    if translation.source == translation.unit.source:
        return use.start, use.end
    start = translation.source.casefold().find(use.form.casefold())
    return (start, start + len(use.form)) if start >= 0 else None


def _forbidden(bound: _Bound, known: Renderings) -> Use | None:
    """The first forbidden rendering that is no part of an approved or admitted one of any term in the message."""
    language = bound.file.language
    found = [use for use in _uses(known.forbidden, bound.translation.text, language) if use.verdict != "inside"]
    if not found:
        return None
    good: list[Use] = []
    for use in bound.uses:
        other = bound.termbase.renderings[use.concept_id]
        good += _uses((*other.approved, *other.admitted), bound.translation.text, language)
    covered = (any(use.start <= bad.start and bad.end <= use.end for use in good) for bad in found)
    return next((bad for bad, inside in zip(found, covered, strict=True) if not inside), None)


def _uses(renderings: Sequence[str], text: str, language: str) -> list[Use]:
    return [use for rendering in renderings for use in matcher_for(rendering, language).uses(text)]
