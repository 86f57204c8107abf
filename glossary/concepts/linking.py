"""Links between concepts: title ↔ holder, abbreviation ↔ each of several expansions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet

from glossary.concepts.count import Count, Key
from glossary.concepts.groups import Group, forms
from glossary.languages.english import fold, fold_spelling
from glossary.model import Relation, RelationType

INVERSE: Mapping[RelationType, RelationType] = {"holder": "title", "expansion": "abbreviation"}


def link(groups: Sequence[Group], counts: Mapping[Key, Count]) -> None:
    """Give the groups, which have their names, their links."""
    related = [
        (group, found)
        for group in groups
        if (found := {relation for key in group.members for relation in counts[key].relations})
    ]
    by_form = _named(groups, counts, {relation.target for _, relations in related for relation in relations})
    links: dict[str, set[Relation]] = defaultdict(set)
    for group, relations in related:
        for relation in relations:
            for other in by_form.get(fold_spelling(relation.target), ()):
                if other != group.id:
                    links[group.id].add(Relation(relation.type, other))
                    if relation.type in INVERSE:
                        links[other].add(Relation(INVERSE[relation.type], group.id))
    for group in groups:
        if group.id in links:
            group.related = tuple(sorted(links[group.id]))


def _named(groups: Sequence[Group], counts: Mapping[Key, Count], targets: Collection[str]) -> Mapping[str, list[str]]:
    """Target in one spelling → ids of the groups with such a form."""
    spelled, folded = set(map(fold_spelling, targets)), set(map(fold, targets))
    found: dict[str, list[str]] = defaultdict(list)
    for group in groups:
        if _may_have(group, counts, spelled, folded):
            for form in dict.fromkeys(map(fold_spelling, forms(group, counts))):
                if form in spelled:
                    found[form].append(group.id)
    return found


def _may_have(group: Group, counts: Mapping[Key, Count], spelled: AbstractSet[str], folded: AbstractSet[str]) -> bool:
    """Whether a group may have such a form: quickly no for most, by what is known of their counts."""
    known = False
    for key in group.members:
        count = counts[key]
        known = known or group.preferred in count.forms or group.preferred in count.bases
        if count.tokens is None or not spelled.isdisjoint(count.spelled):
            return True
        if not count.spelled and key[1].rstrip("\0") in folded:  # its only form folds to its key
            return True
    return bool(group.decision) or (not known and fold_spelling(group.preferred) in spelled)
