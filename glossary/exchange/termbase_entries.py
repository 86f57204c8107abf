"""A concept while a glossary file is read, and the glossary that many of them are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from glossary.model import KINDS, ConceptEntry, Glossary, Kind, LanguageSection, Relation, Term, TermStatus

Wanted = Callable[[str], bool]
"""Whether a form is of any use to whoever reads the file."""
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


@dataclass
class Entry:
    """A concept while its rows are read."""

    id: str
    forms: dict[str, TermStatus]
    """The preferred one first."""
    kind: str = ""
    renderings: dict[str, dict[str, TermStatus]] = field(default_factory=dict)
    """Language → rendering → status."""
    related: tuple[Relation, ...] = ()
    line: int = 0
    """1-based; 0 where lines say nothing, as in JSON."""

    def add(self, language: str, form: str, word: str) -> None:
        """Note a rendering; without status the first of a language is approved and the others are admitted."""
        renderings = self.renderings.setdefault(language, {})
        status = _STATUSES.get(word.strip().casefold(), "admitted")
        if form.strip() and status:
            if not word.strip() and "preferred" in renderings.values():
                status = "admitted"
            renderings.setdefault(form.strip(), status)


class Ids:
    """Hands out ids that are unique in a file: the form's slug, numbered from the second on."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def next(self, form: str, own: str = "") -> str:
        """The id of the next concept; ``own`` is the one that the file gives it."""
        identifier = own or _slug(form)
        count = self._taken[identifier] = self._taken.get(identifier, 0) + 1
        return identifier if count == 1 else f"{identifier}-{count}"


def status_of(word: str, unknown: TermStatus) -> TermStatus:
    """The status that a word stands for; ``unknown`` for any other word."""
    return _STATUSES.get(word.strip().casefold(), unknown) or unknown


def glossary_of(entries: Iterable[Entry]) -> Glossary:
    """The entries as a glossary, in their order."""
    return Glossary(tuple(map(_concept, entries)))


def _concept(entry: Entry) -> ConceptEntry:
    terms = tuple(Term(form, status=status) for form, status in entry.forms.items())
    sections = [LanguageSection("en", terms)]
    for language, renderings in entry.renderings.items():
        if renderings:
            found = tuple(Term(form, status=status) for form, status in renderings.items())
            sections.append(LanguageSection(language, found))
    kind: Kind = next((kind for kind in KINDS if kind == entry.kind), "term")
    return ConceptEntry(entry.id, kind, tuple(sections), related=entry.related)


def _slug(form: str) -> str:
    if form.isascii() and form.replace(" ", "").isalnum():
        return "-".join(form.lower().split())
    text = unicodedata.normalize("NFKD", form).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-") or "x" + "-".join(f"{ord(char):x}" for char in form)
