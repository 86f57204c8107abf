"""A pack for a translator: a zip archive (APPNOTE.TXT 6.3.9) that is the same for the same files, and the way back.

What comes back was in other people's hands: nothing of it is ever unpacked to a path, its size and number of files
are bounded before anything is read, and names that lead out of the archive refuse the whole.
"""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from glossary import archives
from glossary.errors import GlossaryError

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that an archive can name: the same files give the same bytes."""


def packed(files: Mapping[str, bytes]) -> bytes:
    """An archive of these files, in their order; names have ``/``."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, data)
    return stream.getvalue()


def unpacked(data: bytes, path: str, suffixes: Collection[str]) -> dict[str, bytes]:
    """The files of an archive with these suffixes, small, by name; what systems add (``__MACOSX``) is left out.

    Raises ``GlossaryError`` (``path`` is its name) for what is no archive, one with too much in it, with a password,
    with a name that leads out of it, or with a link.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = [info for info in archive.infolist() if not info.is_dir()]
            if archives.excessive(files):
                limit = f"more than {archives.MOST_FILES:,} files or {archives.LARGEST:,} bytes"
                raise GlossaryError(f"unpacks to {limit}", path=path, hint="have a look at it")
            for info in files:
                _refuse(info, path)
            wanted = [info for info in files if _wanted(info.filename, suffixes)]
            return {info.filename.replace("\\", "/"): archive.read(info) for info in wanted}
    except archives.BROKEN as error:
        raise GlossaryError(f"no zip archive that can be read ({error})", path=path, hint="ask for it again") from None


def _refuse(info: zipfile.ZipInfo, path: str) -> None:
    """Raise ``GlossaryError`` for a file of an archive that no translator's program makes."""
    name = info.filename.replace("\\", "/")
    parts = PurePosixPath(name).parts
    if name.startswith("/") or ".." in parts or ":" in parts[0] or "\0" in info.orig_filename:
        raise GlossaryError(f"{info.filename!r} leads out of the archive", path=path, hint="do not trust it")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise GlossaryError(f"{info.filename!r} is a link", path=path, hint="do not trust it")
    if info.flag_bits & 1:
        raise GlossaryError("locked with a password", path=path, hint="ask for it without one")


def _wanted(name: str, suffixes: Collection[str]) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    hidden = parts[0] == "__MACOSX" or parts[-1].startswith(".")
    return not hidden and PurePosixPath(parts[-1]).suffix.lower() in suffixes
