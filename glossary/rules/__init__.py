"""The rules behind findings: what each stable code means, with an example of wrong and right.

The letter says what a rule looks at: D decisions, F source files, S source texts, G the glossary, T translations,
P catalogs as files, W waivers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from glossary.errors import GlossaryError
from glossary.rules.build import BUILD
from glossary.rules.files import FILES, WAIVERS
from glossary.rules.glossary_entries import ENTRIES
from glossary.rules.rule import Rule
from glossary.rules.sources import SOURCES
from glossary.rules.terms import TERMS
from glossary.rules.translations import TRANSLATIONS
from glossary.rules.writing import WRITING

__all__ = ["RULES", "Rule", "codes", "describe", "listed"]

RULES: Mapping[str, Rule] = {
    **BUILD, **SOURCES, **ENTRIES, **TRANSLATIONS, **TERMS, **WRITING, **FILES, **WAIVERS,
}  # fmt: skip
"""Code → rule."""
_WIDTH = 96


def codes(patterns: Iterable[str], option: str) -> frozenset[str]:
    """The codes that are, or start with, one of ``patterns`` (``T301``, ``T3``, ``T``; any case).

    Raises ``GlossaryError``, naming the ``option``, for a pattern that fits no code.
    """
    found: set[str] = set()
    for pattern in patterns:
        fitting = {code for code in RULES if code.startswith(pattern.upper())}
        if not fitting or not pattern:
            letters = dict.fromkeys(code[0] for code in RULES)
            hint = f"rules begin with {', '.join(letters)}; glossary explain T lists those of T"
            raise GlossaryError(f"{option}: no rule {pattern!r}", hint=hint)
        found |= fitting
    return frozenset(found)


def listed(pattern: str) -> str:
    """A line for each rule whose code starts with ``pattern``: code, severity, title."""
    return "".join(
        f"{code}  {rule.severity:<7}  {rule.title}{' (--fix)' if rule.fixable else ''}\n"
        for code, rule in RULES.items()
        if code.startswith(pattern)
    )


def describe(code: str) -> str:
    """The documentation of a rule as ``glossary explain CODE`` shows it."""
    import textwrap  # noqa: PLC0415  (a check needs the rules, not their documentation)

    rule = RULES[code]
    parts = [f"{code}: {rule.title} ({rule.severity}{', --fix corrects it' if rule.fixable else ''})"]
    parts += [textwrap.fill(" ".join(part.split()), _WIDTH) for part in rule.text.split("\n\n")]
    examples = [("Wrong:", rule.wrong), ("Right:", rule.right)]
    parts += [f"{name}\n{textwrap.indent(example, '  ')}" for name, example in examples if example]
    return "\n\n".join(parts)
