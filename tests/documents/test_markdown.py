"""Markdown: what is text, what it is, and on which line it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents import markdown

SOURCE = """\
---
title: "The Port Amity Agreement"
tags: [treaty]
---
<!-- a comment
over lines -->

# The *Port Amity* Agreement

[![Build](https://example.org/b.svg)](https://example.org)

The center of the [Joint Maritime
Coordination](https://example.org/jmcc "the center") was **signed** in
`port
amity` last \\*year\\* &amp; holds.\x20\x20
See it.[^1]

- Patrols take place
  on 200 days.
- Second item

1. One

> A quotation by the
> minister.

| Group | Votes |
|-------|------:|
| African States | 3 |

![The old customs house](house.jpg)

```python
code = 1
```

    indented code

**What It Says**

<details><summary>The vote</summary>
<p>Thirteen in
favor.</p>
</details>

Setext Heading
==============

Leave a Reply

[^1]: The footnote text.
"""


def test_blocks_roles_and_lines():
    reading = markdown.parse(SOURCE)
    assert reading.title == "The Port Amity Agreement"
    assert [(block.line, block.role, block.text) for block in reading.blocks] == [
        (8, "heading", "The Port Amity Agreement"),
        (
            12,
            "paragraph",
            "The center of the Joint Maritime Coordination was signed in port amity last *year* & holds. See it.",
        ),
        (18, "list item", "Patrols take place on 200 days."),
        (20, "list item", "Second item"),
        (22, "list item", "One"),
        (24, "paragraph", "A quotation by the minister."),
        (27, "table cell", "Group"),
        (27, "table cell", "Votes"),
        (29, "table cell", "African States"),
        (29, "table cell", "3"),
        (31, "caption", "The old customs house"),
        (39, "heading", "What It Says"),
        (41, "paragraph", "The vote"),
        (42, "paragraph", "Thirteen in favor."),
        (46, "heading", "Setext Heading"),
        (49, "boilerplate", "Leave a Reply"),
        (51, "paragraph", "The footnote text."),
    ]


def test_every_word_of_a_paragraph_knows_its_line():
    block = markdown.parse(SOURCE).blocks[1]
    starts = {word: block.text.index(word) for word in ("Joint", "Coordination", "port", "amity", "*year*", "See")}
    lines = {word: block.line + sum(1 for start in block.breaks if start <= at) for word, at in starts.items()}
    assert lines == {"Joint": 12, "Coordination": 13, "port": 14, "amity": 15, "*year*": 15, "See": 16}


@pytest.mark.parametrize(
    ("source", "title", "first"),
    [
        ("+++\ntitle = 'A'\n+++\ntext", "A", (4, "text")),
        ("---\ntitle: A: B\n...\ntext", "A: B", (4, "text")),
        ("---\n\nNo front matter\n\n---\n", "", (3, "No front matter")),
        ("---\nNor is this.\n---\n", "Nor is this.", (2, "Nor is this.")),
        ("## Two\n\n# One\n\ntext", "One", (1, "Two")),
        ("<https://example.org>\n\ntext", "", (3, "text")),
        ("Visit <https://example.org> now", "", (1, "Visit now")),
        ("co&shy;operation", "", (1, "cooperation")),
        ("one<br>two <span>three</span>", "", (1, "one two three")),
    ],
)
def test_titles_and_what_is_no_text(source, title, first):
    reading = markdown.parse(source)
    assert (reading.title, (reading.blocks[0].line, reading.blocks[0].text)) == (title, first)


@given(st.text(st.sampled_from("ab\n#*_`[]()<>!&;|- \\>~1."), max_size=120))
def test_any_text_has_blocks_in_its_lines(text):
    last = text.count("\n") + 1
    for block in markdown.parse(text).blocks:
        assert block.text == " ".join(block.text.split())
        assert 1 <= block.line <= block.line + len(block.breaks) <= last
