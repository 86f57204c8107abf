"""When two English forms are one: the identity keys under which forms are compared.

Three keys, each coarser than the one before: ``fold_case`` (quotes, spaces, accents of typing),
``fold_spelling`` (hyphen or space, article, possessive, British or American) and ``fold`` (number too).
None of them guesses by likeness: two forms are one when their keys are equal.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from glossary.expressions import expression

_MARKS = str.maketrans("’‘ʼ′`‐‑‒–—−“”„«»", "'''''------\"\"\"\"\"")
_ARTICLE = expression(r"^(?:the|a|an) (?=\S)")
_POSSESSIVE = expression(r"(?:'s|(?<=s)')$")
_DOTTED = expression(r"^(?:[a-z]\.){2,}(?:[a-z]\.?)?$")
_AMERICAN = (
    (expression(r"isation(s?)$"), r"ization\1"),
    (expression(r"is(e|ed|es|ing|er|ers)$"), r"iz\1"),
    (expression(r"ys(e|ed|es|ing|er|ers)$"), r"yz\1"),
    (expression(r"(?<=[a-z]{3})our(s|ed|ing|able|ite|ites|hood|ly|er|ers|al)?$"), r"or\1"),
    (expression(r"(?<=[bt])re(s|d)?$"), r"er\1"),
    (expression(r"(?<=[ei]n)c(e|es)$"), r"s\1"),
    (expression(r"(?<=[aeiou])ll(ed|ing|ings|er|ers)$"), r"l\1"),
    (expression(r"ogue(s?)$"), r"og\1"),
    (expression(r"^programme(s?)$"), r"program\1"),
    (expression(r"^grey(?=$|[a-z])"), "gray"),
    (expression(r"^manoeuvre"), "maneuver"),
    (expression(r"^(?:aero)plane"), "airplane"),
    (expression(r"^(an|p)ae"), r"\1e"),
)
"""British → American endings (Oxford Guide to Style, ch. 14): a key, not a spelling, so it may also touch
words that have no pair ("exercise") as long as no two different words become one."""
_BRITISH = expression("|".join(pattern.pattern for pattern, _ in _AMERICAN))
"""Whether any of them fits at all: most words have none, and one search costs a quarter of thirteen."""
_SHORT_OUR = frozenset("hour four tour pour your sour dour flour scour detour contour devour glamour".split())
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "feet": "foot", "teeth": "tooth",
    "geese": "goose", "mice": "mouse", "lives": "life", "wives": "wife", "knives": "knife", "leaves": "leaf",
    "halves": "half", "thieves": "thief", "selves": "self", "criteria": "criterion", "phenomena": "phenomenon",
    "crises": "crisis", "analyses": "analysis", "theses": "thesis", "bases": "base", "axes": "axis",
    "oases": "oasis", "hypotheses": "hypothesis", "indices": "index", "appendices": "appendix",
    "heroes": "hero", "cargoes": "cargo", "echoes": "echo", "vetoes": "veto", "embargoes": "embargo",
    "torpedoes": "torpedo", "tomatoes": "tomato", "potatoes": "potato", "buses": "bus", "gases": "gas",
    "viruses": "virus", "attorneys general": "attorney general", "courts martial": "court martial",
}  # fmt: skip
_SAME_IN_BOTH = frozenset(
    "series species news headquarters forces means barracks politics physics economics mathematics ethics "
    "diplomatics logistics statistics tactics customs affairs arms troops goods proceeds premises proceedings "
    "remains reparations humanities athletics dynamics mechanics linguistics genetics electronics "
    "aerospace netherlands philippines maldives".split()
)
"""Nouns whose form in -s is the dictionary form: with another meaning in the singular, or none at all."""
_OF = expression(r"^(.+?)( (?:of|for|to|in|on|at|against|between|under) .+)$")


@lru_cache(maxsize=200_000)
def fold_case(form: str) -> str:
    """Key under Unicode form (NFKC), case, kind of quote, apostrophe and dash, and runs of space.

    >>> fold_case("Workers’  Party") == fold_case("workers' party")
    True
    """
    text = unicodedata.normalize("NFKC", form).translate(_MARKS).casefold()
    return " ".join(text.split()).strip(" \"'.,:;") if text.strip(" \"'.,:;") else text.strip()


@lru_cache(maxsize=200_000)
def fold_spelling(form: str) -> str:
    """Key that also ignores leading article, possessive ending, hyphens, accents, dots and British spelling.

    >>> fold_spelling("The Defence Minister's") == fold_spelling("defense minister")
    True
    >>> fold_spelling("U.S.") == fold_spelling("US") != fold_spelling("us and them")
    True
    """
    text = _POSSESSIVE.sub("", _ARTICLE.sub("", fold_case(form)))
    if _DOTTED.match(text + "." if not text.endswith(".") else text):
        text = text.replace(".", "")
    return " ".join(american(word) for word in unaccented(text).replace("-", " ").split())


_SLAVIC = expression(r"(?<=[^\W\d_]{2}sk)(?:(?P<man>yy|yi|iy|ii|ij|yj|y|i)|a(?:ya|ia|ja)?)\b")


def romanized(folded: str) -> str:
    """A folded name in one romanization of the commonest Slavic ending, -ський, -ский, -ski and -ская, -ська.

    Passports, newspapers and libraries each write it in their way (Ukraine's resolution 55 of 2010, BGN/PCGN, ISO 9,
    ALA-LC): "zelenskyy", "zelenskyi", "zelenskiy", "zelenski" → "zelensky"; "maiorskaia" → "maiorska".
    """
    return _SLAVIC.sub(lambda match: "y" if match["man"] else "a", folded)


def unaccented(text: str) -> str:
    """``text`` without diacritics: "communiqué" → "communique"."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


@lru_cache(maxsize=200_000)
def fold(form: str) -> str:
    """Key that also ignores the number of the head noun: the last word, and the one before "of", "for" …

    >>> fold("Sanctions") == fold("sanction")
    True
    >>> fold("ministers of defence") == fold("Minister of Defense")
    True
    """
    text = fold_spelling(form)
    match = _OF.match(text)
    if match:
        return singular(match[1]) + match[2]
    return singular(text)


@lru_cache(maxsize=200_000)
def singular(phrase: str) -> str:
    """The lower-case phrase with its last word in the singular, by the regular rules and a list of others."""
    if phrase in _IRREGULAR:
        return _IRREGULAR[phrase]
    if " " not in phrase and "-" not in phrase:
        return _singular_word(phrase)
    start, _, word = phrase.rpartition(" ")
    lead, hyphen, last = word.rpartition("-")
    return (start + " " if start else "") + lead + hyphen + _singular_word(last)


def singular_form(form: str) -> str:
    """A form as written with its head noun in the singular, case kept: "Ministers of X" → "Minister of X"."""
    match = re.match(r"^(.+?)( (?:of|for|to|in|on|at|against|between|under) .+)$", form)
    head, rest = (match[1], match[2]) if match else (form, "")
    start, space, last = head.rpartition(" ")
    if last.isupper():
        return form
    if len(last) > 2 and last[-1] == "s" and last[:-1].isupper():
        return start + space + last[:-1] + rest
    low = singular((start + space + last).casefold()).rpartition(" ")[2]
    if low == last.casefold():
        return form
    kept = 0
    while kept < min(len(low), len(last)) and low[kept] == last[kept].casefold():
        kept += 1
    return start + space + last[:kept] + low[kept:] + rest


def _singular_word(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _SAME_IN_BOTH or len(word) <= 3 or not word.endswith("s"):
        return word[:-3] + "man" if word.endswith("men") and len(word) > 5 else word
    if word.endswith(("ss", "us", "is", "aos", "'s")):  # "chaos"
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def forms_of_word(key: str) -> tuple[str, ...]:
    """All words of which ``singular`` may make this one, and some that are no words; each once.

    >>> forms_of_word("city")
    ('city', 'citys', 'cityes', 'cities')
    """
    ies = (key[:-1] + "ies",) if key.endswith("y") else ()
    men = (key[:-3] + "men",) if key.endswith("man") else ()
    return tuple(dict.fromkeys((key, key + "s", key + "es", *ies, *men, *_PLURALS.get(key, ()))))


_PLURALS = {
    one: tuple(word for word, key in _IRREGULAR.items() if key == one) for one in dict.fromkeys(_IRREGULAR.values())
}


@lru_cache(maxsize=200_000)
def american(word: str) -> str:
    """A lower-case word in American spelling: "defence" → "defense".  A key: see ``_AMERICAN``."""
    if word in _SHORT_OUR or word in _IRREGULAR or not _BRITISH.search(word):
        return word
    for pattern, replacement in _AMERICAN:
        word = pattern.sub(replacement, word)
    return word


def forget() -> None:
    """Drop the keys that are known by now: those of a large corpus take tens of megabytes."""
    for function in (fold_case, fold_spelling, fold, singular, american):
        function.cache_clear()
