"""What decides what is found, beside the documents: model, libraries, this program's code and word lists, machine.

What is remembered from one build to the next is remembered under it.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from glossary import analysis
from glossary.hashed import hash_of
from glossary.settings import Settings

LIBRARIES = (
    "spacy", "thinc", "blis", "numpy", "wordfreq", "babel", "pycountry", "py3langid", "charset-normalizer", "lxml",
    "trafilatura", "markdown-it-py", "docutils", "python-docx", "pypdfium2",
)  # fmt: skip
"""Packages that decide what is found, by the names under which their versions are on record."""
CODE = ("analysis", "model.py", "candidates", "concepts/within.py", "data", "documents", "languages")
"""Parts of this program that decide what is found in a document."""
WHOLE = (".",)
"""All parts of this program."""


def basis(settings: Settings, wanted: Sequence[str], code: Sequence[str] = CODE) -> str:
    """Everything but the document that decides what is found in it, as a hash.

    ``code`` names the parts of this program that decide.
    """
    parts = (
        settings.model, repr(analysis.meta(settings.model)), str(settings.max_file_size),
        *sorted(wanted), "",
        sys.version, platform.machine(), *map(installed, LIBRARIES), code_of(code),
    )  # fmt: skip
    return sha256(repr(parts).encode()).hexdigest()


@lru_cache(maxsize=100)
def installed(package: str) -> str:
    """The version of a package; empty when there is none."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


@lru_cache(maxsize=8)
def code_of(parts: Sequence[str]) -> str:
    """A hash of code and data of these parts of the program."""
    told = [(name, found) for name, found in _code().items() if _is_in(name, parts)]
    return sha256(repr(told).encode("utf-8", "surrogateescape")).hexdigest()


def _is_in(name: str, parts: Sequence[str]) -> bool:
    """Whether a file is one of the parts, or lies in one."""
    return any(part in (".", name) or name.startswith(f"{part}/") for part in parts)


@lru_cache(maxsize=1)
def _code() -> Mapping[str, str]:
    """The files of code and data, by their paths within the program, with their hashes: once for all that ask."""
    package = str(Path(__file__).parent.absolute())
    found = {}
    for folder, _, names in os.walk(package):
        for name in names:
            path = os.path.join(folder, name)  # noqa: PTH118  (of many)
            if name.endswith((".py", ".tsv", ".txt")) and os.path.isfile(path):  # noqa: PTH113  (the same)
                found[path[len(package) + 1 :].replace(os.sep, "/")] = hash_of(path)
    return dict(sorted(found.items()))
