"""When two candidates are one concept: each rule gives a candidate tokens; a shared token is one concept.

A rule has a reason in English or in data, never in likeness of strings; the reason is kept for ``explain``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from importlib.resources import files

from glossary.concepts.count import Count, Key
from glossary.expressions import expression
from glossary.languages.countries import country_code, people_code
from glossary.languages.english import fold, fold_spelling, romanized, singular
from glossary.model import KINDS, Kind

Token = tuple[str, ...]
_EVENT = expression(r"^(?P<head>\w+) (?:in|of|against) (?:the )?(?P<place>.+)$")
_PORTFOLIO = expression(r"^(?P<head>minister|ministry|department|secretary) (?:of|for) (?:the )?(?P<field>[\w' -]+)$")
_PORTFOLIO_HEADS = ("minister", "ministry", "department")
_SPACES = expression(r"[\s'-]")


def _spelling(key: Key, _count: Count) -> Sequence[Token]:
    """Same letters under case, number, hyphen, article, apostrophe, British or American spelling."""
    kind, folded = key
    return (("spelling", "title" if kind == "title" else "thing", folded),)


def _spaceless(key: Key, count: Count) -> Sequence[Token]:
    """A person's name written with or without spaces and hyphens: "Kim Yo-jong", "Kim Yojong"."""
    return (("spaceless", _SPACES.sub("", fold_spelling(max(count.bases)))),) if " " in key[1] else ()


def _romanized(key: Key, _count: Count) -> Sequence[Token]:
    """A person's name under two romanizations of its Slavic ending: "Zelensky", "Zelenskyy"."""
    return (("romanized", romanized(key[1])),)


def _country(_key: Key, count: Count) -> Sequence[Token]:
    """Names of one country under its ISO 3166-1 code (CLDR, WordNet)."""
    codes = {code for form in count.bases if (code := country_code(form))}
    return (("country", *codes),) if len(codes) == 1 else ()


def _people(_key: Key, count: Count) -> Sequence[Token]:
    """Words for one people under the ISO 3166-1 code of its country: "British", "Briton"."""
    codes = {code for form in count.bases if (code := people_code(form))}
    return (("people", *codes),) if len(codes) == 1 else ()


def _event(_key: Key, count: Count) -> Sequence[Token]:
    """An event and its country in either order: "Ukraine war", "war in Ukraine", "Ukrainian conflict"."""
    form = _shown(count)
    match = _EVENT.match(form)
    place, head = (match["place"], match["head"]) if match else (form.rpartition(" ")[0], form.rpartition(" ")[2])
    code = head[:1].islower() and (country_code(place) or people_code(place))
    return (("event", code, singular(head)),) if code else ()


def _portfolio(key: Key, _count: Count) -> Sequence[Token]:
    """A ministry or minister in either order: "Ministry of Defense", "Defense Ministry"."""
    match = _PORTFOLIO.match(key[1])
    field, head = (match["field"], match["head"]) if match else (key[1].rpartition(" ")[0], key[1].rpartition(" ")[2])
    if head not in _PORTFOLIO_HEADS:
        return ()
    field = re.sub(r"\baffairs$", "", field).strip()
    return (("portfolio", head, field),) if field and " of " not in f" {field} " else ()


def _synonym(key: Key, count: Count) -> Sequence[Token]:
    """Unambiguous members of one WordNet synset: "UN", "United Nations"; "front line", "battlefront".

    Countries have their ISO codes instead: WordNet gives Russia and the Soviet Union one synset.
    """
    named, groups = key[0] != "term", wordnet_groups()
    found = [groups.get(form if named else singular(form.lower())) for form in count.bases]
    tokens = [("synset", group[1]) for group in found if group and named == group[0]]
    return () if tokens and any(map(country_code, count.bases)) else tokens


Rule = Callable[[Key, Count], Sequence[Token]]
RULES: Mapping[str, tuple[Rule, tuple[Kind, ...]]] = {
    "spelling": (_spelling, KINDS),
    "spaceless": (_spaceless, ("person",)),
    "romanized": (_romanized, ("person",)),
    "country": (_country, ("place", "abbreviation", "organization")),
    "people": (_people, ("people",)),
    "event": (_event, ("term", "event")),
    "portfolio": (_portfolio, ("title", "organization")),
    "synset": (_synonym, tuple(kind for kind in KINDS if kind != "person")),
}
"""Name as shown by ``explain``, which its tokens begin with → rule, and the kinds of candidates that it concerns."""
_OTHERS = {
    kind: [rule for name, (rule, kinds) in RULES.items() if kind in kinds and name != "spelling"] for kind in KINDS
}


@lru_cache(maxsize=1)
def wordnet_groups() -> Mapping[str, tuple[bool, str]]:
    """Form → (is a name, synset) for the proper nouns and the unambiguous common nouns of WordNet."""
    groups: dict[str, tuple[bool, str]] = {}
    for name, column, proper in (("names.tsv", 3, True), ("lexemes.tsv", 3, False)):
        for line in files("glossary.data").joinpath(name).read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            if fields[column]:
                groups[fields[0]] = (proper, fields[column])
    return groups


def merge(counts: Mapping[Key, Count]) -> list[tuple[list[Key], dict[Key, str]]]:
    """Groups of candidates that are one concept, each with why a member joined; sorted."""
    parent: dict[Key, Key] = {}
    why: dict[Key, str] = {}

    def root(key: Key) -> Key:
        while (above := parent.get(key, key)) != key:
            parent[key] = parent.get(above, above)
            key = parent[key]
        return key

    def join(one: Key, other: Key, reason: str) -> None:
        first, second = sorted((root(one), root(other)))
        if first != second:
            parent[second] = first
            why.setdefault(max(one, other), reason)

    for one, other, reason in (*_shared_tokens(counts), *_expansions(counts), *_aliases(counts), *_surnames(counts)):
        join(one, other, reason)
    groups: dict[Key, list[Key]] = {}
    for key in sorted(counts):
        groups.setdefault(root(key) if key in parent else key, []).append(key)
    return [(members, {key: why[key] for key in members if key in why}) for members in groups.values()]


def tokens(key: Key, count: Count) -> list[Token]:
    """What the rules give a candidate beside its spelling, which is its key."""
    return [token for rule in _OTHERS[key[0]] for token in rule(key, count)]


def _shared_tokens(counts: Mapping[Key, Count]) -> Iterator[tuple[Key, Key, str]]:
    """Candidates to which a rule gives the same token."""
    owners: dict[Token, Key] = {}
    for key in sorted(counts):
        count = counts[key]
        for token in (*_spelling(key, count), *(tokens(key, count) if count.tokens is None else count.tokens)):
            owner = owners.setdefault(tuple(token), key)
            if owner != key:
                yield owner, key, f"{_shown(count)} = {_shown(counts[owner])}: rule {token[0]}"


def _shown(count: Count) -> str:
    if len(count.bases) == 1:
        return next(iter(count.bases))
    return max(count.bases, key=lambda form: (count.bases[form], form))


def _expansions(counts: Mapping[Key, Count]) -> Iterator[tuple[Key, Key, str]]:
    """An abbreviation and its long form, unless the documents expand it in two ways."""
    long = {key: expanded(count) for key, count in counts.items() if count.relations}
    asked = {folded for targets in long.values() for folded in targets}
    by_fold: dict[str, list[Key]] = defaultdict(list)
    for key in counts:
        if key[1] in asked:
            by_fold[key[1]].append(key)
    for key, targets in sorted(long.items()):
        if len(targets) == 1:
            for folded, form in targets.items():
                for other in by_fold.get(folded, ()):
                    if other != key:
                        yield key, other, f"{_shown(counts[key])} = {form}: defined in the text"


def expanded(count: Count) -> Mapping[str, str]:
    """The long forms of an abbreviation, by their keys."""
    return {fold(relation.target): relation.target for relation in count.relations if relation.type == "expansion"}


def shorter(key: Key, count: Count) -> AbstractSet[str]:
    """The keys of a person's names that documents take for shorter forms of the name, of two words and more."""
    if key[0] != "person" or (count.forms == count.bases and not key[1].endswith("\0")):  # then all fold to the key
        return frozenset()
    return {folded for form in count.forms if " " in (folded := fold(form)) and folded != key[1]}


def _aliases(counts: Mapping[Key, Count]) -> Iterator[tuple[Key, Key, str]]:
    """A name that one document takes for another's shorter form: "Alexander Haig" and "Alexander M. Haig".

    Names of two words and more only, and only where it is the shorter form of just one name.
    """
    longer: dict[Key, set[Key]] = defaultdict(set)
    for key, count in counts.items():
        for folded in shorter(key, count):
            if ("person", folded) in counts:
                longer["person", folded].add(key)
    for alias in sorted(longer):
        if len(longer[alias]) == 1:
            (key,) = longer[alias]
            yield alias, key, f"{_shown(counts[alias])} = {_shown(counts[key])}: its shorter form in a document"


def _surnames(counts: Mapping[Key, Count]) -> Iterator[tuple[Key, Key, str]]:
    """A surname alone in one document and a full name in another, if the corpus has only one such name."""
    full: dict[str, set[Key]] = defaultdict(set)
    for key in counts:
        if key[0] == "person" and " " in key[1]:
            first, *_, last = key[1].split()
            full[last].add(key)
            full[first].add(key)
    for key in sorted(counts):
        if key[0] == "person" and len(full.get(key[1], ())) == 1:
            (other,) = full[key[1]]
            if any(fold_spelling(form) == key[1] for form in counts[other].forms):
                yield (
                    key,
                    other,
                    f"{_shown(counts[key])} = {_shown(counts[other])}: the only such name in all documents",
                )
