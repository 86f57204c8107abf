"""What changed between two builds."""

from __future__ import annotations

from glossary.model import ConceptEntry, Glossary
from glossary.reports.changes import compare

from .building import concept


def names(pairs: tuple[tuple[ConceptEntry, ConceptEntry], ...]) -> list[tuple[str, str]]:
    return [(before.preferred, after.preferred) for before, after in pairs]


def test_everything_that_can_happen_to_a_concept_is_told_once() -> None:
    old = Glossary((
        concept("Kyiv", kind="place"),
        concept("DPRK", kind="place"),
        concept("North Korea", kind="place"),
        concept("Workers Party", "Workers' Party of Korea", kind="organization"),
        concept("passenger seat"),
        concept("Washington", kind="organization"),
    ))  # fmt: skip
    new = Glossary((
        concept("Kyiv", kind="place"),
        concept("North Korea", "DPRK", kind="place"),
        concept("Workers' Party of Korea", "Workers Party", kind="organization"),
        concept("drill"),
        concept("Washington", kind="place"),
    ))  # fmt: skip
    found = compare(old, new, "abc of 2026-11-01")
    assert [entry.preferred for entry in found.added] == ["drill"]
    assert [entry.preferred for entry in found.gone] == ["passenger seat"]
    assert names(found.renamed) == [("Workers Party", "Workers' Party of Korea")]
    assert names(found.merged) == [("DPRK", "North Korea")]
    assert [(before.kind, after.kind) for before, after in found.moved] == [("organization", "place")]
    assert found


def test_the_same_glossary_has_no_changes() -> None:
    glossary = Glossary((concept("Kyiv", kind="place"), concept("drill")))
    assert not compare(glossary, glossary, "")


def test_a_concept_with_another_preferred_form_under_its_old_id_is_renamed() -> None:
    found = compare(
        Glossary((concept("defence", identifier="d"),)), Glossary((concept("defense", identifier="d"),)), ""
    )
    assert names(found.renamed) == [("defence", "defense")]
    assert (found.added, found.gone, found.merged, found.moved) == ((), (), (), ())


def test_two_concepts_that_became_a_new_one_are_one_renamed_and_one_merged() -> None:
    old = Glossary((concept("drill"), concept("exercise")))
    new = Glossary((concept("military drill", "drill", "exercise"),))
    found = compare(old, new, "")
    assert names(found.renamed) == [("drill", "military drill")]
    assert names(found.merged) == [("exercise", "military drill")]
