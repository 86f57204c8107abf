"""A catalog is read whole or refused with its name and line; what is read comes back byte by byte."""

from __future__ import annotations

import os

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.catalogs import parse, plan, read, write
from glossary.catalogs.merging import rendered
from glossary.errors import CatalogError
from glossary.model import Glossary

from .building import DAY, HEADER, NEXT_DAY, concept, korean, planned, put

FULL = (
    (
        HEADER
        + r"""
# translator
#  indented
#. kind: term
#: a.txt:1 b.txt:2
#: FSIa b.txtPDI:3
#, fuzzy, terminology
#= no-wrap
#| msgctxt "old"
#| msgid ""
#| "pre"
#| "vious"
msgctxt "term"
msgid ""
"line \"one\"\n"
"tab\t, \\ and \x41\102\n"
msgid_plural "many"
msgstr[0] ""
"하나"
msgstr[1] "둘"

#foo without space
#~ # an old comment
#~ #, terminology
#~| msgid "older"
#~ msgid "old"
#~ msgstr ""
#~ "옛"

# the end
"""
    )
    .replace("FSI", "\u2068")
    .replace("PDI", "\u2069")
)


def test_everything_a_catalog_may_hold():
    catalog = parse(FULL.encode(), "x.po")
    header, entry, old = catalog.entries
    assert header is catalog.header
    assert (entry.context, entry.msgid, entry.msgstrs) == ("term", 'line "one"\ntab\t, \\ and AB\n', ("하나", "둘"))
    assert entry.comments == ("translator", "indented")
    assert entry.extracted == ("kind: term",)
    assert entry.references == ("a.txt:1", "b.txt:2", "\u2068a b.txt\u2069:3")
    assert (entry.flags, entry.fuzzy, entry.previous) == (("fuzzy", "terminology", "no-wrap"), True, "previous")
    assert (entry.obsolete, entry.number) == (False, 27)
    assert (old.obsolete, old.key, old.msgstr, old.previous) == (True, (None, "old"), "옛", "older")
    assert (old.comments, old.flags) == (("foo without space", "an old comment"), ("terminology",))
    assert [line.text for line in catalog.tail] == ["# the end"]


@pytest.mark.parametrize("text", [FULL, HEADER, "", "# only a comment\n"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_is_read_comes_back(text, ends, mark):
    data = (mark + text.replace("\n", ends)).encode()
    again = rendered(parse(data, "x.po"))
    assert again == data or (text.startswith("# only") and again == data.replace(b"#", ends.encode() + b"#", 1))


@pytest.mark.parametrize("change", ["none", "add"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (FULL, FULL),
        (FULL.replace("\n", "\r\n"), FULL.replace("\n", "\r\n")),
        ("\ufeff" + FULL, "\ufeff" + FULL),
        (FULL.rstrip("\n"), FULL),
        (FULL.replace("\n\n", "\n\n\n"), FULL.replace("\n\n", "\n\n\n")),
    ],
    ids=["plain", "CR LF", "byte order mark", "no final newline", "more empty lines"],
)
def test_odd_files_survive_an_update(change, old, new, tmp_path):
    """The live entry of FULL belongs to the concept; with *add* another one comes, and all else stays."""
    settings = korean(tmp_path)
    kept = concept("kept", 'line "one" tab , \\ and AB')
    put(settings, old)
    write(plan(Glossary((kept,)), settings, DAY))
    first = planned(settings, kept, date=NEXT_DAY)
    assert not first.changed
    concepts = (kept, concept("zzz")) if change == "add" else (kept,)
    second = planned(settings, *concepts, date=NEXT_DAY)
    ends = "\r\n" if "\r\n" in old else "\n"
    text = second.new.decode()
    for line in ("# translator", "#  indented", "#, fuzzy, terminology", "#= no-wrap", "#foo without space"):
        assert f"{ends}{line}{ends}" in text
    assert f'{ends}#~| msgid "older"{ends}#~ msgid "old"{ends}#~ msgstr ""{ends}#~ "옛"{ends}' in text
    assert text.endswith(f"{ends}{ends}# the end{ends}")
    assert text.startswith("\ufeff#") == new.startswith("\ufeff")
    assert text.count("\n") == text.count(ends)
    assert ('msgid "zzz"' in text) == (change == "add")


BROKEN = [
    ("<<<<<<< HEAD\n", 1, "unresolved merge conflict; choose one side, then run again"),
    ("=======\n", 1, "unresolved merge conflict; choose one side, then run again"),
    (">>>>>>> main\n", 1, "unresolved merge conflict; choose one side, then run again"),
    ("hello\n", 1, "not a line of a catalog: 'hello'; correct it by hand"),
    ('\n\nmsgfoo "a"\n', 3, "not a line of a catalog: 'msgfoo \"a\"'; correct it by hand"),
    ('msgid "a"\nmsgstr[0 "b"\n', 2, 'quotation marks are not balanced; inside, write \\"'),
    ('msgid "a\nmsgstr "b"\n', 1, 'quotation marks are not balanced; inside, write \\"'),
    ('msgid "a"b"\nmsgstr "b"\n', 1, 'quotation marks are not balanced; inside, write \\"'),
    ('msgid "a" # b\nmsgstr "b"\n', 1, 'quotation marks are not balanced; inside, write \\"'),
    ('msgid "a\\"\nmsgstr "b"\n', 1, 'quotation marks are not balanced; inside, write \\"'),
    ('msgid "C:\\q"\nmsgstr "b"\n', 1, "unknown escape \\q; for a backslash write \\\\"),
    ('msgid "a"\n', 1, "incomplete message: msgid; correct it by hand"),
    ('msgid "a"\n\nmsgid "b"\nmsgstr ""\n', 3, "msgid is out of place; correct it by hand"),
    ('msgid "a"\n# c\nmsgstr "b"\n', 2, "translator comment is out of place; correct it by hand"),
    ('msgid "a"\n#, fuzzy\n"b"\nmsgstr "b"\n', 2, "flag is out of place; correct it by hand"),
    ('msgid "a"\nmsgctxt "b"\nmsgstr "b"\n', 2, "msgctxt is out of place; correct it by hand"),
    ('msgid "a"\n#~ msgstr "b"\n', 2, "msgstr is out of place; correct it by hand"),
    ('#~ msgid "a"\n"b"\n#~ msgstr "b"\n', 2, "a string is out of place; correct it by hand"),
    ('"a"\n', 1, "a string is out of place; correct it by hand"),
    ('# a\n"a"\n', 2, "a string is out of place; correct it by hand"),
    ('msgctxt "a"\nmsgstr "b"\n', 2, "msgstr is out of place; correct it by hand"),
    ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 1, "incomplete message: msgid msgstr msgstr; correct it by hand"),
    ('msgid "a"\nmsgstr[0] "b"\n', 1, "incomplete message: msgid msgstr[0]; correct it by hand"),
    (
        'msgid "a"\nmsgid_plural "b"\nmsgstr[1] "b"\n',
        1,
        "incomplete message: msgid msgid_plural msgstr[1]; correct it by hand",
    ),
    ('# a\n#~| msgid "x"\n', 1, "incomplete message: nothing; correct it by hand"),
    ('#| msgid "x"\n#~ msgid "a"\n#~ msgstr "b"\n', 2, "#| and #~| are mixed up; correct it by hand"),
    (
        'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n',
        4,
        "the same message as on line 1; delete one of the two",
    ),
    (
        'msgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n',
        4,
        "the same message as on line 1; delete one of the two",
    ),
    ('# a\nmsgid "\0"\nmsgstr "b"\n', 2, "NUL character; restore the file from version control"),
    ("# a\r# b\r", 1, "carriage return inside a line; restore the file from version control"),
]


@pytest.mark.parametrize(("text", "line", "message"), BROKEN)
def test_refused_with_its_line(text, line, message):
    with pytest.raises(CatalogError) as caught:
        parse(text.encode(), "ko.po")
    assert str(caught.value) == f"ko.po:{line}: {message}"


def test_another_encoding_is_refused_with_the_way_out():
    data = (HEADER.replace("charset=UTF-8", "charset=EUC-KR") + '\nmsgid "a"\nmsgstr "제재"\n').encode("euc-kr")
    with pytest.raises(CatalogError) as caught:
        parse(data, "ko.po")
    assert str(caught.value) == ("ko.po:12: its charset is EUC-KR, not UTF-8; msgconv --to-code=UTF-8 -o ko.po ko.po")


@pytest.mark.parametrize("data", ['# 제재\n\nmsgid "'.encode() + b'\xff"\nmsgstr ""\n', "\n\n가".encode("utf-16")])
def test_not_utf8(data):
    with pytest.raises(CatalogError, match=r"^ko\.po:[13]: not UTF-8; save it as UTF-8$"):
        parse(data, "ko.po")


def test_a_broken_catalog_stops_the_whole_run(tmp_path):
    settings = korean(tmp_path)
    path = put(settings, HEADER + "\n>>>>>>> theirs\n")
    before = path.read_bytes()
    with pytest.raises(CatalogError) as caught:
        write(plan(Glossary((concept("x"),)), settings, DAY))
    assert str(caught.value).startswith("locales/ko/LC_MESSAGES/glossary.po:16: unresolved merge conflict")
    assert path.read_bytes() == before
    assert not (tmp_path / "locales/glossary.pot").exists()


def test_read(tmp_path):
    assert read(tmp_path / "none.po") is None
    with pytest.raises(CatalogError, match="cannot be read"):
        read(tmp_path)


def mutilated(data: st.DataObject) -> bytes:
    """FULL with a few lines or bytes cut, doubled or moved."""
    text = FULL.encode()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 40)))
        piece = data.draw(
            st.sampled_from([b"", text[start:end] * 2, b'"', b"\\", b"\n", b"#~ ", b"\r", b"\0", b"\xff"])
        )
        text = text[:start] + piece + text[end:]
    return text


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_mutilated_files_are_read_whole_or_refused(data):
    raw = mutilated(data)
    try:
        catalog = parse(raw, "x.po")
    except CatalogError as error:
        assert error.line > 0  # noqa: PT017 - a refusal is one of two good outcomes
        return
    lines = [line.text for entry in catalog.entries for line in entry.lines] + [line.text for line in catalog.tail]
    expected = [line.rstrip("\r") for line in raw.decode().removeprefix("\ufeff").split("\n")]
    strip = " \t\f\v\r"
    assert [line for line in lines if line.strip(strip) not in ("", "#~")] == [
        line for line in expected if line.strip(strip) not in ("", "#~")
    ]


def test_polib_agrees(tmp_path):
    """The independent reader, on what it can read: no ``#=`` and no comment without space."""
    path = tmp_path / "x.po"
    path.write_text(FULL.replace("#= no-wrap\n", "").replace("#foo", "# foo").replace("\\x41\\102", "AB"), "utf-8")
    ours = [entry for entry in parse(path.read_bytes(), "").messages if not entry.obsolete]
    theirs = [entry for entry in polib.pofile(os.fspath(path)) if not entry.obsolete]
    assert [(e.context, e.msgid, e.msgstrs, e.flags) for e in ours] == [
        (e.msgctxt, e.msgid, tuple(e.msgstr_plural.values()) or (e.msgstr,), tuple(e.flags)) for e in theirs
    ]
