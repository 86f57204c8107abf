"""Ukrainian genitive of surnames."""

from __future__ import annotations

from glossary.expressions import expression

_RULES = (
    (expression(r"(?:ий|ій)$"), "ого"),
    (expression(r"(?<=енк)о$"), "а"),
    (expression(r"(?<=[оеєиії]в)$|(?<=[иії]н)$"), "а"),
    (expression(r"(?<=[гкх])а$|(?<=[бвдзлмнпрстф])а$"), "и"),
)
"""Ending → genitive instead of it.  Правопис (2019), §§ 100–103: only surnames that women and men decline, or Slavic
ones of men; "Тетчер" and "Меркель" would need to be known for a woman's."""


def genitive(surname: str) -> str:
    """The genitive of a surname; empty when no rule is sure.

    >>> genitive("Путін"), genitive("Зеленський"), genitive("Порошенко"), genitive("Обама"), genitive("Меркель")
    ('Путіна', 'Зеленського', 'Порошенка', 'Обами', '')
    """
    if " " in surname:
        return ""
    for ending, instead in _RULES:
        if ending.search(surname):
            return ending.sub(instead, surname, count=1)
    return ""
