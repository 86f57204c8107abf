"""What a build remembers of its counts: brought up to date it is what counting anew gives, and never trusted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import basis, cache, kept, pipeline, processes, settings, summed
from glossary.concepts import Tally, count
from glossary.concepts.profiles import profile
from glossary.model import Candidate, Location, Occurrence, Relation
from glossary.settings import Settings

from .concepts.test_tally import told

CANDIDATE = st.builds(
    lambda form, kind, lines, why, relations, features, subkind, asked: (
        lambda path: Candidate(
            form, kind, tuple(Occurrence(Location(path, line), form, f"Line {line}.") for line in lines),
            "accepted" if asked else "names", why=(why,), relations=relations, features=features, subkind=subkind,
        )
    ),
    st.sampled_from(("Kim Jong Un", "KIM JONG UN", "drill", "Drill \ud800")),
    st.sampled_from(("person", "term")),
    st.lists(st.integers(1, 9), min_size=1, max_size=5),
    st.sampled_from(("one", "another")),
    st.sampled_from(((), (Relation("holder", "Kim"),), (Relation("expansion", "drill"), Relation("holder", "kim")))),
    st.sampled_from(({}, {"quoted": 0.0}, {"quoted": 2.0, "maximal": 1.0})),
    st.sampled_from(("", "city")),
    st.booleans(),
)  # fmt: skip
Corpus = dict[str, tuple[Candidate, ...]]
"""Path of a document → what it names."""
CORPORA = st.lists(
    st.dictionaries(st.sampled_from([f"{number}.txt" for number in range(8)]), st.lists(CANDIDATE, max_size=3)),
    min_size=2, max_size=4,
).map(
    lambda corpora: [{path: tuple(make(path) for make in named) for path, named in one.items()} for one in corpora]
)  # fmt: skip


class Known:
    """What a cache knows of documents: all that it was ever told."""

    def __init__(self) -> None:
        self._named: dict[tuple[str, str], tuple[Candidate, ...]] = {}

    def find(self, key: str, path: str) -> tuple[Candidate, ...] | None:
        return self._named.get((key, path))

    def keys(self, corpus: Corpus) -> dict[str, str]:
        """The key of each document."""
        keys = {path: repr(named) for path, named in corpus.items()}
        self._named |= {(key, path): corpus[path] for path, key in keys.items()}
        return keys


def counted(corpus: Corpus) -> Tally:
    """The tally of a corpus, without anything remembered."""
    found = Tally()
    for path, named in corpus.items():
        found.add(path, named)
    return found


def brought(corpus: Corpus, known: Known, project: Settings) -> summed.Sum:
    """The counts that are remembered, brought up to date with a corpus and remembered."""
    found = up_to_date(corpus, known, project)
    summed.settle(found)
    summed.remember(project, (), found)
    return found


def up_to_date(corpus: Corpus, known: Known, project: Settings, wanted: Sequence[str] = ()) -> summed.Sum:
    """The counts that are remembered, brought up to date with a corpus."""
    keys = known.keys(corpus)
    found = summed.recalled(project, wanted, keys, known)
    for path, named in corpus.items():
        if path not in found.documents:
            found.add(path, keys[path], named)
    if found.lacks():
        found = summed.Sum()
        for path, named in corpus.items():
            found.add(path, keys[path], named)
    return found


@pytest.mark.parametrize(("sample", "together"), [(50, 100), (3, 1)])
@given(corpora=CORPORA)
def test_what_is_brought_up_to_date_is_what_is_counted_anew(sample, together, corpora):
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        for module, name, value in (
            (count, "SAMPLE", sample), (count, "REASONS", 2), (count, "SPARE", (2, 1)), (summed, "FEW", 0),
            (summed, "TOGETHER", together),
        ):  # fmt: skip
            patch.setattr(module, name, value)
        project, known = Settings(root=Path(folder)), Known()
        for corpus in corpora:
            assert told(brought(corpus, known, project).tally) == told(counted(corpus))
        keys = known.keys(corpora[-1])
        again = summed.recalled(project, (), keys, known)
        assert again.documents == keys
        assert told(again.tally) == told(counted(corpora[-1]))


@given(corpora=CORPORA)
def test_what_is_remembered_of_a_count_is_what_is_worked_out_of_it(corpora):
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(summed, "FEW", 0)
        project, known = Settings(root=Path(folder)), Known()
        for corpus in corpora:
            brought(corpus, known, project)
        found = summed.recalled(project, (), known.keys(corpora[-1]), known)
        for counts in (found.tally.counts, found.tally.asked):
            for key, one in counts.items():
                told = one.mark, [*map(tuple, one.tokens)]
                assert one.mark
                assert one.settled
                one.mark, one.tokens = b"", None
                profile(key, one)
                assert told == (one.mark, [*map(tuple, one.tokens)])


def named(form: str, path: str, uses: int = 1) -> Candidate:
    """A name used on the first lines of a document."""
    used = tuple(Occurrence(Location(path, line), form, f"{form} in line {line}.") for line in range(1, uses + 1))
    return Candidate(form, "person", used, "names", why=("a name",))


def corpus_of(number: int) -> Corpus:
    """Documents that all name one thing, and each another."""
    paths = [f"{place:03}.txt" for place in range(number)]
    return {path: (named("Kim Jong Un", path, 3), named(f"Person {path}", path)) for path in paths}


@pytest.fixture
def project(tmp_path) -> Settings:
    return Settings(root=tmp_path)


def file(project: Settings) -> Path:
    return project.root / kept.FOLDER / "counts"


def test_what_is_removed_from_a_sample_comes_from_later_documents(project):
    known, corpus = Known(), corpus_of(100)
    brought(corpus, known, project)
    for path in list(corpus)[:10]:
        del corpus[path]
        found = brought(corpus, known, project)
        assert told(found.tally) == told(counted(corpus))
    assert len(found.tally.counts["person", "kim jong un"].sample()) == count.SAMPLE


def test_only_what_changed_is_written_anew(project):
    known, corpus = Known(), corpus_of(1_000)
    before = brought(corpus, known, project).parts
    corpus["500.txt"] = (named("Kim Jong Un", "500.txt", 2), named("Person 500.txt", "500.txt"))
    after = brought(corpus, known, project).parts
    assert len(before) == len(after) > 10
    assert sum(one != other for one, other in zip(before, after, strict=True)) in (1, 2)  # of the president, the person
    inode = file(project).stat().st_ino
    brought(corpus, known, project)
    assert file(project).stat().st_ino == inode


def test_the_file_does_not_grow_with_what_is_gone(project):
    known, corpus = Known(), corpus_of(40)
    brought(corpus, known, project)
    for round_ in range(300):
        path = f"{round_ % 40:03}.txt"
        corpus[path] = (named(f"Person {round_} of round {round_}", path, 3),)
        brought(corpus, known, project)
    size = file(project).stat().st_size
    file(project).unlink()
    brought(corpus, known, project)
    assert size < 1.5 * file(project).stat().st_size


def test_many_changes_are_counted_anew(project):
    known, corpus = Known(), corpus_of(40)
    brought(corpus, known, project)
    keys = known.keys(corpus) | {f"{number:03}.txt": "another" for number in range(15)}
    assert summed.recalled(project, (), keys, known).documents == {}


def test_what_a_document_named_must_be_known(project):
    known, corpus = Known(), corpus_of(40)
    brought(corpus, known, project)
    del corpus["007.txt"]
    assert summed.recalled(project, (), known.keys(corpus), Known()).documents == {}
    assert len(summed.recalled(project, (), known.keys(corpus), known).documents) == 39


def forged(data: bytes, change) -> bytes:
    """The file with another head, whose hash is right."""
    _, head, body = data.split(b"\n", 2)
    table = json.loads(head)
    change(table)
    rest = json.dumps(table).encode() + b"\n" + body
    return kept.digest(rest).encode() + b"\n" + rest


DAMAGE = {
    "empty": lambda data: b"",
    "text": lambda data: b"no counts at all\nbut a text\nof some lines\n" * 50,
    "half": lambda data: data[: len(data) // 2],
    "a letter": lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
    "another basis": lambda data: forged(data, lambda table: table.update(basis="another")),
    "a part less": lambda data: forged(data, lambda table: table["counts"].pop()),
    "other texts": lambda data: forged(data, lambda table: table["texts"].insert(0, table["texts"].pop() - 1)),
    "no list": lambda data: forged(data, lambda table: table.update(documents=[])),
    "nothing": lambda data: forged(data, lambda table: table.clear()),
    "another sum": lambda data: forged(data, lambda table: table["documents"].update({"x.txt": "another"})),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_broken_file_does_no_harm(damage, project):
    known, corpus = Known(), corpus_of(40)
    brought(corpus, known, project)
    whole = file(project).read_bytes()
    file(project).write_bytes(DAMAGE[damage](whole))
    if damage != "a part less":  # what is forged with care is believed: it is no more than a cache
        assert told(brought(corpus, known, project).tally) == told(counted(corpus))
    file(project).write_bytes(whole)
    corpus["007.txt"] = ()
    assert told(brought(corpus, known, project).tally) == told(counted(corpus))


def test_another_program_or_other_wishes_remember_nothing(project, monkeypatch):
    known, corpus = Known(), corpus_of(40)
    brought(corpus, known, project)
    keys = known.keys(corpus)
    assert len(summed.recalled(project, (), keys, known).documents) == 40
    assert summed.recalled(project, ("drill",), keys, known).documents == {}
    assert summed.recalled(replace(project, max_file_size=5), (), keys, known).documents == {}
    monkeypatch.setattr(basis, "code_of", lambda parts: "another")
    assert summed.recalled(project, (), keys, known).documents == {}


def test_two_builds_at_once_each_leave_a_whole_file(project):
    known, one, other = Known(), corpus_of(40), corpus_of(40)
    brought(one, known, project)
    one["001.txt"], other["002.txt"] = (named("One", "001.txt"),), (named("Other", "002.txt"),)
    keys = known.keys(one), known.keys(other)
    both = [summed.recalled(project, (), now, known) for now in keys]
    both[0].add("001.txt", keys[0]["001.txt"], one["001.txt"])
    both[1].add("002.txt", keys[1]["002.txt"], other["002.txt"])
    for found in both:
        summed.settle(found)
        summed.remember(project, (), found)
        assert told(found.tally) == told(counted(one if found is both[0] else other))
    assert told(brought(one, known, project).tally) == told(counted(one))


def test_counts_that_are_read_again_are_the_same(project):
    known, corpus, found = Known(), corpus_of(40), summed.Sum()
    keys = known.keys(corpus)
    for path, candidates in corpus.items():
        found.add(path, keys[path], candidates)
    summed.settle(found)
    ended = summed.remember(project, (), found)
    again = summed.recalled(project, (), keys, known)
    assert (again.began, again.ended, found.ended) == (ended, ended, ended)
    assert told(again.tally) == told(found.tally)
    assert again.tally.texts.all == found.tally.texts.all
    assert summed.remember(project, (), again) == ended  # nothing is new


TEXT = "On Monday the president of {}, Vladimir Putin, met with Kim Jong Un and said that they had agreed.\n"


@pytest.fixture
def built(tmp_path, monkeypatch):
    """A project of fifty documents, and what a build of it comes to."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    for number in range(50):
        (tmp_path / "seeds" / f"{number:02}.txt").write_text(TEXT.format("Russia"), encoding="utf-8")

    def build(**more) -> tuple[object, ...]:
        result = pipeline.build(settings.load(tmp_path), jobs=1, **more)
        return (result.json_new, result.left_out, *(plan.new for plan in result.plans), *result.findings)

    return build


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """Documents that are looked up or analyzed from now on."""
    names: list[str] = []
    remembered = processes.remembered

    def noted(files, *arguments, **more):
        for found in remembered(files, *arguments, **more):
            names.append(found.path)
            yield found

    monkeypatch.setattr(processes, "remembered", noted)
    return names


def changed(seeds: Path) -> None:
    (seeds / "07.txt").write_text(TEXT.format("the Russian Federation"), encoding="utf-8")


def added(seeds: Path) -> None:
    (seeds / "077.txt").write_text(TEXT.format("Ukraine"), encoding="utf-8")


def removed(seeds: Path) -> None:
    (seeds / "07.txt").unlink()


def renamed(seeds: Path) -> None:
    (seeds / "07.txt").rename(seeds / "99.txt")


def foreign(seeds: Path) -> None:
    (seeds / "07.txt").write_text("El presidente del gobierno dijo ayer que la situación de la economía era mejor.\n")


def unchanged(seeds: Path) -> None:
    pass


CHANGES = {changed: ["seeds/07.txt"], added: ["seeds/077.txt"], removed: [], renamed: ["seeds/99.txt"], foreign: [],
           unchanged: []}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_build_asks_only_for_what_changed(change, built, asked, tmp_path):
    built()
    assert len(asked) == 50
    asked.clear()
    change(tmp_path / "seeds")
    assert (first := built(remember=False)) == built()
    assert asked == 2 * CHANGES[change]
    asked.clear()
    assert built() == first
    assert asked == []
    (tmp_path / kept.FOLDER / "counts").unlink()
    assert built() == first
    for path in (tmp_path / kept.FOLDER).iterdir():
        path.unlink()
    assert built() == first


def test_a_build_that_is_only_tried_leaves_no_trace(built, tmp_path):
    built(remember=False)
    assert not (tmp_path / kept.FOLDER).exists()


def test_a_document_that_changes_meanwhile_is_not_remembered(built, asked, tmp_path, monkeypatch):
    built()
    changed(tmp_path / "seeds")
    read = cache.Cache.key
    calls: list[Path] = []

    def changing(self, path):
        key = read(self, path)
        calls.append(path)
        if path.name == "07.txt" and calls.count(path) == 1:
            (tmp_path / "seeds" / "07.txt").write_text(TEXT.format("France"), encoding="utf-8")
        return key

    monkeypatch.setattr(cache.Cache, "key", changing)
    built()
    monkeypatch.setattr(cache.Cache, "key", read)
    assert b"France" in built()[0]
    (tmp_path / kept.FOLDER / "counts").unlink()
    assert b"Russian Federation" not in built()[0]
