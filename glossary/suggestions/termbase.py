"""Lists of concepts with renderings: the curated one that ships, the users' own, and what the project decided."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files

from glossary.languages.english import fold, fold_spelling
from glossary.suggestions import confidence
from glossary.suggestions.composition.ukrainian_plural import plural
from glossary.suggestions.query import Query, Rendering, Resources

_APART: frozenset[str] = frozenset({"person", "people"})
"""Kinds whose renderings serve no other kind: a person is no place named after him."""


@dataclass(frozen=True, slots=True)
class Row:
    """One concept."""

    forms: tuple[str, ...]
    """English, the most usual first."""
    renderings: Mapping[str, tuple[str, ...]]
    """Language → renderings, the one to use first."""
    kind: str = ""
    note: str = ""
    reference: str = ""
    """Whose usage the renderings follow."""
    concept: str = ""
    """Id of the concept of this glossary that it was approved for: no suggestion for that one itself."""


@dataclass(frozen=True)
class Termbase:
    """Rows under their English forms."""

    name: str
    """As suggestions show it."""
    rows: tuple[Row, ...]
    trust: float = confidence.TERMBASE
    """Confidence of a form found just as written."""
    lines: Mapping[str, Sequence[str]] = field(default_factory=dict, repr=False, compare=False)
    """Instead of ``rows``: lines of a table by ``_bucket``, each made a row when it is asked for.  Making rows of
    thousands of lines at once would take as long as everything else that ``glossary suggest`` does."""

    @cached_property
    def _buckets(self) -> dict[str, list[tuple[str, Row]]]:
        found: dict[str, list[tuple[str, Row]]] = {}
        for row in self.rows:
            for form in row.forms:
                found.setdefault(_bucket(form), []).append((form, row))
        return found

    @cached_property
    def _folded(self) -> dict[str, dict[str, list[tuple[str, Row]]]]:
        return {}

    def find(self, form: str) -> list[tuple[str, Row]]:
        """Rows that have ``form`` under the coarsest English key, each with its own spelling of it."""
        bucket = _bucket(form)
        if bucket not in self._folded:
            table: dict[str, list[tuple[str, Row]]] = {}
            for own, row in self._entries(bucket):
                table.setdefault(fold(own), []).append((own, row))
            self._folded[bucket] = table
        return self._folded[bucket].get(fold(form), [])

    def _entries(self, bucket: str) -> Iterable[tuple[str, Row]]:
        if not self.lines:
            return self._buckets.get(bucket, ())
        rows = map(_row, self.lines.get(bucket, ()))
        return [(form, row) for row in rows for form in row.forms if _bucket(form) == bucket]

    def renderings(self, query: Query, language: str) -> Iterator[Rendering]:
        """Renderings of the query's form, those of the closest spelling with the highest confidence."""
        for own, row in self.find(query.form):
            closeness = 0.0 if row.concept and row.concept == query.concept else _closeness(query, own, row)
            if not closeness:
                continue
            for position, rendering in enumerate(row.renderings.get(language, ())):
                trust = self.trust * closeness * confidence.SECOND**position
                form = _numbered(rendering, row, query.form) if language == "uk" else rendering
                yield Rendering(form, trust, self._source(row), kind=row.kind)
            for name in ("expansion: ", "abbreviation: "):
                if row.note.startswith(name):
                    yield from self._other_length(row.note[len(name) :].split(";")[0], language, closeness)

    def _other_length(self, form: str, language: str, closeness: float) -> Iterator[Rendering]:
        """The rendering of an abbreviation's expansion, or the reverse: told beside the one to use."""
        for own, row in self.find(form):
            if own == form:
                for rendering in row.renderings.get(language, ())[:1]:
                    yield Rendering(rendering, 0.5 * self.trust * closeness, f"{self._source(row)}: {form}")

    def _source(self, row: Row) -> str:
        return f"{self.name}: {row.reference}" if row.reference else self.name


def _bucket(form: str) -> str:
    """A cheap key that forms with one ``fold`` share: folding thousands of forms would cost a tenth of a second.

    First letter and what kind of character follows: folding changes vowels at most ("aero…" → "air…").
    """
    low = form.lower()
    if low.isascii() and low[:1].isalnum() and low[1:2].isalnum() and low[:4] != "the " and low[:3] != "an ":
        return low[0] + ("*" if low[1] in "aeiou" else low[1])
    text = form.casefold()
    for article in ("the ", "a ", "an "):
        text = text.removeprefix(article)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    letters = [c for c in text[:8] if c.isalnum()]
    second = letters[1] if len(letters) > 1 else ""
    return letters[0] + ("*" if second in "aeiou" else second) if letters else ""


def _closeness(query: Query, own: str, row: Row) -> float:
    """Factor on the trust for how ``own`` differs from the query's form; 0 when they cannot mean the same."""
    factor = 1.0
    if own != query.form and (_acronym(own) or _acronym(query.form)) and not _same_acronym(own, query.form):
        return 0.0
    if fold_spelling(own) != fold_spelling(query.form):
        factor *= confidence.OTHER_NUMBER
    if own[:1].isupper() and not query.named:
        factor *= confidence.LOWER_CASE
    if query.kind and row.kind and query.kind != row.kind and {query.kind, row.kind} & _APART:
        factor *= confidence.OTHER_KIND
    return factor


def _numbered(rendering: str, row: Row, form: str) -> str:
    """A Ukrainian rendering in the plural where the form is the plural of one of the row's."""
    singular = fold(form)
    if singular == fold_spelling(form) or all(fold_spelling(own) != singular for own in row.forms):
        return rendering
    return plural(rendering) or rendering


def _acronym(form: str) -> bool:
    letters = form.replace(".", "")
    return letters.isupper() and len(letters) <= 6 and " " not in letters


def _same_acronym(own: str, form: str) -> bool:
    """One acronym: "U.S." and "US", "UN" and "UN's", "MPs" and "MP"; but "us" is none."""
    first, second = (text.replace(".", "").replace("’", "'").removesuffix("'s") for text in (own, form))
    return second in (first, f"{first}s") or first == f"{second}s"


_COLUMNS = ("kind", "en", "ko", "ja", "uk", "note", "reference")
"""Of every file in ``glossary/data/termbase``."""


@lru_cache(maxsize=1)
def curated() -> Termbase:
    """The termbase in ``glossary/data/termbase``, read once per process."""
    folder = files("glossary.data").joinpath("termbase")
    lines: dict[str, list[str]] = {}
    header = "\t".join(_COLUMNS)
    for file in sorted(folder.iterdir(), key=lambda item: item.name) if folder.is_dir() else ():
        if not file.name.endswith(".tsv"):
            continue
        for line in file.read_text(encoding="utf-8").splitlines():
            if line and line[0] != "#" and line != header:
                for bucket in {_bucket(form) for form in line.split("\t", 2)[1].split("|")}:
                    lines.setdefault(bucket, []).append(line)
    return Termbase("termbase", (), confidence.CURATED, lines)


def _row(line: str) -> Row:
    kind, english, ko, ja, uk, note, reference = line.split("\t")
    cells = {"ko": ko, "ja": ja, "uk": uk}
    renderings = {language: tuple(cell.split("|")) for language, cell in cells.items() if cell}
    return Row(tuple(english.split("|")), renderings, kind, note, reference)


def from_project(query: Query, language: str, resources: Resources) -> Iterator[Rendering]:
    """Decisions, approved renderings, catalogs of other domains."""
    for termbase in resources.project:
        yield from termbase.renderings(query, language)


def from_termbases(query: Query, language: str, resources: Resources) -> Iterator[Rendering]:
    """The users' termbases."""
    for termbase in resources.termbases:
        yield from termbase.renderings(query, language)


def from_curated(query: Query, language: str, _resources: Resources) -> Iterator[Rendering]:
    """The termbase that ships."""
    yield from curated().renderings(query, language)
