"""What runs on the workers: it takes documents by name and gives back counts, packed.

Nothing here keeps anything between two calls but the model, and no call changes what it is given: the scheduler may
call again when a worker is lost.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from glossary import analysis, basis, candidates, concepts, documents, gathering
from glossary.documents import File
from glossary.errors import DocumentError, GlossaryError, ModelError
from glossary.model import Document
from glossary.settings import Settings

CODE = (*basis.CODE, "concepts", "clusters")
"""Parts of this program that decide what workers find."""
_ONE = threading.Lock()
"""One part at a time in a process: spaCy is not made for several threads."""


Numbered = Sequence[tuple[int, File]]
"""Documents with their numbers among all."""


class Part(NamedTuple):
    """What some documents come to."""

    tally: bytes
    """As ``concepts.packed`` made it."""
    others: tuple[tuple[int, str], ...]
    """Number and language of each document that is not English."""


class Unreadable(Exception):  # noqa: N818  (an answer rather than a failure)
    """Documents of a part that cannot be read: the error of each by its number."""

    def __init__(self, errors: Mapping[int, DocumentError]) -> None:
        super().__init__(errors)
        self.errors = errors


@lru_cache(maxsize=2)
def versions(model: str) -> Mapping[str, str]:
    """Everything here that decides what is found in a document: name → version.

    Raises ``ModelError`` when the model is not installed.
    """
    libraries = {name: basis.installed(name) for name in basis.LIBRARIES}
    own = {"glossary": basis.installed("glossary"), "the code of glossary": basis.code_of(CODE)[:12]}
    return {**own, "the model": analysis.describe(model), **libraries}


def ready(model: str, expected: Mapping[str, str]) -> None:
    """Load what a part needs.  Raises ``GlossaryError``, with this worker's address, when it has not all of it."""
    try:
        found = versions(model)
        analysis.load(model)
    except ModelError as error:
        raise _lacking(error.message, error.hint) from None
    for name, here in found.items():
        if here != expected.get(name):
            there = expected.get(name) or "none"
            message = f"{name} is {here or 'missing'}, and {there} where the build was begun"
            raise _lacking(message, "install the same there as here")
    candidates.load()


def _lacking(message: str, hint: str) -> GlossaryError:
    from distributed import get_worker  # noqa: PLC0415  (an extra)

    return GlossaryError(f"worker {get_worker().address}: {message}", hint=hint)


def count(part: Numbered, settings: Settings, wanted: Sequence[str], expected: Mapping[str, str]) -> Part:
    """Read, analyze and count some documents, given with their numbers.

    Raises ``Unreadable`` before anything is analyzed, and what ``ready`` does.
    """
    with _ONE:
        ready(settings.model, expected)
        read, errors = _read(part, settings)
        if errors:
            raise Unreadable(errors)
        languages = {number: documents.language_of(document) or gathering.UNKNOWN for number, document in read.items()}
        english = [document for number, document in read.items() if languages[number] == "en"]
        tally = concepts.Tally()
        for document, analyzed in analysis.analyze(english, settings.model):
            tally.add(document.path, concepts.resolve(candidates.recognize(analyzed, wanted)))
        others = tuple((number, language) for number, language in languages.items() if language != "en")
        return Part(concepts.packed(tally), others)


def check(part: Numbered, settings: Settings) -> dict[int, DocumentError]:
    """Only read some documents: what is bad in which."""
    return _read(part, settings)[1]


def _read(part: Numbered, settings: Settings) -> tuple[dict[int, Document], dict[int, DocumentError]]:
    """The documents that can be read, and the errors of all others, by their numbers."""
    found: dict[int, Document] = {}
    errors: dict[int, DocumentError] = {}
    for number, path in part:
        if isinstance(path, Path) and not path.exists():
            message = f"{documents.relative(path, settings.root)} is not to be seen there"
            raise _lacking(message, "give the workers the same folders, or name the documents by URL")
        try:
            found[number] = documents.read(path, settings.root, settings.max_file_size)
        except DocumentError as error:
            errors[number] = error
    return found, errors


def add_up(parts: Iterable[Part]) -> Part:
    """The sum of some parts, of which one at a time is unpacked."""
    tally = concepts.Tally()
    others: list[tuple[int, str]] = []
    for part in parts:
        tally.include(concepts.unpacked(part.tally))
        others += part.others
    return Part(concepts.packed(tally), tuple(others))
