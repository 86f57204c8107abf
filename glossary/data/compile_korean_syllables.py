"""Count the syllables of Korean given names: ``transcribe_korean_syllables.tsv``.

Run by hand, never at run time::

    python -m glossary.data.compile_korean_syllables persons.txt

``persons.txt`` is ``rigour/data/names/persons.txt`` of the package rigour 1.8.2 (MIT): name parts of Wikidata (CC0) and
their items.  Korean given names were entered there in one series, which the range of items picks out.  Only names
whose Hangul has an even SHA-256 are counted: ``tests/quality/score_transcription.py`` measures on the others.
Readings of Chinese characters that no counted name holds stay in the file with two zeros.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

TABLE = Path(__file__).with_name("transcribe_korean_syllables.tsv")
SERIES = range(69_500_000, 69_530_001)
"""Numbers of the Wikidata items of Korean given names."""
_NAME = re.compile("[가-힣]{2}")


def given_names(lines: Iterator[str]) -> Iterator[str]:
    """The two-syllable given names of the series that have one form in Hangul."""
    for line in lines:
        parts, _, item = line.strip().rpartition(" => Q")
        hangul = [part for part in parts.split(", ") if re.fullmatch("[가-힣]+", part)]
        if item.isdigit() and int(item) in SERIES and len(hangul) == 1 and _NAME.fullmatch(hangul[0]):
            yield hangul[0]


def main(path: Path) -> None:
    """Write the counts into the table, keeping its head and its syllables."""
    with path.open(encoding="utf-8") as lines:
        names = [name for name in given_names(lines) if sha256(name.encode()).digest()[-1] % 2 == 0]
    first, last = Counter(name[0] for name in names), Counter(name[1] for name in names)
    old = TABLE.read_text(encoding="utf-8").splitlines()
    syllables = {line.split("\t")[0] for line in old if not line.startswith("#")} | set(first) | set(last)
    head = [line for line in old if line.startswith("#")]
    rows = [f"{syllable}\t{first[syllable]}\t{last[syllable]}" for syllable in sorted(syllables)]
    TABLE.write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
