"""Correcting single characters leaves everything else in a file as it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.catalogs.fixing import fixed
from glossary.catalogs.scanning import scan
from glossary.errors import CatalogError

BEFORE = """# note
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#, c-format
msgid "a"
msgid_plural "b"
msgstr[0]   ""
"one  "
"two\\n"
msgstr[1] "x"   "y"

#~ msgid "old"
#~ msgstr "stays"
"""


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({(6, 0): [(3, 5, " ")]}, '"one  "', '"one "'),
        ({(6, 0): [(0, 0, "!")]}, '"one  "', '"!one  "'),
        ({(6, 0): [(4, 6, "-")]}, '"one  "\n"two\\n"', '"one -"\n"wo\\n"'),
        ({(6, 0): [(9, 9, '"')]}, '"two\\n"', '"two\\n\\""'),
        ({(6, 1): [(0, 1, "X")]}, 'msgstr[1] "x"   "y"', 'msgstr[1] "Xy"'),
        ({(6, 0): [(0, 1, "O"), (5, 6, "T")]}, '"one  "\n"two\\n"', '"One  "\n"Two\\n"'),
        (
            {(6, 0): [(0, 1, "O")], (6, 1): [(1, 2, "")]},
            '"one  "\n"two\\n"\nmsgstr[1] "x"   "y"',
            '"One  "\n"two\\n"\nmsgstr[1] "x"',
        ),
    ],
)
def test_only_the_characters_change(changes, old, new):
    assert fixed(BEFORE.encode(), changes, "a.po").decode() == BEFORE.replace(old, new)


def test_line_ends_stay():
    data = BEFORE.replace("\n", "\r\n").encode()
    assert fixed(data, {(6, 1): [(0, 1, "X")]}, "a.po") == data.replace(b'"x"   "y"', b'"Xy"')


def test_another_encoding_is_refused():
    with pytest.raises(CatalogError, match="not UTF-8"):
        fixed(b"\xff", {(1, 0): [(0, 0, "x")]}, "a.po")


TEXT = st.text(st.sampled_from('ab "\\\n\tй日'), max_size=8)


@settings(max_examples=300)
@given(st.lists(TEXT, min_size=1, max_size=4), st.data())
def test_the_text_is_changed_as_asked_however_it_is_wrapped(parts, data):
    quoted = [
        part.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") for part in parts
    ]
    lines = [f'msgstr "{quoted[0]}"', *(f'"{part}"' for part in quoted[1:])]
    before = "\n".join(['msgid "m"', *lines, "", "# tail", ""])
    text = "".join(parts)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(TEXT)
    after = fixed(before.encode(), {(1, 0): [(start, end, new)]}, "a.po")
    assert scan(after, "a.po").units[0].targets == (text[:start] + new + text[end:],)
    assert after.decode().endswith("\n# tail\n")
    assert after.decode().count("\n") == before.count("\n")
