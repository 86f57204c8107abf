"""Documents for translators and back: the part of the pipeline behind ``prepare`` and ``render``.

Apart from ``pipeline`` because nothing here needs the model or the word lists: both commands start in an instant.
A run is a function of the documents, ``glossary.json`` and the catalogs as they lie there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from glossary import catalogs, dates, documents
from glossary.catalogs import DocumentPlan, FilePlan, Held, Known, SegmentMessage
from glossary.documents import Manuscript, Segmentation
from glossary.errors import GlossaryError, GlossaryErrors
from glossary.exchange import json_format
from glossary.languages.source import SourceTerms
from glossary.model import Finding, Glossary, Location, Passage
from glossary.settings import Settings

_NAMES = frozenset({"person", "place", "organization", "people", "event", "document", "abbreviation"})
"""Kinds whose terms are written with just these capitals."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What ``prepare`` would write."""

    plans: tuple[DocumentPlan, ...]
    """In the order of the documents' paths."""
    findings: tuple[Finding, ...]
    """Skipped documents (F101)."""
    built: bool
    """Is there a glossary to take terms from?"""

    @property
    def files(self) -> tuple[FilePlan, ...]:
        """Every file, in the order of writing: catalogs before the templates that say what is in them."""
        ordered = sorted(self.plans, key=lambda plan: plan.path)
        return tuple(file for plan in ordered for file in (*plan.files[1:], plan.files[0]))

    @property
    def changed(self) -> tuple[str, ...]:
        """Files that a write would change, as shown to people."""
        return tuple(file.shown for file in self.files if file.changed)


def prepare(
    settings: Settings,
    paths: Sequence[Path] = (),
    segmentation: Segmentation | None = None,
    *,
    boilerplate: bool = False,
) -> Preparation:
    """Plan the catalogs of the documents in ``paths`` (default: the settings' sources); nothing is written.

    ``segmentation``: None keeps that of a document's catalogs, and is by paragraph for a new one.  ``boilerplate``
    is left out unless wanted, or already translated.  Raises ``GlossaryError`` for whatever cannot be read, all
    of it at once.
    """
    files = documents.find(paths or [settings.root / source for source in settings.sources], settings)
    known = _known(settings)
    terms = source_terms(known.glossary)
    date = dates.sources_date(files, settings.root)
    plans: list[DocumentPlan] = []
    findings: list[Finding] = []
    errors: list[GlossaryError] = []
    for path in files:
        try:
            document = documents.manuscript(path, settings.root, settings.max_file_size)
            lying = catalogs.held(document.path, settings)
        except GlossaryError as error:
            errors.append(error)
            continue
        language = documents.language_of(document.document)
        if language != "en":
            message = f"not English (looks like {language}): skipped; leave it out with the setting exclude"
            findings.append(Finding("F101", "warning", message, Location(document.path, 1)))
            continue
        passages = passages_of(document, lying, segmentation, boilerplate=boilerplate)
        messages = _with_terms(catalogs.segment_messages(passages, settings.max_references), terms)
        if messages or any(file.data is not None for file in lying.values()):  # else boilerplate alone
            plans.append(catalogs.plan_document(document.path, messages, lying, known, date))
    if errors:
        raise GlossaryErrors(errors) if len(errors) > 1 else errors[0]
    return Preparation(tuple(plans), tuple(findings), bool(known.glossary.concepts))


def write(result: Preparation) -> None:
    """Write what changed; each file whole or not at all."""
    catalogs.write(result.files)


def built(settings: Settings) -> Glossary:
    """The glossary of the last build; an empty one before the first."""
    path = settings.root / settings.output / "glossary.json"
    try:
        return json_format.load(path.read_bytes(), f"{settings.output}/glossary.json")
    except FileNotFoundError:
        return Glossary(())
    except OSError as error:
        raise GlossaryError(f"cannot be read: {error.strerror}", path=str(path)) from None


def _known(settings: Settings) -> Known:
    """The glossary of the last build, its renderings and the translation memory; no glossary yet: no terms."""
    glossary = built(settings)
    languages = catalogs.catalog_languages(settings.languages)
    offers = {language: catalogs.memory(settings, language) for language in languages}
    return Known(settings, glossary, catalogs.translations(glossary, settings), offers)


def source_terms(glossary: Glossary) -> SourceTerms:
    """What finds the terms of a glossary in a text, in any of their forms; what has capitals only as it is written."""
    return SourceTerms(
        (concept.id, term.form, concept.kind in _NAMES or any(map(str.isupper, term.form)))
        for concept in glossary
        for term in concept.english.terms
    )


def _with_terms(messages: Iterable[SegmentMessage], terms: SourceTerms) -> tuple[SegmentMessage, ...]:
    found = []
    for message in messages:
        uses: dict[str, str] = {}
        for use in terms.uses(message.msgid):
            uses.setdefault(use.concept_id, use.form)
        found.append(replace(message, terms=tuple(uses.items())))
    return tuple(found)


def passages_of(
    document: Manuscript,
    lying: Mapping[str, Held],
    segmentation: Segmentation | None = None,
    *,
    boilerplate: bool = False,
) -> tuple[Passage, ...]:
    """The document's passages as its catalogs have them, or are to have them.

    ``segmentation``: as for ``prepare``.  Boilerplate is among them where it is wanted or has been translated.
    """
    entries = [entry for file in lying.values() for entry in file.catalog.messages]
    passages = _cut(document, segmentation, {entry.msgid for entry in entries if not entry.obsolete})
    translated = {entry.msgid for entry in entries if entry.msgstr}
    return tuple(
        passage for passage in passages if boilerplate or passage.role != "boilerplate" or passage.text in translated
    )


def _cut(document: Manuscript, segmentation: Segmentation | None, known: set[str]) -> tuple[Passage, ...]:
    """The passages; without a wish in the segmentation that the known texts are of.

    By paragraph unless more known texts are a later sentence of some paragraph than hold several sentences.
    """
    if segmentation is not None:
        return documents.cut(document, segmentation)
    paragraphs = documents.cut(document, "paragraph")
    if not known:
        return paragraphs
    sentences = documents.cut(document, "sentence")
    parts = sum(1 for passage in sentences if passage.part and passage.text in known)
    if not parts:
        return paragraphs
    whole = known.difference(passage.text for passage in sentences)
    return sentences if parts > sum(map(documents.has_sentences, whole)) else paragraphs
