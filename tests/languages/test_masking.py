"""What is no language in a text is blanked out; what is stays where it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.languages.masking import BLANK, mask

CASES = [
    ("plain text, 5 % and (a) word = word", "plain text, 5 % and (a) word = word"),
    ("call ``war()`` or `peace`", "call ▮ or ▮"),
    ("see :mod:`war.peace` and :term:`treaty`", "see ▮ and ▮treaty▮"),
    (":ref:`the treaty <label-treaty>`", "▮the treaty ▮"),
    (":c:func:`Py_War`", "▮"),
    ("`the war page <https://war.org/war>`_ tells", "▮the war page ▮ tells"),
    ("[the war](https://war.org) and ![war](war.png \"War\")", "[the war▮ and ![war▮"),
    ("[war]: https://war.org/x", "▮"),
    (".. war:: peace", "▮ peace"),
    ("|war| and [war]_", "▮ and ▮"),
    ("at https://example.org/war?war=1, or www.war.org", "at ▮ or ▮"),
    ("write to war@peace.example.org", "write to ▮"),
    ("<a href=\"war.html\" title='war'>war</a> &war; &nbsp;war", "▮war▮ ▮ ▮war"),
    ("<!-- war -->peace", "▮peace"),
    ("a < war and war > b", "a < war and war > b"),
    ("%(war)s %s war %1$s %5.2f %war%", "▮ ▮ war ▮ ▮ ▮"),
    ("100% war", "100% war"),
    ("{war} ${war} {0} {{ war.peace }} {% war %}", "▮ ▮ ▮ ▮ ▮"),
    (">>> war = peace\nwar", "▮\nwar"),
    ("--war=3", "▮=3"),
    ("war() and war ()", "▮ and war ()"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shown"), CASES)
def test_what_is_masked(text: str, shown: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    blanks = "".join("▮" if letter == BLANK else letter for letter in masked)
    while "▮▮" in blanks:
        blanks = blanks.replace("▮▮", "▮")
    assert blanks == shown


@given(st.text(st.sampled_from("`<>:{}%()[]|&;@/.=-_ awr\n\\"), max_size=60))
def test_masking_changes_no_offset(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(new in (old, BLANK) for new, old in zip(masked, text, strict=True))


@given(st.text(st.sampled_from("%()-#0+ 19.$*hlLqsd_Twig"), max_size=30))
def test_percent_signs_alone_are_read_as_among_others(text: str) -> None:
    assert mask(text) == mask(f"{text}\n<b>")[: len(text)]  # (a space behind three points is a prompt of Python's)


@pytest.mark.parametrize(
    "piece", ["`", "<a ", "%(", "{", "[a](", "a.", "a@", ":a", "|a", "<!--", "http://", "\\", "--a"]
)
def test_masking_is_linear(piece: str) -> None:
    """Would take minutes if any pattern went back over the text for each of its starts."""
    text = piece * (100_000 // len(piece))
    assert len(mask(text)) == len(text)
