"""One thing that a file says otherwise than the glossary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["new", "changed", "conflict"]
What = Literal[
    "rendering", "admitted rendering", "rendering to avoid", "concept", "preferred form", "other form", "form to avoid",
    "kind", "definition", "note", "do not translate",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a file says otherwise than the glossary."""

    verdict: Verdict
    """*new*: the glossary says nothing; *changed*: what it says is only recognized or fuzzy; *conflict*: a person
    decided otherwise, and a person must say which side holds."""
    what: What
    key: str
    """Id of the concept; of a new one, a name that its differences share."""
    form: str
    """The English form under which people know the concept."""
    here: str
    """What the glossary says; empty for what is new."""
    there: str
    """What the file says."""
    place: str
    """Where the file says it, as ``path:line``."""
    language: str = ""
    """Of renderings, BCP 47."""
    here_place: str = ""
    """Where the rendering of the glossary stands."""
    fuzzy: bool = False
    """Of a rendering: the file does not call it approved, or gives it for another form of the concept."""
    settled: bool = True
    """False: neither side can simply be preferred: the file contradicts itself, or tells to avoid the preferred form,
    or to use one that is to be avoided."""
