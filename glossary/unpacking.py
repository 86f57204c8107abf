"""What a translator sends back: the part of the pipeline behind ``unpack``."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from glossary import catalogs
from glossary.catalogs import Catalog, Digests, Returned
from glossary.errors import GlossaryError
from glossary.exchange import packs
from glossary.packing import SENT
from glossary.settings import Settings

MAX_SIZE = 200_000_000
"""Bytes of a returned file: the catalogs of 10,000 articles, packed, have a tenth."""
_ADDED = r"(?:[ _-]?\(\d+\)|[ _-]copy|[ ._-]{language})"
"""What browsers, systems and people add to a file's name."""


@dataclass(frozen=True, slots=True)
class Unpacking:
    """What came back, and what would be written."""

    returned: tuple[Returned, ...]
    strangers: tuple[str, ...]
    """Catalogs that this project does not have."""
    theirs: bool
    """Conflicts are settled in favor of what came back."""

    @property
    def changed(self) -> tuple[str, ...]:
        """Files that a write would change, as shown to people."""
        return tuple(item.plan.shown for item in self.returned if item.plan.changed)

    @property
    def open(self) -> bool:
        """Is there something left for a person to settle?"""
        return bool(self.strangers) or (not self.theirs and any(item.conflicts for item in self.returned))


def unpack(settings: Settings, path: Path, language: str = "", *, theirs: bool = False) -> Unpacking:
    """Hold a returned pack, or a single catalog, against the project's catalogs; nothing is written.

    ``language`` is for files that do not say theirs.  Raises ``GlossaryError`` for what cannot be read and for files
    in another language, before any is written; see ``packs.unpacked`` for hostile archives.
    """
    files, note = _files(settings, path)
    found: dict[Path, Returned] = {}
    strangers: list[str] = []
    for name, data in sorted(files.items()):
        shown = f"{path.name}/{name}" if name else path.name
        back = catalogs.parse(data, shown)
        wanted = language or str(note.get("language", ""))
        declared = _declared(settings, back)
        if wanted and declared and not set(catalogs.catalog_languages([wanted])) & set(declared):
            hint = "correct its header, or leave out --language" if language else "correct its header, or take it out"
            raise GlossaryError(f"its header says {declared[0]}, not {wanted}", path=shown, hint=hint)
        target = _target(settings, name or path.name, declared, wanted)
        lying = catalogs.read_file(target[0], catalogs.shown_path(target[0], settings)) if target else None
        if target is None or lying is None:
            strangers.append(shown)
            continue
        if target[0] in found:
            raise GlossaryError(f"{target[0].name} is in it twice", path=shown, hint="leave out one of them")
        file = (target[0], catalogs.shown_path(target[0], settings), lying)
        terms = target[0] == catalogs.catalog_path(settings, target[1])
        found[target[0]] = catalogs.bring_back(
            file, target[1], back, _sent(note, target[0].name), terms=terms, theirs=theirs
        )
    if not files:
        raise GlossaryError("no .po file in it", path=path.name, hint="ask the translator for the .po files")
    return Unpacking(tuple(found.values()), tuple(strangers), theirs)


def write(result: Unpacking) -> None:
    """Write what changed; each file whole or not at all."""
    catalogs.write(item.plan for item in result.returned)


def _files(settings: Settings, path: Path) -> tuple[Mapping[str, bytes], Mapping[str, object]]:
    """The catalogs by name (empty: the file itself), and what the pack says of itself."""
    shown = catalogs.shown_path(path, settings)
    try:
        size = path.stat().st_size
    except OSError as error:
        raise GlossaryError(f"cannot be read: {error.strerror}", path=shown, hint="check the path") from None
    if path.is_dir():
        raise GlossaryError("is a folder", path=shown, hint="give the zip archive, or one .po file")
    if size > MAX_SIZE:
        raise GlossaryError(f"too large: {size:,} bytes", path=shown, hint="have a look at it")
    data = catalogs.read_file(path, shown) or b""
    if not data.startswith(b"PK"):
        return {"": data}, {}
    files = packs.unpacked(data, shown, {".po", ".json"})
    notes = [content for name, content in files.items() if PurePosixPath(name).name == SENT]
    try:
        note = json.loads(notes[0]) if notes else {}
    except (ValueError, RecursionError):
        note = {}  # as if it were not there: then more is asked
    po_files = {name: content for name, content in files.items() if name.lower().endswith(".po")}
    return po_files, note if isinstance(note, dict) else {}


def _sent(note: Mapping[str, object], name: str) -> Digests | None:
    """What was sent of one catalog, if the pack still says so."""
    sent = note.get("sent")
    found = sent.get(name) if isinstance(sent, dict) else None
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        return None
    return found


def _declared(settings: Settings, back: Catalog) -> list[str]:
    """The languages of the project that the header may mean: "uk_UA" means uk too."""
    match = re.search(r"^Language:[ \t]*(\S+)", back.header.msgstr if back.header else "", re.MULTILINE | re.IGNORECASE)
    said = match[1].replace("-", "_").partition("@")[0] if match else ""
    return [code for code in catalogs.catalog_languages(settings.languages) if code in (said, said.partition("_")[0])]


def _target(settings: Settings, name: str, declared: Sequence[str], language: str) -> tuple[Path, str] | None:
    """The project's catalog that a returned one is of, and its language; None when there is none.

    The language is the one given, else that of the file's header, folder or name.
    """
    known = catalogs.catalog_languages(settings.languages)
    folders = [part for part in PurePosixPath(name).parts[:-1] if part in known]
    named = [code for code in known if re.search(rf"[ ._-]{code}\.po$", name, re.IGNORECASE)]
    wanted = catalogs.catalog_languages([language])[:1] if language else ()
    for code in (*wanted, *declared, *folders, *named, *(known if len(known) == 1 else ())):
        folder = catalogs.catalog_path(settings, code).parent
        plain = re.sub(rf"{_ADDED.format(language=code)}+\.po$", ".po", PurePosixPath(name).name, flags=re.IGNORECASE)
        for candidate in (PurePosixPath(name).name, plain):
            if code in known and (folder / candidate).is_file():
                return folder / candidate, code
    return None
