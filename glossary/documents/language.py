"""Is a document English?  Counting function words answers nearly always, then how frequent its words are in English;
py3langid answers the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.expressions import expression
from glossary.languages.frequencies import zipf_frequency
from glossary.model import Document

_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        the and of to that with from this which they their been were has his she but not by are into would should there
        these those when about after than said who could because while through its it as
        """,
    )
)
"""Frequent in English; what other languages write alike (in, a, an, at, for, was, have, her, he) is left out."""

_WORD = expression(r"[^\W\d_]+")
_LAST_LATIN = "\u024f"
"""The end of the block Latin Extended-B."""

ENOUGH = 0.15
"""Share of function words, among words that begin with a small letter, from which a text is English: English news
has 0.25–0.5, Dutch and Danish at most 0.1, so that names say nothing either way."""
EVERYDAY = 4.0
"""Zipf frequency in English (wordfreq) of an everyday word: some 7,200 words."""
MOSTLY = 0.75
"""Share of everyday English words, among words that begin with a small letter, from which a text is English: English
news has 0.69–0.95 in passages of 600 characters, Django's catalogs in 80 other languages at most 0.6."""
FEWEST_SMALL = 20
"""Words that begin with a small letter which say so reliably; in a text of fewer …"""
KNOWN = 3.0
"""… all have to be English, of this Zipf frequency (some 29,000 words): names mislead py3langid, which took 352 of
1,492 made-up headlines ("Kim Jong Un met Putin in Moscow") and 15 of 3,000 sentences of news for another language; this
way none and 1.  Of 9,108 texts of 5 to 20 words in 90 other languages (Django 5.2's catalogs) 222 count as English, 33
of them for this (the others have hardly any words)."""
_NEAR_ENGLISH = frozenset({"pcm", "sco"})
"""Nigerian Pidgin and Scots, which short English texts are taken for."""
SAMPLE = 20_000
"""Characters that are looked at, spread over the document."""
FEWEST_WORDS = 5
"""A text of fewer words in Latin script counts as English: a name tells nothing."""


def is_english(document: Document) -> bool:
    """Is most of the document's text (boilerplate aside) English?"""
    return language_of(document) == "en"


def language_of(document: Document) -> str:
    """The language of most of the document's text, boilerplate aside, as an ISO 639-1 code.

    ``en`` without further ado when function words say so in segments that hold most of the words, when three
    quarters of the words are everyday English ones (all are English, if they are few), or
    when there are fewer than five words, in Latin letters; else what py3langid (langid.py, Lui &
    Baldwin 2012) finds most likely.  Deterministic.
    """
    texts = _sample([segment.text for segment in document.segments if segment.role != "boilerplate"])
    whole = " ".join(texts)
    counts = [_count(text) for text in texts]
    words = sum(count for count, _, _ in counts)
    if 2 * sum(latin for _, latin, _ in counts) >= words:
        if words < FEWEST_WORDS:
            return "en"
        english = sum(count for count, _, is_so in counts if is_so)
        if 2 * english > words or _everyday(whole):
            return "en"
    return _identified(whole)


def _everyday(text: str) -> bool:
    """Whether the text is English by the frequency of its words: where names leave few function words."""
    words = _WORD.findall(text)
    small = [zipf_frequency(word) for word in words if word[0].islower()]
    if len(small) < FEWEST_SMALL:
        return all(one >= KNOWN for one in small) and all(word[0] <= _LAST_LATIN for word in words)
    return sum(1 for one in small if one >= EVERYDAY) >= MOSTLY * len(small)


def _count(text: str) -> tuple[int, int, bool]:
    """Words, words in Latin letters among them, and whether the text is English by its function words."""
    words = _WORD.findall(text)
    latin = sum(1 for word in words if word[0] <= _LAST_LATIN)
    small = [word for word in words if word[0].islower()] or [word.lower() for word in words]
    return len(words), latin, sum(1 for word in small if word in _FUNCTION_WORDS) >= ENOUGH * len(small)


def _sample(texts: Sequence[str]) -> list[str]:
    """Every n-th text and at most 2,000 characters of each, so that about ``SAMPLE`` characters come together."""
    every = max(1, sum(min(len(text), 2_000) for text in texts) // SAMPLE)
    return [text[:2_000] for text in texts[::every]]


def _identified(text: str) -> str:
    import py3langid  # noqa: PLC0415 - 0.75 CPU s

    code = str(py3langid.classify(text)[0])
    return "en" if code in _NEAR_ENGLISH else code
