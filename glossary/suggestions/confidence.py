"""How far each kind of answer is to be trusted: one number each, with its reason.

A confidence is the share of answers of that kind which a reader of the language would accept as they are.
``tests/quality/score_suggestions.py`` measures them; they order candidates and decide what a catalog is
prefilled with.
"""

from __future__ import annotations

PREFILL = 0.6
"""From here on a suggestion is put into ``msgstr``; below, it is only told in a comment.  A wrong suggestion
costs more than none: it must be read, doubted and deleted."""

PROJECT = 1.0
"""Decided or approved in this very project, for this very form."""
TERMBASE = 0.97
"""The users' own termbase."""
CURATED = 0.95
"""A row of the termbase that ships with the program."""
PEOPLES = 0.93
"""Countries and demonyms as newsrooms write them."""
CLDR = 0.9
"""CLDR names are official and vetted, but some are stale and some longer than newsrooms write."""
ISO = 0.8
"""iso-codes: good for official names of countries, uneven below."""
SUBDIVISION = 0.85
BARE_SUBDIVISION = 0.75
"""Called without the word for what it is: "Bavaria"."""
CITY = 0.85
"""A city of its own name; less where other cities or words share it."""
ALTERNATE = 0.8
"""Factor for an alternate name of GeoNames, picked by its script."""

NAME_PART = {
    "!": {"ko": 0.9, "ja": 0.9, "uk": 0.95},
    "": {"ko": 0.75, "ja": 0.8, "uk": 0.8},
    "~": {"ko": 0.6, "ja": 0.65, "uk": 0.65},
    "*": {"ko": 0.62, "ja": 0.54, "uk": 0.68},
}
"""One part of a person's name, by its mark in the tables (``glossary.suggestions.names``) and language: shares of
parts that stand in the professional translations of 59 news documents (545 parts of 294 persons)."""
NOUN = 0.75
"""An everyday noun by itself: the sense that is usual in public affairs may not be the text's."""
NOUN_AS_TITLE = 0.55
"""The same asked for as a title: "engineer" is one, "charge" is short for another."""
UNKNOWN_KIND = 0.8
"""Factor for a name that is taken for a person's or place's only because it looks like one."""

SECOND = 0.75
"""Factor for each further rendering of one answer: the first is the one to use."""
OTHER_FORM = 0.9
"""Factor when another form of the concept was looked up, not the preferred one."""
OTHER_NUMBER = 0.9
"""Factor when only the number differs ("sanctions", "sanction"); in Ukrainian the rendering is of the wrong one."""
OTHER_KIND = 0.6
"""Factor for a person's or people's name looked up as something else, or the other way round."""
LOWER_CASE = 0.5
"""Factor when the source has a name and the query a common noun: the Diet is no diet."""
