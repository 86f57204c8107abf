"""The formats by name: what ``glossary export`` writes and ``glossary import`` reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from glossary.exchange import csv_format, json_format, omegat, tbx, tbx2, tbx3
from glossary.exchange.entries import Reading
from glossary.exchange.scope import Scope
from glossary.model import Glossary

Writer = Callable[[Glossary, Scope], bytes]
"""A glossary with its renderings → the bytes of a file; raises ``GlossaryError`` for what the format forbids."""
Reader = Callable[[bytes, str], Reading]
"""The bytes of a file and its name in messages → what it holds; raises ``GlossaryError`` with the line."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format that ``glossary export`` writes."""

    description: str
    """What loads it, in a few words."""
    suffix: str
    """Usual ending of the file's name."""
    write: Writer
    pair: bool = False
    """It holds English and one other language."""
    approved_only: bool = False
    """Fuzzy renderings stay out, for whoever loads the file takes all for approved."""


FORMATS: Mapping[str, Format] = {
    "json": Format("every detail, for scripts", ".json", json_format.export),
    "csv": Format("one row a concept, for scripts and text editors", ".csv", csv_format.export),
    "tbx": Format(
        "TBX of 2008, for OmegaT, Lokalize, Weblate and most tools", ".tbx", tbx2.export, approved_only=True
    ),
    "tbx3": Format("TBX-Basic of 2019 (ISO 30042:2019), for terminology systems", ".tbx", tbx3.export,
                   approved_only=True),
    "omegat": Format("OmegaT glossary", ".utf8", omegat.export, pair=True, approved_only=True),
}  # fmt: skip
"""Name, as users type it → format."""

READERS: Mapping[str, Reader] = {
    "json": json_format.read,
    "csv": csv_format.read,
    "tbx": tbx.read,
    "omegat": omegat.read,
}
"""Name, as users type it → reader.  Files of ``.po`` are read by the room of catalogs."""
