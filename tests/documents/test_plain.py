"""Plain text: where blocks begin, what they are, and on which line each word stands."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents import plain, read
from glossary.documents.blocks import Block

SEED = Path(__file__).parents[2] / "seeds" / "000_c48d07ad756108df.txt"


def shape(text):
    return [(block.line, block.role, block.text) for block in plain.parse(text).blocks]


def test_blank_lines_divide_and_a_heading_needs_text_after_it():
    text = """
The Harbor Question

Two states claim the harbor. Neither
has a map of it.

What It Costs

The war cost 3,000 lives, the ministry said.

The End
"""
    assert shape(text) == [
        (2, "heading", "The Harbor Question"),
        (4, "paragraph", "Two states claim the harbor. Neither has a map of it."),
        (7, "heading", "What It Costs"),
        (9, "paragraph", "The war cost 3,000 lives, the ministry said."),
        (11, "paragraph", "The End"),
    ]


def test_one_sentence_a_line():
    text = (
        "Envoys meet in Halden to save the treaty\n"
        "The envoys met on Monday.\n"
        "They will meet again\n"
        "Nobody expects much of it.\n"
        "Did they agree on the map?\n"
        "They did not."
    )
    assert shape(text) == [
        (1, "heading", "Envoys meet in Halden to save the treaty"),
        (2, "paragraph", "The envoys met on Monday."),
        (3, "paragraph", "They will meet again"),
        (4, "paragraph", "Nobody expects much of it."),
        (5, "paragraph", "Did they agree on the map?"),
        (6, "paragraph", "They did not."),
    ]


WRAPPED = """\
THE CONFERENCE OF HALDEN

The conference, which the two governments had prepared for
years, opened on the third of May in the old customs house.
It had two aims.
The second was to agree upon long-
term fishing rights in the Indo-
Pacific, and upon the negotia-
tions about pre- and post-
war debts.
    - the first item, which is so long that it has to go on in
      the next line
    - the second item
1. one
2. two
Conclusion
==========
It was a success."""


def test_hard_wrapped_text():
    parsed = plain.parse(WRAPPED)
    assert [(block.line, block.role, block.text) for block in parsed.blocks] == [
        (1, "heading", "THE CONFERENCE OF HALDEN"),
        (
            3,
            "paragraph",
            "The conference, which the two governments had prepared for years, "
            "opened on the third of May in the old customs house. It had two aims.",
        ),
        (
            6,
            "paragraph",
            "The second was to agree upon long-term fishing rights in the Indo-Pacific, "
            "and upon the negotiations about pre- and post-war debts.",
        ),
        (11, "list item", "the first item, which is so long that it has to go on in the next line"),
        (13, "list item", "the second item"),
        (14, "list item", "one"),
        (15, "list item", "two"),
        (16, "heading", "Conclusion"),
        (18, "paragraph", "It was a success."),
    ]
    assert parsed.title == "THE CONFERENCE OF HALDEN"


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("the govern-", "ment of the state", "government"),
        ("a long-", "term plan for it", "long-term"),
        ("the Indo-", "Pacific region is", "Indo-Pacific"),
        ("a co-", "operation with it", "co-operation"),
        ("the pre-", "and post-war years", "pre- and"),
        ("some 1,200-", "1,300 soldiers are", "1,200- 1,300"),
        ("he left -", "and came back", "left - and"),
        ("the co\u00ad", "operation of it", "cooperation"),
    ],
)
def test_words_divided_at_the_end_of_a_line(left, right, joined):
    before = "and so the ministers went on with what they had begun,"
    (block,) = plain.parse(f"{before}\n{before} {left}\n{right} {before}\n{before}").blocks
    assert f" {joined} " in block.text
    assert len(block.breaks) == 3


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Minister Ada Lindqvist greets her counterpart in Halden. (©Harbor Post)", "caption"),
        ("The signing of the treaty on May 3. (Photo: Harbor Post)", "caption"),
        ("Soldiers at the border on Friday. (AP Photo/Jane Roe, File)", "caption"),
        ("Fishing boats in the strait. Photo by Jane Roe/AFP", "caption"),
        ("Ambassador Louise Marchand (Courtesy of the Embassy of Averne)", "caption"),
        ("A frame from a film that shows the attack (Posted on social media by the Coast Guard)", "caption"),
        ("FILE - Envoys of both sides arrive in Halden, May 3, 2029.", "caption"),
        ("In this undated photo, the admiral inspects a lighthouse.", "caption"),
        ("Figure 3: Votes by regional group", "caption"),
        ("Map of the Strait of Amity", "caption"),
        ("Envoy Tomas Verhoeven (left) and Minister Ada Lindqvist in Halden", "caption"),
        ("The minister presided. (National Archives)", "caption"),
        ("By Jane Roe, Diplomatic Correspondent", "paragraph"),
        ("Author: Jane Roe, Diplomatic Correspondent", "paragraph"),
        ("Ms. Roe is the Diplomatic Correspondent of the Harbor Post. Read her other articles.", "paragraph"),
        ("The minister (left wing) resigned.", "paragraph"),
        ("“This photo was taken by my brother,” the envoy said.", "paragraph"),
        ("The photo shows the envoy (pictured) at the table, she said.", "paragraph"),
        ("He was on the left of the party", "paragraph"),
        ("The minister said:", "paragraph"),
        ("Implications for Asia", "heading"),
        ("ARMING THE NORTH", "heading"),
        ("Doubts among fishermen of the strait", "heading"),
        ("Background:", "heading"),
        ("Why Now?", "heading"),
        ("It did not go well", "paragraph"),
        ("Claims that troops are about to go to war have fueled a debate about weapons", "paragraph"),
        ("“Remember her answer?", "paragraph"),
        ("the border", "paragraph"),
        ("Advertisement", "boilerplate"),
        ("RELATED:", "boilerplate"),
    ],
)
def test_the_role_of_a_line_between_paragraphs(line, role):
    sentence = "The envoys of both states met again on Monday, a spokesman said."
    assert shape(f"{sentence}\n\n{line}\n\n{sentence}") == [
        (1, "paragraph", sentence),
        (3, role, line),
        (5, "paragraph", sentence),
    ]


def test_a_short_line_glued_to_text_and_before_a_caption_is_one_too():
    text = "They met.\nAda Lindqvist and Tomas Verhoeven\n\nThe two in Halden. (©Harbor Post)\n\nIt rained."
    assert [block.role for block in plain.parse(text).blocks] == ["paragraph", "caption", "caption", "paragraph"]


def test_the_seed_article():
    document = read(SEED, SEED.parents[1], 10**6)
    lines = SEED.read_text("utf-8").split("\n")
    found: dict[str, list[int]] = {}
    for segment in document.segments:
        found.setdefault(segment.role, []).append(segment.location.line)
        assert segment.text == " ".join(lines[segment.location.line - 1].split())
    assert found.pop("caption") == [2, 4, 16, 33, 48, 68, 80, 91]
    assert found.pop("boilerplate") == [17, 34, 54, 81, 99, 105]
    assert found.pop("heading") == [19, 36, 56, 70, 83]
    assert list(found) == ["paragraph"]
    assert document.path == "seeds/000_c48d07ad756108df.txt"
    assert document.title == "000_c48d07ad756108df"


def test_a_headline_may_be_a_sentence_and_a_list_of_names_has_no_heading():
    assert shape("Envoys are to meet in Halden, again\n\nThey met.")[0][1] == "heading"
    assert [role for _, role, _ in shape("Ada Lindqvist\nRosa Okafor\nJane Roe\nTomas Verhoeven")] == ["paragraph"] * 4


def test_a_numbered_heading_is_no_list():
    assert shape("1. Introduction\n\nThe war began in May.\n\n2. Causes of the War\n\nNobody knows them.") == [
        (1, "heading", "1. Introduction"),
        (3, "paragraph", "The war began in May."),
        (5, "heading", "2. Causes of the War"),
        (7, "paragraph", "Nobody knows them."),
    ]


words = st.sampled_from(
    ["the", "treaty", "of", "a", "state", "was", "signed,", "and", "its", "old", "envoy", "left", "by", "train;", "men"]
)
# of three lines at least, from which it can be told where lines are wrapped
sentences = st.lists(words, min_size=90, max_size=120).map(lambda words: f"The {' '.join(words)}.")
paragraphs = st.lists(sentences, min_size=2, max_size=5)


# Names at the beginning of lines: see test_hard_wrapped_text.
@given(paragraphs, st.integers(55, 85))
def test_wrapped_paragraphs_come_back_whole(texts, width):
    source = "\n\n".join(textwrap.fill(text, width, break_on_hyphens=False) for text in texts)
    assert [block.text for block in plain.parse(source).blocks] == texts


@given(st.text(st.sampled_from("ab .\n-1)(A?:©é“"), max_size=200))
def test_nothing_is_lost_and_every_word_is_on_its_line(text):
    lines = text.split("\n")
    blocks = plain.parse(text).blocks
    assert all(isinstance(block, Block) and block.text == " ".join(block.text.split()) for block in blocks)
    assert [block.line for block in blocks] == sorted(block.line for block in blocks)
    kept = "".join(char for block in blocks for char in block.text if char.isalpha())
    assert kept.startswith("".join(char for char in kept if char.isalpha()))
    assert len(kept) <= sum(char.isalpha() for char in text)
    for block in blocks:
        offset = 0
        for word in block.text.split():
            line = block.line + sum(1 for start in block.breaks if start <= offset)
            assert word.split("-")[0] in lines[line - 1]
            offset += len(word) + 1
