"""Read TBX: of 2008 (``martif``), of 2019 (``tbx``, styles DCA and DCT), from Weblate, IATE, UNTERM and others.

A data category is known by its name (ISO 12620, https://datcatinfo.net), whether it stands in the attribute
``type`` (DCA) or is an element of its own (DCT), alone or in a group.  Whatever category the glossary has no place
for is listed as not held.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast, get_args

from glossary.errors import GlossaryError
from glossary.exchange import xml_reading
from glossary.exchange.entries import UNDETERMINED, Reading, TermEntry, Unheld, kind_of, settled
from glossary.exchange.text import clean, from_xml_id, language_tag, same_language
from glossary.exchange.xml_reading import Element
from glossary.model import Kind, Location, Term, TermStatus, TermType

SIGNATURE = "Exported by glossary"
"""Tells our own files: what they repeat of the documents is not listed as not held."""
DO_NOT_TRANSLATE = "do not translate: the same in every language"
"""Note of a concept whose form stays as it is."""
_DERIVED = frozenset({"context", "crossReference", "partOfSpeech", "termType"})
_ENTRIES = frozenset({"termEntry", "conceptEntry"})
_SECTIONS = frozenset({"langSet", "langSec"})
_TERMS = frozenset({"tig", "ntig", "termSec"})
_CORE = frozenset({"descrip", "admin", "termNote", "ref", "xref", "transac"})
_STATUSES: dict[str, TermStatus] = {
    "preferred": "preferred", "standardized": "preferred", "legal": "preferred", "regulated": "preferred",
    "admitted": "admitted", "proposed": "proposed", "unprocessed": "proposed", "provisionallyprocessed": "proposed",
    "deprecated": "deprecated", "superseded": "deprecated", "obsolete": "deprecated", "forbidden": "deprecated",
}  # fmt: skip
"""Values of administrativeStatus, normativeAuthorization and processStatus, without ``Term-admn-sts`` → ours."""
_STATUS_CATEGORIES = frozenset({"administrativeStatus", "normativeAuthorization", "processStatus"})


def read(data: bytes, path: str) -> Reading:
    """The entries of a TBX file.

    Raises ``GlossaryError`` with the line for text that is no XML, for hostile XML and for XML of another kind.
    """
    elements = xml_reading.entries(data, path, _ENTRIES | {"martifHeader", "tbxHeader"})
    root = next(elements, None)
    if root is None or root.name not in ("martif", "tbx", "TBX"):
        raise GlossaryError("XML, but no TBX", path=path, line=1, hint="the root element of TBX is martif or tbx")
    entries: list[TermEntry] = []
    unheld: list[Unheld] = []
    ours = False
    for element in elements:
        if element.name in _ENTRIES:
            entry, left = _Entry(element, path).read()
            entries += [entry] if entry.terms or entry.renderings else []
            unheld += (item for item in left if not (ours and item.what in _DERIVED))
        else:
            ours = SIGNATURE in element.text
    return Reading(tuple(entries), tuple(unheld))


class _Entry:
    """One concept while it is read."""

    def __init__(self, element: Element, path: str) -> None:
        self.element, self.path = element, path
        self.kind: Kind | None = None
        self.subkind = self.definition = ""
        self.notes: list[str] = []
        self.translate: bool | None = None
        self.unheld: list[Unheld] = []

    def read(self) -> tuple[TermEntry, list[Unheld]]:
        found: dict[str, list[tuple[Term, TermStatus | None]]] = {}
        for child in self.element.children:
            if child.name in _SECTIONS:
                language = language_tag(child.attributes.get("xml:lang", UNDETERMINED))
                language = same_language(language, ("en",)) or language
                found.setdefault(language, []).extend(self.section(child, language))
            else:
                self.information(child, "en")
        settled_ = {language: settled(terms) for language, terms in found.items() if terms}
        entry = TermEntry(
            Location(self.path, self.element.line), settled_.pop("en", ()), settled_,
            from_xml_id(self.element.attributes.get("id", "")), self.kind, self.subkind, self.definition,
            "; ".join(dict.fromkeys(self.notes)), self.translate,
        )  # fmt: skip
        return entry, self.unheld

    def section(self, section: Element, language: str) -> Iterator[tuple[Term, TermStatus | None]]:
        for child in section.children:
            if child.name in _TERMS:
                yield from self.term(child, language)
            else:
                self.information(child, language)

    def term(self, group: Element, language: str) -> Iterator[tuple[Term, TermStatus | None]]:
        form, kind, part = "", "fullForm", "noun"
        status: TermStatus | None = None
        for element in _flat(group):
            category, text = _category(element), clean(element.text)
            if element.name == "term":
                form = text
            elif category in _STATUS_CATEGORIES:
                status = _STATUSES.get(text.removesuffix("-admn-sts").removesuffix("Term").casefold()) or status
            elif language == "en" and category == "termType" and text in get_args(TermType):
                kind = text
            elif language == "en" and category == "partOfSpeech":
                part = text
            else:
                self.information(element, language)
        if form:
            place = str(Location(self.path, group.line))
            yield Term(form, cast("TermType", kind), part_of_speech=part, source=place), status

    def information(self, element: Element, language: str) -> None:
        """Anything but terms and their status, at whatever level it stands; at the concept it counts as English."""
        for part in _flat(element) if element.name.endswith("Grp") else (element,):
            category, text = _category(part), clean(part.text)
            if not text or (category == "Translation needed" and text.casefold() != "no"):
                continue
            if text == DO_NOT_TRANSLATE or category == "Translation needed":
                self.translate = False
            elif category == "subjectField" and kind_of(text)[0]:
                self.kind, self.subkind = kind_of(text)
            elif language == "en" and category == "definition" and not self.definition:
                self.definition = text
            elif language == "en" and category in ("note", "Usage note"):
                self.notes.append(text)
            else:
                what = category if language == "en" else f"{category} ({language})"
                self.unheld.append(Unheld(Location(self.path, part.line), what, text))


def _category(element: Element) -> str:
    """The data category: the type of a core element, else the element's own name."""
    return element.attributes.get("type", element.name) if element.name in _CORE else element.name


def _flat(group: Element) -> Iterator[Element]:
    """The elements of a group and of the groups inside it."""
    for child in group.children:
        if child.name.endswith("Grp"):
            yield from _flat(child)
        else:
            yield child
