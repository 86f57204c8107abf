"""Which language a name in Latin letters comes from: by its spelling, its parts, and the countries named around it.

Some names say it alone ("Kim Yo-jong", "Volodymyr Zelenskyy"); some only together with a country ("Wang Yi" may be
Chinese or Korean); where neither decides, nothing is decided.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from glossary.expressions import expression
from glossary.suggestions.transcription import chinese, japanese, korean, korean_places, slavic
from glossary.suggestions.transcription.japanese_morae import morae
from glossary.suggestions.transcription.korean_spelling import syllables as korean_syllables
from glossary.suggestions.transcription.russian_latin import fold
from glossary.suggestions.transcription.western import usual as usual_western

LANGUAGE_OF: Mapping[str, str] = {
    "KP": "ko", "KR": "ko", "JP": "ja", "RU": "ru", "BY": "ru", "UA": "uk", "CN": "zh", "TW": "zh", "SG": "zh",
}  # fmt: skip
"""ISO 3166-1 code → language of most names of that country that is read here."""
_JAPANESE_GIVEN = expression(
    "(?:hiro|hiko|suke|taro|jiro|[^o]ichi|ichiro|nori|yuki|kazu|yoshi|nobu|masa|teru|[aiu]ko|nosuke|zuki)$"
)
"""Endings of Japanese given names that western ones do not have."""
_OTHER_SLAVS = frozenset(("BG", "RS", "MK", "CZ", "SK", "PL", "HR", "SI", "BA", "ME"))
"""Countries whose names look Russian or Ukrainian and follow other rules."""
_PLACE_COUNTRIES = 2
"""Countries around a place that may decide: a place of the third one named is as likely elsewhere."""
_FOREIGN = expression("[^a-z āīūēōŏŭë'’ʼ-]")
"""Letters that no romanization read here writes."""
_JAPANESE_LETTERS = expression("[kwyzāūōē]|sh|ts|chi|ii")
"""Letters without which a place of Japanese syllables is as likely Italian or Spanish."""
_CHINESE_LETTERS = expression("ng|zh|x|q|ao|ia|ua|ui|ou|ei|[aeiou]n$")
"""The same for pinyin."""
_CHINESE_SYLLABLES = 3
_WESTERN_LETTERS = expression(
    r"[wqxj]|c(?!h)|th|ph|ck|gh|[aeou]{2}|ei|ai|ll|rr|tt|ff|ss$|burg|^(?:el|la|san|fort|port|camp)\b"
)
"""Letters that romanizations of Russian and Ukrainian do not write, and first words of western places."""
_SHORTEST = 4
"""Letters of the shortest place that is read without an ending that marks it."""
_ENGLISH = frozenset(
    "airport airfield airbase avenue axis base battle bay bridge camp canal canyon cape castle cathedral "
    "channel city coast cosmodrome county crossing dam direction district east eastern factory field forest "
    "front fortress gate gulf harbor harbour hill hills hotel island islands isle krai lake line memorial "
    "military mine monastery mount mountain mountains museum north northern nuclear oblast palace park "
    "peninsula pass pipeline plain plant plateau port power province railway raion range region republic "
    "reservoir ridge river road sea sector settlement south southern square station steppe strait street summit "
    "test theater theatre town tunnel university valley village volcano west western zone the of and in at on "
    "near new old great big little black red white snake".split()
)
"""English words in the names of places: a name that holds one is composed, not transcribed."""
_NAMES = {"ko": "Korean", "ja": "Japanese", "ru": "Russian", "uk": "Ukrainian", "zh": "Chinese"}
_UKRAINIAN_END = expression(
    r"(?:enko|[sz]hko|chuk|[bdrlnt]iak|shyn|iuk|yuk|skyi|skyy|kyi|[^aeiou]iv|iiv|yshyn|hun|ets|ych|tskyi)$"
)
_RUSSIAN_END = expression(r"(?:[oe]v|[oe]va|[^aeiou]in|[^aeiou]ina|skiy|skii|skaya|sky|oy|ykh|ikh|chyov|yov)$")
_RUSSIAN_ALONE = ("ov", "ev", "ova", "eva", "in", "ina")
"""Endings of family names that are Russian rather than Ukrainian where both countries are named."""
_UKRAINIAN_PLACE = expression(r"(?:iv|ivka|ivsk|ivske|hrad|horod|yne|ivtsi|iia|pil)$|(?:^|[^ckzs])h[aeiouy]|y[iy]v$")
_RUSSIAN_PLACE = expression(r"g|(?:ov|ovo|evo|ino|skoye|skaya)$")
_CERTAIN_PLACE = expression(r"(?:ivka|ivtsi|ohrad|horod|gorod|ograd)$")
"""Endings of places that are found in the one language or the other alone."""
_SLAVIC_PLACE = expression(
    r"(?:sk|ske|skaya|skoye|skyi|[^aeiou]ka|ov|ovo|ev|evo|yne|[kh]ino|iv|iia|[hg]rad|[hg]orod|ets|pol|pil|nyi)$"
    r"|zh|(?<!c)kh|shch"
)
"""Endings of Russian and Ukrainian places, and digraphs of their romanizations."""


_SYLLABIC = frozenset({"ko", "zh"})
"""Origins whose syllables hardly any other name is made of: they need no country when no second one is possible."""
_ALSO_SYLLABIC = frozenset({"KH", "LA", "MM", "TH", "VN"})
"""Countries whose names are made of such syllables too."""


@dataclass(frozen=True, slots=True)
class _Clue:
    """What a name says about its origin."""

    origin: str
    alone: bool
    """Whether it decides without a country."""
    words: str


def origin_of(name: str, kind: str, countries: Sequence[str]) -> tuple[str, str]:
    """The language whose rules fit a name, and the evidence in words.

    ``kind`` is "person" or "place"; ``countries`` are the ISO codes of the countries named in the sentences around,
    the most frequent first.  The language is "ko", "ja", "ru", "uk", "zh", or "" when it is undecided or another one.

    >>> origin_of("Kim Yo-jong", "person", ())
    ('ko', 'Korean family name Kim and a given name of Korean syllables')
    """
    if not name:
        return "", "no name"
    if _FOREIGN.search(name.lower()):
        return "", "letters that no romanization read here writes"
    clues = [clue for find in (_PERSON if kind == "person" else _PLACE) if (clue := find(name, countries))]
    deciding = [clue for clue in clues if clue.alone]
    if len(deciding) == 1:
        return deciding[0].origin, deciding[0].words
    for country in countries[: None if kind == "person" else _PLACE_COUNTRIES]:
        for clue in deciding or clues:
            if clue.origin == LANGUAGE_OF.get(country):
                return clue.origin, f"{clue.words}; {country} named around it"
    if len(clues) == 1 and clues[0].origin in _SYLLABIC and " " in name and _ALSO_SYLLABIC.isdisjoint(countries):
        return clues[0].origin, f"{clues[0].words}; nothing else fits"
    if clues:
        fitting = " or ".join(dict.fromkeys(_NAMES[clue.origin] for clue in clues))
        return "", f"could be {fitting}; no country around it decides"
    return "", "fits no system of romanization that is read here"


def _korean(name: str, _countries: Sequence[str]) -> _Clue | None:
    """A Korean family name beside Korean syllables; alone it decides when they are hyphenated or three words."""
    split = korean.parted(name)
    if split is None or not korean.readings(name):
        return None
    family, given = split
    if len(given) == 1 and (given[0], "g") in usual_western():
        return None
    single = all(korean_syllables(part, "first") for part in given)
    alone = len(given) == 2 and single and ("-" in name or len(name.split()) == 3)
    words = f"Korean family name {family.capitalize()}"
    return _Clue("ko", alone, words + (" and a given name of Korean syllables" if given else ""))


def _japanese(name: str, countries: Sequence[str]) -> _Clue | None:
    """Two words of Japanese morae; alone it decides when one is a known family name and neither a western name."""
    split = japanese.parted(name)
    tokens = name.split()
    if split is None or "-" in name:
        return None
    known = [token for token in tokens if japanese.plain(token) in japanese.surnames()]
    given = [token for token in tokens if len(tokens) == 2 and _JAPANESE_GIVEN.search(japanese.plain(token))]
    japan_first = len(tokens) == 2 and list(countries[:1]) == ["JP"]
    if not (known or given or japan_first):
        return None
    western = any((fold(token), "g") in usual_western() for token in tokens)
    if western and not known:
        return None
    alone = len(tokens) == 2 and not western and bool(known or given) and max(map(len, tokens)) > 3
    words = f"Japanese family name {known[-1]}" if known else "Japanese syllables"
    return _Clue("ja", alone, words)


def _chinese(name: str, _countries: Sequence[str]) -> _Clue | None:
    """A Chinese family name beside pinyin; alone it decides where the pinyin has letters that only it has."""
    tokens = name.split()
    if len(tokens) not in (1, 2) or fold(tokens[0]) not in chinese.SURNAMES:
        return None
    if not all(chinese.syllables(token) for token in tokens):
        return None
    alone = len(tokens) == 2 and bool(re.search(r"\b(?:x|q|zh)|[aeiou](?:x|q|zh)", name.lower()))
    return _Clue("zh", alone, f"Chinese family name {tokens[0]} and pinyin")


def _slavic(name: str, countries: Sequence[str]) -> _Clue | None:
    """A Russian or Ukrainian given name, or a family name with an ending of theirs."""
    tokens = [fold(token) for token in name.split()]
    family = tokens[-1]
    given = {language for language in ("ru", "uk") if len(tokens) > 1 and (tokens[0], language) in slavic.given_names()}
    endings = {"uk"} if _UKRAINIAN_END.search(family) else {"ru"} if _RUSSIAN_END.search(family) else set()
    if not (given or endings):
        return None
    western = (tokens[0], "g") in usual_western()
    if (family, "s") in usual_western() or (western and not (given and endings)):
        return None
    around = [LANGUAGE_OF[country] for country in countries if LANGUAGE_OF.get(country) in ("ru", "uk")]
    if _OTHER_SLAVS.intersection(countries) and not around:
        return None
    if len(given) == 1:
        origin = next(iter(given))
    elif around and not (family.endswith(_RUSSIAN_ALONE) and "ru" in around):
        origin = around[0]
    else:
        origin = next(iter(endings or (given and {"ru"})), "ru")
    named = f"{_NAMES[origin]} given name {name.split(maxsplit=1)[0]}" if given else f"family name in -{family[-3:]}"
    return _Clue(origin, bool(given), named)


_Find = Callable[[str, Sequence[str]], _Clue | None]
_PERSON: tuple[_Find, ...] = (_korean, _japanese, _chinese, _slavic)


def _korean_place(name: str, _countries: Sequence[str]) -> _Clue | None:
    """A listed place, or Korean syllables with a hyphenated kind of unit; the unit decides alone."""
    found = korean_places.readings(name)
    _, hyphen, unit = name.rpartition("-")
    if found and hyphen and unit in korean_places.UNITS:
        return _Clue("ko", True, f"Korean syllables and the unit -{unit}")
    listed = found and found[0].hangul in korean_places.known()
    return _Clue("ko", False, f"Korean place {found[0].hangul}") if listed else None


def _japanese_place(name: str, _countries: Sequence[str]) -> _Clue | None:
    """One word of Japanese morae with letters that set it off from Romance places."""
    fits = " " not in name and morae(name) and _JAPANESE_LETTERS.search(name.lower())
    return _Clue("ja", False, "Japanese syllables") if fits else None


def _chinese_place(name: str, _countries: Sequence[str]) -> _Clue | None:
    """One to three pinyin syllables with sounds that set them off from Romance places."""
    if not _CHINESE_LETTERS.search(name.lower()):
        return None
    words = [chinese.syllables(word) for word in name.split()]
    fits = all(words) and sum(map(len, words)) <= _CHINESE_SYLLABLES
    return _Clue("zh", False, "pinyin") if fits else None


def _slavic_place(name: str, countries: Sequence[str]) -> _Clue | None:
    """An ending of Russian or Ukrainian places; which of the two, by letters and endings, else by the country."""
    if _ENGLISH.intersection(fold(name).split()):
        return None
    words = fold(name).replace("-", " ").split()
    last = next((word for word in reversed(words) if _SLAVIC_PLACE.search(word)), "")
    if not last:
        return _unmarked_slavic(name, countries)
    certain = bool(_CERTAIN_PLACE.search(last))
    ukrainian, russian = bool(_UKRAINIAN_PLACE.search(last)), bool(_RUSSIAN_PLACE.search(last))
    around = [LANGUAGE_OF[country] for country in countries if LANGUAGE_OF.get(country) in ("ru", "uk")]
    if ukrainian != russian:
        origin = "uk" if ukrainian else "ru"
        if around and origin not in around and not certain:
            origin = around[0]
    elif around:
        origin = around[0]
    else:
        return None
    return _Clue(origin, certain, f"{_NAMES[origin]} ending or letters of {name}")


def _unmarked_slavic(name: str, countries: Sequence[str]) -> _Clue | None:
    """One word without such endings where Russia or Ukraine is named most: small places are mostly their own."""
    origin = LANGUAGE_OF.get(countries[0], "") if countries else ""
    if origin not in ("ru", "uk") or " " in name or len(name) < _SHORTEST or _WESTERN_LETTERS.search(fold(name)):
        return None
    return _Clue(origin, False, "no letters that the romanization lacks")


_PLACE: tuple[_Find, ...] = (_korean_place, _japanese_place, _chinese_place, _slavic_place)
