"""What can go wrong outside this program: bad input, bad usage.  Shown as one line, exit code 2.

A slip of an author or translator is a ``Finding``, not an error; a bug of ours is left to raise.
"""

from __future__ import annotations

from collections.abc import Iterable


class GlossaryError(Exception):
    """Bad input or usage: what is wrong, where, and what to do next, in one line."""

    def __init__(self, message: str, *, path: str = "", line: int = 0, hint: str = "") -> None:
        """``message`` without final period; ``line`` is 1-based, 0 when unknown; ``hint``: the next step."""
        super().__init__(message)
        self.message, self.path, self.line, self.hint = message, path, line, hint

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}: " if self.line else f"{self.path}: " if self.path else ""
        text = f"{place}{self.message}" + (f"; {self.hint}" if self.hint else "")
        return printable(" ".join(text.split()))


def printable(text: str) -> str:
    """``text`` without what would steer a terminal or could not be shown: such characters become U+FFFD."""
    return text if text.isprintable() else "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


class SettingsError(GlossaryError):
    """A settings file or ``decisions.toml`` that cannot be understood."""


class DocumentError(GlossaryError):
    """A source document that cannot be read."""


class ModelError(GlossaryError):
    """The spaCy model is missing or unusable."""


class CatalogError(GlossaryError):
    """A catalog that cannot be read whole; it is never overwritten."""


class GlossaryErrors(GlossaryError):  # noqa: N818  (several errors, not one)
    """Several errors of one run, each to be shown on its own line."""

    def __init__(self, errors: Iterable[GlossaryError]) -> None:
        self.errors = tuple(errors)
        super().__init__(f"{len(self.errors)} errors")

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)
