"""Abbreviation definitions on published examples.

[SH] A. S. Schwartz, M. A. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
text", Pacific Symposium on Biocomputing 8 (2003) 451-462.
"""

from __future__ import annotations

import pytest

from glossary.candidates.abbreviations import Pair, best_long_form, is_short_form, pairs


def found(text: str) -> list[tuple[str, str]]:
    return [(pair.short, pair.long) for pair in pairs(text)]


@pytest.mark.parametrize(
    ("short", "text", "long"),
    [
        # [SH], section 3.2: the last letter is matched first, the first one at the beginning of a word
        ("HSF", "heat shock transcription factor", "heat shock transcription factor"),
        ("SH", "simple algorithm of Schwartz and Hearst", "Schwartz and Hearst"),
        ("Gcn5", "General control nonderepressible 5", "General control nonderepressible 5"),
        ("HMM", "the hidden Markov model", "hidden Markov model"),
        ("NATO", "members of the North Atlantic Treaty Organization", "North Atlantic Treaty Organization"),
        ("UN", "in the United Nations", "United Nations"),
        ("IAEA", "the International Atomic Energy Agency", "International Atomic Energy Agency"),
        ("CTBT", "the Comprehensive Nuclear-Test-Ban Treaty", "Comprehensive Nuclear-Test-Ban Treaty"),
        (
            "OHCHR",
            "the Office of the High Commissioner for Human Rights",
            "Office of the High Commissioner for Human Rights",
        ),
        ("ABC", "nothing to see", ""),
        ("UN", "the body", ""),
        ("UN", "the UN", ""),  # the short form itself is no long form
    ],
)  # fmt: skip
def test_best_long_form(short, text, long):
    assert best_long_form(short, text) == long


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UN", True),
        ("NATO", True),
        ("G7", True),
        ("UNSCRs", True),
        ("TTF-1", True),
        ("KPA 8th", True),  # two words
        ("U", False),  # [SH] 3.1: two characters at least
        ("ABCDEFGHIJK", False),  # ten at most
        ("a b c", False),  # two words at most
        ("-AB", False),  # begins with a letter or digit
        ("1996", False),  # has a letter
        ("pictured", False),  # a word in brackets, as news has them
        ("Yonhap", False),
    ],
)
def test_short_form(text, expected):
    assert is_short_form(text) is expected


DEFINED = {
    # either order, as [SH] section 3 has them
    "The International Atomic Energy Agency (IAEA) met.": [("IAEA", "International Atomic Energy Agency")],
    "The IAEA (International Atomic Energy Agency) met.": [("IAEA", "International Atomic Energy Agency")],
    "the General Security of Military Information Agreement (GSOMIA)": [
        ("GSOMIA", "General Security of Military Information Agreement")
    ],
    # plural
    "Non-governmental organizations (NGOs) wrote.": [("NGO", "Non-governmental organizations")],
    # several in one sentence, and what follows the short form in the brackets
    "The World Food Programme (WFP) and the World Health Organization (WHO) wrote.": [
        ("WFP", "World Food Programme"),
        ("WHO", "World Health Organization"),
    ],
    "the Treaty on the Non-Proliferation of Nuclear Weapons (NPT; 1968)": [
        ("NPT", "Non-Proliferation of Nuclear Weapons")
    ],
    # no phrase begins with "and", though the letter fits
    "an acquisition and cross-servicing agreement (ACSA)": [("ACSA", "acquisition and cross-servicing agreement")],
    'the Korean Central News Agency ("KCNA")': [("KCNA", "Korean Central News Agency")],
    # a key list
    "GEF = Global Environment Facility; IPF = indicative planning figure": [("GEF", "Global Environment Facility")],
    # an editor's gloss
    "the DPRK [North Korea] fired": [("DPRK", "North Korea")],
    # nothing is defined
    "The president (pictured) spoke.": [],
    "Mr Kim (left) met Mr Lee (right).": [],
    "He was born in Seoul (South Korea).": [],
    "It rose (by 3 %) in May (2024).": [],
    "no brackets at all": [],
    "an open bracket (without end": [],
    ") ( ] [ () [] (()) ((UN)": [],
}


@pytest.mark.parametrize(("text", "expected"), DEFINED.items(), ids=list(DEFINED))
def test_pairs(text, expected):
    assert found(text) == expected


def test_a_pair_knows_where_it_stands_and_which_rule_found_it():
    text = "Soon the World Food Programme (WFP) wrote."
    (pair,) = pairs(text)
    assert pair == Pair("WFP", "World Food Programme", 31, 9, "long form before the brackets")
    assert text[pair.short_start :].startswith("WFP")
    assert text[pair.long_start :].startswith("World Food Programme")


def test_a_long_text_without_brackets_takes_no_quadratic_time():
    assert found("x" * 200_000 + " " + "y " * 100_000) == []
