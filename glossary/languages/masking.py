"""What in a text is not language: code, addresses, placeholders and markup, blanked out before terms are looked for.

Every pattern is linear: no nested repetition, and bounded where an end may never come.
"""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.expressions import expression

BLANK = "\x00"
"""Stands for each character left out, so that offsets stay and no term reaches across."""

_SHOWN_ROLES = "term|ref|doc|dfn|abbr|any|guilabel|menuselection|emphasis|strong|sup|sub|title"
"""reST roles whose text is language, as in :term:`interpreter`; their targets and labels are not."""
PERCENTS = r"""
      %\([\w.]{1,80}\)[-#0+\ ]{0,5}\d{0,4}(?:\.\d{1,4})?[a-zA-Z]          # printf, Python
    | %(?:\d{1,3}\$)?[-#0+']{0,5}(?:\d{1,4}|\*)?(?:\.(?:\d{1,4}|\*))?(?:hh?|ll?|[Lqjzt])?[diouxXeEfFgGaAcspn@](?![a-z])
    | %[A-Za-z_][A-Za-z0-9_.]{0,80}%                                                       # Twig, Windows
    """
PERCENT = expression(PERCENTS, re.VERBOSE)
_MASKS = expression(
    r"""
    (?!(?<=[A-Za-z0-9])[A-Za-z0-9])(?:                                    # nothing starts inside a word
      ^\ *(?:>>>|\.\.\.)\ [^\n]*                                         # a line of a Python session
    | ``[^`]{1,2000}``                                                    # reST literal, Markdown code
    | :(?:SHOWN):`(?P<title>[^`<]{1,500})(?=`|<)(?:<[^`>]{0,500}>)?`      # reST role whose text is read
    | :(?:[a-z][\w+.-]{0,40}:){0,2}[a-z][\w+.-]{0,40}:`[^`]{1,1000}`      # any other reST role
    | `(?P<link>[^`<]{1,500})<[^`>]{1,1000}>`__?                          # reST link: text stays, target goes
    | `[^`\n]{1,500}`(?!_)                                                # code span
    | \]\([^()\s]{1,2000}(?:\ "[^"\n]{0,200}")?\)                         # Markdown target
    | ^\ {0,3}\[[^\]\n]{1,200}\]:\ *\S{1,2000}                            # Markdown reference
    | \.\.\ [\w:-]{1,60}::                                                # reST directive
    | \|[\w.-]{1,60}\|                                                    # reST substitution
    | \[(?:\#?[\w-]{1,40}|\*)\]_                                          # reST footnote
    | (?<![A-Za-z0-9])[a-zA-Z][a-zA-Z0-9+.-]{1,15}://[^\s<>"'`]{1,2000}   # URL
    | (?<![A-Za-z0-9])www\.[^\s<>"'`]{1,2000}
    | (?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){1,8}  # e-mail
    | </?[a-zA-Z][^<>]{0,1000}>                                           # HTML tag with its attributes
    | <!--[^<]{0,1000}?-->
    | &(?:[a-zA-Z]{2,10}|\#\d{1,7}|\#x[0-9a-fA-F]{1,6});                  # character reference
    | PERCENTS
    | \$?\{\{?[^{}\n]{0,200}\}?\}                                         # brace format, template
    | (?<![A-Za-z0-9_-])--?[a-zA-Z][A-Za-z0-9_-]{0,60}(?==)               # option of a command
    | (?<![A-Za-z0-9_])[A-Za-z0-9_]{1,60}\(\)                             # call()
    )""".replace("SHOWN", _SHOWN_ROLES).replace("PERCENTS", PERCENTS),
    re.VERBOSE | re.MULTILINE,
)


_SIGN = expression(
    r"[`<%{@|&=\](:w>.](?:(?<=[`<%{@|&=])|(?<=\])[(:_]|(?<=\()\)|(?<=:)//|(?<=w)ww\.|(?<=>)>> |(?<=\.)\. )"
)
"""One of these is in every text that has something to mask, most have none: ``]( ]: ]_ () :// www. >>> ..`` or one of
the first eight characters."""
_BUT_PERCENT = expression(_SIGN.pattern.replace("%", ""))


def _blank(match: re.Match[str]) -> str:
    for kept in ("title", "link"):
        if match[kept]:
            start, end = (place - match.start() for place in match.span(kept))
            return BLANK * start + match[kept] + BLANK * (len(match[0]) - end)
    return BLANK * len(match[0])


@lru_cache(maxsize=256)
def mask(text: str) -> str:
    """The text, as long as before, with code, addresses, placeholders and markup blanked out.

    >>> mask("Use %(name)s in <b>cities</b>").replace(BLANK, "·")
    'Use ········ in ···cities····'
    """
    if not _SIGN.search(text):
        return text
    if not _BUT_PERCENT.search(text):  # most of them, and in a tenth of the time
        return PERCENT.sub(lambda match: BLANK * len(match[0]), text)
    return _MASKS.sub(_blank, text)
