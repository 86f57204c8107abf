"""CPU time of bringing a catalog up to date with a changed glossary, beside ``msgmerge`` on the same files.

    python tests/benchmarks/bench_catalogs.py [CONCEPTS…] [--rounds 3]

A glossary of so many made-up concepts (10,000 and 100,000 unless given) gets its template and one catalog, of which
a translator has confirmed six of ten messages and drafted one.  Then of 300 concepts one is renamed, one vanishes and
one is new, and the catalog is brought up to date: from the glossary in memory to the written template and catalog by
this program, from the old catalog and that template to the merged catalog by ``msgmerge``, once with its matching by
likeness and once without (``-N``).  Rounds are interleaved, the best of each counts; ours runs in a forked process, so
that no round profits from another.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from glossary import catalogs, data
from glossary.model import ConceptEntry, Glossary, LanguageSection, Location, Occurrence, Term
from glossary.settings import Settings

DAY = datetime(2026, 11, 1, tzinfo=UTC)
APART = 300
"""Of so many concepts one is renamed, one vanishes, one is new."""
_WORDS = [english for english, *_ in data.rows("compose_nouns.tsv") if english.isalpha()]


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            _table(Settings(root=Path(folder), languages=("ko",)), size, options.rounds)


def _table(settings: Settings, size: int, rounds: int) -> None:
    old = _glossary(size)
    catalogs.write(catalogs.plan(old, settings, DAY))
    path, template = catalogs.catalog_path(settings, "ko"), catalogs.template_path(settings)
    _translate(path)
    before = {file: file.read_bytes() for file in (path, template)}
    new, unchanged, merged = _changed(old), settings.root / "old.po", settings.root / "merged.po"
    unchanged.write_bytes(before[path])
    merge = ["msgmerge", "-q", "--no-wrap", "-o", str(merged), str(unchanged), str(template)]
    tasks: dict[str, Callable[[], object]] = {
        "glossary, 1 % changed": lambda: catalogs.write(catalogs.plan(new, settings, DAY)),
        "msgmerge": lambda: os.execvp("msgmerge", merge),
        "msgmerge -N": lambda: os.execvp("msgmerge", [*merge, "-N"]),
        "glossary, nothing changed": lambda: catalogs.write(catalogs.plan(new, settings, DAY)),
    }
    best: dict[str, float] = {}
    for _ in range(rounds):
        for file, content in before.items():
            file.write_bytes(content)
        for name, task in tasks.items():
            best[name] = min(best.get(name, 1e9), _cpu(task))
    subprocess.run(["msgfmt", "-c", "-o", os.devnull, str(path)], check=True)
    print(f"{size:,} concepts, {len(before[path]) / 1e6:.1f} MB")
    for name, seconds in best.items():
        print(f"  {name:26} {seconds:7.2f} s  {seconds / best['msgmerge']:5.2f} ×")


def _cpu(task: Callable[[], object]) -> float:
    """CPU seconds of a task in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    child = os.fork()
    if not child:
        try:
            task()
            os._exit(0)
        finally:
            os._exit(1)
    if os.waitpid(child, 0)[1]:
        raise SystemExit("a task failed")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _glossary(size: int) -> Glossary:
    """Concepts with names of two or three everyday words, each with two forms, two examples and five places."""
    choose = random.Random(1)
    names: dict[str, None] = {}
    while len(names) < size:
        names[" ".join(choose.sample(_WORDS, choose.choice((2, 2, 3))))] = None
    return Glossary(tuple(_concept(name, number) for number, name in enumerate(names)))


def _concept(name: str, number: int) -> ConceptEntry:
    places = [Location(f"seeds/article{(number * 7 + step * 31) % 9973}.txt", 3 + step) for step in range(5)]
    sentence = f"On Monday the commission said that the {name} would be “put before” ministers in spring, if at all."
    uses = tuple(Occurrence(place, name, sentence) for place in places)
    terms = (Term(name, count=4), Term(f"the {name}s", status="admitted", count=1))
    return ConceptEntry(
        name.replace(" ", "-"), "term", (LanguageSection("en", terms),), occurrences=uses, count=5, documents=5,
        examples=uses[:2],
    )  # fmt: skip


def _changed(glossary: Glossary) -> Glossary:
    changed = []
    for number, concept in enumerate(glossary):
        if number % APART == 1:
            terms = (Term(f"{concept.preferred}s", count=4), Term(concept.preferred, status="admitted", count=1))
            changed.append(replace(concept, sections=(LanguageSection("en", terms),)))
        elif number % APART == 2:
            changed.append(_concept(f"newly found {concept.preferred}", number))
        if number % APART > 1 and number % APART != 3:
            changed.append(concept)
    return Glossary(tuple(changed))


def _translate(path: Path) -> None:
    """Six of ten messages confirmed, one drafted."""
    head, *messages = path.read_text(encoding="utf-8").split("\n\n")
    for number, message in enumerate(messages):
        if number % 10 < 7:
            messages[number] = message.replace('msgstr ""', f'msgstr "번역 {number}"')
        if number % 10 == 6:
            messages[number] = messages[number].replace("msgctxt", "#, fuzzy\nmsgctxt")
    path.write_text("\n\n".join((head, *messages)), encoding="utf-8")


if __name__ == "__main__":
    main()
