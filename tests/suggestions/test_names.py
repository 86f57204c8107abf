"""Persons' names from parts, and the rules from English pronunciation to other scripts."""

from __future__ import annotations

from importlib.resources import files

import pytest

from glossary.data.sounds.cyrillic import cyrillic
from glossary.data.sounds.hangul import hangul
from glossary.data.sounds.kana import katakana
from glossary.model import Kind
from glossary.suggestions import Query, Resources, names


@pytest.fixture(autouse=True)
def _western(monkeypatch):
    """These names are of no origin that is transcribed by rule."""
    monkeypatch.setattr(names, "origin", lambda query: "ko" if query.form.startswith("Kim ") else "")


def name(form: str, language: str, kind: Kind | None = "person") -> str:
    return next((found.form for found in names.from_names(Query(form, kind), language, Resources())), "")


CASES = [
    ("Elizabeth Warren", "엘리자베스 워런", "エリザベス・ウォーレン", "Елізабет Воррен"),
    ("Barbara Woodward", "바버라 우드워드", "バーバラ・ウッドワード", "Барбара Вудворд"),
    ("George W. Bush", "조지 W. 부시", "ジョージ・W・ブッシュ", "Джордж В. Буш"),
    ("John Smith Jr.", "존 스미스", "ジョン・スミス", "Джон Сміт"),
    ("Trump", "트럼프", "トランプ", "Трамп"),
    ("Kim Smith", "", "", ""),
    ("John Xqzv", "", "", ""),
    ("john smith", "", "", ""),
    ("John 3", "", "", ""),
]


@pytest.mark.parametrize(("form", "ko", "ja", "uk"), CASES, ids=[form for form, *_ in CASES])
def test_person(form, ko, ja, uk):
    assert [name(form, language) for language in ("ko", "ja", "uk")] == [ko, ja, uk]


def test_unknown_kind_needs_a_given_name():
    assert name("John Smith", "ko", None) == "존 스미스"
    assert name("Smith Wesson", "ko", None) == ""
    assert name("Trump", "ko", None) == ""
    assert name("John Smith", "ko", "organization") == "존 스미스"


def test_says_where_the_parts_come_from():
    (found,) = names.from_names(Query("John Smith", "person"), "ko", Resources())
    assert found.source == "name parts: table of given names, Wikidata"
    assert not found.by_rule
    assert found.kind == "person"


SOUNDS = [
    ("trump", "T R AH1 M P", "트럼프", "トランプ", "трамп"),
    ("bartlett", "B AA1 R T L IH0 T", "바틀릿", "バートリット", "бартліт"),
    ("warren", "W AO1 R AH0 N", "워런", "ウォーレン", "воррен"),
    ("johnson", "JH AA1 N S AH0 N", "존슨", "ジョンソン", "джонсон"),
    ("thompson", "T AA1 M P S AH0 N", "톰프슨", "トンプソン", "томпсон"),
    ("scott", "S K AA1 T", "스콧", "スコット", "скотт"),
    ("hughes", "HH Y UW1 Z", "휴스", "ヒュース", "гюс"),
    ("woods", "W UH1 D Z", "우즈", "ウドス", "вудс"),
    ("barbara", "B AA1 R B ER0 AH0", "바버라", "バーバーラ", "барбара"),
    ("keats", "K IY1 T S", "키츠", "キーツ", "кітс"),
    ("bush", "B UH1 SH", "부시", "ブッシュ", "буш"),
    ("blair", "B L EH1 R", "블레어", "ブレア", "блер"),
    ("mcpartlin", "M AH0 K P AA1 R T L IH0 N", "맥파틀린", "マクパートリン", "макпартлін"),
]


@pytest.mark.parametrize(("word", "arpabet", "ko", "ja", "uk"), SOUNDS, ids=[word for word, *_ in SOUNDS])
def test_sounds(word, arpabet, ko, ja, uk):
    assert (hangul(word, arpabet), katakana(word, arpabet), cyrillic(word, arpabet)) == (ko, ja, uk)


@pytest.mark.parametrize("table", ["given_names.tsv", "name_parts.tsv"])
def test_table_is_sorted_and_in_the_right_scripts(table):
    lines = [line for line in files("glossary.data").joinpath(table).read_text(encoding="utf-8").splitlines()
             if not line.startswith("#")]  # fmt: skip
    rows = [line.split("\t") for line in lines if not line.startswith("en\t")]
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    for english, ko, ja, uk in rows:
        assert all("가" <= c <= "힣" for c in ko.lstrip("~*")), english
        assert all("゠" <= c <= "ヿ" for c in ja.lstrip("~*")), english
        assert all("а" <= c.lower() <= "ї" or c in "ґҐ’-" for c in uk.lstrip("~*")), english
