"""Korean renderings in sentences: own examples, one table a question."""

from __future__ import annotations

import pytest

from glossary.languages.korean import ParticleError, last_sound, particle_errors
from glossary.languages.matching import matcher_for

WITH_PARTICLES = [
    ("동맹", "동맹 동맹이 동맹을 동맹은 동맹의 동맹과 동맹에 동맹으로 동맹에서는"),
    ("조약", "조약으로부터 조약까지도 조약이나마 조약밖에 조약만으로는"),
    ("동맹국", "동맹국이라고 동맹국입니다 동맹국이었으며 동맹국이라면 동맹국임을 동맹국인지"),
    ("회담", "회담들이 회담이었다 회담이라는 회담인데 회담뿐만 회담처럼 회담마저 회담조차 회담에서도"),
    ("외교부", "외교부가 외교부를 외교부는 외교부와 외교부로 외교부에서 외교부라고 외교부였다 외교부만의"),
    ("김정은", "김정은이 김정은을 김정은은 김정은의 김정은과 김정은에게 김정은으로부터"),
    ("NATO", "NATO NATO가 NATO는 nato의"),
]


@pytest.mark.parametrize(("rendering", "forms"), WITH_PARTICLES)
def test_particles_leave_the_word_what_it_is(rendering: str, forms: str) -> None:
    matcher = matcher_for(rendering, "ko")
    found = {form: [use.verdict for use in matcher.uses(f"어제 {form} 보도")] for form in forms.split()}
    assert found == {form: ["exact" if form == rendering else "inflected"] for form in forms.split()}


EDGES = [
    ("도시", "도시락을 먹었다", None),
    ("국가", "애국가를 불렀다", None),
    ("거래", "암거래", None),
    ("정부", "무정부 상태", "derived"),
    ("국가", "국가적인 행사", "adapted"),
    ("민족", "민족주의자", "derived"),
    ("외교", "외교관들이", "derived"),
    ("음악", "음악가 윤이상", "derived"),
    ("공격", "공격했다", "adapted"),
    ("필터", "항목 필터링", "adapted"),
    ("예외", "예외적으로", "adapted"),
    ("거래", "거래처와", "derived"),
    ("배치", "배치된 미사일", "adapted"),
    ("유럽", "유럽인들은", "derived"),
    ("유럽", "그는 유럽인.", "derived"),
    ("장관", "외교 장관인 그는", "inflected"),
    ("미사일", "대함미사일의", "inside"),
    ("경찰", "경찰청장", "inside"),
    ("조약", "조약별 목록", "inside"),
    ("아시아", "동아시아에서", "inside"),
    ("대통령", "전대통령", "inside"),
    ("서버", "웹서버를", "inside"),
    ("법", "헌법", None),
    ("법", "민사소송법", "inside"),
    ("운영 체제", "운영체제가", "inflected"),
    ("운영체제", "운영 체제", "exact"),
    ("운영 체제", "운영\n체제", "exact"),
    ("정부", "정 부장", None),
    ("EU", "EUR 환율", None),
    ("EU", "EU의", "inflected"),
    ("대사관", "미국대사관", "inside"),
    ("홍길동", "홍길동씨의", "inside"),
    ("헤르손", "헤르손주에서", "inside"),
    ("합의", "합의문을", "inside"),
    ("협정", "협정같은", "inflected"),
    ("소설", "소설가들", "derived"),
    ("서울", "서울로", "inflected"),
]


@pytest.mark.parametrize(("rendering", "text", "verdict"), EDGES)
def test_what_stands_around_it_decides(rendering: str, text: str, verdict: str | None) -> None:
    assert [use.verdict for use in matcher_for(rendering, "ko").uses(text)] == ([verdict] if verdict else [])


def test_particles_are_not_part_of_the_use() -> None:
    text = "북한은 북한에서 북한"
    assert [(use.start, use.end, use.note) for use in matcher_for("북한", "ko").uses(text)] == [
        (0, 2, "with 은"), (4, 6, "with 에서"), (9, 11, ""),
    ]  # fmt: skip


AGREEMENT = [
    ("비밀번호을", 4, ("을", "를")),
    ("파일가", 2, ("가", "이")),
    ("비밀번호를", 4, None),
    ("동맹를", 2, ("를", "을")),
    ("동맹는", 2, ("는", "은")),
    ("외교부은", 3, ("은", "는")),
    ("외교부이", 3, ("이", "가")),
    ("외무부과의", 3, ("과", "와")),
    ("동맹와", 2, ("와", "과")),
    ("서울으로", 2, ("으로", "로")),
    ("서울로", 2, None),
    ("동맹로", 2, None),  # 로 alone may be a road
    ("동맹로서", 2, ("로", "으로")),
    ("외교부으로부터", 3, ("으로", "로")),
    ("동맹나", 2, ("나", "이나")),
    ("외교부이나", 3, ("이나", "나")),
    ("외교부이며", 3, None),  # the copula may keep its 이
    ("동맹라고", 2, ("라고", "이라고")),
    ("음악가", 2, None),  # 家, no particle
    ("대통령가", 3, ("가", "이")),
    ("역사과학", 2, None),  # a longer word, no particle
    ("외교부을(를)", 3, None),
    ("동맹'를", 2, ("를", "을")),
    ("EU은", 2, ("은", "는")),
    ("UN는", 2, ("는", "은")),
    ("IMF을", 3, ("을", "를")),
    ("Kremlin는", 7, None),  # reading unknown
    ("2019은", 4, ("은", "는")),
    ("10를", 2, ("를", "을")),
    ("7으로", 1, ("으로", "로")),
]


@pytest.mark.parametrize(("text", "end", "wrong"), AGREEMENT)
def test_particle_agreement(text: str, end: int, wrong: tuple[str, str] | None) -> None:
    errors = particle_errors(text, 0, end)
    assert [(error.found, error.correction) for error in errors] == ([wrong] if wrong else [])


def test_a_correction_can_be_applied_where_it_stands() -> None:
    text = "그 비밀번호을 바꾸세요"
    (error,) = particle_errors(text, 2, 6)
    assert error == ParticleError(6, 7, "을", "를")
    assert text[: error.start] + error.correction + text[error.end :] == "그 비밀번호를 바꾸세요"


@pytest.mark.parametrize(
    ("word", "sound"),
    [
        ("서울", "rieul"), ("부산", "consonant"), ("대구", "vowel"), ("1", "rieul"), ("100", "consonant"),
        ("22", "vowel"), ("URL", "rieul"), ("EU", "vowel"), ("R", "undecided"), ("Python", "undecided"),
        ("3.0", "undecided"),
        ("ASEAN", "consonant"), ("OPEC", "undecided"), ("", "undecided"), ("!", "undecided"),
    ],
)  # fmt: skip
def test_last_sound(word: str, sound: str) -> None:
    assert last_sound(word) == sound
