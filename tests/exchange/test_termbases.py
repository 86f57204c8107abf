"""Termbases of other tools as sources of suggestions."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary import exchange, reference, suggesting
from glossary.errors import GlossaryError
from glossary.exchange import Scope
from glossary.model import Glossary
from glossary.settings import Settings
from glossary.suggestions import Row

from .building import LANGUAGES, SAMPLE

TBX2 = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body><termEntry id="c1">
<langSet xml:lang="en-US"><tig><term>cease-fire</term></tig></langSet>
<langSet xml:lang="ko"><tig><term>정전</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
<tig><term>휴전</term></tig></langSet></termEntry></body></text></martif>"""
TBX3 = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>cease-fire</term></termSec></langSec>
<langSec xml:lang="ko"><termSec><term>정전</term></termSec><termSec><term>휴전</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec>
</conceptEntry></body></text></tbx>"""


def termbase(folder: Path, name: str, data: bytes | None) -> tuple[Row, ...]:
    """The rows of the one termbase that the settings name."""
    if data is not None:
        (folder / name).write_bytes(data)
    settings = Settings(root=folder, languages=LANGUAGES, termbases=(name,))
    (found,) = suggesting.resources(settings, None, Glossary(())).termbases
    assert found.name == name
    return found.rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (TBX2, Row(("cease-fire",), {"ko": ("휴전",)})),
        (TBX3, Row(("cease-fire",), {"ko": ("휴전", "정전")})),
        (TBX2.replace('lang="ko"', 'lang="ko-KR"'), Row(("cease-fire",), {"ko": ("휴전",)})),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tbx(text: str, row: Row, encoding: str, tmp_path: Path) -> None:
    text = text.replace("UTF-8", "UTF-16") if encoding == "utf-16" else text
    assert termbase(tmp_path, "ministry.tbx", text.encode(encoding)) == (row,)


@pytest.mark.parametrize("name", ["json", "xlsx", "tbx3"])
def test_our_own_exports(name: str, tmp_path: Path) -> None:
    data = exchange.write(name, SAMPLE, Scope(LANGUAGES))
    rows = termbase(tmp_path, f"a.{name.removesuffix('3')}", data)
    assert rows[0] == Row(
        ("Kim Jong Un", "Kim"), {"ko": ("김정은",), "ja": ("金正恩",), "uk": ("Кім Чен Ин",)},
        "person", "Family name first, in every language",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "a.tbx: cannot be read: no such file; correct the setting termbases"),
        (b"<tbx>", "a.tbx:1: not XML: no element found; export it again"),
    ],
)
def test_refused(data: bytes | None, message: str, tmp_path: Path) -> None:
    with pytest.raises(GlossaryError) as caught:
        termbase(tmp_path, "a.tbx", data)
    assert str(caught.value) == message


@pytest.mark.parametrize("name", ["tbx", "tbx3", "xlsx"])
def test_checks_are_made_against_them(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{name.removesuffix('3')}"
    path.write_bytes(exchange.write(name, SAMPLE, Scope(LANGUAGES)))
    found = reference.of_file(path)
    assert [terms[0].form for concept in found.glossary if (terms := concept.section("uk"))] == [
        "Кім Чен Ин", "гібридна загроза",
    ]  # fmt: skip
    assert [(file.language, [unit.targets for unit in file.units]) for file in found.catalogs][-1] == (
        "uk", [("Кім Чен Ин",), ("гібридна загроза",)],
    )  # fmt: skip
