"""Entries that are made when somebody asks: the same as if all had been made at once, and each made once."""

from __future__ import annotations

import pytest

from glossary import outlined, written
from glossary.concepts import ConceptDecision, Decisions, Rules, Tally, consolidate
from glossary.model import Candidate, ConceptEntry, Glossary, LanguageSection, Location, Occurrence, Relation, Term

ENTRIES = tuple(
    ConceptEntry(
        form.lower(), "place", (LanguageSection("en", (Term(form),)),), translate=form != "Lima", count=len(form)
    )
    for form in ("Kyiv", "Lima", "Seoul")
)  # fmt: skip


def lazily() -> tuple[outlined.Entries, list[int]]:
    """The entries, and the numbers of those that have been made."""
    made: list[int] = []

    def make(number: int) -> ConceptEntry:
        made.append(number)
        return ENTRIES[number]

    return outlined.Entries([*map(outlined.outline, ENTRIES)], make), made


@pytest.mark.parametrize(
    ("ask", "made"),
    [
        (len, []),
        (outlined.outlines, []),
        (lambda entries: entries[-1], [2]),
        (lambda entries: (entries[1], entries[1]), [1]),
        (lambda entries: entries[1:], [1, 2]),
        (lambda entries: [entry.id for entry in entries], [0, 1, 2]),
        (lambda entries: (entries, entries.complete())[0], [0, 1, 2]),
        (lambda entries: Glossary(entries).find("lima"), [0, 1, 2]),
    ],
)
def test_only_what_is_asked_for_is_made_and_once(ask, made):
    entries, found = lazily()
    assert ask(entries) == ask(ENTRIES if made != [0, 1, 2] else lazily()[0])
    assert found == made
    assert entries == ENTRIES
    assert sorted(found) == [0, 1, 2]


def test_beyond_the_last_there_is_none():
    with pytest.raises(IndexError):
        lazily()[0][3]


def corpus(*more: Candidate) -> Tally:
    """Two documents, the second with some ``more``."""
    found = Tally()
    found.add("a.txt", (named("Kim Jong Un"), named("Kyiv", "place"), named("drill", "term")))
    found.add("b.txt", (named("Kim Jong Un", path="b.txt"), *more))
    return found


def named(form: str, kind: str = "person", path: str = "a.txt", line: int = 1, **more) -> Candidate:
    return Candidate(form, kind, (Occurrence(Location(path, line), form, f"{form} said so."),), "names", **more)


def stamps(tally: Tally, decisions: Decisions, scores: dict[str, tuple[float, str]]) -> dict[str, bytes]:
    """The stamp of each concept by its preferred form."""
    glossary = consolidate(tally, Rules(scores, decisions, 0.5, "expansion"), "test 1").glossary
    assert outlined.outlines(tuple(glossary)) == [
        one._replace(stamp=b"") for one in outlined.outlines(glossary.concepts)
    ]
    assert list((written.stamps(glossary) or {}).values()) == [
        one.stamp for one in outlined.outlines(glossary.concepts)
    ]
    return {one.preferred: one.stamp for one in outlined.outlines(glossary.concepts)}


def decided(form: str, **more) -> Decisions:
    return Decisions("decisions.toml", concepts=(ConceptDecision(form, 1, **more),))


SCORES = {"drill": (0.9, "parts")}
NONE = Decisions("decisions.toml")


@pytest.mark.parametrize(
    ("more", "decisions", "scores", "other"),
    [
        ((), NONE, SCORES, set()),
        ((named("Kyiv", "place", "b.txt"),), NONE, SCORES, {"Kyiv"}),
        ((named("Kyiv", "place", "b.txt", subkind="city"),), NONE, SCORES, {"Kyiv"}),
        ((named("Kyiv", "place", "b.txt", relations=(Relation("holder", "drill"),)),), NONE, SCORES, {"Kyiv", "drill"}),
        ((named("Lima", "place", "b.txt"),), NONE, SCORES, {"Lima"}),
        ((), NONE, {"drill": (0.8, "parts")}, {"drill"}),
        ((), NONE, {"drill": (0.9, "other parts")}, {"drill"}),
        ((), decided("Kyiv", definition="A city"), SCORES, {"Kyiv"}),
        ((), decided("Kyiv", note="On the Dnipro"), SCORES, {"Kyiv"}),
        ((), decided("Kyiv", translate=False), SCORES, {"Kyiv"}),
        ((), decided("Kyiv", deprecated=("Kiev",)), SCORES, {"Kyiv"}),
        ((), decided("Kyiv", prefer="Kiev"), SCORES, {"Kiev"}),
        ((), decided("Kyiv", kind="organization"), SCORES, {"Kyiv"}),
    ],
)  # fmt: skip
def test_a_stamp_tells_whether_an_entry_is_another(more, decisions, scores, other):
    before, after = stamps(corpus(), NONE, SCORES), stamps(corpus(*more), decisions, scores)
    assert {form for form, stamp in after.items() if before.get(form) != stamp} == other
