"""The glossary as the next build will follow the decisions, without building: for what is compared in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from glossary.concepts.decisions import ConceptDecision, Decisions
from glossary.concepts.entries import slug
from glossary.languages.english import fold_case
from glossary.model import ConceptEntry, Glossary, LanguageSection, Term, TermStatus


def decided(glossary: Glossary, decisions: Decisions) -> Glossary:
    """``glossary`` with definitions, notes, kinds and forms of ``decisions``; concepts that are accepted and not yet
    in it come behind the others.
    """
    changes = dict(_changes(glossary, decisions))
    concepts = [changes.get(concept.id, concept) for concept in glossary]
    known = {fold_case(form) for concept in concepts for form in concept.forms}
    names = by_name(decisions)
    for form in decisions.accept:
        if fold_case(form) not in known:
            _, decision = names.get(fold_case(form), (0, ConceptDecision(form, 0)))
            concept = ConceptEntry(slug(form), decision.kind or "term", (_section((form,)),))
            concepts.append(_follow(concept, decision))
            known.update(map(fold_case, concepts[-1].forms))
    return replace(glossary, concepts=tuple(concepts))


def renderings(glossary: Glossary, decisions: Decisions) -> Mapping[str, Mapping[str, Sequence[Term]]]:
    """Concept id → language → the admitted and forbidden renderings of ``decisions``."""
    found: dict[str, dict[str, list[Term]]] = {}
    for decision in decisions.concepts:
        kinds: tuple[tuple[Mapping[str, tuple[str, ...]], TermStatus], ...] = (
            (decision.admitted, "admitted"), (decision.forbidden, "deprecated"),
        )  # fmt: skip
        for concept in _concepts(glossary, decision):
            for forms, status in kinds:
                for language, texts in forms.items():
                    terms = (Term(text, status=status, source=f"{decisions.path}:{decision.line}") for text in texts)
                    found.setdefault(concept.id, {}).setdefault(language, []).extend(terms)
    return found


Named = Mapping[str, tuple[int, ConceptDecision]]
"""Folded form (``fold_case``) → the first decision that names it, and its place among the decisions."""


def by_name(decisions: Decisions) -> Named:
    """The decisions by every form that they name."""
    found: dict[str, tuple[int, ConceptDecision]] = {}
    for place, decision in enumerate(decisions.concepts):
        for name in filter(None, (decision.form, decision.prefer, *decision.merge)):
            found.setdefault(fold_case(name), (place, decision))
    return found


def decision_of(concept: ConceptEntry, names: Named) -> ConceptDecision | None:
    """The decision about a concept: the first that names one of its forms."""
    found = [names[folded] for form in concept.forms if (folded := fold_case(form)) in names]
    return min(found, key=lambda item: item[0])[1] if found else None


def _concepts(glossary: Glossary, decision: ConceptDecision) -> tuple[ConceptEntry, ...]:
    """The concept that a decision is about, if it is in the glossary."""
    for name in (decision.form, decision.prefer, *decision.merge):
        if name and (found := glossary.find(name)):
            return found[:1]
    return ()


def _changes(glossary: Glossary, decisions: Decisions) -> Iterator[tuple[str, ConceptEntry]]:
    """Concept id → the concept as decided, where there is a decision."""
    for decision in decisions.concepts:
        for concept in _concepts(glossary, decision):
            yield concept.id, _follow(concept, decision)


def _follow(concept: ConceptEntry, decision: ConceptDecision) -> ConceptEntry:
    """One concept as decided."""
    forms = {fold_case(term.form): term for term in concept.english.terms}
    for form in (decision.form, *decision.merge):
        forms.setdefault(fold_case(form), Term(form))
    for form in decision.deprecated:
        forms[fold_case(form)] = Term(form, "variant", "deprecated")
    first = fold_case(decision.prefer or concept.preferred)
    preferred = Term(decision.prefer or concept.preferred, status="preferred")
    rest = (term for key, term in forms.items() if key != first)
    others = (replace(term, status="admitted") if term.status == "preferred" else term for term in rest)
    return replace(
        concept,
        sections=(LanguageSection("en", (preferred, *others)), *concept.sections[1:]),
        kind=decision.kind or concept.kind,
        definition=decision.definition or concept.definition,
        note=decision.note or concept.note,
        translate=decision.translate,
    )


def _section(forms: tuple[str, ...]) -> LanguageSection:
    first, *rest = forms
    return LanguageSection("en", (Term(first, status="preferred"), *map(Term, rest)))
