"""Uses of a term's form that are none of the term: a noun's form as a verb, and Japanese compounds seen from English.

"You may need to file a report" has no file.  Only what the words around settle is decided.
"""

from __future__ import annotations

import re

from glossary.expressions import expression
from glossary.languages.japanese import NEVER_FIRST, fold_japanese

_DETERMINER = (
    r"(?:\s+(?:a|an|the|this|that|these|those|your|my|our|their|his|her|its|it|them|all|any|some|each|every|down|out|up|by)"
    r"\b|\s*[%{])"
)
_BEFORE_VERB = expression(
    r"(?:\b(?:to|will|would|can|could|cannot|must|should|shall|may|might|please|don['’]t|didn['’]t|won['’]t|can['’]t|not)|"
    r"(?:\A|[.!?\n])\W{0,3})\s*\Z",
    re.IGNORECASE,
)
_MODAL = expression(
    r"\b(?:(?:(?:will|would|can|could|must|should|shall|might)(?:\s+not)?|may\s+not|cannot|please|don['’]t|didn['’]t|"
    r"won['’]t|can['’]t)\s+|"
    r"(?:able|allowed|click|free|going|here|how|is|like|necessary|need|needs|order|possible|press|ready|required|select|"
    r"sure|tap|try|trying|type|typing|used|want|wants|way|when|where|whether|wish)\s+to\s+)\Z",
    re.IGNORECASE,
)
"""Words behind which only a verb can stand without an article: modal verbs, and those that ask for an infinitive."""
_MODAL_ENDS = tuple("will would can could must should shall might not cannot please 't ’t to".split())
"""What a text ends in that ``_MODAL`` matches, but for the spaces behind it: a quick no for all others."""
_AFTER_VERB = expression(_DETERMINER, re.IGNORECASE)


def is_verb(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]``, one word, is a verb: after "to" or at the start of a sentence, and before an
    article or the like; or after a modal verb, or a "to" that asks for one ("able to").
    """
    before = text[max(0, start - 40) : start]
    if before.rstrip().lower().endswith(_MODAL_ENDS) and _MODAL.search(before):
        return True
    return bool(_AFTER_VERB.match(text, end) and _BEFORE_VERB.search(before))


_CODE = r"[\w.:@$%~\\-]*"
_BEFORE_TOKEN, _AFTER_TOKEN = expression(rf"{_CODE}\Z"), expression(_CODE)
_QUOTES = frozenset("\"'`“‘")
_OTHER_CAPITAL = expression(r" [A-Z]\w+")


def is_kept(source: str, start: int, end: int, form: str, text: str) -> bool:
    """Whether ``source[start:end]`` is part of code or of a product's name, which the translation has as it is.

    Of code: font-family, library.db, user@host, $LANGUAGE, "author".  Of a name: another word with a capital letter
    stands beside it in both texts (Media Server), or it is the plural of the term's ``form`` with a capital letter
    inside a sentence (on Windows).
    """
    word = source[start:end]
    if word not in text:
        return False
    before, after = _BEFORE_TOKEN.search(source, max(0, start - 40), start), _AFTER_TOKEN.match(source, end)
    token = f"{before[0] if before else ''}{word}{after[0] if after else ''}".strip(".:-")
    if token != word and token in text:
        return True
    if source[start - 1 : start] in _QUOTES and f"{source[start - 1]}{word}{source[end : end + 1]}" in text:
        return True
    if source == text or not word[0].isupper():
        return False
    behind, front = _OTHER_CAPITAL.match(source, end), source[:start].rstrip().rpartition(" ")[2]
    if front.islower() and word.endswith("s") and word.lower() != form:
        return True
    pairs = [f"{word}{behind[0]}"] if behind else []
    pairs += [f"{front} {word}"] if front[:1].isupper() else []
    return any(pair in text for pair in pairs)


_FUNCTION = frozenset(
    "a about after all and any are as at be been before but by can do does for from had has have he her his if in into "
    "is it its may more must no not of on or over said says she should so than that the their them then there these "
    "they this to under up was we were what when where which who will with would you your".split()
)
_WORDS = expression(r"[^\W\d_]+")


def is_alone(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is all that a text says: nothing beside it but words of grammar."""
    return _FUNCTION.issuperset(word.lower() for word in _WORDS.findall(text[:start] + " " + text[end:]))


_NEIGHBORS = expression(r"[\s-][_&~]?([A-Za-z]{3,})")
_KATAKANA_WORD, _KATAKANA = expression("[ァ-ヺー]{3,}"), expression("[ァ-ヺー]+")
_BEFORE = expression(r"([A-Za-z]{3,})[\s-][_&~]?\Z")
SHORTEST = 2
"""Letters of katakana from which what stands beside a word of three or more may be one, too: サーバ + ログ."""
_NEVER_FIRST = tuple(NEVER_FIRST - {"ー"})
"""What stands behind the word begins with none of them: マン in カメラマン may be one, ント in サーバント is none."""


def in_compound(source: str, start: int, end: int, rendering: str, text: str) -> bool:
    """Whether a katakana rendering stands in a longer run of katakana that renders an English compound.

    "Site Maps" → サイトマップ: another word stands right beside the term, and more katakana beside the rendering.
    """
    base = fold_japanese(rendering).cased.rstrip("ー")
    if not _KATAKANA_WORD.fullmatch(base):
        return False
    after, before = _NEIGHBORS.match(source, end), _BEFORE.search(source, max(0, start - 40), start)
    if not any(match and match[1].lower() not in _FUNCTION for match in (after, before)):
        return False
    plain = fold_japanese(text).cased
    return base in plain and any(_among(run, base) for run in _KATAKANA.findall(plain))


def _among(run: str, base: str) -> bool:
    """Whether a run of katakana is the word ``base`` with other words before or behind it."""
    for match in re.finditer(re.escape(base), run):
        left, right = run[: match.start()], run[match.end() :].removeprefix("ー")
        parts = [part for part in (left, right) if part]
        if parts and all(len(part) >= SHORTEST for part in parts) and not right.startswith(_NEVER_FIRST):
            return True
    return False
