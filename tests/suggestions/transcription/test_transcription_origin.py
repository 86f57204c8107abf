"""Which rules fit a name: from the name alone, with a country, or not at all."""

import pytest

from glossary.suggestions.transcription import origin_of


@pytest.mark.parametrize(
    ("name", "countries", "origin"),
    [
        ("Kim Jong Un", (), "ko"),
        ("Kim Yo-jong", ("JP",), "ko"),
        ("Ban Ki-moon", (), "ko"),
        ("Lee Jae-myung", (), "ko"),
        ("Park Jin", (), ""),
        ("Park Jin", ("KR",), "ko"),
        ("Kim", ("KP",), "ko"),
        ("Kim", (), ""),
        ("Gen Nakatani", (), "ja"),
        ("Takehiro Funakoshi", (), "ja"),
        ("Naomi Osaka", (), ""),
        ("Naomi Osaka", ("JP",), "ja"),
        ("Mario Monti", ("JP",), ""),
        ("Joe Biden", ("JP", "KR"), ""),
        ("Xi Jinping", (), "zh"),
        ("Wang Yi", (), ""),
        ("Wang Yi", ("CN",), "zh"),
        ("Tsai Ing-wen", ("TW",), ""),
        ("Vladimir Putin", (), "ru"),
        ("Lavrov", ("UA", "RU"), "ru"),
        ("Volodymyr Zelensky", ("RU",), "uk"),
        ("Zelensky", ("UA", "RU"), "uk"),
        ("Ivan Bakanov", ("UA",), "uk"),
        ("Rumen Radev", ("BG",), ""),
        ("Viktor Orban", ("HU",), ""),
        ("David Martin", ("UA",), ""),
        ("Joe Young", ("KR",), ""),
        ("António Guterres", ("UA",), ""),
        ("Ángel Gurría", ("JP",), ""),
        ("Kim Song", (), "ko"),
        ("Fu Cong", ("US",), "zh"),
        ("Min Aung", ("MM",), ""),
    ],
)
def test_person(name, countries, origin):
    assert origin_of(name, "person", countries)[0] == origin


@pytest.mark.parametrize(
    ("name", "countries", "origin"),
    [
        ("Punggye-ri", (), "ko"),
        ("Yongbyon", ("KP",), "ko"),
        ("Yongbyon", (), ""),
        ("Altamura", ("KR",), ""),
        ("Khabarovsk", ("KP", "RU"), "ru"),
        ("Belgorod", ("UA",), "ru"),
        ("Kupiansk", ("UA", "RU"), "uk"),
        ("Avdiivka", (), "uk"),
        ("Chasiv Yar", ("UA",), "uk"),
        ("Verbove", ("UA", "RU"), "uk"),
        ("Verbove", ("US", "UA"), ""),
        ("Donetsk Airport", ("UA",), ""),
        ("Rostov-on-Don", ("RU",), "ru"),
        ("Ramstein", ("UA",), ""),
        ("Hamamatsu", ("JP",), "ja"),
        ("Toronto", ("CA", "JP"), ""),
        ("Shenzhen", ("CN",), "zh"),
        ("Camp Humphreys", ("KR",), ""),
        ("São Paulo", ("JP",), ""),
    ],
)
def test_place(name, countries, origin):
    assert origin_of(name, "place", countries)[0] == origin


@pytest.mark.parametrize(
    ("name", "countries", "evidence"),
    [
        ("Kim Yo-jong", (), "Korean family name Kim and a given name of Korean syllables"),
        ("Wang Yi", ("CN",), "Chinese family name Wang and pinyin; CN named around it"),
        ("Wang Yi", (), "could be Korean or Chinese; no country around it decides"),
        ("Volodymyr Zelenskyy", (), "Ukrainian given name Volodymyr"),
        ("Joe Biden", (), "fits no system of romanization that is read here"),
    ],
)
def test_evidence(name, countries, evidence):
    assert origin_of(name, "person", countries)[1] == evidence
