"""The English side as word lists for the checkers of the source texts: accepted and forbidden forms.

- cspell: ``cspell.json`` with ``words`` and ``flagWords`` (https://cspell.org/configuration/).
- Vale: ``accept.txt`` and ``reject.txt`` of a vocabulary, one regular expression a line, case-sensitive by itself
  (https://vale.sh/docs/keys/vocab).
- Hunspell: a personal dictionary, one word a line, ``*`` before a forbidden one (hunspell(1), "PERSONAL DICTIONARIES").

cspell and Hunspell look at single words, so phrases are cut into theirs; a deprecated form counts as forbidden there
only if it is one word that no accepted form has.  Vale takes phrases.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from glossary.exchange.scope import Scope
from glossary.exchange.text import clean
from glossary.expressions import expression
from glossary.model import Glossary, TermStatus

_WORD = expression(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)*")
"""As the two checkers cut words: at hyphens, dots and digits; single letters they pass over."""


def cspell(glossary: Glossary, _scope: Scope) -> bytes:
    """A configuration file of cspell."""
    accepted, forbidden = _words(glossary)
    table = {"version": "0.2", "language": "en", "words": accepted, "flagWords": forbidden}
    return (json.dumps(table, ensure_ascii=False, indent=2) + "\n").encode()


def hunspell(glossary: Glossary, _scope: Scope) -> bytes:
    """A personal dictionary for ``hunspell -p``."""
    accepted, forbidden = _words(glossary)
    return "".join(f"{word}\n" for word in (*accepted, *(f"*{word}" for word in forbidden))).encode()


def vale_accept(glossary: Glossary, _scope: Scope) -> bytes:
    """``accept.txt``: every preferred and admitted form."""
    return _expressions(_forms(glossary, "preferred", "admitted"))


def vale_reject(glossary: Glossary, _scope: Scope) -> bytes:
    """``reject.txt``: every deprecated form."""
    return _expressions(_forms(glossary, "deprecated"))


def _forms(glossary: Glossary, *statuses: TermStatus) -> list[str]:
    forms = {clean(term.form) for concept in glossary for term in concept.english.terms if term.status in statuses}
    return sorted(forms, key=lambda form: (form.casefold(), form))


def _expressions(forms: Iterable[str]) -> bytes:
    """One regular expression a line; a ``#`` that would begin a comment is escaped too."""
    return "".join(re.sub(r"([\\.+*?()\[\]{}|^$]|^#)", r"\\\1", form) + "\n" for form in forms).encode()


def _words(glossary: Glossary) -> tuple[list[str], list[str]]:
    """Accepted and forbidden single words, sorted."""
    accepted = {word for form in _forms(glossary, "preferred", "admitted") for word in _WORD.findall(form)}
    lower = {word.casefold() for word in accepted}
    deprecated = _forms(glossary, "deprecated")
    forbidden = {form for form in deprecated if _WORD.fullmatch(form) and form.casefold() not in lower}
    return sorted(accepted, key=_order), sorted(forbidden, key=_order)


def _order(word: str) -> tuple[str, str]:
    return word.casefold(), word
