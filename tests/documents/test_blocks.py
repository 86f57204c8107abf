"""Composing text from pieces, and splitting what is too long, with exact lines."""

from hypothesis import given
from hypothesis import strategies as st

from glossary.documents.blocks import Block, compose, split


def test_compose():
    assert compose([("  The  old\ncustoms\n\n house", 3)]) == Block(
        "The old customs house", 3, "paragraph", (8, 16, 16)
    )
    assert compose([("<", 1), ("b", 1), ("c\nd", 2)]) == Block("<bc d", 1, "paragraph", (2, 4))
    assert compose([("a", 5), ("b", 4)]) == Block("ab", 5)
    assert compose([("co\u00ad\n  operation is", 1)]) == Block("cooperation is", 1, "paragraph", (2,))
    assert compose([(" \n ", 1), ("", 2)]) is None


@given(st.lists(st.sampled_from(["a", "bb", " ", "\n", "c d", "\n\n", "é "]), max_size=30))
def test_every_word_knows_its_line(parts):
    text = "".join(parts)
    lines = text.split("\n")
    block = compose([(text, 1)])
    assert (block.text if block else "") == " ".join(text.split())
    offset = 0
    for word in block.text.split() if block else ():
        line = block.line + sum(1 for start in block.breaks if start <= offset)
        assert word in lines[line - 1].split()
        offset += len(word) + 1


def test_split_cuts_between_sentences():
    block = compose([("One sentence. Two\nsentences. Three more.", 7)])
    assert list(split(block, 30)) == [
        Block("One sentence. Two sentences.", 7, "paragraph", (18,)),
        Block("Three more.", 8),
    ]
    assert list(split(block)) == [block]


def test_split_cuts_what_has_no_spaces():
    block = compose([("=" * 1100 + "\nthe end " + "x" * 500 + " of\nit", 7)])
    assert list(split(block)) == [
        Block("=" * 500, 7),
        Block("=" * 500, 7),
        Block("=" * 100 + " the end " + "x" * 500, 7, "paragraph", (101,)),
        Block("of it", 8, "paragraph", (3,)),
    ]


@given(st.lists(st.sampled_from(["word", "end.", "\n", "longerword", "U.S."]), min_size=1), st.integers(4, 40))
def test_parts_together_are_the_whole(words, longest):
    block = compose([(" ".join(words), 1)])
    if block is None:
        return
    parts = list(split(block, longest))
    assert all(0 < len(part.text) <= longest for part in parts)
    assert "".join(part.text for part in parts).replace(" ", "") == block.text.replace(" ", "")
    ends = [part.line + len(part.breaks) for part in parts]
    assert ends == sorted(ends)
    assert ends[-1] == block.line + len(block.breaks)
    assert all(part.role == "paragraph" for part in parts)
