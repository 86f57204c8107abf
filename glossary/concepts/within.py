"""Inside one document: which candidates are one thing under a short name.

Short names are resolved here and not over the whole corpus, because "Kim", "the Ministry" and "the North"
mean what the document at hand has named.  Where two things could be meant, nothing is merged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from glossary.languages.countries import country_code, people_code
from glossary.languages.english import fold, fold_spelling, romanized
from glossary.model import Candidate, Kind, Relation

GENERIC_TAILS = frozenset(
    "news agency group inc company corporation newspaper network television tv press corp ltd".split()
)
"""Words that a name may lose without naming something else: "Kyodo" and "Kyodo News"."""
NAMES: tuple[Kind, ...] = ("organization", "document", "event", "place")
"""Kinds whose names have head nouns and initials."""
SHORT: tuple[Kind, ...] = ("abbreviation", "organization")
"""Kinds that an abbreviation may have been given."""
DIRECTIONS = frozenset(("North", "South", "East", "West"))


def resolve(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of one document with short names merged into the full ones, each with its reason.

    What only a decision asked for is nobody's short name: it stays as it is.
    """
    asked = tuple(candidate for candidate in candidates if candidate.recognizer == "accepted")
    candidates = [candidate for candidate in candidates if candidate.recognizer != "accepted"]
    merges: dict[int, tuple[int, str]] = {}
    notes: dict[int, list[str]] = defaultdict(list)
    dropped: set[int] = set()
    by_kind: dict[Kind, list[int]] = defaultdict(list)
    for index, candidate in enumerate(candidates):
        by_kind[candidate.kind].append(index)
    _people(candidates, by_kind["person"], merges, notes)
    _bodies(candidates, by_kind["organization"], merges)
    _heads(candidates, [index for kind in NAMES for index in by_kind[kind]], merges)
    _initials(candidates, by_kind, merges)
    _places(candidates, by_kind["place"], merges, dropped)
    return (*_apply(candidates, merges, notes, dropped), *asked)


def _people(
    candidates: Sequence[Candidate],
    people: Iterable[int],
    merges: dict[int, tuple[int, str]],
    notes: dict[int, list[str]],
) -> None:
    names = {index: _name(candidates[index]) for index in people}
    by_word: dict[str, list[int]] = defaultdict(list)
    for index, words in names.items():
        if len(words) > 1:
            for word in {words[0], words[-1]}:
                by_word[word].append(index)
    for index, words in names.items():
        near = by_word.get(words[0], ())
        fits = [other for other in near if other != index and _short_for(words, names[other])]
        fits = _longest(fits, lambda one, full: names[one] == names[full] or _short_for(names[one], names[full]))
        if len(fits) == 1:
            reason = f"{candidates[index].form} → {candidates[fits[0]].form}: the only such name in the document"
            merges[index] = (fits[0], reason)
        elif len(fits) > 1:
            shown = ", ".join(sorted(candidates[other].form for other in fits))
            notes[index].append(f"ambiguous short name, not merged: could be {shown}")


def _longest(fits: Sequence[int], short_for: Callable[[int, int], bool]) -> list[int]:
    """The one of which all the others are shorter forms, where there is one: "Joseph Biden", "Joseph R. Biden"."""
    for full in fits:
        if all(other == full or short_for(other, full) for other in fits):
            return [full]
    return list(fits)


def _name(candidate: Candidate) -> tuple[str, ...]:
    return tuple(romanized(fold_spelling(word)) for word in candidate.form.split())


def _short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """A surname or given name alone, or first and last of three names ("Joseph Biden", "Joseph R. Biden")."""
    if len(short) == 1:
        return short[0] in (full[0], full[-1])
    return short[0] == full[0] and short[-1] == full[-1] and len(full) > len(short)


def _bodies(candidates: Sequence[Candidate], bodies: Iterable[int], merges: dict[int, tuple[int, str]]) -> None:
    words = {index: fold_spelling(candidates[index].form).split() for index in bodies}
    by_first: dict[str, list[int]] = defaultdict(list)
    for index, written in words.items():
        by_first[written[0]].append(index)
    for index, written in words.items():
        near = by_first[written[0]]
        fits = [other for other in near if other != index and _body_short(written, words[other])]
        fits = _longest(fits, lambda short, full: _body_short(words[short], words[full]))
        if len(fits) == 1:
            reason = f"{candidates[index].form} → {candidates[fits[0]].form}: short form in the same document"
            merges[index] = (fits[0], reason)


def _body_short(short: list[str], full: list[str]) -> bool:
    if len(short) >= len(full) or full[: len(short)] != short:
        return False
    rest = full[len(short) :]
    return (rest[0] in ("of", "for", "on") and len(short) > 1) or all(word in GENERIC_TAILS for word in rest)


def _heads(candidates: Sequence[Candidate], named: Iterable[int], merges: dict[int, tuple[int, str]]) -> None:
    """A head noun alone, with a capital, for the only name that ends with it: "the Treaty", "the Navy"."""
    named = list(named)
    by_head: dict[str, list[int]] = defaultdict(list)
    for index in named:
        by_head[_head(candidates[index].form)].append(index)
    for index in named:
        form = candidates[index].form
        if " " in form or form.isupper() or index in merges or candidates[index].kind == "place":
            continue
        fits = [other for other in by_head.get(form, ()) if candidates[other].form != form]
        if len(fits) == 1:
            reason = f"{form} → {candidates[fits[0]].form}: the only name in the document that ends so"
            merges[index] = (fits[0], reason)


def _head(form: str) -> str:
    """Head noun of a name: "Ministry" of "Ministry of Culture", "Navy" of "German Navy"."""
    return re.split(" (?:of|for|on|to) ", form)[0].rpartition(" ")[2]


def _initials(
    candidates: Sequence[Candidate], by_kind: Mapping[Kind, Sequence[int]], merges: dict[int, tuple[int, str]]
) -> None:
    """An abbreviation that is spelled by the initials of just one name of the document: "EU", "European Union"."""
    long: dict[str, set[int]] = defaultdict(set)
    for kind in NAMES:
        for index in by_kind[kind]:
            words = [word for word in candidates[index].form.replace("-", " ").split() if word[0].isupper()]
            if len(words) > 1:
                long["".join(word[0] for word in words)].add(index)
    for kind in SHORT:
        for index in by_kind[kind]:
            form = candidates[index].form.replace(".", "")
            if not form.isupper() or index in merges or country_code(form):
                continue
            fits = long.get(form, set()) - {index}
            if len(fits) == 1:
                (target,) = fits
                merges[index] = (target, f"{form} → {candidates[target].form}: its initials, and no other name's")


def _places(
    candidates: Sequence[Candidate], places: Iterable[int], merges: dict[int, tuple[int, str]], dropped: set[int]
) -> None:
    places = list(places)
    by_form = {candidates[index].form: index for index in places}
    for index in places:
        form = candidates[index].form
        if form in DIRECTIONS:
            fits = [other for other in places if _half(form, candidates[other].form)]
            if len(fits) == 1:
                merges[index] = (fits[0], f"the {form} → {candidates[fits[0]].form}: the only such country named here")
            elif form in ("North", "South", "East"):
                dropped.add(index)  # a direction, or a country that the document does not name
            continue
        first = form.partition(" ")[0]
        for cut in (first, " ".join(form.split()[:2])):
            short = form[len(cut) + 1 :]
            if people_code(cut) and short in by_form and by_form[short] != index:
                merges[by_form[short]] = (index, f"{short} → {form}: named with its country in the same document")


def _half(direction: str, form: str) -> bool:
    """Whether a country is the northern or southern half of two: "North" of "North Korea", not of "North Macedonia"."""
    start, _, rest = form.partition(" ")
    other = {"North": "South", "South": "North"}.get(direction, "")
    return start == direction and bool(country_code(form) and country_code(f"{other} {rest}"))


def _apply(
    candidates: Sequence[Candidate],
    merges: Mapping[int, tuple[int, str]],
    notes: Mapping[int, list[str]],
    dropped: set[int],
) -> tuple[Candidate, ...]:
    merged: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for index, (first, reason) in merges.items():
        seen, target = {index}, first
        while target in merges and target not in seen:  # "Kyodo" → "Kyodo News" → "Kyodo News Agency"
            seen.add(target)
            target = merges[target][0]
        if target not in seen:
            merged[target].append((index, reason))
    gone = dropped | {index for group in merged.values() for index, _ in group}
    found = []
    for index, candidate in enumerate(candidates):
        if index in gone:
            continue
        if index not in merged and index not in notes:
            found.append(candidate)
            continue
        parts = [candidates[other] for other, _ in merged[index]]
        why = (*candidate.why, *(reason for _, reason in merged[index]), *notes.get(index, ()))
        relations: set[Relation] = {relation for part in (candidate, *parts) for relation in part.relations}
        occurrences = sorted(occurrence for part in (candidate, *parts) for occurrence in part.occurrences)
        found.append(candidate._replace(why=why, relations=tuple(sorted(relations)), occurrences=tuple(occurrences)))
    return tuple(sorted(found, key=lambda c: (c.kind, fold(c.form), c.form)))
