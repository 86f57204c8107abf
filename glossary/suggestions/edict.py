r"""EDICT, EDICT2 and ENAMDICT (JMdict and JMnedict as text) → rows, for users who have them on their machine.

Line format (https://www.edrdg.org/wiki/index.php/EDICT_Dictionary_File)::

    金正恩 [きんせいおん] /(f) Kim Jong-un (1983-)/

The dictionaries are under CC BY-SA 4.0 (EDRDG): read where they lie, never shipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from glossary.expressions import expression
from glossary.suggestions.termbase import Row

_LINE = expression(r"^(?P<heads>[^\[/]+?) *(?:\[[^\]]*\])? */(?P<glosses>.*)/$")
_NOTE = expression(r"\([^()]*\)|\{[^{}]*\}")
_PERSON = expression(r"\((?:[a-z,]*\b)?[hfmu](?:\b[a-z,]*)?\)")
LONGEST = 5
"""Words of a gloss that is still a term and no explanation."""


def read_edict(data: bytes, _path: Path, _shown: str) -> Iterator[Row]:
    """One row for each gloss of up to five words; the first spelling of the entry is its rendering."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("euc-jp", "replace")  # as Debian's package edict ships it
    for line in text.splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        head = match["heads"].split(";")[0].split("(")[0].strip()
        kind = "person" if _PERSON.search(match["glosses"]) else ""
        for gloss in match["glosses"].split("/"):
            form = " ".join(_NOTE.sub(" ", gloss).split())
            if form and len(form.split()) <= LONGEST and not form.startswith("EntL"):
                yield Row((form.removeprefix("to "),), {"ja": (head,)}, kind)
