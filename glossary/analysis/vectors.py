"""Docs → a vector for each of their words: spaCy's ``Tok2Vec`` of hash embeddings and convolutions, at half the cost.

The layers are those of the model, and so are their weights; what is different is the order of the work.  The first
layer sees one word alone, and sums products of table rows with its weights: the products are made once, when the model
is loaded, and their sum once for each word that is met.  It is made of additions only, so that a word has the same
vector whatever else is in the batch.  The convolutions are computed for all words of a batch at once, on arrays that
lie as the processor likes them.  (Layers: Honnibal, "Embed, encode, attend, predict", 2016; ``spacy.Tok2Vec.v2`` with
``spacy.MultiHashEmbed.v2`` and ``spacy.MaxoutWindowEncoder.v2``.)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Floats = NDArray[np.float32]

MOST = 20_000
"""Words whose first layer is remembered, 0.6 kB each; news has so many different ones in 1.3 MB.  Past it, all are
forgotten and begun anew."""
_GOLDEN = 0x9E37_79B9_7F4A_7C15
"""2^64 divided by the golden ratio."""
_SMALL = np.float32(1e-8)
"""Added to a variance before dividing by it, as ``thinc.layers.layernorm`` does."""


class _Layer(NamedTuple):
    """A maxout layer with the normalization behind it."""

    weights: Floats
    """(width of the input, pieces x width): the first pieces of all outputs first, so that they lie side by side."""
    bias: Floats
    gain: Floats
    shift: Floats


class Vectors:
    """The vectors that the layers of ``model`` give to words."""

    def __init__(self, model: Any) -> None:
        nodes = list(model.walk())
        self._columns = next(node for node in nodes if node.name == "extract_features").attrs["columns"]
        first, *self._convolutions = _layers(nodes)
        self._words = _Words(first, [node for node in nodes if node.name == "hashembed"])

    def __call__(self, docs: Sequence[Doc]) -> Floats:
        """A row for each word of ``docs``, one document after another.

        Before, between and behind them are as many empty rows as there are convolutions, as spaCy has them: no
        document sees another.
        """
        lengths = np.array([len(doc) for doc in docs])
        features = [doc.to_array(self._columns).reshape(-1, len(self._columns)) for doc in docs]
        words = self._words(np.concatenate(features))
        apart = len(self._convolutions)
        places = np.arange(len(words)) + np.repeat(np.arange(1, len(docs) + 1) * apart, lengths)
        vectors = np.zeros((len(words) + apart * (len(docs) + 1), words.shape[1]), np.float32)
        vectors[places] = words
        self._convolve(vectors)
        return vectors[places]

    def _convolve(self, vectors: Floats) -> None:
        """Add to each row, layer for layer, what the layer makes of it and of its neighbors."""
        width = vectors.shape[1]
        seen = np.zeros((len(vectors), 3 * width), np.float32)
        product = np.empty((len(vectors), self._convolutions[0].weights.shape[1]), np.float32)
        for layer in self._convolutions:
            seen[1:, :width] = vectors[:-1]
            seen[:, width : 2 * width] = vectors
            seen[:-1, 2 * width :] = vectors[1:]
            vectors += _settled(np.matmul(seen, layer.weights, out=product), layer)


class _Words:
    """What the first layer makes of each word."""

    def __init__(self, layer: _Layer, tables: Sequence[Any]) -> None:
        width = len(layer.gain)
        self._layer = layer
        self._hash = [(table.ops, table.attrs["seed"]) for table in tables]
        parts = layer.weights.reshape(len(tables), width, -1)
        self._products = [table.get_param("E") @ part for table, part in zip(tables, parts, strict=True)]
        self._known: dict[int, int] = {}
        self._rows = np.empty((0, width), np.float32)

    def __call__(self, features: NDArray[np.uint64]) -> Floats:
        """A row for each of ``features``: hashes of a word's form, beginning, end …, as many as there are tables."""
        keys = (features @ _mixed(features.shape[1])).tolist()
        if len(self._known) > MOST:
            self._known.clear()
        places: list[Any] = list(map(self._known.get, keys))
        new = {key: at for at, (key, place) in enumerate(zip(keys, places, strict=True)) if place is None}
        if new:
            end = len(self._known) + len(new)
            if end > len(self._rows):
                self._rows = np.concatenate([self._rows, np.empty((end, self._rows.shape[1]), np.float32)])
            self._rows[len(self._known) : end] = self._first(features[[*new.values()]])
            self._known.update(zip(new, range(len(self._known), end), strict=True))
            places = list(map(self._known.get, keys))
        return self._rows[places]

    def _first(self, features: NDArray[np.uint64]) -> Floats:
        """The first layer's rows for words not met before."""
        total: Floats = np.zeros((len(features), self._products[0].shape[1]), np.float32)
        for column, (ops, seed), product in zip(features.T, self._hash, self._products, strict=True):
            total += ops.gather_add(product, ops.hash(np.ascontiguousarray(column), seed) % len(product))
        return _settled(total, self._layer)


def _mixed(width: int) -> NDArray[np.uint64]:
    """Factors whose products with hashes add up to a hash of all (Fibonacci hashing, Knuth 6.4)."""
    return np.array([pow(_GOLDEN, power, 2**64) for power in range(1, width + 1)], np.uint64)


def _layers(nodes: Sequence[Any]) -> list[_Layer]:
    """The maxout layers among ``nodes``, each with its normalization."""
    found = []
    pairs = zip(*([node for node in nodes if node.name == name] for name in ("maxout", "layernorm")), strict=True)
    for maxout, norm in pairs:
        weights = maxout.get_param("W")  # (width, pieces, width of the input)
        weights = np.ascontiguousarray(weights.transpose(2, 1, 0)).reshape(weights.shape[2], -1)
        bias = np.ascontiguousarray(maxout.get_param("b").T).reshape(-1)
        found.append(_Layer(weights, bias, norm.get_param("G"), norm.get_param("b")))
    return found


def _settled(values: Floats, layer: _Layer) -> Floats:
    """The largest of each output's pieces, normalized row for row; ``values`` are overwritten."""
    width = len(layer.gain)
    values += layer.bias
    best = np.maximum(values[:, :width], values[:, width : 2 * width])
    for start in range(2 * width, values.shape[1], width):
        np.maximum(best, values[:, start : start + width], out=best)
    best -= (np.einsum("ij->i", best) / np.float32(width))[:, np.newaxis]  # a third of what ``mean`` takes
    variance = np.einsum("ij,ij->i", best, best) / np.float32(width)
    best *= (1 / np.sqrt(variance + _SMALL))[:, np.newaxis]
    best *= layer.gain
    best += layer.shift
    return best
