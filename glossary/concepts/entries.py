"""A group of candidates → one concept entry: kind, preferred form, terms, examples."""

from __future__ import annotations

import unicodedata
from array import array
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from glossary.concepts.count import SAMPLE, Count, Key
from glossary.concepts.samples import OCCURRENCE, Sampled, joined, none, rows
from glossary.expressions import expression
from glossary.languages.countries import countries, country_code, people_code
from glossary.languages.english import fold, fold_case, singular_form
from glossary.model import KINDS, ConceptEntry, Kind, LanguageSection, Term, TermType

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
    if len(members) == 1 or len({kind for kind, _ in members}) == 1:
        return members[0][0]
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
    bases = together([counts[key].bases for key in members])
    if len(bases) == 1 and abbreviations != "abbreviation":  # as of most concepts: no rule has a choice
        (best,) = bases
        return singular_form(best) if kind in SINGULAR else _quiet(best) if kind == "place" else best
    codes = {country_code(form) for form in bases} - {""} if kind == "place" else set()
    if len(codes) == 1:
        name = countries().cldr[next(iter(codes))]
        if name in bases:
            return name
    if abbreviations == "abbreviation" and kind in NAMED_SHORT:
        written = together([counts[key].forms for key in members])
        short_forms = {form: max(n, bases.get(form, 0)) for form, n in written.items() if is_abbreviation(form)}
        bases = {**bases, **short_forms}
    short = {form for form in bases if is_abbreviation(form)}
    long = set(bases) - short
    pool = (short if abbreviations == "abbreviation" and short else long) or set(bases)
    if kind == "place":
        bases = {_quiet(form): uses for form, uses in bases.items()}
        pool = {_quiet(form) for form in pool}  # "TOKYO - " in a dateline
    if kind == "person":
        size = max(len(form.replace("-", " ").split()) for form in pool)
        pool = {form for form in pool if len(form.replace("-", " ").split()) == size}
    best = min(pool, key=lambda form: (-bases[form], _doubtful(kind, form), form))
    if kind in SINGULAR:
        best = singular_form(best)
    if kind == "people" and people_code(best) and len(pool) > 1:
        best = min((f for f in pool if people_code(f)), key=lambda f: (-bases[f], f))
        best = singular_form(best) if people_code(singular_form(best)) else best
    if kind == "term" and best[:1].isupper() and best.split()[0].casefold() in {f.split()[0] for f in pool}:
        best = best[0].lower() + best[1:]
    return best


SINGULAR = ("title", "term", "people", "abbreviation")
"""Kinds that are shown with their head noun in the singular."""
NAMED_SHORT = ("organization", "document", "event", "term", "abbreviation")
"""Kinds whose abbreviation may be their name, also one that a document only settled as a short form."""


def together(counters: Sequence[Mapping[str, int]]) -> Mapping[str, int]:
    """Texts with their uses, those of several counts added up."""
    if len(counters) == 1:
        return counters[0]
    whole: Counter[str] = Counter()
    for counter in counters:
        whole.update(counter)
    return whole


def _quiet(form: str) -> str:
    """A name that is not shouted."""
    return form.title() if form.isupper() and len(form) > LONG_CAPITALS else form


def _doubtful(kind: Kind, form: str) -> bool:
    """Of two spellings as frequent the other is better: this one shouts, or is a term as it opens a sentence."""
    return (form.isupper() and len(form) > 6) or (kind == "term" and form[:1].isupper())


def is_abbreviation(form: str) -> bool:
    """Written as one: all capitals or with inner capitals, one word ("UNSCRs", "G7", "U.S.")."""
    if " " in form or (form.isascii() and form.islower()):
        return False
    bare = form[:-1] if form.endswith("s") and len(form) > 3 else form
    return len(bare) > 1 and bare.upper() == bare and any(c.isalpha() for c in bare)


def terms(kind: Kind, preferred: str, forms: Mapping[str, int], deprecated: Collection[str]) -> tuple[Term, ...]:
    """The English terms, preferred first, then by falling count."""
    if len(forms) == 1 and not deprecated and preferred in forms:  # as of most concepts
        return (Term(preferred, _type(kind, preferred, preferred), "preferred", count=forms[preferred]),)
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


class Examples(Sampled):
    """The most telling sentences, looked for when somebody asks."""

    __slots__ = ("_preferred", "whole")

    def __init__(self, whole: Sampled, preferred: str) -> None:
        super().__init__(whole.texts, none())
        self.whole, self._preferred = whole, preferred

    @property
    def numbers(self) -> array[int]:
        """Five of each."""
        if not self._numbers:
            self._numbers = joined(examples(self.whole, self._preferred))
        return self._numbers


def examples(occurrences: Sampled, preferred: str, limit: int = 2) -> list[tuple[int, ...]]:
    """The most telling sentences: running text before captions, a middling length (90–200 characters), the
    preferred form itself, and the earliest place; one per sentence text.

    ``occurrences`` are in reading order.
    """
    places = rows(occurrences.numbers, OCCURRENCE)
    if len(places) == 1:
        return places
    texts = occurrences.texts.all
    seen: set[int] = set()
    ranked: list[tuple[bool, bool, int, int, tuple[int, ...]]] = []
    target, plain = fold_case(preferred), preferred.isascii()
    for place in places:
        _, _, _, said_in, role = place
        if said_in not in seen:
            seen.add(said_in)
            sentence = texts[said_in]
            length = len(sentence)
            distance = 90 - length if length < 90 else length - 200 if length > 200 else 0
            # as most do: what is in plain letters as it stands is there folded, too
            said = (plain and preferred in sentence) or target in fold_case(sentence)
            written = texts[role] in ("paragraph", "list item")
            ranked.append((not written, not said, distance // 30, len(ranked), place))
    return [item[-1] for item in sorted(ranked)[:limit]]


_OTHERS = expression(r"[^a-z0-9]+")


def slug(form: str) -> str:
    """ASCII identifier of a form: "Workers' Party of Korea" → ``workers-party-of-korea``."""
    plain = form if form.isascii() else unicodedata.normalize("NFKD", form).encode("ascii", "ignore").decode()
    return _OTHERS.sub("-", plain.lower().replace("'", "")).strip("-") or "x" + "-".join(
        f"{ord(char):x}" for char in form
    )


def forms_of(own: Sequence[Count]) -> Mapping[str, int]:
    """The forms of a group's counts, each with its uses; those that only name it have none."""
    forms = together([count.forms for count in own])
    for count in own:
        if not count.bases.keys() <= forms.keys():
            forms = {**dict.fromkeys(count.bases, 0), **forms}
    return forms


def entry(
    identifier: str, kind: Kind, preferred: str, members: Sequence[Key], counts: Mapping[Key, Count], **more: object
) -> ConceptEntry:
    """The concept entry of a group."""
    own = [counts[key] for key in members]
    forms = forms_of(own)
    subkinds = together([count.subkinds for count in own])
    reasons = own[0].said()
    if len(own) > 1:
        reasons = tuple(dict.fromkeys([reason for count in own for reason in count.said()]))
    occurrences = every = own[0].sample()
    if len(own) > 1:
        places = {row for count in own for row in rows(count.sample().numbers, OCCURRENCE)}
        every = Sampled(every.texts, joined(sorted(places, key=every.texts.order)))
        occurrences = Sampled(every.texts, every.numbers[: SAMPLE * OCCURRENCE])
    deprecated = more.pop("deprecated", ())
    extra = more.pop("why", ())
    section = LanguageSection("en", terms(kind, preferred, forms, deprecated))  # type: ignore[arg-type]
    return ConceptEntry(
        id=identifier,
        kind=kind,
        sections=(section,),
        subkind=min(subkinds, key=lambda s: (-subkinds[s], s)) if subkinds else "",
        occurrences=occurrences,
        examples=Examples(every, preferred),
        count=sum([count.count for count in own]),
        documents=max([count.documents for count in own]),
        why=(*reasons[:8], *extra),  # type: ignore[misc]
        **more,  # type: ignore[arg-type]
    )
