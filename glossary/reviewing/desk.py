"""The desk itself: answers and decisions, one at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from glossary import reporting, suggesting, suggestions
from glossary.concepts.decisions_text import StaleError
from glossary.errors import GlossaryError
from glossary.exchange import json_format
from glossary.model import KINDS, ConceptEntry, Glossary, Suggestion
from glossary.reviewing import cards
from glossary.reviewing.decisions import DecisionsDesk
from glossary.reviewing.edits import Edit, Subject, changes, read_edit, told
from glossary.reviewing.files import Watched
from glossary.reviewing.journal import Decided, Journal, Made
from glossary.reviewing.renderings import CatalogDesk, read_states
from glossary.settings import Settings

NAMED = 5
"""Concepts named in a notice; the rest are counted."""


class ConflictError(GlossaryError):
    """What a decision was made for is no longer so; ``card`` says how it is now."""

    def __init__(self, message: str, card: Mapping[str, Any]) -> None:
        super().__init__(message)
        self.card = card


class Desk:
    """Everything that the page shows and changes; several threads may use it."""

    def __init__(self, settings: Settings, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """``now`` dates revised catalogs.  Raises ``GlossaryError`` when nothing was built yet."""
        self._settings, self._now = settings, now
        self._lock = threading.RLock()
        self._names = reporting.language_names(settings)
        self._built = Watched(settings.root / settings.output / "glossary.json", f"{settings.output}/glossary.json")
        self._decisions = DecisionsDesk(settings)
        self._catalogs = {language: CatalogDesk(settings, language) for language in self._names}
        self._journal = Journal()
        self._glossary = Glossary(())
        self._resources: suggestions.Resources | None = None
        self._notices: list[dict[str, Any]] = []
        self._version = 0
        self._refresh()
        self._notices.clear()
        if self._built.raw is None:
            raise GlossaryError("there is no such file", path=self._built.shown, hint="run: glossary build")

    def warm_up(self) -> None:
        """Load what suggestions need, so that the first card does not have to wait for it."""
        with self._lock:
            decisions, glossary = self._decisions.decisions, self._glossary
        found = suggesting.resources(self._settings, decisions, glossary)
        suggestions.suggest(Glossary(glossary.concepts[:1]), self._names, found)
        with self._lock:
            if self._glossary is glossary:
                self._resources = found

    def queue(self) -> dict[str, Any]:
        """Everything but the cards: languages, kinds, a line for each concept, problems, notices."""
        with self._lock:
            self._refresh()
            return {
                "version": self._version,
                "project": self._settings.project,
                "languages": [[language.replace("_", "-"), name] for language, name in self._names.items()],
                "kinds": KINDS,
                "lines": [self._line(concept) for concept in self._glossary],
                **self._state(),
            }

    def news(self, since: int) -> dict[str, Any]:
        """Whether anything changed since a version, with the notices from after it."""
        with self._lock:
            self._refresh()
            return {"version": self._version, **self._state(since)}

    def card(self, identifier: str) -> dict[str, Any]:
        """Everything about one concept."""
        with self._lock:
            self._refresh()
            return self._card(self._concept(identifier))

    def decide(self, value: Any) -> dict[str, Any]:
        """Carry out the decision in a parsed JSON value (see ``read_edit``)."""
        return self.edit(read_edit(value))

    def edit(self, edit: Edit) -> dict[str, Any]:
        """Carry a decision out.  Raises ``ConflictError`` when it was made for what is no longer so."""
        with self._lock:
            self._refresh()
            concept = self._concept(edit.concept)
            try:
                what = self._render(edit, concept) if edit.verb == "render" else self._decide(edit, concept)
            except StaleError as error:
                self._refresh()
                raise ConflictError(error.message, self._card(concept)) from None
            made = self._journal.add(told(edit, concept, self._names), concept.id, what) if what else None
            return self._answer(made, concept)

    def undo(self, number: int) -> dict[str, Any]:
        """Take a decision back.  Raises ``ConflictError`` when what it changed was changed again since."""
        with self._lock:
            self._refresh()
            made = self._journal.get(number)
            if made is None:
                raise GlossaryError("this can no longer be undone here")
            concept = self._concept(made.concept)
            try:
                if isinstance(made.what, Decided):
                    self._decisions.undo(made.what)
                else:
                    self._catalogs[made.what.language].undo(concept.id, made.what, self._now())
            except StaleError as error:
                raise ConflictError(error.message, self._card(concept)) from None
            self._journal.remove(number)
            return self._answer(None, concept)

    def put_back(self, numbers: Iterable[int]) -> dict[str, Any]:
        """Make decisions of this session once more that another program has overwritten."""
        with self._lock:
            self._refresh()
            for made in filter(None, map(self._journal.get, numbers)):
                if isinstance(made.what, Decided):
                    what = made.what
                    self._decisions.change(lambda what=what: self._decisions.again(what))  # type: ignore[misc]
                else:
                    concept = self._concept(made.concept)
                    self._catalogs[made.what.language].render(concept, made.what.after.msgstr, self._now(), "")
            self._version += 1
            return {"version": self._version, **self._state()}

    def _concept(self, identifier: str) -> ConceptEntry:
        concept = self._glossary.by_id.get(identifier)
        if concept is None:
            raise GlossaryError("there is no such concept any longer")
        return concept

    def _decide(self, edit: Edit, concept: ConceptEntry) -> Decided | None:
        if edit.language:
            self._catalog(edit.language)
        other = self._glossary.by_id.get(edit.text) if edit.verb == "merge" else None

        def make() -> Sequence[Any]:
            subject = Subject(concept, self._decisions.standing(concept))
            if edit.seen and edit.seen != subject.standing.mark:
                raise StaleError("this concept was decided differently meanwhile")
            return changes(edit, subject, Subject(other, self._decisions.standing(other)) if other else None)

        return self._decisions.change(make)

    def _render(self, edit: Edit, concept: ConceptEntry) -> Any:
        return self._catalog(edit.language).render(concept, edit.text, self._now(), edit.seen)

    def _catalog(self, language: str) -> CatalogDesk:
        """The catalog of a language that a request names."""
        found = self._catalogs.get(language.replace("-", "_"))
        if found is None:
            raise GlossaryError(f"{language!r} is no language of this project")
        return found

    def _answer(self, made: Made | None, concept: ConceptEntry) -> dict[str, Any]:
        self._version += 1
        done = {"number": made.number, "told": made.told} if made else None
        return {"version": self._version, "made": done, "card": self._card(concept), **self._state()}

    def _line(self, concept: ConceptEntry) -> dict[str, Any]:
        states = [desk.state(concept) for desk in self._catalogs.values()]
        return cards.line(concept, self._decisions.standing(concept), states)

    def _card(self, concept: ConceptEntry) -> dict[str, Any]:
        named = [self._glossary.by_id[identifier] for identifier in self._decisions.namesakes(concept)]
        return {
            **self._line(concept),
            **cards.card(concept, self._decisions.standing(concept), self._glossary, self._suggested(concept)),
            "sentences": cards.sentences(concept, self._settings),
            "namesakes": [f"{other.preferred} ({other.kind})" for other in named],
        }

    def _suggested(self, concept: ConceptEntry) -> Mapping[str, Sequence[Suggestion]]:
        if self._resources is None:
            self._resources = suggesting.resources(self._settings, self._decisions.decisions, self._glossary)
        found = suggestions.suggest(Glossary((concept,)), self._names, self._resources)
        return {language.replace("_", "-"): by_id.get(concept.id, ()) for language, by_id in found.items()}

    def _state(self, since: int = 0) -> dict[str, Any]:
        """Problems of the files, notices from after a version, and whether decisions wait for a build."""
        decided, built = self._decisions.file.path, self._built.path
        waiting = decided.is_file() and built.is_file() and decided.stat().st_mtime > built.stat().st_mtime
        problems = [desk.problem for desk in self._files() if desk.problem]
        notices = [notice for notice in self._notices if notice["version"] > since]
        return {"waiting": waiting, "problems": problems, "notices": notices}

    def _files(self) -> Sequence[DecisionsDesk | CatalogDesk]:
        return (self._decisions, *self._catalogs.values())

    def _refresh(self) -> None:
        """Look at all files; tell what someone else changed."""
        rebuilt = self._built.look()
        if rebuilt and self._built.raw is not None:
            self._glossary = json_format.load(self._built.raw, self._built.shown)
            self._decisions.use(self._glossary)
            self._resources = None
            self._notice(f"{self._built.shown} was built anew.")
        for desk in self._files():
            desk.look()
        changed = [desk for desk in self._files() if desk.news]
        if rebuilt or any(isinstance(desk, CatalogDesk) and not desk.problem for desk in changed):
            keys, states = read_states(self._glossary, self._settings)
            for language, catalog in self._catalogs.items():
                catalog.use(keys, states.get(language, {}))
        for desk in changed:
            desk.news = False
            if desk.problem:
                self._version += 1
            else:
                self._tell(desk)

    def _tell(self, desk: DecisionsDesk | CatalogDesk) -> None:
        """The notice that another program changed a file, with decisions of this session that are not in it now."""
        lost = list(dict.fromkeys(desk.lost(self._journal)))
        text = f"{desk.file.shown} was changed by another program. Its changes are shown and kept."
        if lost:
            names = "; ".join(made.told for made in lost[:NAMED]) + (
                f" and {len(lost) - NAMED} more" if lost[NAMED:] else ""
            )
            text += f" These decisions made here are no longer in it: {names}."
        self._notice(text, [made.number for made in lost])

    def _notice(self, text: str, lost: Sequence[int] = ()) -> None:
        self._version += 1
        self._notices = [*self._notices[-9:], {"version": self._version, "text": text, "lost": list(lost)}]
