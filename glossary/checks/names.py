"""Rule T103: names left in Latin letters."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import ahocorasick_rs

from glossary.checks.finding import about
from glossary.languages.masking import mask
from glossary.model import Finding, Span
from glossary.units import CatalogFile, Translation

_OTHER_SCRIPTS = frozenset("uk ru be bg el ko ja zh th ka hy he ar fa hi".split())
_NAME = re.compile(r"(?<![\w./@#&-])[A-Z][a-z]{2,}(?:-[A-Z]?[a-z]{2,})*(?![\w/@.-]*[A-Z0-9_@/])")
_BRACKETS = re.compile(r"[(\[（［「『\"“«‘'„][^()\[\]（）［］「」『』\"”»’]{0,200}[)\]）］」』\"”»’'“]")
_LATIN = re.compile(r"[A-Z][a-z]{2,}")
_RUN = re.compile(r"[A-Za-z][\w'’.&-]*(?:\s+[A-Za-z][\w'’.&-]*)*")
OFTEN = 3
"""Messages with a name from which it can be told whether it is rendered or left."""
FEW = 1 / 3
"""Share of them in which a name is left, up to which that is taken for a slip: brands are left nearly always."""


def latin_names(files: Sequence[CatalogFile]) -> Iterator[Finding]:
    """T103: a name that stands in Latin letters in a translation, and in most others of its language does not."""
    left: dict[str, list[tuple[CatalogFile, Translation, Span, Span]]] = defaultdict(list)
    for file in files:
        if file.language[:2] in _OTHER_SCRIPTS:
            for translation in file.translations:
                if _LATIN.search(translation.text) and translation.text != translation.source:
                    spans = {translation.source[start:end]: (start, end) for start, end in _names(translation.source)}
                    for name, place in _left(translation.text, spans):
                        left[name].append((file, translation, spans[name], place))
    seen = _seen(files, left)
    rare = {name for name, places in left.items() if seen[name] >= OFTEN and len(places) <= FEW * seen[name]}
    slips = rare - _words(files, rare)
    for name in sorted(slips):
        for file, translation, span, place in left[name]:
            run = next(match for match in _RUN.finditer(translation.text) if match.end() >= place[1])
            if all(word in slips for word in re.findall(r"[^\s]+", run[0].rstrip(".'’"))):
                message = f"the name {name} is left in Latin letters"
                yield about("T103", file, translation, message, source_mark=span, mark=place)


def _seen(files: Sequence[CatalogFile], names: Iterable[str]) -> Counter[str]:
    """In how many translated messages each name stands."""
    listed = list(names)
    automaton = ahocorasick_rs.AhoCorasick(listed)
    seen: Counter[str] = Counter()
    for file in files:
        for translation in file.translations:
            found = automaton.find_matches_as_indexes(translation.source, overlapping=True)
            if found:
                text = translation.source
                seen.update({
                    listed[index] for index, start, end in found
                    if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
                })  # fmt: skip
    return seen


def _words(files: Sequence[CatalogFile], names: Iterable[str]) -> set[str]:
    """Those names that are also written in lower case somewhere, and so are words: Enter, Control, Sun."""
    low = {name.lower(): name for name in names}
    if not low:
        return set()
    pattern = re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, low))})(?![\w-])")
    found = (pattern.findall(unit.source) for file in files for unit in file.units)
    return {low[word] for words in found for word in words}


def _names(source: str) -> list[Span]:
    """Capitalized words of a text that are not there because a sentence starts."""
    found = []
    text = mask(source)
    for match in _NAME.finditer(text):
        before = text[: match.start()].rstrip(" \"'“‘(")
        if before and before[-1] not in ".!?:;\n…|•*-–—>":
            found.append(match.span())
    return found


def _left(text: str, names: Iterable[str]) -> Iterator[tuple[str, Span]]:
    """The names that a translation has in Latin letters, not in brackets or quotation marks, and where."""
    bare = _BRACKETS.sub(lambda match: " " * len(match[0]), mask(text))
    for name in names:
        match = re.search(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", bare)
        if match:
            yield name, match.span()
