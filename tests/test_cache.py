"""What a build remembers of documents: used only while nothing that it depends on has changed, and never trusted."""

from __future__ import annotations

import errno
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import analysis, basis, cache, candidates, kept, pipeline, processes, settings
from glossary.model import KINDS, Candidate, Location, Occurrence, Relation

TEXTS = {
    "a.txt": "On Monday the president of Russia, Vladimir Putin, met with Kim Jong Un and said that they had agreed.\n",
    "b.txt": "The Ministry of Defense of Ukraine said that the ceasefire had been broken.\n",
    "c.txt": "El presidente del gobierno dijo ayer que la situación de la economía era mejor que antes.\n",
}


@pytest.fixture
def project(tmp_path, monkeypatch) -> settings.Settings:
    """A project of two English documents and one that is not."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "seeds" / name).write_text(text, encoding="utf-8")
    return settings.load(tmp_path)


@pytest.fixture
def analyzed(monkeypatch) -> list[str]:
    """Paths of the documents that are analyzed from now on."""
    paths: list[str] = []
    analyze = analysis.analyze

    def noted(documents, model):
        for document, docs in analyze(documents, model):
            paths.append(document.path)
            yield document, docs

    monkeypatch.setattr(analysis, "analyze", noted)
    return paths


def built(project: settings.Settings, **more) -> tuple[object, ...]:
    """What a build comes to."""
    result = pipeline.build(project, jobs=1, **more)
    return (result.json_new, *(plan.new for plan in result.plans), *result.findings)


def file(project: settings.Settings) -> Path:
    """Where the project's database lies."""
    return project.root / kept.FOLDER / "documents.sqlite"


def test_a_second_build_analyzes_nothing_and_writes_nothing(project, analyzed):
    first = built(project)
    assert analyzed == ["seeds/a.txt", "seeds/b.txt"]
    before = file(project).read_bytes()
    assert built(project) == first
    assert analyzed == ["seeds/a.txt", "seeds/b.txt"]
    assert file(project).read_bytes() == before
    assert (project.root / kept.FOLDER / ".gitignore").read_text() == "*\n"


def changed_text(project):
    (project.root / "seeds" / "a.txt").write_text(
        "On Friday Kim Jong Un and Vladimir Putin met again in Moscow and said that they had not agreed.\n"
    )


def moved(project):
    (project.root / "seeds" / "a.txt").rename(project.root / "seeds" / "aa.txt")


def new_decision(project):
    (project.root / "locales").mkdir(exist_ok=True)
    (project.root / "locales" / "decisions.toml").write_text('accept = ["situation"]\n')


CHANGES = {
    "a document": (changed_text, ["seeds/a.txt"]),
    "its path": (moved, []),
    "what decisions ask for": (new_decision, ["seeds/a.txt", "seeds/b.txt"]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_only_what_changed_is_analyzed(change, project, analyzed):
    alter, expected = CHANGES[change]
    built(project)
    alter(project)
    analyzed.clear()
    warm = built(project)
    assert analyzed == expected
    file(project).unlink()
    assert built(project) == warm


@pytest.mark.parametrize("part", ["code", "libraries", "size"])
def test_another_program_remembers_nothing(part, project, analyzed, monkeypatch):
    built(project)
    analyzed.clear()
    if part == "code":
        monkeypatch.setattr(basis, "code_of", lambda parts: "another")
    elif part == "libraries":
        monkeypatch.setattr(basis, "installed", lambda package: f"{package} 99")
    else:
        project = replace(project, max_file_size=project.max_file_size - 1)
    built(project)
    assert analyzed == ["seeds/a.txt", "seeds/b.txt"]


def nothing(path):
    path.write_bytes(b"")


def text(path):
    path.write_bytes(b"no database at all, but a text of some length that looks like one to nobody\n" * 50)


def half(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def amend(path, statement):
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()


def another_table(path):
    path.unlink()
    amend(path, "CREATE TABLE documents (name TEXT)")


def entries(path):
    amend(path, "UPDATE documents SET candidates = x'00112233' WHERE candidates != x''")


def a_letter(path):
    amend(path, "UPDATE documents SET language = replace(language, 'en', 'eo')")


def another_language(path):
    amend(path, "UPDATE documents SET language = (SELECT language FROM documents WHERE candidates = x'')")


def languages_of_no_text(path):
    amend(path, "UPDATE documents SET language = x'ff'")


def a_folder(path):
    path.unlink()
    path.mkdir()


DAMAGE = (
    nothing, text, half, another_table, entries, a_letter, another_language, languages_of_no_text, a_folder,
)  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_broken_file_does_no_harm(damage, project, analyzed):
    first = built(project)
    file(project).with_name("counts").unlink()
    damage(file(project))
    assert built(project, remember=False) == first
    assert built(project) == first
    file(project).with_name("counts").unlink(missing_ok=True)
    analyzed.clear()
    assert built(project) == first
    assert analyzed == ([] if damage is not a_folder else ["seeds/a.txt", "seeds/b.txt"])


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_not_be_read_is_as_if_there_were_none(what, project, monkeypatch):
    first = built(project)
    file(project).with_name("counts").unlink()
    if what == "file":  # of another user; as root everything may be read
        connect = sqlite3.connect

        def refused(path, **more):
            if path.exists():
                raise sqlite3.OperationalError("unable to open database file")
            return connect(path, **more)

        monkeypatch.setattr(sqlite3, "connect", refused)
    else:
        is_file = Path.is_file

        def hidden(path):
            if kept.FOLDER in path.parts:
                raise PermissionError(errno.EACCES, "Permission denied")
            return is_file(path)

        monkeypatch.setattr(Path, "is_file", hidden)
    assert built(project) == first


def test_a_build_that_is_only_tried_leaves_no_trace(project):
    built(project, remember=False)
    assert not (project.root / kept.FOLDER).exists()


def test_another_build_that_writes_keeps_nobody(project, analyzed, monkeypatch):
    monkeypatch.setattr(cache, "WAIT", 0)
    first = built(project)
    changed_text(project)
    expected = built(project, remember=False)
    other = sqlite3.connect(file(project))
    other.execute("BEGIN EXCLUSIVE")
    assert built(project) == expected != first
    other.rollback()
    other.close()
    analyzed.clear()
    assert built(project) == expected


def test_a_document_that_changes_during_the_build_is_not_remembered(project, analyzed, monkeypatch):
    recognize = candidates.recognize
    path = project.root / "seeds" / "a.txt"

    def slow(docs, wanted):
        found = recognize(docs, wanted)
        path.write_text(
            "On Sunday the president of China, Xi Jinping, said that he had not met with Vladimir Putin in Beijing.\n"
        )
        return found

    monkeypatch.setattr(candidates, "recognize", slow)
    built(project)
    monkeypatch.setattr(candidates, "recognize", recognize)
    analyzed.clear()
    assert b"Xi Jinping" in built(project)[0]
    assert analyzed == ["seeds/a.txt"]


def test_the_file_is_kept_small(project, monkeypatch):
    monkeypatch.setattr(cache, "LARGEST", 1)
    built(project)
    with sqlite3.connect(file(project)) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (2,)
    connection.close()


WORDS = st.text(min_size=1)
CANDIDATES = st.builds(
    Candidate,
    form=WORDS,
    kind=st.sampled_from(KINDS),
    occurrences=st.lists(
        st.builds(
            Occurrence,
            st.builds(Location, st.just("seeds/a.txt"), st.integers(1, 9)),
            WORDS,
            WORDS,
            st.sampled_from(("paragraph", "heading")),
        )
    ).map(tuple),
    recognizer=WORDS,
    score=st.floats(0, 1),
    why=st.lists(WORDS).map(tuple),
    subkind=WORDS,
    relations=st.lists(st.builds(Relation, st.sampled_from(("holder", "expansion")), WORDS)).map(tuple),
    features=st.dictionaries(WORDS, st.floats(0, 9)),
)


@given(st.lists(CANDIDATES, max_size=4).map(tuple))
def test_candidates_come_back_as_they_were(found):
    assert cache._loaded(cache._dumped(found), "seeds/a.txt") == found


def test_what_is_remembered_is_what_is_recognized(project):
    files = [project.root / "seeds" / name for name in ("a.txt", "b.txt")]
    expected = list(processes.recognized(files, project, (), 1))
    for _ in range(2):
        with cache.opened(project, (), write=True) as known:
            assert list(processes.remembered(files, project, (), known, 1)) == expected


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("jobs", [1, 2])
def test_copies_are_analyzed_once_and_counted_each(project, analyzed, jobs, write):
    folder = project.root / "seeds" / "wire"
    folder.mkdir()
    for name in ("0.txt", "1.txt"):
        (folder / name).write_text(TEXTS["a.txt"], encoding="utf-8")
    files = [project.root / "seeds" / "a.txt", folder / "0.txt", project.root / "seeds" / "b.txt", folder / "1.txt"]
    expected = [found for file in files for found in processes.recognized([file], project, (), 1)]
    analyzed.clear()
    with cache.opened(project, (), write=write) as known:
        assert list(processes.remembered(files, project, (), known, jobs)) == expected
    assert analyzed == (["seeds/a.txt", "seeds/b.txt"] if write else [known.path for known in expected])


def test_a_copy_in_another_format_is_another_document(project, analyzed):
    (project.root / "seeds" / "a.md").write_text(TEXTS["a.txt"], encoding="utf-8")
    built(project)
    assert analyzed == ["seeds/a.md", "seeds/a.txt", "seeds/b.txt"]
