"""What a build remembers of suggestions: used only while nothing that they depend on has changed, and never trusted."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest

from glossary import kept, suggested, suggestions
from glossary.model import ConceptEntry, LanguageSection, Location, Occurrence, Term
from glossary.settings import Settings
from glossary.suggestions import Resources, Row, Termbase


def concept(form: str, kind: str = "place", sentence: str = "", **more) -> ConceptEntry:
    examples = (Occurrence(Location("a.txt", 1), form, sentence),) if sentence else ()
    terms = (Term(form), Term(f"the {form}", status="admitted"))
    return ConceptEntry(form.lower(), kind, (LanguageSection("en", terms),), examples=examples, **more)


CONCEPTS = (concept("Kenya"), concept("Russian ambassador", "title"), concept("Springfield", sentence="In Japan."))
LANGUAGES = ("ko", "uk")
OURS = Resources(termbases=(Termbase("ours", (Row(("Kenya",), {"ko": ("께냐",)}),)),))


@pytest.fixture
def project(tmp_path) -> Settings:
    return Settings(root=tmp_path)


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """Ids of the concepts that the sources are asked about from now on."""
    found: list[str] = []
    suggest = suggestions.suggest

    def noted(concepts, languages, resources):
        concepts = list(concepts)
        found.extend(concept.id for concept in concepts)
        return suggest(concepts, languages, resources)

    monkeypatch.setattr(suggestions, "suggest", noted)
    return found


def told(project, concepts=CONCEPTS, languages=LANGUAGES, resources=None, *, remember=True):
    return suggested.suggest(concepts, languages, resources or Resources(), project, remember=remember)()


def file(project):
    return project.root / kept.FOLDER / "suggestions"


def test_suggestions_are_the_same_whether_remembered_or_not(project, asked):
    first = told(project)
    assert asked == ["kenya", "russian ambassador", "springfield"]
    assert first == suggestions.suggest(CONCEPTS, LANGUAGES, Resources())
    assert set(first["ko"]) >= {"kenya", "russian ambassador"}
    asked.clear()
    before = file(project).read_bytes()
    assert told(project) == first
    assert (asked, file(project).read_bytes()) == ([], before)


@pytest.mark.parametrize(
    "changed",
    [
        concept("Kenya", "term"),
        concept("Kenya", subkind="country"),
        concept("Kenya", sentence="In Ukraine."),
        replace(concept("Kenya"), sections=(LanguageSection("en", (Term("Kenya", type="acronym"),)),)),
        replace(concept("Kenya"), id="kenya-2"),
    ],
)
def test_only_a_concept_that_changed_is_asked_about(changed, project, asked):
    told(project)
    asked.clear()
    concepts = (changed, *CONCEPTS[1:])
    assert told(project, concepts) == suggestions.suggest(concepts, LANGUAGES, Resources())
    assert asked[:1] == [changed.id]
    assert len(asked) == 1 + len(concepts)


@pytest.mark.parametrize("more", [{"languages": ("ja", "ko")}, {"resources": OURS}])
def test_with_other_languages_or_termbases_everything_is_asked_again(more, project, asked):
    told(project)
    asked.clear()
    found = told(project, **more)
    assert asked == [concept.id for concept in CONCEPTS]
    assert found == suggestions.suggest(CONCEPTS, more.get("languages", LANGUAGES), more.get("resources", Resources()))


def test_another_program_remembers_nothing(project, asked, monkeypatch):
    told(project)
    asked.clear()
    monkeypatch.setattr(suggested, "code_of", lambda parts: "another")
    told(project)
    assert asked == [concept.id for concept in CONCEPTS]


@pytest.mark.parametrize(
    "broken", [b"", b"\0", b"{}", zlib.compress(b"x\n{}"), zlib.compress(b'{"a": 1}'), "half", "swapped"]
)
def test_a_broken_or_foreign_file_is_as_if_there_were_none(broken, project):
    first = told(project)
    whole = file(project).read_bytes()
    data = {"half": whole[: len(whole) // 2], "swapped": whole[:40] + b"\0" + whole[41:]}.get(broken, broken)
    file(project).write_bytes(data)
    assert told(project) == first
    assert file(project).read_bytes() == whole


def test_nothing_is_written_by_who_only_looks(project):
    told(project, remember=False)
    assert not (project.root / kept.FOLDER).exists()


def test_without_permission_nothing_is_remembered(project):
    (project.root / kept.FOLDER).write_text("in the way")
    assert told(project) == suggestions.suggest(CONCEPTS, LANGUAGES, Resources())


def test_what_left_the_glossary_leaves_the_file(project, asked):
    told(project)
    told(project, CONCEPTS[:1])
    asked.clear()
    told(project)
    assert asked == ["russian ambassador", "springfield"]
    assert (project.root / kept.FOLDER / ".gitignore").read_text() == "*\n"
