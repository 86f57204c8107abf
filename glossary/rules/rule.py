"""What a rule is."""

from __future__ import annotations

from typing import NamedTuple

from glossary.model import Severity


class Rule(NamedTuple):
    """A stable code's meaning, as ``glossary explain CODE`` and SARIF show it."""

    title: str
    """What is wrong, in a few words."""
    severity: Severity
    """Unless the settings say otherwise.  *info*: worth a look, never a reason to fail."""
    text: str
    """Why it matters, what counts and what does not, what to do; full sentences."""
    wrong: str = ""
    """An example; ``→`` stands between the English and the translation."""
    right: str = ""
    fixable: bool = False
    """Whether ``glossary check --fix`` can correct it."""
