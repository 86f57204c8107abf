"""What the last build made of its candidates, remembered beside the project, so that only what changed is decided anew.

``.glossary-cache/concepts`` is safe to delete.  It holds the groups of candidates that became concepts or were left
out, and how the terms among them are used, all under a hash of the counts that they were made of, of the settings and
the decisions, and of the program.  Whatever is wrong with the file, it is as if there were none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import accumulate, islice, repeat
from pathlib import Path
from typing import Any, NamedTuple

from glossary import binary, kept, summed
from glossary.basis import WHOLE, code_of
from glossary.candidates import Usage
from glossary.concepts import Decisions, Former, Key
from glossary.concepts.consolidate import too_low
from glossary.concepts.groups import Group
from glossary.concepts.sharing import NOTHING, Shared
from glossary.model import KINDS
from glossary.settings import Settings
from glossary.standing import SIZE

_PLACES = {kind: number for number, kind in enumerate(KINDS)}


class Known(NamedTuple):
    """What is known of the last build's candidates."""

    former: Former
    usages: Mapping[str, Usage]
    """How each term candidate was used, by its folded form, as of so many documents as there are now."""


def recall(settings: Settings, decisions: Decisions, counts: summed.Sum) -> Known | None:
    """What the last build made of the counts that this one began with; None when that is not known, or when these are
    numbered anew.
    """
    if not counts.began or summed.is_due(counts):
        return None
    with suppress(OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        basis, _, body = kept.sealed(_file(settings))[1].partition(b"\n")
        if basis != _basis(settings, decisions, counts.began):
            return None
        table = binary.loaded(body)
        keys = [*zip(map(KINDS.__getitem__, table["kinds"]), table["folded"], strict=True)]
        shares = dict.fromkeys(keys, NOTHING)
        shares.update((keys[at], Shared(*both)) for at, both in table["shares"].items())
        corpus = len(counts.documents)
        usages = {key: Usage._make((*used, corpus, *told)) for key, (*used, told) in table["usages"].items()}
        groups = _groups(table, keys, settings.term_threshold)
        return Known(Former(groups, shares, {keys[at] for at in table["asked"]}), usages)
    return None


def _groups(table: Mapping[str, Any], keys: Sequence[Key], threshold: float) -> list[Group]:
    """The groups in a table of ``dumped``, whose candidates have the ``keys``."""
    members: list[Sequence[Key]] = [(key,) for key in keys]
    for at, size in table["sizes"]:  # from the last one on
        members[at : at + size] = [keys[at : at + size]]

    def column(name: str, usual: Iterable[Any]) -> list[Any]:
        found = [*islice(usual, len(members))]
        for place, value in table[name].items():
            found[place] = value
        return found

    why, reasons = column("why", repeat(())), column("reason", repeat(""))
    for at in table["low"]:
        reasons[at] = too_low(why[at][-1], threshold)
    cores = table["cores"]
    ends = accumulate([0 if reason else SIZE for reason in reasons])
    columns = (
        members, why, column("kind", [own[0][0] for own in members]),
        column("score", repeat(1.0)), reasons, column("decided", repeat(False)), table["uses"], table["form"],
        table["slug"], column("spelled", [(own[0][1],) for own in members]), column("targets", repeat(())),
        [b"" if reason else cores[end - SIZE : end] for end, reason in zip(ends, reasons, strict=True)],
        repeat(None, len(members)),
    )  # fmt: skip
    return [*map(Group._make, zip(*columns, strict=True))]


def dumped(known: Known, threshold: float) -> bytes:
    """The same, without what it holds on; ``threshold`` is the settings'."""
    groups, shares, asked = known.former
    keys = [key for group in groups for key in group.members]
    rows = zip(*groups, strict=True) if groups else repeat(())
    members, why, kinds, scores, reasons, decided, uses, forms, slugs, spelled, targets, cores, _ = islice(rows, 13)
    starts = accumulate(map(len, members), initial=0)
    firsts = [own[0] for own in members]
    left = _sparse(reasons, repeat(""))
    low = {at for at, reason in left.items() if why[at] and reason == too_low(why[at][-1], threshold)}
    table = {
        "kinds": [_PLACES[kind] for kind, _ in keys], "folded": [folded for _, folded in keys],
        "shares": {at: shares[key] for at, key in enumerate(keys) if shares[key] is not NOTHING},
        "asked": [at for at, key in enumerate(keys) if key in asked],
        "sizes": [(at, len(own)) for at, own in zip(starts, members, strict=False) if len(own) > 1][::-1],
        "why": _sparse(why, repeat(())),
        "kind": _sparse(kinds, [kind for kind, _ in firsts]),
        "score": _sparse(scores, repeat(1.0)),
        "low": sorted(low), "reason": {at: reason for at, reason in left.items() if at not in low},
        "decided": _sparse(decided, repeat(False)),
        "uses": uses, "form": forms, "slug": slugs,
        "spelled": _sparse(spelled, [(folded,) for _, folded in firsts]),
        "targets": _sparse(targets, repeat(())),
        "cores": b"".join(cores),
        "usages": {key: (*usage[:3], usage[4:]) for key, usage in known.usages.items()},
    }  # fmt: skip
    return binary.dumped(table)


def _sparse(values: Iterable[Any], usual: Iterable[Any]) -> dict[int, Any]:
    """Those of the values that are not as usual, by their numbers."""
    return {at: value for at, (value, one) in enumerate(zip(values, usual, strict=False)) if value != one}


def remember(settings: Settings, decisions: Decisions, counted: str, body: bytes) -> None:
    """Put what was ``dumped``, if anything was, into the file, for counts that lie in a file with that hash; without
    permission or room nothing is remembered.
    """
    if counted and body:
        kept.keep_sealed(_file(settings), _basis(settings, decisions, counted), b"\n", body)


def _basis(settings: Settings, decisions: Decisions, counted: str) -> bytes:
    """Everything that decides what becomes of candidates, as a hash."""
    told = repr((code_of(WHOLE), settings, decisions, counted))
    return kept.digest(told.encode("utf-8", "surrogatepass")).encode()


def _file(settings: Settings) -> Path:
    return settings.root / kept.FOLDER / "concepts"
