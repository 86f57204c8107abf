"""Reading Korean names back: the three systems, both orders, both Koreas."""

import pytest

from glossary.suggestions.transcription import korean, korean_places
from glossary.suggestions.transcription.korean_spelling import frequencies, surnames, syllables, usual


@pytest.mark.parametrize(
    ("name", "hangul", "system"),
    [
        ("Kim Jeong-eun", "김정은", "Revised Romanization"),
        ("Kim Jong Un", "김정은", "McCune–Reischauer"),
        ("Kim Jung-eun", "김정은", "press spelling"),
        ("Yoon Suk-yeol", "윤석열", "press spelling"),
        ("Ki-moon Ban", "반기문", "press spelling"),
        ("Lee Jaemyung", "이재명", "press spelling"),
        ("Jeongnyong Kim", "김정룡", "Revised Romanization"),
        ("P’yŏng-hŭi Kim", "김평희", "McCune–Reischauer"),
    ],
)
def test_best_reading(name, hangul, system):
    best = korean.readings(name)[0]
    assert (best.hangul, best.system) == (hangul, system)


@pytest.mark.parametrize(
    ("southern", "northern"), [("Lee", "Ri"), ("Lim", "Rim"), ("Yang", "Ryang"), ("Roh", "Ro"), ("Yeom", "Ryom")]
)
def test_initial_r_is_northern(southern, northern):
    """The North writes ㄹ where the South has ㅇ or ㄴ: the spelling tells which."""
    assert korean.readings(southern)[0].hangul[0] in "이임양노염"
    assert korean.readings(northern)[0].hangul[0] in "리림량로렴"


@pytest.mark.parametrize("name", ["Joe Biden", "Kim Philby", "Shinzo Abe", "Park Avenue", "", "Kim", "Kim " * 9])
def test_what_is_no_full_korean_name(name):
    assert all(len(reading.hangul) == 1 for reading in korean.readings(name))


@pytest.mark.parametrize(
    ("name", "hangul"),
    [
        ("Punggye-ri", "풍계리"),
        ("Tongchang-ri", "동창리"),
        ("Yongbyon", "영변"),
        ("Yŏnbyŏn", "연변"),
        ("Panmunjom", "판문점"),
        ("Jongno", "종로"),
        ("Gangneung", "강릉"),
        ("Sinp'o", "신포"),
        ("Hwangju-ŭp", "황주읍"),
    ],
)
def test_place(name, hangul):
    assert korean_places.readings(name)[0].hangul == hangul


def test_tables_agree():
    """Every usual name and every syllable counted can be spelled, and every share is a share."""
    assert all(len(name) == 2 and set(name) <= set(frequencies()) for name in usual())
    for meanings in (*surnames().values(), syllables("jong", "inside")):
        for shares in meanings.values():
            assert all(0 <= share <= 1 for share in shares)
            assert any(shares)
