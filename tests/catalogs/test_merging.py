"""An update of a translated catalog, rule by rule: what the translator had, what is in the glossary, what comes out."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from glossary.catalogs import Change
from glossary.model import ConceptEntry

from .building import HEADER, NEXT_DAY, body, built, concept, korean, planned, put


class Case(NamedTuple):
    rule: str
    old: str
    concepts: tuple[ConceptEntry, ...]
    new: str
    changes: tuple[Change, ...]


KIND = "#. kind: term\n"
SANCTION = KIND + 'msgctxt "term"\nmsgid "sanction"\nmsgstr "제재"\n'

CASES = [
    Case("nothing to do", SANCTION, (concept("sanction"),), SANCTION, ()),
    Case(
        "new concepts come without translation, in the order of kind and msgid",
        SANCTION,
        (concept("sanction"), concept("treaty"), concept("armistice"), concept("Kim", kind="person")),
        '#. kind: person\nmsgctxt "person"\nmsgid "Kim"\nmsgstr ""\n\n'
        + KIND
        + 'msgctxt "term"\nmsgid "armistice"\nmsgstr ""\n\n'
        + SANCTION
        + "\n"
        + KIND
        + 'msgctxt "term"\nmsgid "treaty"\nmsgstr ""\n',
        (
            Change("added", "person", "Kim", concept_id="Kim"),
            Change("added", "term", "armistice", concept_id="armistice"),
            Change("added", "term", "treaty", concept_id="treaty"),
        ),
    ),
    Case(
        "a concept that is not to be translated is its own translation",
        "",
        (concept("DPRK", translate=False),),
        '#. kind: term\n#. do not translate: the same in every language\nmsgctxt "term"\nmsgid "DPRK"\nmsgstr "DPRK"\n',
        (Change("added", "term", "DPRK", concept_id="DPRK"),),
    ),
    Case(
        "another case and hyphen keep the translation as it is",
        '# checked\n#, terminology\nmsgctxt "term"\nmsgid "cease-fire Line"\nmsgstr "휴전선"\n',
        (concept("line", "Cease Fire Line", "cease-fire line"),),
        "# checked\n#. kind: term\n#. other forms: cease-fire line\n#, terminology\n"
        'msgctxt "term"\nmsgid "Cease Fire Line"\nmsgstr "휴전선"\n',
        (Change("renamed", "term", "Cease Fire Line", "cease-fire Line", concept_id="line"),),
    ),
    Case(
        "the number changed: kept, fuzzy, with the msgid it was made for",
        '# checked\n#, terminology\nmsgctxt "term"\nmsgid "sanction"\nmsgstr "제재"\n',
        (concept("s", "sanctions"),),
        "# checked\n#. kind: term\n#, fuzzy, terminology\n"
        '#| msgctxt "term"\n#| msgid "sanction"\nmsgctxt "term"\nmsgid "sanctions"\nmsgstr "제재"\n',
        (Change("renamed", "term", "sanctions", "sanction", True, "s"),),
    ),
    Case(
        "another form became the preferred one",
        'msgctxt "person"\nmsgid "Putin"\nmsgstr "푸틴"\n',
        (concept("putin", "Vladimir Putin", "Putin", kind="person"),),
        "#. kind: person\n#. other forms: Putin\n#, fuzzy\n"
        '#| msgctxt "person"\n#| msgid "Putin"\nmsgctxt "person"\nmsgid "Vladimir Putin"\nmsgstr "푸틴"\n',
        (Change("renamed", "person", "Vladimir Putin", "Putin", True, "putin"),),
    ),
    Case(
        "another kind only",
        'msgctxt "place"\nmsgid "Pentagon"\nmsgstr "펜타곤"\n',
        (concept("Pentagon", kind="organization"),),
        '#. kind: organization\nmsgctxt "organization"\nmsgid "Pentagon"\nmsgstr "펜타곤"\n',
        (Change("renamed", "organization", "Pentagon", concept_id="Pentagon"),),
    ),
    Case(
        "another kind and another case are another meaning, perhaps",
        'msgctxt "place"\nmsgid "Turkey"\nmsgstr "터키"\n',
        (concept("turkey"),),
        '#. kind: term\n#, fuzzy\n#| msgctxt "place"\n#| msgid "Turkey"\n'
        'msgctxt "term"\nmsgid "turkey"\nmsgstr "터키"\n',
        (Change("renamed", "term", "turkey", "Turkey", True, "turkey"),),
    ),
    Case(
        "an entry of another kind is not taken from its own concept",
        'msgctxt "person"\nmsgid "May"\nmsgstr "메이"\n',
        (concept("may", "May", kind="person"), concept("month", "May", kind="event")),
        '#. kind: person\nmsgctxt "person"\nmsgid "May"\nmsgstr "메이"\n\n'
        '#. kind: event\nmsgctxt "event"\nmsgid "May"\nmsgstr ""\n',
        (
            Change("refreshed", "person", "May", concept_id="may"),
            Change("added", "event", "May", concept_id="month"),
        ),
    ),
    Case(
        "an entry without context",
        'msgid "Sanction"\nmsgstr "제재"\n',
        (concept("sanction"),),
        SANCTION,
        (Change("renamed", "term", "sanction", "Sanction", concept_id="sanction"),),
    ),
    Case(
        "an untranslated entry follows its concept without a mark",
        'msgctxt "term"\nmsgid "sanction"\nmsgstr ""\n',
        (concept("s", "sanctions"),),
        KIND + 'msgctxt "term"\nmsgid "sanctions"\nmsgstr ""\n',
        (Change("renamed", "term", "sanctions", "sanction", concept_id="s"),),
    ),
    Case(
        "a fuzzy entry renamed again keeps the msgid that its translation was made for",
        '#, fuzzy\n#| msgid "sanction"\nmsgctxt "term"\nmsgid "sanctions"\nmsgstr "제재"\n',
        (concept("s", "sanctions regime", "sanctions"),),
        '#. kind: term\n#. other forms: sanctions\n#, fuzzy\n#| msgid "sanction"\n'
        'msgctxt "term"\nmsgid "sanctions regime"\nmsgstr "제재"\n',
        (Change("renamed", "term", "sanctions regime", "sanctions", concept_id="s"),),
    ),
    Case(
        "two entries fit one concept: translated before fuzzy, the other turns obsolete",
        '# a\n#, fuzzy\nmsgctxt "term"\nmsgid "Sanction"\nmsgstr "제제"\n\n'
        '# b\nmsgctxt "term"\nmsgid "Sanctions"\nmsgstr "제재"\n',
        (concept("s", "sanctions regime", "Sanction", "Sanctions"),),
        "# b\n#. kind: term\n#. other forms: Sanction; Sanctions\n#, fuzzy\n"
        '#| msgctxt "term"\n#| msgid "Sanctions"\nmsgctxt "term"\nmsgid "sanctions regime"\nmsgstr "제재"\n\n'
        '# a\n#, fuzzy\n#~ msgctxt "term"\n#~ msgid "Sanction"\n#~ msgstr "제제"\n',
        (
            Change("renamed", "term", "sanctions regime", "Sanctions", True, "s"),
            Change("obsoleted", "term", "Sanction"),
        ),
    ),
    Case(
        "two entries fit one concept: exact before folded",
        'msgctxt "term"\nmsgid "Sanctions"\nmsgstr "대북 제재"\n\nmsgctxt "term"\nmsgid "sanction"\nmsgstr "제재"\n',
        (concept("sanction"),),
        SANCTION + '\n#~ msgctxt "term"\n#~ msgid "Sanctions"\n#~ msgstr "대북 제재"\n',
        (
            Change("refreshed", "term", "sanction", concept_id="sanction"),
            Change("obsoleted", "term", "Sanctions"),
        ),
    ),
    Case(
        "an untranslated entry gives way to a translated one; its comment and flag stay",
        '# ask Lee\n#, terminology\nmsgctxt "term"\nmsgid "cease-fire"\nmsgstr ""\n\n'
        '# sure\nmsgctxt "term"\nmsgid "Cease-fire"\nmsgstr "휴전"\n',
        (concept("cease-fire"),),
        '# sure\n# ask Lee\n#. kind: term\n#, terminology\nmsgctxt "term"\nmsgid "cease-fire"\nmsgstr "휴전"\n',
        (Change("renamed", "term", "cease-fire", "Cease-fire", concept_id="cease-fire"),),
    ),
    Case(
        "a fuzzy entry gives way to a translated live one; its text stays as a comment",
        '#, fuzzy\nmsgctxt "term"\nmsgid "cease-fire"\nmsgstr "정전"\n\n'
        'msgctxt "term"\nmsgid "Cease-fire"\nmsgstr "휴전"\n',
        (concept("cease-fire"),),
        '# Earlier translation: 정전\n#. kind: term\nmsgctxt "term"\nmsgid "cease-fire"\nmsgstr "휴전"\n',
        (Change("renamed", "term", "cease-fire", "Cease-fire", concept_id="cease-fire"),),
    ),
    Case(
        "a split concept: the exact one keeps its translation, the other gets a fuzzy copy",
        '# UN only\nmsgctxt "term"\nmsgid "sanctions"\nmsgstr "제재"\n',
        (concept("sanctions"), concept("un", "UN sanctions", "sanctions")),
        "# UN only\n" + KIND + 'msgctxt "term"\nmsgid "sanctions"\nmsgstr "제재"\n\n'
        "#. kind: term\n#. other forms: sanctions\n#, fuzzy\n"
        '#| msgctxt "term"\n#| msgid "sanctions"\nmsgctxt "term"\nmsgid "UN sanctions"\nmsgstr "제재"\n',
        (
            Change("refreshed", "term", "sanctions", concept_id="sanctions"),
            Change("copied", "term", "UN sanctions", "sanctions", True, "un"),
        ),
    ),
    Case(
        "an entry that fits two concepts equally well: both are to be looked at",
        'msgctxt "term"\nmsgid "sanctions"\nmsgstr "제재"\n',
        (concept("eu", "EU sanctions", "sanctions"), concept("un", "UN sanctions", "sanctions")),
        "#. kind: term\n#. other forms: sanctions\n#, fuzzy\n"
        '#| msgctxt "term"\n#| msgid "sanctions"\nmsgctxt "term"\nmsgid "EU sanctions"\nmsgstr "제재"\n\n'
        "#. kind: term\n#. other forms: sanctions\n#, fuzzy\n"
        '#| msgctxt "term"\n#| msgid "sanctions"\nmsgctxt "term"\nmsgid "UN sanctions"\nmsgstr "제재"\n',
        (
            Change("renamed", "term", "EU sanctions", "sanctions", True, "eu"),
            Change("copied", "term", "UN sanctions", "sanctions", True, "un"),
        ),
    ),
    Case(
        "a name that two places of one kind share turns up: the translation is to be looked at in both",
        'msgctxt "place"\nmsgid "Georgia"\nmsgstr "조지아"\n',
        (
            concept("ga", "Georgia", kind="place", subkind="state"),
            concept("ge", "Georgia", kind="place", subkind="country"),
        ),
        '#. kind: place (state)\n#, fuzzy\n#| msgctxt "place"\n#| msgid "Georgia"\n'
        'msgctxt "place (state)"\nmsgid "Georgia"\nmsgstr "조지아"\n\n'
        '#. kind: place (country)\n#, fuzzy\n#| msgctxt "place"\n#| msgid "Georgia"\n'
        'msgctxt "place (country)"\nmsgid "Georgia"\nmsgstr "조지아"\n',
        (
            Change("renamed", "place (state)", "Georgia", "", True, "ga"),
            Change("copied", "place (country)", "Georgia", "Georgia", True, "ge"),
        ),
    ),
    Case(
        "one of two places of one name is left: it keeps its own translation",
        'msgctxt "place (state)"\nmsgid "Georgia"\nmsgstr "조지아주"\n\n'
        'msgctxt "place (country)"\nmsgid "Georgia"\nmsgstr "조지아"\n',
        (concept("ge", "Georgia", kind="place", subkind="country"),),
        '#. kind: place (country)\nmsgctxt "place"\nmsgid "Georgia"\nmsgstr "조지아"\n\n'
        '#~ msgctxt "place (state)"\n#~ msgid "Georgia"\n#~ msgstr "조지아주"\n',
        (
            Change("renamed", "place", "Georgia", concept_id="ge"),
            Change("obsoleted", "place (state)", "Georgia"),
        ),
    ),
    Case(
        "a vanished concept turns obsolete with all that people wrote, behind the older obsolete ones",
        '#~ msgid "older"\n#~ msgstr "옛"\n\n'
        "# two\n# lines\n#. kind: term\n#: a.txt:1\n#, fuzzy, terminology\n#= no-wrap\n"
        '#| msgid "pact"\nmsgctxt "term"\nmsgid ""\n"pacts"\nmsgstr ""\n"조"\n"약"\n',
        (),
        '#~ msgid "older"\n#~ msgstr "옛"\n\n'
        "# two\n# lines\n#, fuzzy, terminology\n#= no-wrap\n"
        '#~| msgid "pact"\n#~ msgctxt "term"\n#~ msgid ""\n#~ "pacts"\n#~ msgstr ""\n#~ "조"\n#~ "약"\n',
        (Change("obsoleted", "term", "pacts"),),
    ),
    Case(
        "nobody had put work into it: removed; a comment or a flag is work",
        'msgctxt "term"\nmsgid "a"\nmsgstr ""\n\n# c\nmsgctxt "term"\nmsgid "b"\nmsgstr ""\n\n'
        '#, terminology\nmsgctxt "term"\nmsgid "c"\nmsgstr ""\n',
        (),
        '# c\n#~ msgctxt "term"\n#~ msgid "b"\n#~ msgstr ""\n\n'
        '#, terminology\n#~ msgctxt "term"\n#~ msgid "c"\n#~ msgstr ""\n',
        (
            Change("removed", "term", "a"),
            Change("obsoleted", "term", "b"),
            Change("obsoleted", "term", "c"),
        ),
    ),
    Case(
        "an obsolete entry revives with its own flags, comments and previous msgid",
        '# two\n#, terminology\n#= no-wrap\n#~ msgctxt "term"\n#~ msgid "pact"\n#~ msgstr "조약"\n\n'
        '#, fuzzy\n#~| msgid "sanction"\n#~ msgctxt "term"\n#~ msgid "sanctions"\n#~ msgstr "제재"\n',
        (concept("pact"), concept("sanctions")),
        "# two\n#. kind: term\n#, terminology\n#= no-wrap\n"
        'msgctxt "term"\nmsgid "pact"\nmsgstr "조약"\n\n'
        '#. kind: term\n#, fuzzy\n#| msgid "sanction"\nmsgctxt "term"\nmsgid "sanctions"\nmsgstr "제재"\n',
        (
            Change("revived", "term", "pact", concept_id="pact"),
            Change("revived", "term", "sanctions", concept_id="sanctions"),
        ),
    ),
    Case(
        "a plural entry stays one",
        'msgctxt "term"\nmsgid "Pact"\nmsgid_plural "Pacts"\nmsgstr[0] "조약"\n',
        (concept("pact"),),
        KIND + 'msgctxt "term"\nmsgid "pact"\nmsgid_plural "Pacts"\nmsgstr[0] "조약"\n',
        (Change("renamed", "term", "pact", "Pact", concept_id="pact"),),
    ),
    Case(
        "only what must change is written anew",
        '#, terminology\n# odd   order\n#. kind: person\n\nmsgctxt "term"\n'
        'msgid   ""\n  "pa" "ct"\nmsgstr "조"\n"약"\n',
        (concept("pact"),),
        '# odd   order\n#. kind: term\n#, terminology\nmsgctxt "term"\nmsgid   ""\n  "pa" "ct"\nmsgstr "조"\n"약"\n',
        (Change("refreshed", "term", "pact", concept_id="pact"),),
    ),
    Case(
        "comments behind the last message stay there",
        SANCTION + "\n# the end\n#~ # of all\n",
        (concept("sanction"), concept("treaty")),
        SANCTION + "\n" + KIND + 'msgctxt "term"\nmsgid "treaty"\nmsgstr ""\n\n# the end\n#~ # of all\n',
        (Change("added", "term", "treaty", concept_id="treaty"),),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_rule(case, tmp_path):
    settings = korean(tmp_path)
    put(settings, f"{HEADER}\n{case.old}")
    plan = planned(settings, *case.concepts)
    assert body(plan.new.decode()) == case.new
    assert plan.changes == case.changes
    built(settings, *case.concepts)
    again = planned(settings, *case.concepts, date=NEXT_DAY)
    assert (again.changed, again.changes, again.new) == (False, (), plan.new)
