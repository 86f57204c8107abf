"""Links between concepts: title ↔ holder, abbreviation ↔ each of several expansions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from glossary.concepts.count import Count, Key
from glossary.languages.english import fold, fold_spelling
from glossary.model import ConceptEntry, Relation, RelationType

INVERSE: Mapping[RelationType, RelationType] = {"holder": "title", "expansion": "abbreviation"}


def linked(concepts: Sequence[tuple[ConceptEntry, Sequence[Key]]], counts: Mapping[Key, Count]) -> list[ConceptEntry]:
    """The entries, each given with its candidates, with their links."""
    related = [
        (concept, found)
        for concept, members in concepts
        if (found := {relation for key in members for relation in counts[key].relations})
    ]
    targets = {fold_spelling(relation.target) for _, relations in related for relation in relations}
    by_form: dict[str, list[str]] = defaultdict(list)
    folded = {fold(relation.target) for _, relations in related for relation in relations}
    for concept, members in concepts:
        (key, *others), (term, *more) = members, concept.english.terms
        if not others and not more and term.form in counts[key].bases and key[1].rstrip("\0") not in folded:
            continue  # as most: its only form folds to its key, and to that of no target
        for form in dict.fromkeys(fold_spelling(form) for form in concept.forms):
            if form in targets:
                by_form[form].append(concept.id)
    links: dict[str, set[Relation]] = defaultdict(set)
    for concept, relations in related:
        for relation in relations:
            for other in by_form.get(fold_spelling(relation.target), ()):
                if other != concept.id:
                    links[concept.id].add(Relation(relation.type, other))
                    if relation.type in INVERSE:
                        links[other].add(Relation(INVERSE[relation.type], concept.id))
    return [
        replace(concept, related=tuple(sorted(links[concept.id]))) if concept.id in links else concept
        for concept, _ in concepts
    ]
