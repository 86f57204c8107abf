"""A file against the glossary: what is new, what would change, what contradicts, what has no place."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings

from glossary import exchange
from glossary.catalogs import parse
from glossary.errors import GlossaryError
from glossary.exchange import Own, Scope, TermEntry, compare
from glossary.exchange.po_format import read as read_po
from glossary.exchange.text import clean
from glossary.model import ConceptEntry, Glossary, LanguageSection, Location, Term

from .building import LANGUAGES, glossaries


def entry_of(identifier: str, kind: str, *terms: str, **fields) -> ConceptEntry:
    """A concept: ``Kim Jong Un``, ``Kim/admitted``, ``ko=김정은``, ``uk=Кім/proposed``."""
    sections: dict[str, list[Term]] = {"en": []}
    for number, text in enumerate(terms):
        language, _, form = text.rpartition("=")
        form, _, status = form.partition("/")
        status = status or ("preferred" if language or not number else "admitted")
        place = f"{language}.po:1" if language else ""
        sections.setdefault(language or "en", []).append(Term(form, status=status, source=place))
    return ConceptEntry(
        identifier, kind, tuple(LanguageSection(code, tuple(found)) for code, found in sections.items()), **fields
    )


GLOSSARY = Glossary((
    entry_of("kim-jong-un", "person", "Kim Jong Un", "Kim", "Kim Jong-Eun/deprecated", "ko=김정은", "uk=Кім/proposed",
             definition="leader"),
    entry_of("north-korea", "place", "North Korea", "DPRK", "ko=북한"),
    entry_of("kursk", "place", "Kursk", "ko=쿠르스크"),
    entry_of("kursk-event", "event", "Kursk", "ko=쿠르스크 전투"),
    entry_of("nato", "organization", "NATO", "ko=NATO", translate=False),
    entry_of("hybrid-threat", "term", "hybrid threat"),
))  # fmt: skip
OWN = Own(GLOSSARY, LANGUAGES, {"nato"}, rejected={"passenger seat": Location("decisions.toml", 3)})

CASES = {
    "nothing new": ("id,en,ko,ko_status\nkim-jong-un,Kim Jong Un,김정은,approved\n", [], []),
    "a rendering": ("en,ja\nhybrid threat,複合脅威\n", [("new", "rendering ja", "", "複合脅威")], []),
    "a fuzzy rendering": (
        "en,ja,ja_status\nhybrid threat,複合脅威,fuzzy\n", [("new", "rendering ja fuzzy", "", "複合脅威")], [],
    ),
    "another spelling": ("en,ja\nHybrid-Threat,複合脅威\n", [("new", "rendering ja", "", "複合脅威")], []),
    "a draft confirmed": ("en,uk\nKim Jong Un,Кім\n", [("changed", "rendering uk", "Кім (fuzzy)", "Кім")], []),
    "a draft replaced": (
        "en,uk\nKim Jong Un,Кім Чен Ин\n", [("changed", "rendering uk", "Кім (fuzzy)", "Кім Чен Ин")], [],
    ),
    "two drafts": (
        "en,uk,uk_status\nKim Jong Un,Кім Чен Ин,fuzzy\n",
        [("conflict", "rendering uk fuzzy", "Кім (fuzzy)", "Кім Чен Ин")],
        [],
    ),
    "against a translator": ("en,ko\nNorth Korea,조선\n", [("conflict", "rendering ko", "북한", "조선")], []),
    "several forms in a cell": (
        "en,ko,note\nNorth Korea,북한; 조선,\n", [("new", "admitted rendering ko", "", "조선")], [],
    ),
    "a file that contradicts itself": (
        "en,ja\nhybrid threat,複合脅威\nhybrid threat,混合脅威\n",
        [("conflict", "rendering ja unsettled", "", "複合脅威 / 混合脅威")],
        [],
    ),
    "a file that contradicts itself and agrees": (
        "en,ko\nNorth Korea,조선\nNorth Korea,북한\n", [], [("further rendering (ko)", "조선")],
    ),
    "the rendering of a short form": ("en,ja\nKim,金\n", [("new", "rendering ja fuzzy", "", "金")], []),
    "the rendering of an abbreviation": (
        "en,ko\nDPRK,조선민주주의인민공화국\n", [], [("rendering of “DPRK” (ko)", "조선민주주의인민공화국")],
    ),
    "homonyms told by kind": (
        "en,kind,ja\nKursk,event,クルスクの戦い\n", [("new", "rendering ja", "", "クルスクの戦い")], [],
    ),
    "homonyms told by what is there": ("en,ko,note\nKursk,쿠르스크 전투,\n", [], []),
    "homonyms": (
        "en,ja\nKursk,クルスク\n", [], [("could be several concepts", "Kursk: Kursk (place) or Kursk (event)")],
    ),
    "definition": (
        "en,definition\nKim Jong Un,ruler\nhybrid threat,many means\n",
        [("conflict", "definition", "leader", "ruler"), ("new", "definition", "", "many means")],
        [],
    ),
    "kind": (
        "en,kind,ko\nNorth Korea,organization,\nNATO,term,\n",
        [("changed", "kind", "place", "organization"), ("conflict", "kind", "organization", "term")],
        [],
    ),
    "translate": (
        "en,translate,ko\nNorth Korea,no,\nNATO,yes,\n",
        [("changed", "do not translate", "", "yes"), ("conflict", "do not translate", "yes", "no")],
        [],
    ),
    "another preferred form beside the id": (
        "id,en,ko\nnorth-korea,DPRK,\nhybrid-threat,mixed threat,\n",
        [("conflict", "preferred form", "North Korea", "DPRK"),
         ("new", "other form", "", "mixed threat"), ("conflict", "preferred form", "hybrid threat", "mixed threat")],
        [],
    ),
    "other forms": (
        "en,en_admitted,en_deprecated,ko\nNorth Korea,the North,N.K.,\n",
        [("new", "other form", "", "the North"), ("new", "form to avoid", "", "N.K.")],
        [],
    ),
    "forms to avoid": (
        "en,en_admitted,en_deprecated,ko\nNorth Korea,,DPRK,\nKim Jong Un,Kim Jong-Eun,,\n",
        [("changed", "form to avoid", "DPRK (admitted)", "DPRK"),
         ("conflict", "other form unsettled", "Kim Jong-Eun (to avoid)", "Kim Jong-Eun")],
        [],
    ),
    "a form of another concept": (
        "en,en_admitted,en_deprecated,ko\nNorth Korea,Kim,,\n", [], [("form of another concept (Kim Jong Un)", "Kim")],
    ),
    "a new concept": (
        "en,kind,definition,ko,uk\nvotes,event,polls,선거,\n",
        [("new", "concept", "", "votes"), ("new", "kind", "", "event"), ("new", "definition", "", "polls"),
         ("new", "rendering ko", "", "선거")],
        [],
    ),
    "a rejected one": ("en,ko\npassenger seat,조수석\n", [], [("rejected in decisions.toml:3", "passenger seat")]),
    "another language": (
        "en,fr\nNorth Korea,Corée du Nord\n",
        [],
        [("language fr, which the project does not have", "Corée du Nord")],
    ),
    "a region of a language": ("en,ko-KR\nNorth Korea,북한\n", [], []),
    "no language": ("North Korea,北朝鮮\n", [("new", "rendering ja", "", "北朝鮮")], []),
    "renderings to avoid": (
        "en,ko,ko_status\nNorth Korea,이북,forbidden\nDPRK,조선,forbidden\nKim Jong Un,김정은,forbidden\n",
        [("new", "rendering to avoid ko", "", "이북"),
         ("conflict", "rendering to avoid ko unsettled", "김정은 (preferred)", "김정은")],
        [("deprecated rendering of “DPRK”", "조선")],
    ),
    "an admitted rendering alone": (
        "en,ja,ja_status\nhybrid threat,複合脅威,admitted\n", [("new", "rendering ja fuzzy", "", "複合脅威")], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "unheld"), CASES.values(), ids=CASES)
def test_compare(text: str, expected: list[tuple[str, ...]], unheld: list[tuple[str, str]]) -> None:
    found = compare(OWN, exchange.read(text.encode(), "f.csv"), "ja")
    told = [
        (
            item.verdict,
            f"{item.what} {item.language}".strip()
            + (" fuzzy" if item.fuzzy else "")
            + ("" if item.settled else " unsettled"),
            item.here,
            item.there,
        )
        for item in found.differences
    ]
    assert (told, [(item.what, item.text) for item in found.unheld]) == (expected, unheld)


def test_both_places_are_told() -> None:
    (item,) = compare(OWN, exchange.read("en,ko\nUN,유엔\nNorth Korea,조선\n".encode(), "f.csv"), "ja").differences[2:]
    assert (item.form, item.here_place, item.place) == ("North Korea", "ko.po:1", "f.csv:3")


def test_homonyms_told_by_their_renderings_stay_apart() -> None:
    data = "en,ko,note\nKursk,쿠르스크,\nKursk,쿠르스크 전투,\n".encode()
    assert compare(OWN, exchange.read(data, "f.csv"), "ja").differences == ()


NUMBERED = Glossary((
    entry_of("g7", "organization", "G7", "ko=주요 7개국"),
    entry_of("2", "term", "2", "G7/admitted"),
    entry_of("4", "document", "4", "ko=사호"),
))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Entry_ID;English;Korean\n2;G7;주요국\n", "g7"),  # another program's number
        ("id,en,kind,ko\n4,4,document,사\n", "4"),
        ("id,en,ko\n4,4,사\n", "4"),
        ("id,en,kind,ko\n2,4,,사\n", "4"),
    ],
)
def test_a_number_is_an_identifier_only_of_what_it_names(text: str, key: str) -> None:
    (item,) = compare(Own(NUMBERED, LANGUAGES), exchange.read(text.encode(), "f.csv"), "ko").differences
    assert (item.key, item.verdict, item.what) == (key, "conflict", "rendering")


ONE_WAY = ("skos", "cspell", "hunspell", "vale", "vale-reject", "markdown", "html")
READ_BACK = [name for name in exchange.FORMATS if name not in (*ONE_WAY, "poedit")]


def read_back(name: str, data: bytes) -> exchange.Reading:
    if name == "weblate":
        return read_po(parse(data, "f.po").messages, "f.po", "ko")
    return exchange.read(data, "f")


@given(glossaries())
@settings(max_examples=60, deadline=None)
def test_export_and_import_change_nothing(glossary: Glossary) -> None:
    changed = {}
    for name in READ_BACK:
        scope = Scope(("ko",) if exchange.FORMATS[name].pair else LANGUAGES)
        try:
            written = exchange.write(name, glossary, scope)
        except GlossaryError as error:
            assume("has more than" not in str(error))  # longer than the service takes
            raise
        if written.strip():  # something is approved
            found = compare(Own(glossary, LANGUAGES), read_back(name, written), "ko")
            changed[name] = found.differences
    assert not any(changed.values()), changed


@given(glossaries(), glossaries())
@settings(max_examples=25, deadline=None)
def test_nothing_approved_changes_without_a_conflict(ours: Glossary, theirs: Glossary) -> None:
    """Whatever a file holds, an approved rendering and a definition change only as a conflict."""
    reading = exchange.read(exchange.write("json", theirs, Scope(LANGUAGES)), "f")
    for item in compare(Own(ours, LANGUAGES), reading).differences:
        concept = ours.by_id.get(item.key)
        if concept and item.what == "rendering" and item.verdict != "conflict":
            assert all(term.status != "preferred" for term in concept.section(item.language)[:1])
        if concept and item.what in ("definition", "note") and item.verdict != "conflict":
            assert not clean(getattr(concept, item.what))


def test_a_draft_takes_the_place_of_our_own_suggestion() -> None:
    data = "en,uk,uk_status\nKim Jong Un,Кім Чен Ин,fuzzy\n".encode()
    own = Own(GLOSSARY, LANGUAGES, untouched={("uk", "kim-jong-un")})
    (item,) = compare(own, exchange.read(data, "f.csv")).differences
    assert (item.verdict, item.here, item.there, item.fuzzy) == ("changed", "Кім (fuzzy)", "Кім Чен Ин", True)


def test_entries_without_english_are_told() -> None:
    entry = TermEntry(Location("f", 2), (), {"ko": (Term("북한"),)})
    found = compare(OWN, exchange.Reading((entry,)))
    assert [(item.what, item.text) for item in found.unheld] == [("no English term", "북한")]
