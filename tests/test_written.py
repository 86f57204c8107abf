"""A build that copies what has not changed writes what a build without memory does, whatever happens in between."""

from __future__ import annotations

from array import array
from datetime import UTC, datetime
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import catalogs, concepts, kept, making, standing, summed, written
from glossary.model import Candidate, Glossary, Location, Occurrence, Relation, Suggestion
from glossary.settings import Settings

from .test_summed import Corpus, Known, brought, counted

DAY = datetime(2026, 11, 26, tzinfo=UTC)
FORMS = ("Kim Jong Un", "Kim", "drill", "Drills", "Defence Ministry", "Ministry of Defense", "UN", "United Nations",
         "Turkey", "naïve “drill”", "Drill \ud800", "long drill " * 30)  # fmt: skip


class Step(NamedTuple):
    """What happens between two builds."""

    corpus: Corpus
    """The documents, with what they name."""
    translated: tuple[tuple[str, int, str], ...] = ()
    """Language, message (counted round the catalog), and what a translator does with it before the build."""
    suggesting: str = "one"
    """Where suggestions come from."""


CANDIDATE = st.builds(
    lambda form, kind, lines, relations, subkind: (
        lambda path: Candidate(
            form, kind, tuple(Occurrence(Location(path, line), form, f"On {line} {form} said so.") for line in lines),
            "names", why=(f"line {lines[0]}",), relations=relations, subkind=subkind,
        )
    ),
    st.sampled_from(FORMS),
    st.sampled_from(("person", "term", "organization", "abbreviation")),
    st.lists(st.integers(1, 9), min_size=1, max_size=4),
    st.sampled_from(((), (Relation("holder", "Kim"),), (Relation("expansion", "United Nations"),))),
    st.sampled_from(("", "city")),
)  # fmt: skip
CORPUS = st.dictionaries(
    st.sampled_from([f"{number}.txt" for number in range(5)]), st.lists(CANDIDATE, max_size=3), min_size=1
).map(lambda corpus: {path: tuple(make(path) for make in named) for path, named in corpus.items()})  # fmt: skip
WORK = st.tuples(
    st.sampled_from(("ko", "uk")),
    st.integers(0, 6),
    st.sampled_from(("approve", "translate", "empty", "note", "wrap")),
)
CHANGED = st.dictionaries(
    st.sampled_from([f"{number}.txt" for number in range(5)]), st.lists(CANDIDATE, max_size=3), max_size=1
).map(lambda corpus: {path: tuple(make(path) for make in named) for path, named in corpus.items()})  # fmt: skip
LATER = st.builds(
    Step, CHANGED, st.lists(WORK, max_size=3).map(tuple), st.sampled_from(("one", "one", "one", "another"))
)
STEPS = st.tuples(CORPUS, st.lists(LATER, min_size=1, max_size=5)).map(
    lambda found: [
        step._replace(corpus=corpus)
        for step, corpus in zip(
            [Step({}), *found[1]],
            accumulate([step.corpus for step in found[1]], lambda one, change: {**one, **change}, initial=found[0]),
            strict=True,
        )
    ]
)
"""A corpus, and then a document more, or another one, at a time."""


def edited(path: Path, number: int, work: str) -> None:
    """A translator's work on one message of a catalog, if it has any."""
    if not path.exists():
        return
    header, *messages = path.read_text(encoding="utf-8").split("\n\n")
    if messages:
        at = number % len(messages)
        message = messages[at].removesuffix("\n")
        if work == "note":
            message = f"# a note\n{message}"
        elif work == "approve":
            message = message.replace("#, fuzzy\n", "")
        elif "#~ " not in message:
            text = {"translate": '"번역"', "empty": '""', "wrap": '""\n"번"\n"역"'}[work]
            message = f"{message[: message.rindex('msgstr')].replace('#, fuzzy', '#, c-format')}msgstr {text}"
        messages[at] = message
    path.write_text("\n\n".join((header, *messages)).rstrip("\n") + "\n", encoding="utf-8")


def consolidated(tally: concepts.Tally) -> Glossary:
    """What the candidates come to."""
    return concepts.consolidate(tally, concepts.Rules({}, concepts.Decisions(), 0.5, "expansion"), "test 1").glossary


def suggested(glossary: Glossary, source: str) -> catalogs.Prefill:
    """Something for every other concept, sure enough or not."""
    found = {
        language: {
            concept.id: (Suggestion(concept.id, language, f"[{concept.preferred[:9]}]", source, (size % 4) / 4),)
            for concept in glossary
            if (size := len(concept.preferred)) % 2
        }
        for language in ("ko", "uk")
    }  # fmt: skip
    return catalogs.Prefill(lambda: found, 0.5, source)


class Project:
    """A project that is built again and again, with a memory or without."""

    def __init__(self, folder: Path, *, remembers: bool) -> None:
        folder.mkdir()
        self.settings = Settings(root=folder, languages=("ko", "uk"), max_references=2)
        self.known, self.remembers = Known(), remembers

    def tally(self, corpus: Corpus) -> tuple[concepts.Tally, str, str]:
        """The counts, and the hashes of their files."""
        if not self.remembers:
            return counted(corpus), "", ""
        found = brought(corpus, self.known, self.settings)
        return found.tally, found.began, found.ended

    def build(self, step: Step) -> dict[str, bytes]:
        """Every file after the build."""
        output = self.settings.root / self.settings.output
        for language, number, work in step.translated:
            edited(output / language / "LC_MESSAGES" / "glossary.po", number, work)
        tally, began, ended = self.tally(step.corpus)
        glossary = consolidated(tally)
        last = written.recall(self.settings, began) if self.remembers else written.Written()
        stamps = written.stamps(glossary) if self.remembers else None
        keys = written.keys(glossary, stamps, last)
        prefill = suggested(glossary, step.suggesting)
        plans, after, standing = making.planned(
            making.Of(glossary, self.settings, DAY, prefill, stamps, last), output / "glossary.json", 1
        )
        catalogs.write(plans)
        catalogs.write_content(output / "glossary.json", after)
        if self.remembers:
            left = {plan.language: plan.standing for plan in plans} | {written.JSON: standing}
            written.remember(self.settings, ended, left, keys)
        self.counts = [plan.counts for plan in plans]
        self.changes = [plan.changes for plan in plans]
        return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


@settings(max_examples=150)
@given(STEPS)
def test_what_is_copied_is_what_would_be_written(steps):
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(summed, "FEW", 0)
        one, other = (Project(Path(folder, name), remembers=name == "a") for name in "ab")
        for step in steps:
            assert one.build(step) == other.build(step)
            assert (one.counts, one.changes) == (other.counts, other.changes)


def corpus_of(number: int) -> Corpus:
    """Documents that all name one thing, and each another."""
    return {
        f"{place:03}.txt": tuple(
            Candidate(form, "person", (Occurrence(Location(f"{place:03}.txt", 1), form, f"{form} said so."),), "names")
            for form in ("Kim Jong Un", f"Person Number {place}")
        )
        for place in range(number)
    }


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """Messages that are made from now on, once for each file that asks."""
    names: list[str] = []
    message = catalogs.wanted.message

    def noted(concept, *arguments):
        names.append(concept.id)
        return message(concept, *arguments)

    monkeypatch.setattr(catalogs.wanted, "message", noted)
    return names


def test_only_what_changed_is_made(tmp_path, made):
    project, corpus = Project(tmp_path / "a", remembers=True), corpus_of(40)
    project.build(Step(corpus))
    assert len(made) == 41
    made.clear()
    before = project.build(Step(corpus))
    assert made == []
    corpus["007.txt"] = corpus["007.txt"][1:]
    corpus["008.txt"] = (*corpus["008.txt"], *corpus_of(100)["099.txt"][1:])
    after = project.build(Step(corpus))
    assert made == ["kim-jong-un", "person-number-99"]
    assert {name for name in after if before[name] != after[name]} == set(after)
    made.clear()
    project.build(Step(corpus, (("ko", 3, "translate"),)))
    assert len(made) == 42


@pytest.mark.parametrize("kind", ["empty", "text", "half", "a letter", "another basis", "nothing"])
def test_a_broken_memory_is_as_if_there_were_none(kind, tmp_path, made):
    project, corpus = Project(tmp_path / "a", remembers=True), corpus_of(40)
    before = project.build(Step(corpus))
    made.clear()
    file = project.settings.root / kept.FOLDER / "written"
    data = file.read_bytes()
    broken = {
        "empty": b"",
        "text": b"no memory at all\nbut a text\n" * 50,
        "half": data[: len(data) // 2],
        "a letter": data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
        "another basis": data,
        "nothing": None,
    }[kind]
    with pytest.MonkeyPatch.context() as patch:
        if kind == "another basis":
            patch.setattr(written, "code_of", lambda parts: "another")
        if broken is None:
            file.unlink()
        else:
            file.write_bytes(broken)
        assert project.build(Step(corpus)) == before
    assert len(made) == 41


def test_counts_of_another_build_know_no_stamps(tmp_path, made):
    project, corpus = Project(tmp_path / "a", remembers=True), corpus_of(40)
    before = project.build(Step(corpus))
    (project.settings.root / kept.FOLDER / "counts").unlink()
    made.clear()
    assert project.build(Step(corpus)) == before
    assert len(made) == 41


@pytest.mark.parametrize("name", ["glossary.json", "glossary.pot", "uk/LC_MESSAGES/glossary.po"])
def test_a_file_that_somebody_changed_is_not_copied_from(name, tmp_path):
    project, corpus = Project(tmp_path / "a", remembers=True), corpus_of(40)
    before = project.build(Step(corpus))
    file = project.settings.root / project.settings.output / name
    file.write_bytes(before[name].replace(b"said so", b"said no"))
    assert project.build(Step(corpus)) == before


@pytest.mark.parametrize(
    ("work", "untouched"),
    [
        ((), {"", "ko", "uk"}),
        ((("ko", 3, "note"),), {"", "ko", "uk"}),
        ((("ko", 3, "translate"),), {"", "uk"}),
        ((("ko", 0, "approve"),), {"", "uk"}),
    ],
)
def test_catalogs_that_nobody_has_worked_on_are_known(work, untouched, tmp_path):
    project, corpus = Project(tmp_path / "a", remembers=True), corpus_of(40)
    project.build(Step(corpus))
    files = project.build(Step(corpus, work))
    _, began, _ = project.tally(corpus)
    names = {"": "glossary.pot", "ko": "ko/LC_MESSAGES/glossary.po", "uk": "uk/LC_MESSAGES/glossary.po"}
    hashes = {sha256(files[names[language]]).hexdigest() for language in untouched}
    assert written.recall(project.settings, began).untouched == hashes


def test_nothing_is_remembered_without_counts(tmp_path):
    project = Project(tmp_path / "a", remembers=True)
    written.remember(project.settings, "", {written.JSON: None}, ())
    assert not (project.settings.root / kept.FOLDER).exists()
    assert written.recall(project.settings, "") == written.Written()


PARTS = st.lists(st.text(max_size=5).map(str.encode), min_size=1, max_size=8)


@given(PARTS, st.data(), st.sampled_from((b"", b",\n")))
def test_a_splice_is_the_parts_in_their_order(old, data, separator):
    def stamp(number: int) -> bytes:
        return number.to_bytes(standing.SIZE)

    lengths = array("I", map(len, old))
    known = standing.Standing("", 3, b"".join(map(stamp, range(len(old)))), lengths, len(separator))
    order = data.draw(st.lists(st.integers(0, 2 * len(old)), unique=True))
    with TemporaryDirectory() as folder:
        path = Path(folder, "old")
        path.write_bytes(b"abc" + separator.join(old) + b"the end")
        with path.open("rb", buffering=0) as file:
            splice = standing.Splice(known, standing.Lying(file), separator)
            found = b"".join(splice.pieces(b"".join(map(stamp, order)), lambda n: b"new %d" % order[n]))
    wanted = [old[number] if number < len(old) else b"new %d" % number for number in order]
    assert found == separator.join(wanted)
    assert list(splice.lengths) == [len(part) for part in wanted]
