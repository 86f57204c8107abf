"""A group of candidates that are one concept: its name, its outline, and its entry when somebody asks for it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

from glossary.concepts import entries
from glossary.concepts.count import Count, Key
from glossary.concepts.decisions import ConceptDecision
from glossary.languages.english import fold_spelling
from glossary.model import KINDS, ConceptEntry, Kind, Relation, RelationType
from glossary.outlined import Outline
from glossary.standing import SIZE

_PLACES = {kind: number for number, kind in enumerate(KINDS)}


class Group(NamedTuple):
    """Candidates that are one concept, as far as no other concept has a say in it."""

    members: Sequence[Key]
    why: Sequence[str] = ()
    kind: Kind = "term"
    score: float = 1.0
    reason: str = ""
    """Why it is not listed; then none of what follows is known but whether it was decided."""
    decided: bool = False
    """Whether a decision has a say in it."""
    uses: int = 0
    form: str = ""
    """The form that becomes the message, if no other concept has it."""
    slug: str = ""
    """What becomes its id, if no other concept has it."""
    spelled: Sequence[str] = ()
    """The keys of its English forms (``fold_spelling``)."""
    targets: Sequence[tuple[RelationType, str]] = ()
    """What its members are related to, by such keys."""
    core: bytes = b""
    """A hash of all that its entry is made from, but for name, id and links."""
    decision: ConceptDecision | None = None


class Named(NamedTuple):
    """A group that is listed."""

    group: Group
    preferred: str
    """The form that becomes the message."""
    id: str


def complete(group: Group, counts: Mapping[Key, Count], abbreviations: str) -> Group:
    """A group that is listed, with what it takes to name and to link it, worked out of its members."""
    own = [counts[key] for key in group.members]
    group = group._replace(form=preferred(group, counts, abbreviations))
    related = {relation for count in own if count.relations for relation in count.relations}
    return group._replace(
        slug=entries.slug(group.form),
        uses=sum([count.count for count in own]),
        spelled=tuple(dict.fromkeys(map(fold_spelling, _forms(group, own)))),
        targets=tuple(sorted({(relation.type, fold_spelling(relation.target)) for relation in related})),
        core=_core(group, own),
    )


def preferred(group: Group, counts: Mapping[Key, Count], abbreviations: str) -> str:
    """The form that becomes the message, if no other concept has it."""
    if group.decision and group.decision.prefer:
        return group.decision.prefer
    return entries.preferred_form(group.kind, group.members, counts, abbreviations)


def _forms(group: Group, own: Sequence[Count]) -> tuple[str, ...]:
    """The English forms of its entry."""
    deprecated = group.decision.deprecated if group.decision else ()
    forms = entries.forms_of(own)
    if len(forms) == 1 and not deprecated and group.form in forms:  # as of most
        return (group.form,)
    return tuple([term.form for term in entries.terms(group.kind, group.form, forms, deprecated)])


def _core(group: Group, own: Sequence[Count]) -> bytes:
    told = [group.kind, repr(group.score), str(len(group.why)), *group.why]
    if decision := group.decision:
        told += (decision.definition, decision.note, str(decision.translate), *decision.deprecated)
    found = blake2b("\0".join(told).encode("utf-8", "surrogatepass"), digest_size=SIZE)
    for count in own:
        found.update(count.marked())
    return found.digest()


def name(groups: Iterable[Group]) -> list[Named]:
    """The groups, which are complete, with names and ids, in the order of the glossary.

    Groups whose slug another one has, too, are numbered in their order.
    """
    ordered = [(_PLACES[group.kind], group.form.casefold(), group.form, group.members, group) for group in groups]
    ordered.sort()  # no two groups have the same members
    slugs = Counter([group.slug for *_, group in ordered])
    shared = [row for row in ordered if slugs[row[-1].slug] > 1]
    shared.sort(key=lambda row: (row[1], row[2], row[0], row[3]))
    apart = _apart([group for *_, group in shared], slugs.keys())
    found = [apart.get(group.members[0]) or Named(group, form, group.slug) for _, _, form, _, group in ordered]
    if any(named.preferred != named.group.form for named in apart.values()):
        found.sort(key=lambda named: (_PLACES[named.group.kind], named.preferred.casefold(), named.preferred))
    return found


def _apart(groups: Iterable[Group], slugs: Collection[str]) -> dict[Key, Named]:
    """Names and ids of groups that share their slugs, by their first members; ``slugs`` are those of all groups."""
    taken: set[str] = set()
    messages: set[tuple[Kind, str]] = set()
    found: dict[Key, Named] = {}
    for group in groups:
        kind, message, base = group.kind, group.form, group.slug
        if (kind, message) in messages:  # a form split off under the name of another concept
            message = next(f for n in range(2, 99) if (kind, f := f"{group.form} ({n})") not in messages)
            base = entries.slug(message)
        messages.add((kind, message))
        names = itertools.chain((base, f"{base}-{kind}"), (f"{base}-{number}" for number in itertools.count(2)))
        identifier = next(name for name in names if name not in taken and (name == group.slug or name not in slugs))
        taken.add(identifier)
        found[group.members[0]] = Named(group, message, identifier)
    return found


def outline(named: Named, related: tuple[Relation, ...]) -> Outline:
    """The outline of a group with its links."""
    group, preferred, identifier = named
    told = [identifier, preferred]
    for relation in related:
        told += relation
    stamp = blake2b(group.core + "\0".join(told).encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()
    translate = group.decision is None or group.decision.translate
    return Outline(identifier, group.kind, preferred, translate, related, group.uses, stamp)


def entry(named: Named, related: tuple[Relation, ...], counts: Mapping[Key, Count]) -> ConceptEntry:
    """The entry of a group with its links."""
    group, preferred, identifier = named
    decision = group.decision
    return entries.entry(
        identifier, group.kind, preferred, group.members, counts,
        definition=decision.definition if decision else "", note=decision.note if decision else "",
        translate=decision.translate if decision else True, score=group.score,
        deprecated=decision.deprecated if decision else (), why=tuple(dict.fromkeys(group.why)), related=related,
    )  # fmt: skip
