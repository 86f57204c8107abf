"""Documents at URLs (``https://…``, ``s3://…``, ``gs://…``, ``memory://…``), through fsspec, the extra ``dask``.

A URL is one document, a folder (with all that is readable in it) or, with ``*``, a pattern; pages of the web are always
documents, because their folders cannot be told from pages.  What a document is, its suffix tells, else what the server
says of it.  Each kind of store needs its driver: that of the web comes with the extra; s3fs, gcsfs and others are
packages of their own, which read where and as whom from the environment.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from glossary.documents.files import is_excluded
from glossary.errors import DocumentError, GlossaryError, printable
from glossary.expressions import expression
from glossary.settings import Settings

TIMEOUT = 60
"""Seconds that a document of the web may take; other stores have limits of their own."""
WEB = ("http", "https")
SUFFIXES: Mapping[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
}
"""Media type (RFC 6838) → suffix of the reader, for documents whose URL has none that is known."""
_URL = expression(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_DATED = ("LastModified", "updated", "mtime", "created", "Last-Modified")
"""Names under which drivers tell when a document was last modified: s3fs, gcsfs, local files, memory, the web."""


class Status(NamedTuple):
    """What ``os.stat_result`` tells of a file, as far as it is asked for here."""

    st_size: int
    st_mtime: float


@dataclass(frozen=True, slots=True)
class Remote:
    """A document at a URL; as much like a ``Path`` as builds need."""

    url: str
    suffix: str
    """Of the reader, small."""
    size: int = 0
    """Bytes; 0 where the store does not say."""
    modified: float = 0.0
    """POSIX time; 0 where the store does not say."""
    copies: str = ""
    """A folder in which what was read once is kept, so that a build reads it once; empty: it is read each time."""

    @property
    def shown(self) -> str:
        """The URL for people and for references: without password and in one word."""
        return printable(re.sub(r"(?<=://)[^/@]*@", "", self.url)).replace(" ", "%20")

    @property
    def stem(self) -> str:
        """The name without suffix."""
        return PurePosixPath(unquote(urlsplit(self.url).path)).stem or self.shown

    def stat(self) -> Status:
        """Size and date, as far as they are known."""
        return Status(self.size, self.modified)

    def read_bytes(self) -> bytes:
        """All of it.  Raises ``DocumentError`` when it cannot be read."""
        copy = Path(self.copies) / sha256(self.url.encode()).hexdigest() if self.copies else None
        if copy and copy.is_file():
            return copy.read_bytes()
        with _told(self.url):
            system, path = _opened(self.url)
            data = bytes(system.cat_file(path))
        if copy:
            try:
                copy.write_bytes(data)
            except OSError:  # the disk is full: half of a document is none
                copy.unlink(missing_ok=True)
        return data

    def load(self, max_size: int) -> bytes:
        """All of it.  Raises ``DocumentError`` as ``decode.load`` does for files."""
        data = self.read_bytes() if self.size <= max_size else b""
        size = len(data) or self.size
        if size > max_size:
            hint = "split it, or raise max-file-size in the settings"
            message = f"too large: {size:,} bytes, at most {max_size:,} are read"
            raise DocumentError(message, path=self.shown, hint=hint)
        if not data:
            raise DocumentError("empty file", path=self.shown, hint="fill it or leave it out (setting exclude)")
        return data


File = Path | Remote
"""A document as a build names it."""


def is_url(path: Path | str) -> bool:
    """Whether a path that somebody wrote is a URL."""
    return isinstance(path, str) and _URL.match(path) is not None


def find_remote(urls: Sequence[str], settings: Settings, suffixes: Collection[str]) -> tuple[Remote, ...]:
    """The documents that the URLs name, sorted, each once; what ``settings.exclude`` matches is left out.

    Raises ``DocumentError`` for what does not exist, cannot be reached or has no reader, and ``GlossaryError``, which
    names the command to run, when fsspec is not installed.
    """
    found = {remote.shown: remote for url in urls for remote in _named(url, suffixes)}
    kept = {name: remote for name, remote in found.items() if not is_excluded(name, settings.exclude)}
    if urls and not kept:
        raise DocumentError("every URL is left out by the setting exclude", hint="change exclude or name other URLs")
    return tuple(kept[name] for name in sorted(kept))


@contextmanager
def held(files: Sequence[File]) -> Iterator[list[File]]:
    """The files, of which those at URLs are read once and kept on disk as long as this lasts, if there is room."""
    place: AbstractContextManager[str] = nullcontext("")
    if any(isinstance(file, Remote) for file in files):
        with suppress(OSError):
            place = TemporaryDirectory(prefix="glossary-")
    with place as folder:
        yield [replace(file, copies=folder) if isinstance(file, Remote) else file for file in files]


def _named(url: str, suffixes: Collection[str]) -> list[Remote]:
    """The documents that one URL names."""
    web = urlsplit(url).scheme.lower() in WEB
    shown = Remote(url, "").shown
    with _told(url):
        system, path = _opened(url)  # some drivers connect at once
        if "*" in path:
            infos = [info for info in system.glob(path, detail=True).values() if info["type"] == "file"]
            kind = "no readable document has such a URL"
        elif not web and system.isdir(path):
            infos = list(system.find(path, detail=True).values())
            kind = "no readable document in this folder"
        else:
            return [_remote(url, _info(system, path), suffixes)]
    start, written = (text.partition("*")[0].rstrip("/") for text in (path, url))
    names = {written + info["name"][len(start) :]: info for info in infos}
    listed = {
        name: info
        for name, info in names.items()
        if PurePosixPath(name).suffix.lower() in suffixes and not PurePosixPath(name).name.startswith(".")
    }
    if not listed:
        raise DocumentError(kind, path=shown, hint=f"known suffixes are {', '.join(suffixes)}")
    return [_remote(name, info, suffixes) for name, info in listed.items()]


def _info(system: Any, path: str) -> Mapping[str, Any]:
    info: Mapping[str, Any] = system.info(path)
    return info


def _remote(url: str, info: Mapping[str, Any], suffixes: Collection[str]) -> Remote:
    suffix = PurePosixPath(urlsplit(url).path).suffix.lower()
    if suffix not in suffixes:
        media = str(info.get("mimetype") or info.get("ContentType") or info.get("contentType") or "")
        suffix = SUFFIXES.get(media.partition(";")[0].strip().lower(), "")
        if suffix not in suffixes:
            message = f"no known suffix, and said to be {media or 'of unknown type'}"
            raise DocumentError(message, path=Remote(url, "").shown, hint=f"known are {', '.join(suffixes)}")
    dates = (_time(info[name]) for name in _DATED if info.get(name))
    return Remote(url, suffix, int(info.get("size") or 0), next(dates, 0.0))


def _time(value: Any) -> float:
    """POSIX time of what a driver tells: a number, a ``datetime``, ISO 8601, or a date of the web (RFC 9110)."""
    if isinstance(value, (int, float)):
        return float(value)
    try:
        if isinstance(value, str):
            value = datetime.fromisoformat(value) if value[:1].isdigit() else parsedate_to_datetime(value)
        return float((value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp())
    except (ValueError, AttributeError, OverflowError):
        return 0.0


def _opened(url: str) -> tuple[Any, str]:
    """The driver of a URL and the path that it takes."""
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415  (an extra)
    except ImportError:
        raise GlossaryError("URLs are read with fsspec", path=url, hint="run: pip install 'glossary[dask]'") from None
    scheme = urlsplit(url).scheme.lower()
    options: dict[str, Any] = {}
    try:
        if scheme in WEB:
            from aiohttp import ClientTimeout  # noqa: PLC0415

            options = {"client_kwargs": {"timeout": ClientTimeout(total=TIMEOUT)}}
        system, path = url_to_fs(url, **options)
    except ImportError as error:
        message = f"the driver for {scheme}:// is not installed: {_first(error)}"
        raise DocumentError(message, path=Remote(url, "").shown, hint="install it with pip") from None
    except ValueError as error:
        hint = "give a path, or a URL such as https://…, s3://…"
        message = f"nothing is known of {scheme}://: {_first(error)}"
        raise DocumentError(message, path=Remote(url, "").shown, hint=hint) from None
    return system, str(path)


@contextmanager
def _told(url: str) -> Iterator[None]:
    """Whatever a driver raises, told in one line."""
    try:
        yield
    except GlossaryError:
        raise
    except Exception as error:  # noqa: BLE001  (each driver has errors of its own, with no common kind)
        hint = "check the URL, and that you may read it"
        raise DocumentError(f"cannot be read: {_reason(error)}", path=Remote(url, "").shown, hint=hint) from None


def _reason(error: BaseException) -> str:
    """Why, from the error that stands behind the others."""
    cause = error
    while cause.__cause__ is not None and not isinstance(cause, TimeoutError):
        cause = cause.__cause__
    status, message = getattr(cause, "status", None), getattr(cause, "message", "")
    if status:
        return f"{status} {message}".strip()
    if isinstance(cause, TimeoutError):
        return "no answer in time"
    if isinstance(cause, FileNotFoundError):
        return "there is nothing of that name"
    return _first(cause)


def _first(error: BaseException) -> str:
    """The first line of an error, not too long."""
    return next(iter(str(error).strip().splitlines()), type(error).__name__)[:200]
