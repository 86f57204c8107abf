"""The forms of a Ukrainian noun from its dictionary form: four declensions and the plural ones, without a dictionary.

After the Ukrainian orthography of 2019, §§ 76–100.  Gender and subtype that only a dictionary knows are tried
side by side.
"""

from __future__ import annotations

from glossary.languages.ukrainian_stems import HISSING, VOWELS, closed, hushed, opened, softened

_MALE_HARD = "а у ові ом и ів ам ами ах".split()
_MALE_SOFT = "я ю еві ем і ів ей ям ями ях".split()
_MALE_GLIDE = "я ю єві єм ї їв ям ями ях".split()
_MALE_MIXED = "а у еві ові ем ом і ів ей ам ами ах".split()


def noun_forms(word: str) -> set[str]:
    """All forms that the word has under any declension its ending allows; lower case, straight apostrophe."""
    last = word[-1]
    if last in "ая":
        return _first(word) | _neuter_young(word) | (_neuter_ya(word) if last == "я" else set())
    if last in "оеє":
        return _second_vowel(word)
    if last in "иії":
        return _plural(word)
    if last in VOWELS:
        return set()
    return _male(word) | _third(word)


def _join(stems: set[str], endings: list[str]) -> set[str]:
    return {stem + ending for stem in stems for ending in endings}


def _male(word: str) -> set[str]:
    """Second declension, masculine: закон, міністр, виборець, герой, товариш, секретар."""
    base = word.rstrip("ьй") if word[-1] in "ьй" else word
    stems = opened(base)
    if word[-1] == "й":
        stems = {base} | ({base[:-1] + "о", base[:-1] + "'"} if base[-1] in "іе" else set())
        return _join(stems, _MALE_GLIDE)
    forms: set[str] = set()
    if word[-1] == "ь" or base[-1] in "р":
        forms |= _join(stems, _MALE_SOFT) | {hushed(stem) + "е" for stem in stems}
    if base[-1] in HISSING or base[-1] == "р":
        forms |= _join(stems, _MALE_MIXED) | {stem + "е" for stem in stems}
    if word[-1] != "ь":
        forms |= _join(stems, _MALE_HARD)
        forms |= {softened(stem) + "і" for stem in stems} | {hushed(stem) + "е" for stem in stems}
    if base.endswith(("ов", "ев", "єв", "їв", "ин", "ін", "їн")):
        forms.add(base + "им")
    if base.endswith(("анин", "янин", "арин", "їнин")):
        people = base[:-2]
        forms |= {people} | _join({people}, "и ам ами ах".split())
    return forms


def _third(word: str) -> set[str]:
    """Third declension, feminine: область, ніч, кров, матір."""
    base = word.rstrip("ь")
    if word[-1] != "ь" and base[-1] not in HISSING + "вфбпмр":
        return set()
    oblique = {stem for stem in opened(base) if base[-2:] != "ст" or stem[-2:] == "ст"}
    forms = _join(oblique, "і и ей ям ями ях ам ами ах".split())
    if base[-1] in "вфбпмр":
        return forms | {base + "'ю"}
    if base[-1] in "щ" or base[-2:-1] not in VOWELS:
        return forms | {base + "ю"}
    return forms | {base + base[-1] + "ю"}


def _first(word: str) -> set[str]:
    """First declension: країна, рука, душа, земля, нація, сім'я, суддя."""
    stem, last = word[:-1], word[-1]
    if last == "а":
        if stem[-1:] in HISSING:
            return _join({stem}, "і у ею е ам ами ах ей".split()) | closed(stem)
        forms = _join({stem}, "и у ою о ам ами ах".split()) | {softened(stem) + "і"}
        return forms | closed(stem) | {stem + "ів"}
    if stem[-1:] in VOWELS + "'":
        forms = _join({stem}, "ї ю єю є ям ями ях".split())
        zero = {stem + "й"} if stem[-1:] != "'" else {stem[:-1] + "ей", stem + "їв"}
        return forms | zero
    forms = _join({stem}, "і ю ею е ям ями ях ів ей".split())
    single = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    return forms | {zero + "ь" for zero in closed(single)} | closed(single) | {single + "ей"}


def _neuter_ya(word: str) -> set[str]:
    """Second declension, neuter in -я: рішення, життя, перемир'я; and ім'я of the fourth."""
    stem = word[:-1]
    if stem[-1:] == "'":
        forms = _join({stem}, "ю ям ї їв ями ях".split())
        if stem.endswith("м'"):
            forms |= _join({stem[:-1] + "ен"}, "і ем а ам ами ах".split()) | {stem[:-1] + "ен"}
        return forms
    if stem[-1:] != stem[-2:-1]:
        return set()
    forms = _join({stem}, "ю ям і ів ями ях".split())
    return forms | {stem[:-1] + "ь", stem[:-1]}


def _neuter_young(word: str) -> set[str]:
    """Fourth declension: курча, теля, дівча."""
    if (word[-1] == "а" and word[-2:-1] not in HISSING) or word[-2:-1] in VOWELS + "'":
        return set()
    return _join({word}, "ти ті м та т там тами тах".split())


def _second_vowel(word: str) -> set[str]:
    """Second declension in -о, -е, -є: місто, військо, море, прізвище, Дніпро, Шевченко."""
    stem, last = word[:-1], word[-1]
    if stem[-1:] in VOWELS:
        return set()
    if last == "о":
        forms = _join({stem}, "а у ові ом ам ами ах".split()) | closed(stem)
        return forms | {softened(stem) + "і", hushed(stem) + "е"} | _join({stem}, "и ів".split())
    if stem[-1:] in HISSING:
        return _join({stem}, "а у еві ем і ам ами ах ей".split()) | closed(stem)
    forms = _join({stem}, "я ю еві ем і ям ями ях ів ей".split())
    return forms | {zero + "ь" for zero in closed(stem)} | closed(stem)


def _plural(word: str) -> set[str]:
    """A noun that the glossary gives in the plural: вибори, санкції, Збройні сили, люди."""
    stem, last = word[:-1], word[-1]
    if not stem or (stem[-1] in VOWELS and last != "ї"):
        return set()
    if last == "и":
        return _join({stem}, "ів ам ами ах ей".split()) | closed(stem)
    if last == "ї":
        return _join({stem}, "їв й ям ями ях".split())
    hard = _join({stem}, "ам ами ах".split()) if stem[-1] in HISSING else _join({stem}, "ям ями ях".split())
    return hard | _join({stem}, "ів ей".split()) | closed(stem) | {zero + "ь" for zero in closed(stem)}
