"""Endings and words by which a Ukrainian adjective before its noun is told from a noun."""

from __future__ import annotations

from glossary.expressions import expression

ENDINGS = {
    "m": expression(r".+[иі]й$"),
    "f": expression(
        r"(?:.+(?:[сцз]ька|[льйчнрвдтмзжшпгкбяс]на|[аея]на|[нв]ута|[бвгджзклмнпрстхцчш]?[оеє]ва|лива|[врь]ча|[джзтш]ня|"
        r"стороння|[аіуюя]юча|яча|краща|іша|більша|вища|нижча)|"
        r"(?:за|від)крита|вища|перша|окрема|остання|третя|робоча|гаряча|діюча|слідча|червона|зелена|біла|сіра|стара|мала|"
        r"чиста|швидка|важка|тяжка|легка|стійка|гнучка|висока|широка|глибока|жорстка|довга|друга|(?:над)?велика|"
        r"слабка|м’яка|чужа|ворожа|стороння|старша|крилата|жовта|золота|сира|особиста|ультраправа|ультраліва)$"
    ),
    "n": expression(r".+[бвгджзйклмнпрстхцчшщ]е$"),
    "p": expression(r".+(?:[сцз]ькі|[нвтрчжшл]і)$"),
}
"""What an adjective before a noun ends in."""
NOUN_AFTER = {
    gender: expression(rf"[{last}]$")
    for gender, last in {"m": "бвгджзйклмнпрстфхцчшщь", "f": "аяь", "n": "оеяю", "p": "иіїая"}.items()
}
"""What the noun that it goes with ends in."""
NOUNS = frozenset(
    "війна основа мова промова розмова умова країна людина година зона сторона причина зміна ціна вина сцена корона "
    "оборона охорона заборона колона сцена арена антена єна рана злива сотня вишня весна сосна місце поле олена "
    "оксана світлана тетяна мар’яна діана богдана".split()
)
"""Feminine and neuter nouns and given names that end like adjectives."""
PREPOSITIONS = frozenset("без в від для до з за зі і із й лише на не над об під по при про та тільки у через".split())
"""Words of the kind that no adjective goes with."""
AND = frozenset(("та", "і", "й"))
"""Conjunctions between two adjectives of one noun."""
ADVERBS = frozenset(
    "внутрішньо гендерно економічно життєво найбільш найменш особливо політично постійно соціально тимчасово".split()
)
"""Words before an adjective that stay as they are: «внутрішньо переміщена особа»."""


def joined(word: str, other: str = "") -> bool:
    """Whether both are adjectives of one noun in the singular: «митна та прикордонна служба»."""
    return any(pattern.match(word.lower()) and pattern.match(other) for sex, pattern in ENDINGS.items() if sex != "p")
