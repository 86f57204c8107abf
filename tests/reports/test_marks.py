"""Terms in documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.model import Document, Glossary, Kind, Location, Segment
from glossary.reports.marks import Marker

from .building import concept, document, use


def marked(glossary: Glossary, *texts: str, path: str = "seeds/a.txt") -> list[tuple[str, tuple[str, ...]]]:
    """Text and concepts of every mark."""
    marker = Marker(glossary)
    return [
        (segment.text[mark.start : mark.end], mark.concepts)
        for segment, marks in marker.marks(document(*texts, path=path))
        for mark in marks
    ]


@pytest.mark.parametrize(
    ("kind", "form", "text", "found"),
    [
        ("term", "civil war", "The civil war ended. Civil wars end.", ["civil war", "Civil wars"]),
        ("place", "Turkey", "A turkey flew to Turkey.", ["Turkey"]),
        ("person", "Kim Jong Un", "Kim Jong Un's sister", ["Kim Jong Un"]),
        ("title", "defense minister", "Defense Minister Gen Nakatani", ["Defense Minister"]),
        ("term", "drill", "drilling drills", ["drills"]),
    ],
)
def test_uses_are_marked(kind: Kind, form: str, text: str, found: list[str]) -> None:
    entry = concept(form, kind=kind, count=9, occurrences=(use(form),))
    assert [piece for piece, _ in marked(Glossary((entry,)), text)] == found


def test_the_longest_term_is_marked() -> None:
    war, civil = (concept(form, count=9) for form in ("war", "civil war"))
    assert marked(Glossary((war, civil)), "a civil war and a war") == [("civil war", ("civil-war",)), ("war", ("war",))]


def test_the_recognizers_said_which_of_two_namesakes_is_meant_here() -> None:
    one = concept("Kim Jong Un", "Kim", kind="person", count=2, occurrences=(use("Kim"), use("Kim Jong Un")))
    other = concept("Kim Yo-jong", "Kim", kind="person", count=1, occurrences=(use("Kim", line=2),))
    found = marked(Glossary((one, other)), "Kim spoke.", "Kim replied.", "Kim is not known here.")
    assert found == [("Kim", ("kim-jong-un",)), ("Kim", ("kim-yo-jong",))]


def test_where_the_glossary_kept_only_a_sample_all_namesakes_are_marked() -> None:
    one, other = (concept(name, "Kim", kind="person", count=99) for name in ("Kim Jong Un", "Kim Yo-jong"))
    assert marked(Glossary((one, other)), "Kim spoke.") == [("Kim", ("kim-jong-un", "kim-yo-jong"))]


def test_boilerplate_is_not_marked() -> None:
    text = Segment("war", Location("a.txt", 1), "boilerplate")
    found = list(Marker(Glossary((concept("war", count=9),))).marks(Document("a.txt", "A", (text,))))
    assert found == [(text, ())]


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=4), st.lists(st.text(min_size=1, max_size=8)))
def test_marks_lie_in_the_text_and_never_overlap(texts: list[str], forms: list[str]) -> None:
    entries = tuple(concept(form, identifier=f"c{n}", count=9) for n, form in enumerate(forms) if form.strip())
    for segment, marks in Marker(Glossary(entries)).marks(document(*texts)):
        edge = 0
        for mark in marks:
            assert edge <= mark.start < mark.end <= len(segment.text)
            edge = mark.end
