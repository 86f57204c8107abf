"""The forms of a Ukrainian adjective, and of surnames and nouns that decline like one.

After the Ukrainian orthography of 2019, §§ 101–104 (adjectives) and 88 (surnames).
"""

from __future__ import annotations

_HARD = "ий а е і ого ої ому ій у им ою ім их ими ії".split()
_SOFT = "ій я є і ього ьої ьому ю ім ьою іх іми".split()
_GLIDE = "їй я є ї його йої йому ю їм йою їх їми".split()


def adjective_forms(word: str) -> set[str]:
    """All forms if the word can be an adjective by its ending, in any gender or the plural; else the empty set."""
    for ending, endings in (("ий", _HARD), ("ій", _SOFT), ("їй", _GLIDE)):
        if word.endswith(ending) and len(word) > 3:
            return {word[:-2] + other for other in endings}
    stem = word[:-1]
    if len(stem) < 2:
        return set()
    if word[-1] == "а":
        return {stem + ending for ending in "ої ій у ою і их им ими".split()}
    if word[-1] == "я":
        return {stem + ending for ending in "ьої ій ю ьою і іх ім іми".split()}
    if word[-1] == "е":
        return {stem + ending for ending in "ого ому им ім і их ими".split()}
    if word[-1] == "є":
        return {stem + ending for ending in "ього ьому ім і іх іми".split()}
    if word[-1] == "і":
        return {stem + ending for ending in "их им ими іх ім іми".split()}
    return set()
