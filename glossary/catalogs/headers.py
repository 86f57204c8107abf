"""The header of a catalog: complete and real from the first day, the translators' own from then on.

Fields and their order are those of the GNU gettext manual, "Filling in the Header Entry".  Babel gives the
plural rules and the languages' names, and sees no file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import polib

from glossary.catalogs.concept_messages import clean
from glossary.catalogs.entries import Entry
from glossary.catalogs.syntax import Line, Part, read_line
from glossary.errors import SettingsError
from glossary.expressions import expression
from glossary.settings import Settings

if TYPE_CHECKING:
    from babel.core import Locale

NO_CONTACT = "nobody@glossary.internal"
"""Stands where an address must be and the settings give none. The domain ``internal`` is reserved and never
delegated (ICANN board resolution 2024.07.29.06), so no stranger gets the mail; i18nspector wants an address."""
_ADDRESS = expression(r"(?:^|<)[^\s<>/:@]+@[^\s<>/:@]+(?:>|$)")
CREATION_DATE = "POT-Creation-Date"
_SCRIPTS = {"Arab": "arabic", "Cyrl": "cyrillic", "Deva": "devanagari", "Latn": "latin"}
_CHINESE = {"Hans": "CN", "Hant": "TW"}
_NECESSARY = ("Language", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Plural-Forms")
"""Added to a catalog that lacks them: without these programs cannot read it."""


def plural_forms(language: str) -> str:
    """Value of ``Plural-Forms`` for a language that CLDR knows, such as ``uk`` or ``pt_BR``.

    The customary rule of gettext where there is one, else CLDR's own.  The exponent ``e`` of compact
    numbers ("1M"), which gettext has no name for, is 0.

    >>> plural_forms("ko")
    'nplurals=1; plural=0;'
    """
    from babel.messages.plurals import PLURALS  # noqa: PLC0415  (Babel takes 50 ms to load, which a check can save)
    from babel.plural import to_gettext  # noqa: PLC0415

    locale = _locale(language)
    customary = PLURALS.get(str(locale)) or PLURALS.get(locale.language)
    if customary:
        return f"nplurals={customary[0]}; plural={customary[1]};"
    return re.sub(r"\be\b", "0", to_gettext(locale.plural_form))


def _locale(language: str) -> Locale:
    from babel.core import Locale  # noqa: PLC0415

    return Locale.parse(language, sep="-" if "-" in language else "_")


def catalog_languages(languages: Iterable[str]) -> tuple[str, ...]:
    """Names of the catalogs' folders, each once: ``pt-BR`` and ``PT_br`` are ``pt_BR`` to gettext.

    Raises ``SettingsError`` that lists every code CLDR does not know, with a guess for country codes.
    """
    from babel.core import UnknownLocaleError  # noqa: PLC0415
    from babel.languages import get_official_languages  # noqa: PLC0415

    languages, unknown = tuple(languages), []
    for language in languages:
        try:
            _locale(language)
        except (UnknownLocaleError, ValueError):
            spoken = get_official_languages(language.upper())
            unknown.append(repr(language) + (f" (did you mean {spoken[0]!r}?)" if spoken else ""))
    if unknown:
        raise SettingsError(
            f"languages: CLDR does not know {', '.join(unknown)}", hint='give codes such as "ko", "uk" or "pt_BR"'
        )
    return tuple(dict.fromkeys(_cased(language) for language in languages))


def _cased(language: str) -> str:
    """Language in small letters, script in title case, country in capitals, with ``_`` (RFC 5646, section 2.1.1)."""
    code, *others = language.replace("-", "_").split("_")
    return "_".join((code.lower(), *(part.title() if len(part) == 4 else part.upper() for part in others)))


def gettext_name(language: str) -> str:
    """Value of ``Language``: gettext names a script as a modifier, and Chinese by country.

    >>> gettext_name("sr-Latn"), gettext_name("zh_Hant"), gettext_name("pt_BR")
    ('sr@latin', 'zh_TW', 'pt_BR')
    """
    code, *others = language.replace("-", "_").split("_")
    script = next((part for part in others if len(part) == 4), "")
    country = next((part for part in others if len(part) in (2, 3)), _CHINESE.get(script, "") if code == "zh" else "")
    modifier = "" if code == "zh" else _SCRIPTS.get(script, "")
    return code + (f"_{country}" if country else "") + (f"@{modifier}" if modifier else "")


def timestamp(date: datetime) -> str:
    """``date`` as gettext writes it, in its own time zone.  Raises ``ValueError`` when it has none."""
    if date.tzinfo is None:
        raise ValueError("a date without time zone means something else on every machine")
    return date.strftime("%Y-%m-%d %H:%M%z")[: len("2026-01-31 12:00+0000")]


class _Fields(Mapping[str, str]):
    """Fields by their names; those that take Babel's data are made when somebody asks, which a header that has them
    never does: 40 ms.
    """

    def __init__(self, fields: Mapping[str, str | Callable[[], str]]) -> None:
        self._fields = fields

    def __getitem__(self, name: str) -> str:
        found = self._fields[name]
        return found if isinstance(found, str) else found()

    def __contains__(self, name: object) -> bool:
        return name in self._fields

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)


def header_fields(settings: Settings, language: str, created: str, revised: str) -> Mapping[str, str]:
    """Fields of a new catalog; ``language`` is empty for the template, the dates as ``timestamp`` gives them."""
    contact = clean(settings.contact) or NO_CONTACT
    address = contact if _ADDRESS.search(contact) else NO_CONTACT
    fields: dict[str, str | Callable[[], str]] = {
        "Project-Id-Version": f"{clean(settings.project)} {clean(settings.version)}",
        "Report-Msgid-Bugs-To": contact,
        CREATION_DATE: created,
        "PO-Revision-Date": revised,
        "Last-Translator": address if "<" in address else f"Automatically generated <{address}>",
        "Language-Team": partial(_team, language) if language else "none",
        "Language": gettext_name(language) if language else "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    if language:
        fields["Plural-Forms"] = partial(plural_forms, language)
    return _Fields(fields)


def _team(language: str) -> str:
    """Who translates: the language's name in English."""
    return clean(_locale(language).english_name or language)


def new_header(fields: Mapping[str, str], title: str = "") -> str:
    """The text of a header entry as a file starts with it, under the comment ``title`` (empty: that of a glossary)."""
    language = fields["Language-Team"] if fields["Language"] else ""
    glossary = f"{language} glossary of {fields['Project-Id-Version']}." if language else "Template of the glossary."
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    entry = polib.POEntry(msgid="", msgstr=text, tcomment=title or glossary)
    return str(entry.__unicode__(wrapwidth=0))


def completed(header: Entry, fields: Mapping[str, str]) -> Entry:
    """``header`` with the fields that no program can do without; itself when it has them all."""
    text = header.msgstr
    missing = [n for n in _NECESSARY if n in fields and not re.search(rf"^{n}:", text, re.MULTILINE | re.IGNORECASE)]
    lines = [line._replace(text=line.text.replace("charset=CHARSET", "charset=UTF-8")) for line in header.lines]
    for name in missing:
        start = "\\n" if text and not text.endswith("\n") else ""
        body = f"{name}: {fields[name]}\n"
        lines.append(Line(Part.MSGSTR, f'"{start}{polib.escape(body)}"', ("\n" if start else "") + body))
        text = body
    return Entry(tuple(lines), header.number, header.lead) if tuple(lines) != header.lines else header


def with_field(header: Entry, name: str, value: str) -> Entry:
    """``header`` with another value of one field that it has; itself when it has no such field, or the same.

    A value that an editor broke into several lines comes out in one.
    """
    before = tuple(line for line in header.lines if line.part is not Part.MSGSTR)
    text = "\n".join(line.text for line in header.part(Part.MSGSTR))
    pattern = rf'((?:(?<=")|(?<=\\n)){name}: ?)(?:[^\\"\n]|"[ \t]*\n[ \t]*")*(?=\\n)'
    new = re.sub(pattern, lambda match: match[1] + polib.escape(value), text, count=1, flags=re.IGNORECASE)
    if new == text:
        return header
    lines = (read_line(line, "", 0)._replace(part=Part.MSGSTR) for line in new.split("\n"))
    return Entry((*before, *lines), header.number, header.lead)


def creation_date(catalog: bytes) -> str:
    """The first ``POT-Creation-Date`` in a file's bytes; empty when there is none."""
    match = re.search(rb"POT-Creation-Date:[ \t]*([^\\\"\n]*)", catalog)
    return match[1].decode("utf-8", "replace").strip() if match else ""
