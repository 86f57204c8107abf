"""Glossary ⇄ other tools' formats; the verbs are ``export`` and, for our own file, ``load``.

``FORMATS`` maps the word that users type to the function that writes it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from glossary.exchange import json_format

__all__ = ["FORMATS", "json_format"]

FORMATS: Mapping[str, Callable[..., bytes]] = {"json": json_format.export}
"""Format → function of glossary and translations that gives the file's bytes."""
