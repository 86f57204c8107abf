"""spaCy tokens → words: sentences kept whole, and names cut free of prefixes, suffixes and other names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from glossary.candidates.words import LONGEST, Word
from glossary.languages.english import fold_case

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

HYPHENS = frozenset("-‐‑")
_CAPITAL = re.compile(r"(?:(?:a[lsnt]|ash|el|ul|ad|ar|az)-)?(?:[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я]|[a-z0-9]{1,2}[A-Z]|\d+[A-Z])")


def spans(doc: Doc) -> Iterator[Span]:
    """The sentences, with those joined that the splitter cut inside brackets: "the DPRK [North Korea] in …"."""
    start, depth = 0, 0
    for span in doc.sents:
        marks = Counter(token.text for token in span)
        depth = max(0, depth + marks["("] + marks["["] - marks[")"] - marks["]"])
        cut = depth > 0 or any(token.text.rstrip(".") in _NEVER_LAST for token in span[-2:])
        if cut and span.end < len(doc) and span.end - start < BRACKETED:
            continue
        yield doc[start : span.end]
        start, depth = span.end, 0


_NEVER_LAST = frozenset("Lt Maj Brig Gen Col Capt Adm Sgt Dr Mr Mrs Ms Prof St Sen Rep Gov".split())
"""Abbreviations after whose full stop a sentence goes on: "Lt. Gen. Park"."""
BRACKETED = 200
"""Tokens after which an open bracket no longer joins sentences: it was never closed."""


def words_of(tokens: Iterable[Token], offset: int) -> Iterator[Word]:
    """The words of a sentence; ``offset`` is the number of entities in the document before its segment."""
    group: list[Token] = []
    for token in tokens:
        if token.is_space:
            continue
        if group and not _joined(group, token):
            yield _word(group, offset)
            group = []
        elif len(group) == 2 and group[0].text[0].isupper() and _two_names(group[0], token):
            yield _word(group[:1], offset)
            group = []
        elif len(group) == 2 and group[0].text[0].isupper() and _suffixed(group[0], token):
            yield _word(group[:1], offset)
            group = []
            continue
        if _prefixed(group, token):
            group = []
        group.append(token)
    if group:
        yield _word(group, offset)


def _joined(group: list[Token], token: Token) -> bool:
    last = group[-1]
    if last.whitespace_ or last.idx + len(last.text) != token.idx:
        return False
    if token.text in HYPHENS:
        return last.text[-1].isalnum() or last.text[-1] == "."
    return last.text in HYPHENS and len(group) > 1 and token.text[0].isalnum()


PREFIXES = frozenset("anti ex inter mid neo non post pre pro then trans".split())
"""Prefixes that stand with a hyphen before a whole name: "pro-Kremlin", "post-Cold War"."""
DIRECTIONS = frozenset(("North", "South", "East", "West"))
SUFFIXES = frozenset(("era", "style"))
"""Words that stand with a hyphen behind a whole name: "Cold War-era"."""


def _two_names(name: Token, token: Token) -> bool:
    """Whether the hyphen joins two names of which one is longer: "U.S.-North Korean", "South Korea-Japan"."""
    before = name.doc[name.i - 1].text if name.i else ""
    return token.text in DIRECTIONS or (before in DIRECTIONS and token.text[0].isupper())


def _suffixed(name: Token, token: Token) -> bool:
    """Whether ``token`` behind the hyphen belongs to all of a longer name: "United Nations-authorized"."""
    if token.text in SUFFIXES:
        return True
    participle = token.text.endswith("ed") or token.text in ("led", "made", "run", "held", "built")
    before = name.doc[name.i - 1] if name.i else None
    return participle and len(token.text) > 2 and before is not None and before.text[0].isupper() and (
        name.ent_iob_ == "I" or before.tag_ == "NNP"
    )  # fmt: skip


def _prefixed(group: list[Token], token: Token) -> bool:
    """Whether the group is only a prefix, and the name itself begins now."""
    return len(group) == 2 and group[0].text in PREFIXES and group[1].text in HYPHENS and token.text[:1].isupper()


def _word(group: list[Token], offset: int) -> Word:
    if len(group) > 1 and group[-1].text in HYPHENS:  # a dangling hyphen: "short- and long-range"
        group = group[:-1]
    first, last = group[0], group[-1]
    text = "".join(token.text for token in group)
    label = first.ent_type_
    if len(group) > 1 and label and not last.ent_type_ and (label == "NORP" or not last.text[0].islower()):
        label = ""  # "Russian-made" is no Russian; but "Suk-yeol" is all of Yoon
    tag = "JJ" if len(group) > 1 and last.tag_ in ("VBN", "VBD", "VBG") else last.tag_
    if len(group) > 1 and first.tag_ in ("NNP", "NNPS") and last.text[0].islower() and label:
        tag = "NNP"
    entity = offset + _entity_number(first) if label else -1
    lower = fold_case(text) or text
    capital = bool(_CAPITAL.match(text)) and lower != "i"
    return Word(text, lower, tag, label, entity, first.idx, last.idx + len(last.text), capital)


def _entity_number(token: Token) -> int:
    """Number of the entity in its Doc: entities are non-overlapping, so its start names it."""
    index = token.i
    while index and token.doc[index].ent_iob_ == "I" and token.i - index < LONGEST:
        index -= 1
    return index
