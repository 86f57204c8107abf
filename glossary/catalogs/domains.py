"""The name of a document's catalogs: a text domain of gettext that people can read.

``seeds/kursk.md`` has the domain ``seeds.kursk.md`` and so the catalogs ``locales/ko/LC_MESSAGES/seeds.kursk.md.po``.
The name depends on nothing but the document's path: it stays when other documents come and go.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

from glossary.expressions import expression
from glossary.settings import Settings

_PLAIN = expression(r"(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.[A-Za-z0-9]+")
"""Paths that can be told from their name with dots for slashes: no other dot, no space, ASCII."""
_LONGEST = 120
"""Characters of a domain made from letters of the path; file systems allow 255 bytes with ``.po`` and a temporary
file's name around it."""
_DIGITS = 10
"""Hexadecimal digits of the hash: two of a million documents with the same letters share one by a chance of 10⁻⁶."""


def domain(path: str) -> str:
    """The domain of the document at ``path`` (as in ``Location.path``); no two paths share one.

    A path of ASCII names without further dots is itself, with dots for slashes.  Any other keeps its letters and
    digits as far as ASCII has them, and the beginning of its SHA-256 tells it from its likes.

    >>> domain("seeds/kursk.md")
    'seeds.kursk.md'
    >>> domain("articles/North Korea’s troops (1).html")
    'articles.north-koreas-troops-1.311efac85d.html'
    """
    if _PLAIN.fullmatch(path) and len(path) <= _LONGEST:
        return path.replace("/", ".")
    letters = unicodedata.normalize("NFKD", path).encode("ascii", "ignore").decode().lower()
    stem, _, suffix = letters.rpartition(".")
    names = (re.sub(r"[^a-z0-9_]+", "-", name).strip("-") for name in stem.split("/"))
    readable = ".".join(name for name in names if name)[-_LONGEST:].strip(".-")
    digest = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    return ".".join(part for part in (readable, digest, re.sub(r"[^a-z0-9]", "", suffix)) if part)


def template_of(domain_name: str, settings: Settings) -> Path:
    """Where the template of a domain lies."""
    return settings.root / settings.output / f"{domain_name}.pot"


def catalog_of(domain_name: str, settings: Settings, language: str) -> Path:
    """Where the catalog of a domain and a language (as its folder is named) lies."""
    return settings.root / settings.output / language / "LC_MESSAGES" / f"{domain_name}.po"
