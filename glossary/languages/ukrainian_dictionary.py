"""The optional extra ``uk``: a morphological dictionary adds the forms that no rule gives (війна → воєн).

pymorphy3-dicts-uk says GPLv3 in its metadata; therefore it is never needed, only used where a user installed it
(``pip install 'glossary[uk]'``).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

_CLASSES = frozenset(("NOUN", "ADJF"))


@lru_cache(maxsize=1)
def _analyzer() -> MorphAnalyzer | None:
    """The analyzer, loaded once (0.2 s); None without the extra."""
    try:
        from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 — only when Ukrainian is matched, and only if installed

        return MorphAnalyzer(lang="uk")
    except (ImportError, ValueError):  # ValueError: the analyzer without the Ukrainian dictionary
        return None


def dictionary_forms(word: str, *, adjectives: bool) -> set[str]:
    """Forms of every noun, and with ``adjectives`` every adjective, whose dictionary form is the word.

    All readings count, not the likeliest alone: which one is meant no dictionary can tell.
    """
    analyzer = _analyzer()
    if analyzer is None:
        return set()
    return {
        form.word
        for parse in analyzer.parse(word)
        if parse.is_known
        and parse.normal_form == word
        and (parse.tag.POS == "NOUN" or (adjectives and parse.tag.POS in _CLASSES))
        for form in parse.lexeme
    }
