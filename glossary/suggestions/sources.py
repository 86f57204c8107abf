"""The sources by name, in order of trust."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from glossary.suggestions.cldr import from_cldr
from glossary.suggestions.peoples import from_peoples
from glossary.suggestions.query import Query, Rendering, Resources, Source
from glossary.suggestions.termbase import from_curated, from_project, from_termbases

SOURCES: Mapping[str, Source] = {
    # People of this project decided or approved it for these very documents: nothing knows better.
    "project": from_project,
    # Their own termbases come next: a ministry that writes 북측 wants neither ours nor CLDR's 북한.
    "termbases": from_termbases,
    # Read twice by hand for newsroom usage; overrules data that is stale elsewhere (CLDR and GeoNames: 키예프).
    "curated": from_curated,
    # Likewise by hand, for countries and demonyms: CLDR has 오스트레일리아 where newsrooms write 호주.
    "peoples": from_peoples,
    # Vetted by Unicode's members, any language.
    "cldr": from_cldr,
}
"""Name, as in the setting ``suggest`` → function.  Ties in confidence go to the earlier."""


def answers(query: Query, language: str, resources: Resources) -> tuple[Rendering, ...]:
    """All renderings of a query, the best first; a form that several sources give comes from the best one."""
    found: dict[str, Rendering] = {}
    for rendering in _all(query, language, resources):
        known = found.get(rendering.form)
        if known is None or rendering.confidence > known.confidence:
            found[rendering.form] = rendering
    return tuple(sorted(found.values(), key=lambda rendering: -rendering.confidence))


def _all(query: Query, language: str, resources: Resources) -> Iterator[Rendering]:
    for name, source in SOURCES.items():
        if resources.enabled is None or name in resources.enabled:
            yield from source(query, language, resources)
