"""spaCy and a pipeline of it, without what takes a third of the time and is of no use here.

``spacy/__init__.py`` has one name of the command line among its own, ``info``, and with it come all commands and what
they need (typer, requests).  ``langcodes``, by which 3.8.7 (not 3.8.18) finds languages under other names than its
own, compiles one expression for 70 ms.  Nothing here asks for either; who does, gets it then.  A pipeline is made from
its settings before its files are read into it: 200 times it is asked which installed packages have plug-ins, and its
tokenizer gets English's exceptions before it gets its own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

COMMAND, LANGUAGES = "spacy.cli.info", "langcodes"
"""Modules that spaCy imports: of one it takes a function, of the other nothing until it is used."""


class _StandIn(ModuleType):
    """In the place of a module that is imported when something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(import_module(self.__name__), name)


class _OfFunctions(_StandIn):
    """… when a function of it is called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def later(*arguments: Any, **more: Any) -> Any:
            return getattr(import_module(self.__name__), name)(*arguments, **more)

        return later


@contextmanager
def quickly() -> Iterator[None]:
    """Let spaCy be imported without what it needs only when somebody asks for it, unless that is there already."""
    stand_ins = {one.__name__: one for one in (_OfFunctions(COMMAND), _StandIn(LANGUAGES))}
    absent = stand_ins.keys() - sys.modules.keys()
    sys.modules.update({name: stand_ins[name] for name in absent})
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


class _PlugIns:
    """In the place of what ``importlib.metadata`` found installed, which looks through all of it at each question."""

    def __init__(self, found: Any) -> None:
        self.select = lru_cache(maxsize=None)(found.select)


@contextmanager
def lightly(package: Iterable[str]) -> Iterator[None]:
    """Let the pipeline in the folders of a ``package`` be loaded with each question about plug-ins answered once and,
    if it has a saved tokenizer, without making the exceptions of English first.

    Nothing else may be loaded meanwhile.  A fifth of the time of starting (spaCy 3.8.7 to 3.8.18).
    """
    import catalogue  # noqa: PLC0415  (comes with spaCy)
    from spacy.lang.en import English  # noqa: PLC0415  (most of a second)

    found, exceptions = catalogue.AVAILABLE_ENTRY_POINTS, English.Defaults.tokenizer_exceptions
    catalogue.AVAILABLE_ENTRY_POINTS = _PlugIns(found)
    if any(map(_has_saved_tokenizer, map(Path, package))):
        English.Defaults.tokenizer_exceptions = {}
    try:
        yield
    finally:
        catalogue.AVAILABLE_ENTRY_POINTS, English.Defaults.tokenizer_exceptions = found, exceptions


def _has_saved_tokenizer(package: Path) -> bool:
    """Whether there is a file of spaCy's own tokenizer, which forgets all exceptions before it is read into it."""
    with suppress(OSError):
        configs = [path.with_name("config.cfg") for path in package.glob("*/tokenizer")]
        return bool(configs) and all(b'"spacy.Tokenizer.v1"' in path.read_bytes() for path in configs)
    return False
