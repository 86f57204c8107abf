"""HTML: messages with their inline tags, and translations that cannot break the page."""

from __future__ import annotations

import pytest

from .making import opened, rendered, texts

PAGE = """\
<!DOCTYPE html>
<html lang="en-US"><head><meta charset="utf-8"><title>Talks &amp; more</title>
<script>var a = "<p>no</p>";</script></head>
<body>
<article>
<h1 class="x"><span>The Agreement</span></h1>
<p>The <a href="/m" class="y">ministers</a> of R&amp;D met&nbsp;<!-- note -->, 3 &lt; 4,<br>
   and <em>signed</em>.<img src="a.png" alt="A man"></p>
<p><b><i>All of it</i></b></p>
<pre>First line
   second line</pre>
<figure><img src=b.png alt='The "old" house'><figcaption>The house</figcaption></figure>
</article>
</body></html>
"""
MESSAGES = [
    "Talks & more",
    "The Agreement",
    'The <a href="/m" class="y">ministers</a> of R&D met <x1/>, 3 &lt; 4,<br> and <em>signed</em>.',
    "All of it",
    "First line\n   second line",
    'The "old" house',
    "The house",
]


def test_messages(tmp_path):
    found = texts(tmp_path, "a.html", PAGE)
    assert [text for text in found if text != "A man"] == MESSAGES
    assert "A man" in found


def test_everything_else_stays(tmp_path):
    def translate(text: str) -> str:
        return text.replace("ministers", "міністри").replace("line", "рядок").replace("house", "дім & сад 'ж'")

    new = rendered(tmp_path, "a.html", PAGE, translate, language="uk").data.decode()
    assert (
        new
        == """\
<!DOCTYPE html>
<html lang="uk"><head><meta charset="utf-8"><title>Talks &amp; more</title>
<script>var a = "<p>no</p>";</script></head>
<body>
<article>
<h1 class="x"><span>The Agreement</span></h1>
<p>The <a href="/m" class="y">міністри</a> of R&amp;D met <!-- note -->, 3 &lt; 4,<br> and
   <em>signed</em>.<img src="a.png" alt="A man"></p>
<p><b><i>All of it</i></b></p>
<pre>First рядок
   second рядок</pre>
<figure><img src=b.png alt='The "old" дім &amp; сад &#39;ж&#39;'><figcaption>The дім &amp; сад 'ж'</figcaption></figure>
</article>
</body></html>
"""
    )


@pytest.mark.parametrize(
    ("translation", "reason"),
    [
        ("The <b>text", "<b> has no counterpart"),
        ("The</p><p>text", "</p> is not in the source"),
        ("The <script>x</script> text", "<script>x</script> is not in the source"),
        ("The <!-- note --> text", "<!-- note --> is not in the source"),
        ("The <x1/> text", "<x1/> must stand in it 0 times"),
        ("The a <b", "<b is not in the source"),
        ("The <span class='x'>text</span> & <ruby>金<rt>김</rt></ruby> 1 < 2", ""),
    ],
)
def test_flaws(translation, reason, tmp_path):
    source = "<p>The text is here.</p>"
    new = rendered(tmp_path, "a.html", source, lambda _: translation)
    assert [flaw.reason for flaw in new.flaws] == ([reason] if reason else [])
    if reason:
        assert new.data.decode() == source


def test_placeholders_come_back(tmp_path):
    source = "<p>It has <svg><path d='x'/></svg> and <!-- c --> inside it.</p>"
    assert texts(tmp_path, "a.html", source) == ["It has <x1/> and <x2/> inside it."]
    assert rendered(tmp_path, "a.html", source, lambda _: "<x2/> та <x1/>").data.decode() == (
        "<p><!-- c --> та <svg><path d='x'/></svg></p>"
    )
    lost = rendered(tmp_path, "a.html", source, lambda _: "<x2/> та")
    assert lost.data.decode() == source
    assert [flaw.reason for flaw in lost.flaws] == ["<x1/> must stand in it 1 times"]


def test_what_looks_like_a_placeholder_is_one(tmp_path):
    source = "<p>An <x1/> of <!-- c --> his.</p>"
    assert texts(tmp_path, "a.html", source) == ["An <x1/> of <x2/> his."]
    assert rendered(tmp_path, "a.html", source, lambda _: "<x2/> <x1/>").data.decode() == "<p><!-- c --> <x1/></p>"


def test_a_page_that_becomes_utf_8_says_so(tmp_path):
    source = '<html lang=en><meta charset="windows-1252"><p>The “text” is here.</p></html>'.encode("cp1252")
    assert rendered(tmp_path, "a.html", source, lambda _: "글").data.decode() == (
        '<html lang=ko><meta charset="utf-8"><p>글</p></html>'
    )


def test_an_unquoted_description_gets_quotation_marks(tmp_path):
    source = "<p>Some text is here.</p><img src=a.png alt=House><p>More text is there.</p>"
    assert b'alt="\xed\x95\x9c \xec\xa7\x91"' in rendered(tmp_path, "a.html", source, {"House": "한 집"}.get).data


def test_broken_pages(tmp_path):
    source = "<p>One <b>bold<p>Two</b> here <div>Three &rdquo and &copy; 4</p><p>Five <a href=x>six"
    document = opened(tmp_path, "a.html", source)
    assert [piece.words[0].text for piece in document.pieces] == ["One", "Two</b>", "Three", "Five"]
    assert rendered(tmp_path, "a.html", source, lambda text: text).data.decode() == source
