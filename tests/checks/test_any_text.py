"""No text makes a check raise, and every mark and correction lies inside its text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.checks import Termbase, TermCatalog, check_terms
from glossary.model import Glossary
from glossary.reports import findings as reports
from glossary.rules import RULES
from glossary.units import Unit

from .building import catalog, concept, found

PIECES = st.sampled_from([
    *"the government|Kyiv|Kim Jong Un|1,200|３|5.30pm|億|3천5백만|XXI|%s|%(a)s|%%|%1|{0}|{{ a }}|<b>|</b>".split("|"),
    ":func:`x`",
    *"[a](b.md)|https://a.org/x.|a@b.org|정부|를|을(를)|タイプ|サ一バー|政府|уряду|сім`я|урядoвий|й".split("|"),
    *"« » ( ) 「 🇺🇦 İ ß".split(),
    *". 。 ... ? ! : - ' ’ _ & ~".split(), "\u0301", "\u200b", "\x00", "\u2028", " ", "  ", "\n", "\t",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=10).map("".join)
FLAGS = st.sampled_from(["", "c-format", "python-brace-format"])
CONCEPTS = {
    "ko": [
        concept("government", "ko", "정부", forbidden=["타이"]),
        concept("Kim Jong Un", "ko", "김정은", kind="person"),
    ],
    "ja": [concept("government", "ja", "政府"), concept("type", "ja", "タイプ", admitted=["型"])],
    "uk": [concept("government", "uk", "уряд"), concept("Kyiv", "uk", "Київ", kind="place")],
    "el": [concept("government", "el", "κυβέρνηση")],
    "": [],
}


@settings(max_examples=400)
@given(st.sampled_from(sorted(CONCEPTS)), TEXTS, TEXTS, st.lists(TEXTS, max_size=3), FLAGS)
def test_any_message(language, source, plural, targets, flag):
    unit = Unit(0, None, source, plural, tuple(targets) or ("",), (flag,) if flag else ())
    file = catalog(language, unit, unit._replace(context="b"))
    findings = found(file, *CONCEPTS[language])
    terms = TermCatalog(file, Glossary(tuple(CONCEPTS[language])), {10: CONCEPTS["ko"][0]})
    findings += check_terms(terms, frozenset(RULES))
    for finding in findings:
        for mark, text in ((finding.source_mark, finding.source), (finding.translation_mark, finding.translation)):
            assert mark is None or 0 <= mark[0] <= mark[1] <= len(text), finding
        assert finding.fix is None or finding.translation_mark is not None
        assert "\n" not in finding.code + finding.severity
    for name in reports.FORMATS:
        reports.report(findings, name)


LONG = "( % 1,2 « a ' { <b ` :a 十 정부를_ タ і https:// A_b_ one_hundred_ _. Kim_ @a. [a]( IV ¿".split()


@pytest.mark.parametrize("piece", LONG)
@pytest.mark.parametrize("language", ["ko", "ja", "uk"])
def test_cost_is_linear(piece, language):
    """A pattern that goes back over a long text again and again would make this take minutes, not milliseconds."""
    text = piece.replace("_", " ") * 6000
    found(catalog(language, (text, text[:-1] + "x"), ("1 " + text, text + " 2")), *CONCEPTS[language])


def test_an_empty_termbase():
    assert dict(Termbase(Glossary(()), "ko").renderings) == {}
