"""spaCy imported without its command line, which takes a quarter of the time that importing it takes.

``spacy/__init__.py`` has one name of the command line among its own, ``info``, and with it come all commands and what
they need (typer, requests).  Nothing here asks for it; who does, gets it then.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

LATER = "spacy.cli.info"
"""The module that spaCy imports for one name (3.8.7 to 3.8.18)."""


class _StandIn(ModuleType):
    """In the place of a module whose functions are imported when they are called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def later(*arguments: Any, **more: Any) -> Any:
            return getattr(import_module(self.__name__), name)(*arguments, **more)

        return later


@contextmanager
def quickly() -> Iterator[None]:
    """Let spaCy be imported without its command line, unless that is there already."""
    stand_in = _StandIn(LATER)
    absent = sys.modules.setdefault(LATER, stand_in) is stand_in
    try:
        yield
    finally:
        if absent:
            del sys.modules[LATER]
