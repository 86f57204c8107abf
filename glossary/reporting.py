"""The order of a report: from the project's files to one HTML page.

A part of the pipeline, apart from it because nothing here needs the model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from babel.core import Locale

from glossary import catalogs, checking, documents, revisions, rules, suggesting
from glossary.concepts import load_decisions
from glossary.errors import GlossaryError
from glossary.exchange import json_format
from glossary.model import Document, Glossary, Suggestion
from glossary.reports import changes, html_report
from glossary.reports.content import Content
from glossary.settings import Settings


def report(
    settings: Settings,
    *,
    since: Path | None = None,
) -> bytes:
    """The HTML report on the last build: the glossary, the catalogs and documents as they are, and what a check finds.

    ``since`` is an older ``glossary.json`` to compare with; without it, the one that version control has from
    before the last change.  Raises ``GlossaryError`` when nothing was built yet, and for a file that cannot be read.
    """
    path = settings.root / settings.output / "glossary.json"
    glossary = _load(path, f"{settings.output}/glossary.json", hint="run: glossary build")
    content = Content(
        project=settings.project,
        glossary=glossary,
        languages=language_names(settings),
        translations=catalogs.translations(glossary, settings),
        suggestions=_suggestions(glossary, settings),
        findings=checking.check(settings, checking.Request()).findings,
        rules={code: (rule.title, rule.text) for code, rule in rules.RULES.items()},
        documents=tuple(_documents(glossary, settings)),
        changes=_changes(glossary, path, since),
    )
    return html_report.report(content)


def language_names(settings: Settings) -> Mapping[str, str]:
    """Language as its catalog is named → its English name, in the order of the settings."""
    names = {}
    for language in catalogs.catalog_languages(settings.languages):
        names[language] = Locale.parse(language, sep="_").get_display_name("en") or language
    return names


def _load(path: Path, shown: str, hint: str) -> Glossary:
    try:
        return json_format.load(path.read_bytes(), shown)
    except FileNotFoundError:
        raise GlossaryError("there is no such file", path=shown, hint=hint) from None
    except OSError as error:
        raise GlossaryError(f"cannot be read: {error.strerror}", path=shown) from None


def _suggestions(glossary: Glossary, settings: Settings) -> Mapping[str, Mapping[str, Sequence[Suggestion]]]:
    """Language → concept id → suggestions, as a build would make them now."""
    shown = f"{settings.output}/decisions.toml"
    decisions = load_decisions(settings.root / settings.output / "decisions.toml", shown)
    prefill = suggesting.prefill(glossary, settings, decisions)
    return prefill.suggestions if prefill else {}


def _documents(glossary: Glossary, settings: Settings) -> Iterator[Document]:
    """The documents that the glossary was built from, as they are now; what is gone or unreadable now is left out."""
    for source in glossary.sources:
        try:
            yield documents.read(settings.root / source, settings.root, settings.max_file_size)
        except GlossaryError:
            continue


def _changes(glossary: Glossary, path: Path, since: Path | None) -> changes.Changes | None:
    if since is not None:
        old = _load(since, str(since), hint="name an older glossary.json")
        return changes.compare(old, glossary, str(since))
    earlier = revisions.previous(path)
    if earlier is None:
        return None
    return changes.compare(json_format.load(earlier.data, f"glossary.json in {earlier.name}"), glossary, earlier.name)
