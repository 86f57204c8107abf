"""Class the findings in catalogs that somebody has read, and tell those that nobody has.

    python tests/quality/score_classes.py FOLDER… --glossary GLOSSARY.csv --classes CLASSES.tsv
    python tests/quality/score_classes.py /tmp/django/{ko,ja,uk} --glossary tests/quality/django/glossary.csv \
        --classes tests/quality/django/classes.tsv

FOLDER: catalogs of one language, such as Django's own (``pip download --no-deps Django==5.2.19``, then the files
``django/**/locale/LANGUAGE/LC_MESSAGES/*.po`` of the wheel).  CLASSES: language, code, class, concept or "-", English
text, one finding a line.  The classes:

slip      the translation has what the finding says: a space, mark, tag, particle, placeholder
other     another rendering than the approved one, which a reviewer would change or take into the glossary
free      the rendering is not there, since the sentence is put in another way; right as the finding has it
question  information that only asks: a compound, two translations of a short label
wrong     the finding is wrong: the English word means something else, or the rendering is there

Findings without a class are printed as lines of CLASSES to be read and added.  Exit code 1 when there are some, or
when a tenth or more of the findings, or of those that are no mere information, are wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from glossary import checking
from glossary.model import Finding
from glossary.settings import Settings

CLASSES = ("slip", "other", "free", "question", "wrong")
WRONG = 0.1
"""Share of the findings that may be wrong."""


def main() -> int:
    """Print a table and what is to be read; 0 when all are classed and few are wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--glossary", type=Path)
    parser.add_argument("--classes", type=Path, required=True)
    options = parser.parse_args()
    rows = (line.split("\t") for line in options.classes.read_text(encoding="utf-8").splitlines()[1:])
    classes = {(language, code, concept, text): name for language, code, name, concept, text in rows}
    good = [_folder(folder, options.glossary, classes) for folder in options.folders]
    return 0 if all(good) else 1


def _folder(folder: Path, glossary: Path | None, classes: dict[tuple[str, str, str, str], str]) -> bool:
    checked = checking.check(Settings(root=folder.resolve()), checking.Request((folder,), glossary))
    path = str(glossary) if glossary else ""
    findings = [finding for finding in checked.findings if finding.location and finding.location.path != path]
    named = [(finding, classes.get(_key(finding), "")) for finding in findings]
    told = [name for finding, name in named if finding.severity != "info"]
    counts = Counter(name for _, name in named)
    shown = ", ".join(f"{name} {counts[name]}" for name in CLASSES)
    errors = f"{told.count('wrong')} of the {len(told)} errors and warnings"
    print(f"{folder}: {checked.messages} messages, {len(named)} findings: {shown}; wrong: {errors}")
    unread = [finding for finding, name in named if name not in CLASSES]
    for finding in unread:
        language, code, concept, text = _key(finding)
        print("\t".join((language, code, "?", concept, text)), f"\n    {finding.translation!r}")
    few = counts["wrong"] < WRONG * max(1, len(named)) and told.count("wrong") < WRONG * max(1, len(told))
    return few and not unread


def _key(finding: Finding) -> tuple[str, str, str, str]:
    text = (finding.source or finding.message).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").strip()
    return finding.language, finding.code, finding.concept_id or "-", text


if __name__ == "__main__":
    sys.exit(main())
