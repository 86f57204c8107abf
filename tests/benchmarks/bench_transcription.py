"""What transcription costs: loading, and 10,000 names in three languages.

    python -m tests.benchmarks.bench_transcription PAIRS.tsv

``PAIRS.tsv`` as for ``tests/quality/score_transcription.py``.  Processor seconds, which other work on the machine
changes less than the clock.
"""

import sys
from pathlib import Path
from time import process_time

NAMES = 10_000


def main(path: Path) -> None:
    """Print the figures."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    unique = sorted({tuple(line[:3]) for line in lines})
    names = unique[:: max(1, len(unique) // NAMES)][:NAMES]
    start = process_time()
    from glossary.suggestions.transcription import origin_of, transcribe

    for name, kind, origin in (("Kim Yo-jong", "person", "ko"), ("Gen Nakatani", "person", "ja")):
        transcribe(name, kind, origin, "uk")
    origin_of("Kim Yo-jong", "person", ())
    print(f"import, tables and first names: {process_time() - start:.3f} s")
    start = process_time()
    for name, kind, origin in names:
        for target in ("ko", "ja", "uk"):
            transcribe(name, kind, origin, target)
    print(f"{len(names)} names × 3 languages: {process_time() - start:.2f} s")
    start = process_time()
    for name, kind, _ in names:
        origin_of(name, kind, ("KP", "RU"))
    print(f"{len(names)} origins: {process_time() - start:.2f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
