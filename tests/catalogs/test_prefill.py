"""Suggestions in a catalog: what a build puts in, what it leaves alone, what it takes back."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.catalogs import Prefill, parse, plan, write
from glossary.catalogs.prefill import offered, ours
from glossary.model import Glossary, Suggestion

from .building import DAY, HEADER, NEXT_DAY, body, concept, korean, put

KURSK = 'msgctxt "place"\nmsgid "Kursk"\n'
KIND = "#. kind: place\n"
SUGGESTED = "#. suggested: 쿠르스크 [GeoNames 538560]\n"
FRESH = KIND + SUGGESTED + "#, fuzzy\n" + KURSK + 'msgstr "쿠르스크"\n'


def told(*found: tuple[str, str, float] | tuple[str, str, float, bool]) -> Prefill:
    suggestions = tuple(Suggestion("Kursk", "ko", form, source, *rest) for form, source, *rest in found)
    return Prefill(lambda: {"ko": {"Kursk": suggestions}}, floor=0.6)


GEONAMES = told(("쿠르스크", "GeoNames 538560", 0.85))
BETTER = told(("꾸르스끄", "termbase", 0.95), ("쿠르스크", "GeoNames 538560", 0.85))
BETTER_LINES = "#. suggested: 꾸르스끄 [termbase]\n#. also: 쿠르스크 [GeoNames 538560]\n"
NOTHING = told()
OFF = None


class Case(NamedTuple):
    rule: str
    old: str
    prefill: Prefill | None
    new: str


CASES = [
    Case("a new message starts with the best suggestion, fuzzy", "", GEONAMES, FRESH),
    Case("and with nothing when there is none", "", NOTHING, KIND + KURSK + 'msgstr ""\n'),
    Case(
        "by rule is said; further candidates are told",
        "",
        told(("쿠르스크", "Russian", 0.8, True), ("쿠르스끄", "termbase", 0.5), ("쿠르", "ICU", 0.4, True)),
        KIND + "#. by rule: 쿠르스크 [Russian]\n#. also: 쿠르스끄 [termbase]; 쿠르 [by rule: ICU]\n#, fuzzy\n"
        + KURSK + 'msgstr "쿠르스크"\n',
    ),
    Case(
        "below the floor it is only told",
        "",
        told(("쿠르스크", "guess", 0.59)),
        KIND + "#. also: 쿠르스크 [guess]\n" + KURSK + 'msgstr ""\n',
    ),
    Case("nothing to do", FRESH, GEONAMES, FRESH),
    Case(
        "our own untouched suggestion gives way to a better one",
        FRESH,
        BETTER,
        KIND + BETTER_LINES + "#, fuzzy\n" + KURSK + 'msgstr "꾸르스끄"\n',
    ),
    Case("and to none", FRESH, NOTHING, KIND + KURSK + 'msgstr ""\n'),
    Case(
        "an accepted one stays",
        FRESH.replace("#, fuzzy\n", ""),
        BETTER,
        KIND + BETTER_LINES + KURSK + 'msgstr "쿠르스크"\n',
    ),
    Case(
        "a changed one stays, fuzzy or not",
        FRESH.replace('"쿠르스크"', '"쿠르스크시"'),
        BETTER,
        KIND + BETTER_LINES + "#, fuzzy\n" + KURSK + 'msgstr "쿠르스크시"\n',
    ),
    Case(
        "one with a translator's comment stays",
        "# is that right?\n" + FRESH,
        BETTER,
        "# is that right?\n" + KIND + BETTER_LINES + "#, fuzzy\n" + KURSK + 'msgstr "쿠르스크"\n',
    ),
    Case(
        "one whose lines an editor deleted counts as the translator's",
        "#, fuzzy\n" + KURSK + 'msgstr "쿠르스크"\n',
        BETTER,
        KIND + BETTER_LINES + "#, fuzzy\n" + KURSK + 'msgstr "쿠르스크"\n',
    ),
    Case(
        "one whose lines an editor wrapped is still ours",
        KIND + "#. suggested:\n#. 쿠르스크 [GeoNames\n#. 538560]\n#, fuzzy\n" + KURSK + 'msgstr ""\n"쿠르스크"\n',
        BETTER,
        KIND + BETTER_LINES + "#, fuzzy\n" + KURSK + 'msgstr "꾸르스끄"\n',
    ),
    Case(
        "a deleted suggestion does not come back",
        KIND + SUGGESTED + KURSK + 'msgstr ""\n',
        GEONAMES,
        KIND + SUGGESTED + KURSK + 'msgstr ""\n',
    ),
    Case(
        "but another one does come",
        KIND + SUGGESTED + KURSK + 'msgstr ""\n',
        BETTER,
        KIND + BETTER_LINES + "#, fuzzy\n" + KURSK + 'msgstr "꾸르스끄"\n',
    ),
    Case(
        "other flags stay",
        FRESH.replace("#, fuzzy", "#, fuzzy, terminology"),
        NOTHING,
        KIND + "#, terminology\n" + KURSK + 'msgstr ""\n',
    ),
    Case("an empty message of an old catalog is filled", KIND + KURSK + 'msgstr ""\n', GEONAMES, FRESH),
    Case("without suggestions, those of the catalog stay", FRESH, OFF, FRESH),
    Case(
        "without suggestions, a message that is new gets none",
        'msgctxt "place"\nmsgid "Seoul"\nmsgstr ""\n',
        OFF,
        KIND + KURSK + 'msgstr ""\n',
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.rule for case in CASES])
def test_build(case, tmp_path):
    settings = korean(tmp_path)
    path = put(settings, HEADER + "\n" + case.old)
    glossary = Glossary((concept("Kursk", kind="place"),))
    write(plan(glossary, settings, NEXT_DAY, case.prefill))
    text = path.read_bytes().decode()
    assert body(text) == case.new
    write(plan(glossary, settings, DAY, case.prefill))
    assert path.read_bytes().decode() == text, "a second build changed something"


def test_untranslatable_takes_no_suggestion(tmp_path):
    settings = korean(tmp_path)
    path = put(settings, HEADER)
    write(plan(Glossary((concept("Kursk", kind="place", translate=False),)), settings, DAY, NOTHING))
    assert 'msgid "Kursk"\nmsgstr "Kursk"\n' in path.read_bytes().decode()


def test_vanished_concept_leaves_no_untouched_suggestion(tmp_path):
    settings = korean(tmp_path)
    path = put(settings, HEADER + "\n" + FRESH)
    write(plan(Glossary(()), settings, DAY, NOTHING))
    assert body(path.read_bytes().decode()) == ""


def test_renamed_concept_gets_the_suggestion_of_its_new_name(tmp_path):
    settings = korean(tmp_path)
    path = put(settings, HEADER + "\n" + FRESH)
    city = told(("쿠르스크시", "termbase", 0.9))
    write(plan(Glossary((concept("Kursk", "Kursk city", "Kursk", kind="place"),)), settings, DAY, city))
    assert body(path.read_bytes().decode()) == (
        "#. kind: place\n#. other forms: Kursk\n#. suggested: 쿠르스크시 [termbase]\n"
        '#, fuzzy\nmsgctxt "place"\nmsgid "Kursk city"\nmsgstr "쿠르스크시"\n'
    )


_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=30)


@given(form=_TEXT, source=_TEXT, other=_TEXT)
def test_only_what_the_line_says_is_ours(form, source, other, tmp_path_factory):
    """Whatever the form looks like, an untouched suggestion is known again, and another text is not taken for it."""
    settings = korean(tmp_path_factory.mktemp("project"))
    prefill = told((form, source, 0.9))
    if not prefill.msgstr(prefill.of("ko", "Kursk")):
        return
    filled = plan(Glossary((concept("Kursk", kind="place"),)), settings, DAY, prefill)[1].new
    entry = parse(filled, "ko.po").messages[0]
    assert ours(entry)
    if "".join(other.split()) != "".join(entry.msgstr.split()) and "[" not in other:
        assert not offered(entry, other)
