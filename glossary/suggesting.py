"""Suggestions for a build and for single terms: what people know already, handed to the room of suggestions.

A part of the pipeline, apart from it because ``glossary suggest`` must start in an instant: nothing here loads
the recognizers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from glossary import catalogs, suggestions
from glossary.errors import GlossaryError
from glossary.exchange import json_format
from glossary.model import Glossary
from glossary.settings import Settings
from glossary.suggestions import Row, Termbase, confidence, files

if TYPE_CHECKING:
    from glossary.concepts import Decisions


def prefill(glossary: Glossary, settings: Settings, decisions: Decisions) -> catalogs.Prefill | None:
    """What the catalogs are to be prefilled with; None when the settings want nothing."""
    if not settings.suggest:
        return None
    known = resources(settings, decisions, glossary)
    languages = catalogs.catalog_languages(settings.languages)
    return catalogs.Prefill(suggestions.suggest(glossary, languages, known), suggestions.PREFILL)


def suggest(settings: Settings, terms: Sequence[str], languages: Sequence[str]) -> suggestions.TermSuggestions:
    """Suggestions for ``terms``, with or without a glossary; what the project has approved is asked first."""
    output = settings.root / settings.output
    built = output / "glossary.json"
    shown = f"{settings.output}/glossary.json"
    glossary = json_format.load(built.read_bytes(), shown) if built.is_file() else Glossary(())
    decisions = None
    if (output / "decisions.toml").is_file():
        from glossary.concepts import load_decisions  # noqa: PLC0415  (loads what only a build needs)

        decisions = load_decisions(output / "decisions.toml", f"{settings.output}/decisions.toml")
    return suggestions.suggest_terms(terms, languages, resources(settings, decisions, glossary))


def resources(settings: Settings, decisions: Decisions | None, glossary: Glossary) -> suggestions.Resources:
    """Everything that ``settings`` and the project's files add to the data of the program.

    Raises ``GlossaryError`` for a termbase that is missing or cannot be read, and for a broken catalog.
    """
    project = (
        *([Termbase(decisions.path, tuple(_decided(decisions, glossary)), confidence.PROJECT)] if decisions else ()),
        Termbase("approved", tuple(_approved(settings, glossary)), confidence.PROJECT),
        *_other_domains(settings),
    )
    own = tuple(termbase for path in settings.termbases for termbase in _termbases(settings, path))
    return suggestions.Resources(project, own, settings.suggest)


def _decided(decisions: Decisions, glossary: Glossary) -> Iterator[Row]:
    """Renderings of ``decisions.toml``, under every form of their concepts."""
    for decision in decisions.concepts:
        if decision.renderings:
            known = [form for concept in glossary.find(decision.form) for form in concept.forms]
            forms = dict.fromkeys(form for form in (decision.form, decision.prefer, *decision.merge, *known) if form)
            yield Row(tuple(forms), decision.renderings, decision.kind or "")


def _approved(settings: Settings, glossary: Glossary) -> Iterator[Row]:
    """What translators confirmed in this glossary: serves other concepts that have it as a part."""
    for language, by_concept in catalogs.translations(glossary, settings).items():
        for identifier, translation in by_concept.items():
            if translation.status == "approved":
                concept = glossary.by_id[identifier]
                renderings = {language: (translation.form,)}
                yield Row(
                    (concept.preferred,), renderings, concept.kind, reference=concept.preferred, concept=identifier
                )


def _other_domains(settings: Settings) -> Iterator[Termbase]:
    """Approved short texts of the other catalogs beside the glossary's."""
    own = {catalogs.catalog_path(settings, language) for language in settings.languages}
    for path in sorted((settings.root / settings.output).glob("*/LC_MESSAGES/*.po")):
        if path not in own:
            yield _catalog(path, catalogs.shown_path(path, settings), confidence.TERMBASE)


def _termbases(settings: Settings, name: str) -> Iterator[Termbase]:
    """The termbase at a path of the settings; of a folder, one for each catalog in it."""
    path = settings.root / name
    if path.is_dir():
        found = sorted(path.rglob("*.po"))
        if not found:
            raise GlossaryError("no .po file in this folder", path=name, hint="correct the setting termbases")
        for file in found:
            yield _catalog(file, catalogs.shown_path(file, settings), confidence.TERMBASE)
    elif path.suffix == ".po":
        if not path.is_file():
            raise GlossaryError("there is no such file", path=name, hint="correct the setting termbases")
        yield _catalog(path, name, confidence.TERMBASE)
    else:
        yield files.load(path, name)


def _catalog(path: Path, shown: str, trust: float) -> Termbase:
    language, texts = catalogs.approved(path, shown)
    return Termbase(shown, tuple(_rows(language, texts)), trust)


def _rows(language: str, texts: Mapping[str, str]) -> Iterator[Row]:
    for msgid, msgstr in texts.items():
        if "\n" not in msgid:
            yield Row((msgid,), {language: (msgstr,)})
