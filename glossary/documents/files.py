"""Which files to read: paths named by a person or the settings -> a sorted list of readable files."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from glossary.errors import DocumentError, printable
from glossary.expressions import expression
from glossary.settings import Settings

URL = expression(r"[a-z][a-z0-9+.-]+:/", re.IGNORECASE)
"""What a URL looks like as a path."""


def absolute(path: Path) -> str:
    """As ``os.path.abspath``, which does not follow links, but quick for what is absolute already: of all documents,
    again and again.
    """
    written = str(path)
    plain = os.sep == "/" and written.startswith("/") and "/.." not in written  # a path has no // and no /./
    return written if plain else os.path.abspath(written)  # noqa: PTH100 - resolve() follows links


def relative(path: Path, root: Path) -> str:
    """``path`` relative to ``root`` with ``/`` on every system; absolute when it lies outside of it.

    Links are followed only where the path as written lies outside.  Bytes that are no UTF-8 and control characters
    become U+FFFD.
    """
    written, base = absolute(path), absolute(root)
    if os.sep == "/" and written.startswith(f"{base}/"):
        return _text(written[len(base) + 1 :])
    return _outside(Path(written), Path(base), path, root)


def _outside(written: Path, base: Path, path: Path, root: Path) -> str:
    """``relative`` for what does not plainly lie in ``root``."""
    if written.is_relative_to(base):
        return _text(written.relative_to(base).as_posix())
    real, folder = Path(os.path.realpath(path)), root.resolve()  # resolve() fails in loops
    return _text((real.relative_to(folder) if real.is_relative_to(folder) else written).as_posix())


def _text(path: str) -> str:
    return printable(path if path.isascii() else os.fsencode(path).decode("utf-8", "replace"))


def find_files(paths: Sequence[Path], settings: Settings, suffixes: Collection[str]) -> tuple[Path, ...]:
    """The readable files among ``paths`` and in the folders among them, sorted by path, each file once.

    Left out: what matches ``settings.exclude``; and inside folders hidden files and folders, the output
    folder and files of other suffixes.  Links to folders are followed, each folder is entered once.
    Raises ``DocumentError`` for a path that does not exist or is no file, a folder without any readable file, a
    named file of unknown suffix, and when the exclude patterns leave nothing.
    """
    known = ", ".join(suffixes)
    output = (settings.root / settings.output).resolve()
    found: dict[str, tuple[str, Path]] = {}
    for path in paths:
        name = relative(path, settings.root)
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir() fails for names that are too long
            files = list(_walk(path, output, suffixes, settings.root))
            if not files:
                raise DocumentError("no readable file in this folder", path=name, hint=f"known suffixes are {known}")
        elif not os.path.exists(path):  # noqa: PTH110 - the same
            raise _missing(name, settings)
        elif not os.path.isfile(path):  # noqa: PTH113 - the same
            raise DocumentError("a pipe or a device, and no file", path=name, hint="save it as a file")
        elif path.suffix.lower() in suffixes:
            files = [(path, str(path.resolve()), name)]
        else:
            raise DocumentError(f"unknown suffix {path.suffix!r}", path=name, hint=f"known are {known}")
        for file, real, shown in files:
            if not is_excluded(shown, settings.exclude):
                _add(found, file, real, shown)
    if paths and not found:
        raise DocumentError("every file is left out by the setting exclude", hint="change exclude or name other files")
    return tuple(file for _, file in sorted(found.values(), key=_place))


def _place(item: tuple[str, Path]) -> tuple[str, bytes]:
    """Its place by its shown path, which two files may have in common where that lacks bytes of theirs."""
    shown, file = item
    return shown, b"" if shown.isascii() else os.fsencode(file)


def _missing(name: str, settings: Settings) -> DocumentError:
    """What is raised for a path at which there is nothing."""
    if URL.match(name):
        return DocumentError("a URL, and those only glossary build reads", path=name, hint="name files and folders")
    own = name in settings.sources
    hint = "name files and folders, or set sources in glossary.toml" if own else "check the path"
    return DocumentError("no such file or folder", path=name, hint=hint)


def _add(found: dict[str, tuple[str, Path]], file: Path, real: str, shown: str) -> None:
    """Of several names of one file the real one is kept, then the first in order, however they were given."""
    other = found.get(real)
    if other is None or _rank(file, real, shown) < _rank(other[1], real, other[0]):
        found[real] = shown, file


def _rank(file: Path, real: str, shown: str) -> tuple[bool, str]:
    return absolute(file) != real, shown


def _walk(folder: Path, output: Path, suffixes: Collection[str], root: Path) -> Iterator[tuple[Path, str, str]]:
    """The files of these suffixes under ``folder``, links followed, no folder twice; hidden ones and ``output`` left
    out.

    Each with its real path, and with its path as shown: those of its folder with its name, but for links and for what
    lies outside of ``root``, as to ask for each costs a look at every folder above it.
    """
    seen = {folder.resolve()}
    for base, folders, names in os.walk(folder, onerror=_refuse, followlinks=True):
        kept = []
        for name in sorted(folders):
            real = Path(base, name).resolve()
            if not name.startswith(".") and real != output and real not in seen:
                seen.add(real)
                kept.append(name)
        folders[:] = kept
        here, really = Path(base), os.path.realpath(base)
        within = f"{absolute(here)}/".startswith(f"{absolute(root)}/") and os.sep == "/"
        shown = f"{absolute(here)}/"[len(absolute(root)) + 1 :]
        with os.scandir(base) as found:
            entries = {entry.name: entry for entry in found}
        for name in sorted(names):
            entry = entries.get(name)
            if entry is None or name.startswith(".") or not entry.is_file():
                continue
            if os.path.splitext(name)[1].lower() in suffixes:  # noqa: PTH122  (of many)
                file, linked = here / name, entry.is_symlink()
                own = os.path.realpath(entry.path) if linked else os.path.join(really, name)  # noqa: PTH118
                yield file, own, _text(f"{shown}{name}") if within else relative(file, root)


def _refuse(error: OSError) -> None:
    hint = "check that you may read it"
    raise DocumentError(f"cannot be read: {error.strerror}", path=str(error.filename), hint=hint) from None


def is_excluded(name: str, patterns: Sequence[str]) -> bool:
    """Does a pattern match the file, or a folder it lies in?

    ``*``, ``?`` and ``[a-z]`` stay within a name, ``**`` is any number of folders; a pattern without ``/``
    (before its end) holds in every folder, as in .gitignore.
    """
    parts = name.split("/")
    for pattern in patterns:
        body = pattern.strip().removeprefix("./").rstrip("/")
        if _matches(parts, body.lstrip("/").split("/") if "/" in body else ["**", body]):
            return True
    return False


def _matches(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    if not pattern or not parts:
        return not pattern
    if pattern[0] == "**":
        return any(_matches(parts[start:], pattern[1:]) for start in range(len(parts)))
    return fnmatchcase(parts[0], pattern[0]) and _matches(parts[1:], pattern[1:])
