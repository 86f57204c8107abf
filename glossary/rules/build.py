"""Rules of ``glossary build``: decisions and source files."""

from __future__ import annotations

from collections.abc import Mapping

from glossary.rules.rule import Rule

BUILD: Mapping[str, Rule] = {
    "D101": Rule(
        "a decision matches nothing",
        "warning",
        """An entry of decisions.toml names a form that no document holds under that spelling. Correct its
        spelling, or delete it when the documents no longer use it.""",
        'reject = ["passanger seat"]     nothing is spelled so',
        'reject = ["passenger seat"]',
    ),
    "F101": Rule(
        "a document is not English",
        "warning",
        """Only English documents are read. The document was skipped and the others were built. Leave it out for
        good with the setting exclude.""",
        'sources = ["seeds"]              seeds/ko/ holds Korean articles',
        'exclude = ["seeds/ko/**"]',
    ),
}
