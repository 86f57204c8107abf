"""All candidates of all documents, and what people decided → one consistent glossary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from glossary.concepts import entries, groups, identity
from glossary.concepts.count import Count, Key
from glossary.concepts.decisions import Decisions
from glossary.concepts.groups import Group
from glossary.concepts.linking import link
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
    left_out: tuple[LeftOut, ...]
    findings: tuple[Finding, ...]
    """D101: a decision that matches nothing."""


def consolidate(
    tally: Tally,
    term_scores: Mapping[str, tuple[float, str]],
    decisions: Decisions,
    *,
    threshold: float,
    abbreviations: str,
    model: str,
) -> Consolidated:
    """Merge, decide, select and name.

    ``term_scores`` maps the folded form of each term candidate to its termhood (0–1) and the parts of it;
    terms below ``threshold`` are left out.  ``abbreviations`` says which of abbreviation and expansion is
    the preferred form.  Decisions rule over everything; one that matches nothing is a finding.
    """
    counts = _split(tally.known(), decisions)
    found = _groups(counts, decisions)
    used: set[str] = set()
    kept: list[Group] = []
    left: list[LeftOut] = []
    rejected, accepted = ({fold_case(form): form for form in forms} for forms in (decisions.reject, decisions.accept))
    for group in found:
        _judge(group, counts, term_scores, threshold)
        if rejected or accepted:
            _name(group, counts, abbreviations)
    listed = {form for group in found if not group.reason for form in group.forms}
    for group in found:
        reason = group.reason
        banned = sorted(rejected.keys() & group.names) if rejected else ()
        wanted = sorted(accepted.keys() & group.forms) if accepted else ()
        if banned:
            used.update(banned)
            reason = f"decision: reject {rejected[banned[0]]!r} in {decisions.path}"
        elif wanted and not (reason and listed.issuperset(wanted)):
            used.update(wanted)
            group.why.append(f"decision: accept {accepted[wanted[0]]!r} in {decisions.path}")
            reason = ""
        elif group.decision:
            reason = ""
        if reason:
            left.append(_left(group, counts, reason))
        else:
            kept.append(group)
    named = groups.name(kept, counts, abbreviations, decisions.path)
    link(named, counts)
    outlines = [groups.outline(group, counts) for group in named]
    concepts = Entries(outlines, lambda number: groups.entry(named[number], counts))
    glossary = Glossary(concepts, model, tuple(sorted(tally.sources)))
    findings = tuple(unmatched(decisions, used, {d.form for g in found if (d := g.decision)}))
    return Consolidated(glossary, concepts, tuple(sorted(left, key=lambda item: (item.form, item.kind))), findings)


def _judge(
    group: Group, counts: Mapping[Key, Count], scores: Mapping[str, tuple[float, str]], threshold: float
) -> None:
    """Note in a group its kind, and whether it earns its place."""
    group.kind = (group.decision.kind if group.decision else None) or entries.kind_of(group.members, counts)
    group.reason = _exclusion(group, scores, threshold)


def _name(group: Group, counts: Mapping[Key, Count], abbreviations: str) -> None:
    """Note in a group under which forms decisions may name it."""
    shown = fold_case(groups.preferred(group, counts, abbreviations))
    group.names = frozenset({fold_case(form) for key in group.members for form in counts[key].bases} | {shown})
    group.forms = group.names | {fold_case(form) for key in group.members for form in counts[key].forms}


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


def _groups(counts: Mapping[Key, Count], decisions: Decisions) -> list[Group]:
    found = [Group(members, list(why.values())) for members, why in identity.merge(counts)]
    if not decisions.concepts:
        return found
    where: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(found):
        own = {fold_case(form) for key in group.members for form in counts[key].bases}
        kind = entries.kind_of(group.members, counts)
        own |= {fold_case(entries.preferred_form(kind, group.members, counts, name)) for name in PREFERENCES}
        for form in sorted(own):
            where[form].append(number)
    for decision in decisions.concepts:
        own_forms = (decision.form, decision.prefer, *decision.merge)
        numbers = sorted({n for form in own_forms if form for n in where.get(fold_case(form), ())})
        if not numbers:
            continue
        first = found[numbers[0]]
        first.decision = decision
        for number in numbers[1:]:
            if found[number] is first:
                continue
            first.members += found[number].members
            first.why += [*found[number].why, f"decision: merged under {decision.form!r}"]
            found[number] = first
    unique: dict[int, Group] = {id(group): group for group in found}
    return list(unique.values())


def _exclusion(group: Group, scores: Mapping[str, tuple[float, str]], threshold: float) -> str:
    """Why the group is not listed; empty when it is.  Only terms have to earn their place."""
    if group.kind != "term":
        return ""
    found = [scores[key[1]] for key in group.members if key[0] == "term" and key[1] in scores]
    if not found:
        return ""
    group.score, parts = max(found)
    group.why.append(f"termhood {group.score:.2f}: {parts}")
    return "" if group.score >= threshold else f"termhood {group.score:.2f} is below {threshold:g}: {parts}"


def _left(group: Group, counts: Mapping[Key, Count], reason: str) -> LeftOut:
    form = entries.preferred_form(group.kind, group.members, counts, "expansion")
    total = sum(counts[key].count for key in group.members)
    return LeftOut(form, group.kind, total, group.score, (*group.why, reason))
