"""Whatever stands in a file, it is read and built, or refused in one line: properties over odd text."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary import analysis, candidates, catalogs, concepts, consolidating, documents
from glossary.candidates import analyzed
from glossary.candidates.analyzed import MOST_WORDS
from glossary.concepts import Decisions
from glossary.errors import GlossaryError
from glossary.model import Document, Glossary, Location, Segment
from glossary.settings import DEFAULT_MODEL, Settings

from .candidates.scoring import score_terms

ARTICLE = (Path(__file__).parent / "golden" / "article.txt").read_text(encoding="utf-8")
PIECES = [
    *"()[]\"'“”’‘-–—.,;:!?&<>*#|`\\/%=$€½²~^_{}@\t\n", "\n\n", "\r\n", "\r", "’s", "...", " (US) ", " [North Korea] ",
    " = ", "\u200b", "\u00ad", "\ufeff", "\u202e", "\u2028", "\x85", "e\u0301", "한국", "Київ", "東京", "😀", "&amp;",
    "<b>", "</p>", "<!--", "-->", "```", "> ", "* ", "1. ", "## ", "| a | b |", "[x](y)", "http://a.b/c?d=e", "of the",
    "Ministry of", " Minister ", " and ", "Kim", "NATO", "NATOs", "G7", "1718", "F-16", "%(x)s", "A" * 600, "-" * 600,
    " " * 50, "THE ", "U.S.", "U.N.'s", "Dr. ", "von ", "O’Neill", "-based", "pro-", "ex-", "Feb. ", "May ",
]  # fmt: skip
"""What real files hold at the wrong place."""
FORMS = ("Kim Jong Un", "NATO", "a", "of the", '"x"', "'s")
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@st.composite
def mutated(draw) -> str:
    """A part of the article with pieces put in, cut out and doubled."""
    text = ARTICLE[draw(st.integers(0, 1500)) :][: draw(st.sampled_from([60, 300, 900]))]
    for _ in range(draw(st.integers(1, 12))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 0, 1, 5, 40])))
        text = text[:start] + draw(st.sampled_from(["", *PIECES, text[start:end] * 2])) + text[end:]
    return text


def built(folder: Path, name: str, data: bytes) -> Glossary:
    """The glossary of one file, and its catalogs as they would be written and read."""
    path = folder / name
    path.write_bytes(data)
    options = Settings(root=folder)
    document = documents.read(path, folder, options.max_file_size)
    documents.language_of(document)
    tally = concepts.Tally()
    for read, docs in analysis.analyze([document], options.model):
        tally.add(read.path, concepts.resolve(candidates.recognize(docs, FORMS)))
    scores = {
        key: (item.score, item.why) for key, item in score_terms(consolidating.usages(tally, tally.counts)).items()
    }
    decisions = Decisions(reject=("Kim",), accept=("NATO",))
    found = concepts.consolidate(tally, concepts.Rules(scores, decisions, 0.5, "expansion"), "m").glossary
    for plan in catalogs.plan(found, options, datetime(2026, 1, 1, tzinfo=UTC)):
        catalogs.parse(plan.new, plan.shown)
    return found


def check(found: Glossary, lines: int) -> None:
    """What holds of every glossary."""
    for concept in found:
        assert any(char.isalnum() for char in concept.preferred)
        assert concept.preferred == " ".join(concept.preferred.split())
        assert all(1 <= occurrence.location.line <= lines for occurrence in concept.occurrences)
        assert all(relation.target in found.by_id for relation in concept.related)
        assert concept.why
    assert len(found.by_id) == len(found)


def built_or_refused(folder: Path, name: str, data: bytes) -> None:
    """Build one file and check the glossary; a refusal is one printable line."""
    try:
        found = built(folder, name, data)
    except GlossaryError as error:
        message = str(error)
    else:
        check(found, 1 + data.count(b"\n") + data.count(b"\r"))
        message = ""
    assert message.isprintable()


@SLOW
@given(mutated(), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_mutated_articles(tmp_path_factory, text, name):
    if name.endswith("html"):
        text = "".join(f"<p>{line}</p>\n" for line in text.split("\n"))
    built_or_refused(tmp_path_factory.mktemp("any"), name, text.encode())


@SLOW
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_bytes(tmp_path_factory, data, name):
    built_or_refused(tmp_path_factory.mktemp("any"), name, data)


@SLOW
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_characters(tmp_path_factory, text):
    built_or_refused(tmp_path_factory.mktemp("any"), "a.txt", text.encode())


ENCODINGS = {
    "utf-8": ARTICLE.encode(),
    "utf-8 with mark": b"\xef\xbb\xbf" + ARTICLE.encode(),
    "utf-16": ARTICLE.encode("utf-16"),
    "utf-16 without mark": ARTICLE.encode("utf-16-le"),
    "utf-16 big endian without mark": ARTICLE.encode("utf-16-be"),
    "windows-1252": ARTICLE.replace('"', "”").encode("cp1252"),
    "CRLF": ARTICLE.replace("\n", "\r\n").encode(),
    "CR": ARTICLE.replace("\n", "\r").encode(),
    "zero-width spaces": ARTICLE.replace("Joint", "Jo\u200bint").encode(),
    "right-to-left marks": ARTICLE.replace("Finland", "\u200fFinland\u200e").encode(),
}


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS)
def test_the_same_text_in_any_encoding_gives_the_same_glossary(data, tmp_path):
    plain = built(tmp_path, "a.txt", ARTICLE.replace('"', "”").encode() if b"\x94" in data else ARTICLE.encode())
    found = built(tmp_path, "a.txt", data)
    assert [(c.id, c.kind, c.count, [o.location.line for o in c.occurrences]) for c in found] == [
        (c.id, c.kind, c.count, [o.location.line for o in c.occurrences]) for c in plain
    ]


def test_many_tiny_files(tmp_path, run):
    (tmp_path / "seeds").mkdir()
    for number in range(200):
        (tmp_path / "seeds" / f"{number}.txt").write_text("Kim Jong Un spoke.\n", encoding="utf-8")
    done = run(tmp_path, "build")
    assert done.out.splitlines()[0].rstrip() == "1 concept in 200 documents"
    assert '"count": 200' in (tmp_path / "locales" / "glossary.json").read_text("utf-8")


def segments(*texts: str) -> Document:
    return Document("a.txt", "", tuple(Segment(text, Location("a.txt", n)) for n, text in enumerate(texts, 1)))


def test_a_long_document_is_analyzed_in_batches(monkeypatch):
    sizes: list[int] = []
    annotated = analysis._annotated

    def counted(texts, nlp):
        sizes.append(sum(map(len, texts)))
        return annotated(texts, nlp)

    monkeypatch.setattr(analysis, "_annotated", counted)
    monkeypatch.setattr(analysis, "BATCH", 500)
    sizes_wanted = random.Random(1).choices(range(1, 8), k=40)
    texts = [f"The envoys met in Hall {number:0>2}. " * size for number, size in enumerate(sizes_wanted)]
    _, docs = next(analysis.analyze([segments(*texts)], DEFAULT_MODEL))
    assert sizes == []  # nothing before it is asked for
    assert [segment.text for segment, doc in docs if segment.text == doc.text] == texts
    assert all(500 <= size < 500 + 182 for size in sizes[:-1])
    assert sum(sizes) == sum(map(len, texts))


@pytest.mark.parametrize("batch", [1, 100, 10**6])
def test_what_is_found_does_not_depend_on_the_batch(batch, monkeypatch):
    """Small documents share a batch; one that is read late does not shift the others."""
    lines = [line for line in ARTICLE.splitlines() if line]
    parts = [segments(*lines[start : start + 3]) for start in range(0, len(lines), 3)]
    expected = [[analysis.load(DEFAULT_MODEL)(segment.text) for segment in part.segments] for part in parts]
    monkeypatch.setattr(analysis, "BATCH", batch)
    found_in = analysis.analyze(parts, DEFAULT_MODEL)
    read = [(part, docs if number == 1 else list(docs)) for number, (part, docs) in enumerate(found_in)]
    assert [part for part, _ in read] == parts
    for number, (_, docs) in enumerate(read):
        found = [doc for _, doc in docs]
        assert [[(t.text, t.tag_, t.ent_type_, t.is_sent_start) for t in doc] for doc in found] == [
            [(t.text, t.tag_, t.ent_type_, t.is_sent_start) for t in doc] for doc in expected[number]
        ]


def test_an_endless_sentence_is_cut():
    text = "and the envoy and the admiral " * 200
    _, docs = next(analysis.analyze([segments(text.strip())], DEFAULT_MODEL))
    found = analyzed.sentences(docs)
    assert max(len(sentence.words) for sentence in found) <= MOST_WORDS
    assert sum(len(sentence.words) for sentence in found) == 1200
