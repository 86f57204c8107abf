"""What is computed here in place of spaCy's components: the same annotations, whatever else is in the batch."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import analysis
from glossary.analysis import quick, vectors
from glossary.model import Document, Location, Segment
from glossary.settings import DEFAULT_MODEL

ARTICLE = (Path(__file__).parent / "quality" / "article.txt").read_text(encoding="utf-8")
ODD = [
    "",
    " ",
    "\n\n",
    "Kim",
    "Kim Jong Un",
    "U.S.",
    "2,000 troops",
    " \n Kim  met\n\nLee  .",
    "– – –",
    "ROK/US Kim's don't cannot",
    "the " * 600,
    "Kim Jong Un " * 300,
]


def annotations(docs) -> list[tuple[object, ...]]:
    """Everything that is read of documents."""
    return [
        (doc.text, [(t.tag_, t.ent_iob, t.ent_type_, t.is_sent_start) for t in doc], [*map(str, doc.ents)])
        for doc in docs
    ]


def test_spacy_starts_without_its_command_line_which_is_there_for_who_asks():
    script = f"""
import sys
from glossary import analysis
analysis.load({DEFAULT_MODEL!r})
assert not [name for name in sys.modules if name.partition(".")[0] in ("typer", "requests") or "spacy.cli" in name]
import spacy
print(spacy.info(silent=True)["spacy_version"] == spacy.__version__)
import spacy.cli
print(spacy.cli.info(silent=True) == spacy.info(silent=True))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\nTrue\n", "")


def test_spacy_finds_languages_under_other_names_when_they_are_asked_for():
    script = f"""
import sys
from glossary import analysis
analysis.load({DEFAULT_MODEL!r})
assert "langcodes" not in sys.modules
import spacy.util
print(spacy.util.get_lang_class("iw").lang, spacy.util.find_matching_language("zz-top"))
try:
    spacy.util.get_lang_class("no such language")
except ImportError as error:
    print(str(error)[:6])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "he None\n[E048]\n", "")


def test_the_default_model_is_computed_here():
    assert analysis._steps(analysis.load(DEFAULT_MODEL)) is not None


@pytest.mark.parametrize("texts", [ARTICLE.splitlines(), ODD, [""], ["", " "], ["Kim"]], ids=range(5))
def test_annotations_are_those_of_spacy(texts):
    nlp = analysis.load(DEFAULT_MODEL)
    assert annotations(analysis._annotated(texts, nlp)) == annotations(nlp.pipe(texts))


WORDS = st.one_of(st.sampled_from([*ARTICLE.split(), "\n", "  ", ".", "(", ")"]), st.text(max_size=4))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=30).map(" ".join), min_size=1, max_size=5))
def test_annotations_of_any_texts_are_those_of_spacy(texts):
    nlp = analysis.load(DEFAULT_MODEL)
    assert annotations(analysis._annotated(texts, nlp)) == annotations(nlp.pipe(texts))


@pytest.mark.parametrize("name", ["tok2vec", "senter", "ner"])
def test_vectors_are_those_of_spacy(name):
    nlp = analysis.load(DEFAULT_MODEL)
    model = nlp.get_pipe(name).model
    while model.name.endswith(("linear", "softmax)")) or model.name == "parser_model":
        model = model.layers[0]
    docs = [nlp.make_doc(line) for line in ARTICLE.splitlines()]
    found = vectors.Vectors(model)(docs)
    assert np.abs(found - np.concatenate(model.predict(docs))).max() < 1e-4


def test_words_are_the_same_in_any_company_and_when_they_were_forgotten(monkeypatch):
    nlp = analysis.load(DEFAULT_MODEL)
    model = nlp.get_pipe("tok2vec").model
    docs = [nlp.make_doc(line) for line in ARTICLE.splitlines()]
    together = vectors.Vectors(model)
    expected = together(docs)
    monkeypatch.setattr(vectors, "MOST", 10)
    alone = vectors.Vectors(model)
    for doc in docs:
        alone(docs[:1])
        alone([doc])
    assert (together(docs) == expected).all()
    assert (alone(docs) == expected).all()


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("the Workers’ Party’s congress", "the Workers' Party’s congress"),
        ("SEVEN YEARS’ WAR; Shays’ Rebellion", "SEVEN YEARS' WAR; Shays' Rebellion"),
        ("a party ‘of the workers’ is no ‘Workers’ Party’", "a party ‘of the workers’ is no ‘Workers’ Party’"),
        ("‘quoted’, then the states’ allies", "‘quoted’, then the states' allies"),
        ("the allies’, the allies’ and S’ was", "the allies’, the allies' and S’ was"),
        ("’s’ ’ ’", "’s’ ’ ’"),
    ],
)
def test_apostrophes_of_plurals_are_straight_for_spacy_unless_they_may_end_a_quotation(text, seen):
    (document,) = [Document("a.txt", "a", (Segment(text, Location("a.txt", 1), "paragraph"),))]
    ((_, analyzed),) = analysis.analyze([document], DEFAULT_MODEL)
    assert [(segment.text, doc.text) for segment, doc in analyzed] == [(text, seen)]


@pytest.mark.parametrize(
    "change",
    [
        lambda nlp: nlp.add_pipe("sentencizer"),
        lambda nlp: nlp.enable_pipe("parser"),
        lambda nlp: nlp.disable_pipe("senter"),
        lambda nlp: nlp.get_pipe("ner").cfg.update(beam_width=2),
        lambda nlp: nlp.get_pipe("ner").model.attrs.update(unseen_classes={3}),
        lambda nlp: nlp.get_pipe("senter").model.layers[0].layers[-1].attrs.update(pad=1),
    ],
    ids=range(6),
)
def test_what_is_not_known_is_left_to_spacy(change):
    nlp = spacy.load(DEFAULT_MODEL, exclude=["attribute_ruler", "lemmatizer"])
    nlp.disable_pipe("parser")
    nlp.enable_pipe("senter")
    assert quick.steps(nlp) is not None
    change(nlp)
    assert quick.steps(nlp) is None
