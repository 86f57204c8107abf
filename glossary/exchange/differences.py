"""What the entries of a file say about one concept, against what the glossary says."""

from __future__ import annotations

from collections.abc import Collection, Iterator, MutableMapping, Sequence
from dataclasses import dataclass

from glossary.exchange.difference import Difference, Verdict, What
from glossary.exchange.entries import TermEntry, Unheld
from glossary.exchange.text import clean
from glossary.languages.english import fold_case, fold_spelling
from glossary.model import ConceptEntry, Glossary, Location, Term, TermStatus


def differences(
    glossary: Glossary,
    concept: ConceptEntry | None,
    key: str,
    entries: Sequence[TermEntry],
    *,
    decided: bool,
    suggested: Collection[str],
) -> tuple[list[Difference], list[Unheld]]:
    """How ``entries``, all about one concept (None: a new one), differ from it, and what of them has no place.

    ``decided`` says that a person decided the concept's kind; ``suggested`` are the languages whose rendering is
    this program's own suggestion, which gives way to anybody's draft.
    """
    one = _Concept(glossary, concept, key, entries, decided=decided, suggested=suggested)
    found = [*one.english(), *one.information(), *one.renderings()]
    return found, one.unheld


class _Concept:
    """The comparison of one concept."""

    def __init__(
        self,
        glossary: Glossary,
        concept: ConceptEntry | None,
        key: str,
        entries: Sequence[TermEntry],
        *,
        decided: bool,
        suggested: Collection[str],
    ) -> None:
        self.glossary, self.concept, self.key, self.entries = glossary, concept, key, entries
        self.decided, self.suggested = decided, suggested
        self.form = concept.preferred if concept else entries[0].terms[0].form
        self.unheld: list[Unheld] = []

    def difference(
        self, verdict: Verdict, what: What, here: str, there: str, place: object, *, settled: bool = True
    ) -> Difference:
        return Difference(verdict, what, self.key, self.form, here, there, str(place), settled=settled)

    def leave(self, place: Location, what: str, text: str) -> None:
        self.unheld.append(Unheld(place, what, text))

    def english(self) -> Iterator[Difference]:
        """The concept itself and its English forms."""
        if self.concept is None:
            yield self.difference("new", "concept", "", self.form, self.entries[0].place)
        terms = self.concept.english.terms if self.concept else ()
        own = {fold_case(term.form): term.status for term in reversed(terms)}
        exactly = {clean(term.form): term.status for term in reversed(terms)}
        seen = {fold_case(self.form)} - own.keys()
        for entry in self.entries:
            for term in entry.terms:
                key = fold_case(term.form)
                if key in own:
                    yield from self.status(term, exactly.get(term.form, own[key]), entry)
                elif key not in seen:
                    seen.add(key)
                    yield from self.further(term, entry)
            yield from self.preference(entry)

    def status(self, term: Term, own: TermStatus, entry: TermEntry) -> Iterator[Difference]:
        """A form that is to be avoided on one side only."""
        if term.status == "deprecated" != own:
            here = f"{term.form} ({own})"
            preferred = own == "preferred"
            verdict: Verdict = "conflict" if preferred else "changed"
            yield self.difference(verdict, "form to avoid", here, term.form, entry.place, settled=not preferred)
        elif own == "deprecated" != term.status:
            here = f"{term.form} (to avoid)"
            yield self.difference("conflict", "other form", here, term.form, entry.place, settled=False)

    def further(self, term: Term, entry: TermEntry) -> Iterator[Difference]:
        """A form that the concept does not have yet."""
        others = [other.preferred for other in self.glossary.find(term.form) if other is not self.concept]
        if others:
            self.leave(entry.place, f"form of another concept ({others[0]})", term.form)
        elif not self.known(term, entry):
            what: What = "form to avoid" if term.status == "deprecated" else "other form"
            yield self.difference("new", what, "", term.form, entry.place)

    def known(self, term: Term, entry: TermEntry) -> bool:
        """Is it but another spelling of a form, or part of one whose semicolon separates nothing?"""
        forms = self.concept.forms if self.concept else (self.form,)
        spelled = term.status != "deprecated" and fold_spelling(term.form) in map(fold_spelling, forms)
        return spelled or entry.cells.get("en", "") in map(clean, forms)

    def preference(self, entry: TermEntry) -> Iterator[Difference]:
        """Another preferred form.  One form alone claims nothing, unless the concept's own id stands beside it."""
        claims = len(entry.terms) > 1 or (entry.id != "" and entry.id == self.key)
        first = entry.terms[0]
        whole = entry.cells.get("en") == clean(self.form)
        if self.concept and claims and first.status == "preferred" and first.form != clean(self.form) and not whole:
            yield self.difference("conflict", "preferred form", self.form, first.form, entry.place)

    def information(self) -> Iterator[Difference]:
        """Kind, definition, note, and whether it is to be translated."""
        own = self.concept
        for entry in self.entries:
            if entry.kind and own and entry.kind != own.kind:
                verdict: Verdict = "conflict" if self.decided else "changed"
                yield self.difference(verdict, "kind", own.kind, entry.kind, entry.place)
            elif entry.kind and own is None:
                yield self.difference("new", "kind", "", entry.kind, entry.place)
            yield from self.text("definition", own.definition if own else "", entry.definition, entry)
            yield from self.text("note", own.note if own else "", entry.note, entry)
            if entry.translate is not None and entry.translate != (own.translate if own else True):
                here, there = ("", "yes") if entry.translate is False else ("yes", "no")
                verdict = "changed" if entry.translate is False else "conflict"
                yield self.difference(verdict, "do not translate", here, there, entry.place)

    def text(self, what: What, here: str, there: str, entry: TermEntry) -> Iterator[Difference]:
        if there and clean(here) != there:
            yield self.difference("conflict" if here else "new", what, here, there, entry.place)

    def renderings(self) -> Iterator[Difference]:
        """The renderings, language by language."""
        for language in dict.fromkeys(language for entry in self.entries for language in entry.renderings):
            own = self.concept.section(language) if self.concept else ()
            known = {clean(term.form): term.status for term in reversed(own)}
            first = own[0] if own and own[0].status in _MAIN else None
            given = [(term, entry) for entry in self.entries for term in entry.renderings.get(language, ())]
            alone = first is None and not any(term.status in _MAIN for term, _ in given)
            offers: list[_Offer] = []
            for term, entry in given:
                if term.status in _MAIN or (alone and term.status == "admitted"):
                    sure = term.status == "preferred" and self.about(entry)
                    offers.append(_Offer(term.form, term.source, entry, sure))
                elif self.about(entry):
                    yield from self.beside(term, language, known, entry)
                else:
                    self.leave(entry.place, f"{term.status} rendering of “{entry.terms[0].form}”", term.form)
            if offers:
                yield from self.rendering(language, first, offers)

    def beside(
        self, term: Term, language: str, known: MutableMapping[str, TermStatus], entry: TermEntry
    ) -> Iterator[Difference]:
        """A rendering that may be used beside the approved one, or must not be used at all."""
        what: What = "admitted rendering" if term.status == "admitted" else "rendering to avoid"
        status = known.get(term.form)
        if entry.cells.get(language) in known:
            return
        if status is None:
            known[term.form] = term.status
            yield Difference("new", what, self.key, self.form, "", term.form, term.source, language)
        elif status != term.status and "deprecated" in (status, term.status):
            here = f"{term.form} ({status})"
            yield Difference(
                "conflict", what, self.key, self.form, here, term.form, term.source, language, settled=False
            )

    def about(self, entry: TermEntry) -> bool:
        """Does the entry name the concept by its preferred form, rather than by "Kim" or "DPRK" alone?"""
        own = fold_spelling(self.form)
        whole = entry.cells.get("en") == clean(self.form)
        return whole or entry.id == self.key or any(fold_spelling(term.form) == own for term in entry.terms)

    def rendering(self, language: str, own: Term | None, offers: list[_Offer]) -> Iterator[Difference]:
        """One language: a translator's confirmed rendering is never changed but by a person's word."""
        here = clean(own.form) if own else ""
        if here and any(offer.entry.cells.get(language) == here for offer in offers):
            return
        best = _best(offers, here)
        for form, offer in {offer.form: offer for offer in offers}.items():
            if form != here and all(form != chosen.form for chosen in best):
                self.leave(offer.entry.place, f"further rendering ({language})", form)
        sure, first = best[0].sure, best[0]
        gives_way = own is not None and own.status == "proposed" and (sure or language in self.suggested)
        if own is None or (gives_way and (sure or here != first.form)):
            verdict: Verdict = "new" if own is None else "changed"
            yield self.offer(verdict if len(best) == 1 else "conflict", language, own, best)
        elif here != first.form and not sure and not self.about(first.entry):
            self.leave(first.entry.place, f"rendering of “{first.entry.terms[0].form}” ({language})", first.form)
        elif here != first.form:
            yield self.offer("conflict", language, own, best)

    def offer(self, verdict: Verdict, language: str, own: Term | None, best: Sequence[_Offer]) -> Difference:
        here = f"{own.form} (fuzzy)" if own and own.status == "proposed" else own.form if own else ""
        there = " / ".join(offer.form for offer in best)
        return Difference(
            verdict, "rendering", self.key, self.form, here, there, best[0].source, language,
            own.source if own else "", not best[0].sure, len(best) == 1,
        )  # fmt: skip


_MAIN: frozenset[TermStatus] = frozenset({"preferred", "proposed"})
"""Statuses of what stands in a catalog, or is to stand there."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """A rendering that the file gives."""

    form: str
    source: str
    entry: TermEntry
    sure: bool
    """It is approved, and of the concept under its own name."""


def _best(offers: Sequence[_Offer], here: str) -> list[_Offer]:
    """The offers that count: the one that is here already, else the sure ones, each form once, else the first."""
    sure = [offer for offer in offers if offer.sure]
    for offer in sure or offers:
        if offer.form == here:
            return [offer]
    return list({offer.form: offer for offer in reversed(sure)}.values())[::-1] or [offers[0]]
