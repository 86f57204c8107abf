"""Regular expressions that are compiled when they are first used.

A run meets few of the some four hundred that rules, formats and languages have: compiling those of a check alone takes
longer than checking a small file.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Later:
    """Stands for a pattern, and takes over its methods once one of them is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return self.__dict__[name]


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``, but a wrong pattern raises ``re.error`` only when it is first used.

    What comes back has the methods of a pattern but is none to the functions of ``re``.
    """
    return cast("re.Pattern[str]", _Later(pattern, flags))
