"""Lists of concepts with renderings: the users' own and what the project decided; the one that ships is looked up the
same way (``glossary.suggestions.curated``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from glossary.languages.english import fold, fold_spelling
from glossary.suggestions import confidence
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


Found = Sequence[tuple[str, Row]]
"""Rows that have a form under the coarsest English key (``fold``), each with its own spelling of it."""


@dataclass(frozen=True)
class Termbase:
    """Rows under their English forms."""

    name: str
    """As suggestions show it."""
    rows: tuple[Row, ...]
    trust: float = confidence.TERMBASE
    """Confidence of a form found just as written."""
    lookup: Callable[[str], Found] | None = field(default=None, repr=False, compare=False)
    """Instead of ``rows``: form → what is found for it."""
    _index: dict[str, dict[str, list[tuple[str, Row]]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """Bucket → key → what is found; a bucket's forms are folded when the first of them is asked for.  Under "" the
    buckets themselves, not yet folded."""

    def find(self, form: str) -> Found:
        """What the termbase has for ``form``."""
        if self.lookup:
            return self.lookup(form)
        if not self._index:
            raw = self._index.setdefault("", {})
            for row in self.rows:
                for own in row.forms:
                    raw.setdefault(_bucket(own), []).append((own, row))
        bucket = _bucket(form)
        if bucket not in self._index:
            table = self._index.setdefault(bucket, {})
            for own, row in self._index[""].get(bucket, ()):
                table.setdefault(fold(own), []).append((own, row))
        return self._index[bucket].get(fold(form), ())

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
    from glossary.suggestions.composition.ukrainian_plural import plural  # noqa: PLC0415  (rules that start slowly)

    return plural(rendering) or rendering


def _acronym(form: str) -> bool:
    letters = form.replace(".", "")
    return letters.isupper() and len(letters) <= 6 and " " not in letters


_NO_ACRONYM = frozenset({"Doge", "Pace", "Quad", "Salt", "Start", "Swift"})
"""Words and names that acronyms are spelled like: the British "Nato" is one, "Swift" is a singer."""


def _same_acronym(own: str, form: str) -> bool:
    """One acronym: "U.S." and "US", "UN" and "UN's", "MPs" and "MP", British "Nato"; but "us" is none."""
    first, second = (text.replace(".", "").replace("’", "'").removesuffix("'s") for text in (own, form))
    if len(first) >= 4 and second.istitle() and second.upper() == first:
        return second not in _NO_ACRONYM
    return second in (first, f"{first}s") or first == f"{second}s"


def from_project(query: Query, language: str, resources: Resources) -> Iterator[Rendering]:
    """Decisions, approved renderings, catalogs of other domains."""
    for termbase in resources.project:
        yield from termbase.renderings(query, language)


def from_termbases(query: Query, language: str, resources: Resources) -> Iterator[Rendering]:
    """The users' termbases."""
    for termbase in resources.termbases:
        yield from termbase.renderings(query, language)
