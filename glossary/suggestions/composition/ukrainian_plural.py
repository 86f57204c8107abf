"""The Ukrainian plural of a phrase in the nominative singular."""

from __future__ import annotations

import re

from glossary.expressions import expression
from glossary.suggestions.composition import ukrainian
from glossary.suggestions.composition.ukrainian_adjectives import PREPOSITIONS

_IRREGULAR = {
    "людина": "люди", "дитина": "діти", "посол": "посли", "корабель": "кораблі", "день": "дні", "боєць": "бійці",
    "друг": "друзі", "суддя": "судді", "рік": "роки", "бій": "бої", "місто": "міста", "ім’я": "імена",
    "орел": "орли", "вогонь": "вогні", "кінець": "кінці", "хлопець": "хлопці", "міст": "мости", "стіл": "столи",
    "захід": "заходи", "похід": "походи", "острів": "острови", "півострів": "півострови", "біженець": "біженці",
    "військовослужбовець": "військовослужбовці", "літак": "літаки", "постріл": "постріли", "договір": "договори",
    "прибулець": "прибульці", "гість": "гості", "чернець": "ченці", "стрілець": "стрільці", "осінь": "осені",
    "мати": "матері", "немовля": "немовлята", "учень": "учні", "перехрестя": "перехрестя", "передмістя": "передмістя",
    "біль": "болі", "хабар": "хабарі", "календар": "календарі", "цвинтар": "цвинтарі", "спосіб": "способи",
    "стаття": "статті", "сім’я": "сім’ї", "водій": "водії", "злодій": "злодії", "вибір": "вибори", "платіж": "платежі",
    "трубопровід": "трубопроводи", "газопровід": "газопроводи", "нафтопровід": "нафтопроводи", "засіб": "засоби",
    "човен": "човни", "дозвіл": "дозволи", "річ": "речі", "ніч": "ночі", "воротар": "воротарі", "монастир": "монастирі",
    "пішохід": "пішоходи", "літій": "літій", "плутоній": "плутоній",
    "загін": "загони", "спір": "спори", "простір": "простори", "вузол": "вузли", "пайок": "пайки", "бік": "боки",
    "двір": "двори", "поріг": "пороги", "геній": "генії", "підліток": "підлітки", "ступінь": "ступені",
    "змінна": "змінні",
}  # fmt: skip
"""Fleeting and alternating vowels, other stems."""
_UNCOUNTABLE = frozenset("зброя сировина техніка піхота артилерія інфраструктура".split())
"""Nouns without a plural: nuclear weapons are «ядерна зброя»."""
_APPOSITIVE = frozenset("держава країна місто партнер установа компанія літак корабель судно".split())
"""First parts of hyphenated nouns that decline with the second: «держави-члени».  Правопис (2019), § 36."""
_RULES = tuple(
    (expression(ending), plural)
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
        (r"лець$", "льці"),
        (r"ець$", "ці"),
        (r"ість$", "ості"),
        (r"(?<=[рв])ень$|(?<=тижд)ень$|(?<=стриж)ень$", "ні"),
        (r"хід$", "ходи"),
        (r"(?<!Си)бір$", "бори"),
        (r"(?<!л[ао])гін$", "гони"),  # but плагін, логін
        (r"(?<=[видо])тік$", "токи"),
        (r"(?<=[аеиіоуюяєї][вдзлмнстчш])ок$|(?<=ист)ок$", "ки"),
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
    >>> plural("висновок"), plural("пророк"), plural("надзвичайна зустріч"), plural("бій"), plural("робоча сила")
    ('висновки', 'пророки', 'надзвичайні зустрічі', 'бої', 'робочі сили')
    """
    adjectives, head, sex, rest = ukrainian.parsed(phrase)
    if sex == "p" or head in ukrainian.INDECLINABLE or head in _UNCOUNTABLE:
        return phrase
    if not head or not sex or head in PREPOSITIONS:
        return ""
    changed = _noun(head)
    return " ".join((*(word[: -2 if sex == "m" else -1] + "і" for word in adjectives), changed, *rest))


def _noun(noun: str) -> str:
    first, hyphen, last = noun.partition("-")
    if hyphen and first.lower() in _APPOSITIVE:
        return f"{_noun(first)}-{_noun(last)}"
    substantive = re.search(r"ий$|[нж]ій$", noun)
    return _IRREGULAR.get(noun) or (noun[:-2] + "і" if substantive else _by_rule(noun))


def _by_rule(noun: str) -> str:
    for ending, instead in _RULES:
        if ending.search(noun):
            return noun if instead is None else ending.sub(instead, noun)
    return noun
