"""One consistent glossary from English documents, as gettext catalogs for translators.

The public call is ``build``; importing this package loads nothing heavy::

    from pathlib import Path
    import glossary

    result = glossary.build(glossary.load_settings(Path("project")))
    for concept in result.glossary:
        print(concept.kind, concept.preferred)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from glossary.pipeline import Build
    from glossary.settings import Settings
    from glossary.settings import load as load_settings

__all__ = ["Settings", "build", "load_settings"]
_SETTINGS = {"Settings": "Settings", "load_settings": "load"}
"""Name → its name in ``glossary.settings``."""


def __getattr__(name: str) -> object:
    """The names of the settings, loaded when they are first asked for: help on a command needs none."""
    if name not in _SETTINGS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from glossary import settings  # noqa: PLC0415

    value = globals()[name] = getattr(settings, _SETTINGS[name])
    return value


def build(settings: Settings, paths: Sequence[Path] = (), *, write: bool = True) -> Build:
    """Build the glossary of ``paths`` (default: the settings' sources) and write the catalogs that change.

    ``write=False`` only plans.  Raises ``GlossaryError`` for bad input; then nothing was written.
    """
    from glossary import pipeline  # noqa: PLC0415  (loads the English model's libraries)

    result = pipeline.build(settings, paths)
    if write:
        pipeline.write(result)
    return result
