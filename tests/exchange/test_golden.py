"""Every format of the sample, byte by byte.  ``python -m tests.exchange.test_golden`` writes the files anew."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from glossary import exchange
from glossary.exchange import FORMATS, Scope

from .building import LANGUAGES, SAMPLE

FOLDER = Path(__file__).parent / "golden"
NAMES = [name for name in FORMATS if name != "poedit"]


def written(name: str) -> bytes:
    """The sample in a format; of a workbook its cells, for openpyxl's releases differ in the rest."""
    data = exchange.write(name, SAMPLE, Scope(("ko",) if FORMATS[name].pair else LANGUAGES, "Korea desk"))
    if FORMATS[name].suffix != ".xlsx":
        return data
    (sheet,) = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    rows = ["\t".join(str(cell or "") for cell in row) for row in sheet.iter_rows(values_only=True)]
    return "\n".join((*rows, "")).encode()


def path_of(name: str) -> Path:
    suffix = FORMATS[name].suffix
    return FOLDER / f"{name}{'.tsv' if suffix == '.xlsx' else suffix}"


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str) -> None:
    assert written(name).decode() == path_of(name).read_text(encoding="utf-8")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in NAMES:
        path_of(each).write_bytes(written(each))
