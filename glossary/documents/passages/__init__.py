"""A document as what a translator works on: passages that know where they stand, and the way back.

``manuscript`` opens a file, ``cut`` divides it into paragraphs or sentences, ``render`` puts translations in their
place.  Whatever no translation replaces keeps every byte.
"""

from __future__ import annotations

from glossary.documents.passages.manuscript import (
    FORMATS,
    WRITERS,
    Manuscript,
    Rendering,
    Segmentation,
    cut,
    format_of,
    manuscript,
    render,
)
from glossary.documents.passages.sentences import has_sentences

__all__ = [
    "FORMATS",
    "WRITERS",
    "Manuscript",
    "Rendering",
    "Segmentation",
    "cut",
    "format_of",
    "has_sentences",
    "manuscript",
    "render",
]
