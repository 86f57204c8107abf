"""G101–G404: the glossary's own entries."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary.checks import TermCatalog, check_terms
from glossary.model import ConceptEntry, Glossary, Relation
from glossary.rules import RULES
from glossary.units import Unit

from .building import catalog, concept

ALL = frozenset(RULES)


def told(language: str, *rows: tuple[ConceptEntry, str], flags: str = "", selected=ALL - {"G101", "G102", "G103"}):
    """Codes and concepts of the findings about concepts with their renderings."""
    units = [Unit(0, item.kind, item.preferred, "", (text,), tuple(flags.split())) for item, text in rows]
    file = catalog(language, *units)
    glossary = Glossary(tuple(item for item, _ in rows))
    concepts = {unit.line: item for unit, (item, _) in zip(file.units, rows, strict=True)}
    return [
        (finding.code, finding.concept_id) for finding in check_terms(TermCatalog(file, glossary, concepts), selected)
    ]


def person(name: str) -> ConceptEntry:
    return concept(name, "xx", kind="person")


def place(name: str) -> ConceptEntry:
    return concept(name, "xx", kind="place")


def term(name: str, **more) -> ConceptEntry:
    return replace(concept(name, "xx"), **more)


CASES = [
    ("ko", [(place("Kyiv"), "키이우"), (person("Kim Jong Un"), "김정은"), (term("talks"), "회담")], []),
    ("ko", [(place("South"), "남한"), (place("North"), "남한")], [("G202", "North")]),
    ("ko", [(term("city"), "도시"), (term("cities"), "도시")], []),
    ("ko", [(place("UN"), "유엔"), (place("United Nations"), "유엔")], []),
    ("ko", [(term("a1", related=(Relation("similar", "b1"),)), "가나"), (term("b1"), "가나")], []),
    ("ko", [(term("Ministry"), "외무성"), (replace(concept("ministry", "xx"), kind="organization"), "외교부")],
     [("G201", "ministry")]),
    ("ko", [(concept("Kyiv", "ko", "키예프", forbidden=["키예프"], kind="place"), "키예프")],
     [("G203", "Kyiv"), ("G205", "Kyiv")]),
    ("ko", [(person("Kim Jong Un"), "김정은"), (person("Kim Il Sung"), "김일성"), (person("Kim Yo-jong"), "킴여정")],
     [("G204", "Kim Yo-jong")]),
    ("ko", [(person("Kim Kardashian"), "킴 카다시안"), (person("Kim Jong Un"), "김정은")], []),
    ("uk", [(person("Vladimir Putin"), "Володимир Путін"), (person("Vladimir Lenin"), "Володимир Ленін"),
            (person("Vladimir Medinsky"), "Владімір Мединський")], [("G204", "Vladimir Medinsky")]),
    ("ja", [(person("Sergei Lavrov"), "セルゲイ・ラブロフ"), (person("Sergei Shoigu"), "セルゲイ・ショイグ")], []),
    ("ja", [(place("Kharkiv"), "ハリコフ")], [("G205", "Kharkiv")]),
    ("ja", [(place("Chernobyl"), "チェルノブイリ")], []),
    ("uk", [(place("Moscow"), "Moscow")], [("G301", "Moscow")]),
    ("uk", [(term("NATO"), "NATO")], []),
    ("uk", [(term("GnuCash", translate=False), "GnuCash")], []),
    ("uk", [(place("Crimea"), "Крым")], [("G302", "Crimea")]),
    ("ko", [(place("Moscow"), "Moskva")], [("G302", "Moscow")]),
    ("uk", [(term("state"), "урядoвий")], [("G303", "state")]),
    ("uk", [(term("yod"), "и\u0306од")], [("G401", "yod")]),
    ("ko", [(term("leader"), "지도자 ")], [("G402", "leader")]),
    ("ko", [(term("KCNA"), "통신(KCNA")], [("G403", "KCNA")]),
    ("uk", [(term("leader"), "лідер.")], [("G404", "leader")]),
    ("uk", [(term("year"), "р.")], []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "rows", "codes"), CASES)
def test_entries(language, rows, codes):
    assert told(language, *rows) == codes


def test_what_still_needs_work():
    state = ALL & {"G101", "G102", "G103"}
    assert told("ko", (term("a"), ""), selected=state) == [("G101", "a")]
    assert told("ko", (term("a"), "가"), flags="fuzzy", selected=state) == [("G102", "a")]
    assert told("ko", (term("a"), "가"), selected=state) == []


def test_entries_that_are_no_concepts_and_concepts_that_are_no_entries():
    file = catalog("ko", Unit(0, "term", "old", "", ("가",)))
    findings = check_terms(TermCatalog(file, Glossary((term("new"),)), {}), ALL)
    assert [(finding.code, finding.location.line) for finding in findings] == [("G103", 10), ("G103", 1)]


def test_suggestions_are_not_judged():
    assert told("uk", (place("Crimea"), "Крым"), flags="fuzzy") == []
