"""What is asked of a source, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from glossary.model import Kind

if TYPE_CHECKING:
    from glossary.suggestions.composition import Kinds
    from glossary.suggestions.termbase import Termbase


class Query(NamedTuple):
    """An English form that wants a rendering."""

    form: str
    """As written in the documents, in one line."""
    kind: Kind | None = None
    """None when nobody knows: a term typed at the command line."""
    subkind: str = ""
    concept: str = ""
    """Id of the concept that asks; empty for a term of no glossary."""
    countries: tuple[str, ...] = ()
    """ISO 3166-1 codes of the countries that the sentences around it name, the most frequent first."""

    @property
    def named(self) -> bool:
        """It is written like a name: some word starts with a capital."""
        return self.form[:1].isupper() or any(word[:1].isupper() for word in self.form.split())


class Rendering(NamedTuple):
    """One answer."""

    form: str
    confidence: float
    """How often an answer of this kind is right, 0–1."""
    source: str
    """As in ``Suggestion.source``."""
    by_rule: bool = False
    kind: str = ""
    """Of the concept it belongs to, where the source knows."""


@dataclass(frozen=True)
class Resources:
    """What people and settings add to the data that ships with the program."""

    project: tuple[Termbase, ...] = ()
    """What the coordinator decided and translators approved, the most trusted first."""
    termbases: tuple[Termbase, ...] = ()
    """The termbases that the settings name, in their order."""
    enabled: tuple[str, ...] | None = None
    """Names of the sources to ask; None for all."""
    cache: dict[tuple[str, str, str, int], tuple[Rendering, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """Answers given before: composition asks for the same parts again and again."""
    kinds: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    """What the sources were found to know a text as, in any language."""
    composed: list[Kinds] = field(default_factory=list, compare=False, repr=False)
    """What composition may know a text as; empty before it was asked."""


Source = Callable[[Query, str, Resources], Iterable[Rendering]]
"""Query, language → renderings, in any order."""
