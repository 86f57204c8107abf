"""From a document to catalogs, end to end: an article of our own against its golden template, and this repository.

Run as a program it writes the golden template anew.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import glossary
from glossary import catalogs, pipeline
from glossary.model import KINDS
from glossary.settings import Settings, load

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"


def built(folder: Path) -> pipeline.Build:
    """The article, built in an empty folder."""
    (folder / "seeds").mkdir()
    shutil.copy(GOLDEN / "article.txt", folder / "seeds" / "article.txt")
    os.utime(folder / "seeds" / "article.txt", (1_700_000_000, 1_700_000_000))
    return glossary.build(Settings(root=folder))


@pytest.fixture(scope="module")
def result(tmp_path_factory) -> pipeline.Build:
    return built(tmp_path_factory.mktemp("article"))


def test_the_template_is_the_golden_one(result):
    written = result.plans[0].path.read_text(encoding="utf-8")
    assert written.splitlines() == (GOLDEN / "glossary.pot").read_text(encoding="utf-8").splitlines()


def test_what_an_editor_would_find_in_the_article(result):
    kinds = {concept.preferred: concept.kind for concept in result.glossary}
    expected = {
        "Ingrid Solberg": "person",
        "Kadri Tamm": "person",
        "Pekka Lahtinen": "person",
        "Prime Minister": "title",
        "Finland": "place",
        "Gulf of Finland": "place",
        "Joint Boundary Commission": "organization",
        "United Nations": "organization",
        "European Union": "organization",
        "Estonian": "people",
        "hybrid threat": "term",
        "maritime boundary": "term",
    }
    assert {form: kinds.get(form) for form in expected} == expected
    assert [
        form for form in kinds if re.search("advertisement|read more|talks?$|table|sale", form, re.IGNORECASE)
    ] == []


def test_every_occurrence_stands_where_it_says(result):
    lines = (GOLDEN / "article.txt").read_text(encoding="utf-8").splitlines()
    for concept in result.glossary:
        assert concept.count >= len(concept.occurrences) > 0
        for occurrence in concept.occurrences:
            assert occurrence.location.path == "seeds/article.txt"
            near = " ".join(lines[occurrence.location.line - 1 : occurrence.location.line + 1])
            assert occurrence.form.split()[0] in near


def test_every_concept_tells_why(result):
    assert [concept.preferred for concept in result.glossary if not concept.why] == []
    assert [item.form for item in result.left_out if not item.why] == []


def test_the_glossary_is_sorted_linked_and_unique(result):
    concepts = result.glossary.concepts
    assert list(concepts) == sorted(concepts, key=lambda c: (KINDS.index(c.kind), c.preferred.casefold(), c.preferred))
    assert len(result.glossary.by_id) == len(concepts)
    assert all(relation.target in result.glossary.by_id for concept in concepts for relation in concept.related)


def test_what_is_read_back_is_what_was_built(result):
    read = pipeline.load(load(result.json_path.parents[1]))
    assert (read.model, read.sources) == (result.glossary.model, result.glossary.sources)
    assert [(c.id, c.kind, c.forms, c.count, c.related, c.why) for c in read] == [
        (c.id, c.kind, c.forms, c.count, c.related, c.why) for c in result.glossary
    ]


def test_catalogs_of_all_languages_have_the_same_messages(result):
    template, *others = (catalogs.parse(plan.new, plan.shown) for plan in result.plans)
    assert [plan.language for plan in result.plans] == ["", "ko", "ja", "uk"]
    for catalog in others:
        assert [entry.key for entry in catalog.messages] == [entry.key for entry in template.messages]


@pytest.mark.skipif(not (ROOT / "seeds").is_dir(), reason="no checkout")
def test_locales_of_this_repository_are_what_build_makes_of_its_seeds():
    assert pipeline.build(load(ROOT)).changed == (), "run: glossary build"


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        plan = built(Path(place)).plans[0]
        (GOLDEN / "glossary.pot").write_bytes(plan.new)
