"""Score ``glossary check`` on labelled segments, and count its findings in catalogs.

    python tests/quality/score_check.py PAIRS.jsonl…
    python tests/quality/score_check.py --catalogs FOLDER… [--glossary FILE] [--show T2,T5 [--most 20]]

PAIRS: one JSON object a line with language, term, approved, source, translation, verdict and kind, as for
score_matching.py; of kind "segment" only. Here the term must be found in the source too, and all terms of the file
are one glossary. A false alarm is an error or warning T301 on a segment labelled present or variant; missed is a
violation without T301; told variant is a segment labelled variant with T304. FOLDER: catalogs; findings by rule are
counted for each, and with --show some are printed to be read.
Exit code 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from pathlib import Path

from glossary import checking, rules
from glossary.checks import Termbase
from glossary.checks.terms import terms
from glossary.model import ConceptEntry, Finding, Glossary, LanguageSection, Term
from glossary.reports import text_report
from glossary.settings import Settings
from glossary.units import CatalogFile, Unit

FALSE_ALARMS = {"uk": 0.02, "ko": 0.03, "ja": 0.02}
"""Share of correct translations that may be flagged."""


def main() -> int:
    """Print the figures; 0 when every bar is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--catalogs", action="store_true")
    parser.add_argument("--glossary", type=Path)
    parser.add_argument("--show", default="")
    parser.add_argument("--most", type=int, default=20)
    options = parser.parse_args()
    if options.catalogs:
        for path in options.paths:
            catalogs(path, options.glossary, options.show, options.most)
        return 0
    good = [segments(path) for path in options.paths]
    return 0 if all(good) else 1


def segments(path: Path) -> bool:
    """Figures for one file of labelled segments; whether it meets the bars."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["kind"] == "segment" and row["verdict"] != "contested"]
    language = rows[0]["language"]
    names = sorted({(row["term"], row["approved"]) for row in rows})
    glossary = Glossary(tuple(
        ConceptEntry(term, "term", (LanguageSection("en", (Term(term, status="preferred"),)),
                                    LanguageSection(language, (Term(approved, status="preferred"),))))
        for term, approved in names
    ))  # fmt: skip
    units = tuple(Unit(line, None, row["source"], "", (row["translation"],)) for line, row in enumerate(rows, 1))
    found = terms(CatalogFile(path.name, language, units=units), Termbase(glossary, language))
    codes = {(finding.location.line, finding.concept_id): finding.code for finding in found if finding.location}
    told = [(row, codes.get((line, row["term"]), "")) for line, row in enumerate(rows, 1)]
    correct = [(row, code) for row, code in told if row["verdict"] in ("present", "variant")]
    alarms = [row for row, code in correct if code == "T301"]
    violations = [(row, code) for row, code in told if row["verdict"] == "missing"]
    missed = [row for row, code in violations if code != "T301"]
    variants = [code for row, code in told if row["verdict"] == "variant"]
    share = len(alarms) / max(1, len(correct))
    print(f"{language}: false alarms {len(alarms)} of {len(correct)} ({share:.1%}), missed {len(missed)} of "
          f"{len(violations)}, told variant {variants.count('T304')} of {len(variants)}")  # fmt: skip
    for row in (*alarms, *missed):
        print(f"    {row['verdict']}: {row['term']} → {row['approved']}: {row['translation'][:160]}")
    return share <= FALSE_ALARMS.get(language, 0.03) and not missed


def catalogs(folder: Path, glossary: Path | None, show: str, most: int) -> None:
    """Counts by rule, and some of the findings."""
    request = checking.Request((folder,), glossary)
    checked = checking.check(Settings(root=folder.resolve()), request)
    counts = Counter(finding.code for finding in checked.findings)
    print(f"{folder}: {checked.messages} messages: {', '.join(f'{code} {n}' for code, n in sorted(counts.items()))}")
    if show:
        codes = rules.codes(show.split(","), "--show")
        chosen = [finding for finding in checked.findings if finding.code in codes]
        print(text_report.report(_sample(chosen, most)))


def _sample(findings: list[Finding], most: int) -> list[Finding]:
    picked = random.Random(1).sample(findings, min(most, len(findings)))
    return sorted(
        picked, key=lambda finding: (finding.location.path, finding.location.line) if finding.location else ("", 0)
    )


if __name__ == "__main__":
    sys.exit(main())
