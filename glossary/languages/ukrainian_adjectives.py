"""The forms of a Ukrainian adjective, and of surnames and nouns that decline like one.

After the Ukrainian orthography of 2019, §§ 101–104 (adjectives) and 88 (surnames).
"""

from __future__ import annotations

from typing import Literal

from glossary.expressions import expression

Role = Literal["word", "modifier", "head", "name"]
"""What a word is in its rendering: all of it (lower case), a word before others, the last of several, a proper name.

An adjective that is all of the rendering may take any gender; one that belongs to a noun keeps that noun's, and
a surname its bearer's (Зеленська is not Зеленський).
"""

_MALE_HARD = "ий ого ому им ім і ії их ими".split()
_MALE_SOFT = "ій ього ьому ім і ії іх іми".split()
_MALE_GLIDE = "їй його йому їм ї їх їми".split()
_FEMALE_HARD = "а ая ої ій у ую ою і их им ими".split()
_FEMALE_SOFT = "я яя ьої ій ю юю ьою і іх ім іми".split()
_FEMALE_GLIDE = "я йої їй ю йою ї їх їм їми".split()
_NEUTER_HARD = "е еє ого ому им ім і их ими".split()
_NEUTER_SOFT = "є єє ього ьому ім і іх іми".split()
_NEUTER_GLIDE = "є його йому їм ї їх їми".split()
"""With the long forms of verse and anthem (вільная, синєє)."""
_ANY = {
    "ий": _MALE_HARD + _FEMALE_HARD + _NEUTER_HARD,
    "ій": _MALE_SOFT + _FEMALE_SOFT + _NEUTER_SOFT,
    "їй": _MALE_GLIDE + _FEMALE_GLIDE + _NEUTER_GLIDE,
}
_MALE = {"ий": _MALE_HARD, "ій": _MALE_SOFT, "їй": _MALE_GLIDE}
_OTHERS = {
    "а": _FEMALE_HARD,
    "я": _FEMALE_SOFT,
    "е": _NEUTER_HARD,
    "є": _NEUTER_SOFT,
    "і": "их им ими іх ім іми".split(),
}
_PLURAL = frozenset("и і ї их им ими іх ім іми їх їм їми".split())
_SINGULAR_TOO = frozenset("им ім їм".split())
"""Those of them that a neuter has in the singular as well: під Рубіжним, у Рубіжнім."""
_LIKE_ADJECTIVE = expression(r"(?:н|[сзц]ьк|[оеє]в|[иії]н|[иао]т|[иа]в|ш|ч|ущ|ащ|[їя]|лий).$")
"""Endings of the stem that a noun declined like an adjective has: набережна, Зеленська, пальне, майбутнє."""
_POSSESSIVE = expression(r"(?:[оеєії]в|[иії]н)$")


def adjective_forms(word: str, role: Role) -> set[str]:
    """All forms if the word can be an adjective by its ending; else the empty set."""
    if word[-2:] in _ANY and len(word) > 3:
        return {word[:-2] + ending for ending in (_ANY if role == "word" else _MALE)[word[-2:]]}
    if len(word) < 4:
        return set()
    if word[-1] in _OTHERS:
        if role != "modifier" and not _LIKE_ADJECTIVE.search(word):
            return set()
        endings = _OTHERS[word[-1]]
        if role == "name" and word[-1] != "і":
            plural = _PLURAL - _SINGULAR_TOO if word[-1] in "еє" else _PLURAL
            endings = [ending for ending in endings if ending not in plural]
        return {word[:-1] + ending for ending in endings}
    if len(word) < 5 or not _POSSESSIVE.search(word):
        return set()
    if role == "name":
        return {word + ending for ending in ("им", "их", "ими")}
    return _possessive_forms(word, role)


def _possessive_forms(word: str, role: Role) -> set[str]:
    """Adjectives without ending in the nominative: батьків, мамин, Андріїв."""
    stems = {word}
    if word.endswith("ів"):
        stems = {word[:-2] + vowel + "в" for vowel in "оеє"}
    if word.endswith("їв"):
        stems = {word[:-2] + "єв"}
    endings = "ого ому ім им і их ими".split()
    if role == "word":
        endings += "а е ої ій у ою".split()
    return {stem + ending for stem in stems for ending in endings}
