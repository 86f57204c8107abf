"""Whatever becomes of the glossary and of the catalog between two builds: nothing that people wrote is lost."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import polib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary.catalogs import catalog_path, parse, plan, write
from glossary.model import KINDS, Glossary

from .building import DAY, NEXT_DAY, concept, korean

STEMS = ("cease fire line", "sanction", "Putin", "naval base", "treaty", "North Korea")


def spelled(stem: str, style: int) -> str:
    """One of six spellings of a stem: plain, hyphened, upper-case, plural, with article, another name."""
    return (stem, stem.replace(" ", "-"), stem.upper(), stem + "s", "the " + stem, stem + " affair")[style]


@st.composite
def glossaries(draw):
    """A few concepts; each stem may be missing, have another kind, and be spelled and preferred in any way."""
    concepts = []
    for number, stem in enumerate(STEMS):
        styles = draw(st.lists(st.integers(0, 5), max_size=3, unique=True))
        kind = draw(st.sampled_from(KINDS[:3]))
        if styles:
            forms = [spelled(stem, style) for style in styles]
            concepts.append(concept(f"c{number}", *forms, kind=kind, note=draw(st.sampled_from(["", "n"]))))
        if draw(st.integers(0, 4)) == 0:  # the concept was split
            concepts.append(concept(f"d{number}", spelled(stem, draw(st.integers(0, 5))) + " II", stem, kind=kind))
    return Glossary(tuple(concepts))


EDITS = ("translate", "fuzzy", "comment", "flag", "sticky", "hand", "empty", "unwrap")


def edited(text: str, choices: list[tuple[str, int]], turn: int) -> str:
    """What a translator makes of a catalog: each choice is an edit and the message to edit."""
    blocks = text.rstrip("\n").split("\n\n")
    for number, (edit, position) in enumerate(choices):
        mark = f"{turn}.{number}"
        index = 1 + position % max(1, len(blocks) - 1)
        if edit == "hand":
            blocks.append(f'# by hand {mark}\nmsgctxt "person"\nmsgid "by hand {mark}"\nmsgstr "손 {mark}"')
        elif index < len(blocks) and "#~" not in blocks[index]:
            blocks[index] = _edit(blocks[index], edit, mark)
    return "\n\n".join(blocks) + "\n"


def _edit(block: str, edit: str, mark: str) -> str:
    if edit == "translate":
        return re.sub(r'^msgstr ""$', f'msgstr "번역 {mark}"', block, flags=re.MULTILINE)
    if edit == "fuzzy" and "#, fuzzy" not in block and 'msgstr ""' not in block:
        return re.sub(r"^(#\||msgctxt)", r"#, fuzzy\n\1", block, count=1, flags=re.MULTILINE)
    if edit == "comment":
        return f"# comment {mark}\n{block}"
    if edit in ("flag", "sticky"):
        line = f"#, flag-{mark}" if edit == "flag" else f"#= flag-{mark}"
        return re.sub(r"^(#\||msgctxt)", rf"{line}\n\1", block, count=1, flags=re.MULTILINE)
    if edit == "unwrap":
        return block.replace('\nmsgid "', '\nmsgid ""\n"').replace("\n#. note: ", "\n#. note:\n#. ")
    return block


def work(data: bytes) -> set[str]:
    """Everything that people wrote into a catalog, wherever it now stands."""
    text = data.decode()
    return set(re.findall(r"번역 [\d.]+|손 [\d.]+|comment [\d.]+|flag-[\d.]+|by hand [\d.]+", text))


STEPS = st.lists(
    st.tuples(glossaries(), st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 30)), max_size=6)),
    min_size=2,
    max_size=5,
)


@given(STEPS)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_is_ever_lost(steps):
    with tempfile.TemporaryDirectory() as folder:
        project = korean(Path(folder))
        path = catalog_path(project, "ko")
        for turn, (glossary, choices) in enumerate(steps):
            before = work(path.read_bytes()) if path.exists() else set()
            write(plan(glossary, project, DAY))
            data = path.read_bytes()
            assert before <= work(data)
            check_whole(data, glossary)
            assert [file.changed for file in plan(glossary, project, NEXT_DAY)] == [False, False]
            path.write_text(edited(data.decode(), choices, turn), "utf-8")


def check_whole(data: bytes, glossary: Glossary) -> None:
    """The live messages are the concepts, each once; polib reads the same."""
    catalog = parse(data, "ko.po")
    live = [entry for entry in catalog.messages if not entry.obsolete]
    assert sorted(entry.msgid for entry in live) == sorted(concept.preferred for concept in glossary)
    keys = [entry.key for entry in catalog.messages]
    assert len(keys) == len(set(keys))
    assert all(entry.previous is None or entry.fuzzy for entry in live)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "ko.po"
        copy.write_text(re.sub(r"(?m)^#=", "#,", data.decode()), "utf-8")
        theirs = polib.pofile(str(copy))
    assert [(e.msgctxt, e.msgid, e.msgstr, bool(e.obsolete)) for e in theirs] == [
        (e.context, e.msgid, e.msgstr, e.obsolete) for e in catalog.messages
    ]


@given(glossaries(), glossaries())
@settings(max_examples=60, deadline=None)
def test_what_vanishes_and_returns_is_as_it_was(first, second):
    """Away and back again: a translated concept that vanished altogether comes back clean."""
    with tempfile.TemporaryDirectory() as folder:
        project = korean(Path(folder))
        path = catalog_path(project, "ko")
        write(plan(first, project, DAY))
        text = re.sub(r'^msgstr ""$', 'msgstr "번역"', path.read_text("utf-8").partition("\n\n")[2], flags=re.MULTILINE)
        text = path.read_text("utf-8").partition("\n\n")[0] + "\n\n" + text
        path.write_text(text, "utf-8")
        translated = path.read_bytes()
        write(plan(Glossary(()), project, DAY))
        write(plan(first, project, DAY))
        assert path.read_bytes() == translated
        write(plan(second, project, DAY))
        assert path.read_bytes().count("번역".encode()) >= translated.count("번역".encode())
