"""What rooms that know no catalogs ask of a rendering that stands in one."""

from __future__ import annotations

from typing import Protocol

from glossary.model import Location


class Translation(Protocol):
    """A rendering of a concept in one language, as the catalogs give it."""

    @property
    def form(self) -> str:  # noqa: D102  (documented where it is implemented)
        ...
    @property
    def status(self) -> str:  # noqa: D102
        ...
    @property
    def source(self) -> Location:  # noqa: D102
        ...
