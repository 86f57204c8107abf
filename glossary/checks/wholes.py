"""Rules T10: a translation as a whole: a copy of the English, two translations of one text, plural forms missing."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import compress
from operator import eq, or_

from glossary.checks.finding import about
from glossary.checks.plurals import forms_of
from glossary.expressions import expression
from glossary.languages.masking import BLANK, mask
from glossary.languages.matching import matcher_for
from glossary.model import Finding
from glossary.units import CatalogFile, Translation, translations

_WORD = expression(r"(?<![/\w])(?![A-Z]{2})(?:[A-Za-z]{2,}|a(?= [a-z]{2}))(?!/)")
_FIXED = expression(
    r"(?:[Cc]opyright ?)?(?:©|\([Cc]\))|[Cc]opyright [\d%{]|"
    r"(?:(?:[A-Z]\w+|an?|and|for|in|of|on|the) )+\([A-Z][A-Z.-]+\)\Z|"
    r"(?:[A-Z]\w+ )+License,? (?:version |v)[\d.]+(?: or later)?\Z"
)
"""Texts that stay in English: copyright notices, whose word "Copyright" must (GNU Coding Standards, 4.8.1), names
with their abbreviation: Open Data Commons Public Domain Dedication and License (PDDL), and those of licenses, whose
names end in "or later" too (SPDX License List)."""
_GRAMMAR = frozenset(
    "a about after all an and any are as at be been before but by can cannot do does for from had has have he her his "
    "if in into is it its may more must no not of on or over she should so than that the their them then there these "
    "they this to under was we were what when where which who will with would you your".split()
)
"""English words that no name, title of a product or line of code is likely to have: a text with one is a sentence."""
COPIED_WORDS = 3
"""Words from which a text with such a word counts as one to translate."""
LABEL = 3
"""Words from which a text says what it means; fewer are labels, which may mean two things ("Port", "Change")."""
_CONTEXT = expression(r"\A\?[\w/-]+:|\A[\w-]+\|(?=\S)")
"""A context in front of the text, as programs without msgctxt give it: ``?verb:Open``, ``Menu|Open``."""
_WORDS = expression(r"[^\W\d_][\w'’-]*")
_LETTERS = expression(r"[^\W\d_]{3}")
_CLOSING = expression(r"[\s.。．!！?？:：…]+\Z")


def copies(file: CatalogFile) -> Iterator[Finding]:
    """T101: an English sentence that stands as its own translation."""
    if file.language[:2] == "en":
        return
    sources, texts = file.sources.texts, file.texts.texts
    same, latin = map(eq, sources, texts), map(str.isascii, texts)  # of most texts neither is true
    for translation in compress(file.translations, map(or_, same, latin)):
        _, _, source, text = translation
        if " " in source and (text == source or text.strip() == source.strip()):
            words = _WORD.findall(mask(_CONTEXT.sub("", source)).replace(BLANK, " "))
            if len(words) >= COPIED_WORDS and not (_GRAMMAR.isdisjoint(words) or _FIXED.match(source)):
                yield about("T101", file, translation, "the translation is the English text")


def plurals(file: CatalogFile) -> Iterator[Finding]:
    """T104: a message with plural forms that has other forms than its language, or some of them empty."""
    wanted = forms_of(file)
    for unit in file.units:
        if not unit.plural or unit.fuzzy or not any(unit.targets):
            continue
        missing = [str(index) for index, target in enumerate(unit.targets) if not target]
        if wanted and len(unit.targets) != wanted:
            message = f"{len(unit.targets)} plural forms, where the header says {wanted}"
        elif missing:
            message = f"no translation for plural form {', '.join(missing)}"
        else:
            continue
        first = next(index for index, target in enumerate(unit.targets) if target)
        yield about("T104", file, Translation(unit, first, unit.source, unit.targets[first]), message)


def two_ways(files: Sequence[CatalogFile]) -> Iterator[Finding]:
    """T102: one English text translated two ways in the catalogs of one language.

    The translation that most messages have (of equals the first) is taken for the agreed one.  Under two contexts
    two translations may be meant, and a short label may mean two things, so those are only information.  Case,
    inflection and the closing mark make no second way.
    """
    texts: dict[str, str] = {}
    several = set()
    for file in files:
        for (_, _, source, _, _, _, _), form, _, text in file.distinct.translations:
            if not form and texts.setdefault(source, text) != text:
                several.add(source)
    groups: dict[str, list[tuple[CatalogFile, Translation]]] = defaultdict(list)
    for file in files if several else ():
        for translation in translations(unit for unit in file.units if unit.source in several):
            if translation.form == 0:
                groups[translation.unit.source].append((file, translation))
    for members in groups.values():
        yield from _conflicts(members)


def _conflicts(members: Sequence[tuple[CatalogFile, Translation]]) -> Iterator[Finding]:
    texts = Counter(_folded(translation.text) for _, translation in members)
    agreed, count = texts.most_common(1)[0]
    agreed_file, agreed_one = next(member for member in members if _folded(member[1].text) == agreed)
    for file, translation in members:
        folded = _folded(translation.text)
        if folded == agreed or _inflected(folded, agreed, file.language):
            continue
        if _told_apart(translation, agreed_one):
            continue
        sentence = len(_WORDS.findall(mask(translation.source))) >= LABEL
        same = translation.unit.context == agreed_one.unit.context
        times = f", {count} times" if count > 1 else ""
        message = f"translated otherwise in {agreed_file.path}:{agreed_one.unit.line}{times}"
        yield about(
            "T102", file, translation, message, expected=agreed_one.text, severity=None if same and sentence else "info"
        )


def _told_apart(one: Translation, other: Translation) -> bool:
    """Whether two messages are too short to be one text under two contexts: T of Tuesday and of Thursday, {}th."""
    return one.unit.context != other.unit.context and not _LETTERS.search(mask(one.source))


def _folded(text: str) -> str:
    return _CLOSING.sub("", unicodedata.normalize("NFKC", text).casefold().strip())


def _inflected(one: str, other: str, language: str) -> bool:
    """Whether one text is the other in another case or number."""
    return any(
        use.start == 0 and use.end == len(text)
        for rendering, text in ((one, other), (other, one))
        for use in matcher_for(rendering, language).uses(text)
    )
