"""What translators approved, as termbases for suggestions: this glossary's catalogs, other domains, other projects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from glossary import catalogs
from glossary.errors import GlossaryError
from glossary.model import ConceptEntry, Glossary
from glossary.settings import Settings
from glossary.suggestions import Row, Termbase, confidence


def project_catalogs(settings: Settings, glossary: Glossary) -> tuple[Termbase, ...]:
    """This glossary's approved translations, and the approved short texts of the other catalogs beside them."""
    own = {catalogs.catalog_path(settings, language) for language in catalogs.catalog_languages(settings.languages)}
    others = sorted(set((settings.root / settings.output).glob("*/LC_MESSAGES/*.po")) - own)
    return (
        Termbase("approved", tuple(_approved(settings, glossary)), confidence.PROJECT),
        *(_catalog(path, catalogs.shown_path(path, settings)) for path in others),
    )


def _approved(settings: Settings, glossary: Glossary) -> Iterator[Row]:
    """What translators confirmed in this glossary: serves other concepts that have it as a part.

    What is to be kept as it is counts as confirmed in all languages, whether a build has written it there yet or not.
    """
    for language, by_concept in catalogs.translations(glossary, settings).items():
        for identifier, translation in by_concept.items():
            concept = glossary.by_id[identifier]
            if translation.status == "approved" and concept.translate:
                yield _row(concept, {language: (translation.form,)})
    for concept in glossary:
        if not concept.translate:
            yield _row(concept, dict.fromkeys(catalogs.catalog_languages(settings.languages), (concept.preferred,)))


def _row(concept: ConceptEntry, renderings: Mapping[str, tuple[str, ...]]) -> Row:
    return Row((concept.preferred,), renderings, concept.kind, reference=concept.preferred, concept=concept.id)


def catalog_termbases(settings: Settings, name: str) -> tuple[Termbase, ...]:
    """The termbases in a .po file or a folder of them that the settings name.

    Raises ``GlossaryError`` when there is none, ``CatalogError`` for one that cannot be read whole.
    """
    path = settings.root / name
    found = sorted(path.rglob("*.po")) if path.is_dir() else [path] if path.is_file() else []
    if not found:
        what = "no .po file in this folder" if path.is_dir() else "there is no such file"
        raise GlossaryError(what, path=name, hint="correct the setting termbases")
    return tuple(_catalog(file, catalogs.shown_path(file, settings)) for file in found)


def _catalog(path: Path, shown: str) -> Termbase:
    language, texts = catalogs.approved(path, shown)
    rows = (Row((msgid,), {language: (msgstr,)}) for msgid, msgstr in texts.items() if "\n" not in msgid)
    return Termbase(shown, tuple(rows))
