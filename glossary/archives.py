"""Zip archives that other people made: what bounds them, and what they raise when they are damaged or forged."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Collection

MOST_FILES = 20_000
"""Files in an archive: a catalog for each of 10,000 documents, and what systems add to them."""
LARGEST = 500_000_000
"""Bytes of all its files, unpacked: 500 times a novel, 50 times the catalogs of 1,000 articles; more is no text but an
attack (a "zip bomb")."""
BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, NotImplementedError, RuntimeError, EOFError, OSError)
"""What reading a damaged, encrypted or forged archive raises; ``NotImplementedError`` is zipfile's own, for a way of
compressing that it does not know."""


def excessive(files: Collection[zipfile.ZipInfo]) -> bool:
    """Are these files of an archive more, or would they unpack to more bytes, than anything that we read has?"""
    return len(files) > MOST_FILES or sum(file.file_size for file in files) > LARGEST
