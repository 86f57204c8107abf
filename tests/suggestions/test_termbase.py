"""Which rows of a termbase serve which form."""

from __future__ import annotations

import pytest

from glossary.suggestions import Query, Row, Termbase
from glossary.suggestions.confidence import LOWER_CASE, OTHER_KIND, OTHER_NUMBER, SECOND

from .asking import TRUST, termbase

TERMS = termbase(
    ("United Nations|UN", "유엔|국제연합"),
    ("defense minister", "국방장관"),
    ("sanctions", "제재"),
    ("Diet", "국회"),
    ("US|United States", "미국"),
    ("World Health Organization|WHO", "세계보건기구"),
    ("airplane", "비행기"),
    ("UNESCO", "유네스코"),
    ("PACE", "의회의원총회"),
)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("United Nations", [("유엔", 1), ("국제연합", SECOND)]),
        ("the United Nations", [("유엔", 1), ("국제연합", SECOND)]),
        ("Defence Minister", [("국방장관", 1)]),
        ("Defense Ministers", [("국방장관", OTHER_NUMBER)]),
        ("sanction", [("제재", OTHER_NUMBER)]),
        ("aeroplane", [("비행기", 1)]),
        ("Diet", [("국회", 1)]),
        ("diet", [("국회", LOWER_CASE)]),
        ("U.S.", [("미국", 1)]),
        ("us", []),
        ("who", []),
        ("WHO", [("세계보건기구", 1)]),
        ("Unesco", [("유네스코", 1)]),
        ("unesco", []),
        ("Pace", []),
        ("minister", []),
        ("", []),
        ("!!!", []),
    ],
)
def test_form(form, expected):
    found = [(rendering.form, rendering.confidence) for rendering in TERMS.renderings(Query(form), "ko")]
    assert found == [(text, pytest.approx(TRUST * factor)) for text, factor in expected]
    assert list(TERMS.renderings(Query(form), "ja")) == []


def test_person_is_no_place():
    people = termbase(("Washington", "워싱턴"), kind="person")
    (found,) = people.renderings(Query("Washington", "place"), "ko")
    assert found.confidence == pytest.approx(TRUST * OTHER_KIND)


@pytest.mark.parametrize(
    ("forms", "form", "expected"),
    [
        (("missile",), "missiles", "ракети"),
        (("missile", "missiles"), "missiles", "ракети"),
        (("missile",), "missile", "ракета"),
    ],
)
def test_ukrainian_follows_the_number(forms, form, expected):
    terms = Termbase("terms", (Row(forms, {"uk": ("ракета",)}),))
    assert next(terms.renderings(Query(form), "uk")).form == expected
