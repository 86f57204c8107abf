"""When names are transcribed, against rules that only these tests know."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from glossary.suggestions import Query, Resources, transcribed
from glossary.suggestions.confidence import UNKNOWN_KIND


@pytest.fixture(autouse=True)
def _rules(monkeypatch):
    """Names that start with K are Korean, places only where Korea is named; accuracy is .8, of the west .3."""

    def origin_of(name, kind, countries):
        korean = name.startswith("K") and ((kind == "person" and " " in name) or "KR" in countries)
        return ("ko", "looks Korean") if korean else ("", "undecided")

    def transcribe(name, kind, origin, target):
        return (
            SimpleNamespace(form=f"{name}/{kind}/{target}", confidence=0.8 if origin else 0.3, system=origin or "west"),
        )

    transcribed._decided.cache_clear()
    monkeypatch.setattr(transcribed, "_rules", lambda: SimpleNamespace(origin_of=origin_of, transcribe=transcribe))
    yield
    transcribed._decided.cache_clear()


CASES = [
    (Query("Kim Gu", "person"), "ko", ("Kim Gu/person/ko", 0.8, "ko; looks Korean")),
    (Query("Kim Gu"), "uk", ("Kim Gu/person/uk", 0.8 * UNKNOWN_KIND, "ko; looks Korean")),
    (Query("Ksong", "place", countries=("KR",)), "ja", ("Ksong/place/ja", 0.8, "ko; looks Korean")),
    (Query("Ksong", "place"), "ja", None),
    (Query("Ian Poulter", "person"), "ko", ("Ian Poulter/person/ko", 0.3, "west")),
    (Query("Poulter", "person"), "ko", ("Poulter/person/ko", 0.3, "west")),
    (Query("Ian Poulter"), "ko", ("Ian Poulter/person/ko", 0.3 * UNKNOWN_KIND, "west")),
    (Query("Poulter"), "ko", None),
    (Query("ceasefire line"), "ko", None),
    (Query("Kim Gu", "title"), "ko", None),
    (Query("Kim Gu", "person"), "de", None),
]


@pytest.mark.parametrize(("query", "language", "expected"), CASES)
def test_transcription(query, language, expected):
    found = list(transcribed.from_transcription(query, language, Resources()))
    assert [(one.form, one.confidence, one.source) for one in found] == ([expected] if expected else [])
    assert all(one.by_rule for one in found)


def test_origin():
    assert transcribed.origin(Query("Kim Gu", "person")) == "ko"
    assert transcribed.origin(Query("Ian Poulter", "person")) == ""
