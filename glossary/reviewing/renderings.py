"""The catalogs as they are now, and changes of single messages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from glossary import catalogs
from glossary.catalogs import Catalog, Entry, prefill
from glossary.concepts.decisions_text import StaleError
from glossary.errors import GlossaryError
from glossary.model import ConceptEntry, Glossary
from glossary.reviewing.files import TRIES, Watched
from glossary.reviewing.journal import Journal, Made, Rendered
from glossary.settings import Settings

Key = tuple[str | None, str]
"""Context and msgid."""


class State(NamedTuple):
    """What a catalog says of a concept."""

    form: str
    """Empty when open."""
    status: str
    """*approved*; *suggested*: by this program, untouched since; *fuzzy*: to be looked at again; or *open*."""

    @property
    def mark(self) -> str:
        """Changes whenever one of the two does."""
        return f"{self.status}:{self.form}"


OPEN = State("", "open")


class CatalogDesk:
    """The catalog of one language; ``problem`` tells why it cannot be read."""

    def __init__(self, settings: Settings, language: str) -> None:
        path = catalogs.catalog_path(settings, language)
        self.language = language
        self.file = Watched(path, catalogs.shown_path(path, settings))
        self.problem = ""
        self.news = False
        """Someone else changed the file, and the desk has yet to tell."""
        self._catalog = Catalog()
        self._places: dict[Key, Entry] = {}
        self._keys: Mapping[str, Key] = {}
        self._states: dict[str, State] = {}

    def look(self) -> None:
        """Read the file again if it changed."""
        if not self.file.look():
            return
        self.news = True
        try:
            self._open(catalogs.parse(self.file.raw or b"", self.file.shown))
        except GlossaryError as error:
            self.problem = str(error)
            return
        self.problem = ""

    def _open(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._places = {entry.key: entry for entry in catalog.messages if not entry.obsolete}

    def use(self, keys: Mapping[str, Key], states: Mapping[str, State]) -> None:
        """Which message is whose (concept id → key); ``states`` is what a build would make of the catalog, for concepts
        whose message it has under another key.
        """
        self._keys = keys
        own = {identifier: self._places[key] for identifier, key in keys.items() if key in self._places}
        self._states = {**states, **{identifier: state_of(entry) for identifier, entry in own.items()}}

    def state(self, concept: ConceptEntry) -> State:
        """What the catalog says of a concept."""
        return self._states.get(concept.id, OPEN)

    def entry(self, key: Key) -> Entry | None:
        """The live message with this key."""
        return self._places.get(key)

    def render(self, concept: ConceptEntry, text: str, when: datetime, seen: str) -> Rendered | None:
        """Make ``text`` the confirmed rendering of a concept; None when it is so already.

        Raises ``StaleError`` when what was ``seen`` (a mark; empty: whatever it is) is no longer so, and
        ``GlossaryError`` when the catalog cannot be read or written, or has no message for the concept yet.
        """

        def make() -> tuple[Entry, Entry]:
            entry = self.entry(self._keys[concept.id]) if concept.id in self._keys else None
            if entry is None:
                raise GlossaryError(
                    "has no message for this concept yet", path=self.file.shown, hint="run: glossary build"
                )
            if seen and seen != state_of(entry).mark:
                self._states[concept.id] = state_of(entry)
                raise StaleError("this rendering was changed meanwhile")
            return entry, catalogs.confirmed(entry, text)

        done = self._change(make, when)
        if done:
            self._states[concept.id] = state_of(done.after)
        return done

    def undo(self, concept: str, done: Rendered, when: datetime) -> Rendered | None:
        """Give a message back what it had.  Raises ``GlossaryError`` when it was changed since."""

        def make() -> tuple[Entry, Entry]:
            entry = self.entry(done.after.key)
            if entry is None or entry.lines != done.after.lines:
                raise StaleError("the message was changed since; it stays as it is", path=self.file.shown)
            return entry, Entry(done.before.lines, entry.number, entry.lead)

        undone = self._change(make, when)
        if undone:
            self._states[concept] = state_of(undone.after)
        return undone

    def _change(self, make: Callable[[], tuple[Entry, Entry]], when: datetime) -> Rendered | None:
        for _ in range(TRIES):
            self.look()
            if self.problem:
                raise GlossaryError(self.problem, hint="your rendering was not written")
            old, new = make()
            if old.lines == new.lines:
                return None
            catalog = catalogs.exchanged(self._catalog, old, new, when)
            if self.file.swap(catalogs.rendered(catalog)):
                self._open(catalog)
                return Rendered(self.language, old, new)
        raise self.file.restless()

    def lost(self, journal: Journal) -> Iterator[Made]:
        """Decisions of this session that the catalog does not hold any longer."""
        if self.problem:
            return
        for made in journal.rendered(self.language):
            if isinstance(made.what, Rendered):
                entry = self.entry(made.what.after.key)
                if entry is None or state_of(entry) != state_of(made.what.after):
                    yield made


def state_of(entry: Entry) -> State:
    """What one message says."""
    if not entry.msgstr:
        return OPEN
    status = "suggested" if prefill.ours(entry) else "fuzzy" if entry.fuzzy else "approved"
    return State(entry.msgstr, status)


def read_states(glossary: Glossary, settings: Settings) -> tuple[Mapping[str, Key], Mapping[str, Mapping[str, State]]]:
    """Concept id → key of its message; language → concept id → state, where there is one."""
    keys = {message.concept: message.key for message in catalogs.messages(glossary, settings)}
    translations = catalogs.translations(glossary, settings)
    states = {
        language: {identifier: State(found.form, found.status) for identifier, found in by_id.items()}
        for language, by_id in translations.items()
    }
    return keys, states
