"""Suggestions in a catalog: what they put into a message, and how our own untouched ones are told from people's work.

A suggestion stands in ``msgstr``, fuzzy, and in the last ``#.`` lines of its message::

    #. suggested: 하바롭스크 [GeoNames 2022890]
    #. also: 하바롭스크시 [termbase]

``by rule`` instead of ``suggested`` when a rule made it.  A message whose ``msgstr`` is fuzzy, has no translator
comment and is just what its own line says is ours, and only such a one is ever replaced.  When an editor has
deleted the lines nothing can tell, and the text counts as the translator's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from glossary.catalogs.blocks import Block
from glossary.catalogs.concept_messages import clean
from glossary.catalogs.entries import Entry
from glossary.catalogs.syntax import Line, Part, read_line
from glossary.model import Suggestion

_FOUND, _MADE, _ALSO = "suggested", "by rule", "also"
_KEYS = tuple(f"{key}:" for key in (_FOUND, _MADE, _ALSO))


@dataclass(frozen=True)
class Prefill:
    """What the catalogs are prefilled with."""

    ask: Callable[[], Mapping[str, Mapping[str, Sequence[Suggestion]]]]
    """Gives ``suggestions``, which may be worked out elsewhere until then."""
    floor: float
    """Confidence, 0–1, from which the best one is put into ``msgstr``; below, it is only told."""
    basis: str = ""
    """Everything but the concepts that decides what is suggested, as a hash; empty when it is not known."""

    @cached_property
    def suggestions(self) -> Mapping[str, Mapping[str, Sequence[Suggestion]]]:
        """Language → concept id → suggestions, the best first."""
        return self.ask()

    def of(self, language: str, concept: str) -> Sequence[Suggestion]:
        """Suggestions for one message."""
        return self.suggestions.get(language, {}).get(concept, ())

    def msgstr(self, suggestions: Sequence[Suggestion]) -> str:
        """The text to start from; empty when none is sure enough."""
        best = suggestions[0] if suggestions else None
        return clean(best.form) if best and best.confidence >= self.floor else ""

    def comments(self, suggestions: Sequence[Suggestion]) -> tuple[str, ...]:
        """The ``#.`` lines, without the mark."""
        if not suggestions:
            return ()
        lines = []
        others = list(suggestions)
        if self.msgstr(suggestions):
            best = others.pop(0)
            lines.append(f"{_MADE if best.by_rule else _FOUND}: {_shown(best)}")
        if others:
            lines.append(f"{_ALSO}: {'; '.join(_told(other) for other in others)}")
        return tuple(lines)


def _shown(suggestion: Suggestion) -> str:
    return f"{clean(suggestion.form)} [{clean(suggestion.source)}]"


def _told(suggestion: Suggestion) -> str:
    """A further candidate, with its source; that a rule made it must be said here."""
    rule = f"{_MADE}: " if suggestion.by_rule else ""
    return f"{clean(suggestion.form)} [{rule}{clean(suggestion.source)}]"


def told(entry: Entry) -> tuple[str, ...]:
    """The ``#.`` lines about suggestions: from the first that has one of their keys to the last line."""
    if isinstance(entry, Block) and not any(key in entry.parts[1] for key in _KEYS):
        return ()
    for index, line in enumerate(entry.extracted):
        if line.startswith(_KEYS):
            return entry.extracted[index:]
    return ()


def offered(entry: Entry, form: str) -> bool:
    """Do the entry's own lines say that ``form`` was put into it?  Editors' wrapping makes no difference."""
    said = _squashed(" ".join(told(entry)))
    return bool(form) and said.startswith(tuple(_squashed(f"{key}:{form}[") for key in (_FOUND, _MADE)))


def _squashed(text: str) -> str:
    return "".join(text.split())


def ours(entry: Entry) -> bool:
    """Is the translation a suggestion of this program that nobody has touched yet?"""
    untouched = entry.fuzzy and not entry.comments and entry.previous is None and len(entry.msgstrs) == 1
    return untouched and not entry.obsolete and offered(entry, entry.msgstr)


def emptied(entry: Entry, form: str) -> bool:
    """Did a translator delete just this suggestion?  Then it is not offered again."""
    return not entry.msgstr and offered(entry, form)


def bare(entry: Entry) -> Entry:
    """``entry`` without our suggestion, as nobody's work; itself when there is none."""
    if not ours(entry):
        return entry
    lines = [line for line in entry.lines if line.part not in (Part.MSGSTR, Part.FLAG)]
    flags = unflagged(entry.part(Part.FLAG))
    return Entry((*flags, *lines, read_line('msgstr ""', "", 0)), entry.number, entry.lead)


def unflagged(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Flag lines without ``fuzzy``."""
    kept = []
    for line in lines:
        flags = [flag for word in line.body.split(",") if (flag := word.strip()) and flag != "fuzzy"]
        if len(flags) == len(line.body.split(",")):
            kept.append(line)
        elif flags:
            kept.append(read_line(f"{line.text.lstrip()[:2]} {', '.join(flags)}", "", 0))
    return tuple(kept)
