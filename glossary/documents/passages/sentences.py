"""Where English sentences end, by rule, without a model: for translators who work sentence by sentence.

The rules are those of Unicode Standard Annex 29 (sentence boundaries) with what it leaves to tailoring: English
abbreviations, initials, numbers of lists, quotation marks.  Markup counts as part of the word it touches, and
no sentence ends inside of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from glossary.documents.passages.markup import items, partners
from glossary.documents.passages.words import Word, split
from glossary.expressions import expression
from glossary.model import Form

_TAG = expression(r"<[^<>]*>")
_MARKS = "*_`~"
_CLOSERS = "\"'”’»)]}" + _MARKS
_OPENERS = "\"'“‘«([{¿¡" + _MARKS
_END = expression(rf"(\.{{3}}|[.!?…])[{re.escape(_CLOSERS)}]*(?:\[\^?[^\]]{{1,20}}\]|\([^)]*\))?$")
_FOOTNOTE = expression(r"\[\^?[\w-]{1,20}\]$")
_NEVER = frozenset(
    """
    adm amb assn ave bros brig capt cf cmdr col cols comdr cpl dept dist dr e.g ed eds esp est et fig figs fr gen gens
    gov govs hon i.e insp lt maj messrs mr mrs ms mt mts mx nos op pfc pp pres prof profs pvt rep reps resp rev sec sen
    sens sgt sr st ste supt tel treas v viz vol vols vs
    """.split()
)
"""Abbreviations after which the sentence goes on: titles before names, and words that need what follows.
(The Chicago Manual of Style, 10.11–10.49; US Government Publishing Office Style Manual, chapter 9.)"""
_BEFORE_NUMBERS = frozenset(
    "no nos art arts p pp para paras ch chap sec vol fig jan feb mar apr jun jul aug sep sept oct nov dec c ca".split()
)
"""Abbreviations after which the sentence goes on if a number follows."""
_SOMETIMES = frozenset(
    "al approx bldg co corp etc inc jr ltd llc ph.d m.d b.a m.a a.m p.m am pm ft lb lbs mi km kg sq oz plc".split()
)
"""Abbreviations that end a sentence if a word follows that often begins one."""
_STARTERS = frozenset(
    """
    a after all also although among an and another any as at because before both but by despite during each earlier
    even few finally first following for from given had has have he her here his how however i if in indeed instead it
    its last later like many meanwhile more moreover most much my nearly neither no nonetheless not nothing now of on
    once one only or other others our over perhaps people several she similarly since so some soon still such that the
    their then there therefore these they this those though through thus to today two under unlike until we what
    whatever when where whether which while who why with within without would yes yet you your
    """.split()
)
"""Words that begin a sentence, and hardly ever the second part of a name."""
_ACRONYM = expression(r"(?:[A-Za-z]\.){2,}$")
_INITIAL = expression(r"[A-Z]\.$")
_NUMBER = expression(r"\(?(?:\d{1,3}|[ivxIVX]{1,5}|[A-Za-z])\.$")

_WHOLE = frozenset({"cue", "section title"})
"""Forms that are one message however many sentences they have: a subtitle, and a heading with its underline."""
_LONGEST = 20_000
"""Characters after which markup that was opened and never closed ends the search: all that follows is one message."""


def has_sentences(text: str) -> bool:
    """Does a plain text have more than one sentence?"""
    return len(list(starts(tuple(split(text, 0, len(text))), "plain"))) > 1


def starts(words: Sequence[Word], form: Form) -> Iterator[int]:
    """Indices of the words that begin a sentence; the first one always does."""
    yield 0
    if form in _WHOLE:
        return
    begin = size = 0
    for index in range(1, len(words)):
        size += len(words[index - 1].text)
        broken = words[index].gap == "\n"
        if broken or _ends(words[index - 1].text, words[index].text, first=index - 1 == begin):
            if _whole(words[begin:index], form):
                begin, size = index, 0
                yield index
            elif size > _LONGEST:
                return


def _ends(before: str, after: str, *, first: bool) -> bool:
    """Does a sentence end between two words?  ``first``: the one before begins it."""
    bare, following = _TAG.sub("", before), _TAG.sub("", after).lstrip(_OPENERS)
    match = _END.search(bare)
    if not match or not following or following[0].islower():
        return False
    if match[1] != ".":
        return match[1] in "!?" or following[0].isupper()
    stem = _FOOTNOTE.sub("", bare).rstrip(_CLOSERS).lstrip(_OPENERS)
    closed = bare.rstrip(_MARKS)[-1:] in '"”'
    return closed or _period_ends(stem, following, first=first)


def _period_ends(stem: str, following: str, *, first: bool) -> bool:
    """Does the period at the end of ``stem`` end a sentence, rather than an abbreviation in it?"""
    word = stem[:-1].casefold()
    if word in _NEVER or (first and _NUMBER.fullmatch(stem)):
        return False
    if following[0].isdigit() and word in _BEFORE_NUMBERS:
        return False
    next_word = re.match(r"[\w'’]*", following)
    starter = next_word is not None and next_word[0].casefold().partition("'")[0].partition("’")[0] in _STARTERS
    if _INITIAL.fullmatch(stem):
        return starter and stem != "I."
    if _ACRONYM.search(stem) or word in _SOMETIMES or word in _BEFORE_NUMBERS:
        return starter
    return True


def _whole(words: Sequence[Word], form: Form) -> bool:
    """Is no markup open at the end of these words?"""
    text = " ".join(word.text for word in words)
    if form in ("html", "preformatted", "rich text"):
        found = list(items(text))
        pairs = partners(found)
        return all(item.kind != "open" or index in pairs for index, item in enumerate(found))
    if form == "plain":
        return True
    return (
        text.count("[") == text.count("]")
        and text.count("(") <= text.count(")")
        and all(len(re.findall(rf"(?<![\\{mark}]){re.escape(mark)}+", text)) % 2 == 0 for mark in "*_`" if mark in text)
    )
