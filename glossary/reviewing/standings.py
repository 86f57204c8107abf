"""Which concepts of the glossary are decided, and how: so that nothing is asked twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from glossary.languages.english import fold_case
from glossary.model import ConceptEntry, Glossary

Status = Literal["undecided", "accepted", "rejected", "merged"]


@dataclass(slots=True)
class Standing:
    """What ``decisions.toml`` says about one concept."""

    accepted: list[str] = field(default_factory=list)
    """Forms in the list ``accept`` that name it."""
    rejected: list[str] = field(default_factory=list)
    table: str = ""
    """The form under which it has a table of its own."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """What stands in that table."""
    merged: list[tuple[str, str]] = field(default_factory=list)
    """Tables of other concepts that merge it, each with the form by which they do."""

    @property
    def status(self) -> Status:
        """What will become of it at the next build."""
        if self.rejected:
            return "rejected"
        if self.merged:
            return "merged"
        return "accepted" if self.accepted or self.table else "undecided"

    @property
    def mark(self) -> str:
        """Changes whenever anything that is decided about it does."""
        said = json.dumps(
            [self.accepted, self.rejected, self.table, self.values, self.merged], sort_keys=True, default=str
        )
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]


class Standings:
    """Every concept's standing under one ``decisions.toml``; concepts that nothing is said of have an empty one."""

    def __init__(self, glossary: Glossary) -> None:
        self._by_preferred: dict[str, list[str]] = {}
        self._by_form: dict[str, list[str]] = {}
        for concept in glossary:
            self._by_preferred.setdefault(fold_case(concept.preferred), []).append(concept.id)
            for form in dict.fromkeys(map(fold_case, concept.forms)):
                self._by_form.setdefault(form, []).append(concept.id)

    def named(self, form: str) -> Sequence[str]:
        """Ids of the concepts that a form in the file names: those shown under it, else those that have it."""
        key = fold_case(form)
        return self._by_preferred.get(key) or self._by_form.get(key) or ()

    def read(self, data: Mapping[str, Any]) -> Mapping[str, Standing]:
        """Concept id → standing, for the concepts that ``data``, the content of the file, says something of."""
        found: dict[str, Standing] = {}

        def of(form: str) -> list[Standing]:
            return [found.setdefault(identifier, Standing()) for identifier in self.named(form)]

        for form in data.get("accept", ()):
            for standing in of(form):
                standing.accepted.append(form)
        for form in data.get("reject", ()):
            for standing in of(form):
                standing.rejected.append(form)
        for form, values in data.get("concept", {}).items():
            owners = of(form) or of(values.get("prefer") or "")
            for standing in owners:
                standing.table, standing.values = form, values
            others = [(other, standing) for other in values.get("merge", ()) for standing in of(other)]
            for other, standing in others:
                if not any(standing is owner for owner in owners):
                    standing.merged.append((form, other))
        return found


def standing_of(standings: Mapping[str, Standing], concept: ConceptEntry) -> Standing:
    """The standing of one concept."""
    return standings.get(concept.id) or Standing()
