"""Accepting what is listed anyway changes nothing: a coordinator may say yes to every concept."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from glossary import pipeline
from glossary.model import ConceptEntry
from glossary.settings import Settings

DOCUMENTS = {
    "a.txt": "The deputy director of the agency met Chief Inspector Anna Berg and President Ivan Horak of Norland. The "
    "president praised the Republic of Estmark. The Security Council met.\n\nA council of elders met the chief.\n",
    "b.txt": "Estmark is a republic with a president. The deputy director, the chief of staff and the Council of "
    "Ministers met. Soldiers of the Estmark Army held a live-fire drill.\n",
    "c.txt": "A soldier said that the war in Norland was over. President Horak of the Republic of Estmark agreed. "
    "The Estmark News Agency reported the Norland war.\n",
}


def shown(concept: ConceptEntry) -> ConceptEntry:
    """The concept without its reasons, which name the decision."""
    return replace(concept, why=())


@pytest.fixture
def settings(tmp_path):
    (tmp_path / "seeds").mkdir()
    for name, text in DOCUMENTS.items():
        (tmp_path / "seeds" / name).write_text(text, encoding="utf-8")
    return Settings(root=tmp_path, languages=("ko",))


def test_accepting_everything_that_is_listed_changes_nothing(settings):
    before = pipeline.build(settings).glossary
    decisions = settings.root / "locales" / "decisions.toml"
    decisions.parent.mkdir()
    forms = json.dumps([concept.preferred for concept in before], ensure_ascii=False)
    decisions.write_text(f"accept = {forms}\n", encoding="utf-8")
    after = pipeline.build(settings)
    assert len(before) > 10
    assert list(map(shown, after.glossary)) == list(map(shown, before))
    assert [finding.code for finding in after.findings] == []


def test_a_form_that_no_document_has_by_itself_is_found_when_it_is_accepted(settings):
    decisions = settings.root / "locales" / "decisions.toml"
    decisions.parent.mkdir()
    decisions.write_text('accept = ["council of elders"]\n', encoding="utf-8")
    (concept,) = pipeline.build(settings).glossary.find("council of elders")
    assert [str(occurrence.location) for occurrence in concept.occurrences] == ["seeds/a.txt:3"]
