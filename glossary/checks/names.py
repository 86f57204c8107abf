"""Rule T103: names left in Latin letters."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

import ahocorasick_rs

from glossary.checks.finding import about, everywhere
from glossary.expressions import expression
from glossary.languages.masking import mask
from glossary.model import Finding, Span
from glossary.units import CatalogFile, Translation

_OTHER_SCRIPTS = frozenset("uk ru be bg el ko ja zh th ka hy he ar fa hi".split())
_NAME = expression(r"(?<![\w./@#&-])[A-Z][a-z]{2,}(?:-[A-Z]?[a-z]{2,})*(?![\w/@.-]*[A-Z0-9_@/])")
_BRACKETS = expression(r"[(\[（［「『\"“«‘'„][^()\[\]（）［］「」『』\"”»’]{0,200}[)\]）］」』\"”»’'“]")
_LATIN = expression(r"[A-Z][a-z]{2,}")
_RUN = expression(r"[A-Za-z][\w'’.&-]*(?:\s+[A-Za-z][\w'’.&-]*)*")
_KEYS = frozenset("Enter Return Shift Ctrl Control Alt Esc Escape Tab Delete Insert Backspace Space Home End".split())
"""Keys of a keyboard, which keep the name that stands on them."""
OFTEN = 3
"""Messages with a name from which it can be told whether it is rendered or left."""
FEW = 1 / 3
"""Share of them in which a name is left, up to which that is taken for a slip: brands are left nearly always."""


def latin_names(files: Sequence[CatalogFile]) -> Iterator[Finding]:
    """T103: a name that stands in Latin letters in a translation, and in most others of its language does not."""
    files = [file.distinct for file in files]
    left: dict[str, list[tuple[CatalogFile, Translation, Span, Span]]] = defaultdict(list)
    for file in files:
        if file.language[:2] in _OTHER_SCRIPTS:
            for translation in file.at(file.texts.matching(_LATIN)):
                if translation.text != translation.source:
                    for name, span, place in _left(translation):
                        left[name].append((file, translation, span, place))
    seen, kept = _seen(files, left)
    rare = {name for name in left if seen[name] >= OFTEN and kept[name] <= FEW * seen[name]}
    slips = rare - _words(files, rare) if rare else set()
    for name in sorted(slips):
        for file, translation, span, place in left[name]:
            run = next(match for match in _RUN.finditer(translation.text) if match.end() >= place[1])
            if all(word in slips for word in re.findall(r"[^\s]+", run[0].rstrip(".'’"))):
                message = f"the name {name} is left in Latin letters"
                finding = about("T103", file, translation, message, source_mark=span, mark=place)
                yield from everywhere(finding, file)


def _seen(files: Sequence[CatalogFile], names: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """In how many messages each name stands, and in how many of them also in the translation, in brackets or not."""
    listed = list(names)
    automaton = ahocorasick_rs.AhoCorasick(listed)
    seen, kept = Counter[str](), Counter[str]()
    for file in files:
        whole = file.sources.whole
        places = {
            (file.sources.row(start), listed[index])
            for index, start, end in automaton.find_matches_as_indexes(whole, overlapping=True)
            if not (whole[start - 1].isalnum() or whole[end].isalnum())  # before the first, [-1] is the NUL at the end
        }
        for row, name in places:
            translation = file.translations[row]
            times = file.times(translation.unit)
            seen[name] += times
            kept[name] += times * (name.lower() in translation.text.lower())  # Javascript → JavaScript
    return seen, kept


def _words(files: Sequence[CatalogFile], names: Iterable[str]) -> set[str]:
    """Those names that are also written in lower case somewhere, and so are words: Enter, Control, Sun."""
    listed = list(names)
    automaton = ahocorasick_rs.AhoCorasick([name.lower() for name in listed])
    words = set()
    for file in files:
        whole = "\0".join(["", *map(attrgetter("source"), file.units), ""])
        for index, start, end in automaton.find_matches_as_indexes(whole, overlapping=True):
            before, after = whole[start - 1], whole[end]
            if not (before.isalnum() or after.isalnum() or before in "-._" or after in "-_"):
                words.add(listed[index])
    return words


def _left(translation: Translation) -> Iterator[tuple[str, Span, Span]]:
    """The names that a translation has in Latin letters, not in brackets or quotation marks; where in both texts."""
    bare = ""
    for match in _NAME.finditer(translation.text):
        start = translation.source.find(match[0])
        if start >= 0 and match[0] not in _KEYS and _names_something(translation.source, start):
            bare = bare or _BRACKETS.sub(lambda found: " " * len(found[0]), mask(translation.text))
            if bare[match.start() : match.end()] == match[0]:
                yield match[0], (start, start + len(match[0])), match.span()


def _names_something(source: str, start: int) -> bool:
    """Whether a capitalized word is not there because a sentence starts."""
    before = source[:start].rstrip(" \"'“‘(")
    return bool(before) and before[-1] not in ".!?:;\n…|•*-–—>"
