"""Small projects that were built, for the tests of the review page."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from glossary.catalogs import Prefill, catalog_path, plan, write
from glossary.exchange import json_format
from glossary.model import ConceptEntry, Glossary, Suggestion
from glossary.reviewing import Desk
from glossary.settings import Settings
from tests.reports.building import concept, use

DAY = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
TEXT = """Kim Jong Un inspected a live-fire drill near Pyongyang.
Kim, the Supreme Leader, spoke of the DPRK and of drills.
"""


def concepts() -> tuple[ConceptEntry, ...]:
    """The glossary of ``TEXT``."""
    path = "seeds/a.txt"
    return (
        concept(
            "Kim Jong Un", "Kim", "Kim Jong-un", kind="person", count=4, documents=1,
            occurrences=(use("Kim Jong Un", path), use("Kim", path, 2)),
            examples=(use("Kim Jong Un", path, 1, "Kim Jong Un inspected a live-fire drill near Pyongyang."),),
            why=("names: capitalized run",),
        ),
        concept("Supreme Leader", kind="title", count=1, documents=1, occurrences=(use("Supreme Leader", path, 2),)),
        concept("DPRK", kind="place", count=2, documents=1, occurrences=(use("DPRK", path, 2),)),
        concept("Pyongyang", kind="place", count=1, documents=1, occurrences=(use("Pyongyang", path),)),
        concept("drill", "live-fire drill", count=3, documents=1, occurrences=(use("drills", path, 2),)),
    )  # fmt: skip


def build(settings: Settings, *entries: ConceptEntry) -> Glossary:
    """Write ``glossary.json`` and the catalogs, Korean with a suggestion for Pyongyang."""
    glossary = Glossary(entries or concepts(), "model 1.0", ("seeds/a.txt",))
    suggested = {"ko": {"pyongyang": (Suggestion("pyongyang", "ko", "평양", "GeoNames 1871859", 0.9),)}}
    write(plan(glossary, settings, DAY, Prefill(lambda: suggested, 0.5)))
    path = settings.root / settings.output / "glossary.json"
    path.write_bytes(json_format.dump(glossary))
    return glossary


def project(folder: Path) -> Settings:
    """A project in ``folder`` that was built; without sources of suggestions, so that nothing large is loaded."""
    (folder / "seeds").mkdir()
    (folder / "seeds" / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "glossary.toml").write_text(
        'project = "Korea desk"\nlanguages = ["ko", "uk"]\nsuggest = []\n', encoding="utf-8"
    )
    settings = Settings(root=folder, languages=("ko", "uk"), project="Korea desk", suggest=())
    build(settings)
    return settings


def desk(settings: Settings) -> Desk:
    """The desk of a project, on a day that stays."""
    return Desk(settings, lambda: NOW)


def decisions(settings: Settings) -> Path:
    """Where the decisions are."""
    return settings.root / settings.output / "decisions.toml"


def korean(settings: Settings) -> Path:
    """The Korean catalog."""
    return catalog_path(settings, "ko")
