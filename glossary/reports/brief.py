"""The page in a pack that tells a translator what is to be done, until when, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from glossary.settings import Settings

if TYPE_CHECKING:
    from glossary.counting import Progress

TERMS_SHOWN = 40
"""Open terms listed by name: half a page; the catalog has them all."""
_HOW = """\
How to work
  The files in po/ are gettext catalogs: open them with Poedit, OmegaT, Lokalize, Virtaal, Weblate or any other
  program that knows them.
  Begin with po/glossary.po: it settles how names and terms are rendered.
  Lines "term: … → …" at a segment say how a term in it is rendered; "(suggested)" is a proposal, "(open)" is for you
  to settle.
  Fuzzy (or "needs work") means: a proposal, or a translation whose English text has changed. Read it, correct it,
  and remove the mark.
  Tags such as <b> … </b>, <x1/> and [text](address) must stand in the translation as well; <x1/> stands for something
  that is no text.

How to send it back
  The whole folder as a zip archive, or just the .po files. Please do not rename them.
"""


def text(settings: Settings, language: str, progress: Sequence[Progress]) -> str:
    """The page: deadline, contact, what there is to do in segments and words, open terms."""
    return "\n".join(_lines(settings, language, progress)) + "\n\n" + _HOW


def _lines(settings: Settings, language: str, progress: Sequence[Progress]) -> Iterator[str]:
    from babel.core import Locale  # noqa: PLC0415  (50 ms)

    name = Locale.parse(language).english_name
    yield f"{settings.project} {settings.version}: translation from English into {name} ({language})"
    yield ""
    yield f"Deadline  {settings.deadline or 'not set'}"
    yield f"Contact   {settings.contact or 'not set'}"
    yield ""
    yield from _table(progress)
    fuzzy, fuzzy_words = (sum(getattr(item, part)[1] for item in progress) for part in ("segments", "words"))
    if fuzzy:
        yield ""
        yield f"Prefilled: {fuzzy:,} of the open segments ({fuzzy_words:,} words) have a fuzzy text to start from."
    yield from _open_terms(progress)


def _table(progress: Sequence[Progress]) -> Iterator[str]:
    """What is to be done, file by file: open and fuzzy segments and their words, of all."""
    rows = [
        ("To do", "Segments", "Words", "of all words"),
        *((f"po/{item.catalog.rpartition('/')[2]}", *_figures([item])) for item in progress),
        ("All", *_figures(progress)),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for row in rows:
        yield "  ".join((row[0].ljust(widths[0]), *(row[column].rjust(widths[column]) for column in (1, 2, 3))))


def _figures(progress: Sequence[Progress]) -> tuple[str, str, str]:
    segments = sum(item.segments[1] + item.segments[2] for item in progress)
    words = sum(item.words[1] + item.words[2] for item in progress)
    return f"{segments:,}", f"{words:,}", f"{sum(sum(item.words) for item in progress):,}"


def _open_terms(progress: Sequence[Progress]) -> Iterator[str]:
    terms = sorted({term for item in progress for term in item.open_terms}, key=str.casefold)
    if not terms:
        return
    yield ""
    yield f"Terms without a confirmed rendering: {len(terms):,}"
    yield from (f"  {term}" for term in terms[:TERMS_SHOWN])
    if len(terms) > TERMS_SHOWN:
        yield f"  … and {len(terms) - TERMS_SHOWN:,} more in po/glossary.po"
