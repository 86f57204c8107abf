"""Scores of terms as nothing but their use decides them."""

from __future__ import annotations

from collections.abc import Mapping

from glossary.candidates import Termhood, Usage, scored, weights_of


def score_terms(usages: Mapping[str, Usage]) -> dict[str, Termhood]:
    """Score of every candidate, by its key."""
    values = weights_of(usages)
    return {key: scored(usage, values[key]) for key, usage in usages.items()}
