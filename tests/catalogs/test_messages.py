"""What a translator sees about a concept, and that nothing an author writes breaks the file."""

from __future__ import annotations

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.catalogs.concept_messages import CONTEXT_LENGTH, clean, messages
from glossary.catalogs.entries import Catalog
from glossary.catalogs.fresh import fresh
from glossary.catalogs.merging import rendered
from glossary.catalogs.reading import parse
from glossary.errors import GlossaryError
from glossary.model import Glossary, Relation, Term
from glossary.settings import Settings

from .building import built, concept, korean, use


def text(*concepts, **options) -> str:
    """The messages of these concepts as a new catalog shows them."""
    entries = tuple(fresh(message) for message in messages(Glossary(concepts), Settings(**options)))
    return rendered(Catalog(entries)).decode()


def test_everything_about_a_concept():
    place = concept(
        "north-korea",
        "North Korea",
        Term("DPRK", "acronym"),
        "Korea, North",
        Term("NK", status="deprecated"),
        kind="place",
        subkind="country",
        definition="State in the north\nof the Korean peninsula.",
        note='Never "북조선".',
        occurrences=tuple(use("North Korea", line=line) for line in range(12, 0, -1)),
        examples=(use("North Korea", sentence="Nobody knows North Korea."),),
        count=47,
        related=(Relation("similar", "korea"), Relation("holder", "kim"), Relation("holder", "nobody")),
    )
    others = (concept("korea", "Korea", kind="place"), concept("kim", "Kim Jong Un", kind="person"))
    assert text(place, *others, max_references=3).partition('msgstr ""\n\n')[2] == (
        '#. kind: place\nmsgctxt "place"\nmsgid "Korea"\nmsgstr ""\n\n'
        "#. kind: place (country)\n"
        "#. definition: State in the north of the Korean peninsula.\n"
        '#. note: Never "북조선".\n'
        "#. abbreviation: DPRK\n"
        "#. holder: Kim Jong Un\n"
        "#. see also: Korea\n"
        "#. other forms: Korea, North\n"
        "#. forms to avoid: NK\n"
        "#. context: “Nobody knows North Korea.”\n"
        "#. more references: 44\n"
        "#: seeds/a.txt:1 seeds/a.txt:2 seeds/a.txt:3\n"
        'msgctxt "place"\nmsgid "North Korea"\nmsgstr ""\n'
    )


@pytest.mark.parametrize(
    ("terms", "relations", "line"),
    [
        ((Term("UN", "acronym"),), (), "never expanded in the documents"),
        ((Term("UN", "acronym"), Term("United Nations")), (), "expansion: United Nations"),
        ((Term("UN", "acronym"),), (Relation("expansion", "x"),), "expansion: X"),
        ((Term("United Nations"), Term("UN", "acronym")), (), "abbreviation: UN"),
        ((Term("President"),), (Relation("holder", "x"),), "holder: X"),
        ((Term("Putin"),), (Relation("title", "x"),), "title: X"),
    ],
)
def test_related_lines(terms, relations, line):
    shown = text(concept("a", *terms, related=relations), concept("x", "X"))
    assert shown.split('msgctxt "term"\n')[0].splitlines() == ["#. kind: term", f"#. {line}"]


def test_references_are_sorted_unique_and_paths_with_spaces_isolated():
    uses = (use("x", "b.txt", 9), use("x", "a b.txt", 3), use("x", "b.txt", 10), use("x", "b.txt", 9))
    shown = text(concept("x", occurrences=uses, count=4))
    assert shown.splitlines()[1] == "#: \u2068a b.txt\u2069:3 b.txt:9 b.txt:10"


def test_references_break_where_gettext_breaks_them():
    uses = tuple(use("x", f"seeds/{'d' * 20}.txt", line) for line in range(1, 4))
    lines = [line for line in text(concept("x", occurrences=uses, count=3)).splitlines() if line.startswith("#:")]
    reference = f"seeds/{'d' * 20}.txt"
    assert lines == [f"#: {reference}:1 {reference}:2", f"#: {reference}:3"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Short x sentence.", "“Short x sentence.”"),
        ("x " + "after " * 60, "“x " + ("after " * 33).strip() + "…”"),
        ("before " * 60 + "x", "“…" + "before " * 28 + "x”"),
        ("before " * 60 + "x " + "after " * 60, "“…" + "before " * 14 + "x " + ("after " * 16).strip() + "…”"),
    ],
)
def test_context_is_shortened_around_the_form(sentence, expected):
    shown = text(concept("x", examples=(use("x", sentence=sentence),)))
    assert shown.splitlines()[1] == f"#. context: {expected}"
    assert len(expected) <= CONTEXT_LENGTH + 4


def test_examples_are_capped():
    examples = (use("x", sentence="One x."), use("x", sentence="Two x."))
    assert text(concept("x", examples=examples), max_examples=1).count("context:") == 1
    assert "context:" not in text(concept("x", examples=examples), max_examples=0)


def test_homonyms_of_one_kind_are_told_apart_by_subkind_else_by_id():
    found = messages(
        Glossary(
            (
                concept("ga", "Georgia", kind="place", subkind="state"),
                concept("ge", "Georgia", kind="place", subkind="country"),
                concept("gx", "Georgia", kind="place"),
                concept("gp", "Georgia", kind="person"),
            )
        ),
        Settings(),
    )
    assert [message.context for message in found] == [
        "person",
        "place (state)",
        "place (country)",
        "place (gx)",
    ]


def test_a_concept_without_printable_form():
    with pytest.raises(GlossaryError, match=r"concept 'c' has no printable form; correct it in decisions\.toml"):
        messages(Glossary((concept("c", "\u2028\x00"),)), Settings())


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\nb", "a b"),
        (" a \t b ", "a b"),
        ("a\u2028b\u2029c\x85d\x1ce\x00f\x7f", "a b c d e f"),
        ("a\ud800", "a\ufffd"),
        ("\u200fشرق \u00ad", "\u200fشرق \u00ad"),
    ],
)
def test_clean(raw, cleaned):
    assert clean(raw) == cleaned


ODD = st.text(
    st.sampled_from('ab "\\\n\r\t\v\f\b\a\x00\x1b\x85\u2028\u2029#~|,:.=<>\u2068\u2069\ud800\ufeff한é%{}'), min_size=1
)


@given(form=ODD, note=ODD, sentence=ODD, path=ODD)
def test_nothing_an_author_wrote_breaks_the_file(form, note, sentence, path):
    uses = (use(form, path, 1, sentence),)
    forms = f"x{form}", f"y{form}"
    made = concept("c", *forms, definition=note, note=note, subkind=note, occurrences=uses, examples=uses, count=1)
    entries = tuple(fresh(message) for message in messages(Glossary((made,)), Settings()))
    data = rendered(Catalog(entries))
    catalog = parse(data, "x.po")
    (entry,) = catalog.messages
    assert (entry.context, entry.msgid, entry.msgstr) == ("term", clean(forms[0]), "")
    assert entry.extracted[0] == f"kind: term ({clean(note)})"
    assert entry.lines == entries[0].lines
    assert rendered(catalog) == data


def test_polib_reads_the_same(tmp_path):
    form = 'a "quoted" \\ form\u2028with separators'
    built(korean(tmp_path), concept("c", form, occurrences=(use(form, "a b/c.txt", 3),), count=1))
    (entry,) = polib.pofile(str(tmp_path / "locales/ko/LC_MESSAGES/glossary.po"))
    assert (entry.msgctxt, entry.msgid, entry.comment) == ("term", 'a "quoted" \\ form with separators', "kind: term")
