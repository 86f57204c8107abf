"""Which files are read, under which names, and every refusal."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.documents import READERS, find, read
from glossary.documents.files import relative
from glossary.errors import DocumentError
from glossary.model import Document, Location, Segment
from glossary.settings import Settings

TREE = (
    "seeds/b.md",
    "seeds/a.txt",
    "seeds/A.TXT",
    "seeds/notes.rtf",
    "seeds/.hidden.txt",
    "seeds/.git/c.txt",
    "seeds/drafts/d.html",
    "seeds/drafts/old/e.txt",
    "seeds/deep/f.tmp.txt",
    "locales/g.txt",
    "other/h.text",
)


@pytest.fixture
def project(tmp_path):
    for name in TREE:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The envoys met.\n", encoding="utf-8")
    return Settings(root=tmp_path)


def names(settings, *paths):
    found = find([settings.root / path for path in paths], settings)
    return [path.relative_to(settings.root).as_posix() for path in found]


SEEDS = [
    "seeds/A.TXT",
    "seeds/a.txt",
    "seeds/b.md",
    "seeds/deep/f.tmp.txt",
    "seeds/drafts/d.html",
    "seeds/drafts/old/e.txt",
]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["seeds"], SEEDS),
        (["."], ["other/h.text", *SEEDS]),
        (["other", "seeds/b.md", "other/h.text", "seeds/../other"], ["other/h.text", "seeds/b.md"]),
        (["seeds/.hidden.txt"], ["seeds/.hidden.txt"]),  # whoever names it means it
        (["locales/g.txt"], ["locales/g.txt"]),
        ([], []),
    ],
)
def test_find(project, paths, expected):
    assert [path.replace("seeds/../", "") for path in names(project, *paths)] == expected


@pytest.mark.parametrize(
    ("pattern", "left_out"),
    [
        ("*.tmp.txt", {"seeds/deep/f.tmp.txt"}),
        ("seeds/drafts/**", {"seeds/drafts/d.html", "seeds/drafts/old/e.txt"}),
        ("drafts", {"seeds/drafts/d.html", "seeds/drafts/old/e.txt"}),
        ("drafts/", {"seeds/drafts/d.html", "seeds/drafts/old/e.txt"}),
        ("seeds/*.txt", {"seeds/a.txt"}),
        ("**/old/*.txt", {"seeds/drafts/old/e.txt"}),
        ("./seeds/[ab].*", {"seeds/a.txt", "seeds/b.md"}),
        ("drafts/*.html", set()),
        ("[", set()),
    ],
)
def test_exclude(project, pattern, left_out):
    settings = replace(project, exclude=(pattern,))
    assert names(settings, "seeds") == [name for name in SEEDS if name not in left_out]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_is_no_document(project):
    os.mkfifo(project.root / "seeds" / "pipe.txt")
    assert names(project, "seeds") == SEEDS
    with pytest.raises(DocumentError, match=r"^seeds/pipe\.txt: a pipe or a device, and no file; save it as a file$"):
        names(project, "seeds/pipe.txt")


def test_links_are_followed_once_and_the_real_name_wins(project):
    seeds = project.root / "seeds"
    (seeds / "loop").symlink_to(seeds)
    (seeds / "0-link.txt").symlink_to(seeds / "a.txt")
    (seeds / "linked").symlink_to(project.root / "other")
    assert names(project, "seeds") == [*SEEDS, "seeds/linked/h.text"]
    assert names(project, "seeds/0-link.txt") == ["seeds/0-link.txt"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("none.txt", "none.txt: no such file or folder; check the path"),
        ("seeds/notes.rtf", "seeds/notes.rtf: unknown suffix '.rtf'; known are " + ", ".join(READERS)),
        ("empty", "empty: no readable file in this folder; known suffixes are " + ", ".join(READERS)),
    ],
)
def test_what_cannot_be_read_is_refused(project, path, message):
    (project.root / "empty").mkdir()
    with pytest.raises(DocumentError) as caught:
        names(project, path)
    assert str(caught.value) == message


def test_excluding_everything_is_refused(project):
    with pytest.raises(DocumentError, match="every file is left out by the setting exclude"):
        names(replace(project, exclude=("*",)), "seeds")


def test_unreadable_file_and_folder(project, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:  # not chmod: root reads everything
        patch.setattr(Path, "open", refuse)
        with pytest.raises(DocumentError, match=r"^seeds/a.txt: cannot be read: Permission denied; check that"):
            read(project.root / "seeds" / "a.txt", project.root, 100)
    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(DocumentError, match="cannot be read: Permission denied"):
        names(project, "seeds")


def test_read(project):
    path = project.root / "seeds" / "a.txt"
    path.write_text("\n\nHeadline of the Day\n\nThe envoys of both states\nmet.\n", encoding="utf-8")
    assert read(path, project.root, 100) == Document(
        "seeds/a.txt",
        "Headline of the Day",
        (
            Segment("Headline of the Day", Location("seeds/a.txt", 3), "heading"),
            Segment("The envoys of both states met.", Location("seeds/a.txt", 5), "paragraph", (26,)),
        ),
    )


def test_every_segment_is_short_enough_and_on_its_line(project):
    path = project.root / "seeds" / "a.txt"
    path.write_text("One.\n\n" + "The envoys met in Halden. " * 4_000 + "\n\nEnd.", encoding="utf-8")
    document = read(path, project.root, 10**6)
    assert [segment.location.line for segment in document.segments] == [1, 3, 3, 3, 3, 3, 3, 5]
    assert all(len(segment.text) <= 20_000 for segment in document.segments)
    assert {segment.text[-7:] for segment in document.segments[1:-1]} == {"Halden."}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", " \n\t\n", "a.txt: no text in it; fill it or leave it out (setting exclude)"),
        ("a.html", "<script>a</script>", "a.html: no text in it; fill it or leave it out (setting exclude)"),
        ("a.rtf", "text", "a.rtf: unknown suffix '.rtf'; known are " + ", ".join(READERS)),
    ],
)
def test_what_holds_no_text_is_refused(tmp_path, name, content, message):
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        read(tmp_path / name, tmp_path, 100)
    assert str(caught.value) == message


def test_names_are_relative_with_slashes(tmp_path, monkeypatch):
    assert relative(tmp_path / "a" / "b.txt", tmp_path) == "a/b.txt"
    assert relative(tmp_path / "a" / ".." / "b.txt", tmp_path) == "b.txt"
    assert relative(tmp_path / "b.txt", tmp_path / "a") == (tmp_path / "b.txt").as_posix()
    monkeypatch.chdir(tmp_path)
    assert relative(Path("b.txt"), Path()) == "b.txt"
    link = tmp_path / "link"
    (tmp_path / "a").mkdir()
    link.symlink_to(tmp_path / "a")
    assert relative(link / "b.txt", tmp_path / "a") == "b.txt"
    assert relative(Path(os.fsdecode(b"caf\xe9.txt")), Path()) == "caf\ufffd.txt"
