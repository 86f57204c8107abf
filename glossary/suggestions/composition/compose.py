"""Phrases that no list can hold, put together from known parts: "US Defense Secretary", "Russian ambassador".

A pattern fits when every word of the phrase is a literal of it or belongs to a slot whose part is known.  The
sources know the longest parts themselves; whatever is longer is taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from glossary.expressions import expression
from glossary.suggestions.composition import ukrainian
from glossary.suggestions.composition.matching import Kinds, Memo, matched, words_spoken
from glossary.suggestions.composition.national import in_country
from glossary.suggestions.composition.parts import SLOTS, Lookup, Part
from glossary.suggestions.composition.patterns import Pattern
from glossary.suggestions.query import Query, Rendering

_PLACEHOLDER = expression(r"\{(~[^:{}]+:)?(\d)(?:\.(\w+))?(?::(\w))?\}")
_SMALL = frozenset({"of", "and", "for", "in", "to", "on"})
_ANSWERS = 2
"""Patterns without literal words whose renderings are given; one with literal words is special enough alone."""


def compose(query: Query, language: str, lookup: Lookup, kinds: Kinds) -> Iterator[Rendering]:
    """Renderings by the patterns that fit, the most special pattern first."""
    spoken = words_spoken(query.form)
    patterns = kinds.feasible(spoken)
    if not patterns:
        return
    given = 0

    @cache
    def fill(token: str, start: int, end: int) -> Part | None:
        return next(iter(SLOTS[token](" ".join(spoken[start:end]), language, lookup)), None)

    found_before: Memo[Part] = {}
    for pattern in patterns:
        templates = pattern.templates.get(language)
        if not templates:
            continue
        parts = matched(pattern.tokens, 0, spoken, fill, found_before)
        if parts is None:
            continue
        official = not pattern.literals and all(word[:1].isupper() or word in _SMALL for word in spoken)
        found = list(_rendered(pattern, templates, parts, language, official))
        yield from found
        given += bool(found) * (_ANSWERS if pattern.literals else 1)
        if given >= _ANSWERS:
            return


def _rendered(
    pattern: Pattern, templates: Sequence[str], parts: Sequence[Part], language: str, official: bool
) -> Iterator[Rendering]:
    """Renderings by one pattern; an ``official`` name of a body starts with a capital in Ukrainian."""
    if any(_repeats(one.form, other.form) for one in parts for other in parts if one is not other):
        return
    trust = pattern.trust * min((part.confidence for part in parts), default=0.95)
    shown = " + ".join(part.form for part in parts)
    source = f"{shown} ({pattern.english})" if shown else pattern.english
    position = 0
    for template in templates:
        form = filled(template, parts)
        if form:
            form = in_country(form, pattern.kind, parts, language)
            if language == "uk" and pattern.kind == "organization" and official:
                form = form[:1].upper() + form[1:]
            yield Rendering(form, trust * 0.75**position, source, True, pattern.kind)
            position += 1


def _repeats(one: str, other: str) -> bool:
    """Would the phrase say a name twice?  "Russian | Russian invasion of Ukraine", 北朝鮮 | 朝鮮労働党."""
    if one > "\u2e80":  # scripts without case endings
        return one in other or any(one.endswith(other[:size]) for size in range(2, len(one)))
    stems = {word[:4] for word in one.split() if len(word) > 4 and word[0].isupper()}
    return one in other or any(word[:4] in stems for word in other.split())


def filled(template: str, parts: Sequence[Part]) -> str:
    """The template with its slots filled; empty when a part has no such form."""
    missing = False

    def value(match: re.Match[str]) -> str:
        nonlocal missing
        agreeing, number, case, wanted = match.groups()
        part = parts[int(number) - 1]
        if agreeing:
            form = ukrainian.agreeing(agreeing[1:-1], part.gender)
        elif case == "adj":
            sex = parts[int(wanted) - 1].gender if wanted.isdigit() else wanted
            form = ukrainian.agreeing(part.adjective, sex) if part.adjective else ""  # type: ignore[arg-type]
        elif case == "in":
            locative = part.forms.get("loc", "")
            before = template[: match.start()].rstrip()
            form = ukrainian.within(locative, before[-1:] if before[-1:] != "}" else "") if locative else ""
        else:
            form = part.forms.get(case, "") if case else part.form
        missing = missing or not form
        return form

    text = _PLACEHOLDER.sub(value, template)
    return "" if missing else text
