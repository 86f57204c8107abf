"""English terms in sentences: own examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.languages.source import SourceTerms, TermUse

TERMS = SourceTerms([
    ("war", "war", False), ("civil-war", "civil war", False), ("crime", "war crime", False), ("city", "city", False),
    ("wmd", "weapon of mass destruction", False), ("sanctions", "sanctions", False), ("child", "child", False),
    ("nk", "North Korea", True), ("wpk", "Workers’ Party", True), ("us", "U.S.", True), ("who", "WHO", True),
    ("mp", "MP", True), ("march", "March", True), ("tax", "tax", False), ("summit", "nuclear-security summit", False),
    ("kim", "Kim Yo-jong", True), ("turkey", "Turkey", True),
])  # fmt: skip

CASES = [
    ("The civil war was no war.", [("civil-war", "civil war"), ("war", "war")]),
    ("Civil wars, war crimes", [("civil-war", "Civil wars"), ("crime", "war crimes")]),
    ("civil war crimes", [("crime", "war crimes")]),
    ("software wardens warn", []),
    ("the war's end and the cities’ walls", [("war", "war"), ("city", "cities")]),
    ("weapons of mass destruction", [("wmd", "weapons of mass destruction")]),
    ("a sanction, two children", [("sanctions", "sanction"), ("child", "children")]),
    ("North Korea’s and north korea", [("nk", "North Korea")]),
    ("NORTH KOREA", [("nk", "NORTH KOREA")]),
    ("North\n  Korea, North. Korea", [("nk", "North\n  Korea")]),
    ("the two Turkeys ate turkey", [("turkey", "Turkeys")]),
    ("Workers' Party, Workers’ Party, Worker Party", [("wpk", "Workers' Party"), ("wpk", "Workers’ Party")]),
    ("U.S. and US tell us", [("us", "U.S."), ("us", "US")]),
    ("WHO, not who or Who", [("who", "WHO")]),
    ("MPs and an MP's", [("mp", "MPs"), ("mp", "MP")]),
    ("in March we march", [("march", "March")]),
    ("nuclear security summit, nuclear-security summits", [
        ("summit", "nuclear security summit"), ("summit", "nuclear-security summits"),
    ]),
    ("Kim Yo Jong, Kim Yo-jong, Kim yo Jong", [("kim", "Kim Yo Jong"), ("kim", "Kim Yo-jong")]),
    ("Ta_x, _Tax, Ta&x", [("tax", "Ta_x"), ("tax", "Tax"), ("tax", "Ta&x")]),
    ("``war`` %(war)s <war> http://war.com :term:`war`", [("war", "war")]),
    ("war, civil **war**", [("war", "war"), ("civil-war", "civil **war")]),
    ("‘war’ \"war\" (war) war–war", [("war", "war")] * 5),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), CASES)
def test_uses(text: str, found: list[tuple[str, str]]) -> None:
    assert [(use.concept_id, text[use.start : use.end]) for use in TERMS.uses(text)] == found


def test_terms_with_one_form_are_all_given() -> None:
    terms = SourceTerms([("a", "Congo", True), ("b", "Congo", True), ("c", "Republic of the Congo", True)])
    assert terms.uses("Congo and the Republic of the Congo") == (
        TermUse("a", "Congo", 0, 5), TermUse("b", "Congo", 0, 5), TermUse("c", "Republic of the Congo", 14, 35),
    )  # fmt: skip


def test_a_glossary_without_terms_finds_nothing() -> None:
    assert SourceTerms([("empty", "—", False)]).uses("— war") == ()


ABOUT_WAR = st.lists(
    st.sampled_from(["civil", "war", "wars", "war's", "crime", "Crimes", "North", "Korea", "KOREA", "U.S.", "‘war’"]),
    max_size=12,
).map(" ".join)


@given(ABOUT_WAR, st.sets(st.sampled_from(["war", "civil-war", "crime", "nk", "us", "wmd"])))
def test_asking_for_some_changes_nothing_about_them(text: str, among: set[str]) -> None:
    every, some = TERMS.uses(text), TERMS.uses(text, among)
    assert some == every or (some == () and among.isdisjoint(use.concept_id for use in every))


WORDS = st.text(st.sampled_from("abcsWAR'’-. _&1éß"), min_size=1, max_size=12)


@given(WORDS, st.booleans(), st.text(max_size=20))
def test_a_term_alone_is_found(form: str, case_sensitive: bool, other: str) -> None:
    terms = SourceTerms([("a", form, case_sensitive), ("b", other, False)])
    if SourceTerms([("a", form, True)]).uses(form):
        assert any(use.concept_id == "a" or len(other) > 1 for use in terms.uses(form))
    for use in terms.uses(f"{other} {form}, {other}"):
        assert 0 <= use.start < use.end <= 2 * len(other) + len(form) + 3
