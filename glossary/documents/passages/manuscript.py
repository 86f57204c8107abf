"""Formats together: a file as passages, and passages back as a file."""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from glossary.documents.decode import load
from glossary.documents.files import relative
from glossary.documents.passages import docx, html, mail, markdown, odt, pdf, plain, rst, sentences, subtitles
from glossary.documents.passages.exact import Exact, encoded, exact
from glossary.documents.passages.markup import flaw
from glossary.documents.passages.words import Piece, Place, joined, places, unindented
from glossary.documents.passages.wrapping import SPACELESS
from glossary.errors import DocumentError
from glossary.languages.masking import mask
from glossary.model import Document, Form, Location, Passage, Segment

Segmentation = Literal["paragraph", "sentence"]

WRITERS: Mapping[Form, Callable[[str, Place], str]] = {
    "plain": plain.write,
    "markdown": markdown.write,
    "table cell": markdown.write_cell,
    "front matter": markdown.write_field,
    "html": html.write,
    "preformatted": html.write_lines,
    "attribute": html.write_attribute,
    "rich text": docx.write,
    "restructured text": rst.write,
    "section title": rst.write_title,
    "mail": mail.write,
    "cue": subtitles.write,
}
"""Form of a passage → how a translation is written in its place."""
_CHECKED = frozenset({"html", "preformatted", "rich text"})
"""Forms in which a translation could break the document."""


class Format(NamedTuple):
    """How documents of one kind are taken apart and put together."""

    read: Callable[[bytes, str], tuple[Exact, tuple[Piece, ...]]]
    """A file's bytes and its name for messages → its text, and what can be translated in the clean text, in order."""
    write: Callable[[Manuscript, str, str], bytes]
    """The file whose exact text has become another, in a language (BCP 47)."""
    suffix: str = ""
    """Added to the name of what ``write`` gives: the format itself cannot be written."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A document to be translated."""

    path: str
    """As in ``Location.path``."""
    data: bytes
    exact: Exact
    pieces: tuple[Piece, ...]
    """In reading order, boilerplate included; only what has a letter outside of markup and addresses."""

    @property
    def document(self) -> Document:
        """What is needed to know its language: the pieces as segments."""
        segments = (Segment(joined(piece.words), Location(self.path, 1), piece.role) for piece in self.pieces)
        return Document(self.path, "", tuple(segments))


class Flaw(NamedTuple):
    """A passage left as it was because its translation would break the document."""

    passage: Passage
    reason: str


class Rendering(NamedTuple):
    """A translated document."""

    data: bytes
    flaws: tuple[Flaw, ...]


def manuscript(path: Path, root: Path, max_size: int) -> Manuscript:
    """The document in ``path``; path, sizes and errors are those of ``documents.read``."""
    name = relative(path, root)
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise DocumentError(f"unknown suffix {path.suffix!r}", path=name, hint=f"known are {', '.join(FORMATS)}")
    data = load(path, name, max_size)
    text, found = form.read(data, name)
    pieces = tuple(piece for piece in found if _has_letters(joined(piece.words)))
    if not pieces:
        raise DocumentError("no text in it", path=name, hint="fill it or leave it out (setting exclude)")
    return Manuscript(name, data, text, pieces)


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, mask(text)))


def cut(document: Manuscript, segmentation: Segmentation) -> tuple[Passage, ...]:
    """The passages of a document in reading order, boilerplate (as their role says) included."""
    line_ends = [match.start() for match in re.finditer("\n", document.exact.clean)]
    found = []
    for piece in document.pieces:
        starts = [0] if segmentation == "paragraph" else list(sentences.starts(piece.words, piece.form))
        for part, (first, end) in enumerate(zip(starts, [*starts[1:], len(piece.words)], strict=True)):
            words = (unindented(piece.words[first]), *piece.words[first + 1 : end])
            place = Location(document.path, bisect_left(line_ends, words[0].start) + 1)
            start, stop = document.exact.at(words[0].start), document.exact.at(words[-1].end)
            found.append(Passage(joined(words), place, piece.role, start, stop, piece.form, part, piece.kept))
    return tuple(found)


def render(
    document: Manuscript, passages: Sequence[Passage], translations: Sequence[str | None], language: str
) -> Rendering:
    """The document with a translation for each of its ``passages`` that has one, which may be its own text.

    ``language`` is BCP 47.  A passage whose translation is None or is the passage's own text keeps its bytes, and
    so does everything between passages but the space between two translated sentences of a language that has none
    there.  Where nothing changes, the result is the file.  A translation that does not fit the original's
    encoding makes the file UTF-8.
    """
    text = document.exact.text
    parts: list[str] = []
    flaws: list[Flaw] = []
    done, before = 0, False
    pairs = sorted(zip(passages, translations, strict=True), key=lambda pair: pair[0].start)
    found = places(text, ((passage.start, passage.end, passage.kept) for passage, _ in pairs), language)
    for (passage, translation), place in zip(pairs, found, strict=True):
        new = translation if translation and translation.strip() and translation != passage.text else None
        if new is not None and passage.form in _CHECKED and (reason := flaw(passage.text, new)):
            flaws.append(Flaw(passage, reason))
            new = None
        gap = text[done : passage.start]
        closed = before and new is not None and passage.part and language[:2] in SPACELESS
        parts.append("" if closed and gap.isspace() else gap)
        parts.append(place.original if new is None else WRITERS[passage.form](new, place))
        done, before = passage.end, new is not None
    changed = "".join((*parts, text[done:]))
    form = format_of(document.path)
    if changed == text and not form.suffix:
        return Rendering(document.data, tuple(flaws))
    return Rendering(form.write(document, changed, language), tuple(flaws))


def format_of(path: str) -> Format:
    """The format of the document at ``path``, which must have a known suffix."""
    return FORMATS[os.path.splitext(path)[1].lower()]  # noqa: PTH122 - a path of a catalog, not of this system


def _reader(
    pieces: Callable[[str], Iterator[Piece]], *, markup: bool = False
) -> Callable[[bytes, str], tuple[Exact, tuple[Piece, ...]]]:
    """A reader of files that are text, from what finds the pieces in a clean text."""

    def read(data: bytes, name: str) -> tuple[Exact, tuple[Piece, ...]]:
        text = exact(data, name, markup=markup)
        return text, tuple(pieces(text.clean))

    return read


def _write_text(document: Manuscript, text: str, language: str) -> bytes:
    del language  # says nothing in a text file
    return encoded(text, document.exact.encoding)


def _write_page(document: Manuscript, text: str, language: str) -> bytes:
    return html.encoded_page(text, document.exact.encoding, language)


def _write_package(document: Manuscript, text: str, language: str) -> bytes:
    del language  # new runs take that of their style
    return docx.packed(document.data, document.path, text)


def _write_open(document: Manuscript, text: str, language: str) -> bytes:
    del language  # the paragraphs' styles say it
    return odt.packed(document.data, document.path, text)


def _write_mail(document: Manuscript, text: str, language: str) -> bytes:
    del language  # mail does not say it
    return mail.packed(document.data, document.path, text)


def _write_pages(document: Manuscript, text: str, language: str) -> bytes:
    del document, language
    return pdf.written(text)


_TEXT = Format(_reader(plain.pieces), _write_text)
_MARKDOWN = Format(_reader(markdown.pieces), _write_text)
_HTML = Format(_reader(html.pieces, markup=True), _write_page)
_CUES = Format(_reader(subtitles.pieces), _write_text)

FORMATS: Mapping[str, Format] = {
    ".txt": _TEXT,
    ".text": _TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".docx": Format(docx.read, _write_package),
    ".odt": Format(odt.read, _write_open),
    ".rst": Format(rst.read, _write_text),
    ".srt": _CUES,
    ".vtt": _CUES,
    ".eml": Format(mail.read, _write_mail),
    ".pdf": Format(pdf.read, _write_pages, ".txt"),
}
"""Suffix, small → format."""
