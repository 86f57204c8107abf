"""What kind of thing a name names: decided once per document, from all its uses together.

The order of the voices, most reliable first, each with the case that forced its place:

1. data on countries and peoples       ("Georgian", whatever the statistical recognizer says)
2. a title or honorific before it      ("President Park": no park)
3. the head noun of the name           ("Ministry of …", "Potsdam Declaration")
4. WordNet's proper nouns              ("Kremlin", "Siberia")
5. the majority of the entity labels   ("Kuninori Matsuda")
6. shape and the preposition before it ("in Kursk", "UNSCRs")
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from glossary.candidates.lexicon import Lexicon, lexicon, zipf
from glossary.expressions import expression
from glossary.languages.english import singular, unaccented
from glossary.model import Kind

LABELS: Mapping[str, tuple[Kind, str]] = {
    "PERSON": ("person", ""),
    "NORP": ("people", ""),
    "GPE": ("place", ""),
    "LOC": ("place", "region"),
    "FAC": ("place", "facility"),
    "ORG": ("organization", ""),
    "EVENT": ("event", ""),
    "LAW": ("document", "law"),
    "WORK_OF_ART": ("document", "work"),
    "PRODUCT": ("term", "product"),
    "LANGUAGE": ("people", "language"),
}
"""Entity labels of OntoNotes 5 → kind, subkind."""
STATELESS = frozenset(
    "Welsh Scottish Scot Kurdish Kurd Tibetan Uyghur Uighur Catalan Basque Chechen Tatar Rohingya Hmong Roma Sami "
    "Maori Zulu Xhosa Hutu Tutsi Pashtun Hazara Tajik Yazidi Druze Copt Coptic Cossack Ruthenian Ingush Circassian "
    "Ossetian Abkhaz Abkhazian Gagauz Buryat Yakut Bashkir Chuvash Kalmyk Evenk Ainu Ryukyuan Okinawan Sicilian "
    "Bavarian Flemish Walloon Breton Corsican Cornish Hawaiian Inuit Navajo Cherokee Sikh Tamil Bengali Punjabi "
    "Hong-Konger Siberian Crimean".split()
)
"""Peoples that ISO 3166 knows no country of, singular (Encyclopaedia Britannica, "ethnic groups", by continent)."""
SURNAMES_THAT_ARE_HEADS = frozenset(
    "park hill house ford day bush rice may lane church king field price bill wall bell stone west east north south "
    "page song banks brook waters plant port castle bridge forest marsh hall wells rivers glen dale moon law".split()
)
"""Head nouns that are surnames too: the recognizer's PERSON outweighs them."""
_CUTS = (" of ", " for ", " on ", " to ", " against ", " in ")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind with the voice that gave it."""

    kind: Kind
    subkind: str
    why: str


def decide(form: str, votes: Counter[str]) -> Verdict:
    """Kind of the name ``form``; ``votes`` counts ``label:X`` and ``cue:person``/``cue:place`` over its uses."""
    known = lexicon()
    words = form.split()
    plain = form.replace("’", "'")
    labels = Counter({label: votes[f"label:{label}"] for label in LABELS if votes[f"label:{label}"]})
    top = labels.most_common(1)[0][0] if labels else ""
    if re.search(r" vs?\.? ", plain):
        return Verdict("document", "case", "two parties of a court case")
    if plain in known.demonyms:
        return Verdict("people", "demonym", f"{form} is a people of {known.demonyms[plain]} (WordNet)")
    if plain.removesuffix("s") in STATELESS:
        return Verdict("people", "ethnic", "a people without a state of its own")
    if plain in known.countries:
        return Verdict("place", "country", f"{form} is a name of {known.countries[plain]} (CLDR, WordNet)")
    if votes["cue:person"] and len(words) <= 4 and not form.isupper() and (
        top in ("PERSON", "") or votes["cue:person"] * 2 >= sum(labels.values())
    ):  # fmt: skip
        return Verdict("person", "", "stands after a title or honorific")
    last = plain.rpartition("-")[2]
    if "-" in plain and " " not in plain and known.names.get(last, ("",))[0] == "place":
        return Verdict("place", "region", f"compound of the place {last}")
    listed = _listed(plain, top, votes, known)
    by_head = _by_head(form, top, known)
    if listed and (by_head is None or len(words) > 1):
        return listed
    if by_head:
        return by_head
    return _by_label(form, words, labels, top, votes)


def _listed(form: str, top: str, votes: Counter[str], known: Lexicon) -> Verdict | None:
    """The kind that WordNet or GeoNames give, unless the text speaks against it."""
    if form not in known.names:
        return None
    kind, subkind, _ = known.names[form]
    person = votes["inside:person"] or votes["cue:person"]
    if kind == "person" and top in ("GPE", "ORG", "LOC"):
        return None
    if kind != "person" and (person or (top == "PERSON" and " " not in form and zipf(form.lower()) > UNMISTAKABLE)):
        return None
    if subkind == "building" and top == "ORG":
        return Verdict("organization", "", "a building in WordNet that the text uses as a body")
    doubtful = subkind == "city" and " " not in form and zipf(form.lower()) > UNMISTAKABLE
    if doubtful and top == "ORG" and not votes["cue:place"]:
        return None
    return Verdict(_kind(kind), subkind, "proper noun in WordNet or GeoNames")


UNMISTAKABLE = 3.6
"""Zipf value up to which a listed name is taken at its word: "Novorossiysk" is a city whatever the recognizer says,
"Lincoln" may be a person."""
_MODEL_NUMBER = expression(r"^[A-Z][\w'’]*(?: [A-Z][\w'’]*)*[- ](?:\d+\w*|[A-Z]\d*|[VX]\d+)$")
"""A product with its number: "Hwasong-19", "Iskander-M"."""


_INITIAL = expression(r"^[A-Z][a-zà-ž]+ [A-Z]\. [A-Z][\w'’-]+$")
"""Given name, middle initial, surname: "Dwight D. Eisenhower"."""
_PERSONAL = frozenset(("ORG", "GPE", "NORP", "PRODUCT", "WORK_OF_ART", "FAC", ""))
"""Labels that a given name outweighs."""
_SHOUTED_LABELS = frozenset(("", "PERSON", "ORG", "PRODUCT", "GPE", "NORP", "LAW", "WORK_OF_ART", "EVENT"))
"""What the recognizer calls abbreviations."""


def _by_label(form: str, words: list[str], labels: Counter[str], top: str, votes: Counter[str]) -> Verdict:
    if form.isupper() and len(form) > 4 and lexicon().names.get(form.title(), ("",))[0] == "place":
        return Verdict("place", "", "a place in capitals, as in datelines")
    if (form.isupper() or _initialism(form)) and top in _SHOUTED_LABELS:
        return Verdict("abbreviation", "", "all capitals")
    if "." in form[1:-1] and " " not in form:
        return Verdict("organization", "web site", "written as a web address")
    if _MODEL_NUMBER.match(form) and "-" in form and (any(map(str.isdigit, form)) or top != "PERSON") and not (
        votes["cue:place"]
    ):  # fmt: skip
        return Verdict("term", "product", "name with a model number")
    return _by_cue(form, words, labels, top, votes) or _by_majority(words, top, votes)


def _by_cue(form: str, words: list[str], labels: Counter[str], top: str, votes: Counter[str]) -> Verdict | None:
    """What its words and the words around it tell against the recognizer's label."""
    known = lexicon()
    uses = sum(count for name, count in votes.items() if name.startswith("label:"))
    if 2 * votes["cue:thing"] > uses and (" " not in form or top != "PERSON"):
        return Verdict("term", "product", "stands before a noun of things that are built in series")
    if top in _PERSONAL and len(words) in (2, 3) and (_INITIAL.match(form) or words[0] in known.given_names):
        return Verdict("person", "", "a given name and a surname")
    if " " not in form and top in ("PERSON", "ORG", "NORP") and votes["cue:place"] * 2 >= sum(labels.values()) and not (
        votes["inside:person"]
    ):  # fmt: skip
        return Verdict("place", "", "stands after prepositions of place")
    if top in ("ORG", "GPE", "PRODUCT") and votes["cue:speech"] and 2 <= len(words) <= 3 and (
        all(zipf(word.lower()) < 3.5 for word in words)
    ):  # fmt: skip
        return Verdict("person", "", "two or three rare words that speak or have an age")
    if " " not in form and votes["inside:person"] and not votes["cue:place"] and (
        top not in ("GPE", "LOC") or form not in known.names
    ):  # fmt: skip
        return Verdict("person", "", "part of a full name in the document")
    if top == "PRODUCT" and votes["cue:place"] and not any(char.isdigit() for char in form):
        return Verdict("place", "", "stands after a preposition of place")
    return None


def _by_majority(words: list[str], top: str, votes: Counter[str]) -> Verdict:
    if top:
        kind, subkind = LABELS[top]
        return Verdict(kind, subkind, f"the recognizer's majority label is {top}")
    if votes["cue:place"]:
        return Verdict("place", "", "stands after a preposition of place")
    if 2 <= len(words) <= 3 and all(zipf(word.lower()) < 4 for word in words):
        return Verdict("person", "", "two or three capitalized words that are no common English words")
    return Verdict("organization", "", "capitalized name without other evidence")


BODIES = frozenset("senate congress parliament cabinet assembly council commission court ministry politburo".split())
"""Bodies that need no other name: "the Senate"."""
COMMON_HEAD = 4.0
"""Zipf value above which a head noun of places may also be a surname that the recognizer knows."""


def _by_head(form: str, top: str, known: Lexicon) -> Verdict | None:
    start = form
    for link in _CUTS:
        start = start.partition(link)[0]
    words = [word for word in start.split() if not word[0].isdigit()]
    if not words:
        return None
    head = unaccented(words[-1].lower().rstrip("."))
    kind = known.heads.get(head) or known.heads.get(singular(head))
    if kind == "organization" and form.lower() == head and head in BODIES and top in ("ORG", "GPE", "LOC", "FAC", ""):
        return Verdict("organization", "", f"a body by its own name: {head}")
    if kind is None or len(form.split()) == 1:
        return None
    if head in SURNAMES_THAT_ARE_HEADS and top in ("PERSON", "ORG", "") and start == form and (
        top == "PERSON" or head not in known.heads
    ):  # fmt: skip
        return None
    if top == "PERSON" and kind == "place" and start == form and len(words) == 2 and zipf(head) > COMMON_HEAD:
        return None  # "Burt Lancaster Beach"; but no person is called Oblast
    if kind == "work":
        return Verdict("document", "work", f"head noun {head}")
    if kind == "thing":
        return Verdict("term", "product", f"head noun {head}")
    if head in ("north", "south", "east", "west", "republic", "kingdom", "federation") and top in ("ORG", ""):
        return Verdict("place", "", f"head noun {head}") if top == "" else None
    return Verdict(_kind(kind), "", f"head noun {head}")


def _kind(name: str) -> Kind:
    kinds: dict[str, Kind] = {
        "person": "person", "place": "place", "organization": "organization", "event": "event",
        "document": "document", "people": "people",
    }  # fmt: skip
    return kinds[name]


def _initialism(form: str) -> bool:
    letters = form.removesuffix("s")
    return " " not in form and sum(char.isupper() for char in letters) >= 2 and sum(c.islower() for c in letters) <= 1
