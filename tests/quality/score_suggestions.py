"""Score suggestions against a list of names with renderings.

usage: python tests/quality/score_suggestions.py GOLD.tsv [--wrong] [--kind]

GOLD.tsv has a header row: ``category`` (or ``kind``), ``en`` (or ``preferred``), ``ko``, ``ja``, ``uk``, several
right renderings separated by ``/`` or ``|``.  Lines that start with # are skipped.  Prints for each category and
language: how many have any suggestion, how many a right one at first place and among all, and of those sure enough
for ``msgstr`` how many are right.  ``--wrong`` lists what is not right, ``--kind`` tells the sources the category.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

from glossary.model import KINDS
from glossary.suggestions import PREFILL, Query, Resources
from glossary.suggestions.sources import answers

LANGUAGES = ("ko", "ja", "uk")
AS_KIND = {"country": "place", "region": "place", "city": "place", "demonym": "people", "org": "organization",
           "party": "organization", "ministry": "organization", "treaty": "document", "body": "organization",
           "intlbody": "organization"}  # fmt: skip


def same(one: str, other: str) -> bool:
    """Equal but for space, points, hyphens, apostrophes and case."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return re.sub(r"[\s·・,.'’-]", "", unicodedata.normalize("NFKC", text)).casefold()


def main() -> None:
    """Print the table."""
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    lines = [line for line in Path(arguments[0]).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    counts: Counter[tuple[str, str, str]] = Counter()
    wrong = []
    resources = Resources()
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        category, form = row.get("category") or row.get("kind") or "", row.get("en") or row.get("preferred") or ""
        kind = AS_KIND.get(category, category) if "--kind" in sys.argv else None
        for language in LANGUAGES:
            gold = [text for text in re.split(r"[/|]", row.get(language) or "") if text.strip()]
            if not gold:
                continue
            found = answers(Query(form, kind if kind in KINDS else None), language, resources)
            hit = [any(same(rendering.form, text) for text in gold) for rendering in found]
            filled = bool(found) and found[0].confidence >= PREFILL
            for name in (category, "ALL"):
                counts[name, language, "n"] += 1
                counts[name, language, "any"] += bool(found)
                counts[name, language, "first"] += bool(hit) and hit[0]
                counts[name, language, "among"] += any(hit[:4])
                counts[name, language, "filled"] += filled
                counts[name, language, "filled right"] += filled and hit[0]
            if not (hit and hit[0]):
                shown = "; ".join(f"{r.form} {r.confidence:.2f} [{r.source}]" for r in found[:3])
                wrong.append(f"{category}\t{form}\t{language}\tgold {'/'.join(gold)}\tgot {shown or '-'}")
    print(f"{'':22}" + "".join(f"{language + ': n  any first among | msgstr right':>42}" for language in LANGUAGES))
    for category in sorted({name for name, *_ in counts}, key=lambda name: (name == "ALL", name)):
        print(f"{category:22}" + "".join(_cells(counts, category, language) for language in LANGUAGES))
    if "--wrong" in sys.argv:
        print("\n".join(wrong))


def _cells(counts: Counter[tuple[str, str, str]], category: str, language: str) -> str:
    n, found, first, among, filled, right = (
        counts[category, language, name] for name in ("n", "any", "first", "among", "filled", "filled right")
    )
    share = [f"{value / n:.2f}" if n else "-" for value in (found, first, among)]
    return f"{n:>12} {' '.join(share):>15} | {filled:>4} {right / filled if filled else 0:.2f}"


if __name__ == "__main__":
    main()
