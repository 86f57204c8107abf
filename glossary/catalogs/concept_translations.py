"""The translations that the catalogs hold for the concepts, for exports and checks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from glossary.catalogs.concept_messages import messages
from glossary.catalogs.headers import catalog_languages
from glossary.catalogs.merging import match, needs_review
from glossary.catalogs.paths import catalog_path, shown_path
from glossary.catalogs.prefill import ours
from glossary.catalogs.reading import read
from glossary.model import Glossary, Location
from glossary.settings import Settings

TERM_LENGTH = 80
"""Characters of the longest msgid that counts as a term."""


@dataclass(frozen=True, slots=True)
class Translation:
    """What a catalog says about a concept."""

    form: str
    """The translation; the first plural form where there are several. Never empty."""
    status: Literal["approved", "fuzzy"]
    """*fuzzy*: not yet confirmed by a translator, or made for another form of the concept."""
    source: Location
    """The message in the catalog."""
    suggested: bool = False
    """It is a suggestion of this program that nobody has touched yet."""


def translations(glossary: Glossary, settings: Settings) -> Mapping[str, Mapping[str, Translation]]:
    """Language → concept id → translation, in the order of the settings and of the glossary.

    Concepts without translation are left out, and so are catalogs that do not exist yet.  The catalogs
    count as they would after the next build: a renamed concept has its translation, a vanished one has none.
    Raises ``CatalogError`` for a catalog that cannot be read whole.
    """
    wanted = messages(glossary, settings, told=False)
    found: dict[str, dict[str, Translation]] = {}
    for language in catalog_languages(settings.languages):
        path = catalog_path(settings, language)
        shown = shown_path(path, settings)
        catalog = read(path, shown)
        if catalog is None:
            continue
        matched = match(catalog.messages, wanted)
        found[language] = {}
        for index, message in enumerate(wanted):
            entry = matched.entries.get(index)
            if entry is not None and entry.msgstr:
                fuzzy = entry.fuzzy or needs_review(index, message, matched)
                place = Location(shown, entry.number)
                status: Literal["approved", "fuzzy"] = "fuzzy" if fuzzy else "approved"
                found[language][message.concept] = Translation(entry.msgstr, status, place, ours(entry))
    return found


def approved(path: Path, shown: str = "") -> tuple[str, Mapping[str, str]]:
    """Language and msgid → msgstr of what translators confirmed in any catalog, whatever its domain.

    The language is that of the header, else of the folder above ``LC_MESSAGES``; texts longer than a line of
    an editor (80 characters) are sentences, no terms, and left out.  Raises ``CatalogError`` for a catalog that
    cannot be read whole.
    """
    catalog = read(path, shown)
    if catalog is None:
        return "", {}
    declared = re.search(r"^Language:[ \t]*(\S+)", catalog.header.msgstr if catalog.header else "", re.MULTILINE)
    folder = path.parent.parent.name if path.parent.name == "LC_MESSAGES" else path.stem
    found: dict[str, str] = {}
    for entry in catalog.messages:
        if entry.msgstr and not entry.fuzzy and not entry.obsolete and len(entry.msgid) <= TERM_LENGTH:
            found.setdefault(entry.msgid.strip(), entry.msgstr.strip())
    return declared[1] if declared else folder, found
