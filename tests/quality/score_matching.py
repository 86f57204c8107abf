"""Score the matching of renderings on labelled pairs, on names with their forms, and on a Ukrainian dictionary.

    python tests/quality/score_matching.py PAIRS.jsonl… NAMES.tsv…
    python tests/quality/score_matching.py --dictionary [--words 2500] [--seed 1]

PAIRS: one JSON object a line with language, approved, translation, verdict and kind.  Kind "segment": a source
and its translation, verdict present (a correct translation), variant (correct, in another spelling), missing (a
violation) or contested (left out).  Kind "lookalike": a ``word`` of the translation that is (present) or is not
(absent) the approved term.  NAMES: rendering, TAB, its forms (by space; by | for phrases).

What counts, as a user sees it:
false alarm   a correct translation where nothing is found, or only a word derived from the rendering: the check
              would say "missing".  Inside a compound is none: it is shown as information.
missed        a violation where the rendering, another form or spelling, or a compound is found.
accepted      an absent look-alike taken for the term, a form or a spelling of it.  One inside a compound is shown
              as a question, which the second figure adds.
The dictionary's forms (pymorphy3 with pymorphy3-dicts-uk, to be installed for this alone) are judged with the
rules only.  A false accept is a form of another word: among all forms of the sampled words, and among the
dictionary's nearest neighbors, which share all but the last two letters of the word.
Exit code 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from unittest.mock import patch

from glossary.languages.matching import matcher_for
from glossary.languages.uses import Matcher

FALSE_ALARMS = {"uk": 0.02, "ko": 0.03, "ja": 0.02}
LOOK_ALIKES = 0.03
RECALL, FALSE_ACCEPTS = 0.99, 0.002
MOST_NEIGHBORS = 1000
"""Of one word: short ones have tens of thousands, which would drown all others."""
_LABELS = {"present": "correct", "variant": "correct", "missing": "violations", "absent": "look-alikes"}
_PLAIN = {"exact", "inflected", "variant"}
_PROPER = ("Surn", "Name", "Patr")


def main() -> int:
    """Print the figures; 0 when every bar is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--dictionary", action="store_true")
    parser.add_argument("--words", type=int, default=2500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="print every wrong verdict")
    options = parser.parse_args()
    good = True
    for path in options.paths:
        good &= names(path) if path.suffix == ".tsv" else pairs(path, verbose=options.verbose)
    if options.dictionary:
        good &= dictionary(options.words, options.seed, verbose=options.verbose)
    return 0 if good else 1


def pairs(path: Path, *, verbose: bool) -> bool:
    """Figures of one file of labelled pairs."""
    count: Counter[str] = Counter()
    language = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["verdict"] == "contested":
            continue
        language = row["language"]
        found = verdicts(row)
        label = {"present": "correct", "variant": "correct", "missing": "violations", "absent": "look-alikes"}[
            row["verdict"]
        ]
        count[label] += 1
        wrong = not found & {*_PLAIN, "inside"} if label == "correct" else found & _PLAIN
        inside = label != "correct" and not wrong and "inside" in found
        count[f"{label} wrong"] += bool(wrong)
        count[f"{label} inside"] += inside
        if verbose and (wrong or inside):
            print(
                f"  {row['verdict']}: {row['approved']} · {row.get('word', '')} · {row['translation'][:80]!r} {found}"
            )
    alarms, missed = count["correct wrong"], count["violations wrong"] + count["violations inside"]
    accepted = count["look-alikes wrong"]
    print(
        f"{path.name}: {count['correct']} correct, false alarms {alarms} ({share(alarms, count['correct'])}); "
        f"{count['violations']} violations, missed {missed}; {count['look-alikes']} look-alikes, accepted {accepted} "
        f"({share(accepted, count['look-alikes'])}), with compounds {accepted + count['look-alikes inside']}"
    )
    return (
        alarms <= FALSE_ALARMS.get(language, 0.02) * count["correct"]
        and missed == 0
        and accepted <= LOOK_ALIKES * count["look-alikes"]
    )


def verdicts(row: dict[str, str]) -> set[str]:
    """The verdicts on a row: of a look-alike those on its word, where it stands in the translation."""
    matcher, text = matcher_for(row["approved"], row["language"]), row["translation"]
    if row["kind"] != "lookalike":
        return {use.verdict for use in matcher.uses(text)}
    start = text.lower().find(row["word"].lower())
    if start < 0:
        text, start = row["word"], 0
    end = start + len(row["word"])
    return {use.verdict for use in matcher.uses(text) if use.start < end and start < use.end}


def names(path: Path) -> bool:
    """Figures of one file of Ukrainian names with their forms."""
    total, missing = 0, []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, forms = line.split("\t")
            for form in forms.split("|") if " " in name else forms.split():
                total += 1
                if not any(use.verdict in _PLAIN for use in matcher_for(name, "uk").uses(form)):
                    missing.append(f"{name}: {form}")
    print(f"{path.name}: {total - len(missing)} of {total} forms accepted", *missing, sep="\n  ")
    return not missing


def dictionary(words: int, seed: int, *, verbose: bool) -> bool:
    """Recall and false accepts on random words of the dictionary, each with all its forms."""
    entries, known = read_dictionary()
    ordered = sorted(known)
    draw = random.Random(seed)
    sample = draw.sample(sorted(entries), words)
    sampled = {form for entry in sample for form in entries[entry]}
    total = recalled = neighbors = accepted = close = 0
    with patch("glossary.languages.ukrainian.dictionary_forms", lambda _word, *, adjectives: set()):
        matcher_for.cache_clear()
        for entry in sample:
            word, proper = entry
            matcher = matcher_for(cased(word, proper=proper), "uk")
            missing = [form for form in entries[entry] if not whole(matcher, cased(form, proper=proper))]
            total += len(entries[entry])
            recalled += len(entries[entry]) - len(missing)
            others = [
                form for form in beside(word, ordered) if form not in entries[entry] | entries.get((word, True), set())
            ]
            wrong = [form for form in others if whole(matcher, cased(form, proper=proper or known[form]))]
            neighbors += len(others)
            close += len(wrong)
            accepted += sum(form in sampled for form in wrong)
            if verbose and (missing or wrong):
                print(f"  {word}: missing {missing}, wrong {wrong}")
    print(
        f"dictionary, {words} words, seed {seed}: recall {share(recalled, total, 2)} of {total} forms; "
        f"false accepts {share(accepted, total, 3)} of the sampled forms, "
        f"{share(close, neighbors, 3)} of {neighbors} nearest neighbors"
    )
    return recalled >= RECALL * total and accepted <= FALSE_ACCEPTS * total and close <= FALSE_ACCEPTS * neighbors


def read_dictionary() -> tuple[dict[tuple[str, bool], set[str]], dict[str, bool]]:
    """Forms by noun or adjective and whether it is a person's name; and every word of the dictionary, likewise."""
    import pymorphy3

    @cache
    def kind(tag: object) -> tuple[bool, bool]:
        """Whether a noun or adjective, and whether a person's name."""
        grammemes = str(tag)
        return grammemes.startswith(("NOUN", "ADJF")), any(name in grammemes for name in _PROPER)

    entries: defaultdict[tuple[str, bool], set[str]] = defaultdict(set)
    known: dict[str, bool] = {}
    for word, tag, normal, _, _ in pymorphy3.MorphAnalyzer(lang="uk").iter_known_word_parses(""):
        declined, proper = kind(tag)
        known[word] = known.get(word, False) or proper
        if declined and not normal.endswith("."):
            entries[normal, proper].add(word)
    return dict(entries), known


def beside(word: str, ordered: list[str]) -> Iterable[str]:
    """The dictionary's words that share all but the last two letters (at least three)."""
    start = word[: max(3, len(word) - 2)]
    return ordered[bisect_left(ordered, start) : bisect_left(ordered, start + "\uffff")]


def cased(word: str, *, proper: bool) -> str:
    """A name with its capital letters."""
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-")) if proper else word


def whole(matcher: Matcher, form: str) -> bool:
    """Whether all of ``form`` is a use."""
    return any((use.start, use.end) == (0, len(form)) and use.verdict in _PLAIN for use in matcher.uses(form))


def share(part: int, total: int, digits: int = 1) -> str:
    """A percentage."""
    return f"{100 * part / total:.{digits}f} %" if total else "none"


if __name__ == "__main__":
    sys.exit(main())
