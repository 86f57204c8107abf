"""Links between concepts: title ↔ holder, abbreviation ↔ each of several expansions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from glossary.concepts.groups import Named
from glossary.model import Relation, RelationType

INVERSE: Mapping[RelationType, RelationType] = {"holder": "title", "expansion": "abbreviation"}


def links(groups: Sequence[Named]) -> Mapping[str, tuple[Relation, ...]]:
    """Id of a group → its links, for those that have some."""
    related = [named for named in groups if named.group.targets]
    asked = {target for named in related for _, target in named.group.targets}
    by_form: dict[str, list[str]] = defaultdict(list)
    for group, _, identifier in groups:
        for form in group.spelled:
            if form in asked:
                by_form[form].append(identifier)
    found: dict[str, set[Relation]] = defaultdict(set)
    for group, _, identifier in related:
        for type_, target in group.targets:
            for other in by_form.get(target, ()):
                if other != identifier:
                    found[identifier].add(Relation(type_, other))
                    if type_ in INVERSE:
                        found[other].add(Relation(INVERSE[type_], identifier))
    return {identifier: tuple(sorted(relations)) for identifier, relations in found.items()}
