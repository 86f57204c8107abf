"""Claimed qualities have floors: below them a change is no improvement, whatever it was meant for."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from glossary import pipeline
from glossary.exchange import json_format
from glossary.settings import Settings
from tests.quality.score_glossary import read_gold, score

HERE = Path(__file__).parent


def test_recognition(tmp_path: Path) -> None:
    """An article of our own, read by nobody while the rules were written."""
    (tmp_path / "seeds").mkdir()
    shutil.copy(HERE / "article.txt", tmp_path / "seeds")
    built = pipeline.build(Settings(root=tmp_path))
    result = score(json.loads(json_format.dump(built.glossary))["concepts"], read_gold(HERE / "article.tsv"))
    assert result.recall >= 0.9, result.missed
    assert result.kind >= 0.9, result
    assert result.precision >= 0.85, result.extra
    assert result.bad == ()
