"""What is mailed to a translator: the part of the pipeline behind ``pack``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glossary import catalogs, counting, exchanging
from glossary.counting import Progress
from glossary.errors import GlossaryError
from glossary.exchange import packs
from glossary.preparing import built
from glossary.reports import brief
from glossary.settings import Settings

SENT = "pack.json"
"""File of a pack that says what was sent, so that what comes back can be told from it."""
_EXPORTS = {"omegat": "glossary/omegat.utf8", "tbx": "glossary/glossary.tbx"}
"""Format of the glossary → its file in a pack."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack, before it is written."""

    language: str
    data: bytes
    """The zip archive."""
    files: tuple[str, ...]
    progress: tuple[Progress, ...]
    """Its catalogs in figures."""


def pack(settings: Settings, language: str) -> Pack:
    """All catalogs of a language, the glossary as OmegaT's and as TBX, and a brief.

    Raises ``GlossaryError`` for a catalog that cannot be read whole, a language that is not among the settings',
    and when there are no catalogs.
    """
    (language,) = catalogs.catalog_languages([language])
    known = catalogs.catalog_languages(settings.languages)
    if language not in known:
        hint = f"the languages are {', '.join(known)}"
        raise GlossaryError(f"{language!r} is not among the languages of the settings", hint=hint)
    figures = counting.progress(settings, [language])
    files: dict[str, bytes] = {"README.txt": brief.text(settings, language, figures).encode()}
    sent: dict[str, Mapping[str, str]] = {}
    for path in catalogs.language_catalogs(settings, language):
        shown = catalogs.shown_path(path, settings)
        data = catalogs.read_file(path, shown)
        if data is not None:
            files[f"po/{path.name}"] = data
            sent[path.name] = catalogs.digests(catalogs.parse(data, shown))
    files |= _exports(settings, language)
    note = {"version": 1, "language": language, "sent": sent}
    files[SENT] = (json.dumps(note, ensure_ascii=False, indent=0, sort_keys=True) + "\n").encode()
    return Pack(language, packs.packed(files), tuple(files), figures)


def _exports(settings: Settings, language: str) -> Mapping[str, bytes]:
    """The glossary in other tools' formats, as far as it has renderings for them."""
    if not built(settings).concepts:
        return {}
    made: Sequence[tuple[str, bytes]] = [
        (name, exchanging.export(settings, form, [language])[0].data) for form, name in _EXPORTS.items()
    ]
    return {name: data for name, data in made if data}
