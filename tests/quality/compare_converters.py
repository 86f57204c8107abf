"""Document to catalog and back, side by side with other programs: whose documents come back whole?

    python tests/quality/compare_converters.py FOLDER… [--bin FOLDER]

For every ``.txt``, ``.md`` and ``.html`` file of the folders each program makes a catalog, every message gets its own
text as translation, and the program makes a document of it again.  Told is how many files come back byte by byte, and
how many of the lines of all files.  Then every message gets its text with a mark in front: told is how many words of
the files, markup included, come back when the marks are gone.  Told is as well how many files a program refuses,
which count for nothing else, and its seconds.  Programs are looked
for in ``--bin`` and on the path: mdpo (md2po, po2md), po4a, translate-toolkit (txt2po, md2po, html2po …, which has
names in common with mdpo: give each a folder of its own as ``--bin`` and run twice).
"""

from __future__ import annotations

import argparse
import difflib
import os
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import polib

from glossary import preparing, rendering
from glossary.errors import GlossaryError
from glossary.settings import Settings

Converter = Callable[[Path, Path, str], bytes]
"""A document, an empty folder to work in and a mark → the document again, with the mark at every message."""
MARK = "Жж "
SECONDS = 60
"""A program may work on one file."""


class RefusedError(Exception):
    """The program made no document."""


def run(*command: str | Path, stdout: Path | None = None) -> None:
    """Run a program; raise ``RefusedError`` when it fails."""
    try:
        done = subprocess.run([*map(str, command)], capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise RefusedError(f"more than {SECONDS} s") from None
    if done.returncode:
        raise RefusedError(done.stderr.decode(errors="replace").strip().splitlines()[-1:] or done.returncode)
    if stdout is not None:
        stdout.write_bytes(done.stdout)


def translated(path: Path, mark: str) -> None:
    """Give every message of a catalog its own text as translation, behind a mark."""
    if not path.is_file():
        raise RefusedError("no catalog")
    catalog = polib.pofile(str(path), wrapwidth=0)
    for entry in catalog:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: mark + entry.msgid, 1: mark + entry.msgid_plural}
        else:
            entry.msgstr = mark + entry.msgid
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    catalog.save(str(path))


def read(path: Path) -> bytes:
    """The document that came out."""
    if not path.is_file():
        raise RefusedError("no document")
    return path.read_bytes()


def glossary(document: Path, folder: Path, mark: str) -> bytes:
    """This program, boilerplate included."""
    settings = Settings(root=folder, sources=(document.name,), languages=("uk",), max_file_size=50_000_000)
    shutil.copy(document, folder / document.name)
    try:
        prepared = preparing.prepare(settings, boilerplate=True)
    except GlossaryError as error:
        raise RefusedError(str(error)) from None
    if prepared.findings:
        raise RefusedError(prepared.findings[0].message)
    preparing.write(prepared)
    for path in (folder / "locales").glob("uk/LC_MESSAGES/*.po"):
        translated(path, mark)
    (rendered,) = rendering.render(settings, "uk", [folder / document.name], folder / "out")
    return rendered.data


def mdpo(document: Path, folder: Path, mark: str) -> bytes:
    """mdpo (BSD): Markdown."""
    po, out = folder / "a.po", folder / "out.md"
    run("md2po", document, "--quiet", "--save", "--po-filepath", po)
    translated(po, mark)
    run("po2md", document, "--quiet", "--po-files", po, "--save", out)
    return read(out)


def po4a(form: str, *options: str) -> Converter:
    """po4a (GPL): its module ``form``."""

    def convert(document: Path, folder: Path, mark: str) -> bytes:
        po, out = folder / "a.po", folder / "out"
        common = ("-f", form, *options, "-M", "UTF-8", "-m", document)
        run("po4a-updatepo", *common, "-p", po)
        translated(po, mark)
        run("po4a-translate", *common, "-L", "UTF-8", "-p", po, "-l", out, "-k", "0")
        return read(out)

    return convert


def toolkit(there: str, back: str, suffix: str) -> Converter:
    """translate-toolkit (GPL)."""

    def convert(document: Path, folder: Path, mark: str) -> bytes:
        source, po, out = folder / f"a{suffix}", folder / "a.po", folder / f"out{suffix}"
        shutil.copy(document, source)
        run(there, "--progress=none", "--duplicates=merge", source, po)
        translated(po, mark)
        run(back, "--progress=none", "--threshold=0", "-t", source, po, out)
        return read(out)

    return convert


CONVERTERS: Mapping[str, Mapping[str, Converter]] = {
    ".txt": {"glossary": glossary, "po4a": po4a("text"), "translate-toolkit": toolkit("txt2po", "po2txt", ".txt")},
    ".md": {
        "glossary": glossary,
        "mdpo": mdpo,
        "po4a": po4a("text", "-o", "markdown"),
        "translate-toolkit": toolkit("md2po", "po2md", ".md"),
    },
    ".html": {"glossary": glossary, "po4a": po4a("xhtml"), "translate-toolkit": toolkit("html2po", "po2html", ".html")},
}
NEEDED = {"mdpo": "md2po2md", "po4a": "po4a-updatepo", "translate-toolkit": "txt2po"}
"""Program → one of its commands."""


def available(suffix: str) -> Iterator[tuple[str, Converter]]:
    """The programs that are there."""
    for name, converter in CONVERTERS[suffix].items():
        found = shutil.which(NEEDED.get(name, "sh"))
        if found and not (name == "translate-toolkit" and suffix == ".md" and shutil.which("md2po2md")):
            yield name, converter


def kept(before: Sequence[bytes], after: Sequence[bytes]) -> int:
    """How many of the parts of the original stand, in order, in what came back."""
    if before == after:
        return len(before)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return sum(match.size for match in matcher.get_matching_blocks())


def measured(files: Sequence[Path], converter: Converter) -> tuple[Counter[str], list[str]]:
    """Sums over the files, and why some were refused."""
    sums: Counter[str] = Counter()
    why: list[str] = []
    for path in files:
        before = path.read_bytes()
        found = {}
        for mark in ("", MARK):
            with tempfile.TemporaryDirectory() as folder:
                started = time.perf_counter()
                try:
                    found[mark] = converter(path, Path(folder), mark)
                except RefusedError as error:
                    why.append(f"{path.name}: {error}")
                    found[mark] = b""
                sums["milliseconds"] += int(1000 * (time.perf_counter() - started))
        if not (found[""] and found[MARK]):
            sums["refused"] += 1
            continue
        sums["whole"] += before == found[""]
        sums["lines"] += len(before.splitlines())
        sums["lines kept"] += kept(before.splitlines(), found[""].splitlines())
        plainly = found[MARK].replace(MARK.encode(), b"").replace(MARK.strip().encode(), b"")
        sums["words"] += len(before.split())
        sums["words kept"] += kept(before.split(), plainly.split())
    return sums, why


def main() -> None:
    """Print a table for each suffix."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--bin", type=Path, help="folder with the programs")
    parser.add_argument("--why", action="store_true", help="tell why files were refused")
    options = parser.parse_args()
    if options.bin:
        os.environ["PATH"] = f"{options.bin.resolve()}{os.pathsep}{os.environ['PATH']}"
    files = sorted(path.resolve() for folder in options.folders for path in folder.rglob("*") if path.is_file())
    for suffix in CONVERTERS:
        chosen = [path for path in files if path.suffix == suffix]
        if not chosen:
            continue
        print(f"{suffix}: {len(chosen)} files")
        for name, converter in available(suffix):
            sums, why = measured(chosen, converter)
            lines, words = (100 * sums[f"{part} kept"] / max(1, sums[part]) for part in ("lines", "words"))
            print(f"  {name:18} whole {sums['whole']:4}   lines {lines:6.2f} %   words {words:6.2f} %   "
                  f"refused {sums['refused']:3}   {sums['milliseconds'] / 1000:6.1f} s")  # fmt: skip
            for line in why if options.why else ():
                print(f"    {line[:150]}")


if __name__ == "__main__":
    main()
