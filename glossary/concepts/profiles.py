"""What is worked out of one count alone, and remembered with it: it holds as long as the count does."""

from __future__ import annotations

from glossary.concepts import identity
from glossary.concepts.count import Count, Key
from glossary.languages.english import fold_spelling


def profile(key: Key, count: Count) -> None:
    """Work out of a count, which is settled, what has not been; nothing is to be counted afterwards."""
    if count.tokens is None:
        forms = count.forms.keys() | count.bases.keys()
        count.tokens = identity.tokens(key, count) or ()  # of most the empty one, of which there is one alone
        count.spelled = sorted(set(map(fold_spelling, forms))) if len(forms) > 1 else ()
    count.marked()
