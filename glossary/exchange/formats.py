"""The formats by name: what ``glossary export`` writes and ``glossary import`` reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from glossary.exchange import (
    csv_format,
    json_format,
    mt,
    omegat,
    pages,
    skos,
    tbx,
    tbx2,
    tbx3,
    vendors,
    weblate,
    words,
    xlsx_format,
    xlsx_reading,
)
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
    write: Writer | None
    """None: the catalog as it lies in the project."""
    pair: bool = False
    """It holds English and one other language."""
    approved_only: bool = False
    """Fuzzy renderings stay out, for whoever loads the file takes all for approved."""


FORMATS: Mapping[str, Format] = {
    "json": Format("every detail, for scripts", ".json", json_format.export),
    "csv": Format("one row a concept, for scripts and text editors", ".csv", csv_format.export),
    "xlsx": Format("workbook with filters, lists and colors, for spreadsheets; needs the extra xlsx", ".xlsx",
                   xlsx_format.export),
    "tbx": Format("TBX of 2008, which OmegaT, Lokalize, Weblate and most tools read", ".tbx", tbx2.export,
                  approved_only=True),
    "tbx3": Format("TBX-Basic of 2019 (ISO 30042:2019), for terminology systems", ".tbx", tbx3.export,
                   approved_only=True),
    "omegat": Format("OmegaT glossary", ".utf8", omegat.export, pair=True, approved_only=True),
    "lokalize": Format("Lokalize: TBX of 2008, as GlossaryTbx of a project", ".tbx", tbx2.export, approved_only=True),
    "poedit": Format("Poedit, gtranslator, Virtaal: the catalog itself, notes and all", ".po", None, pair=True),
    "weblate": Format("Weblate glossary as PO, with Weblate's flags", ".po", weblate.po, pair=True),
    "weblate-csv": Format("Weblate glossary as CSV", ".csv", weblate.csv, pair=True),
    "weblate-tbx": Format("Weblate glossary as TBX", ".tbx", weblate.tbx, pair=True, approved_only=True),
    "crowdin": Format("Crowdin glossary", ".csv", vendors.crowdin, approved_only=True),
    "phrase": Format("Phrase TMS term base; needs the extra xlsx", ".xlsx", xlsx_format.phrase, approved_only=True),
    "phrase-strings": Format("Phrase Strings term base", ".csv", vendors.phrase_strings, approved_only=True),
    "memoq": Format("memoQ term base", ".csv", vendors.memoq, approved_only=True),
    "multitermconvert": Format("MultiTerm Convert, for Trados termbases", ".csv", vendors.multiterm,
                               approved_only=True),
    "deepl": Format("DeepL glossary", ".csv", mt.deepl, pair=True, approved_only=True),
    "google": Format("Google Cloud Translation glossary: equivalent term set, or one language pair", ".csv", mt.google,
                     approved_only=True),
    "amazon": Format("Amazon Translate custom terminology", ".csv", mt.amazon, approved_only=True),
    "skos": Format("SKOS in Turtle, for linked data; needs the extra skos", ".ttl", skos.export, approved_only=True),
    "cspell": Format("cspell: accepted and forbidden words", ".json", words.cspell),
    "hunspell": Format("Hunspell personal dictionary: accepted and forbidden words", ".dic", words.hunspell),
    "vale": Format("Vale vocabulary: accept.txt", ".txt", words.vale_accept),
    "vale-reject": Format("Vale vocabulary: reject.txt", ".txt", words.vale_reject),
    "markdown": Format("a page for people", ".md", pages.markdown),
    "html": Format("a page for people", ".html", pages.html),
}  # fmt: skip
"""Name, as users type it → format."""

READERS: Mapping[str, Reader] = {
    "json": json_format.read,
    "csv": csv_format.read,
    "xlsx": xlsx_reading.read,
    "tbx": tbx.read,
    "omegat": omegat.read,
}
"""Name, as users type it → reader.  Files of ``.po`` are read by the room of catalogs."""
