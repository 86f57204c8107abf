"""Docs → entities: the greedy decisions of spaCy's entity recognizer, for all words at once.

The recognizer (``spacy.TransitionBasedParser.v2`` with the states of ``ner``) goes from word to word and says of each
that it is outside of entities (O), one by itself (U), or that one begins (B), goes on (I) or ends (L) with it.
Outside, that depends on the word alone, and is computed for all of them in one product; inside, on the entity's first
word and on the one before as well, so that all entities of a batch grow by one word at a time.  What is decided is the
same.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from glossary.analysis.vectors import Vectors

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.intp]


class Entities:
    """The entities that the recognizer ``ner`` finds, which is one that ``decides_word_by_word``."""

    def __init__(self, ner: Any) -> None:
        inner, lower, upper = (ner.model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        self._vectors = Vectors(inner.layers[0])
        self._narrow = inner.layers[-1].get_param("W").T, inner.layers[-1].get_param("b")
        # of this word, of the entity's first and of the one before: (width, pieces x hidden)
        parts = lower.get_param("W").transpose(0, 3, 2, 1)
        self._this, self._first, self._before = (part.reshape(len(part), -1).copy() for part in parts)
        nothing = lower.get_param("pad")[0].transpose(0, 2, 1)
        self._hidden = parts.shape[-1]
        self._bias = lower.get_param("b").T.reshape(-1)
        self._outside = self._bias + (nothing[1] + nothing[2]).reshape(-1)
        self._weights, self._weights_bias = upper.get_param("W"), upper.get_param("b")
        names = moves(ner)
        self._starts = np.array([i for i, name in enumerate(names) if name[0] in "BUO" and name != "U-"])
        started = [names[i] for i in self._starts]
        self._begin = np.array([name[0] == "B" for name in started])
        self._out = started.index("O")
        self._labels = [name[2:] for name in started]
        self._on, self._over = (
            np.array([names.index(f"{move}-{label}") if label else -1 for label in self._labels]) for move in "IL"
        )

    def __call__(self, docs: Sequence[Doc]) -> Iterator[list[tuple[int, int, str]]]:
        """For each document, the first word, the word behind the last, and the label of each entity.

        Sentences must be known, which no entity reaches over.
        """
        found = self._found(docs)
        start, end, label = next(found, _NONE)
        offset = 0
        for doc in docs:
            own = []
            while start < offset + len(doc):
                own.append((start - offset, end - offset, label))
                start, end, label = next(found, _NONE)
            yield own
            offset += len(doc)

    def _found(self, docs: Sequence[Doc]) -> Iterator[tuple[int, int, str]]:
        """The same, words counted over all documents."""
        words = self._vectors(docs) @ self._narrow[0] + self._narrow[1]
        this = words @ self._this
        final, space = _marks(docs)
        scores = self._largest(this + self._outside) @ self._weights[self._starts].T + self._weights_bias[self._starts]
        scores[final[:, np.newaxis] & self._begin] = -np.inf
        scores[space, : self._out] = scores[space, self._out + 1 :] = -np.inf
        best = scores.argmax(axis=1)
        starts = np.flatnonzero(best != self._out)
        moves = best[starts]
        ends = starts + 1
        begun = self._begin[moves]
        ends[begun] = self._ends(starts[begun], moves[begun], words, this, final)
        behind = 0
        for start, end, move in zip(starts.tolist(), ends.tolist(), moves.tolist(), strict=True):
            if start >= behind:
                yield start, end, self._labels[move]
                behind = end

    def _ends(self, starts: Numbers, moves: Numbers, words: Floats, this: Floats, final: NDArray[np.bool_]) -> Numbers:
        """The word behind each entity that begins at ``starts`` with ``moves``."""
        first = words[starts] @ self._first + self._bias
        on, over = self._on[moves], self._over[moves]
        ends = np.zeros_like(starts)
        growing, at = np.arange(len(starts)), starts + 1
        while len(growing):
            hidden = self._largest(this[at] + first[growing] + words[at - 1] @ self._before)
            more, enough = self._score(hidden, on[growing]), self._score(hidden, over[growing])
            goes_on = ~final[at] & ((more > enough) | ((more == enough) & (on < over)[growing]))
            ends[growing[~goes_on]] = at[~goes_on] + 1
            growing, at = growing[goes_on], at[goes_on] + 1
        return ends

    def _largest(self, values: Floats) -> Floats:
        """The largest of the pieces of each hidden unit."""
        pieces = (values[:, start : start + self._hidden] for start in range(0, values.shape[1], self._hidden))
        best = next(pieces)
        for piece in pieces:
            best = np.maximum(best, piece)
        return best

    def _score(self, hidden: Floats, moves: Numbers) -> Floats:
        """The score of one move for each row."""
        scores: Floats = np.einsum("ij,ij->i", hidden, self._weights[moves]) + self._weights_bias[moves]
        return scores


_NONE = (sys.maxsize, 0, "")


def moves(ner: Any) -> list[str]:
    """The names of what the recognizer may decide, e.g. B-ORG, in the order of their scores."""
    return [ner.moves.get_class_name(number) for number in range(ner.moves.n_moves)]


def _marks(docs: Sequence[Doc]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """For each word, whether a sentence or its document is over behind it, and whether it is space."""
    starts, space = np.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs]).T
    final = np.ones(len(starts), np.bool_)
    final[:-1] = starts[1:] == 1
    final[np.cumsum([len(doc) for doc in docs if len(doc)], dtype=np.intp) - 1] = True
    return final, space == 1
