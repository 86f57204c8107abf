"""Rules P2 and P3: a catalog's header, and whether the catalog follows its template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from glossary.checks.plurals import field, rule
from glossary.expressions import expression
from glossary.model import Finding, Location, Severity
from glossary.rules import RULES
from glossary.units import COUNTRIES, CatalogFile

_LANGUAGE = expression(r"[a-z]{2,3}(?:[_-][A-Z][a-z]{3})?(?:[_-](?:[A-Z]{2}|\d{3}))?(?:@[a-z]+)?\Z")
_FOLDER = expression(r"(?:^|/)([a-z]{2,3}(?:[_-][A-Z]{2})?(?:@[a-z]+)?)/LC_MESSAGES/[^/]+$")
_UNFILLED = expression(
    r"PACKAGE VERSION|FULL NAME <EMAIL@ADDRESS>|YEAR-MO-DA|LANGUAGE <LL@li\.org>|charset=CHARSET|nplurals=INTEGER"
)
_ASKED = range(200)
"""Numbers that tell plural rules apart: those of Korean, Japanese and Ukrainian repeat after 100."""


def header(file: CatalogFile) -> Iterator[Finding]:
    """P201–P205 for a catalog; a template (.pot) needs neither language nor plural forms."""
    if file.refused or not (file.units or file.header_line):
        return
    if not file.header_line:
        yield _finding("P201", file, "no header; add one with Language and Content-Type")
        return
    template = file.path.endswith(".pot")
    if not template:
        yield from _language(file)
        yield from _plural_forms(file)
        for name, value in file.header.items():
            if _UNFILLED.search(value) and name not in ("Content-Type", "Plural-Forms"):
                yield _finding("P205", file, f"{name}: {value} is not filled in")


def _finding(code: str, file: CatalogFile, message: str, severity: Severity | None = None) -> Finding:
    place = Location(file.path, file.header_line or 1)
    return Finding(code, severity or RULES[code].severity, message, place, file.language)


def _language(file: CatalogFile) -> Iterator[Finding]:
    value = field(file.header, "Language")
    folder = _FOLDER.search(file.path)
    if not value:
        yield _finding(
            "P202", file, "the header names no Language" + (f"; write {file.language}" if file.language else "")
        )
    elif not _LANGUAGE.match(value) or value in COUNTRIES:
        hint = f"; write {COUNTRIES[value]}" if value in COUNTRIES else "; write a code such as uk or pt_BR"
        yield _finding("P202", file, f"Language: {value} is no language code{hint}")
    elif folder and _code(folder[1]) != _code(value):
        yield _finding("P202", file, f"Language: {value}, but the file lies in the folder of {folder[1]}")


def _code(language: str) -> str:
    return re.split("[_@-]", language)[0]


def _plural_forms(file: CatalogFile) -> Iterator[Finding]:
    value = field(file.header, "Plural-Forms")
    needed = any(unit.plural for unit in file.units)
    if not value or "INTEGER" in value:
        if needed:
            yield _finding("P203", file, "the header names no Plural-Forms, and the catalog has plural messages")
        return
    found = rule(value)
    if found is None:
        yield _finding("P203", file, f"Plural-Forms: {value} cannot be understood")
        return
    usual = _USUAL.get(_code(file.language))
    if usual and needed:
        count, function = found
        reference = rule(usual)
        assert reference  # ours
        groups = {(function(number), reference[1](number)) for number in _ASKED}
        if len({form for form, _ in groups}) < len(groups):
            message = f"Plural-Forms: nplurals={count} does not suit {file.language}; usual: {usual}"
            yield _finding("P203", file, message, "warning")


_USUAL: Mapping[str, str] = {
    "ko": "nplurals=1; plural=0;",
    "ja": "nplurals=1; plural=0;",
    "uk": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
}
"""A rule suits when it never gives one form to numbers that this one keeps apart (CLDR 47, integers): it may have
more forms, as the two Ukrainian conventions with four have."""


def follows_template(file: CatalogFile, template: CatalogFile | None) -> Iterator[Finding]:
    """P301: messages that only the catalog or only its template has; one finding for each of the two."""
    if template is None or file.refused or template.refused:
        return
    wanted = {(unit.context, unit.source) for unit in template.units}
    have = {(unit.context, unit.source) for unit in file.units}
    for missing, what in ((wanted - have, f"of {template.path} missing"), (have - wanted, f"not in {template.path}")):
        if missing:
            first = min(source for _, source in missing)
            shown = first if len(first) <= 40 else first[:40] + "…"
            count = f"{len(missing)} message{'s' if len(missing) > 1 else ''}"
            yield _finding("P301", file, f"{count} {what}, such as “{shown}”; run: glossary build")
