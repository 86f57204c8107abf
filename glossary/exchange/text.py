"""Text as files of other tools can hold it: lines, spreadsheet cells, comments, ids, language tags."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from glossary.errors import GlossaryError
from glossary.expressions import expression

_SPACES = {"Cc": " ", "Zl": " ", "Zp": " ", "Cs": "\N{REPLACEMENT CHARACTER}"}
_NONCHARACTER = expression("[\ufdd0-\ufdef\ufffe\uffff]")
_BOM = "\N{BYTE ORDER MARK}"
_FORMULA = expression(r"'*[=+\-@|%\t\r]")
_SEPARATOR = expression(r"(?:[^\\|]|\\.)+")
_ALTERNATIVES = expression(r"[|;；\n]")
_KEY = r"(?:definition|note): "


def clean(text: str) -> str:
    """``text`` in one line of characters that every format can hold.

    Control characters and separators of lines and paragraphs count as spaces, runs of space become one; lone
    surrogates and noncharacters, which UTF-8 or XML 1.0 (section 2.2) cannot hold, become U+FFFD; byte order marks
    go, for at the start of a file they are no text.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    shown = "".join(_SPACES.get(unicodedata.category(c), c) for c in text.replace(_BOM, ""))
    return " ".join(_NONCHARACTER.sub("\N{REPLACEMENT CHARACTER}", shown).split())


def decoded(data: bytes, path: str) -> str:
    """The text of a file in UTF-8 or, with a byte order mark, UTF-16, as spreadsheets save it.

    Raises ``GlossaryError`` with the line for other bytes.
    """
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError("not UTF-8", path=path, line=line, hint="save it as UTF-8") from None


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: ``=1+1`` becomes ``'=1+1``.

    The apostrophe, which spreadsheets show as text, is what OWASP recommends ("CSV Injection"); ``|`` and ``%``
    are those that Weblate refuses beside them.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """What ``guarded`` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


_STARTS = ("=", "+", "-", "@", "|", "%")


def quoted(cell: str) -> str:
    r"""A cell as Weblate guards its own against formulas (``CSVExporter.string_filter``): ``'=a\|b'`` for ``=a|b``."""
    return "'" + cell.replace("|", "\\|") + "'" if cell.startswith(_STARTS) else cell


def unquoted(cell: str) -> str:
    """What ``quoted`` was given, as Weblate reads it (``CSVUnit.unescape_csv``)."""
    if len(cell) > 2 and cell[0] == cell[-1] == "'" and cell[1] in "=+-@\\%":
        return cell[1:-1].replace("\\|", "|")
    return cell


def listed(forms: Iterable[str]) -> str:
    r"""Several forms in one cell: ``UN | U.N.``; inside a form, ``|`` is written ``\|`` and ``\`` is doubled."""
    return " | ".join(form.replace("\\", "\\\\").replace("|", "\\|") for form in forms)


def unlisted(cell: str) -> tuple[str, ...]:
    """What ``listed`` was given."""
    parts = (re.sub(r"\\(.)", r"\1", part).strip() for part in _SEPARATOR.findall(cell))
    return tuple(part for part in parts if part)


def alternatives(cell: str) -> tuple[str, ...]:
    """The forms that people write into one cell, between ``|``, semicolons or line breaks, the first one first."""
    found = tuple(form for part in _ALTERNATIVES.split(cell) if (form := clean(part)))
    return found or tuple(filter(None, (clean(cell),)))


def comment(definition: str, note: str) -> str:
    """Definition and note in one line: ``definition: leader of … · note: family name first``.

    A middle dot that stands just so within one of them is doubled, so that ``uncomment`` can tell them apart.
    """
    parts = (("definition", definition), ("note", note))
    doubled = re.compile(f"(·+)(?= {_KEY})")
    return " · ".join(f"{key}: " + doubled.sub(r"·\1", text) for key, text in parts if text)


def is_comment(text: str) -> bool:
    """May ``comment`` have written it?"""
    return re.match(_KEY, text) is not None


def uncomment(text: str) -> tuple[str, str]:
    """Definition and note of a comment; one that somebody else wrote is a note."""
    if not is_comment(text):
        return "", text
    found = {"definition": "", "note": ""}
    for part in re.split(f" · (?={_KEY})", text):
        key, _, value = part.partition(": ")
        found[key] = re.sub(f"·(·+)(?= {_KEY})", r"\1", value)
    return found["definition"], found["note"]


def slug(form: str) -> str:
    """ASCII identifier of a form: "Workers' Party of Korea" → ``workers-party-of-korea``."""
    text = unicodedata.normalize("NFKD", form).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-") or "x" + "-".join(f"{ord(char):x}" for char in form)


def xml_id(identifier: str) -> str:
    """An id as ``xs:ID`` allows it: one that starts with a digit gets a low line in front."""
    return identifier if identifier[:1].isalpha() else f"_{identifier}"


def from_xml_id(identifier: str) -> str:
    """What ``xml_id`` was given: ids of this program never start with a low line."""
    return identifier.removeprefix("_")


_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}


def language_tag(code: str) -> str:
    """BCP 47 for a catalog's language: ``pt_BR`` → ``pt-BR``, ``sr@latin`` → ``sr-Latn``."""
    name, _, modifier = code.partition("@")
    language, *rest = re.split("[_-]", name)
    return "-".join((language, *([_SCRIPTS[modifier]] if modifier in _SCRIPTS else []), *rest))


def same_language(tag: str, tags: Sequence[str]) -> str:
    """Which of ``tags`` a file's language tag means: itself, else the same language at large; empty when none.

    ``ko-KR`` is ``ko`` where there is no ``ko-KR``, and ``pt`` is ``pt-BR`` where that is the only Portuguese.
    """
    wanted = language_tag(tag).casefold()
    by_tag = {own.casefold(): own for own in tags}
    if wanted in by_tag:
        return by_tag[wanted]
    language = wanted.partition("-")[0]
    if language in by_tag:
        return by_tag[language]
    kin = [own for own in tags if own.casefold().partition("-")[0] == language]
    return kin[0] if len(kin) == 1 and wanted == language else ""
