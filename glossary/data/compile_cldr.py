"""Compile CLDR's names of territories, languages and currencies into ``cldr_names.tsv``, by way of Babel.

Babel reads a whole locale, and what its files refer to, at once: 60 ms where this table takes two.  Run by hand when
Babel brings a newer CLDR::

    python -m glossary.data.compile_cldr

Columns: English name, part of CLDR, key, ko, ja, uk.  Of two keys with one English name the first is taken.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.core import Locale, get_cldr_version

TABLE = Path(__file__).parent / "cldr_names.tsv"
PARTS = ("territories", "languages", "currencies")
LANGUAGES = ("ko", "ja", "uk")
FOOTNOTE = re.compile("[\u00b9\u00b2\u00b3\u2070-\u2079]+$")
"""A superscript digit that some values end in ("Велика Британія²")."""


def clean(form: str) -> str:
    """A name as it is used: without footnote and no-break space."""
    return FOOTNOTE.sub("", form).replace("\u00a0", " ").strip()


def _rows() -> Iterator[tuple[str, ...]]:
    """Every name that English has."""
    locales = [Locale(language) for language in LANGUAGES]
    for part in PARTS:
        for key, name in getattr(Locale("en"), part).items():
            english = clean(name).replace("’", "'")
            yield english, part, key, *(clean(getattr(locale, part).get(key, "")) for locale in locales)


def table() -> str:
    """The text of the file."""
    head = f"# Names from CLDR {get_cldr_version()}, see NOTICE.md; by compile_cldr.py\nen\tpart\tkey\tko\tja\tuk\n"
    return head + "".join("\t".join(row) + "\n" for row in _rows())


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{TABLE.name}: {len(TABLE.read_bytes())} bytes\n")
