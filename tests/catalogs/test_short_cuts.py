"""An update that skips what stays as it is comes to what one that looks at everything comes to."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from glossary.catalogs import Prefill, catalog_path, editing, matching, merging, plan, prefill, reading
from glossary.catalogs.concept_messages import Message, messages
from glossary.catalogs.entries import Entry
from glossary.catalogs.matching import Fit, State
from glossary.languages.english import fold, fold_spelling
from glossary.model import Glossary, Suggestion, Term
from tests.catalogs.building import DAY, NEXT_DAY, built, concept, korean, use

FORMS = (
    "Kim",
    "the Kim",
    "kims",
    "defence ministry",
    "Defense Ministry",
    "Ministries of Defense",
    "ministry of defense",
    "ship",
    "ships",
    'a "ship"',
    "U.S.",
)


@st.composite
def glossaries(draw) -> Glossary:
    """Some concepts; several may have a form in common."""
    found = []
    for number in draw(st.lists(st.integers(0, 7), unique=True, max_size=6)):
        forms = draw(st.lists(st.sampled_from(FORMS), min_size=1, max_size=3, unique=True))
        found.append(
            concept(
                f"c{number}",
                *map(Term, forms),
                kind=draw(st.sampled_from(("term", "place"))),
                translate=draw(st.sampled_from((True, True, True, False))),
                note=draw(st.sampled_from(("", "a note", "a well-known note"))),
                occurrences=(use(forms[0], line=draw(st.integers(1, 2))),),
                count=1,
            )
        )
    return Glossary(tuple(found))


EDITS = (
    lambda text: text,
    lambda text: text.replace('msgstr ""', 'msgstr "배"').replace("#, fuzzy\n", ""),
    lambda text: text.replace('msgstr ""', 'msgstr "초안"').replace("\nmsgctxt", "\n#, fuzzy\nmsgctxt"),
    lambda text: text.replace("#, fuzzy\n", ""),
    lambda text: "# a remark\n" + text,
    lambda text: text.replace("\nmsgctxt", "\n#, c-format\nmsgctxt"),
    lambda text: text.replace("well-known", "well-\n#. known"),
    lambda text: text.replace('\nmsgid "', '\nmsgid ""\n"'),
    lambda text: text.replace("#: seeds", "#:  seeds"),
    lambda text: "\n" + text,
    lambda text: text.replace("#. suggested: ", "#. was: "),
)


def edited(text: str, edits: Sequence[int]) -> str:
    """A catalog after a translator, message by message; obsolete ones are left alone."""
    head, *blocks = text.rstrip("\n").split("\n\n")
    choice = edits or [0]
    done = [
        block if "#~" in block else EDITS[choice[number % len(choice)]](block) for number, block in enumerate(blocks)
    ]
    return "\n\n".join((head, *done)) + "\n"


def suggestions(glossary: Glossary) -> Prefill:
    """One for each concept, some of them too unsure for ``msgstr``."""
    by_id = {
        found.id: (Suggestion(found.id, "ko", f"제안 {found.id}", "termbase", 0.9 if number % 3 else 0.3),)
        for number, found in enumerate(glossary)
    }
    return Prefill(lambda: {"ko": by_id}, 0.6)


edits = st.lists(st.integers(0, len(EDITS) - 1), max_size=6)


@given(glossaries(), glossaries(), glossaries(), edits, edits, st.booleans(), st.booleans())
def test_an_update_with_short_cuts_is_the_update_without(first, second, third, one, two, filled, again):
    with tempfile.TemporaryDirectory() as folder:
        settings = korean(Path(folder))
        path = catalog_path(settings, "ko")
        built(settings, *first)
        steps = ((first, one, filled), (second, two, filled), (third, [], again))
        for glossary, by, suggested in steps:
            path.write_text(edited(path.read_text(encoding="utf-8"), by), encoding="utf-8")
            hints = suggestions(glossary) if suggested else None
            quick = plan(glossary, settings, NEXT_DAY, hints)
            with (
                patch.object(reading, "_quickly", lambda text, known: None),
                patch.object(editing, "alike", lambda entry, wanted: False),
                patch.object(merging, "alike", lambda entry, wanted: False),
            ):
                assert quick == plan(glossary, settings, NEXT_DAY, hints)
            path.write_bytes(quick[1].new)


def every_fit(entries: Sequence[Entry], wanted: Sequence[Message], indices: Sequence[int], state) -> list:
    """All pairs that fit, the best first, by trying all."""
    ranked = []
    for index in indices:
        message = wanted[index]
        for position, entry in enumerate(entries):
            fits = (
                2 * strictness + (form != message.msgid)
                for strictness, key in enumerate((str, fold_spelling, fold))
                for form in message.forms
                if key(form) and key(form) == key(entry.msgid)
            )
            rank = next(fits, None)
            if rank is not None:
                fit = Fit(matching._context_rank(entry, message), rank)
                ranked.append(((state(entry), *fit, entry.obsolete, position, index), (entry, index, fit)))
    return [pair for _, pair in sorted(ranked, key=lambda pair: pair[0])]


def match_by_trying_all(entries: Sequence[Entry], wanted: Sequence[Message], state) -> matching.Match:
    """What ``matching.match`` says, without any short cut."""
    positions = {message.key: index for index, message in enumerate(wanted)}
    own = {positions[entry.key]: entry for entry in entries if entry.key in positions}
    free = [entry for entry in entries if entry.key not in positions]
    taken, losers, given_to, rivals = dict(own), {}, {}, []
    needy = [i for i in range(len(wanted)) if i not in own or state(own[i]) is not State.SETTLED]
    for entry, index, fit in every_fit(free, wanted, needy, state):
        mine = own.get(index)
        gives_way = mine is None or (
            state(entry) is not State.EMPTY
            if state(mine) is State.EMPTY
            else state(entry) is State.SETTLED and not entry.obsolete
        )
        if id(entry) in given_to:
            rivals.append((index, entry, fit))
        elif (index not in taken or (index in own and index not in losers)) and gives_way:
            if mine is not None:
                losers[index] = mine
            taken[index], given_to[id(entry)] = entry, (index, fit)
    sources = [entry for entry in taken.values() if state(entry) is not State.EMPTY]
    copies: dict[int, Entry] = {}
    for entry, index, fit in every_fit(sources, wanted, [i for i in needy if i not in taken], state):
        if fit.context < matching._OTHER_KIND:
            copies.setdefault(index, entry)
    doubtful = {given_to[id(e)][0] for i, e, fit in rivals if i in copies and fit == given_to[id(e)][1]}
    return matching.Match(taken, copies, losers, frozenset(doubtful))


def state_of_work(entry: Entry) -> State:
    """What people made of an entry."""
    return State.EMPTY if prefill.ours(entry) else matching.state_of(entry)


@given(glossaries(), glossaries(), glossaries(), edits, edits)
def test_matching_finds_what_trying_all_pairs_finds(first, second, third, one, two):
    with tempfile.TemporaryDirectory() as folder:
        settings = korean(Path(folder))
        path = catalog_path(settings, "ko")
        for glossary, by in ((first, one), (second, two)):
            data = plan(glossary, settings, DAY, suggestions(glossary))[1].new
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(edited(data.decode(), by), encoding="utf-8")
        entries = reading.parse(path.read_bytes(), "glossary.po").messages
        wanted = messages(third, settings)
        expected = match_by_trying_all(entries, wanted, state_of_work)
        assert merging.match(entries, wanted) == expected
        assert expected == matching.match(entries, wanted, state_of_work)
