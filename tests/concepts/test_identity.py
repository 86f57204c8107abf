"""Which names are one concept: each rule as a table of pairs, and of pairs that must stay two."""

from __future__ import annotations

import pytest

from glossary.model import Relation

from .building import forms, glossary, named, together

ONE = {
    "case": [("Supreme Leader", "title", "supreme leader", "title"), ("Cold War", "event", "cold war", "event")],
    "number": [
        ("sanction", "term", "sanctions", "term"),
        ("Minister of Defense", "title", "ministers of defense", "title"),
    ],
    "hyphen or space": [
        ("live-fire drill", "term", "live fire drill", "term"),
        ("Kim Jong-un", "person", "Kim Jong Un", "person"),
        ("Kim Yo-jong", "person", "Kim Yojong", "person"),
    ],
    "romanization": [
        ("Volodymyr Zelensky", "person", "Volodymyr Zelenskyy", "person"),
        ("Zelenskiy", "person", "Zelenskyi", "person"),
        ("Mikhail Khodorkovskii", "person", "Mikhail Khodorkovski", "person"),
        ("Olena Zelenska", "person", "Olena Zelenskaya", "person"),
    ],
    "apostrophe": [("Workers’ Party", "organization", "Workers' Party", "organization")],
    "article": [("the Kremlin", "organization", "Kremlin", "organization")],
    "possessive": [("Kim Jong Un’s", "person", "Kim Jong Un", "person")],
    "British or American": [
        ("defence minister", "title", "defense minister", "title"),
        ("World Food Programme", "organization", "World Food Program", "organization"),
        ("labour camp", "term", "labor camp", "term"),
    ],
    "dots": [("U.N.", "organization", "UN", "organization")],
    "country": [
        ("US", "place", "United States", "place"),
        ("U.S.", "place", "United States of America", "place"),
        ("UK", "place", "United Kingdom", "place"),
        ("Britain", "place", "United Kingdom", "place"),
        ("DPRK", "place", "North Korea", "place"),
        ("DPRK", "abbreviation", "North Korea", "place"),
        ("Democratic People’s Republic of Korea", "place", "North Korea", "place"),
        ("Republic of Korea", "place", "South Korea", "place"),
        ("ROK", "abbreviation", "South Korea", "place"),
        ("Russian Federation", "place", "Russia", "place"),
        ("PRC", "abbreviation", "China", "place"),
        ("Türkiye", "place", "Turkey", "place"),
    ],
    "people": [
        ("North Korean", "people", "North Koreans", "people"),
        ("British", "people", "Briton", "people"),
        ("Turkish", "people", "Turk", "people"),
    ],
    "portfolio": [
        ("Ministry of Defense", "organization", "Defense Ministry", "organization"),
        ("Ministry of Foreign Affairs", "organization", "Foreign Ministry", "organization"),
        ("Minister of Defence", "title", "defense minister", "title"),
    ],
}  # fmt: skip
TWO = {
    "other people": [
        ("Kim Jong Un", "person", "Kim Jong Il", "person"),
        ("Kim Jong Un", "person", "Kim Yo Jong", "person"),
        ("Volodymyr Zelensky", "person", "Olena Zelenska", "person"),
        ("Sandy Husky", "person", "Sandy Huska", "person"),
        ("Andriy Yermak", "person", "Andriy Yermakov", "person"),
    ],
    "places that only look alike": [("Nevsky", "place", "Nevskyi", "place")],
    "other countries": [
        ("North Korea", "place", "South Korea", "place"),
        ("Russia", "place", "Soviet Union", "place"),
        ("China", "place", "Taiwan", "place"),
        ("Republic of the Congo", "place", "Democratic Republic of the Congo", "place"),
        ("Georgia", "place", "Armenia", "place"),
    ],
    "a country and its people": [("Japan", "place", "Japanese", "people")],
    "title and body": [("Defense Ministry", "organization", "defense minister", "title")],
    "words that only look alike": [
        ("arms", "term", "arm", "term"),
        ("prime minister", "title", "deputy prime minister", "title"),
        ("US", "place", "USSR", "place"),
    ],
}  # fmt: skip


def pairs(table):
    return {f"{rule}: {row[0]} / {row[2]}": row for rule, rows in table.items() for row in rows}


@pytest.mark.parametrize("apart", [False, True], ids=["one document", "two documents"])
@pytest.mark.parametrize(("one", "kind", "other", "other_kind"), pairs(ONE).values(), ids=pairs(ONE))
def test_one_concept(one, kind, other, other_kind, apart):
    assert together(named(one, kind), named(other, other_kind), apart=apart)


@pytest.mark.parametrize("apart", [False, True], ids=["one document", "two documents"])
@pytest.mark.parametrize(("one", "kind", "other", "other_kind"), pairs(TWO).values(), ids=pairs(TWO))
def test_two_concepts(one, kind, other, other_kind, apart):
    assert not together(named(one, kind), named(other, other_kind), apart=apart)


def test_an_abbreviation_and_its_only_expansion_are_one():
    short = named("NHA", "abbreviation", relations=[Relation("expansion", "Nordic Harbor Authority")])
    long = named("Nordic Harbor Authority", "organization", 2)
    (concept,) = glossary([short, long])
    assert (concept.preferred, concept.kind) == ("Nordic Harbor Authority", "organization")
    assert [(term.form, term.type) for term in concept.english.terms] == [
        ("Nordic Harbor Authority", "fullForm"),
        ("NHA", "acronym"),
    ]
    assert concept.why[-1].startswith("NHA ")
    (concept,) = glossary([short, long], abbreviations="abbreviation")
    assert concept.preferred == "NHA"


def test_an_abbreviation_with_two_expansions_stays_apart_and_links_to_both():
    targets = ("Atomic Weapons Establishment", "Army Warfare Exercise")
    short = named("AWE", "abbreviation", relations=[Relation("expansion", target) for target in targets])
    found = glossary([short, *(named(target, "organization") for target in targets)])
    by_form = {concept.preferred: concept for concept in found}
    assert set(by_form) == {"AWE", *targets}
    linked = {relation.target for relation in by_form["AWE"].related if relation.type == "expansion"}
    assert linked == {by_form[target].id for target in targets}
    assert all(
        [relation.target for relation in by_form[target].related if relation.type == "abbreviation"] == ["awe"]
        for target in targets
    )


def test_a_title_and_its_holder_are_two_linked_concepts():
    title = named("Supreme Leader", "title", relations=[Relation("holder", "Kim Jong Un")])
    found = {concept.preferred: concept for concept in glossary([title, named("Kim Jong Un", "person")])}
    assert found["Supreme Leader"].related == (Relation("holder", "kim-jong-un"),)
    assert found["Kim Jong Un"].related == (Relation("title", "supreme-leader"),)


def test_every_merge_says_which_rule_made_it():
    (concept,) = glossary([named("US", "place"), named("United States", "place"), named("U.S.", "place")])
    assert any(why.endswith(": rule country") for why in concept.why)


PREFERRED = {
    "full name over surname": ([named("Kim Jong Un", "person"), named("Kim", "person", 9)], ["Kim Jong Un"]),
    "a country by its CLDR name": ([named("US", "place", 9), named("United States", "place")], ["United States"]),
    "else by its most used name": ([named("Britain", "place", 2), named("U.K.", "place")], ["Britain"]),
    "the most used spelling": ([named("Kim Jong-un", "person", 3), named("Kim Jong Un", "person", 2)], ["Kim Jong-un"]),
    "title and term in the singular": (
        [named("sanctions", "term", 3), named("envoys", "title")],
        ["envoy", "sanction"],
    ),
    "a plural without singular": ([named("armed forces", "term", 3)], ["armed forces"]),
}


@pytest.mark.parametrize(("candidates", "expected"), PREFERRED.values(), ids=PREFERRED)
def test_preferred_form(candidates, expected):
    assert sorted(concept.preferred for concept in glossary(candidates)) == expected


def test_ids_are_stable_slugs_and_unique():
    candidates = [named("guide", "title"), named("guide"), named("Workers’ Party", "event"), named("Київ", "place")]
    assert [(concept.kind, concept.id) for concept in glossary(candidates)] == [
        ("title", "guide"),
        ("place", "x41a-438-457-432"),
        ("event", "workers-party"),
        ("term", "guide-term"),
    ]


def test_the_order_of_documents_and_candidates_makes_no_difference():
    documents = [
        [named("US", "place", 2), named("sanctions"), named("Kim", "person")],
        [named("United States", "place"), named("sanction"), named("Kim Jong Un", "person")],
        [named("U.S.", "place"), named("Kim Jong Un", "person", 2, "Kim")],
    ]
    first = glossary(*documents)
    assert forms(first) == [{"Kim Jong Un", "Kim"}, {"United States", "US", "U.S."}, {"sanction", "sanctions"}]
    shuffled = [list(reversed(candidates)) for candidates in documents]
    assert [c.forms for c in glossary(*shuffled)] == [c.forms for c in first]
