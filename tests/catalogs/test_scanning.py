"""Reading any project's catalog: the quick way and the strict way agree, and every refusal names its line."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.catalogs import scanning
from glossary.catalogs.languages import language_of
from glossary.catalogs.scanning import scan
from glossary.units import Unit

HEADER = 'msgid ""\nmsgstr ""\n"Language: uk\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
GOOD = [
    ('msgid "a"\nmsgstr "b"\n', [Unit(6, None, "a", "", ("b",))]),
    ('msgid "a"\nmsgstr "b"', [Unit(6, None, "a", "", ("b",))]),
    ('msgid "a"\r\nmsgstr "b"\r\n', [Unit(6, None, "a", "", ("b",))]),
    ('  msgid   "a" \n  msgstr  "b"\t\n', [Unit(6, None, "a", "", ("b",))]),
    ('msgid ""\n"a\\n"\n"b"\nmsgstr "\\"\\\\n\\t\\""\n', [Unit(6, None, "a\nb", "", ('"\\n\t"',))]),
    ('msgid "\\x41\\102"\nmsgstr ""\n', [Unit(6, None, "AB", "", ("",))]),
    ('msgctxt ""\nmsgid "a"\nmsgstr "b"\n', [Unit(6, "", "a", "", ("b",))]),
    (
        '# note\n#. extracted\n#: a.c:1\n#, fuzzy, c-format\n#| msgid "z"\nmsgctxt "c"\nmsgid "a"\nmsgid_plural "as"\n'
        'msgstr[0] "b"\nmsgstr[1] ""\n"bs"\n',
        [Unit(11, "c", "a", "as", ("b", "bs"), ("fuzzy", "c-format"), ("note",))],
    ),
    ('# old\n#~ msgid "o"\n#~ msgstr "p"\n\nmsgid "a"\nmsgstr "b"\n\n# tail\n', [Unit(10, None, "a", "", ("b",))]),
    ('# far\n\nmsgid "a"\nmsgstr "b"\n', [Unit(8, None, "a", "", ("b",), (), ("far",))]),
    (
        '#. Default: "The \\"title\\" of ${n}"\nmsgid "label_title"\nmsgstr "назва"\n',
        [Unit(7, "label_title", 'The "title" of ${n}', "", ("назва",))],
    ),
    (
        '#. Default: ""\n#. "<p>Get "\n#. "news</p>"\n#. other\nmsgid "front-text"\nmsgstr "новини"\n',
        [Unit(10, "front-text", "<p>Get news</p>", "", ("новини",))],
    ),
    ('#. Default: "x"\nmsgid "x"\nmsgstr "y"\n', [Unit(7, None, "x", "", ("y",))]),
    ('#. Default: "\nmsgid "x_y"\nmsgstr "y"\n', [Unit(7, None, "x_y", "", ("y",))]),
    ("", []),
]


@pytest.mark.parametrize(("body", "units"), GOOD)
def test_messages_with_their_lines(body, units):
    file = scan((HEADER + body).encode(), "a.po")
    assert (list(file.units), file.slips, file.refused, file.header_line) == (units, (), False, 1)
    assert dict(file.header) == {"Language": "uk", "Content-Type": "text/plain; charset=UTF-8"}


def test_odd_bytes_in_a_comment_spoil_no_message():
    file = scan(HEADER.encode() + b'# J\xf6rg\nmsgid "a"\nmsgstr "b"\n', "a.po")
    assert (file.refused, file.units) == (False, (Unit(7, None, "a", "", ("b",), (), ("J?rg",)),))
    assert [(slip.kind, slip.line) for slip in file.slips] == [("charset", 6)]


BAD = [
    # body, kind, line, read
    ('msgid "a"\nmsgstr "b\n', "syntax", 7, False),
    ('msgid "a"b"\nmsgstr ""\n', "syntax", 6, False),
    ('msgid "a"\n\nmsgid "b"\nmsgstr ""\n', "syntax", 8, False),
    ('msgid "a\\q"\nmsgstr ""\n', "syntax", 6, False),
    ('msgid "a"\nmsgstr[1] "b"\n', "syntax", 6, False),
    ("hello\n", "syntax", 6, False),
    ('msgid "a"\nmsgstr\n', "syntax", 6, False),
    ('msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1]\n', "syntax", 6, False),
    ('<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n=======\nmsgid "a"\nmsgstr "c"\n>>>>>>> x\n', "conflict", 6, False),
    ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', "duplicate", 9, True),
    ('msgid "a"\nmsgstr "\0"\n', "encoding", 7, False),
]


@pytest.mark.parametrize(("body", "kind", "line", "read"), BAD)
def test_slips_with_their_lines(body, kind, line, read):
    file = scan((HEADER + body).encode(), "a.po")
    assert [(slip.kind, slip.line) for slip in file.slips] == [(kind, line)]
    assert file.refused is not read
    assert bool(file.units) is read


@pytest.mark.parametrize(
    ("data", "kinds", "text"),
    [
        (
            HEADER.replace("UTF-8", "EUC-JP").encode() + 'msgid "a"\nmsgstr "日本"\n'.encode("euc-jp"),
            ["charset"],
            "日本",
        ),
        (
            HEADER.replace("UTF-8", "EUC-KR").encode() + 'msgid "a"\nmsgstr "한국"\n'.encode("cp949"),
            ["charset"],
            "한국",
        ),
        (HEADER.encode() + 'msgid "a"\nmsgstr "日本"\n'.encode("euc-jp"), ["encoding"], None),
        (HEADER.replace("UTF-8", "zlib").encode(), ["encoding"], None),
        (HEADER.replace("UTF-8", "utopia").encode() + 'msgid "a"\nmsgstr "б"\n'.encode(), ["charset"], "б"),
        (b"\xef\xbb\xbf" + HEADER.encode() + 'msgid "a"\nmsgstr "б"\n'.encode(), ["bom"], "б"),
        ('msgid "a"\nmsgstr "б"\n'.encode(), ["charset"], "б"),
    ],
)
def test_encodings(data, kinds, text):
    file = scan(data, "a.po")
    assert [slip.kind for slip in file.slips] == kinds
    assert (file.units[0].targets[0] if file.units else None) == text


def quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")


TEXTS = st.text(st.sampled_from('ab "\\\nтекст日\u2028#'), max_size=12)
MESSAGES = st.lists(st.tuples(st.one_of(st.none(), TEXTS), TEXTS, TEXTS, st.booleans()), max_size=6)


@settings(max_examples=200)
@given(MESSAGES)
def test_the_quick_way_reads_what_was_written_and_the_strict_way_the_same(messages):
    parts, line, wanted = [HEADER], 6, []
    for context, source, text, wrapped in messages:
        rows = ["# note"] if wrapped else []
        line += len(rows)
        wanted.append(Unit(line, context, source, "", (text,), (), ("note",) if wrapped else ()))
        rows += [f'msgctxt "{quoted(context)}"'] if context is not None else []
        rows += [f'msgid "{quoted(source)}"'] if not wrapped else ['msgid ""', f'"{quoted(source)}"']
        rows += [f'msgstr "{quoted(text)}"', ""]
        line += len(rows) - bool(wrapped)
        parts.append("\n".join(rows) + "\n")
    whole = "".join(parts)
    quick = scanning._quickly(whole)
    assert quick is not None
    assert list(quick[1:]) == wanted
    assert quick == scanning._strictly(whole, "a.po")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60) | st.text(st.sampled_from('msgidstr" \n#~|\\[0]a'), max_size=60).map(str.encode))
def test_no_bytes_raise(data):
    file = scan(data, "a.po")
    assert file.refused is (not file.units and any(slip.kind not in ("charset", "bom") for slip in file.slips))


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="msgfmt is not installed")
@pytest.mark.parametrize("body", [body for body, *_ in (*GOOD, *BAD) if "\0" not in body])
def test_msgfmt_agrees(body, tmp_path: Path):
    path = tmp_path / "a.po"
    path.write_bytes((HEADER + body).encode())
    accepted = (
        subprocess.run(["msgfmt", "-o", "/dev/null", str(path)], capture_output=True, check=False).returncode == 0
    )
    assert accepted is not any(slip.kind != "charset" for slip in scan(path.read_bytes(), "a.po").slips)


@pytest.mark.parametrize(
    ("path", "header", "text", "language"),
    [
        ("x.po", {"Language": "uk"}, "", "uk"),
        ("x.po", {"language": "pt_BR"}, "", "pt_BR"),
        ("locales/ja/LC_MESSAGES/x.po", {}, "", "ja"),
        ("po/zh_TW.po", {}, "", "zh_TW"),
        ("x-ko.po", {"Language": "%LANG%"}, "", "ko"),
        ("x.po", {}, "정부", "ko"),
        ("x.po", {}, "これは", "ja"),
        ("x.po", {}, "їжа", "uk"),
        ("translated.po", {}, "Haus", ""),
    ],
)
def test_the_language_of_a_catalog(path, header, text, language):
    from glossary.units import CatalogFile

    assert language_of(CatalogFile(path, "", header, 1, (Unit(1, None, "x", "", (text,)),)), "") == language
