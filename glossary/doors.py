"""Rooms that load what they offer when it is first asked for (PEP 562): who only checks needs nothing that writes."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping


def door(room: str, names: Mapping[str, str], loaded: dict[str, object]) -> Callable[[str], object]:
    """The ``__getattr__`` of the package ``room``.

    ``names`` maps each of its modules to the names that it has, with spaces between; ``loaded`` are the package's
    ``globals()``, in which a name stays once it is loaded.
    """
    homes = {name: module for module, all_its in names.items() for name in all_its.split()}

    def load(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        loaded[name] = value = getattr(importlib.import_module(f"{room}.{homes[name]}"), name)
        return value

    return load
