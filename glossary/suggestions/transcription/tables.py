"""The data files of this package, read when first asked for."""

from __future__ import annotations

from collections.abc import Iterator

from glossary import data


def rows(name: str) -> Iterator[list[str]]:
    """The cells of each line of ``glossary/data/<name>``: tab-separated, ``#`` begins a comment line."""
    for line in (data.HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
