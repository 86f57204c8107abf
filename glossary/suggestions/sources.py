"""The sources by name, in order of trust, and all their answers to one query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from glossary.suggestions import confidence
from glossary.suggestions.cldr import cldr_knows, from_cldr
from glossary.suggestions.curated import CURATED, from_curated
from glossary.suggestions.gazetteer import from_gazetteer, gazetteer_knows
from glossary.suggestions.iso import from_iso, iso_knows
from glossary.suggestions.kept import from_kept
from glossary.suggestions.names import from_names
from glossary.suggestions.nouns import from_nouns, is_noun
from glossary.suggestions.peoples import country, from_peoples, people
from glossary.suggestions.query import Query, Rendering, Resources, Source
from glossary.suggestions.termbase import from_project, from_termbases
from glossary.suggestions.transcribed import from_transcription

_MADE = ("composition", "names", "kept", "transcription")
"""Sources that make renderings by rule: asked one after the other, for what no source knows and no rule before."""
_ENOUGH = 0.5
"""Confidence that ends the search: a guess beside something that is right every second time only distracts."""
DEEPEST = 3
"""Parts within parts: "former | Ukrainian | deputy foreign minister"."""


def from_composition(query: Query, language: str, resources: Resources, depth: int = DEEPEST) -> Iterator[Rendering]:
    """Renderings by rule, from parts that the other sources know or that are composed themselves."""

    def lookup(part: Query) -> tuple[Rendering, ...]:
        key = (part.form, part.kind or "", language, depth)
        if key not in resources.cache:
            plain = (*key[:3], 0)
            if plain not in resources.cache:
                resources.cache[plain] = _known(part, language, resources)
            found = resources.cache[plain]
            if not _sure(found) and depth > 1:
                composed = from_composition(part, language, resources, depth - 1)
                found = tuple(sorted((*found, *composed), key=lambda rendering: -rendering.confidence))
            resources.cache[key] = found
        return resources.cache[key]

    if language in _TABLES and query.kind != "person" and not query.form.isalpha():
        from glossary.suggestions.composition import Kinds, compose  # noqa: PLC0415  (rules that start slowly)

        if not resources.composed:
            resources.composed.append(Kinds(lambda text: _kinds(text, resources)))
        yield from compose(query, language, lookup, resources.composed[0])


def _kinds(text: str, resources: Resources) -> frozenset[str]:
    """Kinds under which the sources that are no rules may have a text, in any language; "" where they do not say.

    Empty for most texts: found out once, it spares asking ten sources in each language.
    """
    if text not in resources.kinds:
        termbases = (*resources.project, *resources.termbases, CURATED)
        kinds = {row.kind for termbase in termbases for _, row in termbase.find(text)}
        if country(text):
            kinds.add("place")
        if people(text):
            kinds.add("people")
        if is_noun(text):
            kinds.add("term")
        if cldr_knows(text) or gazetteer_knows(text) or iso_knows(text):
            kinds.add("")
        resources.kinds[text] = frozenset(kinds)
    return resources.kinds[text]


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
    # For official names of states only, which CLDR does not have: good there, uneven elsewhere.
    "iso": from_iso,
    # Large and open: right about most cities, wrong about some; other things share their names.
    "gazetteer": from_gazetteer,
    # One sense of a word that may have others: what concepts of these kinds of text mean most often.
    "nouns": from_nouns,
    # Put together from all of the above: as right as its parts, if it is the right pattern.
    "composition": from_composition,
    # A person's given name and surname are each known, the person is not: others of the name may be written otherwise.
    "names": from_names,
    # Half of the abbreviations that no source knows stay as they are in Korean and Japanese, fewer in Ukrainian.
    "kept": from_kept,
    # No source has the name: rules for its language of origin, if there is evidence for one.
    "transcription": from_transcription,
}
"""Name, as in the setting ``suggest`` → function.  Ties in confidence go to the earlier."""


_TABLES = ("ko", "ja", "uk")
"""Languages that the tables of this program have; no country writes one of them otherwise."""
_FOUND = tuple(name for name in SOURCES if name not in _MADE)
"""Sources that know, rather than make."""


def answers(query: Query, language: str, resources: Resources) -> tuple[Rendering, ...]:
    """All renderings of a query, the best first; a form that several sources give comes from the best one.

    Rules are asked only when no source is sure: what is known needs no guess beside it.  A language with a country
    ("ko_KR") has what the language has, behind what people decided for just that one.
    """
    plain = language.partition("_")[0]
    if plain != language and plain in _TABLES:
        own = _asked(("project", "termbases"), query, language, resources)
        return _merged((*own, *answers(query, plain, resources)))
    found = _known(query, language, resources)
    if _sure(found):
        return found
    for name in _MADE:
        made = tuple(_asked([name], query, language, resources))
        if made:
            found = _merged((*found, *made))
        if any(rendering.confidence >= _ENOUGH for rendering in found):
            break
    return found


def _known(query: Query, language: str, resources: Resources) -> tuple[Rendering, ...]:
    """What the sources know without any rule."""
    return _merged(_asked(_FOUND, query, language, resources)) if _kinds(query.form, resources) else ()


def _asked(names: Iterable[str], query: Query, language: str, resources: Resources) -> Iterator[Rendering]:
    for name in names:
        if resources.enabled is None or name in resources.enabled:
            yield from SOURCES[name](query, language, resources)


def _sure(found: Iterable[Rendering]) -> bool:
    return any(rendering.confidence >= confidence.PREFILL for rendering in found)


def _merged(renderings: Iterable[Rendering]) -> tuple[Rendering, ...]:
    """Each form once, from where it is surest; the surest first, ties in the order of the sources."""
    found: dict[str, Rendering] = {}
    for rendering in renderings:
        known = found.get(rendering.form)
        if known is None or rendering.confidence > known.confidence:
            found[rendering.form] = rendering
    return tuple(sorted(found.values(), key=lambda rendering: -rendering.confidence))
