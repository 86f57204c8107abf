"""A build that has nothing to do: told without building, and never wrongly."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from glossary import basis, hashed, kept, pipeline, settings, unchanged
from glossary.cli import cli
from glossary.reports import summary

TEXTS = {
    "a.txt": "On Monday the president of Russia, Vladimir Putin, met with Kim Jong Un and said that they had agreed.\n",
    "b.txt": "The Ministry of Defense of Ukraine said that the ceasefire had been broken.\n",
    "c.txt": "El presidente del gobierno dijo ayer que la situación de la economía era mejor que antes.\n",
}


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """A project of two English documents and one that is not, built once."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "seeds").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "seeds" / name).write_text(text, encoding="utf-8")
    run()
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    """Exit code and output of ``glossary build``."""
    done = CliRunner().invoke(cli, ["build", "--jobs", "1", *arguments], catch_exceptions=False)
    return done.exit_code, done.output


@pytest.fixture
def builds(monkeypatch) -> list[bool]:
    """One item for each build that is really made from now on."""
    made: list[bool] = []
    build = pipeline.build

    def noted(*arguments, **more):
        made.append(True)
        return build(*arguments, **more)

    monkeypatch.setattr(pipeline, "build", noted)
    return made


def contents(project: Path) -> dict[str, bytes]:
    """Every file of the project by its path."""
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in project.rglob("*") if path.is_file()}


@pytest.mark.parametrize("options", [(), ("--check",), ("--diff",), ("--verbose",), ("--quiet",)])
def test_what_is_unchanged_is_not_built_again_and_told_the_same(project, builds, options):
    before = contents(project)
    quick = run(*options)
    assert (builds, contents(project)) == ([], before)
    (project / kept.FOLDER / "build.json").unlink()
    assert run(*options) == quick
    assert builds == [True]
    assert quick[0] == 0
    assert ("Nothing changed." in quick[1]) == (options != ("--quiet",))
    assert ("seeds/c.txt:1: F101 not English" in quick[1]) == (options != ("--quiet",))


def edited(project):
    (project / "seeds" / "a.txt").write_text(
        "Vladimir Putin met Xi Jinping in Beijing and said that they had agreed.\n"
    )


def renamed(project):
    (project / "seeds" / "a.txt").rename(project / "seeds" / "aa.txt")


def added(project):
    (project / "seeds" / "d.txt").write_text("The European Union said that it had agreed with the United Nations.\n")


def removed(project):
    (project / "seeds" / "c.txt").unlink()


def decided(project):
    (project / "locales" / "decisions.toml").write_text('reject = ["ceasefire"]\n')


def configured(project):
    (project / "glossary.toml").write_text("max-references = 1\n")


def translated(project):
    path = project / "locales" / "uk" / "LC_MESSAGES" / "glossary.po"
    text = path.read_text(encoding="utf-8")
    assert "#, fuzzy\n" in text
    path.write_text(text.replace("#, fuzzy\n", "", 1), encoding="utf-8")


def another_catalog(project):
    (project / "locales" / "uk" / "LC_MESSAGES" / "a.po").write_text('msgid ""\nmsgstr ""\n"Language: uk\\n"\n')


def lost(project):
    (project / "locales" / "glossary.json").unlink()


def dated(project):
    os.environ["SOURCE_DATE_EPOCH"] = "1700000000"  # the fixture takes it back


CHANGES = (edited, renamed, added, removed, decided, configured, translated, another_catalog, lost, dated)


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_a_build_reads_makes_it_build(change, project, builds, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    change(project)
    run()
    assert builds == [True]


@pytest.mark.parametrize("part", ["code", "libraries", "model"])
def test_another_program_builds_again(part, project, builds, monkeypatch):
    changes = {
        "code": (basis, "code_of", lambda parts: "another"),
        "libraries": (basis, "installed", lambda package: f"{package} 99"),
        "model": (basis.analysis, "meta", lambda model: {"version": "99"}),
    }
    monkeypatch.setattr(*changes[part])
    run()
    assert builds == [True]


@pytest.mark.parametrize("options", [("seeds/a.txt",), ("--no-suggest",)])
def test_another_build_is_not_the_same(options, project, builds):
    run(*options)
    assert builds == [True]


@pytest.mark.parametrize("broken", [b"", b"{}", b"\xff", b"[]", b'{"seen": 1, "summary": "{}"}', b"null"])
def test_a_broken_memory_is_as_if_there_were_none(broken, project, builds):
    (project / kept.FOLDER / "build.json").write_bytes(broken)
    run()
    run()
    assert builds == [True]


def test_a_letter_that_is_another_is_noticed(project, builds):
    file = project / kept.FOLDER / "build.json"
    told = run()
    file.write_bytes(file.read_bytes().replace(b"Kim Jong Un", b"Kim Jong Uo"))
    assert run() == run() == told
    assert builds == [True]


def test_a_translation_that_comes_back_may_have_consequences(project, builds):
    edited(project)
    run()
    translated_catalog = project / "locales" / "uk" / "LC_MESSAGES" / "glossary.po"
    text = translated_catalog.read_text(encoding="utf-8").replace("#, fuzzy\n", "")
    translated_catalog.write_text(text, encoding="utf-8")
    (project / "seeds" / "a.txt").write_text("The weather was fine and they had agreed about it.\n")
    run()  # approved translations become obsolete
    (project / "seeds" / "a.txt").write_text(TEXTS["a.txt"])
    run()  # and come back
    before = len(builds)
    run()
    assert len(builds) == before + 1
    run()
    assert len(builds) == before + 1


def test_a_file_saved_while_the_build_runs_is_seen(project, builds, monkeypatch):
    edited(project)
    write = pipeline.write

    def meanwhile(result):
        write(result)
        translated(project)

    monkeypatch.setattr(pipeline, "write", meanwhile)
    run()
    run()
    assert builds == [True, True]


def test_nothing_is_kept_where_nothing_may_be_written(project, builds, monkeypatch):
    (project / kept.FOLDER / "build.json").unlink()
    monkeypatch.setattr(kept, "begin", lambda folder: (_ for _ in ()).throw(PermissionError()))
    assert run()[0] == 0
    assert not (project / kept.FOLDER / "build.json").exists()


def test_a_summary_is_what_was_kept(project):
    known = summary.summarize(pipeline.build(settings.load(project), jobs=1))
    assert summary.load(summary.dump(known)) == known
    told = replace(known, changes=(("new", ("Kim Jong Un", "“x”")),), changed=("locales/glossary.pot",))
    assert summary.load(summary.dump(told)) == told


def test_what_cannot_be_read_is_left_to_the_build(project, monkeypatch):
    seen = unchanged.look(settings.load(project), ())
    (project / "locales" / "uk" / "LC_MESSAGES" / "glossary.po").unlink()
    (project / "locales" / "uk" / "LC_MESSAGES" / "glossary.po").mkdir()
    now = unchanged.look(settings.load(project), ())
    assert {name for name, hashed in seen.hashes.items() if hashed != now.hashes[name]} == {
        str(project / "locales" / "uk" / "LC_MESSAGES" / "glossary.po")
    }
    assert unchanged.recall(settings.load(project), now) is None


def hashes_file(project: Path) -> Path:
    return project / kept.FOLDER / "hashes"


@pytest.fixture
def files_read(monkeypatch) -> list[str]:
    """The files whose bytes are read for their hashes in the next runs, each of which knows only what it is told."""
    found: list[str] = []
    monkeypatch.setattr(unchanged, "WORTH", 0)
    monkeypatch.setattr(hashed, "OLD", -(10**15))  # files may be as young as they are
    read = hashed.hash_of_open

    def noted(file, name):
        found.append(Path(name).name)
        return read(file, name)

    monkeypatch.setattr(hashed, "hash_of_open", noted)
    return found


def fresh_run(files_read: list[str], *arguments: str) -> list[str]:
    """The documents that a run of its own reads for their hashes."""
    files_read.clear()
    assert run(*arguments)[0] == 0
    return sorted(name for name in files_read if name.endswith(".txt"))


def test_hashes_of_files_are_known_to_the_next_run(project, files_read):
    assert fresh_run(files_read) == ["a.txt", "b.txt", "c.txt"]
    assert fresh_run(files_read) == []
    replaced(project)
    assert fresh_run(files_read) == ["a.txt"]
    assert "Beijing" in (project / "locales" / "glossary.json").read_text(encoding="utf-8")


def replaced(project: Path) -> None:
    """Another file of the same name, size and time of change."""
    path = project / "seeds" / "a.txt"
    size, times = path.stat().st_size, path.stat()
    other = path.with_name("other")
    other.write_text("Vladimir Putin met Xi Jinping in Beijing and said so.".ljust(size - 1) + "\n", encoding="utf-8")
    os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
    other.replace(path)
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (size, times.st_mtime_ns)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\0",
        b"[]",
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: data[: len(data) // 2],
    ],
)
def test_a_broken_file_of_hashes_does_no_harm(damage, project, files_read):
    fresh_run(files_read)
    whole = hashes_file(project).read_bytes()
    hashes_file(project).write_bytes(damage if isinstance(damage, bytes) else damage(whole))
    assert fresh_run(files_read) == ["a.txt", "b.txt", "c.txt"]
    assert hashes_file(project).read_bytes() == whole


def test_hashes_are_kept_where_it_is_worth_it_by_who_writes(project, files_read, monkeypatch):
    fresh_run(files_read, "--check")
    assert not hashes_file(project).exists()
    monkeypatch.setattr(unchanged, "WORTH", 10**9)
    fresh_run(files_read)
    assert not hashes_file(project).exists()
