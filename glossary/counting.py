"""How far the translation of a project is: the part of the pipeline behind ``stats``, and the figures of a pack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from glossary import catalogs
from glossary.catalogs import Catalog, Entry, Translation
from glossary.errors import GlossaryError
from glossary.expressions import expression
from glossary.languages.masking import mask
from glossary.languages.source import SourceTerms
from glossary.model import Glossary
from glossary.preparing import built, source_terms
from glossary.settings import Settings

_WORD = expression(r"[^\W_](?:[\w'’&.-]*\w)?")


@dataclass(frozen=True, slots=True)
class Progress:
    """One catalog in figures; a text that a document repeats counts once, as its translator meets it once."""

    language: str
    document: str
    """The path of the document; ``glossary`` for the glossary itself."""
    catalog: str
    """The file, as shown to people."""
    segments: tuple[int, int, int]
    words: tuple[int, int, int]
    """Segments, and the English words in them: translated (confirmed), fuzzy, open."""
    terms: int
    """Concepts of the glossary that occur in it."""
    approved: int
    """Those of them whose rendering a translator has confirmed."""
    open_terms: tuple[str, ...] = ()
    """The others, by their preferred form."""

    @property
    def percent(self) -> float:
        """Share of translated words, 0–100."""
        return 100 * self.words[0] / sum(self.words) if sum(self.words) else 100.0


def progress(settings: Settings, languages: Sequence[str] = ()) -> tuple[Progress, ...]:
    """Every catalog of the ``languages`` (default: the settings'), the glossary's first, documents by name.

    Raises ``GlossaryError`` for a catalog that cannot be read whole, and when there is none at all.
    """
    glossary = built(settings)
    renderings = catalogs.translations(glossary, settings)
    terms = source_terms(glossary)
    found = [
        _counted(settings, language, catalog, shown, (glossary, terms, renderings.get(language, {})))
        for language in catalogs.catalog_languages(languages or settings.languages)
        for shown, catalog in _read(settings, language)
    ]
    if not found:
        new = [language for language in languages if language not in settings.languages]
        hint = f"the languages are {', '.join(settings.languages)}" if new else "run: glossary build"
        raise GlossaryError(f"no catalogs{f' in {new[0]}' if new else ' yet'}", path=settings.output, hint=hint)
    return tuple(found)


def _read(settings: Settings, language: str) -> Iterable[tuple[str, Catalog]]:
    for path in catalogs.language_catalogs(settings, language):
        shown = catalogs.shown_path(path, settings)
        catalog = catalogs.read(path, shown)
        if catalog is not None:
            yield shown, catalog


def _counted(
    settings: Settings, language: str, catalog: Catalog, shown: str,
    known: tuple[Glossary, SourceTerms, Mapping[str, Translation]],
) -> Progress:  # fmt: skip
    glossary, terms, renderings = known
    live = [entry for entry in catalog.messages if not entry.obsolete]
    segments: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for entry in live:
        segments[_state(entry)] += 1
        words[_state(entry)] += count_words(entry.msgid)
    whole = shown == catalogs.shown_path(catalogs.catalog_path(settings, language), settings)
    named = {use.concept_id for entry in live for use in terms.uses(entry.msgid)}
    concepts = [concept for concept in glossary if concept.translate and (whole or concept.id in named)]
    unsettled = [
        concept.preferred
        for concept in concepts
        if (found := renderings.get(concept.id)) is None or found.status != "approved"
    ]
    return Progress(
        language,
        "glossary" if whole else _document(live, shown),
        shown,
        _by_state(segments),
        _by_state(words),
        len(concepts),
        len(concepts) - len(unsettled),
        tuple(unsettled),
    )


def _by_state(counted: Counter[str]) -> tuple[int, int, int]:
    return counted["translated"], counted["fuzzy"], counted["open"]


def _state(entry: Entry) -> str:
    return "open" if not all(entry.msgstrs) else "fuzzy" if entry.fuzzy else "translated"


def _document(entries: Sequence[Entry], shown: str) -> str:
    """The path of the document that a catalog is of, as its references have it, else the catalog's."""
    reference = next((reference for entry in entries for reference in entry.references), "")
    path = reference.rpartition(":")[0].strip("\u2068\u2069")
    return path or shown


def count_words(text: str) -> int:
    """English words in a text, as translators count them: no markup, no addresses; a compound is one.

    >>> count_words("A <b>long-term</b> plan of the U.S. for 2026")
    8
    """
    return len(_WORD.findall(mask(text)))
