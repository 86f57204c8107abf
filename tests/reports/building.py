"""Concepts, documents and whole reports in one line each, for the tests of pages."""

from __future__ import annotations

from typing import NamedTuple

from glossary.model import (
    ConceptEntry,
    Document,
    Finding,
    Glossary,
    Kind,
    LanguageSection,
    Location,
    Occurrence,
    Relation,
    Segment,
    Suggestion,
    Term,
)  # fmt: skip
from glossary.reports.changes import Changes
from glossary.reports.content import Content

HOSTILE = (
    "<script>window.hacked = 1</script>",
    '"><img src=x onerror="window.hacked = 1">',
    "</script></style></textarea><svg onload=window.hacked=1>",
    "<!--<script>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:window.hacked=1",
    "' onmouseover='window.hacked=1' x='",
    "\u2028\u2029\u202eabc\u0000\x1b[31m",
    "𝔊𝔩𝔬𝔰𝔰 😀 & &amp; &lt;b&gt;",
)
"""Texts that a page must show as they are."""


class Rendered(NamedTuple):
    """A translation as a catalog gives it."""

    form: str
    status: str = "approved"
    source: Location = Location("locales/ko/LC_MESSAGES/glossary.po", 20)


def concept(name: str, *forms: str, kind: Kind = "term", identifier: str = "", **fields) -> ConceptEntry:
    """A concept whose preferred form is ``name``; its id is the name with hyphens for spaces."""
    terms = (Term(name, status="preferred"), *(Term(form) for form in forms))
    identifier = identifier or name.casefold().replace(" ", "-")
    return ConceptEntry(identifier, kind, (LanguageSection("en", terms),), **fields)


def use(form: str, path: str = "seeds/a.txt", line: int = 1, sentence: str = "") -> Occurrence:
    """An occurrence of ``form``."""
    return Occurrence(Location(path, line), form, sentence or f"There is {form} here.")


def document(*texts: str, path: str = "seeds/a.txt", title: str = "A title") -> Document:
    """A document with one paragraph a line."""
    return Document(path, title, tuple(Segment(text, Location(path, line)) for line, text in enumerate(texts, 1)))


def small() -> Content:
    """A report of three concepts in two documents."""
    kim = concept(
        "Kim Jong Un", "Kim", kind="person", count=2, documents=1, related=(Relation("title", "supreme-leader"),),
        occurrences=(use("Kim Jong Un"), use("Kim", line=2)), examples=(use("Kim Jong Un"),),
        why=("names: capitalized run",), note="Family name first",
    )  # fmt: skip
    leader = concept("Supreme Leader", kind="title", count=1, documents=1, occurrences=(use("Supreme Leader", line=2),))
    drill = concept(
        "live-fire drill", count=1, documents=1, occurrences=(use("live-fire drill", path="seeds/b.txt"),),
        definition="an exercise with live ammunition",
    )  # fmt: skip
    return Content(
        project="Korea desk",
        glossary=Glossary((kim, leader, drill), "model 1.0", ("seeds/a.txt", "seeds/b.txt")),
        languages={"ko": "Korean", "uk": "Ukrainian"},
        translations={
            "ko": {
                "kim-jong-un": Rendered("김정은"),
                "supreme-leader": Rendered("최고지도자", "fuzzy"),
                "live-fire-drill": Rendered("실사격 훈련", "fuzzy"),
            },
            "uk": {"kim-jong-un": Rendered("Кім Чен Ин")},
        },
        suggestions={
            "ko": {"live-fire-drill": [Suggestion("live-fire-drill", "ko", "실사격 훈련", "termbase 12", 0.9)]},
        },
        findings=(
            Finding(
                "T301", "error", "“Supreme Leader” is not rendered 최고지도자",
                Location("locales/ko/LC_MESSAGES/a.po", 7), "ko", "supreme-leader",
                "Kim, the Supreme Leader", "김정은", "최고지도자", source_mark=(9, 23),
            ),
            Finding("D101", "warning", "reject 'dril' matches nothing", Location("locales/decisions.toml", 1)),
        ),
        rules={"T301": ("approved rendering missing", "Use the rendering.")},
        documents=(
            document("Kim Jong Un spoke.", "Kim, the Supreme Leader, left."),
            document("A live-fire drill began.", path="seeds/b.txt", title="Drills"),
        ),
    )  # fmt: skip


def hostile() -> Content:
    """A report in which every text is an attack."""
    evil = "\n".join(HOSTILE).replace("\n", " ")
    entries = tuple(
        concept(
            text, f"{text} 2", identifier=f"evil-{number}", kind="person" if number % 2 else "term", subkind=text,
            definition=text, note=text, count=3, documents=1, why=(text,), occurrences=(use(text, path=evil),),
            examples=(use(text, path=evil, sentence=f"A {text} here"),),
        )
        for number, text in enumerate(HOSTILE)
    )  # fmt: skip
    entries += (concept("war", kind="event", subkind=evil, count=9, note=evil),)  # without markup, so it is highlighted
    glossary = Glossary(entries, evil, (evil,))
    place = Location(evil, 3)
    return Content(
        project=evil,
        glossary=glossary,
        languages={"ko": "Korean"},
        translations={"ko": {entry.id: Rendered(entry.preferred, "fuzzy", place) for entry in entries}},
        suggestions={"ko": {entry.id: [Suggestion(entry.id, "ko", evil, evil, 0.5)] for entry in entries}},
        findings=tuple(
            Finding("T301", "error", text, place, "ko", f"evil-{number}", text, text, text, (0, 2), (0, 2), text)
            for number, text in enumerate(HOSTILE)
        ),
        rules={"T301": (evil, evil)},
        documents=(document(*(f"See {text} in this war" for text in HOSTILE if text.strip()), path=evil, title=evil),),
        changes=Changes(evil, entries[:2], entries[2:4], ((entries[4], entries[5]),), ((entries[6], entries[7]),)),
    )
