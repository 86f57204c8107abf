"""Ukrainian: does this text use that rendering, in whatever case and number?

Each word of the rendering is expanded once to the forms it can have; a text is cut into words once; matching
is a look-up.  A word with a capital letter wants one in the text: Того (Togo) is not того (of that).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from glossary.expressions import expression
from glossary.languages.folding import Folded, fold
from glossary.languages.ukrainian_adjectives import Role, adjective_forms
from glossary.languages.ukrainian_derivation import adjective_stems, head_of, is_made_of, is_verb_of
from glossary.languages.ukrainian_dictionary import dictionary_forms
from glossary.languages.ukrainian_nouns import noun_forms
from glossary.languages.uses import Use, Verdict
from glossary.languages.words import Words, cutter

_APOSTROPHES = {ord(mark): "'" for mark in "’‘ʼ`′ʹ＇"}
_DROPPED = expression(r"(?<=[аеєиіїоуюяАЕЄИІЇОУЮЯ\u0308])\u0301|\u00ad|(?<=[а-яієїґА-ЯІЄЇҐ])[_&](?=[а-яієїґА-ЯІЄЇҐ])")
"""Stress marks, soft hyphens, and the accelerator marks of menus inside a word (По_даток)."""
_ASKED = expression("[’‘ʼ`′ʹ＇\u0301\u00ad_&]")
_CYRILLIC = expression(r"[а-яієїґ'-]+")


def fold_ukrainian(text: str) -> Folded:
    """One Unicode form, one apostrophe, no stress marks."""
    return fold(text, "NFC", _APOSTROPHES, _DROPPED, _ASKED)


words_of = cutter(fold_ukrainian)


@lru_cache(maxsize=16_384)
def forms(word: str, role: Role) -> frozenset[str]:
    """The forms of one word (lower case, straight apostrophe), itself included."""
    if not _CYRILLIC.fullmatch(word) or len(word) < 2:
        return frozenset((word,))
    by_rule = noun_forms(word, name=role == "name") | adjective_forms(word, role)
    return frozenset({word} | by_rule | dictionary_forms(word, adjectives=role == "word"))


class Part(NamedTuple):
    """One word of a rendering."""

    word: str
    forms: frozenset[str]
    capital: bool
    shout: bool
    joint: str
    """What ties it to the next, as in ``Words.joint``; empty for the last."""


class Ukrainian(NamedTuple):
    """A matcher of one Ukrainian rendering."""

    parts: tuple[Part, ...]

    def uses(self, text: str) -> tuple[Use, ...]:
        """All uses, in the order of the text."""
        words = words_of(text)
        if not self.parts or len(words.spans) < len(self.parts):
            return ()
        first = self.parts[0].forms
        if first.isdisjoint(words.places):
            return tuple(self._derived(words))
        starts = sorted(place for form in first.intersection(words.places) for place in words.places[form])
        found: list[Use] = []
        free = 0
        for start in starts:
            use = self._use(words, start) if start >= free else None
            if use:
                found.append(use)
                free = start + len(self.parts)
        return tuple(found) or tuple(self._derived(words))

    def _derived(self, words: Words) -> Iterator[Use]:
        """Adjectives and verbs made of the rendering, where it is one noun."""
        if len(self.parts) > 1 or self.parts[0].shout:
            return
        noun, shared = self.parts[0].word, self.parts[0].word[:3]
        if shared not in words.folded.text:
            return
        stems = adjective_stems(noun)
        made = {
            index: note
            for word in words.places
            if word.startswith(shared)
            for note in [_made_of(word, noun, stems)]
            if note
            for index in words.places[word]
        }
        for index in sorted(made):
            yield Use(*words.folded.span(*words.spans[index]), "adapted", made[index])
        for word in () if self.parts[0].capital else words.places:
            if shared in word[2:] and head_of(word) in self.parts[0].forms:
                for index in words.places[word]:
                    yield Use(*words.folded.span(*words.spans[index]), "inside", f"in {word}")

    def _use(self, words: Words, first: int) -> Use | None:
        last = first + len(self.parts) - 1
        if last >= len(words.spans):
            return None
        same, case = True, True
        for index, part in enumerate(self.parts, first):
            word = words.word(index)
            if word not in part.forms or (index < last and words.joint(index) != part.joint):
                return None
            same = same and word == part.word
            case = case and _case_fits(part, words.cased(index))
        if (not case and len(self.parts) == 1) or words.glued(first, last):
            return None
        start, end = words.folded.span(words.spans[first][0], words.spans[last][1])
        if words.hyphenated(first, last):
            return Use(start, end, "inside", "part of a word with a hyphen")
        if not case:
            return Use(start, end, "variant", "capital letters differ")
        verdict: Verdict = "exact" if same else "inflected"
        return Use(start, end, verdict)


def _made_of(word: str, noun: str, stems: tuple[str, ...]) -> str:
    """What a word that is made of a noun is, in words for people; empty when it is not made of it."""
    if word.startswith(stems) and is_made_of(word, noun):
        return "an adjective made of it"
    return "a verb made of it" if is_verb_of(word, noun) else ""


def _case_fits(part: Part, written: str) -> bool:
    """Whether a word as written has the capital letters that the rendering's has."""
    if part.shout:
        return written.isupper()
    return not part.capital or written[0].isupper()


def matcher(rendering: str) -> Ukrainian:
    """The matcher of one rendering."""
    words = words_of(rendering)
    parts = []
    for index in range(len(words.spans)):
        word, cased = words.word(index), words.cased(index)
        shout = len(cased) > 1 and cased.isupper()
        known = frozenset((word,)) if shout else forms(word, _role(words, index))
        joint = words.joint(index) if index + 1 < len(words.spans) else ""
        parts.append(Part(word, known, cased[0].isupper(), shout, joint))
    return Ukrainian(tuple(parts))


def _role(words: Words, index: int) -> Role:
    last = len(words.spans) - 1
    if words.cased(index)[0].isupper() and index == last:
        return "name"
    if all(words.joint(place) == "-" for place in range(last)):
        return "word"
    return "modifier" if index < last else "head"
