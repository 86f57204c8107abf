"""Ukrainian cases of a phrase in the nominative, as far as rules or the table ``uk_nouns.tsv`` are sure of them.
Rules: Український правопис (2019), §§ 64–101.  Where they are not sure (masculine inanimate nouns in -а or -у,
plurals with fleeting vowels) the answer is the empty string, and whoever asked goes without.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from glossary import data
from glossary.expressions import expression
from glossary.suggestions.composition.ukrainian_adjectives import (
    ADVERBS,
    AND,
    ENDINGS,
    NOUN_AFTER,
    NOUNS,
    PREPOSITIONS,
    joined,
)

Gender = Literal["m", "f", "n", "p", ""]
"""p: plural, whatever the gender; empty: unknown."""

INDECLINABLE = frozenset(
    "бюро вето депо радіо ембарго досьє журі метро кіно шосе інтерв’ю таксі резюме політбюро медіа торнадо "
    "цунамі меню відео".split()
)
_PERSON = expression(
    r"(?:ник|тор|сор|зор|рор|ер|ир|ист|іст|ант|янт|ент|лог|граф|ач|яч|рал|дент|кат|дат|стр|кан|тан|раф|бітр|арх|мер|"
    r"шеф|юк|ук|як|ак|ком|кіп|ін|пан|ман)$"
)
"""Endings of masculine nouns for persons, which take -а."""
_INANIMATE_U = expression(r"(?:изм|ізм|їзм|тет|аж|инг|інг|спорт|порт|онт|ект|акт|унт|ум)$")
"""Endings of masculine inanimate nouns that take -у."""
_PLURAL = (
    (expression(r"ії$"), "ій"),
    (expression(r"(?<=[нт])ня$"), "нь"),
    (expression(r"ці$"), "ців"),
    (expression(r"телі$"), "телів"),
    (expression(r"(?<=[рч])і$"), "ів"),
    (expression(r"(?<=ник|тор|ент|ант|ист|іст|сор|зор)и$"), "ів"),
    (expression(r"(?<=лог|раф|рал|тан|мер|тер|кер)и$"), "ів"),
)


@lru_cache(maxsize=1)
def _nouns() -> Mapping[str, tuple[Gender, str]]:
    """Noun as phrases use it → gender and genitive."""
    # the table holds the letters of Gender
    return {noun: (gender, genitive) for noun, gender, genitive in data.rows("uk_nouns.tsv")}  # type: ignore[misc]


@lru_cache(maxsize=20_000)
def parsed(phrase: str) -> tuple[tuple[str, ...], str, Gender, tuple[str, ...]]:
    """Adjectives before the head, each with its adverb, the head, its gender, the words behind it."""
    words = phrase.split()
    if len(words) > 2 and words[0].lower() in ADVERBS:
        words[:2] = [" ".join(words[:2])]
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        if following in AND and joined(word, *words[index + 2 : index + 3]):
            return (), "", "", ()
        if not _is_adjective(word, following):
            return tuple(words[:index]), word, _gender(word), tuple(words[index + 1 :])
    return (), "", "", ()


def _is_adjective(word: str, following: str) -> bool:
    low = word.lower()
    if not following or following in PREPOSITIONS or low in NOUNS:
        return False
    if low in _nouns() and not _nouns()[low][1].endswith("их"):
        return False
    after = following.lower()
    if after in _nouns():
        gender = _nouns()[after][0]
        return bool(gender) and bool(ENDINGS[gender].match(low))
    return any(
        pattern.match(low) and (NOUN_AFTER[gender].search(after) or pattern.match(after))
        for gender, pattern in ENDINGS.items()
    )


def _gender(noun: str) -> Gender:
    low = noun.lower()
    known = _nouns().get(noun) or _nouns().get(low)
    if known:
        return known[0]
    if noun.isupper() or not re.search("[а-яіїєґ]", low):
        return ""
    if re.search(r"(?:ння|ття|сся|лля|ззя|ддя|[’ь]я)$", low):
        return "n"
    if low[-1] in "ая":
        return "f"
    if low[-1] in "оеє":
        return "n"
    if low[-1] in "иії":
        return "p"
    if low.endswith(("сть", "знь", "ть", "чь", "ль", "нь")) and not low.endswith(("тель", "ень", "оль", "ель")):
        return "f"
    return "m" if low[-1] in "бвгґджзйклмнпрстфхцчшщь" else ""


def gender(phrase: str) -> Gender:
    """Gender of the phrase's head.

    >>> gender("балістична ракета"), gender("Збройні сили"), gender("уряд"), gender("вторгнення")
    ('f', 'p', 'm', 'n')
    """
    return parsed(phrase)[2]


def agreeing(adjective: str, wanted: Gender) -> str:
    """An adjective, given in the masculine, in another gender; of several words each.

    >>> agreeing("колишній", "f"), agreeing("північнокорейський", "p")
    ('колишня', 'північнокорейські')
    """
    if wanted in ("m", ""):
        return adjective if wanted else ""
    soft = adjective.endswith("ній")
    ending = {"f": "я" if soft else "а", "n": "є" if soft else "е", "p": "і"}[wanted]
    return adjective[:-2] + ending


def genitive(phrase: str) -> str:
    """The phrase in the genitive; empty when no rule is sure.

    >>> genitive("балістична ракета"), genitive("Міністерство оборони"), genitive("ООН")
    ('балістичної ракети', 'Міністерства оборони', 'ООН')
    """
    adjectives, head, sex, rest = parsed(phrase)
    declined = _genitive_noun(head)
    if not declined:
        return ""
    return " ".join((*(_genitive_adjective(word, sex) for word in adjectives), declined, *rest))


def _genitive_adjective(adjective: str, sex: Gender) -> str:
    stem = adjective[:-2] if sex == "m" else adjective[:-1]
    soft = adjective.endswith(("ній", "ня", "нє")) or adjective == "третя"
    if sex == "f":
        return stem + ("ьої" if soft else "ої")
    if sex == "p":
        return stem + "их"
    return stem + ("ього" if soft else "ого")


def _genitive_noun(noun: str) -> str:
    low = noun.lower()
    known = _nouns().get(noun) or _nouns().get(low)
    if known:
        return known[1] if noun in _nouns() or not noun[:1].isupper() else known[1][:1].upper() + known[1][1:]
    if not noun or low in INDECLINABLE or noun.isupper() or not re.search("[а-яіїєґ]", low):
        return noun
    sex = _gender(noun)
    if sex == "f":
        return _genitive_feminine(noun)
    if sex == "n":
        if low.endswith("я"):
            return noun
        return noun[:-1] + ("а" if low[-1] == "о" or low[-2] in "жчшщ" else "я")
    if sex == "p":
        return next((pattern.sub(new, noun) for pattern, new in _PLURAL if pattern.search(low)), "")
    return _genitive_masculine(noun)


def _genitive_feminine(noun: str) -> str:
    low = noun.lower()
    if low.endswith("ія") or (low.endswith("я") and low[-2] in "аоуеиіїюєя’"):
        return noun[:-1] + "ї"
    if low.endswith("ість"):
        return noun[:-4] + "ості"
    if low.endswith(("я", "ь")):
        return noun[:-1] + "і"
    return noun[:-1] + ("і" if low[-2] in "жчшщ" else "и")


def _genitive_masculine(noun: str) -> str:
    low = noun.lower()
    if low.endswith("ець"):
        return noun[:-3] + ("йця" if low[-4:-3] in "аоуеиіїюєя" else "ця")
    if low.endswith(("тель", "оль")):
        return noun[:-1] + "я"
    if low.endswith(("секретар", "лікар", "інар", "писар")):
        return noun + "я"
    if low.endswith("ар") or _PERSON.search(low):
        return noun + "а"
    return noun + "у" if _INANIMATE_U.search(low) else ""


def accusative(phrase: str) -> str:
    """The phrase in the accusative, if its head is feminine or no living being; empty when no rule is sure.

    >>> accusative("Україна"), accusative("Північна Корея"), accusative("Іран"), accusative("США")
    ('Україну', 'Північну Корею', 'Іран', 'США')
    """
    adjectives, head, sex, rest = parsed(phrase)
    if sex != "f" or head.endswith("ь"):
        return phrase
    changed = [word[:-1] + ("ю" if word.endswith("я") else "у") for word in (*adjectives, head)]
    return " ".join((*changed, *rest))


def within(locative: str, before: str = "") -> str:
    """The locative with its preposition: "в Україні", "у Франції"; ``before`` is the word it follows.

    Правопис, § 24: «у» before в, ф and clusters with them, between consonants; «в» otherwise.
    """
    first = locative[:1].lower()
    cluster = bool(re.match(r"[вф]|[бгґджзклмнпрстхцчшщ]ь?[вф]", locative.lower()))
    vowel = first in "аеиіоуєїюя"
    closed = bool(before) and before[-1].lower() in "бвгґджзйклмнпрстфхцчшщь"
    return f"{'у' if cluster or (closed and not vowel) else 'в'} {locative}"


def instrumental(phrase: str) -> str:
    """The name of a country in the instrumental; empty when no rule is sure.

    >>> instrumental("Україна"), instrumental("Північна Корея"), instrumental("Іран"), instrumental("США")
    ('Україною', 'Північною Кореєю', 'Іраном', 'США')
    """
    adjectives, head, sex, rest = parsed(phrase)
    if rest or (sex and sex not in "fm"):
        return ""
    if sex == "f" and not head.endswith("ь"):
        soft = head.endswith("я")
        changed = [word[:-1] + "ою" for word in adjectives]
        return " ".join((*changed, head[:-1] + ("єю" if soft else "ою")))
    if sex == "m" and not adjectives and head[-1] not in "йь":
        return f"{head}ом"
    return phrase if phrase.isupper() else ""


def dative(phrase: str, locative: str) -> str:
    """The name of a country in the dative, which is its locative but for masculine names; empty when not sure."""
    adjectives, head, sex, rest = parsed(phrase)
    if sex == "m":
        return f"{head}у" if not (adjectives or rest) and head[-1] not in "йь" else ""
    return locative
