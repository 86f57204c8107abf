"""What ``glossary import`` does: read a file, hold it against the project, and write what a person chose.

Everything is worked out before anything is written; then ``decisions.toml`` (the English side) and the catalogs
(the renderings) are written, each whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from glossary import catalogs, concepts, dates, exchange
from glossary.catalogs import Adoption, FilePlan, catalog_languages, read_file, shown_path
from glossary.concepts.amending import Amendment, Key, amended
from glossary.concepts.decided import by_name, decided, decision_of, renderings
from glossary.errors import GlossaryError
from glossary.exchange import Comparison, Difference, Own, Reading, json_format
from glossary.exchange.entries import UNDETERMINED, kind_of
from glossary.exchange.text import language_tag, same_language
from glossary.exchanging import named_language, read_entries
from glossary.languages.english import fold_case
from glossary.model import ConceptEntry, Glossary, LanguageSection, Location, Term
from glossary.settings import Settings

Side = Literal["file", "catalog", ""]


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for."""

    path: Path
    form: str = ""
    """Key in ``READERS`` or ``po``; empty: told by the content."""
    language: str = ""
    """Of renderings whose language the file does not name."""
    prefer: Side = ""
    """Which side holds where the two contradict; empty: neither, until the user says so."""
    new: bool = True
    """Concepts that the glossary does not have are accepted."""


@dataclass(frozen=True, slots=True)
class Import:
    """What an import found and what it would write."""

    form: str
    """The format that was read."""
    entries: int
    comparison: Comparison
    chosen: tuple[Difference, ...]
    """The differences that a write applies."""
    open: tuple[Difference, ...]
    """Conflicts that nobody has settled: they stay as they are."""
    plans: tuple[FilePlan, ...]
    """The catalogs as they are to be."""
    decisions: Path
    decisions_shown: str
    decisions_old: bytes | None
    """None: there is no such file yet."""
    decisions_new: bytes

    @property
    def changed(self) -> tuple[str, ...]:
        """Files that a write would change, in the order of writing."""
        decisions = (self.decisions_shown,) if (self.decisions_old or b"") != self.decisions_new else ()
        return (*decisions, *(plan.shown for plan in self.plans if plan.changed))


def plan(settings: Settings, request: Request) -> Import:
    """Read, compare and work out what would be written; nothing is (see ``write``).

    Raises ``GlossaryError`` for a file that cannot be read, a language that nobody names, broken decisions and
    broken catalogs.
    """
    shown = shown_path(request.path, settings)
    data = read_file(request.path, shown)
    if data is None:
        raise GlossaryError("no such file", path=shown)
    form, reading = read_entries(data, shown, request.form)
    decisions_path = settings.root / settings.output / "decisions.toml"
    decisions = concepts.load_decisions(decisions_path, f"{settings.output}/decisions.toml")
    own = _own(settings, decisions)
    comparison = exchange.compare(own, reading, _language(settings, request, reading, shown))
    chosen, open_ = _chosen(comparison.differences, request)
    glossary = _with_new(own.glossary, chosen)
    unbuilt = {concept.id for concept in glossary} - {concept.id for concept in _built(settings)}
    date = dates.sources_date([request.path], settings.root)
    adoptions = _adoptions(settings, glossary, chosen)
    old = decisions_path.read_bytes() if decisions_path.is_file() else None
    return Import(
        form=form,
        entries=len(reading.entries),
        comparison=comparison,
        chosen=chosen,
        open=open_,
        plans=catalogs.adopt(glossary, settings, adoptions, unbuilt, date) if adoptions else (),
        decisions=decisions_path,
        decisions_shown=decisions.path,
        decisions_old=old,
        decisions_new=amended(
            old or b"", tuple(_amendments(settings, own.glossary, chosen, decisions)), decisions.path
        ),
    )


def write(result: Import) -> None:
    """Write what changed: ``decisions.toml`` first, then the catalogs.

    Raises ``GlossaryError`` when a file is no longer as it was read.
    """
    if (result.decisions_old or b"") != result.decisions_new and not catalogs.replace_bytes(
        result.decisions, result.decisions_old, result.decisions_new
    ):
        raise GlossaryError("was changed by someone else just now", path=result.decisions_shown, hint="run again")
    catalogs.write(result.plans)


def _built(settings: Settings) -> Glossary:
    """The glossary of the last build; an empty one before the first."""
    path = settings.root / settings.output / "glossary.json"
    shown = f"{settings.output}/glossary.json"
    data = read_file(path, shown)
    return json_format.load(data, shown) if data is not None else Glossary(())


def _own(settings: Settings, decisions: concepts.Decisions) -> Own:
    """The project's side of the comparison."""
    glossary = decided(_built(settings), decisions)
    found = catalogs.translations(glossary, settings)
    joined = exchange.joined(glossary, found, decided=renderings(glossary, decisions))
    untouched = {
        (language_tag(language), concept)
        for language, by_id in found.items()
        for concept, translation in by_id.items()
        if translation.suggested
    }
    names = by_name(decisions)
    kinds = {
        concept.id for concept in glossary if (decision := decision_of(concept, names)) is not None and decision.kind
    }
    rejected = {fold_case(form): Location(decisions.path, decisions.lines.get(form, 1)) for form in decisions.reject}
    return Own(joined, tuple(map(language_tag, catalog_languages(settings.languages))), kinds, untouched, rejected)


def _language(settings: Settings, request: Request, reading: Reading, shown: str) -> str:
    """BCP 47 of the renderings whose language the file does not name: as asked, by the file's name, or the only one.

    Raises ``GlossaryError`` when there are such renderings and nobody says.
    """
    known = tuple(map(language_tag, catalog_languages(settings.languages)))
    if request.language:
        found = same_language(request.language, known)
        if not found:
            hint = f"the languages are {', '.join(known)}"
            raise GlossaryError(f"{request.language!r} is not among the languages of the settings", hint=hint)
        return found
    if found := named_language(request.path, known):
        return found
    if len(known) == 1 or not any(UNDETERMINED in entry.renderings for entry in reading.entries):
        return known[0]
    hint = f"give it with --language ({', '.join(known)})"
    raise GlossaryError("does not say in which language its renderings are", path=shown, hint=hint)


def _chosen(
    differences: Iterable[Difference], request: Request
) -> tuple[tuple[Difference, ...], tuple[Difference, ...]]:
    """What is to be applied, and the conflicts that stay open."""
    chosen, open_ = [], []
    for item in differences:
        if item.key.startswith("+") and not request.new:
            continue
        if item.verdict != "conflict" or (request.prefer == "file" and item.settled):
            chosen.append(item)
        elif request.prefer != "catalog":
            open_.append(item)
    return tuple(chosen), tuple(open_)


def _with_new(glossary: Glossary, chosen: Iterable[Difference]) -> Glossary:
    """The glossary with the concepts that are new."""
    kinds = {item.key: item.there for item in chosen if item.what == "kind"}
    new = [
        ConceptEntry(
            item.key,
            kind_of(kinds.get(item.key, ""))[0] or "term",
            (LanguageSection("en", (Term(item.form, status="preferred"),)),),
        )
        for item in chosen
        if item.what == "concept"
    ]
    return replace(glossary, concepts=(*glossary.concepts, *new))


def _adoptions(
    settings: Settings, glossary: Glossary, chosen: Iterable[Difference]
) -> Mapping[str, Mapping[str, Adoption]]:
    """Language as its catalog is named → concept id → rendering."""
    names = {language_tag(name): name for name in catalog_languages(settings.languages)}
    found: dict[str, dict[str, Adoption]] = {}
    for item in chosen:
        if item.what == "rendering" and item.key in glossary.by_id:
            found.setdefault(names[item.language], {})[item.key] = Adoption(item.there, item.fuzzy)
    return found


_KEYS: Mapping[str, Key] = {
    "admitted rendering": "admitted", "rendering to avoid": "forbidden",
    "concept": "accept", "preferred form": "prefer", "other form": "merge", "form to avoid": "deprecated",
    "kind": "kind", "definition": "definition", "note": "note", "do not translate": "translate",
}  # fmt: skip
"""What differs → what is to be decided about it."""


def _amendments(
    settings: Settings, glossary: Glossary, chosen: Iterable[Difference], decisions: concepts.Decisions
) -> Iterable[Amendment]:
    """What the English side of the differences means for ``decisions.toml``."""
    catalogs_of = {language_tag(name): name for name in catalog_languages(settings.languages)}
    names = by_name(decisions)
    for item in chosen:
        if item.what in _KEYS:
            concept = glossary.by_id.get(item.key)
            found = decision_of(concept, names) if concept else None
            value = item.there != "yes" if item.what == "do not translate" else item.there
            language = catalogs_of.get(item.language, "")
            yield Amendment(found.form if found else item.form, _KEYS[item.what], value, language)
