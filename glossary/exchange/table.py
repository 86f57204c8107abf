"""Rows of cells → entries: of this program's own CSV and XLSX, of other tools' exports, of lists that people keep.

One row is one concept.  A table without header has source, target and perhaps a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from glossary.errors import GlossaryError
from glossary.exchange.columns import Column, column
from glossary.exchange.entries import UNDETERMINED, Reading, TermEntry, Unheld, kind_of, settled
from glossary.exchange.text import alternatives, clean, is_comment, uncomment, unlisted
from glossary.model import Location, Term, TermStatus

Row = tuple[int, Sequence[str]]
"""1-based line, or row of a sheet, and its cells."""
_STATUSES: Mapping[str, TermStatus] = {
    "approved": "preferred", "preferred": "preferred", "translated": "preferred", "final": "preferred",
    "admitted": "admitted", "variant": "admitted",
    "forbidden": "deprecated", "deprecated": "deprecated", "not recommended": "deprecated", "obsolete": "deprecated",
    "superseded": "deprecated",
    "fuzzy": "proposed", "suggested": "proposed", "proposed": "proposed", "draft": "proposed", "open": "proposed",
    "new": "proposed",
}  # fmt: skip
"""Word in a cell of status → status."""
_NO = frozenset({"no", "false", "0", "n"})
_YES = frozenset({"yes", "true", "1", "y"})
_OWN = Column("admitted", "en")
"""The column that tells this program's own tables, where each cell of a language holds one form."""


def read(rows: Iterable[Row], path: str) -> Reading:
    """The entries of a table; ``path`` names the file in messages.

    Raises ``GlossaryError`` for an empty table and for one whose columns say nothing.
    """
    filled = [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]
    if not filled:
        raise GlossaryError("is empty", path=path, hint="give a row for each term")
    names = [clean(cell) for cell in filled[0][1]]
    columns = [column(name) if name else Column("") for name in names]
    if not _is_header(columns):
        width = max(len(cells) for _, cells in filled)
        if width not in (2, 3):
            hint = "name the columns in the first row: en, ko …, or source and target"
            raise GlossaryError("no column of English terms", path=path, line=filled[0][0], hint=hint)
        names, columns = ["source", "target", "comment"], [column(name) for name in ("source", "target", "comment")]
    else:
        del filled[0]
    reader = _Table(path, names, columns)
    entries = [entry for number, cells in filled if (entry := reader.entry(number, cells)) is not None]
    return Reading(tuple(entries), tuple(reader.unheld))


def is_header(names: Sequence[str]) -> bool:
    """Do these cells name the columns of a table of terms?"""
    return _is_header([column(clean(name)) for name in names])


def _is_header(columns: Sequence[Column]) -> bool:
    english = sum(column == Column("term", "en") for column in columns)
    return english > 0 and sum(bool(column.what) for column in columns) > 1


class _Table:
    """The columns of a table, and what of it nobody can hold."""

    def __init__(self, path: str, names: Sequence[str], columns: Sequence[Column]) -> None:
        self.path, self.names, self.columns = path, names, columns
        self.own = _OWN in columns
        self.unheld: list[Unheld] = []
        targets = {column.language for column in columns if column.what == "term"} - {"en"}
        self.target = targets.pop() if len(targets) == 1 else UNDETERMINED
        """What a column of status without language is about."""

    def entry(self, line: int, cells: Sequence[str]) -> TermEntry | None:
        """The entry of one row; None when it names no term."""
        place = Location(self.path, line)
        said: dict[Column, list[str]] = {}
        for index, raw in enumerate(cells):
            text = raw.strip()
            if not text:
                continue
            what = self.columns[index] if index < len(self.columns) else Column("")
            said.setdefault(what, []).append(text)
            if not what.what or (what.what == "derived" and not self.own):
                name = self.names[index] if index < len(self.names) and self.names[index] else f"no. {index + 1}"
                self.unheld.append(Unheld(place, f"column “{name}”", clean(text)))
        terms = {language: self.terms(said, language, place) for language in self.languages()}
        english = terms.pop("en", ())
        renderings = {language: found for language, found in terms.items() if found}
        return self.concept(said, place, english, renderings) if english or renderings else None

    def languages(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(column.language for column in self.columns if column.what == "term"))

    def terms(self, said: Mapping[Column, Sequence[str]], language: str, place: Location) -> tuple[Term, ...]:
        """All terms of one language in a row, those of repeated columns too."""
        status = self.status(said, language)
        found: list[tuple[Term, TermStatus | None]] = []
        for cell in said.get(Column("term", language), ()):
            forms = (clean(cell),) if self.own else alternatives(cell)
            found += [
                (Term(form, source=str(place)), status if number == 0 else "admitted")
                for number, form in enumerate(forms)
            ]
        listed: tuple[tuple[str, TermStatus], ...] = (("admitted", "admitted"), ("deprecated", "deprecated"))
        for what, known in listed:
            for cell in said.get(Column(what, language), ()):
                forms = unlisted(cell) if self.own else alternatives(cell)
                found += [(Term(clean(form), source=str(place)), known) for form in forms]
        return settled(found)

    def status(self, said: Mapping[Column, Sequence[str]], language: str) -> TermStatus | None:
        """What a row says about the renderings of a language."""
        general = language in (self.target, UNDETERMINED)
        for word in (*said.get(Column("status", language), ()), *(said.get(_STATUS, ()) if general else ())):
            if word.casefold() in _STATUSES:
                return _STATUSES[word.casefold()]
        fuzzy = said.get(Column("fuzzy", UNDETERMINED), ()) if general else ()
        return "proposed" if any(word.casefold() in _YES for word in fuzzy) else None

    def concept(
        self, said: Mapping[Column, Sequence[str]], place: Location, english: tuple[Term, ...],
        renderings: Mapping[str, tuple[Term, ...]],
    ) -> TermEntry:  # fmt: skip
        """The entry with what the row says of the whole concept."""
        kind, subkind = None, self.text(said, "subkind")
        for text in (*said.get(Column("kind"), ()), *said.get(Column("context"), ())):
            found, finer = kind_of(text)
            kind, subkind = kind or found, subkind or finer
            if found is None and not self.own:
                self.unheld.append(Unheld(place, "subject or context", clean(text)))
        definition, note = self.text(said, "definition"), self.text(said, "note")
        text = self.text(said, "comment") or definition
        if is_comment(text) or not definition:
            definition, note = uncomment(text) if text else ("", note)
        translate = self.text(said, "translate").casefold()
        for column_, texts in said.items():
            if column_.what in ("definition", "note", "type") and column_.language not in ("", "en"):
                self.unheld += [Unheld(place, f"{column_.what} ({column_.language})", clean(text)) for text in texts]
        cells = {
            language: clean(cell)
            for language in self.languages()
            for cell in said.get(Column("term", language), ())[:1]
            if not self.own and alternatives(cell) != (clean(cell),)
        }
        return TermEntry(
            place, english, renderings, self.text(said, "id"), kind, subkind, definition, note,
            False if translate in _NO else True if translate in _YES else None, cells,
        )  # fmt: skip

    def text(self, said: Mapping[Column, Sequence[str]], what: str) -> str:
        """What a row says under a heading of the concept or of English, several cells joined."""
        found = (*said.get(Column(what), ()), *said.get(Column(what, "en"), ()))
        return "; ".join(dict.fromkeys(clean(re.sub(r"\s+", " ", text)) for text in found))


_STATUS = Column("status", UNDETERMINED)
