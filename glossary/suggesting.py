"""Suggestions for a build and for single terms: what people know already, handed to the room of suggestions.

A part of the pipeline, apart from it because ``glossary suggest`` must start in an instant: what is not needed is not
loaded.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from glossary import suggestions
from glossary.errors import GlossaryError
from glossary.hashed import hash_if_readable
from glossary.model import Glossary, Term
from glossary.outlined import outlines
from glossary.settings import Settings
from glossary.suggestions import Row, Termbase, confidence

if TYPE_CHECKING:
    from glossary.catalogs import Prefill
    from glossary.concepts import Decisions


def prefill(
    glossary: Glossary, settings: Settings, decisions: Decisions, *,
    remember: bool = False, jobs: int = 1, keys: Sequence[str] = (), untouched: Collection[str] = (),
) -> Prefill | None:  # fmt: skip
    """What the catalogs are to be prefilled with; None when the settings want nothing.

    What was suggested before is looked up beside the project, and put there when the build is to ``remember`` it.
    ``jobs`` as in ``processes.number``; ``keys`` as in ``suggested.suggest``, ``untouched`` as in ``resources``.
    """
    from glossary import catalogs, suggested  # noqa: PLC0415  (50 ms that single terms do not need)

    if not settings.suggest:
        return None
    known = resources(settings, decisions, glossary, untouched)
    languages = catalogs.catalog_languages(settings.languages)
    basis = suggested.basis_of(languages, known)
    asked = suggested.suggest(
        glossary.concepts, languages, known, settings, remember=remember, jobs=jobs, keys=keys, basis=basis
    )
    return catalogs.Prefill(asked, suggestions.PREFILL, basis)


def suggest(settings: Settings, terms: Sequence[str], languages: Sequence[str]) -> suggestions.TermSuggestions:
    """Suggestions for ``terms``, with or without a glossary; what the project has approved is asked first."""
    output = settings.root / settings.output
    decisions = None
    if (output / "decisions.toml").is_file():
        from glossary.concepts import load_decisions  # noqa: PLC0415

        decisions = load_decisions(output / "decisions.toml", f"{settings.output}/decisions.toml")
    return suggestions.suggest_terms(terms, languages, resources(settings, decisions))


def resources(
    settings: Settings, decisions: Decisions | None, glossary: Glossary | None = None, untouched: Collection[str] = ()
) -> suggestions.Resources:
    """Everything that ``settings`` and the project's files add to the data of the program.

    ``glossary`` is that of the last build unless given; read only where something was decided or approved.
    ``untouched`` are hashes of catalogs that need not be looked at, because nobody has put work into them.  Raises
    ``GlossaryError`` for a termbase that is missing or cannot be read, and for a broken catalog.
    """
    project: tuple[Termbase, ...] = ()
    if decisions is not None and any(decision.renderings for decision in decisions.concepts):
        glossary = glossary or _last_build(settings)
        project += (Termbase(decisions.path, tuple(_decided(decisions, glossary)), confidence.PROJECT),)
    keeps = glossary is not None and any(not outline.translate for outline in outlines(glossary.concepts))
    files = (settings.root / settings.output).glob("*/LC_MESSAGES/*.po")
    if keeps or any(
        may_approve(path) for path in files if not (untouched and hash_if_readable(str(path.absolute())) in untouched)
    ):
        from glossary.approved import project_catalogs  # noqa: PLC0415

        project += project_catalogs(settings, glossary or _last_build(settings))
    own = tuple(termbase for name in settings.termbases for termbase in _termbases(settings, name))
    return suggestions.Resources(project, own, settings.suggest)


def _last_build(settings: Settings) -> Glossary:
    """The glossary of the last build, an empty one before the first."""
    path = settings.root / settings.output / "glossary.json"
    if not path.is_file():
        return Glossary(())
    from glossary.exchange import json_format  # noqa: PLC0415

    return json_format.load(path.read_bytes(), f"{settings.output}/glossary.json")


_MESSAGE = re.compile(rb"^(?:#~[ \t]*)?msgid[ \t\"]", re.MULTILINE)
_FUZZY = re.compile(rb"^#[,=].*\bfuzzy\b", re.MULTILINE)
_TRANSLATED = re.compile(
    rb"^(?:#~[ \t]*)?msgstr(?:\[\d+\])?[ \t]*(?:\"[^\"]|\"\"[ \t\r]*\n(?:#~[ \t]*)?\")", re.MULTILINE
)
_HEADER = re.compile(rb"^msgid[ \t]*\"\"[ \t\r]*\nmsgstr", re.MULTILINE)


def may_approve(path: Path) -> bool:
    """Whether a catalog may hold a translation that is not fuzzy: after a first build none has, and need not be read.

    Told from the looks of its paragraphs, in a tenth of the time; yes when in doubt.
    """
    try:
        paragraphs = path.read_bytes().replace(b"\r\n", b"\n").rstrip(b"\n").split(b"\n\n")
    except OSError:
        return True
    return any(
        len(_MESSAGE.findall(paragraph)) > 1 or not (_FUZZY.search(paragraph) or _HEADER.search(paragraph))
        for paragraph in paragraphs
        if not _open(paragraph) and _TRANSLATED.search(paragraph)
    )


def _open(paragraph: bytes) -> bool:
    """Whether it is one message without translation or one that is fuzzy, as this program writes them."""
    written = paragraph.endswith(b'\nmsgstr ""') or b"\n#, fuzzy\n" in paragraph
    return written and paragraph.count(b"msgstr") == 1


def _decided(decisions: Decisions, glossary: Glossary) -> Iterator[Row]:
    """Renderings of ``decisions.toml``, under every form of their concepts."""
    for decision in decisions.concepts:
        if decision.renderings:
            known = [form for concept in glossary.find(decision.form) for form in concept.forms]
            forms = dict.fromkeys(form for form in (decision.form, decision.prefer, *decision.merge, *known) if form)
            yield Row(tuple(forms), decision.renderings, decision.kind or "")


def _termbases(settings: Settings, name: str) -> tuple[Termbase, ...]:
    """The termbase at a path of the settings; of a folder, one for each catalog in it."""
    path = settings.root / name
    if path.is_dir() or path.suffix == ".po":
        from glossary.approved import catalog_termbases  # noqa: PLC0415

        return catalog_termbases(settings, name)
    if path.suffix.lower() in EXCHANGED:
        return (Termbase(name, tuple(_exchanged(settings, path, name))),)
    from glossary.suggestions import files  # noqa: PLC0415

    return (files.load(path, name),)


EXCHANGED = frozenset({".tbx", ".xlsx", ".json"})
"""Endings of termbases that the room of formats reads."""


def _exchanged(settings: Settings, path: Path, name: str) -> Iterator[Row]:
    """The rows of such a termbase; forms and renderings that are to be avoided are left out."""
    from glossary.catalogs import catalog_languages, read_file  # noqa: PLC0415  (not for single terms)
    from glossary.exchange.text import language_tag, same_language  # noqa: PLC0415
    from glossary.exchanging import read_entries  # noqa: PLC0415

    data = read_file(path, name)
    if data is None:
        raise GlossaryError("cannot be read: no such file", path=name, hint="correct the setting termbases")
    catalogs = {language_tag(language): language for language in catalog_languages(settings.languages)}
    for entry in read_entries(data, name)[1].entries:
        forms = _usable(entry.terms)
        renderings = {
            catalogs[known]: found
            for language, terms in entry.renderings.items()
            if (known := same_language(language, tuple(catalogs))) and (found := _usable(terms))
        }
        if forms and renderings:
            yield Row(forms, renderings, entry.kind or "", entry.note)


def _usable(terms: Sequence[Term]) -> tuple[str, ...]:
    return tuple(term.form for term in terms if term.status != "deprecated")
