"""Catalogs that are known to be whole are not read before the long work, and broken ones are told all the same."""

from __future__ import annotations

import pytest

from glossary import catalogs, gathering, pipeline, proven, settings
from glossary.catalogs import planning
from glossary.errors import CatalogError


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    text = "The Ministry of Defense of Ukraine said that the ceasefire had been broken in Vladivostok.\n"
    (tmp_path / "seeds" / "a.txt").write_text(text, encoding="utf-8")
    return settings.load(tmp_path)


def read(monkeypatch, build) -> list[str]:
    """The catalogs that ``build`` reads before it reads documents."""
    found: list[str] = []
    parse, gather = planning.parse, gathering.gathered
    with monkeypatch.context() as patched:
        patched.setattr(planning, "parse", lambda data, shown, *more: found.append(shown) or parse(data, shown, *more))
        patched.setattr(gathering, "gathered", lambda *args, **more: found.append("gather") or gather(*args, **more))
        build()
    return found[: found.index("gather")]


def test_only_catalogs_that_somebody_else_wrote_are_read_twice(project, monkeypatch):
    assert read(monkeypatch, lambda: pipeline.write(pipeline.build(project))) == []
    assert read(monkeypatch, lambda: pipeline.build(project, remember=False)) == []
    path = catalogs.catalog_path(project, "ko")
    path.write_text(path.read_text(encoding="utf-8") + "\n# a remark\n", encoding="utf-8")
    assert read(monkeypatch, lambda: pipeline.build(project, remember=False)) == ["locales/ko/LC_MESSAGES/glossary.po"]
    assert read(monkeypatch, lambda: pipeline.build(project)) == ["locales/ko/LC_MESSAGES/glossary.po"]
    assert read(monkeypatch, lambda: pipeline.build(project)) == []


@pytest.mark.parametrize("known", [True, False])
def test_a_broken_catalog_is_told_and_stays(known, project):
    pipeline.write(pipeline.build(project))
    path = catalogs.catalog_path(project, "ko")
    broken = path.read_bytes() + b"\nmsgid\n"
    path.write_bytes(broken)
    if known:
        proven.remember(project, [catalogs.lying(path, broken).digest])
    with pytest.raises(CatalogError):
        pipeline.build(project)
    assert path.read_bytes() == broken


@pytest.mark.parametrize("data", [None, b"", b"\xff\n", b"nonsense"])
def test_a_spoilt_note_is_as_if_there_were_none(data, project, monkeypatch):
    pipeline.write(pipeline.build(project))
    note = project.root / ".glossary-cache" / "catalogs"
    note.unlink()
    if data is not None:
        note.write_bytes(data)
    assert len(read(monkeypatch, lambda: pipeline.build(project, remember=False))) == 4
