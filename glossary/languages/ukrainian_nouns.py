"""The forms of a Ukrainian noun from its dictionary form: four declensions and the plural, without a dictionary.

After the Ukrainian orthography of 2019 (Український правопис), §§ 76–100.  Gender and subtype that only a
dictionary knows are tried side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from glossary.expressions import expression
from glossary.languages.ukrainian_stems import HISSING, LABIALS, VOWELS, closed, hushed, opened, softened

_MALE_HARD = "а у ові ом и і ів ам ами ах".split()
_MALE_SOFT = "я ю еві ем і ів ей ям ями ях".split()
_MALE_GLIDE = "я ю єві єм ї їв ям ями ях".split()
_MALE_MIXED = "а у еві ові ем ом і ів ей ам ами ах".split()
_THIRD = "і и ей ям ями ях ам ами ах".split()
"""-и is the second genitive of the 2019 orthography: радости, Руси, соли."""
_SUPPLETIVE = {
    "війна": "воєн",
    "вівця": "овець",
    "людина": "люди людей людям людьми людях",
    "дитина": "діти дітей дітям дітьми дітях",
    "рік": "літ",
    "друг": "друзі друзів друзям друзями друзях",
    "курка": "кури курей курям курми курях",
    "око": "очі очей очам очима очах",
    "вухо": "уха уші вушей ушей ушам ушима ушах",
    "плече": "плечима пліч",
    "скло": "стекла стекол стеклам стеклами стеклах",
    "господь": "господа господу господові господом господи",
    "христос": "христа христу христові христом христі христе",
    "мати": "матері матір матір'ю матерів матерям матерями матерях",
}
"""Forms from another stem, of common words (orthography of 2019, §§ 82–100)."""
_GAME = expression(r"^(|.*[аеиіоуь-])гра$")
"""гра and its compounds have і before the r in the plural (відеоігри), which neither тигра nor вигра has."""


def noun_forms(word: str, *, name: bool = False) -> set[str]:
    """All forms that the word has under any declension its ending allows; lower case, straight apostrophe.

    A name in -о has no plural, nor has a woman's surname the form of her husband's (Лаврова, Лавров).
    """
    forms = set(_SUPPLETIVE.get(word, "").split())
    last = word[-1]
    if last == "а":
        forms |= _first_hard(word) | _young(word)
        return forms - closed(word[:-1]) if name and re.search(r"(?:[оеє]в|[иії]н)а$", word) else forms
    if last == "я":
        return forms | _first_soft(word) | _neuter_ya(word) | _young(word)
    if last in "оеє":
        return forms | _second_vowel(word, name=name)
    if last in "иії":
        return forms | _plural(word)
    if last in VOWELS:
        return forms
    return forms | _male(word) | _third(word)


def _join(stems: Iterable[str], endings: Iterable[str]) -> set[str]:
    return {stem + ending for stem in stems for ending in endings}


def _male(word: str) -> set[str]:
    """Second declension, masculine: закон, міністр, виборець, герой, товариш, секретар."""
    base = word.rstrip("ьй") or word
    if word[-1] == "й":
        return _join({base} | _glide_stems(base), _MALE_GLIDE)
    stems = opened(base)
    forms = {hushed(stem) + "е" for stem in stems}
    if word[-1] == "ь" or base[-1] == "р":
        forms |= _join(stems, _MALE_SOFT)
    if base[-1] in HISSING + "р":
        forms |= _join(stems, _MALE_MIXED)
    if word[-1] != "ь":
        forms |= _join(stems, _MALE_HARD) | _join(stems, ("е",) if base[-1] in "зц" else ())
        forms |= {softened(stem) + "і" for stem in stems if not stem.endswith("ик")}
    if re.search(r"(?:[ая]н|ар|їн)ин$", base):  # громадянин → громадяни, громадян
        forms |= _join({base[:-2]}, "  и ам ами ах".split(" "))
    return forms


def _glide_stems(base: str) -> set[str]:
    """Stems of a noun in -й whose vowel changes: бій → бою, настрій → настрою, соловей → солов'я."""
    if base[-1] == "і" and re.search(rf"^[^{VOWELS}]+.$|(?:б|ст?р|п|к|в|гн|ст).$", base) and not base.endswith("орі"):
        return {base[:-1] + "о"}
    return {base[:-1] + "'"} if base[-1] == "е" else set()


def _third(word: str) -> set[str]:
    """Third declension, feminine: область, ніч, кров, матір."""
    base = word.rstrip("ь")
    if not base or (word[-1] != "ь" and base[-1] not in HISSING + LABIALS + "р"):
        return set()
    forms = _join(opened(base), _THIRD)
    if base[-1] in LABIALS + "р":
        return forms | {base + "'ю"}
    double = base[-1] != "щ" and base[-2:-1] in VOWELS
    return forms | {base + (base[-1] if double else "") + "ю"}


def _first_hard(word: str) -> set[str]:
    """First declension in -а: країна, рука, душа."""
    stem = word[:-1]
    if stem[-1:] in HISSING:
        return _join({stem}, "і у ею е о ам ами ах ей".split()) | closed(stem)
    forms = _join({stem}, "и у ою о ам ами ах ів".split()) | {softened(stem) + "і"} | closed(stem)
    if _GAME.match(word):
        forms |= _join({word[:-3] + "ігр"}, "и ам ами ах".split()) | {word[:-3] + "ігор"}
    return forms


def _first_soft(word: str) -> set[str]:
    """First declension in -я: земля, нація, сім'я, суддя, стаття."""
    stem = word[:-1]
    if stem[-1:] in VOWELS + "'йь":
        forms = _join({stem}, "ї ю єю є ям ями ях".split())
        return forms | ({stem + "й"} if stem[-1:] in VOWELS else {stem[:-1] + "ей", stem[:-1] + "ій", stem + "їв"})
    single = closed(stem[:-1] if stem[-1:] == stem[-2:-1] else stem)
    return _join({stem}, "і ю ею е ям ями ях ів ей".split()) | single | _join(single, ("ь", "ей"))


def _neuter_ya(word: str) -> set[str]:
    """Second declension, neuter in -я: рішення, життя, перемир'я; and ім'я of the fourth."""
    stem = word[:-1]
    if stem[-1:] == "'":
        forms = _join({stem}, "ю ям ї їв ями ях".split())
        if stem.endswith("м'"):
            forms |= _join({stem[:-1] + "ен"}, "  і ем а ам ами ах".split(" "))
        return forms
    if stem[-1:] != stem[-2:-1]:
        return set()
    return _join({stem}, "ю ям і ів ями ях".split()) | {stem[:-1] + "ь", stem[:-1]}


def _young(word: str) -> set[str]:
    """Fourth declension, young beings: курча, теля, дівча."""
    if word[-2:-1] in VOWELS + "'" or (word[-1] == "а" and word[-2:-1] not in HISSING):
        return set()
    return _join({word}, "ти ті м та т там тами тах".split())


def _second_vowel(word: str, *, name: bool) -> set[str]:
    """Second declension in -о, -е, -є: місто, військо, море, прізвище, Дніпро, Шевченко."""
    stem, last = word[:-1], word[-1]
    if last == "є" and stem[-1:] == "і":
        return _join({stem}, "я ю єм ї ями ям ях й".split())
    if stem[-1:] in VOWELS:
        return set()
    if last == "о":
        if stem[-1:] == "ь":
            return _join({stem[:-1]}, _MALE_SOFT)
        singular = _join({stem}, "а у ові ом".split()) | {softened(stem) + "і", hushed(stem) + "е"}
        return singular if name else singular | _join({stem}, "ам ами ах и ів".split()) | closed(stem)
    if stem[-1:] in HISSING:
        return _join({stem}, "а у еві ем і ам ами ах ей".split()) | closed(stem)
    zero = closed(stem)
    return _join({stem}, "я ю еві ем і ям ями ях ів ей".split()) | zero | _join(zero, ("ь",))


def _plural(word: str) -> set[str]:
    """A noun that the glossary gives in the plural: вибори, санкції, Збройні сили, люди."""
    stem, last = word[:-1], word[-1]
    if not stem or (stem[-1] in VOWELS and last != "ї"):
        return set()
    if last == "ї":  # санкції also finds one санкція
        return _join({stem}, "їв й ям ями ях".split()) | (_join({stem}, "я ю єю".split()) if stem[-1] == "і" else set())
    zero = closed(stem)
    if last == "и":
        return _join({stem}, "ів ам ами ах ей ям ями ях ьми".split()) | zero
    hard = "ам ами ах има" if stem[-1] in HISSING else "ям ями ях ьми има ми"
    return _join({stem}, hard.split()) | _join({stem}, ("ів", "ей")) | zero | _join(zero, ("ь",))
