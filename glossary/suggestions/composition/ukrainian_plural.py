"""The Ukrainian plural of a phrase in the nominative singular."""

from __future__ import annotations

import re

from glossary.suggestions.composition import ukrainian

_IRREGULAR = {
    "людина": "люди", "дитина": "діти", "посол": "посли", "корабель": "кораблі", "день": "дні", "боєць": "бійці",
    "друг": "друзі", "суддя": "судді", "рік": "роки", "бій": "бої", "місто": "міста", "ім’я": "імена",
    "орел": "орли", "вогонь": "вогні", "кінець": "кінці", "хлопець": "хлопці", "міст": "мости", "стіл": "столи",
    "захід": "заходи", "похід": "походи", "острів": "острови", "півострів": "півострови", "біженець": "біженці",
    "військовослужбовець": "військовослужбовці", "літак": "літаки", "постріл": "постріли", "договір": "договори",
    "прибулець": "прибульці",
}  # fmt: skip
"""Fleeting and alternating vowels, other stems."""
_RULES = tuple(
    (re.compile(ending), plural)
    for ending, plural in (
        (r"(?:ння|ття|сся|лля|ззя|ддя)$", None),  # the same word: навчання
        (r"(?<=[жчшщ])а$", "і"),
        (r"ія$", "ії"),
        (r"(?<=[аоуеиіїє])я$", "ї"),
        (r"я$", "і"),
        (r"а$", "и"),
        (r"(?<=[жчшщ])е$", "а"),
        (r"е$", "я"),
        (r"о$", "а"),
        (r"анин$", "ани"),
        (r"янин$", "яни"),
        (r"(?<=[аоуеиіїєюя])єць$", "йці"),
        (r"ець$", "ці"),
        (r"ість$", "ості"),
        (r"ь$", "і"),
        (r"(?<=[аоуеиі])й$", "ї"),
        (r"(?<=[жчшщ])$", "і"),
        (r"(?<=лікар)$|(?<=етар)$|(?<=исар)$", "і"),
        (r"(?<=[бвгґдзклмнпрстфхц])$", "и"),
    )
)
"""Ending → plural instead of it; the first that fits.  Правопис (2019), §§ 65–79."""


def plural(phrase: str) -> str:
    """The phrase in the plural; itself when it has no other, empty when no rule is sure.

    >>> plural("касетний боєприпас"), plural("військовополонений"), plural("балістична ракета")
    ('касетні боєприпаси', 'військовополонені', 'балістичні ракети')
    """
    adjectives, head, sex, rest = ukrainian.parsed(phrase)
    if sex == "p":
        return phrase
    if not head or not sex:
        return ""
    substantive = re.search(r"[иі]й$", head)
    changed = head[:-2] + "і" if substantive else _IRREGULAR.get(head) or _by_rule(head)
    return " ".join((*(word[: -2 if sex == "m" else -1] + "і" for word in adjectives), changed, *rest))


def _by_rule(noun: str) -> str:
    for ending, instead in _RULES:
        if ending.search(noun):
            return noun if instead is None else ending.sub(instead, noun)
    return noun
