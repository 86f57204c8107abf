"""S101–S501: the English documents."""

from __future__ import annotations

import pytest

from glossary.checks import check_sources
from glossary.model import (
    ConceptEntry,
    Document,
    Glossary,
    Kind,
    LanguageSection,
    Location,
    Occurrence,
    Relation,
    Segment,
    Term,
)  # fmt: skip
from glossary.rules import RULES

ALL = frozenset(RULES)


def concept(identifier: str, kind: Kind, *terms: Term, related=()) -> ConceptEntry:
    """A concept whose forms occur on lines 1, 2 …"""
    places = tuple(
        Occurrence(Location("a.txt", line), term.form, f"So {term.form} is.") for line, term in enumerate(terms, 1)
    )
    count = sum(term.count for term in terms)
    section = LanguageSection("en", terms)
    return ConceptEntry(identifier, kind, (section,), occurrences=places, count=count, related=related)


def name(form: str, count: int, kind: Kind = "organization") -> ConceptEntry:
    return concept(form, kind, Term(form, count=count))


EXPANSIONS = (Relation("expansion", "a"), Relation("expansion", "b"))
CASES = [
    ([concept("kyj", "person", Term("Kim Yo-jong", count=5), Term("Kim Yo Jong", count=1))], ["S101 a.txt:2"]),
    ([concept("kyj", "person", Term("Kim Yo-jong", count=5), Term("Kim Yo-jong's", count=1))], []),
    ([concept("vz", "person", Term("Volodymyr Zelenskyy", count=5), Term("Volodymyr Zelensky", count=1))],
     ["S101 a.txt:2"]),
    ([concept("lf", "term", Term("live-fire", count=5), Term("live fire", count=1))], []),
    ([name("Korean Central News Agency", 9), name("Korean News Agency", 1)], ["S102 a.txt:1"]),
    ([name("Korean Central News Agency", 9), name("Korean News Agency", 5)], []),
    ([name("Korean Central News Agency", 1), name("Korean News Agency", 1)], ["S102 a.txt:1"]),
    ([name("Second Opium War", 9, "event"), name("Second Seminole War", 1, "event")], []),
    ([name("William Henry Seward", 9, "person"), name("William H. Seward", 1, "person")], ["S102 a.txt:1"]),
    ([name("Sergei Lavrov", 2, "person"), name("Sergey Lavrov", 2, "person")], ["S102 a.txt:1"]),
    ([name("Zaporizhzhia", 9, "place"), name("Zaporizhia", 1, "place")], []),
    ([name("Volodymyr Zelensky", 9, "person"), name("Volodymyr Zelenskiy", 1, "person")], ["S102 a.txt:1"]),
    ([name("Iran", 9, "place"), name("Iraq", 1, "place")], []),
    ([name("Resolution 2231 text", 9, "document"), name("Resolution 2232 text", 1, "document")], []),
    ([name("Foreign Ministry", 9), name("Russian Foreign Ministry", 1)], []),
    ([concept("un", "abbreviation", Term("UNSCR", "acronym", count=2))], ["S201 a.txt:1"]),
    ([concept("un", "organization", Term("UN", "acronym", count=2), Term("United Nations", count=1))], []),
    (
        [
            concept("k", "abbreviation", Term("KCNA", "acronym", count=2), related=EXPANSIONS),
            concept("a", "organization", Term("Korean Central News Agency", count=1)),
            concept("b", "organization", Term("Korean Cultural News Association", count=1)),
        ],
        ["S202 a.txt:1"],
    ),
    (
        [concept("k", "person", Term("Kim", count=2), Term("Kim Jong-Eun", status="deprecated", count=1))],
        ["S301 a.txt:2"],
    ),
    (
        [
            concept("b", "person", Term("Belousov", count=2), related=(Relation("title", "x"), Relation("title", "y"))),
            concept("x", "title", Term("defense minister", count=2)),
            concept("y", "title", Term("minister of national defence", count=1)),
        ],
        ["S401 a.txt:1"],
    ),
    (
        [
            concept("b", "person", Term("Belousov", count=2), related=(Relation("title", "x"), Relation("title", "y"))),
            concept("x", "title", Term("defense minister", count=2)),
            concept("y", "title", Term("deputy chairman", count=1)),
        ],
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("concepts", "expected"), CASES)
def test_sources(concepts, expected):
    findings = check_sources(Glossary(tuple(concepts)), (), ALL)
    assert [f"{finding.code} {finding.location}" for finding in findings] == expected


def document(*lines: str) -> Document:
    return Document("a.txt", "a", tuple(Segment(text, Location("a.txt", line)) for line, text in enumerate(lines, 1)))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("the defence minister", "a defense line, defense"), [("a.txt:1", "defense")]),
        (("they organised it", "an organized body, organized"), [("a.txt:1", "organized")]),
        (("in the centre", "a center of the center"), [("a.txt:1", "center")]),
        (("the labour party",), []),
        (("they filed it", "they filled it"), []),
        (("he polled them", "a pole", "for four hours"), []),
    ],
)
def test_british_and_american(lines, expected):
    findings = check_sources(Glossary(()), (document(*lines),), ALL)
    assert [(str(finding.location), finding.expected) for finding in findings] == expected
