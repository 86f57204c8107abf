"""Cities and subdivisions: names, context words, homonyms."""

from __future__ import annotations

from importlib.resources import files

import pytest

from glossary.model import Kind
from glossary.suggestions import Query, Resources
from glossary.suggestions.gazetteer import from_gazetteer, places


def first(form: str, language: str, kind: Kind | None = None, countries: tuple[str, ...] = ()) -> tuple[str, str]:
    found = list(from_gazetteer(Query(form, kind, countries=countries), language, Resources()))
    best = max(found, key=lambda rendering: rendering.confidence, default=None)
    return (best.form, best.source) if best and best.confidence >= 0.6 else ("", "")


CASES = [
    ("Khabarovsk", "ko", "하바롭스크", "GeoNames 2022890"),
    ("Khabarovsk Krai", "ko", "하바롭스크 지방", "CLDR 41 RU-KHA"),
    ("Khabarovsk Krai", "ja", "ハバロフスク地方", "CLDR 41 RU-KHA"),
    ("Kursk region", "uk", "Курська область", "CLDR 41 RU-KRS"),
    ("Kyiv Oblast", "ko", "키이우주", "CLDR 41 UA-32"),
    ("Aichi Prefecture", "ja", "愛知県", "CLDR 41 JP-23"),
    ("Gyeonggi-do", "ko", "경기도", "CLDR 41 KR-41"),
    ("Republic of Bashkortostan", "uk", "Башкортостан", "CLDR 41 RU-BA"),
    ("Bavaria", "ko", "바이에른", "CLDR 41 DE-BY"),
    ("Geneva", "ja", "ジュネーブ", "GeoNames 2660646"),
    ("Naha", "ja", "那覇", "GeoNames 1856035"),
    ("Pokrovsk", "uk", "Покровськ", "GeoNames 704422"),
    ("White House", "ko", "", ""),
    ("Kursk house", "ko", "", ""),
    ("kursk", "ko", "", ""),
    ("Kursk", "de", "", ""),
]


@pytest.mark.parametrize(("form", "language", "expected", "source"), CASES)
def test_place(form, language, expected, source):
    assert first(form, language) == (expected, source)


@pytest.mark.parametrize("kind", ["person", "people", "title", "document"])
def test_what_is_no_place_gets_no_place(kind):
    assert first("Khabarovsk", "ko", kind) == ("", "")


def test_surnames_need_to_be_known_as_places():
    assert first("Lincoln", "ko") == ("", "")
    assert first("Lincoln", "ko", "organization") == ("", "")
    assert first("Lincoln", "ko", "place", countries=("US",)) == ("링컨", "GeoNames 5072006")


def test_the_text_decides_between_homonyms():
    assert first("Salzburg State", "ko")[1] == "CLDR 41 AT-5"
    names = {place.country for place in places("Donetsk") if not place.subdivision}
    assert names == {"UA", "RU"}
    assert first("Donetsk", "ko", "place", countries=("RU",))[1] == "GeoNames 565348"
    assert first("Donetsk", "ko", "place")[1] == "GeoNames 709717"


def test_table_is_sorted_small_and_whole():
    data = files("glossary.data").joinpath("gazetteer.tsv").read_bytes()
    lines = data.decode().splitlines()
    assert lines == sorted(lines)
    assert len(data) < 3_000_000
    assert all(line.count("\t") == 7 for line in lines)
