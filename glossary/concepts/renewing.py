"""A glossary brought up to date: only groups that have to do with what has changed are made anew.

A group is made of its candidates, of what these share with others (``sharing``), of the scores of its terms, and of
what people decided.  Where none of that is another, it is what it was; names and links are given to all of them again.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from glossary.concepts import identity
from glossary.concepts.consolidate import Consolidated, Rules, decide, listed, termhood
from glossary.concepts.count import Key
from glossary.concepts.groups import Group
from glossary.concepts.sharing import Shared, partners, shared
from glossary.concepts.tally import Tally

MOST = 4
"""All groups are made anew when more than one candidate in so many has to do with a change."""


class Former(NamedTuple):
    """What the last build made of the counts, as it left them, with the same decisions and settings."""

    groups: Sequence[Group]
    """All of them, complete as far as they are listed."""
    shares: Mapping[Key, Shared]
    """All candidates, with what each may share."""
    asked: AbstractSet[Key]
    """Those of them that are there only because a decision asks for the form."""


def renewed(
    former: Former, tally: Tally, changed: AbstractSet[Key], rules: Rules, model: str
) -> tuple[Consolidated, Former] | None:
    """The glossary of a tally in which no counts have ``changed`` but these, and what it is for the next build; None
    when all groups have to be made anew.

    As ``consolidate`` would make it.  The tally's texts have the numbers that they had.
    """
    if rules.decisions.splits:
        return None
    counts = ChainMap(tally.counts, tally.asked)
    asked = _asked(former, tally, changed)
    groups = {key: number for number, group in enumerate(former.groups) for key in group.members}
    # what has changed, came or went, and the candidates of what may be decided otherwise …
    others = {key for group in former.groups if _may_differ(group, rules) for key in group.members}
    own = {*changed, *(former.asked ^ asked), *others}
    shares = dict(former.shares)
    for key in own:
        if key in tally.counts or key in asked:
            counts[key].settle()
            shares[key] = shared(key, counts[key])
        else:
            shares.pop(key, None)
    # … with whom shares something with them, or did, and all that were one with any of these …
    then_and_now = [(key, known[key]) for known in (former.shares, shares) for key in own if key in known]
    own |= partners(shares, own, then_and_now)
    again = {groups[key] for key in own if key in groups}
    own = own.union(*(former.groups[number].members for number in again)) & shares.keys()
    if len(own) * MOST > len(shares):
        return None
    # … are told apart from whom else they share something with
    beside = partners(shares, own, [(key, shares[key]) for key in own])
    some = {key: counts[key] for key in sorted(own | beside)}
    for count in some.values():
        count.settle()
    merged = [(members, why) for members, why in identity.merge(some) if members[0] in own]
    found, findings = decide(merged, some, rules)
    rest = (group for number, group in enumerate(former.groups) if number not in again)
    result = listed([*rest, *found], findings, counts, tally.sources, model)
    return result, Former(result.groups, shares, asked)


def former(result: Consolidated, tally: Tally) -> Former:
    """What the glossary of a tally, of which no decision splits a candidate, is for the next build."""
    shares = {key: shared(key, result.counts[key]) for group in result.groups for key in group.members}
    return Former(result.groups, shares, {key for key in shares if key not in tally.counts})


def _asked(former: Former, tally: Tally, changed: AbstractSet[Key]) -> AbstractSet[Key]:
    """What is there only because a decision asks for it, as ``Tally.known`` says."""
    if not tally.asked:
        return frozenset()
    recognized = {key[1] for key in former.shares.keys() - former.asked - changed}
    recognized.update(key[1] for key in changed if key in tally.counts)
    return {key for key in tally.asked if key[1] not in recognized}


def _may_differ(group: Group, rules: Rules) -> bool:
    """Whether a group whose candidates are the same may be decided otherwise."""
    if group.decided:
        return True
    found = termhood(group.kind, group.members, rules.scores)
    return found is not None and (found[0] != group.score or found[1] not in group.why)
