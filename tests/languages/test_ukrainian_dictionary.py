"""The optional dictionary: used where it is installed, never needed."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from glossary.languages import ukrainian, ukrainian_dictionary


def _parse(normal: str, part: str, *forms: str, known: bool = True) -> SimpleNamespace:
    lexeme = [SimpleNamespace(word=form) for form in forms]
    return SimpleNamespace(normal_form=normal, tag=SimpleNamespace(POS=part), lexeme=lexeme, is_known=known)


class _Dictionary:
    def parse(self, word: str) -> list[SimpleNamespace]:
        return [
            _parse(word, "NOUN", word, "суплетив"),
            _parse(word, "ADJF", word, "прикметник"),
            _parse(word, "VERB", word, "дієслово"),
            _parse("інше", "NOUN", word, "чуже"),
            _parse(word, "NOUN", word, "вигадане", known=False),
        ]


def test_every_noun_or_adjective_reading_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ukrainian_dictionary, "_analyzer", _Dictionary)
    assert ukrainian_dictionary.dictionary_forms("слово", adjectives=False) == {"слово", "суплетив"}
    assert ukrainian_dictionary.dictionary_forms("слово", adjectives=True) == {"слово", "суплетив", "прикметник"}


def test_without_it_the_rules_stand_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ukrainian_dictionary, "_analyzer", lambda: None)
    ukrainian.forms.cache_clear()
    assert "угодою" in ukrainian.forms("угода", "word")
    assert ukrainian_dictionary.dictionary_forms("слово", adjectives=True) == set()
