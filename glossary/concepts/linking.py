"""Links between concepts: title ↔ holder, abbreviation ↔ each of several expansions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

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
        if _alone(group, counts) and group.members[0][1].rstrip("\0") not in folded:
            continue  # as most: its only form folds to its key, and to that of no target
        for form in dict.fromkeys(map(fold_spelling, forms(group, counts))):
            if form in spelled:
                found[form].append(group.id)
    return found


def _alone(group: Group, counts: Mapping[Key, Count]) -> bool:
    """Whether a group is one candidate of one form."""
    if len(group.members) > 1 or group.decision:
        return False
    count = counts[group.members[0]]
    return count.forms.keys() == count.bases.keys() == {group.preferred}
