"""Score a glossary against a list of what it should hold.

    python tests/quality/score_glossary.py GLOSSARY.json GOLD.tsv

``GLOSSARY.json`` is what ``glossary export json`` writes.  ``GOLD.tsv`` has the columns tier (must, ok, bad), kind or
category, preferred and variants (``|`` between); lines that begin with # are comments.  A concept of the list counts
as found when any form of a listed concept equals one of its forms, ignoring case, number, hyphens and articles.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from glossary.languages.english import fold

ALIKE = {
    "organization": {"abbreviation"}, "abbreviation": {"organization", "document", "term"}, "event": {"term"},
    "document": {"term"}, "term": {"event", "document", "abbreviation"},
}  # fmt: skip
"""Kind in the list → further kinds under which it may be listed."""


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1, and what they leave out."""

    recall: float
    """Of the concepts that a translator needs, those that are listed."""
    kind: float
    """Of these, those of the right kind."""
    precision: float
    """Of all listed concepts, those that the list names."""
    bad: tuple[str, ...]
    """Listed concepts that the list calls errors."""
    missed: tuple[str, ...]
    extra: tuple[str, ...]


def read_gold(path: Path) -> list[dict[str, str]]:
    """The rows of a list."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and line[0] != "#"]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=False)) for line in lines[1:]]


def score(concepts: Iterable[Mapping[str, object]], gold: Iterable[Mapping[str, str]]) -> Score:
    """``concepts`` as in ``glossary export json``; ``gold`` as from ``read_gold``."""
    listed = [(str(c["preferred"]), str(c["kind"]), {fold(t["form"]) for t in c["terms"]}) for c in concepts]  # type: ignore[attr-defined]
    tiers: dict[str, list[tuple[str, str, set[str]]]] = {"must": [], "ok": [], "bad": []}
    for row in gold:
        forms = {fold(form) for form in (row["preferred"], *(row.get("variants") or "").split("|")) if form}
        tiers[row["tier"]].append((row["preferred"], row.get("kind") or row["category"], forms))
    fair = set().union(*(forms for tier in ("must", "ok") for _, _, forms in tiers[tier]))
    errors = set().union(*(forms for _, _, forms in tiers["bad"]))
    hits = {name: [kind for _, kind, own in listed if own & forms] for name, _, forms in tiers["must"]}
    right = [name for name, kind, _ in tiers["must"] if {kind, *ALIKE.get(kind, ())} & set(hits[name])]
    found = [name for name in hits if hits[name]]
    good = [name for name, _, own in listed if own & fair]
    return Score(
        recall=len(found) / len(tiers["must"]),
        kind=len(right) / len(found),
        precision=len(good) / len(listed),
        bad=tuple(name for name, _, _ in listed if fold(name) in errors),
        missed=tuple(name for name in hits if not hits[name]),
        extra=tuple(name for name, _, own in listed if not own & fair),
    )


def main() -> None:
    """Print the score of a glossary."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("glossary", type=Path)
    parser.add_argument("gold", type=Path)
    options = parser.parse_args()
    result = score(json.loads(options.glossary.read_text(encoding="utf-8"))["concepts"], read_gold(options.gold))
    print(f"recall {result.recall:.3f}  kind {result.kind:.3f}  precision {result.precision:.3f}")
    for name in ("missed", "extra", "bad"):
        print(f"{name}: {'; '.join(getattr(result, name))}")


if __name__ == "__main__":
    main()
