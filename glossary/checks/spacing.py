"""Rules T50: what a translation's characters look like, whatever its language: Unicode form, spaces, line breaks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from itertools import compress
from operator import not_

from glossary.checks.finding import about
from glossary.expressions import expression
from glossary.model import Finding, Span
from glossary.units import CatalogFile, Translation

_SPACELESS = frozenset("ja zh th lo my km".split())
"""Languages without spaces between words: a text that is put behind another needs none."""
_INVISIBLE_CHARACTERS = "\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = expression(f"[{_INVISIBLE_CHARACTERS}]")
"""Zero-width space, word joiner, byte order mark, soft hyphen and direction marks: pasted in from a web page."""
_INSIDE = expression(r"(?<=[^\s\x00-\x2f])[ \u00a0]{2,}(?=[^\s|*#:=-])")
_SPACES = expression(" [ ,.;!?]")
"""Asked first: in a text without them there are no doubled spaces, and none before a mark."""
_BEFORE_MARK = expression(r"(?<=\w)[ \u00a0]+(?=[,;.!?](?:\s|\Z))")
_ENDS = expression(r"\A(\s*)(?:.*\S)?(\s*)\Z", re.DOTALL)


def unicode_form(file: CatalogFile) -> Iterator[Finding]:
    """T501: a translation that is not in Unicode Normalization Form C."""
    normal = map(partial(unicodedata.is_normalized, "NFC"), file.texts.texts)
    for translation in compress(file.translations, map(not_, normal)):
        target = translation.text
        start, end = _not_nfc(target)
        message = "not in Unicode form NFC: searches and terms do not match"
        fix = unicodedata.normalize("NFC", target[start:end])
        yield about("T501", file, translation, message, mark=(start, end), fix=fix)


def _not_nfc(text: str) -> Span:
    """From the first character that NFC changes to behind the last."""
    whole = unicodedata.normalize("NFC", text)
    start = next(index for index, (old, new) in enumerate(zip(text, f"{whole}\0", strict=False)) if old != new)
    while start and unicodedata.combining(text[start]):
        start -= 1
    back = next((index for index, (old, new) in enumerate(zip(text[::-1], whole[::-1], strict=False)) if old != new), 0)
    end = max(len(text) - back, start + 1)
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return start, end


def spaces(file: CatalogFile) -> Iterator[Finding]:
    """T502: spaces at an end unlike the source's, doubled, before a comma or period, and invisible characters."""
    edged, hidden = file.edged, file.texts.having(*_INVISIBLE_CHARACTERS)
    for row in sorted(file.texts.matching(_SPACES) | hidden | edged):
        translation = file.translations[row]
        _, _, source, target = translation
        if row in edged:
            yield from _ends(file, translation)
        if "  " in target and "  " not in source:
            for match in _INSIDE.finditer(target):
                yield about("T502", file, translation, "more than one space", mark=match.span(), fix=" ")
        if " ," in target or " ." in target or " ;" in target or " !" in target or " ?" in target:
            yield from _before_marks(file, translation)
        if row in hidden:
            for match in _INVISIBLE.finditer(target):
                if match[0] not in source:
                    message = f"invisible character {unicodedata.name(match[0], 'unnamed')}"
                    yield about("T502", file, translation, message, mark=match.span(), fix="")
                    break


def _ends(file: CatalogFile, translation: Translation) -> Iterator[Finding]:
    wanted, found = _ENDS.match(translation.source), _ENDS.match(translation.text)
    if not (wanted and found and translation.source.strip()):
        return
    for group, place in ((1, "start"), (2, "end")):
        want, have = wanted[group], found[group]
        if want.count("\n") == have.count("\n") and want != have and (want.strip("\n") or have.strip("\n")):
            if "\n" in want or (len(have) <= len(want) and file.language[:2] in _SPACELESS):
                continue  # behind a line break they indent the text in the program's source or a page's
            what = "has spaces that the source lacks" if len(have) > len(want) else "lacks spaces that the source has"
            message = f"the {place} {what}"
            yield about("T502", file, translation, message, mark=found.span(group), fix=want)


def _before_marks(file: CatalogFile, translation: Translation) -> Iterator[Finding]:
    if _BEFORE_MARK.search(translation.source):
        return
    for match in _BEFORE_MARK.finditer(translation.text):
        message = f"space before “{translation.text[match.end()]}”"
        yield about("T502", file, translation, message, mark=match.span(), fix="")


def line_breaks(file: CatalogFile) -> Iterator[Finding]:
    """T504: a line break at the start or end of only one of the two texts, which msgfmt refuses."""
    for translation in file.at(file.edged | file.plural):  # the English singular of a plural form is in no row
        source, target = translation.unit.source, translation.text
        if source[:1] != "\n" != target[0] and source[-1:] != "\n" != target[-1]:
            continue
        for place, mine, theirs in (
            ("start", target[0] == "\n", source[:1] == "\n"),
            ("end", target[-1] == "\n", source[-1:] == "\n"),
        ):
            if mine != theirs:
                what = "a line break that the source lacks" if mine else "no line break, as the source has"
                yield about("T504", file, translation, f"{what} at the {place}")
