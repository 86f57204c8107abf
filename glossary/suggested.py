"""What was suggested before, remembered beside the project, so that a build asks the sources only about what changed.

``.glossary-cache/suggestions`` is safe to delete.  It holds the suggestions for the concepts of the last build, each
under a hash of what it depends on in the concept, all under a hash of everything else: this program's code and tables,
the languages, and the termbases with what people decided and approved.  Whatever is wrong with the file, it is as if
there were none.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from importlib.metadata import version

from glossary import kept, processes, suggestions
from glossary.basis import code_of
from glossary.crew import Later
from glossary.model import ConceptEntry, Suggestion
from glossary.settings import Settings
from glossary.suggestions import Resources, Suggestions

CODE = ("model.py", "data", "languages", "suggestions")
"""Parts of this program that decide what is suggested."""
SMALLEST = 300
"""Concepts for which another process is worth its start: 0.2 s of work."""
PARTS = 3
"""Parts for each process, so that all end at about the same time."""
Known = Mapping[str, Mapping[str, Sequence[tuple[str, str, float, bool]]]]
"""Key of a concept → language → form, source, confidence and whether a rule made it, the best first."""


def suggest(
    concepts: Iterable[ConceptEntry], languages: Sequence[str], resources: Resources, settings: Settings, *,
    remember: bool, jobs: int = 1, key: Callable[[ConceptEntry], str] = suggestions.key,
    basis: str = "",
) -> Later[Suggestions]:  # fmt: skip
    """Suggestions for the concepts: remembered ones, and new ones for the rest, which are put into the file when they
    are asked for and the build is to ``remember`` them.  ``jobs`` as in ``processes.number``; ``key`` gives what
    ``suggestions.key`` does, ``basis`` is what ``basis_of`` does, when that is known.
    """
    file = settings.root / kept.FOLDER / "suggestions"
    basis = basis or basis_of(languages, resources)
    keys = {concept.id: (key(concept), concept) for concept in concepts if concept.translate}
    known: Known = kept.table(file, basis)
    unknown = [concept for own, concept in keys.values() if own not in known]
    asked = _asked(unknown, languages, resources, jobs)

    def collected() -> Suggestions:
        new = _joined(asked(), languages)
        found: dict[str, dict[str, tuple[Suggestion, ...]]] = {language: {} for language in languages}
        for identifier, (own, _) in keys.items():
            for language in languages:
                told = known[own].get(language) if own in known else None
                given = tuple([Suggestion(identifier, language, *row) for row in told]) if told else ()
                if given := given or new[language].get(identifier, ()):
                    found[language][identifier] = given
        if remember and (unknown or len(known) > len(keys)):
            kept.keep_table(file, basis, ((own, _rows(found, identifier)) for identifier, (own, _) in keys.items()))
        return found

    return collected


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
