"""Glossary files of any make, as ``glossary check --glossary`` reads them."""

from __future__ import annotations

import json

import pytest

from glossary.errors import GlossaryError
from glossary.exchange import termbase_files
from glossary.model import ConceptEntry
from glossary.units import CatalogFile, Unit


def shown(concept: ConceptEntry) -> tuple[str, str, list[str], dict[str, list[str]]]:
    """Id, kind, English forms, and language → renderings, each with the first letter of its status."""
    english, *others = concept.sections
    renderings = {section.language: [f"{term.status[0]} {term.form}" for term in section.terms] for section in others}
    return concept.id, concept.kind, [term.form for term in english.terms], renderings


def read(text: str, path: str = "t.csv", wanted=None):
    glossary, lines = termbase_files.read(text.encode(), path, wanted)
    return [shown(concept) for concept in glossary], dict(lines)


@pytest.mark.parametrize(
    ("text", "concepts", "lines"),
    [
        ("en,ko\nwar,전쟁\n", [("war", "term", ["war"], {"ko": ["p 전쟁"]})], {"war": 2}),
        ("en;ko;uk\nwar;전쟁;війна\n", [("war", "term", ["war"], {"ko": ["p 전쟁"], "uk": ["p війна"]})], {"war": 2}),
        ("war\t전쟁\npeace\t평화\n",
         [("war", "term", ["war"], {"und": ["p 전쟁"]}), ("peace", "term", ["peace"], {"und": ["p 평화"]})],
         {"war": 1, "peace": 2}),
        ('"source","target"\n"war","전쟁"\n', [("war", "term", ["war"], {"und": ["p 전쟁"]})], {"war": 2}),
        ("\ufeffa,b,c\n", None, None),
        ("id,kind,en,ko,ko_status,variants,forbidden_ko\nk1,place,Kyiv,키이우,approved,Kiev,키예프;기예프\n",
         [("k1", "place", ["Kyiv", "Kiev"], {"ko": ["p 키이우", "d 키예프", "d 기예프"]})], {"k1": 2}),
        ("en,ko\nUS,미국;미합중국\n", [("us", "term", ["US"], {"ko": ["p 미국", "a 미합중국"]})], {"us": 2}),
        ("en,ko,status\nwar,전쟁,fuzzy\n", [("war", "term", ["war"], {})], {"war": 2}),
        ("en,ko\nwar,전쟁\nwar,전투\n", [("war", "term", ["war"], {"ko": ["p 전쟁", "a 전투"]})], {"war": 2}),
        ("en,ko\nWar,a\nwar,b\n",
         [("war", "term", ["War"], {"ko": ["p a"]}), ("war-2", "term", ["war"], {"ko": ["p b"]})],
         {"war": 2, "war-2": 3}),
        ("Term,Notes,Korean note,pt-BR\nwar,n,m,guerra\n",
         [("war", "term", ["war"], {"pt_br": ["p guerra"]})], {"war": 2}),
    ],
)  # fmt: skip
def test_tables(text, concepts, lines):
    if concepts is None:
        with pytest.raises(GlossaryError, match=r"t\.csv"):
            read(text)
    else:
        assert read(text) == (concepts, lines)


def test_json_as_exported():
    data = {
        "concepts": [
            {
                "id": "kyiv", "kind": "place", "preferred": "Kyiv", "extra": 1,
                "terms": [{"form": "Kyiv", "type": "fullForm", "status": "preferred"},
                          {"form": "Kiev", "type": "variant", "status": "deprecated"}],
                "related": [{"type": "similar", "id": "ukraine"}],
                "translations": {"ko": [{"form": "키이우", "status": "approved", "source": "a.po:3"},
                                        {"form": "키예프", "status": "forbidden"}],
                                 "ja": [{"form": "キーウ", "status": "fuzzy"}]},
            }
        ]
    }  # fmt: skip
    concepts, lines = read(json.dumps(data), "g.json")
    assert concepts == [("kyiv", "place", ["Kyiv", "Kiev"], {"ko": ["p 키이우", "d 키예프"]})]
    assert lines == {}


def test_catalogs_of_terms():
    units = (
        Unit(3, "place", "Kyiv", "", ("키이우",)),
        Unit(6, None, "war", "", ("전쟁 ",)),
        Unit(9, None, "old", "", ("옛",), ("fuzzy",)),
        Unit(12, "b", "war", "", ("전투",), ("forbidden",)),
    )
    glossary = termbase_files.from_catalog(CatalogFile("g.po", "ko", units=units))
    assert [shown(concept) for concept in glossary] == [
        ("kyiv", "place", ["Kyiv"], {"ko": ["p 키이우"]}),
        ("war", "term", ["war"], {"ko": ["p 전쟁"]}),
        ("war-2", "term", ["war"], {"ko": ["d 전투"]}),
    ]


def test_what_is_not_wanted_is_left_out_and_the_ids_stay():
    text = "en,ko\nwar,a\nWar,b\npeace,c\n"
    assert [item[0] for item in read(text, wanted=lambda form: form == "War")[0]] == ["war-2"]


@pytest.mark.parametrize(
    ("data", "path", "message"),
    [
        (b"", "t.csv", "t.csv: is empty; give a row for each term"),
        (b"a,b,c\n1,2,3\n", "t.csv", "t.csv:1: no columns of terms and renderings in ['a', 'b', 'c']"),
        (b"\xff\n", "t.csv", "t.csv:1: not UTF-8"),
        (b"{", "g.json", "g.json:1: not JSON"),
        (b"[]", "g.json", "g.json: is no glossary"),
        (b'{"concepts": [{"terms": []}]}', "g.json", "g.json: is no glossary"),
    ],
)
def test_what_is_no_glossary_is_refused_by_name(data, path, message):
    with pytest.raises(GlossaryError) as caught:
        termbase_files.read(data, path)
    assert str(caught.value).startswith(message)
