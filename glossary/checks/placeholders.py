"""Rule T202: placeholders of programs, which must come through a translation unchanged.

A message with a format flag is read as that format; one without is searched for what nobody writes by chance
(``%(name)s``, ``{name}``, ``%1$s``, ``%s``; not the % of "100 % sure").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress
from operator import ne

from glossary.checks.finding import about
from glossary.checks.plurals import few, field, numbers_of
from glossary.expressions import expression
from glossary.model import Finding, Span
from glossary.units import CatalogFile, Translation, Unit

Found = Mapping[str, Span]
"""What a placeholder stands for (``name s``, ``1 d``: first argument, a number) → its place in the text."""

_PRINTF = expression(
    r"%(?:%|(?:(?P<position>\d{1,2})\$|\((?P<name>[^()\s\0]{1,80})\))?[-#0+ 'I]{0,5}(?:\d{1,4}|\*)?"
    r"(?:\.(?:\d{1,4}|\*)?)?(?:(?:hh|h|ll|l|L|q|j|z|t|I64)?(?P<type>[diouxXeEfFgGaAcCsSpnr@m])|<(?P<macro>PRI\w{2,8})>))"
)
_SURE_PRINTF = expression(
    r"%(?:%|(?:\((?P<name>[A-Za-z_][\w.]{0,80})\)|(?P<position>\d{1,2})\$)[-#0+]{0,3}\d{0,3}(?:\.\d{1,3})?l{0,2}(?P<type>[A-Za-z])"
    r"|(?:(?<![A-Za-z0-9)}]%)|(?<=%[diuxsfg]%))'?(?:\.\d|0?\d{1,2})?l{0,2}(?P<plain>[diuxsfg])(?![A-Za-z0-9]))"
)
_GLUED = expression(r"%(?:\.\d|0?\d{1,2})?l{0,2}[diuxsfg]")
"""A placeholder at the letters of a translation, which other spacing brings there: "ISO %d" → ISO%d, "%d px" → %dpx."""
_NUMBERED = expression(r"%(?:%|(?<![\d%]%)L?(?P<name>[1-9]\d?)(?![\d$A-Za-z]|\.\d))")
_STRFTIME = expression(r"%[-_#E]?[AaBbHhIMPpYyZ](?![A-Za-z(])")
"""Conversions of strftime(3) that printf does not have, or not without flag: each language orders dates its own way."""
_BRACES = expression(r"\{\{|\}\}|\{(?P<name>[A-Za-z_][\w.\[\]]{0,80}|\d{1,2})?(?:![rsa])?(?::[^{}\n\0]{0,40})?\}")
_SURE_BRACES = expression(
    r"(?<![{$\\A-Za-z0-9_])\{(?P<name>[A-Za-z_]\w{0,60}|\d{1,2})\}(?!\})"
    r"|(?<![{$\\])\{(?::[^{}\s\0]{1,12})?\}(?!\})"
    r"|(?P<whole>\{\{ ?\w[\w.|:]{0,80} ?\}\}|\$\{\w{1,60}\})"
)
_CHOICES = expression(r"(?:[^{}A-Za-z]|\{[A-Z][a-z]+\})*")
"""A text with nothing to translate but words in braces, as choices of a list: {None}, {Tab}."""
_PRINTF_FLAGS = frozenset(
    f"{name}-format" for name in ("c", "objc", "python", "php", "perl", "gcc-internal", "ruby", "lua", "gfc-internal")
)
_BRACE_FLAGS = frozenset(f"{name}-format" for name in ("python-brace", "perl-brace", "csharp"))
_ALIASES = {"i": "d", "S": "s", "C": "c"}


def placeholders(file: CatalogFile) -> Iterator[Finding]:
    """T202: a placeholder that is missing in a translation, that the source lacks, or that stands out of order."""
    rule = field(file.header, "Plural-Forms")
    for translation in file.at(_unlike(file) | file.plural):
        source, text, unit = translation.source, translation.text, translation.unit
        finding = None
        if "%" in source or "%" in text or (unit.plural and "%" in unit.plural):
            finding = _compared(file, translation, _percents(unit.flags, unit.source), rule)
        if not finding and ("{" in source or "{" in text or (unit.plural and "{" in unit.plural)):
            finding = _compared(file, translation, _braces(unit.flags), rule)
        if finding:
            yield finding


def _unlike(file: CatalogFile) -> set[int]:
    """The rows whose texts do not have the same placeholders, letter by letter: all that there may be a finding about.

    For each format that messages have, all their texts are searched at once.
    """
    sources, texts = file.sources.texts, file.texts.texts
    rows: set[int] = set()
    for sign, patterns_of in (("%", _percents), ("{", _braces)):
        by_flags: dict[tuple[str, ...], list[int]] = {}
        for row in {*file.sources.with_common(sign), *file.texts.with_common(sign)}:
            by_flags.setdefault(file.translations[row].unit.flags, []).append(row)
        for flags, some in by_flags.items():
            here, there = ([*map(side.__getitem__, some)] for side in (sources, texts))
            if patterns := patterns_of(flags):
                pattern = _apart(sign, tuple(one.pattern for one in patterns))
                rows.update(compress(some, map(ne, _written(here, sign, pattern), _written(there, sign, pattern))))
    return rows


def _written(texts: Sequence[str], sign: str, pattern: re.Pattern[str]) -> list[str]:
    """What a pattern of ``_apart`` finds in each text, as one string."""
    found = pattern.findall(f"\n{sign}\0".join(texts))
    return "\n".join(found).split(f"{sign}\0")


@lru_cache(maxsize=8)
def _apart(sign: str, patterns: Sequence[str]) -> re.Pattern[str]:
    """What any of the patterns matches, without groups, or a sign and a NUL, which stand between two texts.

    No placeholder has a line break or a NUL in it, and at no place begin placeholders of two patterns.  What all
    alternatives start with stands in front, so that a search passes quickly over what starts none.
    """
    bare = "|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern.removeprefix("%")) for pattern in patterns)
    return re.compile(rf"%(?:\0|{bare})" if sign == "%" else rf"\{sign}\0|{bare}")


def _percents(flags: Sequence[str], source: str = "") -> tuple[re.Pattern[str], ...]:
    if not _PRINTF_FLAGS.isdisjoint(flags):
        return (_PRINTF,)
    return () if "no-c-format" in flags or _STRFTIME.search(source) else (_SURE_PRINTF, _NUMBERED)


def _braces(flags: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    return (_BRACES,) if not _BRACE_FLAGS.isdisjoint(flags) else (_SURE_BRACES,)


def _compared(
    file: CatalogFile, translation: Translation, patterns: tuple[re.Pattern[str], ...], rule: str
) -> Finding | None:
    """The finding about one translation's placeholders of one style."""
    unit = translation.unit
    source = unit.plural or unit.source
    for pattern in patterns:
        if pattern.findall(source) != pattern.findall(translation.text):
            break
    else:
        return None
    if _SURE_PRINTF in patterns and _percent_signs(source) != source.count("%"):
        return None  # a % that nobody can be sure of
    wanted = _found(source, patterns)
    allowed = {**wanted, **_found(unit.source, patterns)} if unit.plural else wanted
    have = _found(translation.text, patterns)
    missing = [key for key in wanted if key not in have]
    if missing and _SURE_PRINTF in patterns and all(_GLUED.fullmatch(source, *wanted[key]) for key in missing):
        missing = missing if _GLUED.findall(source) != _GLUED.findall(translation.text.replace("%%", "")) else []
    extra = [key for key in have if key not in allowed and translation.text[slice(*have[key])] not in f"{source}{{}}"]
    if missing and not extra and unit.plural and (few(rule, translation.form) or _left_out(unit, patterns)):
        return None
    if not (missing or extra) or (_SURE_BRACES in patterns and _CHOICES.fullmatch(source)):
        return None
    lost = source[slice(*wanted[missing[0]])] if missing else ""
    added = translation.text[slice(*have[extra[0]])] if extra else ""
    if missing and extra and _kinds(missing) == _kinds(extra):
        message = f"placeholders of different kinds in another order, from {added} on; number them (%1$s)"
    elif missing:
        message = f"placeholder {lost} is missing" + (f"; {added} is not in the source" if added else "")
        if unit.plural and not added and unit.source.count("%") + unit.source.count("{") == 0:
            message += _also_for(rule, translation.form)
    else:
        message = f"placeholder {added} is not in the source"
    return about(
        "T202", file, translation, message, expected=lost,
        source_mark=wanted[missing[0]] if missing and source == translation.source else None,
        mark=have[extra[0]] if extra else None,
    )  # fmt: skip


def _left_out(unit: Unit, patterns: tuple[re.Pattern[str], ...]) -> bool:
    """Whether neither the English singular nor any plural form of the translation has placeholders.

    "Copy this cell", "Copy these %1 cells" → 셀 복사: languages without number need not count.
    """
    return not any(_found(text, patterns) for text in (unit.source, *unit.targets))


def _also_for(rule: str, form: int) -> str:
    """Why a plural form needs its number though the English singular has none: it also stands for 21, 31 …"""
    others = [str(number) for number in numbers_of(rule, form) if number != 1]
    return f", and this form also stands for {', '.join(others[:3])} …" if others else ""


def _percent_signs(text: str) -> int:
    """How many % belong to something that nobody writes by chance."""
    sure = sum(match[0].count("%") for match in _SURE_PRINTF.finditer(text))
    return sure + sum(match[0] != "%%" for match in _NUMBERED.finditer(text))


def _kinds(keys: list[str]) -> list[str]:
    return sorted(key.split()[-1] for key in keys)


def _found(text: str, patterns: tuple[re.Pattern[str], ...]) -> dict[str, Span]:
    """The placeholders of a text; those without name or number count from 1."""
    found: dict[str, Span] = {}
    plain = 0
    for pattern in patterns:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            kind = groups.get("type") or groups.get("plain") or groups.get("macro") or ""
            name = groups.get("name") or groups.get("position") or groups.get("whole")
            if match[0] in ("%%", "{{", "}}") or kind == "m":
                continue
            if not name:
                plain += 1
                name = str(plain)
            found.setdefault(f"{name} {_ALIASES.get(kind, kind)}", match.span())
    return found
