"""Any language, marks in renderings, and what holds for every text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from glossary.languages.matching import LANGUAGES, matcher_for
from glossary.languages.patterns import is_pattern

ANY_LANGUAGE = [
    ("Straße", "de", "die STRASSE und die straße", ["straße"]),
    ("Außenminister", "de", "Außenministerium, der Außenminister.", ["Außenminister"]),
    ("café", "fr", "un cafe\u0301, des cafés", ["cafe\u0301"]),
    ("European Union", "fr", "l’European\n  Union", ["European\n  Union"]),
    ("C++", "de", "in C++ und C", ["C++"]),
    ("北京", "zh", "在北京市", ["北京"]),
    ("กรุงเทพ", "th", "ในกรุงเทพมหานคร", ["กรุงเทพ"]),
    ("—", "uk", "так — ні", ["—"]),
]


@pytest.mark.parametrize(("rendering", "language", "text", "found"), ANY_LANGUAGE)
def test_whole_words_in_any_language(rendering: str, language: str, text: str, found: list[str]) -> None:
    assert [text[use.start : use.end] for use in matcher_for(rendering, language).uses(text)] == found


PATTERNS = [
    ("стандартн|а бібліотек|а", "uk", "у стандартній бібліотеці", []),
    ("стандартн|а бібліотек|а", "uk", "стандартних бібліотек", [("стандартних бібліотек", "inflected")]),
    ("Зеленськ*", "uk", "Зеленська, зеленськ і Зеленський", [("Зеленська", "inflected"), ("Зеленський", "inflected")]),
    ("об'єкт|", "uk", "об’єктам", [("об’єктам", "inflected")]),
    ("*міністр", "uk", "прем'єрміністр і міністр", [("прем'єрміністр", "inflected"), ("міністр", "exact")]),
    ("Haus*", "de", "Haus, Häuser, Haustür", [("Haus", "exact"), ("Haustür", "inflected")]),
]  # fmt: skip


@pytest.mark.parametrize(("rendering", "language", "text", "found"), PATTERNS)
def test_marks_in_a_rendering(rendering: str, language: str, text: str, found: list[tuple[str, str]]) -> None:
    uses = matcher_for(rendering, language).uses(text)
    assert [(text[use.start : use.end], use.verdict) for use in uses] == found


@pytest.mark.parametrize("rendering", ["a|b", "* note", "N * M", "|", "**", "x*"])
def test_what_is_no_mark(rendering: str) -> None:
    assert not is_pattern(rendering)
    assert matcher_for(rendering, "uk").uses(rendering)


@pytest.mark.parametrize("language", ["uk", "uk_UA", "uk-UA", "UK", "uk@latin"])
def test_a_regional_tag_is_the_language(language: str) -> None:
    assert matcher_for("угода", language).uses("угоди")


HUGE = [
    ("정부", "ko", "정부"), ("정부", "ko", "정부 "), ("정부 조약", "ko", "정부\t"), ("タイ", "ja", "タイ"),
    ("大統領", "ja", "大統"),
    ("ユーザー", "ja", "ユーザ"), ("рада", "uk", "рада-"), ("рада безпеки", "uk", "ради "), ("рада", "uk", "ра\u0301д"),
    ("рад|а", "uk", "рад"), ("aba", "de", "ab"), ("aba", "de", "a\u0301"),
]  # fmt: skip


@pytest.mark.parametrize(("rendering", "language", "piece"), HUGE)
def test_cost_is_linear(rendering: str, language: str, piece: str) -> None:
    """Would take minutes if the text were gone over once for each place where the rendering may start."""
    text = piece * (50_000 // len(piece))
    assert all(use.end <= len(text) for use in matcher_for(rendering, language).uses(text))


ALPHABET = st.sampled_from(
    "аеіїийкгхцвлнсьАІКТ'’\u0301\u0306\u0308 -–_|*가나다의을인도시국각\u1100\u1161\u11a8アタイプーカヴァ・ｶﾞ人所国語無的"
    "abcABßİ12.,()\n\t\u3000\u00a0"
)
TEXTS = st.one_of(st.text(ALPHABET, max_size=40), st.text(max_size=40))
KNOWN = st.sampled_from([*LANGUAGES, "de"])


@given(TEXTS, TEXTS, KNOWN)
@example("İ", "İİ", "uk")
@example("ﾞ", "ｶﾞﾞ", "ja")
def test_uses_lie_in_the_text_in_order(rendering: str, text: str, language: str) -> None:
    uses = matcher_for(rendering, language).uses(f"{text} {rendering}, {text}")
    ends = [0]
    for use in uses:
        assert ends[-1] <= use.start < use.end <= 2 * len(text) + len(rendering) + 3
        ends.append(use.end)


@given(TEXTS, KNOWN)
def test_a_rendering_alone_is_found(rendering: str, language: str) -> None:
    plain = unicodedata.normalize("NFKC", rendering).replace("\u00ad", "").strip()
    if any(map(str.isalnum, plain)) and not is_pattern(rendering):
        uses = matcher_for(rendering, language).uses(rendering)
        assert uses
        assert all(use.verdict == "exact" for use in uses[:1])


@given(TEXTS, TEXTS, KNOWN)
def test_composed_and_decomposed_text_are_one(rendering: str, text: str, language: str) -> None:
    matcher = matcher_for(f"о{rendering}", language)
    composed, decomposed = (unicodedata.normalize(form, f"{text} о{rendering} {text}") for form in ("NFC", "NFD"))
    whole, parts = (
        [(use.verdict, _letters(text[use.start : use.end])) for use in matcher.uses(text)]
        for text in (composed, decomposed)
    )
    assert parts == whole


def _letters(text: str) -> str:
    """Without marks: one that composes with nothing may stand in or out of the use before it."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
