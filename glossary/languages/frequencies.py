"""How frequent words are in general English: the list of ``wordfreq``, read without loading all of the package.

With it come 0.2 s of what cuts texts of forty languages into words; it is asked for what is no plain word.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from importlib.util import find_spec
from itertools import repeat
from pathlib import Path

from glossary.expressions import expression

LAST_LETTER = "\u024f"
"""The end of Latin Extended-B: beyond it ``wordfreq`` cuts and folds words in ways of its own."""

WHOLE = expression(r"(?:[a-z]+\.)+[a-z]*|(?:[0-9]?[a-z]+)*[0-9]?|[a-z]{3,}'[a-z]+", re.ASCII)
"""Words with other signs than letters that Unicode's rules (UAX #29) and those of ``wordfreq`` leave whole: "u.s.",
which is looked up without its last period, "g7" and "world's"; numbers of several digits are looked up otherwise, and
before an apostrophe one or two letters are a word by themselves, as in French."""


def zipf_frequency(word: str) -> float:
    """Zipf frequency (log10 of uses per billion words) of a word in general English, 0–8; 0 for unknown ones.

    What ``wordfreq.zipf_frequency(word, "en")`` gives (https://github.com/rspeer/wordfreq).
    """
    if not word:
        return 0.0
    places = _places()
    if places and _is_plain(word):
        place = places.get(word.lower().rstrip("."))
        return 0.0 if place is None else (900 - place) / 100
    import wordfreq  # noqa: PLC0415  (slow to load)

    return float(wordfreq.zipf_frequency(word, "en"))


def _is_plain(word: str) -> bool:
    """Whether a word is looked up as it stands, but for a last period."""
    if word.isascii():
        return word.isalpha() or WHOLE.fullmatch(word.lower()) is not None
    if not word.isalpha():
        return False
    folds_plainly = word.lower() == word.casefold()
    return max(word) <= LAST_LETTER and folds_plainly and unicodedata.is_normalized("NFC", word)


@lru_cache(maxsize=1)
def _places() -> Mapping[str, int]:
    """Word → its frequency in negative centibels, as ``wordfreq.read_cBpack`` says; empty for another list."""
    import msgpack  # noqa: PLC0415  (with which wordfreq reads it, too)

    spec = find_spec("wordfreq")
    found: dict[str, int] = {}
    for folder in (spec and spec.submodule_search_locations) or ():
        with suppress(OSError, ValueError), gzip.open(Path(folder, "data", "large_en.msgpack.gz")) as file:
            head, *buckets = msgpack.load(file, raw=False)
            if head == {"format": "cB", "version": 1}:
                for place, bucket in enumerate(buckets):
                    found.update(zip(bucket, repeat(place)))
    return found
