"""HTML: pages written for this test, in the manner of a news site, a press office, a wiki, a manual and worse."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents import html, read
from glossary.documents.blocks import Block
from glossary.documents.tags import Tag, Text, tokens

PAGES = Path(__file__).parent / "pages"


def page(name):
    document = read(PAGES / name, PAGES, 10**6)
    return document.title, [(s.location.line, s.role, s.text) for s in document.segments]


def kept(name):
    title, segments = page(name)
    return title, [(line, role, text[:40]) for line, role, text in segments if role != "boilerplate"]


def test_news_article():
    assert kept("news.html") == (
        "Two Ministries Agree on Joint Patrols in the Strait",
        [
            (26, "heading", "Two Ministries Agree on Joint Patrols in"),
            (37, "caption", "Defense Minister Ada Lindqvist (left) gr"),
            (39, "paragraph", "The defense ministries of the two island"),
            (41, "paragraph", "Defense Minister Ada Lindqvist said the "),
            (44, "heading", "What the Agreement Says"),
            (45, "paragraph", "Under the Port Amity Agreement, each min"),
            (48, "list item", "Patrols take place on at least 200 days "),
            (49, "list item", "Either side may ask the center for an in"),
            (51, "caption", "The old customs house, seen from the har"),
            (52, "paragraph", "Foreign Ministry spokesman Tomas Verhoev"),
            (54, "heading", "Doubts Among Fishermen"),
            (55, "paragraph", "The Fishermen’s Union of Port Amity fear"),
            (57, "paragraph", "Ms. Okafor's union has 1,400 members. It"),
        ],
    )


def test_boilerplate_of_a_news_page_is_marked_not_lost():
    _, segments = page("news.html")
    assert [(line, text) for line, role, text in segments if role == "boilerplate" and line > 60] == [
        (65, "Related Posts"),
        (66, "Parliament Rejects Harbor Tax After Long Night"),
        (66, "Storm Warning for the Outer Banks Lifted"),
        (69, "2 thoughts on “Two Ministries Agree on Joint Patrols”"),
        (70, "About time they did this."),
        (70, "My uncle fishes there."),
        (72, "Leave a Reply"),
        (73, "Your email address will not be published. Required fields are marked *"),
        (74, "Name *"),
        (74, "Email *"),
        (74, "Post Comment"),
        (78, "Stay informed"),
        (78, "Sign up for our newsletter and get the news in your inbox every morning."),
        (79, "© 2024 The Harbor Post. All rights reserved."),
        (79, "Terms of Use"),
        (79, "Contact"),
    ]


def test_entities_and_footnote_marks():
    _, segments = page("news.html")
    texts = {line: text for line, _, text in segments}
    assert texts[26] == "Two Ministries Agree on Joint Patrols in the Strait"
    assert texts[45].endswith("Coordination Center (JMCC), which opens in June in the old customs house.")


def test_press_release_with_table():
    title, blocks = kept("press.html")
    assert title == "Council Extends Mandate of Observer Mission in Valdoria, Adopting Resolution 9001 (2031)"
    assert [role for _, role, _ in blocks] == (
        ["heading"] + ["paragraph"] * 3 + ["heading"] + ["paragraph"] * 2 + ["heading", "caption"]
    ) + ["table cell"] * 12 + ["paragraph"]
    assert (25, "table cell", "Western European and other States") in blocks
    assert (9, "paragraph", "SC/99999 12 MARCH 2031") in blocks


def test_wiki_page():
    title, blocks = kept("wiki.html")
    assert title == "Treaty of Port Amity"
    assert [(line, role, text) for line, role, text in blocks if line > 14] == [
        (16, "heading", "Background"),
        (17, "paragraph", "Both states had claimed the lighthouses "),
        (19, "caption", "The border of 1871 in red, that of 1815 "),
        (20, "heading", "Terms"),
        (21, "list item", "Averne ceded two lighthouses to the Sout"),
        (21, "list item", "The Isles paid an indemnity of 200,000 c"),
        (22, "paragraph", "A Mixed Commission supervised the cessio"),
        (23, "heading", "References"),
        (24, "list item", "^ Voss, H. (1880). My Life at Sea. Halde"),
    ]


def test_documentation_page_without_its_code():
    assert kept("docs.html") == (
        "Configuring the Gateway",
        [
            (7, "heading", "Configuring the Gateway"),
            (8, "paragraph", "The gateway reads its settings from tide"),
            (14, "heading", "Retry Policy"),
            (15, "paragraph", "A message that cannot be delivered goes "),
            (17, "list item", "retry delay"),
            (17, "list item", "Seconds before the first new attempt, on"),
            (18, "paragraph", "Note"),
            (18, "paragraph", "The circuit breaker opens when half of t"),
        ],
    )


def test_fragment():
    assert page("fragment.html") == ("fragment", [(1, "paragraph", "The Joint Commission met in Halden.")])


def test_broken_page():
    assert page("broken.html") == (
        "Old Page",
        [
            (4, "table cell", "The Embassy Attack"),
            (
                5,
                "paragraph",
                "The embassy of Averne was attacked on Tuesday & three guards were hurt, the ministry said.",
            ),
            (
                6,
                "paragraph",
                "Ambassador Louise Marchand “is safe&rdquo, it added; she had left for the Halden Conference & talks.",
            ),
            (6, "table cell", "The Blue Brigade claimed responsibility in a letter to AP."),
        ],
    )


def test_preformatted_and_hidden_text():
    assert page("mail.html")[1] == [
        (2, "heading", "Minutes of the Working Group"),
        (4, "paragraph", "The Working Group on Border Rivers met on 3 May. It adopted the agenda without debate."),
        (8, "paragraph", "Next, the Secretariat presented the draft protocol."),
        (11, "heading", "Other Business"),
        (
            12,
            "paragraph",
            "The delegation of Averne offered to host the next session of the Working Group on Border Rivers.",
        ),
    ]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("a<b>b</b>c<br>d", [Block("abc d", 1)]),
        ("a<br><br>b", [Block("a", 1), Block("b", 1)]),
        ("<p>a<p>b<div>c", [Block("a", 1), Block("b", 1), Block("c", 1)]),
        ("<ul><li>a<li>b</ul>c", [Block("a", 1, "list item"), Block("b", 1, "list item"), Block("c", 1)]),
        ("<table><tr><td>a<td>b<table><td>c</table>d", [Block(t, 1, "table cell") for t in "abcd"]),
        ("<h2>a<p>b", [Block("a", 1, "heading"), Block("b", 1)]),
        ("<li><h3>a</h3><p>b", [Block("a", 1, "heading"), Block("b", 1, "list item")]),
        ("<figure>\n<figcaption>\na\nb", [Block("a b", 3, "caption", (2,))]),
        ("<div class='photo-credit'>a</div>b", [Block("a", 1, "caption"), Block("b", 1)]),
        (
            "<nav>a</nav><header>b</header><article><header>c",
            [Block(t, 1, "boilerplate") for t in "ab"] + [Block("c", 1)],
        ),
        ("<p hidden>a</p><p style='display: none'>b</p><p>c", [Block("c", 1)]),
        ("<script>'<p>a</p>'</script><template>b</template>c", [Block("c", 1)]),
        ("<head><title>a</title><p>b", [Block("b", 1)]),
        ("<p title='a>b'>c", [Block("c", 1)]),
        ("a < b &lt; c &amp d &#8211; &#x41; &nosuch; &#0;", [Block("a < b < c & d – A &nosuch; \ufffd", 1)]),
        ("a&shy;b&nbsp;c&#10;d", [Block("ab c d", 1)]),
        ("a<!-- \n -->\nb", [Block("a b", 1, "paragraph", (2, 2))]),
        ("<![CDATA[a]]> <?php b ?>c<!doctype d>", [Block("a]]> c", 1)]),
        ("a<!-- b", [Block("a", 1)]),
        ("a<p b", [Block("a", 1)]),
        ("a<![b]>c</>d</ >e", [Block("acde", 1)]),
        ("<script/><p>a", [Block("a", 1)]),
    ],
)
def test_walk(source, blocks):
    assert list(html.walk(source)) == blocks


def test_tokens():
    assert list(tokens("a\n<P Class=x id='y' id=z checked>&eacute;</p >\n<textarea><b></textarea>", 3)) == [
        Text("a\n", 3),
        Tag("p", 4, source=" Class=x id='y' id=z checked"),
        Text("é", 4),
        Tag("p", 4, closing=True, source=" "),
        Text("\n", 4),
        Tag("textarea", 5),
        Text("<b>", 5),
        Tag("textarea", 5, closing=True),
    ]
    assert Tag("p", 1, source=" Class=x id='y' id=z a=&amp; checked").attributes() == {
        "class": "x",
        "id": "y",
        "a": "&",
        "checked": "",
    }


@pytest.mark.parametrize(
    "part",
    ["<div>", "<b>", "<table><tr><td>", "</p></b>", "<!-- ", "< ", "<a ", '<a x=">"', "<a x='", "&", "<![CDATA["],
)
def test_malformed_pages_cost_linear_time(part):
    """200,000 characters of each; were one quadratic, the suite would hang here."""
    list(html.walk(part * (200_000 // len(part))))


def test_deep_nesting_through_the_whole_reader():
    (block,) = html.parse("<div>" * 5000 + "<p>The envoys met in Halden.</p>").blocks
    assert block.text == "The envoys met in Halden."


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<td", ">", "<b>", "word ", "\n", "<!--", "-->", "&amp;", "<li>", "'", '"', "="]
        )
    )
)
def test_walk_never_fails_and_lines_are_exact(parts):
    source = "".join(parts)
    lines = source.split("\n")
    for block in html.walk(source):
        assert block.text == " ".join(block.text.split())
        offset = 0
        for word in block.text.split():
            line = block.line + sum(1 for start in block.breaks if start <= offset)
            assert word[0] in lines[line - 1].replace("&amp;", "&")
            offset += len(word) + 1
