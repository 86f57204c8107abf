"""When two English forms are one, and when they are not: each rule as a table of real pairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.languages.english import fold, fold_case, fold_spelling, singular, singular_form

SAME = {
    fold_case: [
        ("Supreme Leader", "supreme leader"),
        ("Workers’ Party", "Workers' Party"),
        ("“special military operation”", "special military operation"),
        ("Indo–Pacific", "Indo-Pacific"),
        ("North  Korea", "North Korea"),
        ("ＮＡＴＯ", "NATO"),
    ],
    fold_spelling: [
        ("the Kremlin", "Kremlin"),
        ("a court martial", "court-martial"),
        ("Kim Jong Un’s", "Kim Jong Un"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("live-fire drill", "live fire drill"),
        ("U.S.", "US"),
        ("U.N.S.C.", "UNSC"),
        ("São Tomé", "Sao Tome"),
        ("Defence Minister", "Defense Minister"),
        ("labour camp", "labor camp"),
        ("World Food Programme", "World Food Program"),
        ("organisation", "organization"),
        ("mobilised", "mobilized"),
        ("paralysed", "paralyzed"),
        ("theatre", "theater"),
        ("travelling", "traveling"),
        ("dialogue", "dialog"),
        ("grey zone", "gray zone"),
        ("harbour", "harbor"),
    ],
    fold: [
        ("sanctions", "sanction"),
        ("mass killings", "mass killing"),
        ("ministers of defence", "Minister of Defense"),
        ("deputy prime ministers", "deputy prime minister"),
        ("ceasefires", "ceasefire"),
        ("UNSCRs", "UNSCR"),
        ("embassies", "embassy"),
        ("crises", "crisis"),
        ("servicemen", "serviceman"),
        ("attorneys general", "attorney general"),
        ("weapons of mass destruction", "weapon of mass destruction"),
    ],
}
DIFFERENT = {
    fold_case: [("US", "UK"), ("Korea", "Koreas")],
    fold_spelling: [
        ("US", "us and them"),
        ("sanction", "sanctions"),
        ("four", "for"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("North Korea", "South Korea"),
    ],
    fold: [
        ("arms", "arm"),
        ("forces", "force"),
        ("customs", "custom"),
        ("news", "new"),
        ("headquarters", "headquarter"),
        ("Netherlands", "Netherland"),
    ],
}


def pairs(table):
    return [(key, *pair) for key, rows in table.items() for pair in rows]


@pytest.mark.parametrize(("key", "one", "other"), pairs(SAME))
def test_the_same(key, one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize(("key", "one", "other"), pairs(DIFFERENT))
def test_not_the_same(key, one, other):
    assert key(one) != key(other)


@pytest.mark.parametrize(("key", "one", "other"), pairs(SAME))
def test_each_key_is_coarser_than_the_one_before(key, one, other):
    keys = (fold_case, fold_spelling, fold)
    assert all(coarser(one) == coarser(other) for coarser in keys[keys.index(key) :])


@pytest.mark.parametrize(
    ("plural", "form"),
    [
        ("Ministers of Defense", "Minister of Defense"),
        ("UNSCRs", "UNSCR"),
        ("NGOs", "NGO"),
        ("ballistic missiles", "ballistic missile"),
        ("Allies", "Ally"),
        ("armed forces", "armed forces"),
        ("US", "US"),
        ("women", "woman"),
        ("sanctions against Iran", "sanction against Iran"),
        ("Chief of Staff", "Chief of Staff"),
    ],
)
def test_singular_form(plural, form):
    assert singular_form(plural) == form
    assert singular_form(form) == form


@given(st.text(max_size=40))
def test_keys_never_fail_and_are_stable(text):
    for key in (fold_case, fold_spelling, fold):
        assert key(text) == key(text)
    assert fold_case(fold_case(text)) == fold_case(text)
    singular(text)
    singular_form(text)
