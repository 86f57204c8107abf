"""Forms that people decided to list: found in the text whatever they look like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from glossary.candidates.mentions import Mention
from glossary.candidates.words import Sentence
from glossary.languages.english import fold_case


def find_accepted(sentences: tuple[Sentence, ...], forms: Sequence[str]) -> Iterator[Mention]:
    """Every use of each form, ignoring case (but a form with a capital wants one), longest form first."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for form in forms:
        words = tuple(fold_case(word) for word in form.replace("'s ", " 's ").replace("' ", " ' ").split())
        by_first[words[0]].append((words, form))
    if not by_first:
        return
    for sentence in sentences:
        lowers = tuple(word.lower for word in sentence.words)
        for index, lower in enumerate(lowers):
            for words, form in sorted(by_first.get(lower, ()), key=lambda item: (-len(item[0]), item)):
                end = index + len(words)
                if lowers[index:end] == words and (form == form.lower() or sentence.words[index].capital):
                    kind = "term" if form == form.lower() else None
                    surface = sentence.slice(index, end)
                    yield Mention(
                        sentence, index, end, kind, "accepted", f"decisions.toml names {form!r}",  # type: ignore[arg-type]
                        surface,
                    )  # fmt: skip
                    break
