"""What a transcription is: a form, the system that made it, and how far that system is to be trusted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MOST = 4
"""Renderings handed out for one name: the one to show and three more; later ones are hardly ever right."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """One way to write a name in another script, made by rule. It is no source: nobody has attested it."""

    form: str
    """In the target script."""
    confidence: float
    """0–1: the measured share of names that its system gets right at first place, halved for each rank below."""
    system: str
    """The systems it went through, as their users call them, e.g. ``Kontsevich``."""


def ranked(forms: Iterable[tuple[str, str]], accuracy: float) -> tuple[Rendering, ...]:
    """The first ``MOST`` different forms, each with its system, as renderings; ``accuracy`` is the first one's, 0–1."""
    systems: dict[str, str] = {}
    for form, system in forms:
        if form:
            systems.setdefault(form, system)
        if len(systems) == MOST:
            break
    return tuple(
        Rendering(form, round(accuracy / 2**rank, 3), system) for rank, (form, system) in enumerate(systems.items())
    )
