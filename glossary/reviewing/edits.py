"""What people may decide on the page, as values, and what each decision changes in ``decisions.toml``."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from glossary.concepts.decisions_text import Change, Item, Value
from glossary.errors import GlossaryError
from glossary.model import KINDS, ConceptEntry
from glossary.reviewing.standings import Standing

Verb = Literal["accept", "reject", "merge", "split", "kind", "prefer", "forbid", "allow", "note", "render"]
VERBS: tuple[Verb, ...] = get_args(Verb)
LONGEST = {"note": 10_000}
"""Characters of a text, by verb; a form or rendering has fewer than ``LONGEST_FORM``."""
LONGEST_FORM = 500
_SPACE = frozenset(("Cc", "Zl", "Zp"))


@dataclass(frozen=True, slots=True)
class Edit:
    """One decision, as the page sends it."""

    verb: Verb
    concept: str
    """Id of the concept that it is about."""
    text: str = ""
    """The form, kind, note or rendering; for *merge* the id of the other concept. In one line, NFC."""
    language: str = ""
    """For *render*, and for *forbid* and *allow* when ``text`` is a rendering; empty for English."""
    seen: str = ""
    """The mark of what the page showed when the decision was made; empty: decide whatever it is now."""


def read_edit(value: Any) -> Edit:
    """The edit in a parsed JSON value.  Raises ``GlossaryError`` for anything that is none."""
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise GlossaryError("not a decision")
    unknown = set(value) - {"verb", "concept", "text", "language", "seen"}
    verb = next((known for known in VERBS if known == value.get("verb")), None)
    if unknown or verb is None:
        raise GlossaryError("not a decision")
    text = one_line(value.get("text", ""))
    if len(text) > LONGEST.get(verb, LONGEST_FORM):
        raise GlossaryError(f"too long: {len(text)} characters")
    if verb not in ("accept", "reject", "note", "render") and not _is_form(text):
        raise GlossaryError(f"{verb} needs a form")
    if value.get("language") and verb not in ("render", "forbid", "allow"):
        raise GlossaryError(f"{verb} has no language")
    return Edit(verb, value.get("concept", ""), text, value.get("language", ""), value.get("seen", ""))


def _is_form(text: str) -> bool:
    """Whether a build takes this for a form: it has a letter or digit."""
    return any(map(str.isalnum, text))


def one_line(text: str) -> str:
    """``text`` in one line of printable characters, NFC: as ``decisions.toml`` and the catalogs hold it."""
    shown = (" " if (kind := unicodedata.category(c)) in _SPACE else "\N{REPLACEMENT CHARACTER}" if kind == "Cs" else c
             for c in unicodedata.normalize("NFC", text))  # fmt: skip
    return " ".join("".join(shown).split())


@dataclass(frozen=True, slots=True)
class Subject:
    """A concept and what is decided about it."""

    concept: ConceptEntry
    standing: Standing

    @property
    def table(self) -> str:
        """The form under which it has, or is to get, a table."""
        return self.standing.table or self.concept.preferred

    def value(self, key: str) -> str | None:
        """What its table says under ``key``."""
        found = self.standing.values.get(key)
        return found if isinstance(found, str) else None


def changes(edit: Edit, subject: Subject, other: Subject | None = None) -> tuple[Change, ...]:
    """What ``edit`` changes in ``decisions.toml``; ``other`` is the concept to merge into.

    Raises ``GlossaryError`` for a decision that makes no sense as things are.
    """
    if not _is_form(subject.concept.preferred):
        raise GlossaryError("this name has no letter: decisions.toml cannot hold it")
    return _merge(subject, other) if edit.verb == "merge" else _CHANGES[edit.verb](edit, subject)


def _accept(_edit: Edit, subject: Subject) -> tuple[Change, ...]:
    listed = () if subject.standing.table else (Item("", "accept", subject.concept.preferred, present=True),)
    return (*_welcome(subject), *listed)


def _welcome(subject: Subject) -> tuple[Change, ...]:
    """Nothing may reject the concept or merge it into another."""
    return (
        *(Item("", "reject", form, present=False) for form in subject.standing.rejected),
        *(Item(table, "merge", form, present=False) for table, form in subject.standing.merged),
    )


def _reject(_edit: Edit, subject: Subject) -> tuple[Change, ...]:
    return (
        *(Item("", "accept", form, present=False) for form in subject.standing.accepted),
        Item("", "reject", subject.concept.preferred, present=True),
    )


def _merge(subject: Subject, other: Subject | None) -> tuple[Change, ...]:
    """One table for both: the other concept's, or this one's with the other's name where only this one has a table."""
    if other is None or other.concept.id == subject.concept.id:
        raise GlossaryError("name another concept to merge into")
    if subject.standing.table and other.standing.table:
        raise GlossaryError(
            f"both have decisions of their own: [concept.{subject.standing.table!r}] and "
            f"[concept.{other.standing.table!r}]",
            hint="make them one by hand in decisions.toml",
        )
    free = (*_welcome(subject), *_welcome(other))
    if subject.standing.table:
        name = other.concept.preferred
        prefer = () if subject.value("prefer") else (Value(subject.table, "prefer", None, name),)
        return (*free, Item(subject.table, "merge", name, present=True), *prefer)
    return (*free, Item(other.table, "merge", subject.concept.preferred, present=True))


def _split(edit: Edit, subject: Subject) -> tuple[Change, ...]:
    if edit.text == subject.concept.preferred:
        raise GlossaryError("this form names the concept", hint="prefer another form first")
    return (
        *_welcome(subject),
        Item(subject.table, "merge", edit.text, present=False),
        Item(subject.table, "split", edit.text, present=True),
    )


def _kind(edit: Edit, subject: Subject) -> tuple[Change, ...]:
    if edit.text not in KINDS:
        raise GlossaryError(f"{edit.text!r} is no kind")
    return (*_welcome(subject), Value(subject.table, "kind", subject.value("kind"), edit.text))


def _prefer(edit: Edit, subject: Subject) -> tuple[Change, ...]:
    return (
        *_welcome(subject),
        Item(subject.table, "deprecated", edit.text, present=False),
        Value(subject.table, "prefer", subject.value("prefer"), edit.text),
    )


def _list(edit: Edit) -> str:
    """Where forms that must not be used stand."""
    return f"forbidden.{edit.language.replace('-', '_')}" if edit.language else "deprecated"


def _forbid(edit: Edit, subject: Subject) -> tuple[Change, ...]:
    if not edit.language and edit.text == (subject.value("prefer") or subject.concept.preferred):
        raise GlossaryError("this is the preferred form", hint="prefer another form first")
    return (*_welcome(subject), Item(subject.table, _list(edit), edit.text, present=True))


def _allow(edit: Edit, subject: Subject) -> tuple[Change, ...]:
    return (Item(subject.table, _list(edit), edit.text, present=False),)


def _note(edit: Edit, subject: Subject) -> tuple[Change, ...]:
    return (Value(subject.table, "note", subject.value("note"), edit.text or None),)


_CHANGES: Mapping[str, Callable[[Edit, Subject], tuple[Change, ...]]] = {
    "accept": _accept,
    "reject": _reject,
    "split": _split,
    "kind": _kind,
    "prefer": _prefer,
    "forbid": _forbid,
    "allow": _allow,
    "note": _note,
}

_TOLD = {
    "accept": "Accepted “{name}”",
    "reject": "Rejected “{name}”",
    "merge": "Merged “{name}”",
    "split": "Split “{text}” from “{name}”",
    "kind": "“{name}” is now of the kind {text}",
    "prefer": "“{text}” is preferred for “{name}”",
    "forbid": "“{text}” is forbidden in {language}",
    "allow": "“{text}” is allowed again in {language}",
    "note": "Note on “{name}”",
    "render": "{language} rendering of “{name}”: {text}",
}


def told(edit: Edit, concept: ConceptEntry, languages: Mapping[str, str]) -> str:
    """What the decision does, in words; ``languages`` gives their names."""
    language = languages.get(edit.language.replace("-", "_"), edit.language or "English")
    return _TOLD[edit.verb].format(name=concept.preferred, text=edit.text or "open", language=language)
