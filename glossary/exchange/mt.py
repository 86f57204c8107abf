"""Glossaries of machine-translation services: pairs of English and an approved rendering, without duplicates.

- DeepL: CSV without header; no duplicate source, no control characters or separators of lines, 1,024 bytes a text,
  10 MiB a file (https://developers.deepl.com/api-reference/glossaries).
- Google Cloud Translation: CSV, for one language pair without header; for equivalent term sets with a header of
  languages; 10,485,760 bytes a file (https://cloud.google.com/translate/docs/advanced/glossary,
  https://cloud.google.com/translate/quotas); 1,024 bytes a term.
- Amazon Translate: CSV with a header of languages, the source first; 10 MB a file, 200 bytes a term
  (https://docs.aws.amazon.com/translate/latest/dg/creating-custom-terminology.html, …/what-is-limits.html).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from glossary.errors import GlossaryError, GlossaryErrors
from glossary.exchange.csv_format import written
from glossary.exchange.scope import Scope
from glossary.exchange.text import clean
from glossary.model import Glossary, Term


@dataclass(frozen=True, slots=True)
class Limits:
    """What a service refuses."""

    service: str
    text: int
    """Bytes in UTF-8 of one text, at most."""
    file: int
    """Bytes of the file, at most."""


DEEPL = Limits("deepl", 1_024, 10 * 1_024 * 1_024)
GOOGLE = Limits("google", 1_024, 10_485_760)
AMAZON = Limits("amazon", 200, 10_000_000)


class _Row(NamedTuple):
    """One source with its renderings."""

    concept: str
    source: str
    terms: tuple[Term | None, ...]
    """By language; None where there is no approved one."""

    @property
    def cells(self) -> list[str]:
        return [self.source, *(clean(term.form) if term else "" for term in self.terms)]

    @property
    def place(self) -> str:
        """Where its first rendering stands, as ``path:line``."""
        return next((term.source for term in self.terms if term), "")


def deepl(glossary: Glossary, scope: Scope) -> bytes:
    """Source and target without header.  Raises ``GlossaryError`` for what the service would refuse."""
    return _file(DEEPL, [row.cells for row in _rows(DEEPL, glossary, scope.languages)])


def google(glossary: Glossary, scope: Scope) -> bytes:
    """An equivalent term set: a header of languages; of one language pair alone, source and target without header."""
    rows = [row.cells for row in _rows(GOOGLE, glossary, scope.languages)]
    header = [["en", *scope.languages]] if len(scope.languages) > 1 else []
    return _file(GOOGLE, [*header, *rows])


def amazon(glossary: Glossary, scope: Scope) -> bytes:
    """All languages under a header of their codes, English first."""
    rows = [row.cells for row in _rows(AMAZON, glossary, scope.languages)]
    return _file(AMAZON, [["en", *scope.languages], *rows])


def _rows(limits: Limits, glossary: Glossary, languages: Sequence[str]) -> list[_Row]:
    """The concepts with a rendering; two with the same source and the same renderings are one row.

    Raises ``GlossaryError`` (all of them at once) for a source that has different renderings, and for a text that
    is too long; each names the concept and the place of its rendering.
    """
    found: dict[str, _Row] = {}
    errors: list[GlossaryError] = []
    for row in _candidates(glossary, languages):
        first = found.setdefault(row.source, row)
        if first.cells != row.cells:
            errors.append(_duplicate(limits, first, row))
        errors += (
            _error(limits, row, f"{text!r} of {row.concept} has more than {limits.text:,} bytes", "shorten it")
            for text in row.cells
            if len(text.encode()) > limits.text
        )
    if errors:
        raise GlossaryErrors(errors) if len(errors) > 1 else errors[0]
    return list(found.values())


def _candidates(glossary: Glossary, languages: Sequence[str]) -> Iterator[_Row]:
    for concept in glossary:
        sections = (concept.section(language)[:1] for language in languages)
        terms = tuple(terms[0] if terms and terms[0].status == "preferred" else None for terms in sections)
        if any(terms):
            yield _Row(concept.id, clean(concept.preferred), terms)


def _duplicate(limits: Limits, first: _Row, second: _Row) -> GlossaryError:
    told = (f"{' / '.join(filter(None, row.cells[1:]))} ({row.concept}, {row.place})" for row in (first, second))
    message = f"{first.source!r} would have two renderings: {' and '.join(told)}"
    return _error(limits, second, message, "prefer another English form for one of them in decisions.toml")


def _error(limits: Limits, row: _Row, message: str, hint: str) -> GlossaryError:
    path, _, line = row.place.rpartition(":")
    return GlossaryError(
        f"{limits.service}: {message}", path=path, line=int(line) if line.isdecimal() else 0, hint=hint
    )


def _file(limits: Limits, rows: Iterable[Sequence[str]]) -> bytes:
    data = written(rows)
    if len(data) > limits.file:
        message = f"{limits.service}: the file would have {len(data):,} bytes, more than {limits.file:,}"
        raise GlossaryError(message, hint="choose fewer languages or concepts")
    return data
