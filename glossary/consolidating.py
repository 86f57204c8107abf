"""What was counted → the glossary: terms are scored, candidates merged, decided and named; all, or what has changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from glossary import analysis, candidates, concepts, consolidated, scored, summed, timing
from glossary.crew import Crew, Later
from glossary.languages.english import forget
from glossary.settings import Settings

Scores = Mapping[str, tuple[float, str]]
"""Of each term candidate by its folded form, as ``concepts.consolidate`` takes them."""
EVIDENCE = ("maximal", "quoted", "expanded", "named", "described", "proper")
"""What recognizers note of the uses of a term, as ``candidates.Usage`` has it."""


class Counted(NamedTuple):
    """Everything that was counted, and what the last build made of it."""

    tally: concepts.Tally
    counts: summed.Sum
    """What of it is remembered."""
    known: consolidated.Known | None
    usages: Mapping[str, candidates.Usage]
    """How each term candidate is used in all documents, by its folded form."""


def counted(tally: concepts.Tally, counts: summed.Sum, known: consolidated.Known | None) -> Counted:
    """The same, with how terms are used as far as that is not ``known``."""
    if known is None:
        return Counted(tally, counts, known, usages(tally, tally.counts))
    changed = {key for key in counts.changed if key[0] == "term"}
    gone = {folded for _, folded in changed}
    found = {folded: usage for folded, usage in known.usages.items() if folded not in gone}
    return Counted(tally, counts, known, found | usages(tally, [key for key in changed if key in tally.counts]))


def usages(tally: concepts.Tally, some: Collection[concepts.Key]) -> dict[str, candidates.Usage]:
    """How those of the candidates that are terms are used in all documents, by their folded forms."""
    found = {}
    for key in some:
        if key[0] == "term":
            count = tally.counts[key]
            form = max(count.bases, key=lambda base: (count.bases[base], base))
            evidence = {name: float(count.features.get(name, 0)) for name in EVIDENCE}
            found[key[1]] = candidates.Usage(form, count.count, count.documents, corpus=len(tally.sources), **evidence)
    return found


def scores(
    settings: Settings, counted: Counted, *, remember: bool = False, jobs: int = 1, crew: Crew | None = None
) -> Later[Scores]:
    """Scores of the term candidates that were counted; ``remember``, ``jobs`` and ``crew`` as in ``scored.scores``."""
    with timing.stage("consolidating"):
        asked = scored.scores(counted.usages, settings, remember=remember, jobs=jobs, crew=crew)

    def collected() -> Scores:
        with timing.stage("consolidating"):
            return {key: (termhood.score, termhood.why) for key, termhood in asked().items()}

    return collected


def consolidate(
    settings: Settings, counted: Counted, scores: Scores, decisions: concepts.Decisions, *, remember: bool = False
) -> tuple[concepts.Consolidated, bytes]:
    """The glossary of what was counted, whose entries are made when somebody asks for them; and what is to be
    ``consolidated.remember``ed of it, if it is to be and is not.
    """
    tally, counts, known, usages = counted
    with timing.stage("consolidating"):
        model = analysis.describe(settings.model)
        rules = concepts.Rules(scores, decisions, settings.term_threshold, settings.abbreviations)
        done = concepts.renewed(known.former, tally, counts.changed, rules, model) if known else None
        result, former = done or (concepts.consolidate(tally, rules, model), None)
        table = b""
        if remember and counts.documents and (counts.new or known is None) and not decisions.splits:
            former = former or concepts.former(result, tally)
            table = consolidated.dumped(consolidated.Known(former, usages), settings.term_threshold)
        forget()
        tally.texts.rest()
    return result, table
