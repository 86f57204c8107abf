"""Values ⇄ bytes, for machines alone: what lies in the cache and what travels between processes.

MessagePack (https://msgpack.org), which is read twice and written four times as quickly as JSON, and is as safe to
read: nothing in it is ever run.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import msgpack

LEVEL = 1
"""Of zlib: the quickest; level 6 takes three times as long for a tenth less."""
TOGETHER = 1_000
"""Values that are compressed at once: a hundred kilobytes of texts."""
_SURROGATES = "surrogatepass"
"""Half a character, as damaged documents have them, comes back as it was."""


def dumped(value: object) -> bytes:
    """Lists, dictionaries, texts, bytes, numbers and nothing, in any combination; numbers may be keys."""
    found: bytes = msgpack.packb(value, unicode_errors=_SURROGATES)
    return found


def loaded(data: bytes) -> Any:
    """What was ``dumped``, lists as tuples.  Raises ``ValueError`` or ``TypeError`` for anything else."""
    return msgpack.unpackb(data, unicode_errors=_SURROGATES, strict_map_key=False, use_list=False)


def compressed(value: object) -> bytes:
    """As ``dumped``, compressed."""
    return zlib.compress(dumped(value), LEVEL)


def compressed_list(values: Sequence[object]) -> bytes:
    """As ``compressed``, of a long list, of which only some values are held as bytes at a time."""
    return b"".join(_pieces(values))


def _pieces(values: Sequence[object]) -> Iterator[bytes]:
    packer, packing = msgpack.Packer(unicode_errors=_SURROGATES), zlib.compressobj(LEVEL)
    yield packing.compress(packer.pack_array_header(len(values)))
    for start in range(0, len(values), TOGETHER):
        yield packing.compress(b"".join(map(packer.pack, values[start : start + TOGETHER])))
    yield packing.flush()


def expanded(data: bytes) -> Any:
    """What was ``compressed``, as ``loaded`` gives it.  Raises ``zlib.error``, or as that does, for anything else."""
    return loaded(zlib.decompress(data))
