"""Blocks that one regular expression cuts out are what the strict reader reads, line by line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary.catalogs.blocks import Block, alike
from glossary.catalogs.entries import Entry
from glossary.catalogs.merging import rendered
from glossary.catalogs.reading import parse, parse_text
from glossary.catalogs.syntax import Part
from glossary.errors import CatalogError
from tests.catalogs.building import HEADER

PIECES = (
    "# a remark", "#", "#no space", "#. kind: term", "#.", "#. suggested: 가 [termbase]", "#: a.txt:1 b.txt:2",
    "#: \u2068a b.txt\u2069:3", "#, fuzzy", "#,fuzzy, c-format", "#= no-wrap", '#| msgid "was"', '#~| msgid "was"',
    'msgctxt "term"', 'msgctxt ""', 'msgctxt  "term"', 'msgid "one"', 'msgid "two\\n"', r'msgid "a \"b\" \x41"',
    'msgid ""', '"more"', ' "indented"', '"open', 'msgstr "하나"', 'msgstr ""', '  msgstr "x"', 'msgstr[0] "x"',
    'msgid_plural "ones"', '#~ msgid "old"', '#~ msgstr "낡은"', "#~", "#~ ", "", "", "", " ", "\t",
    "<<<<<<< mine", "nonsense",
)  # fmt: skip
MESSAGES = (
    'msgid "{}"\nmsgstr ""\n',
    '#. kind: term\n#: a.txt:1\n#, fuzzy\nmsgctxt "term"\nmsgid "{}"\nmsgstr "하나"\n',
    '# mine\n#. kind: term\nmsgctxt "place"\nmsgid ""\n"{}"\n" and more"\nmsgstr "x"\n',
    '#~ msgctxt "term"\n#~ msgid "{}"\n#~ msgstr "낡은"\n',
    '#, fuzzy\n#| msgid "was"\nmsgid "{}"\nmsgstr "x"\n',
    "# left alone\n",
)
texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=12).map("\n".join),
    st.lists(st.tuples(st.sampled_from(MESSAGES), st.sampled_from(("", "\n", "\n", "\n\n", " \n")))).map(
        lambda parts: "".join(text.format(f"m{number}") + end for number, (text, end) in enumerate(parts))
    ),
)
mixed = st.lists(texts, max_size=4).map("\n".join)


@given(mixed, st.sampled_from(("\n", "\r\n", "\r\r\n")), st.booleans())
def test_a_file_reads_as_the_strict_reader_reads_it(text, ends, whole):
    text = text if whole else HEADER + "\n" + text
    data = text.replace("\n", ends).encode()
    try:
        entries, tail = parse_text(data.decode(), "a.po")
        expected: object = ([(e.lines, e.number, e.lead) for e in entries], tail)
    except CatalogError as error:
        expected = str(error)
    assert read(data) in (expected, "twice")


def read(data: bytes) -> object:
    """What ``parse`` makes of a file, in the shape in which the test above compares it."""
    try:
        catalog = parse(data, "a.po")
    except CatalogError as error:
        return "twice" if "the same message as" in str(error) else str(error)
    return [(e.lines, e.number, e.lead) for e in catalog.entries], catalog.tail


@given(mixed)
def test_a_block_says_what_its_lines_say(text):
    try:
        entries, _ = parse_text(text, "a.po")
        read = parse(text.encode(), "a.po").entries
    except CatalogError:
        return
    for entry, same in zip(entries, read, strict=True):
        for name in ("text", "key", "msgstrs", "flags", "comments", "extracted", "references", "previous", "obsolete"):
            assert getattr(same, name) == getattr(entry, name), name
        assert [same.written(part) for part in (Part.FLAG, Part.MSGSTR)] == [
            entry.written(part) for part in (Part.FLAG, Part.MSGSTR)
        ]


def test_usual_messages_are_blocks():
    text = HEADER + "\n" + "\n".join(text.format(number) for number, text in enumerate(MESSAGES[:3]))
    catalog = parse(text.encode(), "a.po")
    assert [type(entry) for entry in catalog.entries] == [Block] * 4
    assert rendered(catalog) == text.encode()


def test_only_blocks_are_told_to_be_alike():
    one, two, three = (
        parse(text.encode(), "a.po").entries[0]
        for text in (
            '#. kind: term\nmsgid "one"\nmsgstr ""\n',
            '# mine\n#. kind: term\n#, fuzzy\nmsgid "one"\nmsgstr "하나"\n',
            '#. kind: place\nmsgid "one"\nmsgstr ""\n',
        )
    )
    assert (alike(one, two), alike(one, three), alike(Entry(one.lines), one)) == (True, False, False)
