"""What each document names, remembered beside the project, so that a build analyzes only documents that changed.

``.glossary-cache/`` is safe to delete and not for sharing: git does not see it.  What was found in a document is kept
under a hash of its bytes and kind and of everything that the finding depends on (model, libraries, this program's
code and word lists, machine), so that an old entry is never taken for a new one, and the same text under another name
is known.  Each entry has checksums, in a database of SQLite, which keeps two builds at once and a build that is ended
halfway from doing harm.  Whatever is wrong with the file, it is as if there were none, and a new one is begun.
"""

from __future__ import annotations

import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, get_args

from glossary import binary
from glossary.basis import basis
from glossary.documents import File, absolute
from glossary.errors import DocumentError
from glossary.hashed import hash_of
from glossary.kept import FOLDER, begin
from glossary.model import Candidate, Location, Occurrence, Relation, Role
from glossary.settings import Settings

LARGEST = 300_000_000
"""Bytes of the database from which the entries that were not used for longest are dropped: some 100,000 articles."""
TOGETHER = 200
"""Documents that are written at once."""
WAIT = 20
"""Seconds to wait for another build that is writing; then this build remembers nothing."""


def file_of(settings: Settings) -> Path:
    """Where the database of a project lies, if there is one."""
    return settings.root / FOLDER / "documents.sqlite"


class Remembered(NamedTuple):
    """What is known of one document."""

    language: str
    """As ``documents.language_of`` says."""
    candidates: tuple[Candidate, ...] | None
    """Short names merged into the full ones; None where the document was not analyzed, because it is not English."""


class Cache:
    """The database of one project, read and written in one run; begun with the first document to remember."""

    def __init__(self, settings: Settings, wanted: Sequence[str], *, write: bool) -> None:
        self._settings, self._wanted, self.writes = settings, wanted, write
        self._file = file_of(settings)
        self._connection = _connected(self._file)
        self._basis = ""
        self._new: dict[str, tuple[str, bytes]] = {}
        self._used: set[str] = set()
        self._certain: set[str] = set()
        self._languages: dict[str, tuple[str, bool]] | None = None

    def key(self, path: File) -> str:
        """Under which the document is remembered as it is now; empty when nothing is, or it cannot be read."""
        if self._connection is None and not self.writes:
            return ""
        self._basis = self._basis or basis(self._settings, self._wanted)
        try:
            own = hash_of(absolute(path)) if isinstance(path, Path) else sha256(path.read_bytes()).hexdigest()
        except (OSError, DocumentError):
            return ""
        key = sha256("\0".join((self._basis, path.suffix.lower(), own)).encode("utf-8", "surrogateescape")).hexdigest()
        self._used.add(key)
        return key

    def language(self, key: str) -> str:
        """The language of a document; empty when it is not known."""
        return self._index().get(key, ("", False))[0]

    def knows(self, key: str) -> bool:
        """Whether there is an entry of what the document names."""
        return self._index().get(key, ("", False))[1]

    def _index(self) -> Mapping[str, tuple[str, bool]]:
        """Key → language, and whether it is known what the document names: as of when it was first asked for."""
        if self._languages is None:
            self._languages = {}
            with suppress(sqlite3.Error):
                query = "SELECT key, language, length(candidates) > 0 FROM documents"
                rows = self._connection.execute(query) if self._connection else ()
                told = ((key, _unsealed(key, sealed), named) for key, sealed, named in rows)
                self._languages = {key: (language, bool(language and named)) for key, language, named in told}
        return self._languages

    def certain(self, key: str) -> bool:
        """Whether what was found for a document in this run is what its bytes under this key name."""
        return key in self._certain

    def find(self, key: str, path: str) -> tuple[Candidate, ...] | None:
        """What the document ``path`` names, if it is remembered whole."""
        if not key or self._connection is None:
            return None
        query = "SELECT candidates FROM documents WHERE key = ?"
        try:
            row = self._connection.execute(query, (key,)).fetchone()
            found = _loaded(row[0], path) if row and row[0] else None
        except (sqlite3.Error, zlib.error, ValueError, TypeError, KeyError, IndexError):
            return None
        if found is not None:
            self._certain.add(key)
        return found

    def add(self, key: str, remembered: Remembered) -> None:
        """Remember one more document; now and then, so that a build that is ended is not in vain, in the file."""
        if key and self.writes:
            self._certain.add(key)
            found = remembered.candidates
            self._new[key] = remembered.language, b"" if found is None else _dumped(found)
            if len(self._new) >= TOGETHER:
                self.save()

    def save(self) -> None:
        """Write what is new; a file that nothing is new for stays as it is, byte by byte."""
        if not (self.writes and any(found for _, found in self._new.values())):
            return
        now = int(time.time())
        with suppress(OSError, sqlite3.Error):  # no permission, a full disk, another build that writes for long
            if self._connection is None:
                self._connection = _begun(self._file)
            with self._connection:
                self._connection.executemany(
                    "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?)",
                    ((key, _sealed(key, language), found, now) for key, (language, found) in self._new.items()),
                )
            _prune(self._connection, self._used, now)
        self._new = {}

    def close(self) -> None:
        """Write what is new and leave the file."""
        self.save()
        if self._connection is not None:
            self._connection.close()


@contextmanager
def opened(settings: Settings, wanted: Sequence[str], *, write: bool) -> Iterator[Cache]:
    """The cache of a project; ``wanted`` are the forms that decisions ask for.  Not to ``write``: it is only read."""
    with closing(Cache(settings, wanted, write=write)) as cache:
        yield cache


def _connected(file: Path) -> sqlite3.Connection | None:
    """The database, if there is one with our table that may be read."""
    connection = None
    try:
        if file.is_file():
            connection = sqlite3.connect(file, timeout=WAIT)
            connection.execute("SELECT key, language, candidates, used FROM documents LIMIT 1").fetchone()
    except (OSError, sqlite3.DatabaseError) as error:
        if connection and "locked" not in str(error):
            connection.close()
            return None
    return connection


def _begun(file: Path) -> sqlite3.Connection:
    """A new database, in the place of what is none."""
    begin(file.parent)
    file.unlink(missing_ok=True)
    connection = sqlite3.connect(file, timeout=WAIT)
    connection.execute(
        "CREATE TABLE documents (key TEXT PRIMARY KEY, language TEXT, candidates BLOB, used INTEGER) WITHOUT ROWID"
    )
    return connection


def _prune(connection: sqlite3.Connection, used: Iterable[str], now: int) -> None:
    """Drop the half that was not used for longest, when the file is too large; it is noted then what is ``used``."""
    size = connection.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()").fetchone()
    if size[0] > LARGEST:
        with connection:
            connection.executemany("UPDATE documents SET used = ? WHERE key = ?", ((now, key) for key in sorted(used)))
            connection.execute(
                "DELETE FROM documents WHERE key IN "
                "(SELECT key FROM documents ORDER BY used, key LIMIT (SELECT count(*) / 2 FROM documents))"
            )
        connection.execute("VACUUM")


def _sealed(key: str, language: str) -> str:
    """A language with a checksum: one letter that is another would leave a document out without a word."""
    return f"{language} {zlib.crc32(f'{key} {language}'.encode()):08x}"


def _unsealed(key: str, sealed: object) -> str:
    """The language; empty when it is damaged."""
    language = str(sealed).rpartition(" ")[0]
    return language if sealed == _sealed(key, language) else ""


def moved(candidates: Iterable[Candidate], path: str) -> tuple[Candidate, ...]:
    """What a document names, as its copy at ``path`` does."""
    return _loaded(_dumped(candidates), path)


def _dumped(candidates: Iterable[Candidate]) -> bytes:
    """Candidates of one document, each sentence once, without the document's path."""
    sentences: dict[str, int] = {}
    rows = [
        [
            c.form, c.kind, c.recognizer, c.score, c.why, c.subkind, [[r.type, r.target] for r in c.relations],
            dict(c.features),
            [
                [o.location.line, o.form, sentences.setdefault(o.sentence, len(sentences)), o.role]
                for o in c.occurrences
            ],
        ]
        for c in candidates
    ]  # fmt: skip
    return binary.compressed([list(sentences), rows])


_ROLES: Mapping[Any, Role] = {role: role for role in get_args(Role)}


def _loaded(data: bytes, path: str) -> tuple[Candidate, ...]:
    """The candidates of the document ``path``, as they were; raises what a broken entry raises.

    Forms and roles are as few strings as can be: a large glossary holds them for long.
    """
    sentences, rows = binary.expanded(data)
    places: dict[int, Location] = {}
    return tuple(
        Candidate(
            form, kind,
            tuple(
                Occurrence(
                    places.get(line) or places.setdefault(line, Location(path, line)),
                    form if used == form else used, sentences[at], _ROLES[role],
                )
                for line, used, at, role in occurrences
            ),
            recognizer, score, why, subkind, tuple(Relation(type_, target) for type_, target in relations),
            features,
        )
        for form, kind, recognizer, score, why, subkind, relations, features, occurrences in rows
    )  # fmt: skip
