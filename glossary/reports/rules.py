"""The rules behind findings: what each stable code means and what to do."""

from __future__ import annotations

from collections.abc import Mapping

RULES: Mapping[str, tuple[str, str]] = {
    "D101": (
        "a decision matches nothing",
        "An entry of decisions.toml names a form that no document holds under that spelling. Correct its\n"
        "spelling, or delete it when the documents no longer use it.\n\n"
        '  reject = ["passanger seat"]     nothing is spelled so\n'
        '  reject = ["passenger seat"]     right',
    ),
    "F101": (
        "a document is not English",
        "Only English documents are read. The document was skipped and the others were built. Leave it out for\n"
        "good with the setting exclude.\n\n"
        '  exclude = ["seeds/ko/**"]',
    ),
}
"""Code → title, text with an example of both."""


def describe(code: str) -> str:
    """The documentation of a rule as shown by ``glossary explain CODE``."""
    title, text = RULES[code]
    return f"{code}: {title}\n\n{text}"
