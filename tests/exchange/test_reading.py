"""Files as other tools write them."""

from __future__ import annotations

import pytest

from glossary import exchange
from glossary.errors import GlossaryError
from glossary.exchange import TermEntry


def told(entry: TermEntry) -> dict[str, object]:
    """What an entry says, without places and without what it leaves open."""
    found: dict[str, object] = {
        "id": entry.id, "kind": entry.kind, "subkind": entry.subkind, "definition": entry.definition,
        "note": entry.note, "translate": entry.translate,
        **{language: [f"{term.form}/{term.status}" for term in terms]
           for language, terms in {"en": entry.terms, **entry.renderings}.items()},
    }  # fmt: skip
    return {key: value for key, value in found.items() if value not in ("", None, [])}


IATE = """<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX" xml:lang="en">
<martifHeader><fileDesc><sourceDesc><p>IATE export</p></sourceDesc></fileDesc></martifHeader>
<text><body><termEntry id="IATE-3558818">
  <descripGrp><descrip type="subjectField">0821</descrip></descripGrp>
  <langSet xml:lang="en-GB">
    <descripGrp><descrip type="definition">short-range missile</descrip><admin type="source">EP</admin></descripGrp>
    <tig><term>ballistic <hi>missile</hi></term><termNote type="termType">fullForm</termNote>
      <descrip type="reliabilityCode">3</descrip></tig>
    <tig><term>BM</term><termNote type="termType">abbreviation</termNote></tig>
  </langSet>
  <langSet xml:lang="uk"><tig><term>балістична ракета</term></tig>
    <tig><term>ракета балістична</term>
      <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
</termEntry></body></text></martif>"""
DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
 <conceptEntry id="c1"><min:subjectField>place (city)</min:subjectField><basic:definition>capital</basic:definition>
 <langSec xml:lang="en"><termSec><term>Kyiv</term>
   <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
 <termSec><term>Kiev</term>
   <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>
 <langSec xml:lang="ko-KR"><termSec><term>키이우</term></termSec></langSec></conceptEntry></body></text></tbx>"""
WEBLATE = """<martif type="TBX"><text><body><termEntry id="1"><descrip type="definition">the army</descrip>
 <descrip type="Translation needed">No</descrip><langSet xml:lang="en"><tig><term>KPA</term></tig></langSet>
 <langSet xml:lang="ja"><note from="translator">see style guide</note><tig><term>KPA</term>
 <termNote type="administrativeStatus">forbidden</termNote></tig></langSet></termEntry></body></text></martif>"""

FILES = {
    "TBX of IATE": (
        IATE,
        {"id": "IATE-3558818", "definition": "short-range missile",
         "en": ["ballistic missile/preferred", "BM/admitted"],
         "uk": ["балістична ракета/preferred", "ракета балістична/deprecated"]},
        [("subjectField", "0821"), ("source", "EP"), ("reliabilityCode", "3")],
    ),
    "TBX of 2019 with elements as categories": (
        DCT,
        {"id": "c1", "kind": "place", "subkind": "city", "definition": "capital",
         "en": ["Kyiv/preferred", "Kiev/deprecated"], "ko-KR": ["키이우/preferred"]},
        [],
    ),
    "TBX of Weblate": (
        WEBLATE,
        {"id": "1", "definition": "the army", "translate": False, "en": ["KPA/preferred"], "ja": ["KPA/deprecated"]},
        [("note (ja)", "see style guide")],
    ),
    "a list that people keep": (
        "English;Korean;Ukrainian;Notes;Owner\nUN;유엔|국제연합;ООН;“the” UN;Kim\n",
        {"en": ["UN/preferred"], "ko": ["유엔/preferred", "국제연합/admitted"], "uk": ["ООН/preferred"],
         "note": "“the” UN"},
        [("column “Owner”", "Kim")],
    ),
    "two columns without names": ("UN,유엔\n", {"en": ["UN/preferred"], "und": ["유엔/preferred"]}, []),
    "names that could be those of columns": ("term,용어\n", {"en": ["term/preferred"], "und": ["용어/preferred"]}, []),
    "three columns between tabs": (
        "# my glossary\nUN\t유엔\tsince 1945\n",
        {"en": ["UN/preferred"], "und": ["유엔/preferred"], "note": "since 1945"},
        [],
    ),
    "a sheet saved as tabs": (
        'en\tko\tko_status\n"the ""Greens"""\t녹색당\tfuzzy\n',
        {"en": ['the "Greens"/preferred'], "ko": ["녹색당/proposed"]},
        [],
    ),
    "UTF-16": (
        "\ufeffen,ja\nUN,国連\n".encode("utf-16-le"), {"en": ["UN/preferred"], "ja": ["国連/preferred"]}, [],
    ),
    "Crowdin": (
        "conceptDefinition,term_en,description_en,partOfSpeech_en,status_en,term_uk,status_uk\n"
        "world body,UN,,noun,preferred,ООН,not recommended\n",
        {"definition": "world body", "en": ["UN/preferred"], "uk": ["ООН/deprecated"]},
        [("column “partOfSpeech_en”", "noun")],
    ),
    "memoQ": (
        "Entry_ID;Entry_Subject;Entry_Note;English_Def;English;Term_Info;Korean_Def;Korean;Korean\n"
        "7;person;n;leader;Kim Jong Un;Casesense;;김정은;김 위원장\n",
        {"id": "7", "kind": "person", "note": "n", "definition": "leader", "en": ["Kim Jong Un/preferred"],
         "ko": ["김정은/preferred", "김 위원장/admitted"]},
        [("column “Term_Info”", "Casesense")],
    ),
    "Phrase Strings": (
        "term,case sensitive,translatable,description,en,ko\nNATO,true,false,alliance,NATO,NATO\n",
        {"definition": "alliance", "translate": False, "en": ["NATO/preferred"], "ko": ["NATO/preferred"]},
        [("column “case sensitive”", "true")],
    ),
    "JSON of this program": (
        '{"concepts": [{"id": "un", "preferred": "UN", "kind": "organization", '
        '"translations": {"ko": [{"form": "유엔", "status": "fuzzy", "source": "x/ko.po:3"}, '
        '{"form": "국제연합", "status": "fuzzy", "source": "CLDR 47"}]}}]}',
        {"id": "un", "kind": "organization", "en": ["UN/preferred"], "ko": ["유엔/proposed"]},
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "expected", "unheld"), FILES.values(), ids=FILES)
def test_one_entry(data: str | bytes, expected: dict[str, object], unheld: list[tuple[str, str]]) -> None:
    reading = exchange.read(data.encode() if isinstance(data, str) else data, "f")
    assert [told(entry) for entry in reading.entries] == [expected]
    assert [(item.what, item.text) for item in reading.unheld] == unheld


REFUSED = {
    "no column of English": (
        "ko,ja,uk,fr\n유엔,国連,ООН,ONU\n",
        "f:1: no column of English terms; name the columns in the first row: en, ko …, or source and target",
    ),
    "empty": ("\n \n", "f: is empty; give a row for each term"),
    "not UTF-8": (b"en,ko\nUN,\xc0\xaf\n", "f:2: not UTF-8; save it as UTF-8"),
    "a cell without end": (
        'en,ko\nUN,"유엔 ""국제\n연합"""\n"Kyiv,키이우\nNATO,나토\n',
        'f:4: a cell in quotation marks has no end; close it; a mark inside is written ""',
    ),
    "UTF-32": (
        "en\tko\nUN\t유엔\n".encode("utf-32"),
        "f: a binary file, not a glossary; give TBX, CSV, XLSX, PO, JSON or an OmegaT glossary, as UTF-8",
    ),
    "a list in JSON": (
        '[{"en": "UN"}]',
        "f: is no glossary (TypeError: list indices must be integers or slices, not str); "
        "give what glossary export json writes",
    ),
    "broken JSON": ('{"concepts": [\n}', "f:2: not JSON: Expecting value"),
    "another JSON": (
        '{"words": []}',
        "f: is no glossary (KeyError: 'concepts'); give what glossary export json writes",
    ),
    "a picture": (
        b"\x89PNG\r\n\x1a\n\0\0",
        "f: a binary file, not a glossary; give TBX, CSV, XLSX, PO, JSON or an OmegaT glossary, as UTF-8",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(data: str | bytes, message: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        exchange.read(data.encode() if isinstance(data, str) else data, "f")
    assert str(caught.value) == message


def test_places_are_lines_of_the_file() -> None:
    data = b'en,ko,note\nUN,\xec\x9c\xa0\xec\x97\x94,"two\nlines"\n\nNATO,,x\n'
    assert [str(entry.place) for entry in exchange.read(data, "f.csv").entries] == ["f.csv:2", "f.csv:5"]
