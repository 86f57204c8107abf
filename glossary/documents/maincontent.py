"""Which blocks of a page are its main content: trafilatura decides, words match its answer to our blocks."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import replace

from glossary.documents.blocks import Block
from glossary.expressions import expression

_WORD = expression(r"\w+")
_RUN = 3
"""Words: runs of three are compared, so that a link or a break that trafilatura drops costs only its neighbors."""
_ENOUGH = 0.6
"""Share of a block's runs that must be in the extracted text."""
_LONG = 8
"""Words from which a block in a sidebar or footer is main content if trafilatura kept it; menus have fewer."""
_NEAR = 3
"""Blocks: a lead picture stands at most so far before the text, a heading's text at most so far after it."""


def mark(source: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of ``source``, those that are not main content as boilerplate.

    Blocks that come as boilerplate (menus, sidebars, footers) stay so unless they are long and were kept.
    The last heading before main content is its headline, however much byline and sharing stand between.
    Where trafilatura finds nothing, as in a fragment of a page, the roles stay as they are.
    """
    runs = _kept_runs(_extracted(source))
    if not runs:
        return list(blocks)
    kept = [_is_kept(block, runs) for block in blocks]
    if not any(kept):
        return list(blocks)
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    headline = max((index for index in range(first) if blocks[index].role == "heading"), default=-1)
    marked = []
    for index, block in enumerate(blocks):
        inside = first - _NEAR <= index <= last + 1
        if kept[index]:
            marked.append(replace(block, role="paragraph") if block.role == "boilerplate" else block)
        elif index == headline or (inside and _is_beside(block, any(kept[index + 1 : index + 1 + _NEAR]))):
            marked.append(block)
        else:
            marked.append(replace(block, role="boilerplate"))
    return marked


def _is_beside(block: Block, text_follows: bool) -> bool:
    """Captions beside main content, and headings with main content after them, belong to it."""
    return block.role == "caption" or (block.role == "heading" and text_follows)


def _is_kept(block: Block, runs: frozenset[str]) -> bool:
    words = _words(block.text)
    if block.role == "boilerplate" and len(words) < _LONG:
        return False
    own = _runs(words)
    return len(own & runs) >= _ENOUGH * len(own) if own else False


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _kept_runs(text: str) -> frozenset[str]:
    """Runs over the whole text (it may join what are two blocks for us) and of each line and table cell."""
    return _runs(_words(text)).union(*(_runs(_words(line)) for line in re.split(r"[\n|]", text)))


def _runs(words: Sequence[str]) -> frozenset[str]:
    """Runs of three words; of a shorter text, as many headings are, the whole."""
    return frozenset(" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1)) if words)


def _extracted(source: str) -> str:
    """The main text of a page, from trafilatura (recall preferred, no comments, no metadata); maybe nothing."""
    import trafilatura  # noqa: PLC0415 - 0.4 CPU s, for HTML only

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # "discarding data" is no news: we fall back
    extracted = trafilatura.extract(
        source, favor_recall=True, include_comments=False, include_tables=True, deduplicate=False, with_metadata=False
    )
    return extracted or ""
