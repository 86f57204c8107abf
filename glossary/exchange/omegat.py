"""OmegaT glossary: UTF-8 text of three columns between tabs, source, target, comment.

As OmegaT reads it (``org.omegat.gui.glossary.GlossaryReaderTSV``): a line that starts with ``#`` is skipped, and so
is one whose last filled cell is the source.  Nothing is quoted.  The suffix must be ``.utf8`` or ``.txt``.
https://omegat.sourceforge.io/manual-standard/en/chapter.glossaries.html
"""

from __future__ import annotations

from collections.abc import Iterator

from glossary.exchange.entries import UNDETERMINED, Reading, TermEntry, stated
from glossary.exchange.scope import Scope, rendering
from glossary.exchange.text import clean, comment, decoded, uncomment
from glossary.expressions import expression
from glossary.model import ConceptEntry, Glossary, Location

_SPACE = "\N{ZERO WIDTH SPACE}"
"""Before a ``#`` that starts a source, so that OmegaT does not skip the line."""
_MARKED = expression(f"{_SPACE}*#")


def export(glossary: Glossary, scope: Scope) -> bytes:
    """Approved renderings of one language; a concept that has none is there for its definition or note alone."""
    return "".join(line for concept in glossary for line in _lines(concept, scope.language)).encode()


def _lines(concept: ConceptEntry, language: str) -> Iterator[str]:
    source, target = clean(concept.preferred), clean(rendering(concept, language))
    told = comment(clean(concept.definition), clean(concept.note))
    if target or told:
        mark = _SPACE if _MARKED.match(source) else ""
        yield "\t".join((mark + source, target, told)).rstrip("\t") + "\n"


def read(data: bytes, path: str) -> Reading:
    """The entries of an OmegaT glossary; which language the targets are in it does not tell."""
    entries = []
    for number, line in enumerate(decoded(data, path).split("\n"), 1):
        source, target, told, *_ = (*map(clean, line.split("\t")), "", "", "")
        source = source[1:] if source.startswith(_SPACE) and _MARKED.match(source) else source
        if not source or line.startswith("#") or not (target or told):
            continue
        place = Location(path, number)
        definition, note = uncomment(told)
        renderings = {UNDETERMINED: stated([(target, None)], place)} if target else {}
        terms = stated([(source, None)], place)
        entries.append(TermEntry(place, terms, renderings, definition=definition, note=note))
    return Reading(tuple(entries))
