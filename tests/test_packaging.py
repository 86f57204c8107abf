"""What is shipped: every data file, each under a licence that is told."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from fnmatch import fnmatchcase
from importlib.metadata import requires
from importlib.resources import files
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from glossary.settings import Settings

ROOT = Path(__file__).parents[1]
DATA = ROOT / "glossary" / "data"
NOTICE = (DATA / "NOTICE.md").read_text(encoding="utf-8")
CODE = {".py", ".pyc"}


def data_files(folder: Path) -> list[str]:
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and path.suffix not in CODE)
    return sorted(path.as_posix() for path in found if path.name != "NOTICE.md")


def noticed() -> dict[str, str]:
    """File, folder (``termbase/``) or pattern → licence: first and last cell of the rows of the tables."""
    rows = [line.strip("|").split("|") for line in NOTICE.splitlines() if line.startswith("| `")]
    return {name: row[-1].strip() for row in rows for name in re.findall(r"`([^`]+)`", row[0])}


def covers(name: str, file: str) -> bool:
    return file.startswith(name) if name.endswith("/") else fnmatchcase(file, name)


OWN = "Written for this project (MIT)"
"""What a data file of our own says in its first lines."""


@pytest.mark.parametrize("file", data_files(DATA))
def test_every_data_file_has_a_notice(file):
    head = (DATA / file).read_text(encoding="utf-8")[:2000].splitlines()[:6]
    own = any(OWN in line for line in head if line.startswith("#"))
    named = any(covers(name, file) for name in noticed())
    assert own or named, f"{file}: add it to glossary/data/NOTICE.md, or say in its head: # {OWN}."


def test_every_notice_has_a_file_and_a_licence():
    present = data_files(DATA)
    assert [name for name in noticed() if not any(covers(name, file) for file in present)] == []
    assert [name for name, licence in noticed().items() if not licence] == []


@pytest.mark.parametrize(
    ("licence", "words"),
    [
        ("WordNet 3.0", "Permission to use, copy, modify and distribute this software and\ndatabase"),
        ("Unicode-3.0", "SPDX-License-Identifier: Unicode-3.0"),
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ],
)
def test_a_licence_that_asks_for_its_text_has_it(licence, words):
    assert any(licence in found for found in noticed().values())
    assert words in NOTICE


def test_the_installed_package_has_every_data_file():
    installed = Path(str(files("glossary.data")))
    assert data_files(installed) == data_files(DATA)
    assert (installed / "NOTICE.md").read_text(encoding="utf-8") == NOTICE


def test_licence_files_and_readme_exist():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for name in (*project["license-files"], project["readme"]):
        assert (ROOT / name).is_file()
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")


def test_the_readme_documents_every_setting():
    block = (ROOT / "README.md").read_text(encoding="utf-8").partition("```toml\n")[2].partition("```")[0]
    documented = tomllib.loads(block)
    fields = {field.name for field in dataclasses.fields(Settings)} - {"root"}
    assert {name.replace("-", "_") for name in documented} == fields


def test_constraints_allow_what_the_package_requires():
    """The pinned versions satisfy the package's own requirements."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = [Requirement(line) for line in lines if line and not line.startswith("#")]
    wanted = [Requirement(line) for line in requires("glossary") or ()]
    for pin in pinned:
        (version,) = (item.version for item in pin.specifier)
        for requirement in wanted:
            same = canonicalize_name(requirement.name) == canonicalize_name(pin.name)
            if same and (requirement.marker is None or requirement.marker.evaluate({"extra": "test"})):
                assert requirement.specifier.contains(version), f"{pin} against {requirement}"
