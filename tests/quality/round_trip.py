"""Do documents come back whole?  Every readable file in the given files and folders, there and back.

    python tests/quality/round_trip.py PATH… [--quiet]

Each file is cut into messages by paragraph and by sentence, rendered with every message as its own translation, and
compared with the original byte by byte (a PDF, which is never written back, is only read).  Then it is rendered with
a mark at every message, and the marks are counted.  A Word document is besides rendered with one letter changed and
changed back in every message; its paragraphs, styles, tables, links and pictures must be equal.  Exit code 1 when
something is lost.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from glossary import documents
from glossary.documents import Manuscript
from glossary.documents.decode import decode
from glossary.errors import DocumentError

MARK = "Ж"
SIZE = 50_000_000


def main() -> None:
    """Print what is lost, then a table by suffix."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--quiet", action="store_true", help="do not list files that cannot be read")
    options = parser.parse_args()
    counts: dict[str, Counter[str]] = {}
    for path in sorted(set(files(options.paths))):
        count = counts.setdefault(path.suffix.lower(), Counter())
        try:
            document = documents.manuscript(path.resolve(), path.resolve().parent, SIZE)
        except DocumentError as error:
            count["unreadable"] += 1
            if not options.quiet:
                print(error)
            continue
        count["read"] += 1
        for problem in problems(document):
            count["lost"] += 1
            print(f"{path}: {problem}")
        count["messages"] += len(documents.cut(document, "paragraph"))
    for suffix, count in sorted(counts.items()):
        print(f"{suffix}: {count['read']} files, {count['messages']} messages, {count['lost']} losses; "
              f"{count['unreadable']} cannot be read")  # fmt: skip
    sys.exit(any(count["lost"] for count in counts.values()))


def files(paths: Sequence[Path]) -> Iterator[Path]:
    """All files with a known suffix."""
    for path in paths:
        found = path.rglob("*") if path.is_dir() else [path]
        yield from (file for file in found if file.suffix.lower() in documents.READERS and file.is_file())


def problems(document: Manuscript) -> Iterator[str]:
    """What does not come back."""
    whole = not documents.format_of(document.path).suffix
    for segmentation in ("paragraph", "sentence"):
        passages = documents.cut(document, segmentation)
        texts = [passage.text for passage in passages]
        if whole and documents.render(document, passages, texts, "ko").data != document.data:
            yield f"other bytes, by {segmentation}"
        spans = sorted((passage.start, passage.end) for passage in passages)
        if any(first[1] > second[0] for first, second in pairwise(spans)):
            yield f"messages overlap, by {segmentation}"
    passages = documents.cut(document, "paragraph")
    marked = documents.render(document, passages, [passage.text + MARK for passage in passages], "uk")
    if document.path.endswith((".txt", ".md", ".html", ".rst", ".srt", ".vtt")):
        more = decode(marked.data, document.path, markup=True).count(MARK) - document.exact.text.count(MARK)
        if more != len(passages) - len(marked.flaws):
            yield f"{len(passages)} messages, {len(marked.flaws)} refused, but {more} marks"
    if document.path.endswith(".docx"):
        yield from _in_word(document, marked.data)


def _in_word(document: Manuscript, marked: bytes) -> Iterator[str]:
    """What differs for Word between the original and the document without its marks."""
    before, after = shown(document.data), shown(marked)
    for name, was in before.items():
        if was != after[name]:
            odd = next((pair for pair in zip(was, after[name], strict=False) if pair[0] != pair[1]), (was, after[name]))
            yield f"other {name}: {odd[0]!r} is now {odd[1]!r}"


def shown(data: bytes) -> dict[str, list[object]]:
    """What people see of a Word document, the marks aside."""
    import docx

    opened = docx.Document(io.BytesIO(data))
    body = opened.element.body
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    related = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
    paragraphs, parts = list(body.iter(f"{word}p")), opened.part.package.iter_parts()
    return {
        "text": [_text(paragraph, word) for paragraph in paragraphs],
        "styles": [[style.get(f"{word}val") for style in paragraph.iter(f"{word}pStyle")] for paragraph in paragraphs],
        "tables": [[[cell.text.replace(MARK, "").split() for cell in row.cells] for row in table.rows]
                   for table in opened.tables],
        "links": sorted(link.get(f"{related}id") or "" for link in body.iter(f"{word}hyperlink")),
        "pictures": sorted(filter(re.compile("image").search, (str(part.partname) for part in parts))),
        "drawings": [sum(1 for _ in paragraph.iter(f"{word}drawing")) for paragraph in paragraphs],
    }  # fmt: skip


def _text(paragraph: object, word: str) -> list[str]:
    texts = (text.text or "" for text in paragraph.iter(f"{word}t"))  # type: ignore[attr-defined]
    return re.sub(MARK, "", "".join(texts)).split()


if __name__ == "__main__":
    main()
