"""Uses of a term's form that are none of the term: a noun's form as a verb, and Japanese compounds seen from English.

"You may need to file a report" has no file.  Only what the words around settle is decided.
"""

from __future__ import annotations

import re
import unicodedata

_DETERMINER = (
    r"(?:\s+(?:a|an|the|this|that|these|those|your|my|our|their|his|her|its|it|them|all|any|some|each|every|down|out|up|by)"
    r"\b|\s*[%{])"
)
_BEFORE_VERB = re.compile(
    r"(?:\b(?:to|will|would|can|could|cannot|must|should|shall|may|might|please|don['’]t|didn['’]t|won['’]t|can['’]t|not)|"
    r"(?:\A|[.!?\n])\W{0,3})\s*\Z",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:will|would|cannot|must|should|shall|might|please|don['’]t|didn['’]t|won['’]t|can['’]t)\s+\Z", re.IGNORECASE
)
_AFTER_VERB = re.compile(_DETERMINER, re.IGNORECASE)


def is_verb(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]``, one word, is a verb: after "to" or at the start of a sentence, and before an
    article or the like; or after a modal verb.
    """
    before = text[max(0, start - 40) : start]
    if _MODAL.search(before):
        return True
    return bool(_AFTER_VERB.match(text, end) and _BEFORE_VERB.search(before))


_FUNCTION = frozenset(
    "a about after all and any are as at be been before but by can do does for from had has have he her his if in into "
    "is it its may more must no not of on or over said says she should so than that the their them then there these "
    "they this to under up was we were what when where which who will with would you your".split()
)
_NEIGHBORS = re.compile(r"[\s-]([A-Za-z]{3,})")
_BEFORE = re.compile(r"([A-Za-z]{3,})[\s-]\Z")
SHORTEST = 3
"""Letters of katakana from which a part of a run may be a word: サイト + マップ; タイ in タイプ is none."""


def in_compound(source: str, start: int, end: int, rendering: str, text: str) -> bool:
    """Whether a katakana rendering stands in a longer run of katakana that renders an English compound.

    "Site Maps" → サイトマップ: another word stands right beside the term, and more katakana beside the rendering.
    """
    plain = unicodedata.normalize("NFKC", text)
    base = unicodedata.normalize("NFKC", rendering).rstrip("ー")
    if not re.fullmatch("[ァ-ヺー]{3,}", base):
        return False
    after, before = _NEIGHBORS.match(source, end), _BEFORE.search(source, 0, start)
    if not any(match and match[1].lower() not in _FUNCTION for match in (after, before)):
        return False
    runs = re.findall("[ァ-ヺー]+", plain)
    return any(
        (run.startswith(base) and len(run[len(base) :].lstrip("ー")) >= SHORTEST)
        or (run.rstrip("ー").endswith(base) and len(run.rstrip("ー")) - len(base) >= SHORTEST)
        for run in runs
    )
