"""TBX → rows: version 2 (ISO 30042:2008, ``martif``) and version 3 (ISO 30042:2019, ``tbx``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from glossary.errors import GlossaryError
from glossary.suggestions.termbase import Row

_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_DEPRECATED = frozenset({"deprecatedTerm-admn-sts", "supersededTerm-admn-sts", "forbidden", "obsolete"})
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_tbx(text: str, shown: str) -> Iterator[Row]:
    """Concepts with an English term and at least one in another language; deprecated terms are left out.

    Raises ``GlossaryError`` with the line for text that is no XML.  Files that declare entities are refused: TBX
    needs none, and nested ones can fill any memory ("billion laughs").  External ones are never loaded.
    """
    if _ENTITY.search(text):
        line = text[: _ENTITY.search(text).start()].count("\n") + 1  # type: ignore[union-attr]  # just found
        raise GlossaryError("declares XML entities", path=shown, line=line, hint="export it again without a DTD")
    try:
        root = ET.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))  # noqa: S314  (entities refused above)
    except ET.ParseError as error:
        raise GlossaryError(f"not XML: {error.msg}", path=shown, line=error.position[0]) from None
    for element in root.iter():
        if _name(element) in ("termEntry", "conceptEntry"):
            row = _row(element)
            if row.forms and row.renderings:
                yield row


def _row(entry: ET.Element) -> Row:
    terms: dict[str, list[str]] = {}
    for section in entry:
        if _name(section) in ("langSet", "langSec"):
            code, _, region = section.get(_LANG, "").replace("-", "_").partition("_")
            language = f"{code}_{region}" if (code, region) in (("pt", "BR"), ("zh", "TW"), ("zh", "Hant")) else code
            terms.setdefault(language.removesuffix("_"), []).extend(_terms(section))
    english = terms.pop("en", [])
    return Row(tuple(english), {language: tuple(forms) for language, forms in terms.items() if forms})


def _terms(section: ET.Element) -> list[str]:
    """Terms of one language, preferred ones first."""
    found: list[tuple[bool, str]] = []
    for group in section.iter():
        if _name(group) not in ("tig", "ntig", "termSec"):
            continue
        status = {child.text or "" for child in group.iter() if child.get("type") == "administrativeStatus"}
        term = next((child for child in group.iter() if _name(child) == "term"), None)
        form = " ".join("".join(term.itertext()).split()) if term is not None else ""
        if form and not status & _DEPRECATED:
            found.append((not any(text.startswith("preferred") for text in status), form))
    return [form for _, form in sorted(found, key=lambda pair: pair[0])]


def _name(element: ET.Element) -> str:
    """Local name, whatever the namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
