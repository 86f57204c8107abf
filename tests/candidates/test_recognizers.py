"""What one document names: sentences of our own, the whole set of names and titles that they hold.

The statistical model is a voice here too, so a row asserts on what the rules make of it; a row that fails after
a change of model tells which rule leaned on it.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from glossary import analysis, candidates
from glossary.model import Candidate, Document, Location, Role, Segment
from glossary.settings import DEFAULT_MODEL


def recognized(*texts: str, role: Role = "paragraph") -> tuple[Candidate, ...]:
    """The candidates of a document of these paragraphs."""
    segments = tuple(Segment(text, Location("a.txt", line), role) for line, text in enumerate(texts, 1))
    ((_, analyzed),) = analysis.analyze([Document("a.txt", "", segments)], DEFAULT_MODEL)
    return candidates.recognize(analyzed)


def names(found: Sequence[Candidate]) -> set[tuple[str, str]]:
    """Kind and form of everything but terms."""
    return {(candidate.kind, candidate.form) for candidate in found if candidate.kind != "term"}


TEXTS = {
    "a hyphenated Korean name is one name": (
        "President Yoon Suk-yeol met Kim Hong-kyun in Seoul.",
        {("title", "President"), ("person", "Yoon Suk-yeol"), ("person", "Kim Hong-kyun"), ("place", "Seoul")},
    ),
    "the country belongs to the use of a title": (
        "US Defense Secretary Lloyd Austin spoke with Russian President Vladimir Putin.",
        {
            ("place", "US"), ("title", "Defense Secretary"), ("person", "Lloyd Austin"),
            ("people", "Russian"), ("title", "President"), ("person", "Vladimir Putin"),
        },
    ),
    "the apostrophe of a plural inside a name, typeset": (
        "The Workers’ Party of North Korea and the Teachers’ Union of Ukraine recalled the Seven Years’ War.",
        {
            ("organization", "Workers’ Party of North Korea"), ("organization", "Teachers’ Union of Ukraine"),
            ("event", "Seven Years’ War"),
        },
    ),
    "… and typed, and between names": (
        "The Emirates’ President Khalifa met the Seven Years' War Society.",
        {
            ("place", "Emirates"), ("title", "President"), ("person", "Khalifa"),
            ("organization", "Seven Years' War Society"),
        },
    ),
    "ranks before an office": (
        "They met the South's first vice foreign minister, Park Min-su, and U.S. Deputy Secretary of State Ann Lee.",
        {
            ("place", "South"), ("title", "first vice foreign minister"), ("person", "Park Min-su"),
            ("place", "U.S."), ("title", "Deputy Secretary of State"), ("person", "Ann Lee"),
        },
    ),
    "a deputy in any role": (
        "The deputy head of the agency met Serhiy Rakhmanin, deputy leader of the faction.",
        {
            ("title", "deputy head of the agency"), ("person", "Serhiy Rakhmanin"),
            ("title", "deputy leader of the faction"),
        },
    ),
    "abbreviated ranks": (
        "Lt. Gen. Park Min-su and Rear Adm. John Carter agreed.",
        {("title", "Lt. Gen."), ("person", "Park Min-su"), ("title", "Rear Adm."), ("person", "John Carter")},
    ),
    "links inside the names of bodies": (
        "The Ministry of Culture and Information of Ukraine wrote to the Association of Southeast Asian Nations.",
        {
            ("organization", "Ministry of Culture and Information of Ukraine"),
            ("organization", "Association of Southeast Asian Nations"),
        },
    ),
    "two bodies beside each other": (
        "The Communist Party of Vietnam and the Liberal Democratic Party sent observers.",
        {("organization", "Communist Party of Vietnam"), ("organization", "Liberal Democratic Party")},
    ),
    "a body is no part of a title": (
        "Former UK Independence Party Leader Nigel Farage and XRP chairman Otto Lind resigned.",
        {
            ("organization", "UK Independence Party"), ("title", "Leader"), ("person", "Nigel Farage"),
            ("abbreviation", "XRP"), ("title", "chairman"), ("person", "Otto Lind"),
        },
    ),
    "a party's leader, and a country that ends the name of a body": (
        "Council of Europe Secretary-General Ann Lee met Democratic Party leader Moon Jae-in.",
        {
            ("organization", "Council of Europe"), ("title", "Secretary-General"), ("person", "Ann Lee"),
            ("organization", "Democratic Party"), ("person", "Moon Jae-in"),
        },
    ),
    "a portfolio of two fields": (
        "The Under-Secretary-General for Political and Peacebuilding Affairs, Rosemary DiCarlo, noted that.",
        {
            ("title", "Under-Secretary-General for Political and Peacebuilding Affairs"),
            ("person", "Rosemary DiCarlo"),
        },
    ),
    "an office inside the name of a body": (
        "The report, published by the Transitional Justice Working Group (TJWG), is an effort.",
        {("organization", "Transitional Justice Working Group"), ("abbreviation", "TJWG")},
    ),
    "prefixes and suffixes on whole names": (
        "Cold War-era treaties shaped post-Cold War Europe, said pro-Kremlin media.",
        {("event", "Cold War"), ("place", "Europe"), ("organization", "Kremlin")},
    ),
    "compounds of two countries": (
        "U.S.-Japan and Sino-Soviet relations changed.",
        {("place", "U.S."), ("place", "Japan")},
    ),
    "a country whose name is a people's and an -s": (
        "The Philippines and Japan signed it, Philippine media wrote.",
        {("place", "Philippines"), ("place", "Japan"), ("people", "Philippine")},
    ),
    "a given name that the recognizer takes for a place, and a body that opens a sentence": (
        "Centre for Civil Liberties chair Oleksandra Matviichuk said that she would go.",
        {("organization", "Centre for Civil Liberties"), ("person", "Oleksandra Matviichuk")},
    ),
    "numbers that belong to a name": (
        "The 1718 Committee wrote to the 25th Infantry Division about Resolution 2397.",
        {
            ("organization", "1718 Committee"), ("organization", "25th Infantry Division"),
            ("document", "Resolution 2397"),
        },
    ),
    "votes are named by who votes": (
        "He won the 2019 Australian federal election.",
        {("event", "2019 Australian federal election"), ("people", "Australian")},
    ),
    "sites are named by a name": (
        "Troops crossed the Kursk region and the Korean peninsula.",
        {("place", "Kursk"), ("place", "Kursk region"), ("people", "Korean"), ("place", "Korean peninsula")},
    ),
    "a name of everyday words": (
        "Most of them voted for the Servant of the People party.",
        {("organization", "Servant of the People")},
    ),
    "what is built in series and has a name": (
        "Ukraine shot down Shahed drones and a Pantsir air defense system near Kyiv.",
        {("place", "Ukraine"), ("place", "Kyiv")},  # terms
    ),
    "who owns what is built is no type of it": (
        "Hezbollah rockets and Japanese destroyers were shown. Hezbollah denied it.",
        {("organization", "Hezbollah"), ("people", "Japanese")},
    ),
    "court cases": (
        "Judges ruled in Grace v. Sessions on Monday.",
        {("document", "Grace v. Sessions")},
    ),
    "a sentence that begins after an abbreviation": (
        "Both states joined the U.N. In May North Korea signed.",
        {("organization", "U.N."), ("place", "North Korea")},
    ),
    "credit lines name agencies only": (
        "Troops march in Pyongyang. (Courtesy of Kyodo)",
        {("place", "Pyongyang"), ("organization", "Kyodo")},
    ),
    "governments of a leader or a country": (
        "The Trump administration wrote to the Ukrainian government.",
        {("organization", "Trump administration"), ("person", "Trump"), ("organization", "Ukrainian government"),
         ("people", "Ukrainian")},
    ),
    "common nouns with a capital are no names": (
        "Embassy staff left. The embassy in Moscow was closed, and every embassy waits.",
        {("place", "Moscow")},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TEXTS)
def test_names_and_titles(case: str) -> None:
    text, expected = TEXTS[case]
    assert names(recognized(text)) == expected


HEADINGS = {
    "Diplomatic Outrage": set(),
    "Arming Ukraine": {("place", "Ukraine")},
    "What Pyongyang Wants": {("place", "Pyongyang")},
    "Implications for Asia": {("place", "Asia")},
    "A Long Road To Peace": set(),
}


@pytest.mark.parametrize("text", HEADINGS)
def test_title_case_makes_no_names(text: str) -> None:
    assert names(recognized(text, role="heading")) == HEADINGS[text]


def test_a_name_found_once_is_found_everywhere() -> None:
    found = recognized("Kuninori Matsuda spoke in Tokyo on Monday.", "Kuninori Matsuda, 60, said no.")
    (person,) = (candidate for candidate in found if candidate.kind == "person")
    assert [occurrence.location.line for occurrence in person.occurrences] == [1, 2]


def test_a_title_is_linked_to_its_holder() -> None:
    found = recognized("Defense Minister Gen Nakatani left.")
    (title,) = (candidate for candidate in found if candidate.kind == "title")
    assert [(relation.type, relation.target) for relation in title.relations] == [("holder", "Gen Nakatani")]


def test_every_candidate_says_who_found_it_and_why() -> None:
    for candidate in recognized("NATO (North Atlantic Treaty Organization) condemned Russia's ballistic missile test."):
        assert candidate.recognizer in candidates.RECOGNIZERS
        assert candidate.why


def test_a_term_is_spelled_small_where_it_also_opens_a_sentence():
    found = recognized(
        '"Counterstrike capability is no taboo," he said.', "They asked how counterstrike capability fits the law."
    )
    assert {c.form: len(c.occurrences) for c in found if c.kind == "term"}["counterstrike capability"] == 2
