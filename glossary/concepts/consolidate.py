"""All candidates of all documents, and what people decided → one consistent glossary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from glossary.concepts import entries, groups, identity
from glossary.concepts.count import Count, Key
from glossary.concepts.decisions import Decisions
from glossary.concepts.groups import Group
from glossary.concepts.linking import links
from glossary.concepts.tally import Tally
from glossary.concepts.unmatched import unmatched
from glossary.languages.english import fold, fold_case
from glossary.model import Finding, Glossary, Kind
from glossary.outlined import Entries

PREFERENCES = ("expansion", "abbreviation")
"""Values of the setting ``abbreviations``: a decision may name a concept by the form that either shows."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A candidate that is not in the glossary."""

    form: str
    kind: Kind
    count: int
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consolidated:
    """The glossary with what is told beside it."""

    glossary: Glossary
    entries: Entries
    """Its concepts."""
    findings: tuple[Finding, ...]
    """D101: a decision that matches nothing."""
    groups: Sequence[Group]
    """All groups of candidates, complete as far as they are listed, these in the order of the glossary."""
    counts: Mapping[Key, Count]
    told: tuple[LeftOut, ...] | None = None
    """``left_out``, once it has been worked out."""

    def completed(self) -> Consolidated:
        """The same with everything worked out, holding on to nothing that it takes."""
        self.entries.complete()
        return replace(self, groups=(), counts={}, told=self.left_out)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What is not in the glossary, by form."""
        if self.told is not None:
            return self.told
        found = [_left(group, self.counts) for group in self.groups if group.reason]
        return tuple(sorted(found, key=lambda item: (item.form, item.kind)))


class Rules(NamedTuple):
    """What decides what becomes of groups, beside their candidates."""

    scores: Mapping[str, tuple[float, str]]
    """Folded form of each term candidate → its termhood (0–1) and the parts of it."""
    decisions: Decisions
    threshold: float
    """Termhood of a term that is listed, at least."""
    abbreviations: str
    """Which of abbreviation and expansion is the preferred form."""


def consolidate(tally: Tally, rules: Rules, model: str) -> Consolidated:
    """Merge, decide, select and name; ``model`` is what goes on record.

    Decisions rule over everything; one that matches nothing is a finding.
    """
    counts = _split(tally.known(), rules.decisions)
    found, findings = decide(identity.merge(counts), counts, rules)
    return listed(found, findings, counts, tally.sources, model)


def decide(
    merged: Sequence[tuple[list[Key], Mapping[Key, str]]], counts: Mapping[Key, Count], rules: Rules
) -> tuple[list[Group], tuple[Finding, ...]]:
    """Groups of what ``identity.merge`` gave, in its order, complete as far as they are listed; and the decisions that
    match nothing.

    All groups that any decision has a say in must be among them.
    """
    decisions = rules.decisions
    found = [_judged(group, counts, rules) for group in _groups(merged, counts, decisions)]
    rejected, accepted = ({fold_case(form): form for form in forms} for forms in (decisions.reject, decisions.accept))
    named = [_names(group, counts, rules.abbreviations) if rejected or accepted else _NONE for group in found]
    listed = {form for group, (_, forms) in zip(found, named, strict=True) if not group.reason for form in forms}
    used: set[str] = set()
    for number, (group, (names, forms)) in enumerate(zip(found, named, strict=True)):
        banned, wanted = sorted(rejected.keys() & names), sorted(accepted.keys() & forms)
        why, reason, decision = group.why, group.reason, group.decision
        if banned:
            used.update(banned)
            reason = f"decision: reject {rejected[banned[0]]!r} in {decisions.path}"
        elif wanted and not (reason and listed.issuperset(wanted)):
            used.update(wanted)
            why = (*why, f"decision: accept {accepted[wanted[0]]!r} in {decisions.path}")
            reason = ""
        elif decision:
            reason = ""
        if decision and not reason:
            why = (*why, f"decision: [concept.{decision.form!r}] in {decisions.path}:{decision.line}")
        told = group._replace(why=why, reason=reason, decided=bool(banned or wanted or decision))
        found[number] = told if reason else groups.complete(told, counts, rules.abbreviations)
    return found, tuple(unmatched(decisions, used, {d.form for g in found if (d := g.decision)}))


_NONE: tuple[frozenset[str], frozenset[str]] = frozenset(), frozenset()


def listed(
    found: Sequence[Group], findings: tuple[Finding, ...], counts: Mapping[Key, Count], sources: Iterable[str],
    model: str,
) -> Consolidated:  # fmt: skip
    """The glossary of groups, which get their names and their links."""
    named = groups.name(group for group in found if not group.reason)
    related = links(named)
    concepts = Entries(
        [groups.outline(one, related.get(one.id, ())) for one in named],
        lambda number: groups.entry(one := named[number], related.get(one.id, ()), counts),
    )
    glossary = Glossary(concepts, model, tuple(sorted(sources)))
    left = [group for group in found if group.reason]
    return Consolidated(glossary, concepts, findings, [*(one.group for one in named), *left], counts)


def _judged(group: Group, counts: Mapping[Key, Count], rules: Rules) -> Group:
    """A group with its kind, and whether it earns its place, which only terms have to."""
    kind = (group.decision.kind if group.decision else None) or entries.kind_of(group.members, counts)
    found = termhood(kind, group.members, rules.scores)
    if found is None:
        return group._replace(kind=kind)
    score, told = found
    reason = too_low(told, rules.threshold) if score < rules.threshold else ""
    return group._replace(kind=kind, score=score, why=(*group.why, told), reason=reason)


def too_low(told: str, threshold: float) -> str:
    """Why a term is not listed of which ``termhood`` tells this."""
    return told.replace(":", f" is below {threshold:g}:", 1)


def termhood(kind: Kind, members: Iterable[Key], scores: Mapping[str, tuple[float, str]]) -> tuple[float, str] | None:
    """How much of a term a group is, 0–1, and what to tell of it; None for what is no term or has no score."""
    if kind != "term":
        return None
    found = [scores[key[1]] for key in members if key[0] == "term" and key[1] in scores]
    if not found:
        return None
    score, parts = max(found)
    return score, f"termhood {score:.2f}: {parts}"


def _names(group: Group, counts: Mapping[Key, Count], abbreviations: str) -> tuple[frozenset[str], frozenset[str]]:
    """The folded forms that name a group best, the shown one included, and all its folded forms."""
    shown = fold_case(groups.preferred(group, counts, abbreviations))
    names = frozenset({fold_case(form) for key in group.members for form in counts[key].bases} | {shown})
    return names, names | {fold_case(form) for key in group.members for form in counts[key].forms}


def _split(counts: Mapping[Key, Count], decisions: Decisions) -> dict[Key, Count]:
    """Counts in which each form that a decision splits off is a candidate of its own."""
    result = dict(counts)
    for decision in decisions.concepts:
        for form in decision.split:
            for key in [
                key for key, count in result.items() if any(fold_case(f) == fold_case(form) for f in count.forms)
            ]:
                whole = result[key]
                part, rest = (Count(whole.texts, documents=whole.documents) for _ in range(2))
                for occurrence in whole.sample():
                    target = part if fold_case(occurrence.form) == fold_case(form) else rest
                    target.texts.add(target.occurrences, [occurrence])
                for written, number in whole.forms.items():
                    target = part if fold_case(written) == fold_case(form) else rest
                    target.forms[written] = number
                    target.count += number
                part.bases[form] = part.count
                part.texts.add_reason(part.reasons, "", [f"decision: split {form!r} from {decision.form!r}"])
                rest.bases = {f: n for f, n in whole.bases.items() if fold_case(f) != fold_case(form)}
                rest.reasons, rest.relations = whole.reasons, whole.relations
                rest.features, rest.subkinds = whole.features, whole.subkinds
                del result[key]
                if rest.bases:
                    result[key] = rest
                result[key[0], f"{fold(form)}\0"] = part
    return result


def _groups(
    merged: Sequence[tuple[list[Key], Mapping[Key, str]]], counts: Mapping[Key, Count], decisions: Decisions
) -> list[Group]:
    """The groups, those put together that a decision wants to be one."""
    found = [Group(members, tuple(why.values())) for members, why in merged]
    if not decisions.concepts:
        return found
    where: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(found):
        own = {fold_case(form) for key in group.members for form in counts[key].bases}
        kind = entries.kind_of(group.members, counts)
        own |= {fold_case(entries.preferred_form(kind, group.members, counts, name)) for name in PREFERENCES}
        for form in sorted(own):
            where[form].append(number)
    into = [*range(len(found))]
    """Number of a group → of the one that it is part of."""
    for decision in decisions.concepts:
        own_forms = (decision.form, decision.prefer, *decision.merge)
        numbers = {n for form in own_forms if form for n in where.get(fold_case(form), ())}
        first, *others = dict.fromkeys(into[n] for n in sorted(numbers)) if numbers else (None,)
        if first is None:
            continue
        whole = found[first]._replace(decision=decision)
        for other in others:
            more = found[other]
            why = (*whole.why, *more.why, f"decision: merged under {decision.form!r}")
            whole = whole._replace(members=[*whole.members, *more.members], why=why)
            into = [first if place == other else place for place in into]
        found[first] = whole
    return [group for number, group in enumerate(found) if into[number] == number]


def _left(group: Group, counts: Mapping[Key, Count]) -> LeftOut:
    form = entries.preferred_form(group.kind, group.members, counts, "expansion")
    total = sum(counts[key].count for key in group.members)
    return LeftOut(form, group.kind, total, group.score, (*group.why, group.reason))
