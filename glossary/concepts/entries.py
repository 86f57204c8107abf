"""A group of candidates → one concept entry: kind, preferred form, terms, examples."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from glossary.concepts.tally import SAMPLE, Count, Key
from glossary.languages.countries import countries, country_code, people_code
from glossary.languages.english import fold, fold_case, singular_form
from glossary.model import KINDS, ConceptEntry, Kind, LanguageSection, Occurrence, Term, TermType

MAX_FORMS = 25
"""English forms kept per concept, the most used ones."""


LONG_CAPITALS = 4
"""Letters up to which a place in capitals may be an abbreviation ("DPRK", "UAE")."""
TERM_SHARE = 3
"""Uses as a term for one as a name, from which the group is a term: below it, a few small letters are slips."""


def kind_of(members: Sequence[Key], counts: Mapping[Key, Count]) -> Kind:
    """The kind of a group: the most used one; a name, title or people goes before a term, and anything
    before a bare abbreviation, because those kinds were decided on more evidence.
    """
    votes: Counter[Kind] = Counter()
    for key in members:
        votes[key[0]] += counts[key].count
    strong = {kind: n for kind, n in votes.items() if kind not in ("term", "abbreviation")}
    if sum(strong.values()) * TERM_SHARE < votes["term"]:
        strong = {}  # a common noun that some sentence began with a capital
    if not strong and votes["term"]:
        return "term"  # with its abbreviation: "exclusive economic zone (EEZ)"
    for pool in (strong, votes):
        if pool:
            return min(pool, key=lambda kind: (-pool[kind], kind == "abbreviation", KINDS.index(kind)))
    return "term"


def preferred_form(kind: Kind, members: Sequence[Key], counts: Mapping[Key, Count], abbreviations: str) -> str:
    """The form that becomes the message, by these rules:

    person: the longest name, then the most used spelling.  Country: CLDR's name when the documents use it,
    else the most used name that is no abbreviation.  Known by abbreviation and expansion: as settings say.
    Title, term, people, abbreviation: the most used form, head noun in the singular.  Others: the most used.
    """
    bases: Counter[str] = Counter()
    for key in members:
        bases.update(counts[key].bases)
    codes = {country_code(form) for form in bases} - {""} if kind == "place" else set()
    if len(codes) == 1:
        name = countries().cldr[next(iter(codes))]
        if name in bases:
            return name
    if abbreviations == "abbreviation" and kind in NAMED_SHORT:
        settled = Counter(form for key in members for form in counts[key].forms.elements())
        bases |= Counter({form: count for form, count in settled.items() if is_abbreviation(form)})
    short = {form for form in bases if is_abbreviation(form)}
    long = set(bases) - short
    pool = (short if abbreviations == "abbreviation" and short else long) or set(bases)
    if kind == "place":
        bases = Counter({f.title() if f.isupper() and len(f) > LONG_CAPITALS else f: n for f, n in bases.items()})
        pool = {f.title() if f.isupper() and len(f) > LONG_CAPITALS else f for f in pool}  # "TOKYO - " in a dateline
    if kind == "person":
        size = max(len(form.replace("-", " ").split()) for form in pool)
        pool = {form for form in pool if len(form.replace("-", " ").split()) == size}
    best = min(pool, key=lambda form: (-bases[form], _doubtful(kind, form), form))
    if kind in ("title", "term", "people", "abbreviation"):
        best = singular_form(best)
    if kind == "people" and people_code(best) and len(pool) > 1:
        best = min((f for f in pool if people_code(f)), key=lambda f: (-bases[f], f))
        best = singular_form(best) if people_code(singular_form(best)) else best
    if kind == "term" and best[:1].isupper() and best.split()[0].casefold() in {f.split()[0] for f in pool}:
        best = best[0].lower() + best[1:]
    return best


NAMED_SHORT = ("organization", "document", "event", "term", "abbreviation")
"""Kinds whose abbreviation may be their name, also one that a document only settled as a short form."""


def _doubtful(kind: Kind, form: str) -> bool:
    """Of two spellings as frequent the other is better: this one shouts, or is a term as it opens a sentence."""
    return (form.isupper() and len(form) > 6) or (kind == "term" and form[:1].isupper())


def is_abbreviation(form: str) -> bool:
    """Written as one: all capitals or with inner capitals, one word ("UNSCRs", "G7", "U.S.")."""
    bare = form[:-1] if form.endswith("s") and len(form) > 3 else form
    return " " not in form and len(bare) > 1 and bare.upper() == bare and any(c.isalpha() for c in bare)


def terms(kind: Kind, preferred: str, forms: Counter[str], deprecated: Iterable[str]) -> tuple[Term, ...]:
    """The English terms, preferred first, then by falling count."""
    merged: dict[str, Counter[str]] = {}
    for form, count in forms.items():
        merged.setdefault(fold_case(form), Counter())[form] += count
    own = merged.pop(fold_case(preferred), Counter())
    banned = {fold_case(form): form for form in deprecated}
    found = [Term(preferred, _type(kind, preferred, preferred), "preferred", count=own.total())]
    rest = [
        (min(group, key=lambda f: (-group[f], f)), group.total()) for key, group in merged.items() if key not in banned
    ]
    rest.sort(key=lambda item: (-item[1], item[0]))
    found += [
        Term(form, _type(kind, form, preferred), "admitted", count=count) for form, count in rest[: MAX_FORMS - 1]
    ]
    found += [
        Term(form, "variant", "deprecated", count=merged.get(key, Counter()).total())
        for key, form in sorted(banned.items())
        if key != fold_case(preferred)
    ]
    return tuple(found)


def _type(kind: Kind, form: str, preferred: str) -> TermType:
    if is_abbreviation(form):
        return "acronym"
    if form == preferred:
        return "fullForm"
    if fold(form) == fold(preferred):
        return "variant"
    if kind in ("person", "organization", "place") and len(form) < len(preferred):
        return "shortForm"
    return "phrase" if kind == "title" else "variant"


def examples(occurrences: Iterable[Occurrence], preferred: str, limit: int = 2) -> tuple[Occurrence, ...]:
    """The most telling sentences: running text before captions, a middling length (90–200 characters), the
    preferred form itself, and the earliest place; one per sentence text.
    """
    seen: dict[str, Occurrence] = {}
    for occurrence in sorted(occurrences):
        seen.setdefault(occurrence.sentence, occurrence)
    target = fold_case(preferred)

    def rank(item: Occurrence) -> tuple[bool, bool, int, Occurrence]:
        length = len(item.sentence)
        distance = max(90 - length, 0, length - 200)
        return (
            item.role not in ("paragraph", "list item"),
            target not in fold_case(item.sentence),
            distance // 30,
            item,
        )

    return tuple(sorted(seen.values(), key=rank)[:limit])


def slug(form: str) -> str:
    """ASCII identifier of a form: "Workers' Party of Korea" → ``workers-party-of-korea``."""
    text = unicodedata.normalize("NFKD", form).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-") or "x" + "-".join(f"{ord(char):x}" for char in form)


def entry(
    identifier: str, kind: Kind, preferred: str, members: Sequence[Key], counts: Mapping[Key, Count], **more: object
) -> ConceptEntry:
    """The concept entry of a group, without links to other concepts."""
    forms: Counter[str] = Counter()
    subkinds: Counter[str] = Counter()
    occurrences: set[Occurrence] = set()
    reasons: dict[str, None] = {}
    for key in members:
        count = counts[key]
        forms.update(count.forms)
        for base in count.bases:
            forms.setdefault(base, 0)
        subkinds.update(count.subkinds)
        occurrences.update(count.sample())
        for _, why in sorted(count.reasons):
            reasons.update(dict.fromkeys(why))
    sample = tuple(sorted(occurrences)[:SAMPLE])
    deprecated = more.pop("deprecated", ())
    extra = more.pop("why", ())
    section = LanguageSection("en", terms(kind, preferred, forms, deprecated))  # type: ignore[arg-type]
    return ConceptEntry(
        id=identifier,
        kind=kind,
        sections=(section,),
        subkind=min(subkinds, key=lambda s: (-subkinds[s], s)) if subkinds else "",
        occurrences=sample,
        examples=examples(occurrences, preferred),
        count=sum(counts[key].count for key in members),
        documents=max((counts[key].documents for key in members), default=0),
        why=(*tuple(reasons)[:8], *extra),  # type: ignore[misc]
        **more,  # type: ignore[arg-type]
    )
