"""The interface: what every transcription keeps to, whatever the name."""

import doctest
import importlib
import pkgutil
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.suggestions import transcription
from glossary.suggestions.transcription import ACCURACY, Rendering, origin_of, transcribe
from glossary.suggestions.transcription.hangul import compose, decompose, is_syllable

KINDS = ("person", "place")
ORIGINS = ("ko", "ja", "ru", "uk", "zh", "")
SCRIPTS = {
    "ko": re.compile("(?:[가-힣 ]|[A-Z]\\.|[23]세)+"),
    "ja": re.compile("[ァ-ヴー・＝ ]+|[A-Zァ-ヴー・＝世0-9 ]+"),
    "uk": re.compile("[А-ЩЬЮЯҐЄІЇа-щьюяґєії' .I-]+"),
}
MODULES = [
    importlib.import_module(module.name)
    for module in pkgutil.iter_modules(transcription.__path__, f"{transcription.__name__}.")
]
LETTERS = st.text("abcdefghijklmnopqrstuvwxyzABCKRYZ-' ōŏŭéłß.", max_size=24)
PARTS = st.lists(
    st.sampled_from(
        "kim park jong un yo ri shch ov sky iv tsu kyo nn mb aa ii yi ya eyev th ck er x q zh Van de".split()
    ),
    max_size=6,
)


@pytest.mark.parametrize(
    ("name", "kind", "origin", "target", "renderings"),
    [
        (
            "Kim Yo-jong",
            "person",
            "ko",
            "uk",
            (Rendering("Кім Йо Чжон", 0.7, "Kontsevich"), Rendering("Кім Йо Джон", 0.35, "Kontsevich")),
        ),
        ("Gen Nakatani", "person", "ja", "ko", (Rendering("나카타니 겐", 0.76, "Hepburn → Hangul"),)),
        (
            "Vladimir Putin",
            "person",
            "ru",
            "ko",
            (Rendering("블라디미르 푸틴", 0.75, "BGN/PCGN → Cyrillic → Hangul"),),
        ),
        ("Xi Jinping", "person", "zh", "ko", (Rendering("시진핑", 0.94, "pinyin → Hangul"),)),
        ("Joe Biden", "person", "", "ja", (Rendering("ジョー・バイデン", 0.93, "table of usual western names"),)),
        ("Joe Bidenko-Ω", "person", "", "ja", ()),
        ("Joe Biden", "person", "ko", "ko", ()),
        ("", "person", "ko", "ko", ()),
        ("Rostov-on-Don", "place", "ru", "ko", (Rendering("로스토프나도누", 0.96, "BGN/PCGN → Cyrillic → Hangul"),)),
    ],
)
def test_transcribe(name, kind, origin, target, renderings):
    found = transcribe(name, kind, origin, target)
    assert found[: len(renderings) or None] == renderings


@pytest.mark.parametrize(
    ("name", "origin", "target", "form"),
    [
        ("Vladimir Vladimirovich Putin", "ru", "uk", "Володимир Володимирович Путін"),
        ("Komsomolsk-on-Amur", "ru", "uk", "Комсомольськ-на-Амурі"),
        ("Fumio Kishida", "ja", "uk", "Фуміо Кішіда"),
        ("Kishida Fumio", "ja", "uk", "Фуміо Кішіда"),
        ("KISHIDA Fumio", "ja", "ko", "기시다 후미오"),
        ("Shinjuku-ku", "ja", "ko", "신주쿠구"),
        ("Mykhailo Hrushevskyi", "uk", "uk", "Михайло Грушевський"),
        ("John F. Kennedy", "", "uk", "Джон Ф. Кеннеді"),
        ("Helmut von der Schmidt", "", "ja", "ヘルムート・フォン・デア・シュミット"),
        ("Vladimir Zelensky", "uk", "uk", "Володимир Зеленський"),
    ],
)
def test_first_form(name, origin, target, form):
    kind = "place" if name in ("Komsomolsk-on-Amur", "Shinjuku-ku") else "person"
    assert transcribe(name, kind, origin, target)[0].form == form


@given(st.one_of(LETTERS, PARTS.map(" ".join), PARTS.map("".join)), st.sampled_from(KINDS), st.sampled_from(ORIGINS))
def test_any_name_gives_at_most_four_forms_of_the_script(name, kind, origin):
    for target, script in SCRIPTS.items():
        found = transcribe(name, kind, origin, target)
        assert len(found) <= 4
        assert len({rendering.form for rendering in found}) == len(found)
        assert all(script.fullmatch(rendering.form) and rendering.form.strip() for rendering in found), found
        confidences = [rendering.confidence for rendering in found]
        assert confidences == sorted(confidences, reverse=True)
        assert all(0 < confidence <= 1 for confidence in confidences)


@given(
    st.one_of(LETTERS, PARTS.map(" ".join), st.text(max_size=12)),
    st.sampled_from(KINDS),
    st.lists(st.sampled_from(["KR", "KP", "JP", "RU", "UA", "CN", "BG", "US"]), max_size=4),
)
def test_any_name_has_an_origin_or_none_and_a_reason(name, kind, countries):
    origin, evidence = origin_of(name, kind, countries)
    assert origin in ORIGINS
    assert evidence


@given(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3))
def test_syllables_survive_being_taken_apart(syllable):
    assert is_syllable(syllable)
    assert compose(*decompose(syllable)) == syllable


def test_every_task_has_its_accuracy():
    assert set(ACCURACY) == {(kind, origin, target) for kind in KINDS for origin in ORIGINS for target in SCRIPTS}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_examples_in_docstrings(module):
    assert doctest.testmod(module).failed == 0
