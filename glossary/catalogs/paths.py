"""Where the catalogs of a project lie, and how their paths are shown."""

from __future__ import annotations

from pathlib import Path

from glossary.settings import Settings


def template_path(settings: Settings) -> Path:
    """Where the template lies."""
    return settings.root / settings.output / "glossary.pot"


def catalog_path(settings: Settings, language: str) -> Path:
    """Where the catalog of a language lies."""
    return settings.root / settings.output / language / "LC_MESSAGES" / "glossary.po"


def language_catalogs(settings: Settings, language: str) -> tuple[Path, ...]:
    """All catalogs of a language: the glossary's first, then those of documents by name."""
    own = catalog_path(settings, language)
    found = sorted(own.parent.glob("*.po"))
    return tuple(sorted(found, key=lambda path: path != own))


def shown_path(path: Path, settings: Settings) -> str:
    """``path`` for people: relative to the project folder where it lies in it."""
    return (path.relative_to(settings.root) if path.is_relative_to(settings.root) else path).as_posix()
