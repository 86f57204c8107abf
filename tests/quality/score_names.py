"""Score the names that the recognizers find against sentences with marked spans (CrossNER's BIO format).

    python tests/quality/score_names.py crossner-politics/dev.txt [--errors]

Each sentence is a document of its own, so nothing helps but its own words.  A span counts as found when some
candidate of the sentence has its form (ignoring case, article and possessive); the kind is right when it is
one that the label allows.  Data: Liu et al., "CrossNER", AAAI 2021, https://github.com/zliucr/CrossNER (MIT).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from glossary import analysis, candidates
from glossary.languages.english import fold_spelling
from glossary.model import Document, Location, Segment
from glossary.settings import DEFAULT_MODEL

KINDS = {
    "politician": {"person"}, "person": {"person"}, "politicalparty": {"organization", "abbreviation"},
    "organisation": {"organization", "abbreviation"}, "location": {"place"}, "country": {"place"},
    "election": {"event", "term"}, "event": {"event", "term", "document"},
}  # fmt: skip
"""CrossNER label → kinds that name the same thing; ``misc`` may be anything."""


def sentences(path: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each sentence as text, with its marked spans as (form, label)."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        words: list[str] = []
        spans: list[tuple[list[str], str]] = []
        for line in block.splitlines():
            word, _, tag = line.partition("\t")
            words.append(word)
            if tag.startswith("B-"):
                spans.append(([word], tag[2:]))
            elif tag.startswith("I-") and spans:
                spans[-1][0].append(word)
        yield plain(words), [(plain(span), label) for span, label in spans]


def plain(words: list[str]) -> str:
    """Words as running text: the marks of the tokenizer's spaces taken back."""
    text = " ".join(words)
    for mark in (".", ",", ";", ":", "!", "?", ")", "'s", "’s", "%"):
        text = text.replace(f" {mark}", mark)
    return text.replace("( ", "(").strip()


def main() -> None:
    """Print recall, precision and kind over all sentences of a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--errors", action="store_true", help="list what was missed, wrong or extra")
    options = parser.parse_args()
    rows = list(sentences(options.path))
    documents = [
        Document(f"{n}.txt", "", (Segment(text, Location(f"{n}.txt", 1)),)) for n, (text, _) in enumerate(rows)
    ]
    count: Counter[str] = Counter()
    for (_, analyzed), (text, spans) in zip(analysis.analyze(documents, DEFAULT_MODEL), rows, strict=True):
        found = {
            fold_spelling(form): candidate.kind
            for candidate in candidates.recognize(analyzed)
            if candidate.kind not in ("term", "title")
            for form in (candidate.form, *(occurrence.form for occurrence in candidate.occurrences))
        }
        count.update(found=len(found), spans=len(spans))
        wanted = {fold_spelling(form) for form, _ in spans}
        count["right"] += len(found.keys() & wanted)
        for form, label in spans:
            kind = found.get(fold_spelling(form))
            count["hit"] += kind is not None
            if kind and label in KINDS:
                count.update(kinds=1, kind=int(kind in KINDS[label]))
            if options.errors and (kind is None or (label in KINDS and kind not in KINDS[label])):
                print(f"{label}: {form!r} → {kind}    {text}")
        if options.errors and found.keys() - wanted:
            print(f"extra: {sorted(found.keys() - wanted)}    {text}")
    print(f"recall    {count['hit']}/{count['spans']} = {count['hit'] / count['spans']:.3f}")
    print(f"precision {count['right']}/{count['found']} = {count['right'] / count['found']:.3f}")
    print(f"kind      {count['kind']}/{count['kinds']} = {count['kind'] / count['kinds']:.3f}")


if __name__ == "__main__":
    main()
