"""Markdown: messages with their markup, and translations that cannot become another structure."""

from __future__ import annotations

import pytest

from .making import rendered, texts

SOURCE = """\
---
title: "Talks: a note"
date: 2026-03-04
---
# The *Port Amity* Agreement #

The [Joint
Center](https://example.org/x "the center") was **signed**.\x20\x20
It holds &amp; `runs`.

> A quotation by the
> minister.\\
> Another line.

1. One thing
   goes on

| Group | Votes |
|-------|------:|
| African \\| Asian | 3 |
| `x` | no |

![The customs house](house.jpg)

```python
code = "stays"
```

<div class="note"><p>In
favor: <b>13</b> states.</p></div>

> <p>Quoted
> page.</p>

[ref]: https://example.org "Title"

Setext
======

[^1]: The footnote.
"""
MESSAGES = [
    "Talks: a note",
    "The *Port Amity* Agreement",
    'The [Joint Center](https://example.org/x "the center") was **signed**.\nIt holds &amp; `runs`.',
    "A quotation by the minister.\nAnother line.",
    "One thing goes on",
    "Group",
    "Votes",
    "African \\| Asian",
    "no",
    "![The customs house](house.jpg)",
    "In favor: <b>13</b> states.",
    "Quoted page.",
    "Setext",
    "The footnote.",
]


def test_messages(tmp_path):
    assert texts(tmp_path, "a.md", SOURCE) == MESSAGES


def test_everything_else_stays(tmp_path):
    new = rendered(tmp_path, "a.md", SOURCE, lambda text: text.upper()).data.decode()
    assert (
        new
        == """\
---
title: "TALKS: A NOTE"
date: 2026-03-04
---
# THE *PORT AMITY* AGREEMENT #

THE [JOINT CENTER](HTTPS://EXAMPLE.ORG/X "THE CENTER") WAS
**SIGNED**.\x20\x20
IT HOLDS &AMP; `RUNS`.

> A QUOTATION BY THE
> MINISTER.\\
> ANOTHER LINE.

1. ONE THING
   GOES ON

| GROUP | VOTES |
|-------|------:|
| AFRICAN \\| ASIAN | 3 |
| `x` | NO |

![THE CUSTOMS HOUSE](HOUSE.JPG)

```python
code = "stays"
```

<div class="note"><p>IN
FAVOR: <B>13</B> STATES.</p></div>

> <p>QUOTED
> PAGE.</p>

[ref]: https://example.org "Title"

SETEXT
======

[^1]: THE FOOTNOTE.
"""
    )


def test_japanese_lines_are_not_broken(tmp_path):
    source = "The ministers of the states\nmet on Monday.\n\n> It is\n> over.\n"
    translations = {
        "The ministers of the states met on Monday.": "大臣は月曜日に会った。そして別れた。",
        "It is over.": "終わった。",
    }
    new = rendered(tmp_path, "a.md", source, translations.get, language="ja")
    assert new.data.decode() == "大臣は月曜日に会った。そして別れた。\n\n> 終わった。\n"


def test_no_line_begins_as_a_block(tmp_path):
    source = "The ministers\nmet there.\n"
    new = rendered(tmp_path, "a.md", source, lambda _: "Міністри були - 1. # там так", language="uk")
    assert new.data.decode() == "Міністри були - 1. #\nтам так\n"


@pytest.mark.parametrize(
    ("translation", "written"),
    [
        ("1945. 8. 15. 광복", "1945\\. 8. 15. 광복"),
        ("- Так, - сказав він", "\\- Так, - сказав він"),
        ("# 1", "\\# 1"),
        ("> 3", "\\> 3"),
        ("***", "\\***"),
        ("[кома]: так", "\\[кома]: так"),
        ("a\nb", "a b"),
        ("**Так**", "**Так**"),
        ("2,600명", "2,600명"),
    ],
)
def test_a_translation_opens_no_block(translation, written, tmp_path):
    source = "Intro.\n\n- {}\n\n{}\n"
    new = rendered(tmp_path, "a.md", source.format("Some item here", "Some text here"), {
        "Some item here": translation, "Some text here": translation,
    }.get)  # fmt: skip
    assert new.data.decode() == source.format(written, written)


def test_headings_and_marked_originals_need_no_escape(tmp_path):
    assert rendered(tmp_path, "a.md", "# Title here\n", lambda _: "1. 제목").data.decode() == "# 1. 제목\n"
    escaped = "1945\\. It was over.\n"
    assert rendered(tmp_path, "a.md", escaped, lambda text: text.replace("It", "The war")).data.decode() == (
        "1945\\. The war was over.\n"
    )


def test_a_bar_in_a_cell_is_escaped(tmp_path):
    source = "| a b |\n|---|\n| c d |\n"
    assert rendered(tmp_path, "a.md", source, lambda _: "x | y").data.decode() == "| x \\| y |\n|---|\n| x \\| y |\n"


@pytest.mark.parametrize(
    ("field", "translation", "written"),
    [
        ("title: Bare words", "Просто", "title: Просто"),
        ("title: Bare words", "Так: ні", 'title: "Так: ні"'),
        ("title: Bare words", "2026", 'title: "2026"'),
        ('title: "In \\"quotes\\" here"', 'В "лапках"', 'title: "В \\"лапках\\""'),
        ("title: 'It''s here'", "Пам'ять", "title: 'Пам''ять'"),
        ("title = 'Literal text'", "Пам'ять", "title = 'Пам’ять'"),
    ],
)
def test_front_matter(field, translation, written, tmp_path):
    fence = "+++" if "=" in field else "---"
    new = rendered(tmp_path, "a.md", f"{fence}\n{field}\n{fence}\nText follows.\n", lambda text: {
        "Text follows.": None,
    }.get(text, translation))  # fmt: skip
    assert new.data.decode() == f"{fence}\n{written}\n{fence}\nText follows.\n"


def test_front_matter_is_shown_as_it_reads(tmp_path):
    assert texts(tmp_path, "a.md", '---\ntitle: "In \\"quotes\\" here"\n---\nText.\n')[0] == 'In "quotes" here'
