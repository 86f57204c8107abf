"""``decisions.toml`` as it is now, and changes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from glossary.concepts import Decisions, load_decisions
from glossary.concepts.decisions_text import Change, DecisionsText, Item
from glossary.errors import GlossaryError
from glossary.model import ConceptEntry, Glossary
from glossary.reviewing.files import TRIES, Watched
from glossary.reviewing.journal import Decided, Journal, Made
from glossary.reviewing.standings import Standing, Standings, standing_of
from glossary.settings import Settings


class DecisionsDesk:
    """The file, understood; ``problem`` tells why it cannot be, and then the last good state is shown."""

    def __init__(self, settings: Settings) -> None:
        self.file = Watched(settings.root / settings.output / "decisions.toml", f"{settings.output}/decisions.toml")
        self.problem = ""
        self.news = False
        """Someone else changed the file, and the desk has yet to tell."""
        self.decisions = Decisions()
        self._text = DecisionsText(b"")
        self._index = Standings(Glossary(()))
        self._standings: Mapping[str, Standing] = {}

    def use(self, glossary: Glossary) -> None:
        """Read the decisions as being about the concepts of ``glossary``."""
        self._index = Standings(glossary)
        self._standings = self._index.read(self._text.data)

    def look(self) -> None:
        """Read the file again if it changed."""
        if not self.file.look():
            return
        self.news = True
        try:
            self.decisions = load_decisions(self.file.path, self.file.shown)
            self._text = DecisionsText(self.file.raw or b"")
        except GlossaryError as error:
            self.problem = str(error) if error.path else f"{self.file.shown}: {error}"
            return
        self.problem = ""
        self._standings = self._index.read(self._text.data)

    def standing(self, concept: ConceptEntry) -> Standing:
        """What is decided about a concept."""
        return standing_of(self._standings, concept)

    def namesakes(self, concept: ConceptEntry) -> Sequence[str]:
        """Ids of other concepts that a decision about this one is also about, because they have its name."""
        return tuple(identifier for identifier in self._index.named(concept.preferred) if identifier != concept.id)

    def change(self, make: Callable[[], Sequence[Change]]) -> Decided | None:
        """Change the file by what ``make`` gives for the decisions as they are; None when all is so already.

        ``make`` is asked again whenever the file was changed in between.  Raises ``GlossaryError`` when the file
        cannot be read or written; then it is as it was.
        """
        for _ in range(TRIES):
            self.look()
            if self.problem:
                raise GlossaryError(self.problem, hint="correct it; your decision was not written")
            before = self.file.raw
            try:
                done = self._text.apply(make())
                if not done:
                    return None
                after = self._text.dump()
                swapped = self.file.swap(after)
            except GlossaryError:
                self._text = DecisionsText(before or b"")
                raise
            if swapped:
                self._standings = self._index.read(self._text.data)
                return Decided(done, before, after)
            self._text = DecisionsText(before or b"")
        raise self.file.restless()

    def undo(self, done: Decided) -> Decided | None:
        """Take a change back: byte by byte where nothing else was changed since, else only itself."""
        self.look()
        if not self.problem and self.file.raw == done.after and self.file.swap(done.before or b""):
            self._text = DecisionsText(done.before or b"")
            self._standings = self._index.read(self._text.data)
            return done
        return self.change(lambda: tuple(change.inverse() for change in reversed(done.changes)))

    def again(self, done: Decided) -> tuple[Change, ...]:
        """The changes of a decision as they would be made now, whatever its values are by now."""
        return tuple(
            change if isinstance(change, Item) else replace(change, old=self._text.value(change.table, change.key))
            for change in done.changes
        )

    def lost(self, journal: Journal) -> Iterator[Made]:
        """Decisions of this session that the file does not hold any longer."""
        if self.problem:
            return
        for (table, key, *form), (made, wanted) in journal.expected().items():
            there = self._text.value(table, key)
            found = form[0] in (there or ()) if form else there
            if found != wanted:
                yield made
