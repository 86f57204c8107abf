"""Rules T503 and T505: how a text ends, and whether its brackets and quotation marks are closed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from glossary.checks.finding import about
from glossary.expressions import expression
from glossary.languages.masking import mask
from glossary.model import Finding, Severity
from glossary.units import CatalogFile

_MARKS: Mapping[str, str] = {
    **dict.fromkeys(".。．｡।", "a period"), **dict.fromkeys("?？⁇", "a question mark"), **dict.fromkeys("!！", "!"),
    **dict.fromkeys(":：", "a colon"), **dict.fromkeys("…⋯‥", "an ellipsis"),
}  # fmt: skip
"""End marks of English, Ukrainian, Korean and Japanese: 。 is a period, ： a colon."""
_CLOSERS = " \t\n\u00a0\"'”’»›“‘」』）)]】〉》*_`｣"
_COLONS = tuple(":：")
_QUOTATION = tuple("\"'”’»」』")
_ACCELERATOR = expression(r"\s?\([_&]?[A-Za-z0-9]\)(?=[\s:：.…]*\Z)|[_&](?=\w)")
_ELLIPSIS = expression(r"(?:(?<![\"'“‘«「『])\.\.+|。。+|・・・+)\Z")
"""Dots that leave something out; those between quotation marks are a name ("..", the folder above)."""
_DOTS = tuple(".。・")
_INNER_ELLIPSIS = expression(r"…|\.{3}|・・・|⋯")
_ABBREVIATION = expression(
    r"(?:\b[A-Za-z]|\b(?:etc|Inc|Ltd|Corp|Co|Jr|Sr|St|vs|No|Mr|Mrs|Ms|Dr|min|max|approx|incl|misc|orig|sec|a\.m|p\.m))\.\Z"
)
_ASKING = expression(r"(?:か|かい|かな|でしょう|까|나요|가요|는지|은지|죠|지요|니|까요|세요|시오|주십시오)[.。．]?\Z")
"""Ends of Korean and Japanese questions and polite requests, which need no question mark."""
SENTENCE = 4
"""English words from which a text with a period counts as a sentence, whose translation needs one too."""


def endings(file: CatalogFile) -> Iterator[Finding]:
    """T503: a text that ends in a colon, question mark or ellipsis, and its translation does not, or vice versa.

    A period counts, as information, only in languages that end every sentence with one: not in Korean and
    Japanese.  An exclamation mark never counts: languages shout differently.
    """
    sentences = file.language[:2] not in ("ko", "ja", "zh", "th")
    for translation in file.translations:
        _, _, source, target = translation
        last, end = source[-1], target[-1]
        if last == end or (last.isalnum() and end.isalnum()):
            continue
        if last == "." and end in "。．" and source[-2:-1] != "." and target[-2:-1] not in _DOTS:
            continue
        wanted, have = _mark(source), _mark(target)
        if wanted == have or "!" in (wanted, have) or not target.strip(_CLOSERS):
            continue
        severity: Severity | None = None
        if {wanted, have} == {"a period", ""}:
            if not sentences or len(source.split()) < SENTENCE or (wanted and _ABBREVIATION.search(source)):
                continue
            severity = "info"
        elif wanted == "a question mark" and (not sentences and (file.language[:2] == "ja" or _asks(target))):
            continue
        if (wanted == "an ellipsis" and _INNER_ELLIPSIS.search(target)) or (
            have == "an ellipsis" and _INNER_ELLIPSIS.search(source)
        ):
            continue  # it stands for a word, which has its place elsewhere: "Branch from…" → …에서 브랜치
        if (wanted == "a question mark" and _has(target, "?？")) or (wanted == "a colon" and _has(target[-40:], ":：")):
            continue
        ends = f"the source ends in {wanted or 'no mark'}, the translation in {have or 'none'}"
        yield about("T503", file, translation, ends, severity=severity)


def _mark(text: str) -> str:
    end = text[-40:].rstrip(_CLOSERS)
    if end[-1:] in _COLONS and text[-1:] in _QUOTATION:
        return ""  # of the label that is quoted: the fields «To:» and «Cc:»
    if end[-1:].isalnum() and text[-1:] == ")":
        end = _ACCELERATOR.sub("", text[-40:]).rstrip(_CLOSERS)
    dots = end[-1:] in _DOTS and _ELLIPSIS.search(end)
    return "an ellipsis" if dots else _MARKS.get(end[-1:], "")


def _asks(text: str) -> bool:
    return bool(_ASKING.search(text.rstrip(_CLOSERS)))


def _has(text: str, letters: str) -> bool:
    return any(letter in text for letter in letters)


_PAIRS = {")": "(", "]": "[", "}": "{", "」": "「", "』": "『", "】": "【", "〉": "〈", "》": "《", "»": "«"}
_QUOTES = frozenset("「」『』«»")
_WIDE = str.maketrans("（）［］｛｝", "()[]{}")
_BRACKETS = "()[]{}「」『』【】〈〉《》«»（）［］｛｝"
_BRACKET = expression(r"[()\[\]{}「」『』【】〈〉《》«»（）［］｛｝]")
_COUNTED = tuple(map(tuple, ("()", "[]", "{}", "「」", "『』", "【】", "〈〉", "《》", "«»", "（）", "［］")))
"""Pairs whose counts are compared first: most texts have as many of the one as of the other."""
_PAIRED = frozenset(map("".join, _COUNTED))
_LABEL = expression(r"(?:^|[\s;,.:。、])(?:\d{1,3}|[^\W\d_]|[ivx]{1,4}|[:;]-?)\Z", re.MULTILINE)
"""What stands before a bracket that nobody opens: a), 1), 例）, and smileys."""
_ODD_QUOTES = expression(r"(?<![\w])['‘]|['’](?!\w)")


def brackets(file: CatalogFile) -> Iterator[Finding]:
    """T505: a bracket or quotation mark in pairs that is not closed, or not opened, where the source's all are.

    A quotation may go on over several messages, so quotation marks count only where the source's are in pairs.
    """
    for translation in file.at(file.texts.having(*_BRACKETS)):
        source, target = translation.source, translation.text
        found = _BRACKET.findall(target)
        if len(found) == 2 and found[0] + found[1] in _PAIRED:
            continue
        if all(found.count(one) == found.count(other) for one, other in _COUNTED):
            continue
        place = _unbalanced(target)
        if place < 0 or _unbalanced(source) >= 0 or (target[place] in _QUOTES and not _quotes_paired(source)):
            continue
        message = f"{target[place]} is not {'opened' if target[place].translate(_WIDE) in _PAIRS else 'closed'}"
        yield about("T505", file, translation, message, mark=(place, place + 1))


def _unbalanced(text: str) -> int:
    """Where the first bracket without its partner stands; -1 when there is none."""
    plain = mask(text).translate(_WIDE)
    opened: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(plain):
        bracket, place = match[0], match.start()
        if bracket not in _PAIRS:
            opened.append((bracket, place))
        elif opened and opened[-1][0] == _PAIRS[bracket]:
            opened.pop()
        elif opened or not (bracket == ")" and _LABEL.search(plain, 0, place)):
            return place
    return opened[0][1] if opened else -1


def _quotes_paired(source: str) -> bool:
    return source.count('"') % 2 == 0 and source.count("“") == source.count("”") and not _ODD_QUOTES.search(source)
