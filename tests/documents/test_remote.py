"""Documents at URLs: read as files are, named by their URL, and told in one line when they cannot be."""

from __future__ import annotations

import errno
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from glossary import dates, documents, pipeline, settings
from glossary.documents import remote
from glossary.errors import DocumentError, GlossaryError

fsspec = pytest.importorskip("fsspec", reason="the extra dask is not installed: pip install '.[dask]'")

PAGE = (
    b"<html><head><title>Talks</title></head><body><article><h1>Talks in Vladivostok</h1>"
    b"<p>President Vladimir Putin "
    b"met Kim Jong Un in Vladivostok, and said that they had agreed on a ceasefire.</p></article></body></html>"
)
TEXT = b"The Ministry of Defense of Ukraine said that the ceasefire had been broken in the night.\n"
PAGES = {
    "/talks.html": ("text/html", PAGE),
    "/news/4711?id=7": ("text/html; charset=utf-8", PAGE),
    "/plain.txt": ("text/plain", TEXT),
    "/empty.txt": ("text/plain", b""),
    "/picture": ("image/png", b"\x89PNG"),
}


class Pages(BaseHTTPRequestHandler):
    """A site of these pages, which notes what it is asked for."""

    asked: ClassVar[list[str]] = []

    def answer(self, *, body: bool) -> None:
        self.asked.append(f"{self.command} {self.path}")
        if self.path == "/late.txt":
            time.sleep(1)
        media, data = PAGES.get(self.path, ("", b""))
        self.send_response(200 if media else 403 if self.path == "/closed.txt" else 404)
        self.send_header("Content-Type", media or "text/plain")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Last-Modified", "Tue, 14 Nov 2023 22:13:20 GMT")
        self.end_headers()
        if body:
            self.wfile.write(data)

    def do_HEAD(self) -> None:
        self.answer(body=False)

    def do_GET(self) -> None:
        self.answer(body=True)

    def log_message(self, *_) -> None:
        """In silence."""


@pytest.fixture
def site():
    """Its address."""
    pytest.importorskip("aiohttp")
    Pages.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def store():
    """A store in memory with a folder of articles."""
    system = fsspec.filesystem("memory")
    for name, data in {
        "a.txt": TEXT, "sub/b.html": PAGE, "sub/.hidden.txt": TEXT, "sub/picture.png": b"\x89PNG", "drafts/c.txt": TEXT,
    }.items():  # fmt: skip
        system.pipe(f"/articles/{name}", data)
    yield "memory://articles"
    system.rm("/articles", recursive=True)


def names(*urls: str, **options) -> list[str]:
    """The documents that URLs name."""
    project = settings.Settings(**options)
    return [documents.relative(path, project.root) for path in documents.sources(urls, project)]


FOLDERS = {
    "a folder": (("",), ["a.txt", "drafts/c.txt", "sub/b.html"]),
    "a folder with a slash": (("/sub/",), ["sub/b.html"]),
    "a document": (("/a.txt",), ["a.txt"]),
    "a pattern": (("/*/*.html",), ["sub/b.html"]),
    "any depth": (("/**",), ["a.txt", "drafts/c.txt", "sub/b.html"]),
    "one twice": (("/sub", "/sub/b.html"), ["sub/b.html"]),
}


@pytest.mark.parametrize(("paths", "expected"), FOLDERS.values(), ids=FOLDERS)
def test_what_urls_name(paths, expected, store):
    assert names(*(store + path for path in paths)) == [f"{store}/{name}" for name in expected]


def test_what_is_excluded(store):
    for pattern in ("drafts", "**/drafts/**", "memory://articles/drafts/**"):
        assert names(store, exclude=(pattern,)) == [f"{store}/a.txt", f"{store}/sub/b.html"]
    with pytest.raises(DocumentError, match=r"^every URL is left out by the setting exclude"):
        names(f"{store}/a.txt", exclude=("a.txt",))


def test_a_page_is_read_as_a_file_is(site, tmp_path):
    (tmp_path / "talks.html").write_bytes(PAGE)
    expected = documents.read(tmp_path / "talks.html", tmp_path, 10_000)
    for url in (f"{site}/talks.html", f"{site}/news/4711?id=7"):
        (file,) = documents.sources([url], settings.Settings())
        found = documents.read(file, tmp_path, 10_000)
        assert (found.path, found.title) == (url, expected.title)
        assert [segment.text for segment in found.segments] == [segment.text for segment in expected.segments]
        assert {segment.location.path for segment in found.segments} == {url}
        assert file.stat() == (len(PAGE), 1_700_000_000.0)
        assert dates.sources_date([file], tmp_path) == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


def test_a_build_names_urls_and_reads_each_once(site, store, tmp_path, run, snapshot):
    arguments = ["build", f"{site}/talks.html", f"{store}/a.txt", "-j", "1"]
    assert run(tmp_path, *arguments).code == 0
    template = (tmp_path / "locales" / "glossary.pot").read_text(encoding="utf-8")
    assert f"{site}/talks.html:1" in template
    assert "memory://articles/a.txt:1" in template
    assert [line for line in Pages.asked if line.startswith("GET")] == ["GET /talks.html"]
    before = snapshot(tmp_path)
    assert run(tmp_path, *arguments, "--check").code == 0
    assert snapshot(tmp_path) == before


def test_a_copy_for_which_there_is_no_room_is_none(store, tmp_path, monkeypatch):
    def full(path: Path, data: bytes) -> None:
        with path.open("wb") as file:
            file.write(data[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(Path, "write_bytes", full)
    with documents.held(documents.sources([f"{store}/a.txt"], settings.Settings())) as (file,):
        assert [file.read_bytes(), file.read_bytes()] == [TEXT, TEXT]
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_for_copies_documents_are_read_each_time(store, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with documents.held(documents.sources([f"{store}/a.txt"], settings.Settings())) as (file,):
        assert (file.copies, file.read_bytes()) == ("", TEXT)


def test_files_need_no_copies(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_bytes(TEXT)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with documents.held([tmp_path / "a.txt"]) as files:
        assert files == [tmp_path / "a.txt"] == list(tmp_path.iterdir())


def test_settings_may_name_urls(store, tmp_path, run):
    (tmp_path / "glossary.toml").write_text(f'sources = ["{store}"]\n', encoding="utf-8")
    assert run(tmp_path, "build", "-q").code == 0
    assert len(pipeline.reread(settings.load(tmp_path)).sources) == 3
    ran = run(tmp_path, "prepare")
    assert ran.code == 2
    assert (
        ran.err
        == "glossary: error: memory:/articles: a URL, and those only glossary build reads; name files and folders\n"
    )


ERRORS = {
    "/gone.txt": "cannot be read: 404 Not Found; check the URL, and that you may read it",
    "/closed.txt": "cannot be read: 403 Forbidden; check the URL, and that you may read it",
    "/late.txt": "cannot be read: no answer in time; check the URL, and that you may read it",
    "/empty.txt": "empty file; fill it or leave it out (setting exclude)",
    "/picture": "no known suffix, and said to be image/png; known are " + ", ".join(documents.READERS),
    "/none*.txt": "no readable document has such a URL; known suffixes are " + ", ".join(documents.READERS),
}


@pytest.mark.parametrize("path", ERRORS)
def test_what_cannot_be_read_is_told_in_one_line(path, site, tmp_path, run, monkeypatch):
    monkeypatch.setattr(remote, "TIMEOUT", 0.3)
    ran = run(tmp_path, "build", f"{site}{path}")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"glossary: error: {site}{path}: {ERRORS[path]}\n"
    assert list(tmp_path.iterdir()) == []


def test_a_document_that_is_too_large(site, tmp_path):
    (file,) = documents.sources([f"{site}/talks.html"], settings.Settings())
    for known in (file, remote.replace(file, size=0)):
        with pytest.raises(DocumentError, match=rf"/talks.html: too large: {len(PAGE)} bytes, at most 100 are read"):
            documents.read(known, tmp_path, 100)


UNKNOWN = {
    "nowhere://x/a.txt": "nothing is known of nowhere://: Protocol not known: nowhere; give a path, or a URL such as",
    "http://127.0.0.1:1/a.txt": "cannot be read: ",
    "ftp://127.0.0.1:1/a.txt": "cannot be read: ",
    "memory://none/a.txt": "cannot be read: there is nothing of that name; check the URL, and that you may read it",
}


@pytest.mark.parametrize("url", UNKNOWN)
def test_urls_of_nothing(url):
    with pytest.raises(DocumentError) as caught:
        names(url)
    assert str(caught.value).startswith(f"{url}: {UNKNOWN[url]}")


def test_a_driver_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(DocumentError) as caught:
        names("s3://bucket/a.txt")
    told = "s3://bucket/a.txt: the driver for s3:// is not installed: Install s3fs to access S3; install it with pip"
    assert str(caught.value) == told


def test_the_extra_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(GlossaryError) as caught:
        names("https://example.org/a.html")
    told = "https://example.org/a.html: URLs are read with fsspec; run: pip install 'glossary[dask]'"
    assert str(caught.value) == told


SHOWN = {
    "https://user:secret@example.org/a b.html": "https://example.org/a%20b.html",
    "https://example.org/@user/a.html": "https://example.org/@user/a.html",
    "s3://bucket/a\x1b.txt": "s3://bucket/a\N{REPLACEMENT CHARACTER}.txt",
}


@pytest.mark.parametrize("url", SHOWN)
def test_no_password_and_no_space_is_shown(url):
    assert remote.Remote(url, ".html").shown == SHOWN[url]


WHEN = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
DATES = [
    (1.5, 1.5), (WHEN, 1_700_000_000), (WHEN.replace(tzinfo=None), 1_700_000_000), ("yesterday", 0),
    ("2023-11-14T22:13:20Z", 1_700_000_000), ("Tue, 14 Nov 2023 22:13:20 GMT", 1_700_000_000),
]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), DATES)
def test_dates_as_stores_tell_them(told, expected):
    assert remote._time(told) == expected


def test_a_path_is_no_url():
    assert not any(map(remote.is_url, ("a.txt", "C:\\a.txt", "c://a", Path("https://x"), "a/b://c")))
    assert all(map(remote.is_url, ("https://x", "S3://b", "git+ssh://x")))
