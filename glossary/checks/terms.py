"""Rules T3: does a translation use the glossary's rendering of every term that the English text uses?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from glossary.checks.candidates import Possible
from glossary.checks.finding import about
from glossary.checks.plainly import plainly
from glossary.checks.senses import in_compound, is_alone, is_kept, is_verb
from glossary.checks.termbase import Renderings, Termbase
from glossary.languages.folding import lower
from glossary.languages.masking import BLANK, mask
from glossary.languages.matching import matcher_for
from glossary.languages.source import TermUse
from glossary.languages.uses import Use
from glossary.model import Finding, Span
from glossary.units import CatalogFile, Translation


def terms(file: CatalogFile, termbase: Termbase) -> Iterator[Finding]:
    """T301–T305 for every translated message of a file, one finding at most for each term of a message."""
    if not termbase.renderings:
        return
    candidates = termbase.candidates.of(translation.unit.source for translation in file.translations)
    some = (translation for translation in file.translations if translation[0].source in candidates)
    for unit, group in groupby(some, key=attrgetter("unit")):
        translations = list(group)
        possible = candidates[unit.source]
        unsettled = _unsettled(possible.concepts, translations, termbase, file.language)
        if unsettled:
            uses = _used(unit.source, possible, termbase, unsettled)
            yield from _message(file, translations, termbase, unsettled, uses)


_Open = dict[str, dict[int, Sequence[Use]]]
"""A term → the translations that have no approved rendering of it as it should be, by number → what they have of it."""


def _unsettled(
    candidates: Iterable[str], translations: Sequence[Translation], termbase: Termbase, language: str
) -> _Open:
    """The terms that the English text may use and a translation has no approved rendering of, or may have a forbidden.

    Where there is none, it need not be found out where the text uses which.
    """
    found: _Open = {}
    renderings = termbase.renderings
    for identifier in candidates:
        approved, _, forbidden = renderings[identifier]
        if forbidden:
            found[identifier] = {}
        for number, (_, _, _, text) in enumerate(translations):
            uses = _imperfect(approved, text, language)
            if uses is not None:
                found.setdefault(identifier, {})[number] = uses
    return found


def _imperfect(approved: Sequence[str], text: str, language: str) -> Sequence[Use] | None:
    """The uses of the approved renderings in a text; None where one of them is as it should be, in any inflection."""
    for rendering in approved:
        if plainly(rendering, text, language):
            return None
    found: list[Use] = []
    for rendering in approved:
        for use in matcher_for(rendering, language).uses(text):
            if use.verdict in _GOOD:
                return None
            found.append(use)
    return found


class _Bound(NamedTuple):
    """One translation of a message, with the terms that its English text uses."""

    file: CatalogFile
    translation: Translation
    number: int
    """Among the message's translations."""
    uses: Sequence[TermUse]
    unsettled: _Open
    termbase: Termbase


def _used(source: str, possible: Possible, termbase: Termbase, unsettled: _Open) -> Sequence[TermUse]:
    """The terms that an English text uses, as far as a finding about the ``unsettled`` ones depends on them."""
    all_count = not termbase.forbidding.isdisjoint(unsettled)
    if possible.phrases:
        return termbase.source.uses(source, None if all_count else unsettled.keys())
    words = [start for start, terms in possible.words.items() if all_count or not terms.isdisjoint(unsettled)]
    return termbase.source.uses_of_words(source, words)


def _message(
    file: CatalogFile,
    translations: Sequence[Translation],
    termbase: Termbase,
    unsettled: _Open,
    uses: Sequence[TermUse],
) -> Iterator[Finding]:
    """The findings about one message, each in the first plural form that deserves it.

    Only the ``unsettled`` ones of the terms that it ``uses`` can have findings.
    """
    plural = translations[0].unit.plural
    if plural and uses:
        again = {use.concept_id for use in termbase.source.uses(plural)}
        uses = tuple(use for use in uses if use.concept_id in again)
    spans: dict[int, list[TermUse]] = {}
    for use in uses:
        spans.setdefault(use.start, []).append(use)
    bounds = [_Bound(file, each, number, uses, unsettled, termbase) for number, each in enumerate(translations)]
    told: set[str] = set()
    for homonyms in spans.values():
        ids = [use.concept_id for use in homonyms]
        if ids[0] in told:
            continue
        told.update(ids)
        if all(map(unsettled.__contains__, ids)):
            findings = (_homonyms(bound, homonyms) for bound in bounds)
            if finding := next(filter(None, findings), None):
                yield finding


def _homonyms(bound: _Bound, homonyms: Sequence[TermUse]) -> Finding | None:
    """The finding about terms that share one English form: any one of them may be meant."""
    if len(homonyms) == 1:
        return _term(bound, homonyms[0])
    findings = []
    for use in homonyms:
        finding = _term(bound, use)
        if finding is None:
            return None
        findings.append(finding)
    return max(findings, key=lambda finding: finding.severity == "info")


def _term(bound: _Bound, use: TermUse) -> Finding | None:
    """The finding about one term in one translation; None when its rendering is there."""
    known = bound.termbase.renderings[use.concept_id]
    text = bound.translation.text
    if forbidden := _forbidden(bound, known) if known.forbidden else None:
        better = f"; write {known.expected}" if known.approved else ""
        message = f"“{text[forbidden.start : forbidden.end]}” is a forbidden rendering of “{{}}”{better}"
        return _finding(bound, use, known, ("T302", message, forbidden))
    found = bound.unsettled[use.concept_id].get(bound.number)
    if not known.approved or found is None:
        return None
    judgment = _judged(bound, use, known, found)
    if judgment[0] == "T301" and _excused(bound, use, known):
        return None
    return _finding(bound, use, known, judgment)


def _excused(bound: _Bound, use: TermUse, known: Renderings) -> bool:
    """Whether the English form is another word here, or the rendering is in a compound that renders a compound."""
    source, text = bound.translation.unit.source, bound.translation.text
    concept = bound.termbase.glossary.by_id[use.concept_id]
    if concept.kind == "term" and use.form.islower():
        if " " not in use.form and is_verb(source, use.start, use.end):
            return True
        alike = (one for one in bound.uses if one.concept_id == use.concept_id)
        if all(is_kept(source, one.start, one.end, use.form, text) for one in alike):
            return True
    if "%" in text and _imperfect(known.approved, mask(text).replace(BLANK, " "), bound.file.language) is None:
        return True  # a placeholder without space before the word
    japanese = bound.file.language[:2] == "ja"
    return japanese and any(in_compound(source, use.start, use.end, form, text) for form in known.approved)


_Judgment = tuple[str, str, Use | None]
"""Code, message with ``{}`` for the term as the English text has it, and the place in the translation."""


def _judged(bound: _Bound, term: TermUse, known: Renderings, found: Sequence[Use]) -> _Judgment:
    """What to tell of a term whose approved rendering is not there as it should be.

    Where the English text is the term and nothing else, no grammar asks for another part of speech.
    """
    text = bound.translation.text
    admitted = _uses(known.admitted, text, bound.file.language)
    if not (found or admitted):
        return "T301", f"“{{}}” is not rendered as {known.expected}", None
    if plain := next((use for use in admitted if use.verdict not in _PARTS), None):
        written = text[plain.start : plain.end]
        return "T303", f"“{{}}” has the admitted rendering {written}; preferred: {known.expected}", plain
    first: dict[str, Use] = {}
    for use in (*found, *admitted):
        first.setdefault(use.verdict, use)
    if other := first.get("variant"):
        return "T304", f"the rendering of “{{}}” is spelled otherwise{_note(other)}; write {known.expected}", other
    if inside := first.get("inside"):
        return "T305", f"the rendering of “{{}}” is only inside a longer word{_note(inside)}", inside
    adapted = first.get("adapted")
    if adapted and not is_alone(bound.translation.unit.source, term.start, term.end):
        return "T305", f"the rendering of “{{}}” is there only as another part of speech{_note(adapted)}", adapted
    if derived := adapted or first.get("derived"):
        message = f"“{{}}” is not rendered as {known.expected}, only another word with it{_note(derived)}"
        return "T301", message, derived
    return "T301", f"“{{}}” is not rendered as {known.expected}", None


def _note(use: Use) -> str:
    return f" ({use.note})" if use.note else ""


def _finding(bound: _Bound, use: TermUse, known: Renderings, judgment: _Judgment) -> Finding:
    code, message, found = judgment
    translation = bound.translation
    name = translation.unit.source[use.start : use.end]
    return about(
        code, bound.file, translation, message.replace("{}", name, 1),
        concept_id=use.concept_id, expected=known.expected,
        source_mark=_mark(translation, use), mark=(found.start, found.end) if found else None,
    )  # fmt: skip


def _mark(translation: Translation, use: TermUse) -> Span | None:
    """Where the term stands in the English text that is shown: the plural's, for one with plural forms."""
    if translation.source == translation.unit.source:
        return use.start, use.end
    start = lower(translation.source).find(lower(use.form))
    return (start, start + len(use.form)) if start >= 0 else None


_GOOD = frozenset(("exact", "inflected"))
_PARTS = ("inside", "adapted", "derived")


def _forbidden(bound: _Bound, known: Renderings) -> Use | None:
    """The first forbidden rendering that is no part of an approved or admitted one of any term in the message."""
    language = bound.file.language
    found = [use for use in _uses(known.forbidden, bound.translation.text, language) if use.verdict not in _PARTS]
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
