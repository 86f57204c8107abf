"""Heading, caption or paragraph, by the shape of a block that no markup names.

When in doubt it is a paragraph: a caption taken for text costs an odd example sentence, a sentence
taken for a heading costs its terms.
"""

from __future__ import annotations

import re
from dataclasses import replace

from glossary.documents.blocks import Block
from glossary.documents.boilerplate import reason
from glossary.expressions import expression

_AGENCIES = (
    "AFP|AP|Reuters|Kyodo|Getty|Shutterstock|Bloomberg|Xinhua|TASS|Yonhap|EPA|ANSA|KCNA|NASA|DPA|PA|UPI|CNA|"
    "Anadolu|Ukrinform|Interfax|iStock|Alamy|Wikimedia|Unsplash|Pixabay|Flickr|Handout|Pool|File|Library of Congress"
)
"""Picture agencies and the words that stand in their place in a credit."""

_KEEPERS = (
    r"Librar(?:y|ies)|\w*[Aa]rchivs?|Archives?|Museum|Gallery|Collections?|"
    r"Agency|Department|Ministry|Institution|Society|Office"
)
"""What holds or gives out pictures."""
_NAME = r"[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3}"
_PICTURES = r"(?:file\s)?(?:photo|picture|image|illustration|graphic|video|screengrab|screenshot|credit|map)s?"
_CREDIT = expression(
    rf"""
    # in brackets: (© Kyodo) (Photo: AP) (Courtesy of the UK Government) (Posted on social media by …)
      [(\[]\s*(?:©|\(c\)\s
          |(?i:{_PICTURES}(?:\s(?:by|of|from|via|courtesy|credit|provided)\b|\s?[:/©]|\s?\)))
          |(?i:source:|courtesy(?:\sof\b|:)|via\s|posted\son\s|provided\sby\s|released\sby\s)
        )[^()]*(?:\([^()]*\)[^()]*)?[)\]]?\.?$
    # (AP Photo/Jane Roe) (Xinhua) (Jane Roe/Mother)
    | [(\[](?:[^()\[\]]{{0,40}}[/\s])?(?:{_AGENCIES})(?:[/\s,][^()\[\]]{{0,40}})?[)\]]\.?$
    | [(\[]{_NAME}/{_NAME}[)\]]\.?$
    # … in the Oval Office. (Jimmy Carter Library)
    | [.”"]\s\([^()]{{0,60}}\b(?:{_KEEPERS})\b[^()]{{0,40}}\)?$
    # Photo by Jane Roe / AFP
    | \b(?:Photos?|Photograph|Image|Picture|Illustration|Graphic|Video|Map)\s?(?:by|courtesy(?:\sof)?|credit)?\s?:\s
      [^.]{{2,60}}$
    | \b(?:Photo(?:graph)?|Credit|Image|Picture|Courtesy)(?:\sby|\sof|:)\s[^.]{{2,60}}$
    # Reuters/Jane Roe; … via Getty Images; ©Kyodo
    | (?:\s|/)(?:{_AGENCIES})(?:\s(?:Images|Photo|Pictures|News))?(?:\s?/\s?|\svia\s)[A-Z][^.]{{1,40}}$
    | (?:/|\bvia\s)(?:{_AGENCIES})(?:\s(?:Images|Photo|Pictures|News))?$
    | (?:^|\s)©\s?[^.,;]{{2,60}}$
    """,
    re.VERBOSE,
)
"""A credit at a block's end. ``©`` and a name alone count; a year or "rights reserved" is boilerplate's."""

_LONGEST_CREDIT = 200
"""Characters."""

_CAPTION_START = expression(
    r"""
      FILE(?:\sPHOTO|\sIMAGE|\sPICTURE)?\s?[-–—:]
    | (?:Photo|Picture|Image|Illustration|Graphic|Credit)s?(?:\s(?:by|courtesy\sof|credit)|:)\s
    | (?:Map|Video|Pictured|Caption):\s
    | (?:Figure|Fig\.|FIGURE|Exhibit|Plate)\s?\d+[a-z]?(?:\.\d+)?\s?[.:–—-]\s
    | (?:Table|TABLE|Chart|Map|Box)\s\d+(?:\.\d+)?\s?[.:–—]\s
    | In\sthis\s(?:[\w.,-]+\s){0,4}(?:photo|image|picture|handout|frame|video|illustration|sketch)\b
    | (?:This|An?|These)\s(?:[\w-]+\s){0,3}(?:photos?|images?|handout|frame\sgrab|combination)\s
      (?:[\w\s]{0,30}\s)?(?:provided|released|taken|made\savailable|distributed)\b
    """,
    re.VERBOSE,
)
"""How agencies and books begin a caption."""

_PICTURE = expression(
    r"(?:(?:An?|The)\s)?(?:[\w-]+\s){0,2}?"
    r"(?:photo(?:graph)?|picture|cartoon|portrait|painting|drawing|sketch|engraving|lithograph|poster|map|illustration|"
    r"screenshot|image|still|scene|frame|view|statue|bust|diagram|infographic|depiction)\s"
    r"(?:of|from|by|in|on|originally|depicting|showing|illustrating|featuring|titled|taken|published)\b",
    re.IGNORECASE,
)
"""A block without final period that begins by naming a picture: "Cartoon depicting …", "Map of …"."""

_PLACED = expression(
    r"\((?:(?:top|bottom|front|back|far|second|third|fourth|\d(?:nd|rd|th))[\s-])?(?:from\s)?"
    r"(?:left|right|L|R|C|center|centre|top|bottom|front|foreground|background|pictured)\)|"
    r"\b(?:pictured|seen here|looks on|look on|poses? for a (?:photo|picture))\b|,\s(?:left|right|center),\s"
)
"""Where somebody stands in the picture."""

_BYLINE = expression(
    r"(?:by|author|authors|written by|reporting by|story by|words by|editing by|edited by|text by|"
    r"additional reporting by|compiled by)\b",
    re.IGNORECASE,
)
_WORD = expression(r"[^\W\d_][\w'’.&-]*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SMALL = _words(
    """
    a an and as at but by for from in into is its no nor not of off on onto or over per so the their to up upon us v via
    vs was were with yet after against amid before between during under without
    """
)
"""Words that title case leaves small."""
_SUBJECTS = _words("he she it they we i you this these those there that")
_FINITE = _words(
    """
    is are was were has have had will would can could should may might must does did said says been be am isn't wasn't
    told added noted argues argued became began came went remains remained
    """
)
"""A small-letter one of these makes a block that is not in title case a sentence."""

_STOPS = frozenset(".…;,—–-")

MOST_CAPTION_WORDS = 80
"""Words; agencies keep to 60."""
MOST_HEADING_WORDS = 16
"""Words; the longest of the headlines of NTREX's 59 news documents has 15."""


def settle(block: Block) -> Block:
    """The block as boilerplate or caption where the rules of shape say so, whatever its format; else as it is."""
    if block.role != "boilerplate" and reason(block.text):
        return replace(block, role="boilerplate")
    if block.role == "paragraph" and is_caption(block.text):
        return replace(block, role="caption")
    return block


def is_caption(text: str) -> bool:
    """Does this block describe a picture: by its credit, its opening, or by where people stand in it?

    Not in a block of more than 80 words or in a quotation; and a credit or the place of a person only
    where no period follows, brackets aside.
    """
    count = text.count(" ") + 1
    if count > MOST_CAPTION_WORDS or (count > 2 and text[0] in "\"“'‘" and text[-1] in "\"”'’"):
        return False
    tail, ended = text[-_LONGEST_CREDIT:], ends_sentence(text)
    if _CAPTION_START.match(text) or (_may_credit(tail, ended) and _CREDIT.search(tail)):
        return True
    return not ended and bool(_PICTURE.match(text) or _PLACED.search(text))


def _may_credit(tail: str, ended: bool) -> bool:
    """Nearly every sentence fails this, which saves the search: a credit is in brackets, or has no period."""
    return not ended or "(" in tail or "[" in tail or "©" in tail


def is_byline(text: str) -> bool:
    """Does this short block name its author ("By Jane Roe", "Author: Jane Roe, Correspondent")?"""
    return bool(_BYLINE.match(text)) and text.count(" ") < 12 and not ends_sentence(text)


def ends_sentence(text: str) -> bool:
    """Does it end as a sentence or a part of one does: period, comma, dash, or a quotation's own mark?"""
    bare = text.rstrip("\"'”’)]")
    return bare[-1:] in _STOPS or (bare[-1:] in "!?" and text[-1] in '"”')


def is_heading(text: str, *, opens: bool = False) -> bool:
    """Could this block, followed by text, be its heading?

    At most 16 words that do not end like a sentence; in title case or capitals, or in sentence case
    without a pronoun as subject, a finite auxiliary or a question mark.  ``opens``: it opens the
    document, where a headline may well be a sentence.  A final colon is left to introductions ("Mr. Roe said:") unless
    every word is capitalized.
    """
    if text.count(" ") > 2 * MOST_HEADING_WORDS:
        return False
    words = _WORD.findall(text)
    if not words or len(words) > MOST_HEADING_WORDS or not _may_head(text):
        return False
    content = [word for word in words if word not in _SMALL]
    capital = sum(1 for word in content if word[0].isupper())
    if text.endswith(":"):
        return capital == len(words) <= 6
    titled = capital >= 0.75 * len(content) and len(content) >= 0.4 * len(words)
    if opens or (titled and capital):
        return len(text) > 1
    sentence = words[0].lower() in _SUBJECTS or any(word in _FINITE for word in words)
    return not sentence and text[-1] not in "!?"


def _may_head(text: str) -> bool:
    """Begins as a line of its own, does not end as a sentence, holds no second one, opens no quotation."""
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "\"'“‘(¿") or ends_sentence(text) or is_byline(text):
        return False
    return "? " not in text and "! " not in text and text.count('"') % 2 == 0 and text.count("“") <= text.count("”")
