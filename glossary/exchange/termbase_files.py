"""Any glossary file as a glossary with renderings: what ``glossary check --glossary FILE`` reads.

JSON as ``glossary export json`` writes it; CSV or TSV with a header row, or two columns of English and rendering;
PO, whose messages are terms.  Nothing is written back, so what is not needed for checking is not kept.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from glossary.errors import GlossaryError
from glossary.model import KINDS, ConceptEntry, Glossary, Kind, LanguageSection, Relation, Term, TermStatus
from glossary.units import CatalogFile

UNDETERMINED = "und"
"""BCP 47 for renderings in a language that the file does not name."""
_STATUSES: Mapping[str, TermStatus | None] = {
    "approved": "preferred", "preferred": "preferred", "preferredterm-admn-sts": "preferred", "translated": "preferred",
    "": "preferred", "admitted": "admitted", "admittedterm-admn-sts": "admitted", "variant": "admitted",
    "forbidden": "deprecated", "deprecated": "deprecated", "deprecatedterm-admn-sts": "deprecated",
    "superseded": "deprecated", "not recommended": "deprecated", "obsolete": "deprecated",
    "fuzzy": None, "suggested": None, "proposed": None, "draft": None, "open": None,
}  # fmt: skip
"""Word for a rendering's status → the status; None: nobody has approved it, so nothing is checked against it."""
_SOURCE_COLUMNS = ("en", "english", "source", "term", "preferred", "term_en", "english_term", "source_term")
_TARGET_COLUMNS = ("target", "translation", "rendering")
_LANGUAGE_COLUMN = re.compile(r"(?:(?:term|translation|target|rendering)_)?([a-z]{2,3}(?:_[a-z]{2,4})?)\Z")
_LANGUAGE_CODES = frozenset(
    "af am ar az be bg bn bs ca cs cy da de el eo es et eu fa fi fil fr ga gl gu he hi hr hu hy is it ja ka kk km "
    "kn ko ky lo lt lv mk ml mn mr ms my nb ne nl nn pa pl pt ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi "
    "zh".split()
)
"""Column names that are languages: those with localized software, but ``id`` and ``no``, which mean other things."""
_ADMITTED: TermStatus = "admitted"


@dataclass
class _Entry:
    """A concept while its rows are read."""

    forms: dict[str, TermStatus]
    kind: str = ""
    id: str = ""
    renderings: dict[str, dict[str, TermStatus]] = field(default_factory=dict)
    related: tuple[Relation, ...] = ()
    line: int = 0
    """1-based; 0 where lines say nothing, as in JSON."""


def read(data: bytes, path: str) -> tuple[Glossary, Mapping[str, int]]:
    """The glossary in the bytes of a JSON, CSV or TSV file, and the line of each concept in a table.

    ``path`` names the file in messages.

    Raises ``GlossaryError`` with the line where there is one for what is no glossary.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError("not UTF-8", path=path, line=line, hint="save it as UTF-8") from None
    entries = _json(text, path) if path.lower().endswith(".json") else _rows(text, path)
    concepts = list(entries)
    glossary = _glossary(concepts)
    return glossary, {concept.id: entry.line for concept, entry in zip(glossary, concepts, strict=True) if entry.line}


def from_catalog(file: CatalogFile) -> Glossary:
    """The glossary that a catalog of terms is: each message a term, its translation the rendering.

    The flag ``forbidden`` (as in Weblate's glossaries) makes a translation a forbidden rendering; fuzzy ones are
    not checked against.
    """
    entries: dict[tuple[str, str], _Entry] = {}
    for unit in file.units:
        if unit.source.strip() and unit.targets[0].strip() and not unit.fuzzy:
            kind = (unit.context or "").partition(" (")[0]
            entry = entries.setdefault((unit.context or "", unit.source), _Entry({unit.source: "preferred"}, kind))
            renderings = entry.renderings.setdefault(file.language or UNDETERMINED, {})
            status: TermStatus = "deprecated" if "forbidden" in unit.flags else "preferred"
            renderings.setdefault(unit.targets[0].strip(), status)
    return _glossary(entries.values())


def _json(text: str, path: str) -> Iterator[_Entry]:
    try:
        concepts = json.loads(text)["concepts"]
        for item in concepts:
            forms = {term["form"]: _status(term.get("status", ""), "admitted") for term in item.get("terms", ())}
            preferred = item.get("preferred") or next(iter(forms))
            entry = _Entry({preferred: "preferred", **forms}, item.get("kind", ""), item.get("id", ""))
            entry.related = tuple(Relation(link["type"], link["id"]) for link in item.get("related", ()))
            for language, renderings in item.get("translations", {}).items():
                for rendering in renderings:
                    _add(entry, language, rendering["form"], rendering.get("status", ""))
            yield entry
    except json.JSONDecodeError as error:
        raise GlossaryError(f"not JSON: {error.msg}", path=path, line=error.lineno) from None
    except (KeyError, TypeError, AttributeError, StopIteration) as error:
        hint = "give what glossary export json writes"
        raise GlossaryError(f"is no glossary ({type(error).__name__}: {error})", path=path, hint=hint) from None


def _status(word: str, unknown: TermStatus) -> TermStatus:
    return _STATUSES.get(word.strip().casefold(), unknown) or unknown


def _add(entry: _Entry, language: str, form: str, word: str) -> None:
    """Note a rendering; without status the first of a language is approved and the others are admitted."""
    renderings = entry.renderings.setdefault(language, {})
    status = _STATUSES.get(word.strip().casefold(), "admitted")
    if form.strip() and status:
        if not word.strip() and "preferred" in renderings.values():
            status = "admitted"
        renderings.setdefault(form.strip(), status)


def _rows(text: str, path: str) -> Iterator[_Entry]:
    delimiter = max("\t;,", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=False)
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise GlossaryError(f"not CSV: {error}", path=path, line=reader.line_num) from None
    if not rows:
        raise GlossaryError("is empty", path=path, hint="give a row for each term")
    names = [re.sub(r"[^a-z0-9]+", "_", name.strip().casefold()).strip("_") for name in rows[0][1]]
    source = next((names.index(name) for name in _SOURCE_COLUMNS if name in names), -1)
    targets = _targets(names) if source >= 0 else {}
    if not targets:
        if len(names) != 2 or source >= 0:
            hint = "name the columns en and ko, or source and target"
            raise GlossaryError(f"no columns of terms and renderings in {rows[0][1]}", path=path, line=1, hint=hint)
        names, source, targets = ["source", "target"], 0, {1: UNDETERMINED}
    else:
        del rows[0]
    yield from _entries(((line, dict(enumerate(row))) for line, row in rows), names, source, targets)


def _targets(names: Sequence[str]) -> Mapping[int, str]:
    """Column → language of the renderings in it."""
    found = {}
    for index, name in enumerate(names):
        match = _LANGUAGE_COLUMN.match(name)
        if name in _TARGET_COLUMNS:
            found[index] = UNDETERMINED
        elif match and match[1].partition("_")[0] in _LANGUAGE_CODES and name not in _SOURCE_COLUMNS:
            found[index] = match[1]
    return found


def _entries(
    rows: Iterable[tuple[int, Mapping[int, str]]], names: Sequence[str], source: int, targets: Mapping[int, str]
) -> Iterator[_Entry]:
    """Concepts from rows; rows of one term (and id, where there is one) are one concept."""
    column = {name: index for index, name in enumerate(names)}
    found: dict[tuple[str, str], _Entry] = {}
    for line, row in rows:
        form = row.get(source, "").strip()
        if not form:
            continue
        identifier, kind = (row.get(column.get(name, -1), "").strip() for name in ("id", "kind"))
        entry = found.setdefault((identifier, form), _Entry({form: "preferred"}, kind, identifier, line=line))
        entry.forms |= dict.fromkeys(_cells(row.get(column.get("variants", -1), "")), _ADMITTED)
        for index, language in targets.items():
            status = row.get(
                column.get(f"{language}_status", column.get(f"status_{language}", column.get("status", -1))), ""
            )
            for rendering in _cells(row.get(index, "")):
                _add(entry, language, rendering, status)
            for word in ("admitted", "forbidden"):
                cell = row.get(
                    column.get(f"{language}_{word}", column.get(f"{word}_{language}", column.get(word, -1))), ""
                )
                for rendering in _cells(cell):
                    _add(entry, language, rendering, word)
    yield from found.values()


def _cells(cell: str) -> list[str]:
    """The renderings in one cell: between semicolons or line breaks, the preferred one first."""
    return [part.strip() for part in re.split(r"[;；\n]", cell) if part.strip()]


def _glossary(entries: Iterable[_Entry]) -> Glossary:
    concepts = []
    taken: Counter[str] = Counter()
    for entry in entries:
        terms = tuple(Term(form, status=status) for form, status in entry.forms.items())
        sections = [LanguageSection("en", terms)]
        for language, renderings in entry.renderings.items():
            if renderings:
                found = tuple(Term(form, status=status) for form, status in renderings.items())
                sections.append(LanguageSection(language, found))
        identifier = entry.id or _slug(terms[0].form)
        taken[identifier] += 1
        if taken[identifier] > 1:
            identifier += f"-{taken[identifier]}"
        kind: Kind = next((kind for kind in KINDS if kind == entry.kind), "term")
        concepts.append(ConceptEntry(identifier, kind, tuple(sections), related=entry.related))
    return Glossary(tuple(concepts))


def _slug(form: str) -> str:
    text = unicodedata.normalize("NFKD", form).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-") or "x" + "-".join(f"{ord(char):x}" for char in form)
