"""What a build remembers of the groups that it made: brought up to date it is what making all anew gives."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import analysis, concepts, consolidated, consolidating, summed
from glossary.concepts import ConceptDecision, Decisions, Rules, count, renewing
from glossary.model import Candidate, Kind, Location, Occurrence, Relation
from glossary.outlined import outlines
from glossary.settings import Settings

from .test_summed import Corpus, Known, counted, up_to_date

NAMES: dict[Kind, tuple[str, ...]] = {
    "person": (
        "Kim", "Kim Jong Un", "Kim Jong-un", "Kim Yo-jong", "John Smith", "Smith", "John", "Adam Smith", "Zelensky",
        "Zelenskyy", "John M. Smith",
    ),
    "place": ("Russia", "Russian Federation", "Kyiv", "UK"),
    "organization": ("United Nations", "UN", "Ministry of Defense", "Defense Ministry", "Kim", "UK"),
    "title": ("President", "Defense Minister", "president"),
    "abbreviation": ("UN", "EEZ", "UK"),
    "term": ("exclusive economic zone", "ceasefire", "Ceasefires", "president", "war in Russia", "Russian war"),
}  # fmt: skip
"""Kind → names that the rules of identity put together, tell apart, and give one id."""
TARGETS = ("Kim Jong Un", "exclusive economic zone", "United Nations", "President", "Smith", "economic zone")


@st.composite
def candidates(draw: st.DrawFn) -> Candidate:
    """What a document may name, at ``a.txt``."""
    kind = draw(st.sampled_from((*sorted(NAMES), "person", "person", "person")))
    form = draw(st.sampled_from(NAMES[kind]))
    shorter = (form.split()[0], form.split()[-1]) if kind == "person" else NAMES[kind][:2]
    written = [form, *draw(st.lists(st.sampled_from((form, form.upper(), *shorter)), max_size=3))]
    relations = st.builds(Relation, st.sampled_from(("expansion", "holder")), st.sampled_from(TARGETS))
    return Candidate(
        form, kind,
        tuple(sorted(Occurrence(Location("a.txt", at), used, f"{used} ({at}).") for at, used in enumerate(written))),
        "accepted" if draw(st.integers(0, 9)) == 0 else "names", why=(f"named {form}",),
        relations=tuple(draw(st.lists(relations, max_size=2, unique=True))),
        features=draw(st.sampled_from(({}, {"maximal": 1.0}, {"quoted": 0.5}))),
    )  # fmt: skip


def at(candidate: Candidate, path: str) -> Candidate:
    """The same in another document."""
    used = tuple(one._replace(location=Location(path, one.location.line)) for one in candidate.occurrences)
    return candidate._replace(occurrences=used)


PATHS = [f"{number}.txt" for number in range(8)]
DOCUMENT = st.lists(candidates(), max_size=3)
STEPS = st.lists(
    st.dictionaries(st.sampled_from(PATHS), st.one_of(st.none(), DOCUMENT), max_size=2), min_size=1, max_size=5
)
"""Documents that come, change, or (None) go from one build to the next."""
DECISIONS = st.sampled_from(
    [
        Decisions(),
        Decisions(reject=("Kim",), accept=("economic zone", "Ceasefire", "president")),
        Decisions(
            concepts=(ConceptDecision("Russia", 1, merge=("Kyiv", "Smith"), deprecated=("Russian Federation",)),)
        ),
        Decisions(concepts=(ConceptDecision("President", 1, prefer="Smith", kind="person", translate=False),)),
        Decisions(concepts=(ConceptDecision("UN", 1, split=("UK",)), ConceptDecision("ceasefire", 2, prefer="Truce"))),
    ]
)


class Told(NamedTuple):
    """What becomes of a corpus."""

    entries: tuple[object, ...]
    outlines: list[object]
    left_out: object
    findings: object


def told(result: concepts.Consolidated) -> Told:
    unstamped = [outline._replace(stamp=b"") for outline in outlines(result.glossary.concepts)]
    return Told(tuple(result.glossary), unstamped, result.left_out, result.findings)


def scored(usages) -> dict[str, tuple[float, str]]:
    """Scores that change with the uses."""
    return {key: ((usage.uses + usage.documents) % 4 / 4, f"{usage.uses} uses") for key, usage in usages.items()}


def built(corpus: Corpus, known: Known, project: Settings, decisions: Decisions) -> concepts.Consolidated:
    """The glossary of a corpus, with what was remembered brought up to date, and remembered."""
    found = up_to_date(corpus, known, project, decisions.wanted)
    all_counted = consolidating.counted(found.tally, found, consolidated.recall(project, decisions, found))
    summed.settle(found)
    ended = summed.remember(project, decisions.wanted, found)
    scores = scored(all_counted.usages)
    result, table = consolidating.consolidate(project, all_counted, scores, decisions, remember=True)
    consolidated.remember(project, decisions, ended, table)
    return result


def anew(corpus: Corpus, project: Settings, decisions: Decisions) -> concepts.Consolidated:
    """The glossary of a corpus, without anything remembered."""
    tally = counted(corpus)
    scores = scored(consolidating.usages(tally, tally.counts))
    rules = Rules(scores, decisions, project.term_threshold, project.abbreviations)
    return concepts.consolidate(tally, rules, analysis.describe(project.model))


@settings(max_examples=300)
@given(start=st.fixed_dictionaries(dict.fromkeys(PATHS, DOCUMENT)), steps=STEPS, decisions=DECISIONS)
def test_groups_brought_up_to_date_are_what_is_made_anew(start, steps, decisions):
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        for module, name, value in (
            (summed, "FEW", 0), (summed, "TOGETHER", 2), (summed, "MOST_NEW", 0), (renewing, "MOST", 0),
            (count, "SAMPLE", 3), (count, "SPARE", (20, 20)),
        ):  # fmt: skip
            patch.setattr(module, name, value)
        project, known = Settings(root=Path(folder)), Known()
        corpus = {path: tuple(at(one, path) for one in some) for path, some in start.items()}
        built(corpus, known, project, decisions)
        for step in steps:
            for path, some in step.items():
                corpus.pop(path, None)
                if some is not None:
                    corpus[path] = tuple(at(one, path) for one in some)
            assert told(built(corpus, known, project, decisions)) == told(anew(corpus, project, decisions))


def named(form: str, path: str, *forms: str, kind: Kind = "person", relations: tuple[Relation, ...] = ()) -> Candidate:
    """A candidate of one document."""
    used = tuple(Occurrence(Location(path, line), one, f"{one} said.") for line, one in enumerate((form, *forms), 1))
    return Candidate(form, kind, used, "names", why=(f"named {form}",), relations=relations)


UN, KIM = named("Kim Jong Un", "1.txt", "Kim"), named("Kim", "3.txt")
YO = named("Kim Yo-jong", "2.txt", "Kim")
EEZ = named("EEZ", "1.txt", kind="abbreviation", relations=(Relation("expansion", "exclusive economic zone"),))
CASES = {
    "a second person of the name": ([UN, KIM], [UN, KIM, YO]),
    "the name where there are two persons": ([UN, YO], [UN, YO, KIM]),
    "another use of the name where there are two": ([UN, YO, KIM], [UN, YO, KIM, named("Kim", "4.txt")]),
    "one of two persons is left": ([UN, YO, KIM], [UN, KIM]),
    "a shorter form of one name": (
        [named("Alexander M. Haig", "1.txt", "Alexander Haig")],
        [named("Alexander M. Haig", "1.txt", "Alexander Haig"), named("Alexander Haig", "2.txt")],
    ),
    "a shorter form of two names": (
        [named("Alexander M. Haig", "1.txt", "Alexander Haig"), named("Alexander Haig", "2.txt")],
        [
            named("Alexander M. Haig", "1.txt", "Alexander Haig"), named("Alexander Haig", "2.txt"),
            named("Alexander P. Haig", "3.txt", "Alexander Haig"),
        ],
    ),
    "an abbreviation of what comes later": ([EEZ], [EEZ, named("exclusive economic zone", "2.txt", kind="term")]),
    "an abbreviation expanded otherwise": (
        [EEZ, named("exclusive economic zone", "2.txt", kind="term")],
        [
            EEZ, named("exclusive economic zone", "2.txt", kind="term"),
            named("EEZ", "3.txt", kind="abbreviation", relations=(Relation("expansion", "European zone"),)),
        ],
    ),
    "two names of one country": (
        [named("Russia", "1.txt", kind="place")],
        [named("Russia", "1.txt", kind="place"), named("Russian Federation", "2.txt", kind="place")],
    ),
    "one id for two": (
        [named("president", "1.txt", kind="term")],
        [named("president", "1.txt", kind="term"), named("President", "2.txt", kind="title")],
    ),
    "the holder of a title comes": (
        [named("President", "1.txt", kind="title", relations=(Relation("holder", "Kim Jong Un"),))],
        [
            named("President", "1.txt", kind="title", relations=(Relation("holder", "Kim Jong Un"),)),
            named("Kim Jong Un", "2.txt"),
        ],
    ),
}  # fmt: skip
"""What one build finds, and the next one."""


def by_path(found: list[Candidate]) -> Corpus:
    """The documents in which candidates stand."""
    paths = [one.occurrences[0].location.path for one in found]
    return {path: tuple(one for one, own in zip(found, paths, strict=True) if own == path) for path in paths}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("turned", [False, True])
def test_what_comes_and_goes_changes_who_shares_with_it(case, turned, tmp_path, monkeypatch):
    monkeypatch.setattr(summed, "FEW", 0)
    monkeypatch.setattr(renewing, "MOST", 0)
    project, known = Settings(root=tmp_path), Known()
    before, after = reversed(CASES[case]) if turned else CASES[case]
    built(by_path(before), known, project, Decisions())
    monkeypatch.setattr(concepts, "consolidate", lambda *_: pytest.fail("all was made anew"))
    result = built(by_path(after), known, project, Decisions())
    monkeypatch.undo()
    assert told(result) == told(anew(by_path(after), project, Decisions()))
    assert len({group.members[0] for group in result.groups}) == len(result.groups)
