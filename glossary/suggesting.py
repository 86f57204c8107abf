"""Suggestions for a build and for single terms: what people know already, handed to the room of suggestions.

A part of the pipeline, apart from it because ``glossary suggest`` must start in an instant: what is not needed is not
loaded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from glossary import suggestions
from glossary.model import Glossary
from glossary.settings import Settings
from glossary.suggestions import Row, Termbase, confidence

if TYPE_CHECKING:
    from glossary.catalogs import Prefill
    from glossary.concepts import Decisions


def prefill(glossary: Glossary, settings: Settings, decisions: Decisions) -> Prefill | None:
    """What the catalogs are to be prefilled with; None when the settings want nothing."""
    from glossary import catalogs  # noqa: PLC0415  (50 ms that single terms do not need)

    if not settings.suggest:
        return None
    known = resources(settings, decisions, glossary)
    languages = catalogs.catalog_languages(settings.languages)
    return catalogs.Prefill(suggestions.suggest(glossary, languages, known), suggestions.PREFILL)


def suggest(settings: Settings, terms: Sequence[str], languages: Sequence[str]) -> suggestions.TermSuggestions:
    """Suggestions for ``terms``, with or without a glossary; what the project has approved is asked first."""
    output = settings.root / settings.output
    glossary, decisions = Glossary(()), None
    if (output / "glossary.json").is_file():
        from glossary.exchange import json_format  # noqa: PLC0415

        glossary = json_format.load((output / "glossary.json").read_bytes(), f"{settings.output}/glossary.json")
    if (output / "decisions.toml").is_file():
        from glossary.concepts import load_decisions  # noqa: PLC0415

        decisions = load_decisions(output / "decisions.toml", f"{settings.output}/decisions.toml")
    return suggestions.suggest_terms(terms, languages, resources(settings, decisions, glossary))


def resources(settings: Settings, decisions: Decisions | None, glossary: Glossary) -> suggestions.Resources:
    """Everything that ``settings`` and the project's files add to the data of the program.

    Raises ``GlossaryError`` for a termbase that is missing or cannot be read, and for a broken catalog.
    """
    project: tuple[Termbase, ...] = ()
    if decisions is not None:
        project += (Termbase(decisions.path, tuple(_decided(decisions, glossary)), confidence.PROJECT),)
    if any((settings.root / settings.output).glob("*/LC_MESSAGES/*.po")):
        from glossary.approved import project_catalogs  # noqa: PLC0415

        project += project_catalogs(settings, glossary)
    own = tuple(termbase for name in settings.termbases for termbase in _termbases(settings, name))
    return suggestions.Resources(project, own, settings.suggest)


def _decided(decisions: Decisions, glossary: Glossary) -> Iterator[Row]:
    """Renderings of ``decisions.toml``, under every form of their concepts."""
    for decision in decisions.concepts:
        if decision.renderings:
            known = [form for concept in glossary.find(decision.form) for form in concept.forms]
            forms = dict.fromkeys(form for form in (decision.form, decision.prefer, *decision.merge, *known) if form)
            yield Row(tuple(forms), decision.renderings, decision.kind or "")


def _termbases(settings: Settings, name: str) -> tuple[Termbase, ...]:
    """The termbase at a path of the settings; of a folder, one for each catalog in it."""
    path = settings.root / name
    if path.is_dir() or path.suffix == ".po":
        from glossary.approved import catalog_termbases  # noqa: PLC0415

        return catalog_termbases(settings, name)
    from glossary.suggestions import files  # noqa: PLC0415

    return (files.load(path, name),)
