"""Concepts and terms → suggestions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import zip_longest

from glossary.expressions import expression
from glossary.languages.countries import countries
from glossary.model import ConceptEntry, Suggestion
from glossary.suggestions import confidence
from glossary.suggestions.query import Query, Rendering, Resources
from glossary.suggestions.sources import answers

MOST = 4
"""Suggestions per concept and language: the best and up to three more."""
_LEAST = 0.25
"""Nothing below this confidence is shown: three of four would be wrong."""
_WORD = expression(r"\w[\w.'’-]*\w|\w")

Suggestions = Mapping[str, Mapping[str, tuple[Suggestion, ...]]]
"""Language → concept id → suggestions, the best first."""
TermSuggestions = Sequence[tuple[str, Mapping[str, tuple[Suggestion, ...]]]]
"""Term as asked, language → suggestions, the best first."""


def key(concept: ConceptEntry) -> str:
    """All of a concept that its suggestions depend on, as a hash."""
    asked = [concept.id, concept.kind, concept.subkind]
    for term in concept.english.terms:
        asked += (term.form, term.type, term.status)
    asked += ["", *[example.sentence for example in concept.examples]]
    return blake2b("\0".join(asked).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def suggest(concepts: Iterable[ConceptEntry], languages: Iterable[str], resources: Resources) -> Suggestions:
    """Suggestions for every concept that is to be translated.

    The preferred English form decides; the other forms are asked as well, for what the sources do not know
    under the preferred one.
    """
    queries = {concept.id: _queries(concept) for concept in concepts if concept.translate}
    found: dict[str, dict[str, tuple[Suggestion, ...]]] = {}
    for language in languages:
        found[language] = {}
        for identifier, asked in queries.items():
            renderings = _best(asked, language, resources)
            if renderings:
                found[language][identifier] = tuple(
                    Suggestion(identifier, language, r.form, r.source, round(r.confidence, 2), r.by_rule)
                    for r in renderings
                )
    return found


def suggest_terms(terms: Iterable[str], languages: Iterable[str], resources: Resources) -> TermSuggestions:
    """Suggestions for terms that belong to no glossary, by language; the kind is what the sources say it is."""
    languages = tuple(languages)
    found = []
    for term in terms:
        query = Query(" ".join(term.split()))
        by_language = {
            language: tuple(
                Suggestion("", language, r.form, r.source, round(r.confidence, 2), r.by_rule)
                for r in _best([query], language, resources)
            )
            for language in languages
        }
        found.append((term, by_language))
    return found


def _best(queries: Iterable[Query], language: str, resources: Resources) -> list[Rendering]:
    """At most ``MOST`` renderings; those of a later query count less, and only where the first left a gap."""
    found: dict[str, Rendering] = {}
    for position, query in enumerate(queries):
        factor = confidence.OTHER_FORM if position else 1.0
        if position and any(rendering.confidence >= confidence.PREFILL for rendering in found.values()):
            break
        for rendering in answers(query, language, resources):
            source = f"{rendering.source} (as “{query.form}”)" if position else rendering.source
            found.setdefault(
                rendering.form, rendering._replace(confidence=rendering.confidence * factor, source=source)
            )
    ranked = sorted(found.values(), key=lambda rendering: -rendering.confidence)
    return [rendering for rendering in ranked if rendering.confidence >= _LEAST][:MOST]


def _queries(concept: ConceptEntry) -> list[Query]:
    """The preferred form first, then full forms, then short ones; forms to avoid are no help."""
    nations = _nations(concept)
    terms = [term for term in concept.english.terms if term.status != "deprecated"]
    first, *others = terms or concept.english.terms
    others.sort(key=lambda term: term.type in ("acronym", "abbreviation"))
    forms = dict.fromkeys(term.form for term in (first, *others))
    return [Query(" ".join(form.split()), concept.kind, concept.subkind, concept.id, nations) for form in forms]


def _nations(concept: ConceptEntry) -> tuple[str, ...]:
    """Countries that its example sentences name, the most frequent first."""
    counts = Counter(code for example in concept.examples for code in _named(example.sentence))
    return tuple(code for code, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


@lru_cache(maxsize=10_000)
def _named(sentence: str) -> tuple[str, ...]:
    """ISO codes of the countries and peoples that a sentence names in one or two words, one for each time."""
    codes, begun = _codes()
    words = [word.removesuffix("'s") for word in _WORD.findall(sentence.replace("’", "'"))]
    found = []
    for first, second in zip_longest(words, words[1:], fillvalue=""):
        if first in begun and (first[:1].isupper() or second[:1].isupper()):
            found += [codes[phrase] for phrase in (first, f"{first} {second}") if phrase in codes]
    return tuple(found)


@lru_cache(maxsize=1)
def _codes() -> tuple[Mapping[str, str], frozenset[str]]:
    """ISO codes of countries and peoples by name, and the words that the names begin with."""
    table = countries()
    codes = {**table.demonyms, **table.names}
    return codes, frozenset(name.partition(" ")[0] for name in codes)
