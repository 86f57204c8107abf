"""Composition from parts that these tests bring along: each pattern's order, particles and agreement."""

from __future__ import annotations

import re

import pytest

from glossary.suggestions import Query, Rendering
from glossary.suggestions.composition import Kinds, compose
from glossary.suggestions.composition.compose import filled
from glossary.suggestions.composition.parts import SLOTS, Part
from glossary.suggestions.composition.patterns import patterns

PARTS = {
    "defense minister": ("title", "국방장관", "国防相", "міністр оборони"),
    "deputy": ("title", "부관", "代理", "заступник"),
    "president": ("title", "대통령", "大統領", "президент"),
    "speaker": ("title", "의장", "議長", "спікер"),
    "first lady": ("title", "영부인", "大統領夫人", "перша леді"),
    "parliament": ("organization", "의회", "議会", "парламент"),
    "Kyiv": ("place", "키이우", "キーウ", "Київ"),
    "Geneva": ("place", "제네바", "ジュネーブ", "Женева"),
    "Kursk region": ("place", "쿠르스크주", "クルスク州", "Курська область"),
    "missile": ("term", "미사일", "ミサイル", "ракета"),
    "Sorenko": ("person", "소렌코", "ソレンコ", "Соренко"),
    "ceasefire": ("term", "휴전", "停戦", "припинення вогню"),
}


def lookup(language: str):
    def answer(query: Query) -> tuple[Rendering, ...]:
        found = PARTS.get(query.form) or PARTS.get(query.form.lower())
        if found is None:
            return ()
        kind, *forms = found
        return (Rendering(forms[("ko", "ja", "uk").index(language)], 0.95, "test", kind=kind),)

    return answer


def kinds() -> Kinds:
    return Kinds(lambda text: frozenset(found.kind for found in lookup("ko")(Query(text))))


def first(form: str, language: str) -> str:
    found = list(compose(Query(form), language, lookup(language), kinds()))
    assert all(rendering.by_rule and 0 < rendering.confidence <= 0.95 for rendering in found)
    return found[0].form if found else ""


CASES = [
    ("Ministry of Water Resources", "수자원부", "水資源省", "Міністерство водних ресурсів"),
    ("Water Resources Ministry", "수자원부", "水資源省", "Міністерство водних ресурсів"),
    ("tourism minister", "관광장관", "観光相", "міністр туризму"),
    ("Department of Transportation", "교통부", "運輸省", "Міністерство транспорту"),
    ("former president", "전 대통령", "元大統領", "колишній президент"),
    ("former first lady", "전 영부인", "元大統領夫人", "колишня перша леді"),
    ("acting speaker", "의장 대행", "議長代行", "виконувач обов’язків спікера"),
    ("president-elect", "대통령 당선인", "次期大統領", "новообраний президент"),
    ("then-President", "당시 대통령", "当時の大統領", "тодішній президент"),
    ("deputy speaker", "부의장", "副議長", "заступник спікера"),
    ("speaker of parliament", "의회 의장", "議会議長", "спікер парламенту"),
    ("parliament speaker", "의회 의장", "議会議長", "спікер парламенту"),
    ("Mayor of Kyiv", "키이우 시장", "キーウ市長", "мер Києва"),
    ("governor of the Kursk region", "쿠르스크주 주지사", "クルスク州知事", "губернатор Курської області"),
    ("Geneva Airport", "제네바 공항", "ジュネーブ空港", "аеропорт Женева"),
    ("Permanent Mission to the United Nations", "주유엔 대표부", "国連代表部", "Постійне представництво при ООН"),
    ("peace plan", "평화 계획", "和平計画", "мирний план"),
    ("UN president", "유엔 대통령", "国連大統領", "президент ООН"),
    ("ceasefire plan", "휴전 계획", "停戦計画", "план припинення вогню"),
    ("25th Infantry Division", "제25보병사단", "第25歩兵師団", "25-та піхотна дивізія"),
    (
        "93rd Separate Mechanized Brigade",
        "제93독립기계화여단",
        "第93独立機械化旅団",
        "93-тя окрема механізована бригада",
    ),
    ("1st Corps", "제1군단", "第1軍団", "1-й корпус"),
    ("20th century", "20세기", "20世紀", "20-те століття"),
    ("75th anniversary", "75주년", "75周年", "75-та річниця"),
    ("Article 4", "제4조", "第4条", "стаття 4"),
    ("Resolution 2270", "결의 2270호", "決議2270", "резолюція 2270"),
    ("Article IV", "", "", ""),
    ("Sorenko government", "소렌코 정부", "ソレンコ政権", "уряд Соренка"),
    ("Kyiv declaration", "키이우 선언", "キーウ宣言", ""),
    ("emergency meetings", "긴급 회담", "緊急会談", "надзвичайні зустрічі"),
    ("unknown president", "", "", ""),
    ("president", "", "", ""),
    ("Kyiv Geneva", "", "", ""),
]


@pytest.mark.parametrize(("form", "ko", "ja", "uk"), CASES, ids=[form for form, *_ in CASES])
def test_compose(form, ko, ja, uk):
    assert {language: first(form, language) for language in ("ko", "ja", "uk")} == {"ko": ko, "ja": ja, "uk": uk}


def test_explains_itself():
    (found, *_) = compose(Query("former president"), "ko", lookup("ko"), kinds())
    assert (found.form, found.source, found.by_rule, found.kind) == (
        "전 대통령",
        "대통령 (former {title})",
        True,
        "title",
    )


def test_form_that_cannot_be_had_leaves_the_template_out():
    assert filled("мер {1.gen}", [Part("Суми", 1.0, {"gen": ""})]) == ""
    assert filled("мер {1.gen}", [Part("Суми", 1.0, {"gen": "Сум"})]) == "мер Сум"


def test_long_phrases_are_left_alone():
    assert first("president " * 10, "ko") == ""


@pytest.mark.parametrize("pattern", patterns(), ids=[pattern.english for pattern in patterns()])
def test_table(pattern):
    """Every slot is known, every template uses slots that there are, and every form it asks for can exist."""
    slots = [token for token in pattern.tokens if token.startswith("{")]
    assert set(slots) <= SLOTS.keys()
    assert 0 < pattern.trust < 1
    assert pattern.templates.keys() >= {"ko", "ja"}  # Ukrainian may want an adjective that no rule derives
    for template in (t for cell in pattern.templates.values() for t in cell):
        used = re.findall(r"\{(?:~[^:]+:)?(\d)(?:\.(\w+))?(?::(\w))?\}", template)
        assert template.count("{") == len(used)
        assert {int(number) for number, *_ in used} <= set(range(1, len(slots) + 1))
        assert {case for _, case, _ in used} <= {
            "",
            "gen",
            "acc",
            "in",
            "ins",
            "dat",
            "adj",
            "short",
            "office",
            "mission",
            "minister",
            "m",
            "f",
            "n",
        }
