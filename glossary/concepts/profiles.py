"""What is worked out of one count alone, and remembered with it: it holds as long as the count does."""

from __future__ import annotations

from glossary.concepts import identity
from glossary.concepts.count import Count, Key


def profile(key: Key, count: Count) -> None:
    """Work out of a count, which is settled, what has not been; nothing is to be counted afterwards."""
    if count.tokens is None:
        count.tokens = identity.tokens(key, count) or ()  # of most the empty one, of which there is one alone
    count.marked()
