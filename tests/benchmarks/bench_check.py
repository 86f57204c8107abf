"""CPU time of ``glossary check`` beside other checkers of catalogs, on the same messages in the same run.

    python tests/benchmarks/bench_check.py FOLDER… [--terms 1000 100000] [--rounds 5] [--tools DIR]
    python tests/benchmarks/bench_check.py --limits FOLDER… [--rounds 5]

FOLDER: catalogs of one language (its name is the language's code). Their messages are repeated or cut to
20,000 in one file. The glossary's terms are short messages of the catalogs themselves that most other messages
translate alike, filled up with made-up ones. ``--tools``: where l10n-lint, pofilter, poconflicts and msgcheck are
installed, if not on the PATH; what is missing is left out. Each figure is the best of the rounds, interleaved; the
machine's load moves the seconds, hardly the ratio to ``msgfmt -c``. ``--limits`` prints instead how a check grows, as
ratios of CPU seconds: 100,000 messages beside ``msgfmt -c`` and beside a fifth of them, 100,000 terms beside 1,000,
and starting, beside ``python -c "import click"``; each the median of the rounds' ratios and the ratio of the best.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from operator import truediv
from pathlib import Path

from glossary.catalogs.scanning import scan
from glossary.languages.matching import matcher_for
from glossary.languages.source import SourceTerms
from glossary.units import Unit

CONSISTENT = 0.8
"""Share of the messages with a term whose translation must have its rendering for the term to be a real one."""
REAL = 1_000
"""Terms that are taken from the catalogs, at most; a larger glossary is filled up with terms that nobody uses."""
_HEADERS = {
    "uk": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
}


def main() -> None:
    """Print a table for each folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--terms", nargs="+", type=int, default=[1_000, 100_000])
    parser.add_argument("--messages", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--tools", default="")
    parser.add_argument("--limits", action="store_true")
    options = parser.parse_args()
    search = os.pathsep.join(filter(None, (options.tools, os.environ["PATH"])))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once, not at each start
    for folder in options.folders:
        with tempfile.TemporaryDirectory() as temporary:
            os.environ["PYTHONPYCACHEPREFIX"] = str(Path(temporary, "compiled"))
            if options.limits:
                _limits(folder, Path(temporary), options.rounds)
            else:
                _table(folder, Path(temporary), options.terms, options.messages, options.rounds, search)


def _limits(folder: Path, work: Path, rounds: int) -> None:
    """Print how the cost of a check grows with messages and terms, and what it costs to start."""
    units, language = _units(folder), folder.name
    files = {count: work / f"{count}.po" for count in (20_000, 100_000)}
    for count, path in files.items():
        path.write_text(_catalog(units, language, count), encoding="utf-8")
    terms = {size: work / f"terms{size}.csv" for size in (1_000, 100_000)}
    for size, path in terms.items():
        _glossary(files[20_000], language, size, path)
    small = work / "small.po"
    small.write_text(_catalog(units, language, 20), encoding="utf-8")
    program = [sys.executable, "-m", "glossary"]
    commands = {
        name: [*program, "check", str(files[count]), "--glossary", str(terms[size]), "-o", str(work / "out")]
        for name, count, size in (
            ("check", 20_000, 1_000), ("check, 100,000 messages", 100_000, 1_000),
            ("check, 100,000 terms", 20_000, 100_000),
        )
    }  # fmt: skip
    commands |= {
        "msgfmt -c, 100,000 messages": ["msgfmt", "-c", "-o", os.devnull, str(files[100_000])],
        "--help": [*program, "--help"],
        "check, 20 messages": [*program, "check", str(small)],
        "import click": [sys.executable, "-c", "import click"],
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            spent = _cpu(command)
            if number:  # the first round compiles
                seconds[name].append(spent)
    print(
        f"{language}: {len({(unit.source, unit.targets) for unit in units}):,} distinct messages, repeated to 100,000"
    )
    for name, base in (
        ("check, 100,000 messages", "msgfmt -c, 100,000 messages"),
        ("check, 100,000 messages", "check"),
        ("check, 100,000 terms", "check"),
        ("--help", "import click"),
        ("check, 20 messages", "import click"),
    ):
        median = statistics.median(map(truediv, seconds[name], seconds[base]))
        best = min(seconds[name]) / min(seconds[base])
        print(f"  {name:24} {min(seconds[name]):6.2f} s  {median:5.2f} × {base} (of the best rounds: {best:.2f})")


def _units(folder: Path) -> list[Unit]:
    return [unit for path in sorted(folder.rglob("*.po")) for unit in scan(path.read_bytes(), str(path)).units]


def _table(folder: Path, work: Path, sizes: list[int], messages: int, rounds: int, search: str) -> None:
    language = folder.name
    units = _units(folder)
    catalog = work / f"{language}.po"
    catalog.write_text(_catalog(units, language, messages), encoding="utf-8")
    (work / "checked").mkdir()
    commands = {"msgfmt -c": ["msgfmt", "-c", "-o", os.devnull, str(catalog)]}
    for size in sizes:
        terms = work / f"terms{size}.csv"
        _glossary(catalog, language, size, terms)
        commands[f"glossary check, {size:,} terms"] = [
            sys.executable, "-m", "glossary", "check", str(catalog), "--glossary", str(terms), "-o", str(work / "out"),
        ]  # fmt: skip
    commands |= {
        "l10n-lint": ["l10n-lint", str(catalog)],
        "pofilter": ["pofilter", str(catalog), str(work / "checked" / "pofilter.po")],
        "poconflicts": ["poconflicts", str(work), str(work / "checked")],
        "msgcheck": ["msgcheck", "-q", str(catalog)],
    }
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, command in commands.items():
            program = shutil.which(command[0], path=search)
            if program:
                best[name] = min(best.get(name, 1e9), _cpu([program, *command[1:]]))
    print(f"{language}: {messages:,} messages, {catalog.stat().st_size / 1e6:.1f} MB")
    for name, seconds in best.items():
        print(f"  {name:32} {seconds:7.2f} s  {seconds / best['msgfmt -c']:6.1f} ×")


def _cpu(command: list[str]) -> float:
    """CPU seconds of a program and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _catalog(units: list[Unit], language: str, count: int) -> str:
    rule = _HEADERS.get(language, "nplurals=1; plural=0;")
    parts = [f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
             f'"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: {rule}\\n"\n']  # fmt: skip
    for number in range(count):
        unit = units[number % len(units)]
        parts.append(f"\n#: file.c:{number}\n")
        parts.append(f"#, {', '.join(unit.flags)}\n" if unit.flags else "")
        parts.append(f'msgctxt "{number}"\nmsgid "{_quoted(unit.source)}"\n')
        if unit.plural:
            parts.append(f'msgid_plural "{_quoted(unit.plural)}"\n')
            parts += [f'msgstr[{form}] "{_quoted(text)}"\n' for form, text in enumerate(unit.targets)]
        else:
            parts.append(f'msgstr "{_quoted(unit.targets[0])}"\n')
    return "".join(parts)


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")


def _glossary(catalog: Path, language: str, size: int, path: Path) -> None:
    """A table of terms: short messages whose translation most other messages use too, then made-up ones."""
    file = scan(catalog.read_bytes(), catalog.name)
    short = {
        unit.source.lower(): unit.targets[0]
        for unit in file.units
        if re.fullmatch(r"[A-Za-z]{4,}( [a-z]{3,}){0,2}", unit.source)
        and re.fullmatch(r"[^\x00-\x7f].*", unit.targets[0])
    }
    uses, kept = Counter[str](), Counter[str]()
    terms = SourceTerms((term, term, False) for term in short)
    for translation in file.translations:
        for term in {use.concept_id for use in terms.uses(translation.source)}:
            uses[term] += 1
            kept[term] += bool(matcher_for(short[term], language).uses(translation.text))
    good = [term for term, count in uses.most_common() if kept[term] >= CONSISTENT * count]
    rows = [(term, short[term]) for term in good[: min(size, REAL)]]
    rows += [(f"word{number % 997} invented{number}", f"слово{number}") for number in range(size - len(rows))]
    with path.open("w", encoding="utf-8", newline="") as table:
        csv.writer(table).writerows([("en", language), *rows])


if __name__ == "__main__":
    main()
