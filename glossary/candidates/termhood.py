"""Which noun phrases are terms: unithood and keyness over all documents, as one score from 0 to 1.

Unithood is the C-value of Frantzi, Ananiadou & Mima, "Automatic recognition of multi-word terms: the
C-value/NC-value method", IJDL 3 (2000) 115–130: how often a phrase is used, less how often it is only part
of a longer one.  Keyness is how far its words are from everyday English: the Zipf value of the rarest one
(``wordfreq``) and the subject-field lists.  Scare quotes, a definition, and an entry among WordNet's fixed
multi-word nouns are evidence by themselves.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from glossary.candidates.lexicon import in_field, lexicon, wordnet_flags, zipf
from glossary.languages.english import singular


class Usage(NamedTuple):
    """How a term candidate is used in all documents together."""

    form: str
    """Most frequent form, lower-cased unless it holds a name."""
    uses: int
    """Those inside longer candidates included."""
    documents: int = 1
    """Documents that use it."""
    corpus: int = 1
    """Documents in all."""
    maximal: float = 0
    """Uses as a whole noun phrase."""
    quoted: float = 0
    """Uses in scare quotes."""
    expanded: float = 0
    """Uses as the long form of an abbreviation."""
    named: float = 0
    """Uses with a name inside ("Ukraine war")."""
    proper: float = 0
    """Uses as a proper name ("Iskander-M")."""
    described: float = 0
    """Words at the front that only describe ("longstanding"), summed over the uses."""


class Termhood(NamedTuple):
    """The score with its parts, for ``explain``."""

    score: float
    why: str


def c_values(counts: Mapping[tuple[str, ...], int]) -> dict[tuple[str, ...], float]:
    """C-value of each word sequence, from its frequency (total, nested uses included).

    For a candidate a of |a| words with frequency f(a), nested in the set T of longer candidates:
    log2|a| · f(a) if T is empty, else log2|a| · (f(a) − Σ_{b∈T} f′(b) / |T|), where f′(b) is the frequency
    of b less what b's own containers already took (Frantzi et al. 2000, section 2.3).  Single words get
    log2(1 + 1) instead of 0, as is usual for lists that admit them.
    """
    values: dict[tuple[str, ...], float] = {}
    inside: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])  # nested frequency t(a), containers c(a)
    for words in sorted(counts, key=lambda w: (-len(w), w)):
        frequency = counts[words]
        nested, containers = inside.get(words, (0, 0))
        length = math.log2(len(words)) if len(words) > 1 else math.log2(2)
        values[words] = length * (frequency - (nested / containers if containers else 0))
        free = frequency - nested
        for size in range(1, len(words)):
            for start in range(len(words) - size + 1):
                part = words[start : start + size]
                if part in counts:
                    inside[part][0] += free
                    inside[part][1] += 1
    return values


def weights_of(usages: Mapping[str, Usage]) -> dict[str, float]:
    """C-value of every candidate, by its key: all of its score that depends on other candidates."""
    sequences = {key: tuple(singular(usage.form.lower()).split()) for key, usage in usages.items()}
    counts: dict[tuple[str, ...], int] = {}
    for key, words in sequences.items():
        counts[words] = max(counts.get(words, 0), usages[key].uses)
    values = c_values(counts)
    return {key: values[words] for key, words in sequences.items()}


def rarity(word: str) -> float:
    """Zipf value of a word; of a hyphenated one the mean of its parts, for any two words can be hyphenated."""
    parts = [zipf(part) for part in word.split("-") if part]
    return sum(parts) / len(parts) if parts else zipf(word)


def scored(usage: Usage, c_value: float) -> Termhood:
    """Score of one candidate."""
    words = usage.form.lower().split()
    parts = _evidence(words, usage, max(c_value, 0.0))
    total = sum(parts.values())
    score = 1 / (1 + math.exp(-total))
    why = ", ".join(f"{name} {value:+.2f}" for name, value in parts.items() if abs(value) >= 0.005)
    return Termhood(round(score, 3), why)


def features(words: list[str], usage: Usage, c_value: float) -> dict[str, float]:
    """Evidence on one candidate, each between about −3 and 3, before weighing."""
    known = lexicon()
    content = [word for word in words if word not in ("of", "the", "and", "in", "against", "for")] or words
    head = content[-1] if " of " not in f" {' '.join(words)} " else words[words.index("of") - 1]
    flags = wordnet_flags(" ".join(words))
    field = [in_field(word) for word in content]
    listed = singular(" ".join(words)) in known.listed_terms
    described = 0 if "m" in flags or listed else min(round(usage.described / max(usage.uses, 1)), len(content) - 1)
    rarest = min(rarity(word) for word in content[described:])
    alone = len(content) == 1
    base = singular(head)
    base_flags = wordnet_flags(base)
    everyday = not listed and base in known.general_nouns and in_field(head) < 1 and "m" not in flags
    if everyday:  # "seat", "session": of a field only when the words before it are
        field = [0.0 if word == head else value for word, value in zip(content, field, strict=True)]
    head_field = 0.0 if everyday else in_field(head)
    return {
        "c-value": math.log(1 + c_value / max(usage.documents, 1)),
        "spread": math.log10(usage.documents / usage.corpus),
        "rare": min(max(4.5 - rarest, -1.0), 2.5),
        "strong": float(sum(value == 1.0 for value in field)),
        "weak": float(sum(value == 0.5 for value in field)),
        "head": head_field,
        "relational": float(any("r" in wordnet_flags(word) for word in content[:-1])),
        "fixed": float("m" in flags and (sum(field) > 0 or rarest < COMMON_WORDS)),
        "listed": float(listed and (usage.maximal > 0 or not alone)),
        "public": float("f" in base_flags and len(content) == 1),
        "quoted": min(usage.quoted, 1.0),
        "expanded": min(usage.expanded, 1.0),
        "named": min(usage.named, 1.0),
        "part": float(usage.maximal == 0 and not alone and not listed),
        "single part": float(usage.maximal == 0 and alone),
        "common single": max(rarest - 3.8, 0.0) if alone else 0.0,
        "everyday head": float(everyday),
        "single weak": float(len(content) == 1 and 0 < field[0] < 1),
        "everyday word": float(sum(w in known.general_adjectives for w in content)),
        "proper": min(usage.proper, 1.0),
        "described": float(described),
        "described plain": float(described > 0 and sum(field) == 0),
        "no field": float(sum(field) == 0),
        "abstract": float(alone and sum(field) == 0 and "a" in flags),
        "plain word": float(len(content) == 1 and sum(field) == 0 and "f" not in flags),
        "plain plural": float(len(content) == 1 and head.endswith("s") and sum(field) == 0),
        "single": float(len(content) == 1),
        "long": float(max(len(content) - 2, 0)),
        "time": float("t" in base_flags),
    }


COMMON_WORDS = 4.6
"""Zipf value of the rarest word from which a fixed phrase is everyday English: "first step", "last word"."""
WEIGHTS: Mapping[str, float] = {
    "c-value": 1.3, "spread": 0.7, "rare": 0.8, "strong": 1.3, "weak": 0.9, "head": 0.2, "relational": 0.7,
    "fixed": 0.8, "listed": 1.8, "public": 0.8, "quoted": 1.0, "expanded": 4.0, "named": 1.5, "part": -2.4,
    "single part": -2.5, "common single": -1.0, "everyday head": -1.0, "everyday word": -0.6, "described": -0.8,
    "proper": 4.0, "no field": 0.0, "abstract": -1.5, "plain word": -0.6, "plain plural": -0.2, "single weak": -0.8,
    "single": -0.8, "long": -0.8, "time": -0.8, "described plain": -0.6,
}  # fmt: skip
BIAS = -0.2


def _evidence(words: list[str], usage: Usage, c_value: float) -> dict[str, float]:
    weighed = {name: WEIGHTS[name] * value for name, value in features(words, usage, c_value).items()}
    return {"base": BIAS, **weighed}
