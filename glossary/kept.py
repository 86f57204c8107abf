"""The folder beside a project where builds remember what spares the next one work; safe to delete."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from glossary.errors import GlossaryError

FOLDER = ".glossary-cache"
TOGETHER = 1_000
"""Rows of a table that are in memory at once, about 100 kB."""


def begin(folder: Path) -> None:
    """Make the folder, which git does not see.  Raises ``OSError`` where that cannot be."""
    folder.mkdir(exist_ok=True)
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")


def keep(file: Path, *pieces: bytes) -> None:
    """Replace a file of the folder, whatever it holds; without permission or room nothing is remembered."""
    from glossary.catalogs import put  # noqa: PLC0415  (what only recalls does not need it)

    with suppress(OSError, GlossaryError):
        begin(file.parent)
        put(file, pieces)


def digest(*pieces: bytes) -> str:
    """A hash of the bytes, in hexadecimal digits: the one that processors have instructions for."""
    found = sha256()
    for piece in pieces:
        found.update(piece)
    return found.hexdigest()


def keep_sealed(file: Path, *pieces: bytes) -> str:
    """As ``keep``, behind a hash of the bytes, by which damage is noticed; gives the hash."""
    seal = digest(*pieces)
    keep(file, seal.encode(), b"\n", *pieces)
    return seal


def sealed(file: Path) -> tuple[str, bytes]:
    """The hash and the bytes that ``keep_sealed`` left.  Raises ``OSError``, and ``ValueError`` for anything else."""
    seal, _, data = file.read_bytes().partition(b"\n")
    if seal != digest(data).encode():
        raise ValueError(f"{file.name} is damaged")
    return seal.decode(), data


def keep_table(file: Path, basis: str, rows: Iterable[tuple[str, Any]]) -> None:
    """As ``keep``, as compressed JSON that holds on one ``basis`` only: a hash of all that it depends on."""
    keep(file, *_packed(basis, rows))


def _packed(basis: str, rows: Iterable[tuple[str, Any]]) -> Iterator[bytes]:
    packer, left = zlib.compressobj(1), iter(rows)
    start = f"{basis}\n{{"
    while some := dict(islice(left, TOGETHER)):
        yield packer.compress(f"{start}{json.dumps(some, ensure_ascii=False)[1:-1]}".encode("utf-8", "surrogatepass"))
        start = ", "
    yield packer.compress(f"{start.removesuffix(', ')}}}".encode()) + packer.flush()


def table(file: Path, basis: str) -> Mapping[str, Any]:
    """What ``keep_table`` left, if that was on the same basis; whatever is wrong with the file, it is empty."""
    try:
        head, _, body = zlib.decompress(file.read_bytes()).partition(b"\n")
        found: Mapping[str, Any] = json.loads(body) if head == basis.encode() else {}
    except (OSError, ValueError, zlib.error):
        return {}
    return found
