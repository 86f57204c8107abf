"""Ukrainian cases: what rules and table are sure of, and where they must say nothing."""

from __future__ import annotations

import pytest

from glossary.suggestions.composition import ukrainian
from glossary.suggestions.composition.ukrainian_places import place
from glossary.suggestions.composition.ukrainian_plural import plural

GENITIVE = [
    ("міністр оборони", "m", "міністра оборони"),
    ("прем’єр-міністр", "m", "прем’єр-міністра"),
    ("верховний комісар ООН з прав людини", "m", "верховного комісара ООН з прав людини"),
    ("військовослужбовець", "m", "військовослужбовця"),
    ("боєць", "m", "бійця"),
    ("голова", "m", "голови"),
    ("збройний конфлікт", "m", "збройного конфлікту"),
    ("тероризм", "m", "тероризму"),
    ("ядерна зброя", "f", "ядерної зброї"),
    ("зброя масового ураження", "f", "зброї масового ураження"),
    ("заява президента", "f", "заяви президента"),
    ("протиповітряна оборона", "f", "протиповітряної оборони"),
    ("безпека", "f", "безпеки"),
    ("область", "f", "області"),
    ("Рада Безпеки ООН", "f", "Ради Безпеки ООН"),
    ("Міністерство оборони", "n", "Міністерства оборони"),
    ("військове навчання", "n", "військового навчання"),
    ("ембарго", "n", "ембарго"),
    ("Збройні сили", "p", "Збройних сил"),
    ("військові злочини", "p", "військових злочинів"),
    ("мирні переговори", "p", "мирних переговорів"),
    ("бойові дії", "p", "бойових дій"),
    ("МАГАТЕ", "", "МАГАТЕ"),
    ("Twitter", "", "Twitter"),
    ("глек", "m", ""),
    ("", "", ""),
]


@pytest.mark.parametrize(("phrase", "gender", "genitive"), GENITIVE, ids=[phrase for phrase, *_ in GENITIVE])
def test_gender_and_genitive(phrase, gender, genitive):
    assert (ukrainian.gender(phrase), ukrainian.genitive(phrase)) == (gender, genitive)


PLACES = [
    ("Київ", "Києва", "Києві"),
    ("Харків", "Харкова", "Харкові"),
    ("Миколаїв", "Миколаєва", "Миколаєві"),
    ("Луцьк", "Луцька", "Луцьку"),
    ("Сеул", "Сеула", "Сеулі"),
    ("Прага", "Праги", "Празі"),
    ("Осака", "Осаки", "Осаці"),
    ("Софія", "Софії", "Софії"),
    ("Маріуполь", "Маріуполя", "Маріуполі"),
    ("Казань", "Казані", "Казані"),
    ("Токіо", "Токіо", "Токіо"),
    ("Курська область", "Курської області", "Курській області"),
    ("Хабаровський край", "Хабаровського краю", "Хабаровському краї"),
    ("Рівне", "Рівного", "Рівному"),
    ("Лозова Павлівка", "", ""),
    ("Salt Lake City", "", ""),
]


@pytest.mark.parametrize(("name", "genitive", "locative"), PLACES, ids=[name for name, *_ in PLACES])
def test_place(name, genitive, locative):
    assert place(name) == (genitive, locative)


@pytest.mark.parametrize(
    ("locative", "before", "expected"),
    [
        ("Україні", "", "в Україні"),
        ("Україні", "л", "в Україні"),
        ("Сеулі", "л", "у Сеулі"),
        ("Сеулі", "о", "в Сеулі"),
        ("Франції", "о", "у Франції"),
        ("Львові", "о", "у Львові"),
        ("Варшаві", "а", "у Варшаві"),
    ],
)
def test_within(locative, before, expected):
    assert ukrainian.within(locative, before) == expected


def test_other_cases():
    assert [ukrainian.accusative(name) for name in ("Росія", "Північна Корея", "Китай")] == [
        "Росію",
        "Північну Корею",
        "Китай",
    ]
    assert [ukrainian.instrumental(name) for name in ("Росія", "США", "Китай")] == ["Росією", "США", ""]
    assert [ukrainian.agreeing("колишній", sex) for sex in ("m", "f", "n", "p", "")] == [
        "колишній", "колишня", "колишнє", "колишні", "",
    ]  # fmt: skip


PLURAL = [
    ("касетний боєприпас", "касетні боєприпаси"),
    ("військовополонений", "військовополонені"),
    ("міністр оборони", "міністри оборони"),
    ("громадянин", "громадяни"),
    ("союзник", "союзники"),
    ("лікар", "лікарі"),
    ("спостерігач", "спостерігачі"),
    ("боєць", "бійці"),
    ("суддя", "судді"),
    ("делегація", "делегації"),
    ("область", "області"),
    ("посольство", "посольства"),
    ("військове навчання", "військові навчання"),
    ("рішення", "рішення"),
    ("санкції", "санкції"),
    ("ООН", ""),
]


@pytest.mark.parametrize(("singular", "expected"), PLURAL, ids=[singular for singular, _ in PLURAL])
def test_plural(singular, expected):
    assert plural(singular) == expected
