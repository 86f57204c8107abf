"""What the components of spaCy's small English pipelines do, at half the cost and with the same results."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import IS_SPACE, LOWER, NORM, PREFIX, SHAPE, SUFFIX
from spacy.tokens import Span
from thinc.api import NumpyOps

from glossary.analysis.entities import Entities, moves
from glossary.analysis.vectors import Vectors

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Step = Callable[[Sequence["Doc"]], None]
"""Gives documents the annotations of a component."""

_WORD = r"ints-getitem>>hashembed(\|ints-getitem>>hashembed)*"
_CONVOLUTION = r"residual\(expand_window>>maxout>>layernorm>>dropout\)"
_TOK2VEC = (
    rf"extract_features>>list2ragged>>with_array\({_WORD}\)>>with_array\(maxout>>layernorm>>dropout\)>>ragged2list"
    rf">>with_array\({_CONVOLUTION}(>>{_CONVOLUTION})*\)"
)
"""The layers that ``Vectors`` computes, as thinc names a model of them."""
_ASKED = {LOWER, NORM, PREFIX, SUFFIX, SHAPE, IS_SPACE}
"""What is asked of a word itself.  To find out the rest (is it like a URL, a stop word …) is a third of tokenizing."""


def steps(nlp: Language) -> Sequence[Step] | None:
    """What the components of ``nlp`` do, in their order; None when there are others than those known here."""
    pipes: dict[str, Any] = {nlp.get_pipe_meta(name).factory: pipe for name, pipe in nlp.pipeline}
    if [*pipes] != ["tok2vec", "tagger", "senter", "ner"] or len(pipes) != len(nlp.pipeline):
        return None
    tok2vec, tagger, senter, ner = pipes.values()
    known = (
        _computable(tok2vec.model)
        and tagger.model.name == "tok2vec-listener>>with_array(softmax)"
        and _ends(senter.model, ">>with_array(softmax)")
        and _decides_word_by_word(ner)
    )
    if not known:
        return None
    vocabulary: Any = nlp.vocab
    for attribute in vocabulary.lex_attr_getters.keys() - _ASKED:
        del vocabulary.lex_attr_getters[attribute]
    return _classify(tok2vec.model, tagger), _classify(senter.model.layers[0], senter), _name(ner)


def _ends(model: Any, layers: str) -> bool:
    """Whether ``model`` gives the vectors of words to these ``layers``."""
    return bool(re.fullmatch(_TOK2VEC + re.escape(layers), model.name)) and _computable(model.layers[0])


def _computable(model: Any) -> bool:
    """Whether ``Vectors`` computes what ``model`` does: windows of three words, in main memory."""
    windows = [node.attrs["window_size"] for node in model.walk() if node.name == "expand_window"]
    pieces = [node.get_dim("nP") for node in model.walk() if node.name == "maxout"]
    known = re.fullmatch(_TOK2VEC, model.name) and isinstance(model.ops, NumpyOps)
    return bool(known) and {*windows} == {1} and min(pieces) > 1 and model.layers[-1].attrs["pad"] == len(windows)


def _decides_word_by_word(ner: Any) -> bool:
    """Whether ``Entities`` finds what ``ner`` does: without a beam, every move known, of one hidden layer."""
    attrs, lower, names = ner.model.attrs, ner.model.get_ref("lower"), moves(ner)
    labels = {name[2:] for name in names if name[1:2] == "-"} - {""}
    return (
        ner.cfg["beam_width"] == 1
        and attrs["has_upper"]
        and not attrs["unseen_classes"]
        and _ends(ner.model.get_ref("tok2vec"), ">>list2array>>linear")
        and lower.get_dim("nF") == 3  # a parser's states have more
        and lower.get_dim("nP") > 1
        and {*names} | {"U-"} == {f"{move}-{label}" for move in "BILU" for label in labels} | {"U-", "O"}
    )


def _classify(model: Any, pipe: Any) -> Step:
    """Give each word the class that the ``pipe`` thinks likeliest: a tag, or whether a sentence begins."""
    vectors = Vectors(model)
    softmax = next(node for node in pipe.model.walk() if node.name == "softmax")
    weights, bias = softmax.get_param("W").T, softmax.get_param("b")

    def step(docs: Sequence[Doc]) -> None:
        classes = (vectors(docs) @ weights + bias).argmax(axis=1)
        pipe.set_annotations(docs, np.split(classes, np.cumsum([len(doc) for doc in docs[:-1]])))

    return step


def _name(ner: Any) -> Step:
    """Set the entities of documents."""
    entities = Entities(ner)

    def step(docs: Sequence[Doc]) -> None:
        for doc, found in zip(docs, entities(docs), strict=True):
            spans = [Span(doc, start, end, label=label) for start, end, label in found]
            doc.set_ents(spans, default="outside")

    return step
