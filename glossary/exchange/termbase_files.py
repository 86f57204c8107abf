"""Any glossary file as a glossary with renderings: what ``glossary check --glossary FILE`` reads.

JSON as ``glossary export json`` writes it; CSV or TSV with a header row, or two columns of English and rendering;
PO, whose messages are terms.  Nothing is written back, so what is not needed for checking is not kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from glossary.errors import GlossaryError
from glossary.exchange.termbase_entries import UNDETERMINED, Entry, Ids, Wanted, glossary_of, status_of
from glossary.exchange.termbase_tables import rows
from glossary.model import Glossary, Relation, TermStatus
from glossary.units import CatalogFile


def read(data: bytes, path: str, wanted: Wanted | None = None) -> tuple[Glossary, Mapping[str, int]]:
    """The glossary in the bytes of a JSON, CSV or TSV file, and the line of each concept in a table.

    ``path`` names the file in messages; concepts none of whose forms are ``wanted`` are left out.  Raises
    ``GlossaryError`` with the line where there is one for what is no glossary.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError("not UTF-8", path=path, line=line, hint="save it as UTF-8") from None
    entries = list(_json(text, path, wanted) if path.lower().endswith(".json") else rows(text, path, wanted))
    return glossary_of(entries), {entry.id: entry.line for entry in entries if entry.line}


def from_catalog(file: CatalogFile, wanted: Wanted | None = None) -> Glossary:
    """The glossary that a catalog of terms is: each message a term, its translation the rendering.

    The flag ``forbidden`` (as in Weblate's glossaries) makes a translation a forbidden rendering; fuzzy ones are
    not checked against.
    """
    entries: dict[tuple[str, str], Entry] = {}
    ids = Ids()
    for unit in file.units:
        form, context = unit.source, unit.context or ""
        if not form.strip() or not unit.targets[0].strip() or unit.fuzzy:
            continue
        if (context, form) not in entries:
            identifier = ids.next(form)
            if wanted and not wanted(form):
                continue
            entries[context, form] = Entry(identifier, {form: "preferred"}, context.partition(" (")[0])
        renderings = entries[context, form].renderings.setdefault(file.language or UNDETERMINED, {})
        status: TermStatus = "deprecated" if "forbidden" in unit.flags else "preferred"
        renderings.setdefault(unit.targets[0].strip(), status)
    return glossary_of(entries.values())


def _json(text: str, path: str, wanted: Wanted | None) -> Iterator[Entry]:
    import json  # noqa: PLC0415  (a table needs none)

    ids = Ids()
    try:
        for item in json.loads(text)["concepts"]:
            forms = {
                _clean(term["form"]): status_of(term.get("status", ""), "admitted") for term in item.get("terms", ())
            }
            preferred = _clean(item.get("preferred") or next(iter(forms)))
            identifier = ids.next(preferred, item.get("id", ""))
            if wanted and not any(wanted(form) for form in (preferred, *forms)):
                continue
            entry = Entry(identifier, {preferred: "preferred", **forms}, item.get("kind", ""))
            entry.related = tuple(Relation(link["type"], link["id"]) for link in item.get("related", ()))
            for language, renderings in item.get("translations", {}).items():
                for rendering in renderings:
                    entry.add(language, rendering["form"], rendering.get("status", ""))
            yield entry
    except json.JSONDecodeError as error:
        raise GlossaryError(f"not JSON: {error.msg}", path=path, line=error.lineno) from None
    except (KeyError, TypeError, AttributeError, StopIteration) as error:
        hint = "give what glossary export json writes"
        raise GlossaryError(f"is no glossary ({type(error).__name__}: {error})", path=path, hint=hint) from None


def _clean(form: str) -> str:
    """A form without lone surrogates, which JSON can escape and UTF-8 cannot hold."""
    return form if form.isascii() else form.encode("utf-8", "replace").decode()
