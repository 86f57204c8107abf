"""Rules T3: does a translation use the glossary's rendering of every term that the English text uses?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from glossary.checks.finding import about, source_of
from glossary.checks.termbase import Renderings, Termbase
from glossary.languages.matching import matcher_for
from glossary.languages.source import TermUse
from glossary.languages.uses import Use
from glossary.model import Finding, Span
from glossary.units import CatalogFile, Unit


def terms(file: CatalogFile, termbase: Termbase) -> Iterator[Finding]:
    """T301–T305 for every translated message of a file."""
    if not termbase.renderings:
        return
    source = termbase.source
    for unit in file.units:
        if unit.targets[0] and not unit.fuzzy:
            uses = source.uses(unit.source)
            if unit.plural and uses:
                again = {use.concept_id for use in source.uses(unit.plural)}
                uses = tuple(use for use in uses if use.concept_id in again)
            if uses:
                yield from _unit(file, unit, uses, termbase)


class _Translation(NamedTuple):
    """One translation of a message, with the terms that its English text uses."""

    file: CatalogFile
    unit: Unit
    form: int
    text: str
    uses: Sequence[TermUse]
    termbase: Termbase


def _unit(file: CatalogFile, unit: Unit, uses: Sequence[TermUse], termbase: Termbase) -> Iterator[Finding]:
    """One finding at most for each term, in the first plural form that deserves it."""
    spans: dict[tuple[int, int], list[TermUse]] = {}
    for use in uses:
        spans.setdefault((use.start, use.end), []).append(use)
    told: set[str] = set()
    translations = [
        _Translation(file, unit, form, text, uses, termbase) for form, text in enumerate(unit.targets) if text
    ]
    for homonyms in spans.values():
        if homonyms[0].concept_id not in told:
            told.update(use.concept_id for use in homonyms)
            found = (_homonyms(translation, homonyms) for translation in translations)
            yield from islice(filter(None, found), 1)


def _homonyms(translation: _Translation, homonyms: Sequence[TermUse]) -> Finding | None:
    """The finding about terms that share one English form: any one of them may be meant."""
    findings = []
    for use in homonyms:
        finding = _term(translation, use)
        if finding is None:
            return None
        findings.append(finding)
    return max(findings, key=lambda finding: finding.severity == "info")


def _term(translation: _Translation, use: TermUse) -> Finding | None:
    unit, text, language = translation.unit, translation.text, translation.file.language
    known = translation.termbase.renderings[use.concept_id]
    name = unit.source[use.start : use.end]

    def finding(code: str, message: str, mark: Use | None = None) -> Finding:
        return about(
            code, translation.file, unit, message,
            form=translation.form, concept_id=use.concept_id, expected=known.expected,
            source_mark=_mark(translation, use), translation_mark=(mark.start, mark.end) if mark else None,
        )  # fmt: skip

    if forbidden := _forbidden(translation, known):
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


def _mark(translation: _Translation, use: TermUse) -> Span | None:
    """Where the term stands in the English text that is shown: the plural's, for one with plural forms."""
    text = source_of(translation.unit, translation.form)
    if text == translation.unit.source:
        return use.start, use.end
    start = text.casefold().find(use.form.casefold())
    return (start, start + len(use.form)) if start >= 0 else None


def _forbidden(translation: _Translation, known: Renderings) -> Use | None:
    """The first forbidden rendering that is no part of an approved or admitted one of any term in the message."""
    language = translation.file.language
    found = [use for use in _uses(known.forbidden, translation.text, language) if use.verdict != "inside"]
    if not found:
        return None
    good: list[Use] = []
    for use in translation.uses:
        other = translation.termbase.renderings[use.concept_id]
        good += _uses((*other.approved, *other.admitted), translation.text, language)
    covered = (any(use.start <= bad.start and bad.end <= use.end for use in good) for bad in found)
    return next((bad for bad, inside in zip(found, covered, strict=True) if not inside), None)


def _uses(renderings: Sequence[str], text: str, language: str) -> list[Use]:
    return [use for rendering in renderings for use in matcher_for(rendering, language).uses(text)]
