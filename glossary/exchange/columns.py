"""What the columns of a table of terms are called: by this program, by people, and by other tools.

Names are compared without case, and with ``_`` for whatever is no letter or digit.  The tools' names are those of
their documentation: Crowdin (https://support.crowdin.com/glossary/), Phrase TMS and Phrase Strings
(https://support.phrase.com/hc/en-us/articles/5709733407772, …/10112307427740), memoQ
(https://docs.memoq.com/current/api-docs/wsapi/memoqservices/tbservice.importexport.csv.html), MultiTerm Convert
(the labels of the termbase's fields) and Weblate (https://docs.weblate.org/en/latest/formats/csv.html).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from babel.core import Locale

from glossary.exchange.entries import UNDETERMINED
from glossary.exchange.text import language_tag, same_language

_NAMES: Mapping[str, str] = {
    "id": "id", "concept_id": "id", "cid": "id", "entry_id": "id", "entryid": "id",
    "kind": "kind", "type": "kind", "subject": "kind", "entry_subject": "kind", "conceptsubject": "kind",
    "concept_domain": "kind", "subkind": "subkind", "concept_subdomain": "subkind",
    "definition": "definition", "concept_definition": "definition", "conceptdefinition": "definition",
    "description": "definition", "entry_definition": "definition",
    "note": "note", "notes": "note", "comment": "note", "comments": "note", "concept_note": "note",
    "conceptnote": "note", "entry_note": "note", "remark": "note", "remarks": "note",
    "translate": "translate", "translatable": "translate", "developer_comments": "comment",
    "status": "status", "fuzzy": "fuzzy", "variants": "admitted",
    "context": "context", "location": "derived", "count": "derived", "tid": "derived", "term_info": "derived",
    "term_example": "derived", "translator_comments": "derived", "entry_created": "derived",
    "entry_creator": "derived", "entry_lastmodified": "derived", "entry_modifier": "derived",
}  # fmt: skip
"""Name of a column without language → what it holds; *derived*: what other tools or this one repeat there."""
_ENGLISH = frozenset({"en", "english", "source", "term", "source_term", "preferred", "target_source"})
_TARGET = frozenset({"target", "translation", "rendering", "target_term"})
_SUFFIXES: Mapping[str, str] = {
    "status": "status", "admitted": "admitted", "variants": "admitted", "deprecated": "deprecated",
    "forbidden": "deprecated", "def": "definition", "definition": "definition", "description": "definition",
    "note": "note", "notes": "note", "term": "term", "type": "type", "partofspeech": "derived", "tid": "derived",
}  # fmt: skip
"""Part of a column's name before or behind its language → what it holds."""
_LANGUAGE_PREFIXES = frozenset({"term", "translation", "target", "rendering"})
_NO_LANGUAGES = frozenset({"id", "no", "def"})
"""Codes of languages that mean something else as the name of a column: identifier, number, definition."""


class Column(NamedTuple):
    """What a column holds."""

    what: str
    """id, kind, subkind, definition, note, comment, context, translate, term, status, fuzzy, admitted, deprecated,
    type, derived; empty when its name says nothing."""
    language: str = ""
    """BCP 47, or ``und`` for the renderings of a table that names no language; empty: of the whole concept."""


def column(name: str) -> Column:
    """What a column of this name holds."""
    plain = re.sub(r"[\W_]+", "_", name.casefold()).strip("_")
    if plain in _ENGLISH:
        return Column("term", "en")
    if plain in _TARGET:
        return Column("term", UNDETERMINED)
    if plain in _NAMES:
        return Column(_NAMES[plain], UNDETERMINED if _NAMES[plain] in ("status", "fuzzy") else "")
    first, _, rest = plain.partition("_")
    before, _, last = plain.rpartition("_")
    for part, other in ((last, before), (first, rest)):
        if language := _language(other):
            what = "term" if part in _LANGUAGE_PREFIXES else _SUFFIXES.get(part, "")
            if what:
                return Column(what, language)
    language = _language(plain)
    return Column("term", language) if language else Column("")


def _language(name: str) -> str:
    """BCP 47 for a code or an English name of a language: ``ko``, ``pt_br``, ``korean``; empty when it is none."""
    code, _, region = name.partition("_")
    if code in _NO_LANGUAGES:
        return ""
    known = _languages()
    if name in known:
        found = known[name]
    elif code in _tags() and re.fullmatch(r"[a-z]{2}|[a-z]{4}|\d{3}", region):
        found = language_tag(f"{code}_{region.title() if len(region) == 4 else region.upper()}")
    elif code in known and code not in _tags() and region:  # memoQ: "english_united_states"
        found = known[code]
    else:
        return ""
    return same_language(found, ("en",)) or found


@cache
def _tags() -> frozenset[str]:
    """All that ``_languages`` gives."""
    return frozenset(_languages().values())


@cache
def _languages() -> Mapping[str, str]:
    """Code or English name in lower case → BCP 47, as CLDR names the languages."""
    names: dict[str, str] = {}
    for code, name in Locale("en").languages.items():
        tag = language_tag(code)
        names[code.casefold()] = tag
        names.setdefault(re.sub(r"[\W_]+", "_", name.casefold()), tag)
    return names
