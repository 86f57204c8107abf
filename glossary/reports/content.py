"""What the HTML report is about, as one value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from glossary.model import ConceptEntry, Document, Finding, Glossary, Suggestion
from glossary.renderings import Translation
from glossary.reports.changes import Changes

Status = Literal["approved", "suggested", "fuzzy", "open"]
STATUSES: tuple[Status, ...] = ("approved", "suggested", "fuzzy", "open")
"""*approved*: a translator confirmed it; *suggested*: ours, untouched; *fuzzy*: a translator has to look at it
again; *open*: nothing yet."""


class Rendering(NamedTuple):
    """What there is of a concept in one language."""

    form: str
    """Empty when open."""
    status: Status
    source: str
    """Where it comes from: of a suggestion its source, else the place in the catalog; empty when open."""


@dataclass(frozen=True)
class Content:
    """Everything that the report shows."""

    project: str
    glossary: Glossary
    languages: Mapping[str, str]
    """Language as its catalog is named → its English name, in the order of the settings."""
    translations: Mapping[str, Mapping[str, Translation]] = field(default_factory=dict)
    """Language → concept id → translation."""
    suggestions: Mapping[str, Mapping[str, Sequence[Suggestion]]] = field(default_factory=dict)
    """Language → concept id → suggestions, the best first."""
    findings: Sequence[Finding] = ()
    rules: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Code of a finding → what is wrong in a few words, and the whole explanation."""
    documents: Sequence[Document] = ()
    """The documents to show; those of the glossary's sources that are gone are left out."""
    changes: Changes | None = None
    """What changed since the last build; None when no earlier one is known."""

    def rendering(self, language: str, concept: ConceptEntry) -> Rendering:
        """The state of one concept in one language."""
        found = self.translations.get(language, {}).get(concept.id)
        if not concept.translate:
            return Rendering(concept.preferred, "approved", str(found.source) if found else "decisions.toml")
        if found is None:
            return Rendering("", "open", "")
        if found.status == "approved":
            return Rendering(found.form, "approved", str(found.source))
        for suggestion in self.suggested(language, concept):
            if suggestion.form == found.form:
                return Rendering(found.form, "suggested", told_source(suggestion))
        return Rendering(found.form, "fuzzy", str(found.source))

    def suggested(self, language: str, concept: ConceptEntry) -> Sequence[Suggestion]:
        """The suggestions for one concept in one language, the best first."""
        return self.suggestions.get(language, {}).get(concept.id, ())


def told_source(suggestion: Suggestion) -> str:
    """Where a suggestion comes from, in words."""
    return f"by rule: {suggestion.source}" if suggestion.by_rule else suggestion.source
