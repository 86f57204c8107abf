"""The messages that the catalogs are to have, each made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import NamedTuple

from glossary import standing
from glossary.catalogs import fresh
from glossary.catalogs.blocks import Block
from glossary.catalogs.concept_messages import Message, message, ordered
from glossary.catalogs.prefill import Prefill
from glossary.model import Glossary
from glossary.outlined import Outline, outlines
from glossary.settings import Settings


class Wanted:
    """The messages of a glossary in the order of the catalogs."""

    def __init__(self, glossary: Glossary, settings: Settings, stamps: Mapping[str, bytes] | None = None) -> None:
        """``stamps``: concept id → a hash of all that there is in the concept."""
        self._glossary, self._limits = glossary, (settings.max_references, settings.max_examples)
        self._concepts = ordered(glossary)
        told = outlines(glossary.concepts)
        self._names = {outline.id: outline.preferred for outline in told}
        self._made: dict[int, tuple[Message, Block]] = {}
        self.stamps: bytes | None = None
        """Hashes of all that decides what each message says, but for suggestions and settings."""
        if stamps is not None:
            own = [
                stamps[concept.id] if context == concept.kind and not concept.related
                else self._stamp(stamps[concept.id], concept, context)
                for concept, context in ((told[number], context) for number, (context, _) in self._concepts)
            ]  # fmt: skip
            self.stamps = b"".join(own)

    def _stamp(self, own: bytes, concept: Outline, context: str) -> bytes:
        others = [self._names[relation.target] for relation in concept.related]
        told = "\0".join((context, *others)).encode("utf-8", "surrogatepass")
        return blake2b(own + told, digest_size=standing.SIZE).digest()

    def __len__(self) -> int:
        return len(self._concepts)

    def get(self, number: int) -> tuple[Message, Block]:
        """One message, and the same as a new catalog has it, without suggestions."""
        found = self._made.get(number)
        if found is None:
            place, key = self._concepts[number]
            made = message(self._glossary.concepts[place], key, self._names, self._limits)
            found = self._made[number] = made, fresh.fresh(made)
        return found

    def all(self) -> list[tuple[Message, Block]]:
        """All messages, as ``get`` has them."""
        return [self.get(number) for number in range(len(self))]


class Target(NamedTuple):
    """What a catalog is to have."""

    wanted: Wanted
    language: str = ""
    """Empty for the template."""
    prefill: Prefill | None = None

    @property
    def suggested(self) -> bool:
        """Whether suggestions are known; else those of the old catalog stay as they are."""
        return self.prefill is not None

    def dressed(self, made: Iterable[tuple[Message, Block]]) -> list[Block]:
        """Messages as a new catalog of the language has them."""
        if not self.language:
            return [fresh.template(block) for _, block in made]
        if self.prefill is None:
            return [block for _, block in made]
        found, prefill = [], self.prefill
        for message_, block in made:
            suggestions = prefill.of(self.language, message_.concept)
            found.append(fresh.suggested(block, prefill.msgstr(suggestions), prefill.comments(suggestions)))
        return found
