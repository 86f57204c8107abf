"""The shipped word lists in memory: what English words and names are known to be.

Loaded once, on first use; each list says in ``glossary/data`` where it comes from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from glossary.languages.countries import countries
from glossary.languages.english import american, fold_case, singular
from glossary.languages.frequencies import zipf_frequency

UNSEEN = 1.0
"""Zipf value given to a word that the reference corpora do not hold (their floor is about 1.0)."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the recognizers look words up in; keys are lower-case unless said otherwise."""

    strong: frozenset[str]
    """Words of a subject field wherever they stand, singular ("missile")."""
    weak: frozenset[str]
    """Words of a subject field in company, singular ("joint")."""
    flags: Mapping[str, str]
    """WordNet lemma → flags (m fixed multi-word noun, f public affairs, p person, t time, r relational adjective)."""
    general_adjectives: frozenset[str]
    general_nouns: frozenset[str]
    offices: frozenset[str]
    """Head nouns of office ("minister")."""
    roles: frozenset[str]
    """Head nouns that are titles only in company ("expert")."""
    office_modifiers: frozenset[str]
    honorifics: frozenset[str]
    styles: frozenset[str]
    """Honorifics that are titles of their own, as written ("Dame")."""
    heads: Mapping[str, str]
    """Head noun of a proper name, singular or plural → kind."""
    listed_terms: frozenset[str]
    """Terms of the curated termbase, singular, lower-case."""
    given_names: frozenset[str]
    """First names of the persons in WordNet that are no common English words and no places."""
    names: Mapping[str, tuple[str, str, str]]
    """Proper noun as written → kind, subkind, synonym group."""
    countries: Mapping[str, str]
    """Country name as written → ISO 3166-1 code."""
    demonyms: Mapping[str, str]
    """Demonym as written, singular or plural → ISO 3166-1 code."""


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lists of ``glossary/data``, read once per process (about 0.1 s)."""
    fields, offices, general, heads = (
        dict(_blocks(name)) for name in ("fields.txt", "offices.txt", "general.txt", "heads.txt")
    )
    names = dict.fromkeys(_lines("cities.txt"), ("place", "city", ""))
    listed = {(kind, form) for kind, forms in termbase() for form in forms}
    for form, kind, subkind, group in _rows("names.tsv"):
        names[form] = (kind, subkind, group)
    for kind, form in sorted(listed):  # people who know the field outweigh the lists
        if kind in NAMED and form[0].isupper() and len(form) > 2 and names.get(form, ("",))[0] != kind:
            names[form] = (kind, "", "")
    return Lexicon(
        strong=frozenset(fields["strong"]),
        weak=frozenset(fields["weak"]) - frozenset(fields["strong"]),
        flags={lemma: flags for lemma, _, flags, _ in _rows("lexemes.tsv") if flags},
        general_adjectives=frozenset(general["adjective"]),
        general_nouns=frozenset(general["noun"]),
        offices=frozenset(offices["office"]),
        roles=frozenset(offices["plain"]),
        office_modifiers=frozenset(offices["modifier"]),
        honorifics=frozenset(offices["honorific"]),
        styles=frozenset(offices["style"]),
        heads={word: kind for kind, words in heads.items() for word in words},
        listed_terms=frozenset(singular(fold_case(form)) for kind, form in listed if kind in ("term", "abbreviation")),
        given_names=_given_names(names, {*offices["office"], *offices["honorific"], *EPITHETS}),
        names=names,
        countries=countries().names,
        demonyms=countries().demonyms,
    )


NAMED = ("person", "place", "organization", "document", "event", "people")
"""Kinds of the termbase's rows whose forms are names."""


def termbase() -> Iterator[tuple[str, list[str]]]:
    """Kind and English forms of every row of the curated termbase (``glossary/data/termbase``)."""
    for path in sorted(files("glossary.data").joinpath("termbase").iterdir(), key=lambda item: item.name):
        for line in path.read_text(encoding="utf-8").splitlines():
            kind, _, rest = line.partition("\t")
            if not line.startswith("#") and kind != "kind":
                yield kind, rest.partition("\t")[0].split("|")


def _given_names(names: Mapping[str, tuple[str, str, str]], others: set[str]) -> frozenset[str]:
    first = Counter(form.split()[0] for form, (kind, _, _) in names.items() if kind == "person" and " " in form)
    return frozenset(
        name for name, count in first.items()
        if count >= GIVEN and name.isalpha() and zipf(name.lower()) < EVERYDAY_NAME and name not in countries().names
        and name.lower() not in others
    )  # fmt: skip


EPITHETS = (
    "apostle aram artaxerxes babe baron baroness booker buffalo carry chevalier comte conte diamond du duchess el "
    "fats fourth gautama gentleman grace holy innocent iron jupiter kaiser la lady le madame marquis marquise marshal "
    "modest pearl prince princess queen red rose saint salmon santa scourge sir sitting texas uncle urban van vicomte "
    "virgin viscount white wild yellow "
).split()
"""First words of names in WordNet that are epithets, particles or things ("Iron Chancellor", "Sitting Bull")."""
GIVEN = 2
"""Persons in WordNet who must share a first name before it counts as a given name ("King Alfred" gives none)."""
EVERYDAY_NAME = 5.1
"""Zipf value above which a first name is rather an English word ("Will", "King"); "John" has 5.1, "James" 5.0."""


@lru_cache(maxsize=200_000)
def zipf(word: str) -> float:
    """Zipf frequency (log10 of uses per billion words) of a lower-case word in general English, 1–8.

    A hyphenated word is as rare as its rarest part.
    """
    parts = [part for part in word.split("-") if part]
    return min(map(zipf, parts)) if "-" in word and parts else max(zipf_frequency(word), UNSEEN)


@lru_cache(maxsize=200_000)
def in_field(word: str) -> float:
    """How much a lower-case word belongs to a subject field: 1 strong, 0.5 weak, 0 not at all."""
    known = lexicon()
    base = singular(word)
    for form in (word, base, american(base), word.replace("-", " ")):
        if form in known.strong:
            return 1.0
    if word in known.weak or base in known.weak or american(base) in known.weak:
        return 0.5
    return max((in_field(part) for part in word.split("-")), default=0.0) if "-" in word else 0.0


@lru_cache(maxsize=200_000)
def wordnet_flags(phrase: str) -> str:
    """WordNet flags of a phrase under any spelling ("court martial" is listed as "court-martial")."""
    known = lexicon().flags
    text = singular(fold_case(phrase))
    for form in (text, text.replace(" ", "-"), text.replace("-", " "), text.replace("-", "")):
        if form in known:
            return known[form]
    return ""


def _blocks(name: str) -> Iterator[tuple[str, list[str]]]:
    """``key: word word …`` lines; the same key in several blocks is joined."""
    found: dict[str, list[str]] = {}
    for line in _lines(name):
        key, colon, words = line.partition(":")
        if colon:
            found.setdefault(key.strip(), []).extend(words.split())
    yield from found.items()


def _rows(name: str) -> Iterator[list[str]]:
    return (line.split("\t") for line in _lines(name))


def _lines(name: str) -> Iterator[str]:
    text = files("glossary.data").joinpath(name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith(("#", "[")))
