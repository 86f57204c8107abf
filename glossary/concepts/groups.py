"""A group of candidates that are one concept: its name, its outline, and its entry when somebody asks for it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from glossary.concepts import entries
from glossary.concepts.count import Count, Key
from glossary.concepts.decisions import ConceptDecision
from glossary.model import KINDS, ConceptEntry, Kind, Relation
from glossary.outlined import Outline
from glossary.standing import SIZE

_PLACES = {kind: number for number, kind in enumerate(KINDS)}


@dataclass(slots=True)
class Group:
    """Candidates that are one concept, and what becomes of them."""

    members: list[Key]
    why: list[str]
    decision: ConceptDecision | None = None
    score: float = 1.0
    names: frozenset[str] = frozenset()
    """Folded forms that name it best, the shown one included."""
    forms: frozenset[str] = frozenset()
    """All its folded forms."""
    reason: str = ""
    """Why it is not listed, before any decision."""
    kind: Kind = "term"
    preferred: str = ""
    """The form that becomes the message."""
    id: str = ""
    related: tuple[Relation, ...] = ()


def preferred(group: Group, counts: Mapping[Key, Count], abbreviations: str) -> str:
    """The form that becomes the message, if no other concept has it."""
    if group.decision and group.decision.prefer:
        return group.decision.prefer
    return entries.preferred_form(group.kind, group.members, counts, abbreviations)


def name(groups: Sequence[Group], counts: Mapping[Key, Count], abbreviations: str, path: str) -> list[Group]:
    """Give the groups their names and ids; they come in the order of the glossary.

    ``path`` is that of the decisions.
    """
    ordered = []
    for group in groups:
        form = preferred(group, counts, abbreviations)
        ordered.append((form.casefold(), form, _PLACES[group.kind], group.members, group))
    ordered.sort()  # no two groups have the same members
    taken: set[str] = set()
    messages: set[tuple[Kind, str]] = set()
    for _, form, _, _, group in ordered:
        kind, message = group.kind, form
        if (kind, message) in messages:  # a form split off under the name of another concept
            message = next(f for n in range(2, 99) if (kind, f := f"{form} ({n})") not in messages)
        messages.add((kind, message))
        identifier = base = entries.slug(message)
        if base in taken:
            numbered = (f"{base}-{number}" for number in itertools.count(2))
            identifier = next(name for name in itertools.chain((f"{base}-{kind}",), numbered) if name not in taken)
        taken.add(identifier)
        group.preferred, group.id = message, identifier
        if decision := group.decision:
            group.why.append(f"decision: [concept.{decision.form!r}] in {path}:{decision.line}")
    found = [group for *_, group in ordered]
    found.sort(key=lambda group: (_PLACES[group.kind], group.preferred.casefold(), group.preferred))
    return found


def outline(group: Group, counts: Mapping[Key, Count]) -> Outline:
    """The outline of a group that has its name and its links."""
    own = [counts[key] for key in group.members]
    decision = group.decision
    return Outline(
        group.id, group.kind, group.preferred, decision is None or decision.translate,
        group.related, sum([count.count for count in own]), _stamp(group, own),
    )  # fmt: skip


def _stamp(group: Group, own: Sequence[Count]) -> bytes:
    """A hash of all that ``entry`` makes something of."""
    told = [group.id, group.kind, group.preferred, repr(group.score),
            f"{len(group.why)} {len(group.related)}", *group.why]  # fmt: skip
    if decision := group.decision:
        told += (decision.definition, decision.note, str(decision.translate), *decision.deprecated)
    for relation in group.related:
        told += relation
    found = blake2b("\0".join(told).encode("utf-8", "surrogatepass"), digest_size=SIZE)
    for count in own:
        found.update(count.marked())
    return found.digest()


def entry(group: Group, counts: Mapping[Key, Count]) -> ConceptEntry:
    """The entry of a group that has its name and its links."""
    decision = group.decision
    return entries.entry(
        group.id, group.kind, group.preferred, group.members, counts,
        definition=decision.definition if decision else "", note=decision.note if decision else "",
        translate=decision.translate if decision else True, score=group.score,
        deprecated=decision.deprecated if decision else (), why=tuple(dict.fromkeys(group.why)),
        related=group.related,
    )  # fmt: skip


def forms(group: Group, counts: Mapping[Key, Count]) -> tuple[str, ...]:
    """The English forms of its entry, the preferred one first."""
    decision = group.decision
    own = [counts[key] for key in group.members]
    told = entries.terms(group.kind, group.preferred, entries.forms_of(own), decision.deprecated if decision else ())
    return tuple([term.form for term in told])
