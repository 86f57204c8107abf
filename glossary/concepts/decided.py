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
    for form in decisions.accept:
        if fold_case(form) not in known:
            decision = next((d for d in decisions.concepts if _names(d, form)), ConceptDecision(form, 0))
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


def decision_of(concept: ConceptEntry, decisions: Decisions) -> ConceptDecision | None:
    """The decision about a concept: the first that names one of its forms."""
    return next((d for d in decisions.concepts if any(_names(d, form) for form in concept.forms)), None)


def _names(decision: ConceptDecision, form: str) -> bool:
    own = (decision.form, decision.prefer, *decision.merge)
    return fold_case(form) in {fold_case(name) for name in own if name}


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
