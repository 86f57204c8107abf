"""Abbreviations and their expansions: "General Security of Military Information Agreement (GSOMIA)".

The matcher is Schwartz & Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
text", PSB 2003, in both orders, with the plural and possessive -s taken off first.  Three shapes beyond the
paper: ``GEF = Global Environment Facility``, quoted short forms ``(the "Agency")`` are refused, and an
editor's gloss in square brackets, ``the DPRK [North Korea]``, is taken on the editor's word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from glossary.candidates.mentions import Mention
from glossary.candidates.words import Sentence
from glossary.expressions import expression
from glossary.model import Relation

MAX_SHORT = 10
"""Characters in a short form (Schwartz & Hearst, section 3.1)."""
_BRACKETS = expression(r"(?P<open>[(\[])(?P<inside>[^()\[\]]{2,120})[)\]]")
_ALIAS = expression(
    r", (?:or|(?:better |also |commonly |widely )?known (?:as|by its (?:acronym|initials),?)|abbreviated (?:as|to)) "
    r"(?:the )?(?P<short>[A-Z][A-Z0-9&/-]{1,9})s?(?=[,.;]|$)"
)
"""An apposition that names the abbreviation: ", or APEC,", ", better known as GSOMIA,"."""
WINDOW = 200
"""Characters before an abbreviation in which its long form is sought: the longest names have about 120."""
_EQUALS = expression(r"\b(?P<short>[A-Z][\w&/-]{1,9}) = (?P<long>[A-Z][\w' -]{4,80})(?=[;,.]|$)")
_QUOTES = "\"“”'‘’«»"
_SHORT = expression(r"[A-Za-z0-9][\w&./-]*(?: [\w&./-]+)?")


@dataclass(frozen=True, slots=True)
class Pair:
    """A short form and its long form with their offsets in the text they came from."""

    short: str
    long: str
    short_start: int
    long_start: int
    rule: str


def is_short_form(text: str) -> bool:
    """Schwartz & Hearst's conditions: 2–10 characters, at most two words, a letter, begins with letter or
    digit; plus one of ours: at least one capital letter or digit, since news texts bracket plain words.
    """
    return (
        2 <= len(text) <= MAX_SHORT
        and bool(_SHORT.fullmatch(text))
        and any(char.isalpha() for char in text)
        and sum(char.isupper() for char in text) >= 1
        and not (len(text) > 3 and text[1:].islower())
        and not text.isdigit()
    )


def best_long_form(short: str, text: str) -> str:
    """The shortest end of ``text`` that spells ``short``, by the paper's right-to-left match; else empty.

    Each letter of the short form, from the last to the first, must be found in the text leftwards; the
    first one at the beginning of a word.

    >>> best_long_form("HMM", "the hidden Markov model")
    'hidden Markov model'
    >>> best_long_form("ABC", "nothing here")
    ''
    """
    position = len(text) - 1
    for index in range(len(short) - 1, -1, -1):
        char = short[index].lower()
        if not char.isalnum():
            continue
        while position >= 0 and (
            text[position].lower() != char or (index == 0 and not _opens_long_form(text, position))
        ):
            position -= 1
        if position < 0:
            return ""
        position -= 1
    start = text.rfind(" ", 0, position + 2) + 1
    long = text[start:].strip()
    if len(long) <= len(short) or short.lower() in long.lower().split():
        return ""
    return long


def _opens_long_form(text: str, position: int) -> bool:
    """Whether a long form may begin there: at the start of a word, not with "of" before a capital, never with "and"."""
    if position > 0 and text[position - 1].isalnum():
        return False
    return not _LINK_WORD.match(text, position)


_LINK_WORD = expression(r"(?:(?:of|for|in|on|to)(?: the)?|the) [A-Z]|(?:and|or) ")
"""A word that no name begins with: "Organization of Petroleum …", not "of Petroleum …"; and none that no phrase
begins with: "acquisition and cross-servicing agreement (ACSA)"."""


def pairs(text: str) -> Iterator[Pair]:
    """Every abbreviation that ``text`` defines, in order of appearance."""
    closed = 0  # end of the bracket before
    for match in _BRACKETS.finditer(text):
        begin = max(closed, match.start() - WINDOW)
        before = text[begin : match.start()].rstrip()
        yield from _bracketed(before, begin, match["inside"], match.start("inside"), match["open"])
        closed = match.end()
    for match in _ALIAS.finditer(text):
        begin = max(0, match.start() - WINDOW)
        long = best_long_form(match["short"], text[begin : match.start()])
        if long and len(long.split()) <= 2 * len(match["short"]):
            start = begin + text[begin : match.start()].rfind(long)
            yield Pair(match["short"], long, match.start("short"), start, "apposition")
    for match in _EQUALS.finditer(text):
        if best_long_form(match["short"], match["long"]) == match["long"]:
            yield Pair(match["short"], match["long"], match.start("short"), match.start("long"), "key list")


def _bracketed(before: str, before_start: int, inside: str, inside_start: int, bracket: str) -> Iterator[Pair]:
    head = re.split(r"[;,:]| or | hereafter ", inside)[0]
    skip = len(head) - len(head.lstrip(_QUOTES + " "))
    short = head.strip(_QUOTES + " ")
    bare = _bare(short)
    if is_short_form(short):
        limit = min(len(bare) + 5, len(bare) * 2)
        words = list(re.finditer(r"\S+", before))[-limit:]
        window = before[words[0].start() :] if words else ""
        long = best_long_form(bare, window)
        long = long.rstrip(_QUOTES + " ,")
        if long and len(long.split()) <= limit:
            offset = before_start + before.rfind(long)
            yield Pair(bare, long, inside_start + skip, offset, "long form before the brackets")
            return
    last = re.search(r"(\S+)\s*$", before)
    if not last:
        return
    outside = last[1].strip(_QUOTES + ",")
    bare = _bare(outside)
    if not is_short_form(outside) or not bare[:2].isupper():
        return
    start = before_start + last.start(1) + last[1].find(outside)
    long = inside.strip(_QUOTES + " ")
    if best_long_form(bare, long) == long:
        yield Pair(bare, long, start, inside_start + inside.find(long), "long form in the brackets")
    elif bracket == "[" and long[:1].isupper() and len(long.split()) <= 6:
        yield Pair(bare, long, start, inside_start + inside.find(long), "editor's gloss in square brackets")


def _bare(short: str) -> str:
    """The short form without the -s of a plural or possessive: "NGOs", "IAEA's"."""
    text = re.sub(r"['’]s?$", "", short)
    return text[:-1] if text.endswith("s") and text[:-1].isupper() and len(text) > 2 else text


def find_abbreviations(sentences: tuple[Sentence, ...]) -> Iterator[Mention]:
    """A mention of the short form for every definition, with the long form as its expansion, and one of
    the long form itself.
    """
    for sentence in sentences:
        text = sentence.segment.text[sentence.start : sentence.end]
        for pair in pairs(text):
            why = f"{pair.rule}: {pair.long} = {pair.short}"
            span = _span(sentence, sentence.start + pair.short_start, len(pair.short))
            if span is None:
                continue
            relation = (Relation("expansion", pair.long),)
            yield Mention(sentence, *span, "abbreviation", "abbreviations", why, pair.short, relations=relation)
            long_span = _span(sentence, sentence.start + pair.long_start, len(pair.long))
            if long_span is not None and not pair.rule.startswith("editor"):
                kind = None if pair.long.split()[-1][:1].isupper() else "term"
                yield Mention(
                    sentence, *long_span, kind, "abbreviations", why, pair.long,  # type: ignore[arg-type]
                    features={"expanded": 1.0},
                )  # fmt: skip


def _span(sentence: Sentence, offset: int, length: int) -> tuple[int, int] | None:
    inside = [i for i, word in enumerate(sentence.words) if word.start < offset + length and word.end > offset]
    return (inside[0], inside[-1] + 1) if inside else None
