"""Write XML by hand: elements on lines of their own, text cleaned and escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from glossary.exchange.text import clean


def element(name: str, text: str, **attributes: str) -> str:
    """An element with text.  In names of attributes ``__`` stands for the colon: ``xml__lang="ko"``."""
    from xml.sax.saxutils import escape  # noqa: PLC0415  (loads urllib and http, which a check need not wait for)

    return f"{opening(name, **attributes)}{escape(clean(text))}</{name}>"


def opening(name: str, **attributes: str) -> str:
    """A start tag."""
    from xml.sax.saxutils import quoteattr  # noqa: PLC0415

    pairs = "".join(f" {key.replace('__', ':')}={quoteattr(clean(value))}" for key, value in attributes.items())
    return f"<{name}{pairs}>"


def nested(name: str, inside: Iterable[str], **attributes: str) -> Iterator[str]:
    """The lines of an element with others inside, these indented by two spaces."""
    yield opening(name, **attributes)
    yield from (f"  {line}" for line in inside)
    yield f"</{name}>"


def document(lines: Iterable[str]) -> bytes:
    """The file: UTF-8 with an XML declaration."""
    return "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', *lines, "")).encode()
