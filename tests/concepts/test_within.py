"""Short names inside one document: settled where only one thing can be meant, shown where several can."""

from __future__ import annotations

import pytest

from glossary.concepts import resolve

from .building import forms, glossary, named

SETTLED = {
    "a surname": ([named("Kim Jong Un", "person"), named("Kim", "person")], ["Kim Jong Un"]),
    "a Western surname": ([named("Lloyd Austin", "person"), named("Austin", "person")], ["Lloyd Austin"]),
    "first and last of three names": (
        [named("Joseph R. Biden", "person"), named("Joseph Biden", "person"), named("Biden", "person")],
        ["Joseph R. Biden"],
    ),
    "a surname in another romanization": (
        [named("Volodymyr Zelenskyy", "person"), named("Zelensky", "person")],
        ["Volodymyr Zelenskyy"],
    ),
    "a surname of two romanizations": (
        [named(form, "person") for form in ("Volodymyr Zelenskyy", "Volodymyr Zelensky", "Zelensky")],
        ["Volodymyr Zelensky", "Volodymyr Zelenskyy"],
    ),
    "a body by its first words": (
        [
            named("Kyodo News Agency", "organization"),
            named("Kyodo News", "organization"),
            named("Kyodo", "organization"),
        ],
        ["Kyodo News Agency"],
    ),
    "a direction with its only country": ([named("North Korea", "place"), named("North", "place")], ["North Korea"]),
    "both directions": (
        [named(form, "place") for form in ("North Korea", "South Korea", "North", "South")],
        ["North Korea", "South Korea"],
    ),
}
UNSETTLED = {
    "two people of one surname": (
        [named(form, "person") for form in ("Kim Jong Un", "Kim Yo Jong", "Kim")],
        ["Kim", "Kim Jong Un", "Kim Yo Jong"],
    ),
    "two people who share two names": (
        [named(form, "person") for form in ("George H. Bush", "George W. Bush", "George Bush")],
        ["George Bush", "George H. Bush", "George W. Bush"],
    ),
    "a surname and a place": ([named("Austin", "place"), named("Lloyd Austin", "person")], ["Austin", "Lloyd Austin"]),
    "a direction without its country": ([named("North", "place"), named("Seoul", "place")], ["Seoul"]),
    "a direction of two countries": (
        [named(form, "place") for form in ("South Korea", "South Africa", "South")],
        ["South Africa", "South Korea"],
    ),
}


@pytest.mark.parametrize(("candidates", "expected"), {**SETTLED, **UNSETTLED}.values(), ids={**SETTLED, **UNSETTLED})
def test_resolve(candidates, expected):
    assert sorted(candidate.form for candidate in resolve(candidates)) == expected
    assert sorted(candidate.form for candidate in resolve(list(reversed(candidates)))) == expected


def test_nothing_is_lost_and_the_reason_is_told():
    (person,) = resolve([named("Kim Jong Un", "person", 2), named("Kim", "person", 3)])
    assert len(person.occurrences) == 5
    assert "Kim → Kim Jong Un: the only such name in the document" in person.why
    *_, ambiguous = sorted(
        resolve([named(form, "person") for form in ("Kim Jong Un", "Kim Yo Jong", "Kim")]), key=lambda c: -len(c.form)
    )
    assert "ambiguous short name, not merged: could be Kim Jong Un, Kim Yo Jong" in ambiguous.why


def test_the_same_short_name_means_what_its_document_names():
    found = glossary(
        [named("Kim Jong Un", "person", 2), named("Kim", "person", 3)],
        [named("Kim Yo Jong", "person"), named("Kim", "person", 4)],
    )
    assert {concept.preferred: concept.count for concept in found} == {"Kim Jong Un": 5, "Kim Yo Jong": 5}


def test_a_surname_alone_in_another_document_joins_only_the_only_such_name():
    full = [named("Sergei Shoigu", "person"), named("Shoigu", "person")]
    assert forms(glossary(full, [named("Shoigu", "person")])) == [{"Sergei Shoigu", "Shoigu"}]
    two = glossary([named("Kim Jong Un", "person")], [named("Kim Yo Jong", "person")], [named("Kim", "person")])
    assert len(two) == 3
