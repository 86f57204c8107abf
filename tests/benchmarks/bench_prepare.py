"""What ``glossary prepare`` costs beside ``glossary build`` on the same documents: whole processes, CPU and wall time.

    python tests/benchmarks/bench_prepare.py FOLDER… [--documents N] [--size MB]

Makes ``--documents`` documents (default 1,000) of ``--size`` megabytes together (default 2) of the folders' ``.txt``
files, builds once, then prepares three times: everything new, nothing changed, and one paragraph of each document
edited.  Bar: the first costs at most twice the build.
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

import glossary

BAR = 2.0
"""Preparing may cost so many times the build."""


def paragraphs(folders: Sequence[Path]) -> Iterator[str]:
    """English paragraphs of the files, over and over, each time with another number before them."""
    found = [
        line
        for path in sorted(path for folder in folders for path in folder.rglob("*.txt"))
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines()
        if len(line) > 40 and sum(char.isascii() for char in line) > 0.97 * len(line)
    ]
    turn = 0
    while found:
        yield from found if not turn else (f"{turn}. {line}" for line in found)
        turn += 1


def cost(folder: Path, *arguments: str) -> tuple[float, float]:
    """CPU and wall seconds of one command, its processes included."""
    started, before = time.perf_counter(), os.times()
    environment = {**os.environ, "PYTHONPATH": str(Path(glossary.__file__).parent.parent)}
    command = [sys.executable, "-m", "glossary", *arguments, "-q"]
    code = os.spawnve(os.P_WAIT, "/usr/bin/env", ["env", "-C", str(folder), *command], environment)
    after = os.times()
    if code:
        sys.exit(f"{' '.join(arguments)} failed")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return cpu, time.perf_counter() - started


def main() -> None:
    """Print seconds and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--documents", type=int, default=1_000)
    parser.add_argument("--size", type=float, default=2.0, help="megabytes")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    (folder / "seeds").mkdir()
    each, texts = options.size * 1e6 / options.documents, paragraphs(options.folders)
    for number in range(options.documents):
        text = ""
        while len(text) < each:
            text += f"{next(texts)}\n\n"
        (folder / f"seeds/{number:05}.txt").write_text(text, encoding="utf-8")
    figures = {"build": cost(folder, "build"), "prepare": cost(folder, "prepare")}
    figures["prepare, nothing changed"] = cost(folder, "prepare")
    for path in (folder / "seeds").iterdir():
        path.write_text(path.read_text(encoding="utf-8").replace(" the ", " just the ", 1), encoding="utf-8")
    figures["prepare, all edited"] = cost(folder, "prepare")
    shutil.rmtree(folder)
    for name, (cpu, wall) in figures.items():
        print(f"{name:26} {cpu:7.1f} CPU s   {wall:7.1f} s   {cpu / figures['build'][0]:.2f} of the build's CPU")
    print(f"bar: {BAR}")
    sys.exit(figures["prepare"][0] > BAR * figures["build"][0])


if __name__ == "__main__":
    main()
