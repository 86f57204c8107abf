"""What was suggested before, remembered beside the project, so that a build asks the sources only about what changed.

``.glossary-cache/suggestions`` is safe to delete.  It holds the suggestions for the concepts of the last build, each
under a hash of what it depends on in the concept, all under a hash of everything else: this program's code and tables,
the languages, and the termbases with what people decided and approved.  Whatever is wrong with the file, it is as if
there were none.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib.metadata import version

from glossary import kept, processes, shelved, suggestions
from glossary.basis import code_of
from glossary.crew import Later
from glossary.model import ConceptEntry, Suggestion
from glossary.outlined import outlines
from glossary.settings import Settings
from glossary.suggestions import Resources, Suggestions

CODE = ("binary.py", "model.py", "data", "languages", "shelved.py", "suggestions")
"""Parts of this program that decide what is suggested."""
SMALLEST = 300
"""Concepts for which another process is worth its start: 0.2 s of work."""
PARTS = 3
"""Parts for each process, so that all end at about the same time."""
Known = Mapping[str, Mapping[str, Sequence[tuple[str, str, float, bool]]]]
"""Key of a concept → language → form, source, confidence and whether a rule made it, the best first."""


def suggest(
    concepts: Sequence[ConceptEntry], languages: Sequence[str], resources: Resources, settings: Settings, *,
    remember: bool, jobs: int = 1, keys: Sequence[str] = (), basis: str = "",
) -> Later[Suggestions]:  # fmt: skip
    """Suggestions for the concepts: remembered ones, and new ones for the rest, which are put into the file when they
    are asked for and the build is to ``remember`` them.  ``jobs`` as in ``processes.number``; ``keys`` are what
    ``suggestions.key`` gives for each concept, ``basis`` is what ``basis_of`` gives, when that is known.
    """
    file = settings.root / kept.FOLDER / "suggestions"
    basis = basis or basis_of(languages, resources)
    own = keys or [*map(suggestions.key, concepts)]
    known = shelved.recall(file, basis)
    wanted: dict[str, str] = {}
    unknown = []
    for number, outline in enumerate(outlines(concepts)):
        if outline.translate:
            wanted[outline.id] = own[number]
            if own[number] not in known:
                unknown.append(concepts[number])
    asked = _asked(unknown, languages, resources, jobs)

    def collected() -> Suggestions:
        new = _joined(asked(), languages)
        found = {language: Told(language, wanted, known, new[language]) for language in languages}
        if remember and (unknown or len(known) > len(wanted)):
            identifiers = {key: identifier for identifier, key in wanted.items()}
            shelved.remember(file, basis, identifiers, known, lambda key: _rows(new, identifiers[key]))
        return found

    return collected


class Told(Mapping[str, tuple[Suggestion, ...]]):
    """Suggestions in one language by concept id, made of what is remembered when somebody asks."""

    def __init__(
        self, language: str, keys: Mapping[str, str], known: Known, new: Mapping[str, tuple[Suggestion, ...]]
    ) -> None:
        """``keys``: concept id → under which ``known`` has it; ``new`` has the others."""
        self._language, self._keys, self._known, self._new = language, keys, known, new

    def __getitem__(self, identifier: str) -> tuple[Suggestion, ...]:
        rows = self._known.get(self._keys[identifier])
        if rows is None:
            return self._new[identifier]
        return tuple([Suggestion(identifier, self._language, *row) for row in rows[self._language]])

    def __contains__(self, identifier: object) -> bool:
        rows = self._known.get(self._keys.get(identifier, ""))  # type: ignore[call-overload]
        return identifier in self._new if rows is None else self._language in rows

    def __iter__(self) -> Iterator[str]:
        return filter(self.__contains__, self._keys)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _asked(
    concepts: Sequence[ConceptEntry], languages: Sequence[str], resources: Resources, jobs: int
) -> Later[list[Suggestions]]:
    """What the sources say, several parts of the concepts at a time."""
    size = max(SMALLEST, -(-len(concepts) // (PARTS * processes.number(jobs, len(concepts)))))
    parts = [concepts[start : start + size] for start in range(0, len(concepts), size)]
    return processes.begun([partial(suggestions.suggest, part, languages, resources) for part in parts], jobs)


def _joined(parts: Iterable[Suggestions], languages: Sequence[str]) -> Suggestions:
    found: dict[str, dict[str, tuple[Suggestion, ...]]] = {language: {} for language in languages}
    for part in parts:
        for language, by_id in part.items():
            found[language].update(by_id)
    return found


def _rows(found: Suggestions, identifier: str) -> dict[str, list[tuple[str, str, float, bool]]]:
    return {
        language: [(s.form, s.source, s.confidence, s.by_rule) for s in by_id[identifier]]
        for language, by_id in found.items()
        if identifier in by_id
    }


def basis_of(languages: Sequence[str], resources: Resources) -> str:
    """Everything but the concept that decides what is suggested for it, as a hash."""
    parts = (code_of(CODE), sys.version, version("babel"), languages, resources)
    return kept.digest(repr(parts).encode("utf-8", "surrogatepass"))
