"""From mentions to candidates: what one document agrees on.

A name found once is found everywhere, also in headings; all its uses together decide its kind.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from glossary.candidates.kinds import Verdict, decide
from glossary.candidates.mentions import Mention
from glossary.candidates.words import Sentence
from glossary.languages.english import fold, fold_spelling
from glossary.model import Candidate, Kind


def settle(mentions: Iterable[Mention], sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """The mentions of names with their kinds decided, and every further use of these names."""
    named = list(mentions)
    verdicts = _verdicts(named)
    decided = [
        m.settled(v.kind, v.subkind, f"{m.why}; {v.why}", PROPER if v.kind == "term" else NONE)
        for m in named
        for v in (verdicts[fold_spelling(m.form)],)
    ]
    return (*decided, *_everywhere(decided, sentences))


NONE: Mapping[str, float] = {}
PROPER = {"maximal": 1.0, "proper": 1.0}
"""Evidence of a term that is a proper name, "Iskander-M": no termhood has to be earned."""


def _verdicts(mentions: list[Mention]) -> Mapping[str, Verdict]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        key = fold_spelling(mention.form)
        forms[key][mention.form] += 1
        for name, value in mention.features.items():
            votes[key][name] += int(value)
    people = Counter(
        word
        for key in votes
        if " " in key and (votes[key]["label:PERSON"] or votes[key]["cue:person"])
        for word in key.split()
    )
    for key, counted in votes.items():
        if " " not in key and people[key]:
            counted["inside:person"] += people[key]
    return {key: decide(min(forms[key], key=lambda f: (-forms[key][f], f)), votes[key]) for key in sorted(forms)}


def _everywhere(decided: list[Mention], sentences: tuple[Sentence, ...]) -> Iterator[Mention]:
    """Uses of known names in headings, at sentence starts, in captions: wherever no mention covers them."""
    covered: dict[int, set[int]] = defaultdict(set)
    by_first: dict[str, dict[tuple[str, ...], Mention]] = defaultdict(dict)
    for mention in decided:
        covered[mention.sentence.number].update(range(mention.start, mention.end))
        words = tuple(word.lower for word in mention.words)
        by_first[words[0]].setdefault(words, mention)
    for sentence in sentences:
        index = 0
        while index < len(sentence.words):
            forms = by_first.get(sentence.words[index].lower) if sentence.words[index].capital else None
            found = _longest(sentence, index, forms, covered[sentence.number]) if forms else None
            if found is None:
                index += 1
                continue
            end, model = found
            yield Mention(
                sentence, index, end, model.kind, model.recognizer,
                why=f"named elsewhere in the document: {model.form}",
                form=_form(model, sentence.slice(index, end)), subkind=model.subkind, score=model.score,
            )  # fmt: skip
            index = end


def _form(model: Mention, text: str) -> str:
    """The form of one more use: as written, unless the name is only a part of its word ("US" in "US-led")."""
    return text if model.form == model.sentence.slice(model.start, model.end) else model.form


def _longest(
    sentence: Sentence, index: int, forms: Mapping[tuple[str, ...], Mention], covered: set[int]
) -> tuple[int, Mention] | None:
    for words in sorted(forms, key=lambda w: (-len(w), w)):
        end = index + len(words)
        if end > len(sentence.words) or any(i in covered for i in range(index, end)):
            continue
        if tuple(word.lower for word in sentence.words[index:end]) == words and sentence.words[end - 1].text[
            :1
        ].isupper() == (forms[words].words[-1].text[:1].isupper()):
            return end, forms[words]
    return None


def gather(mentions: Iterable[Mention]) -> tuple[Candidate, ...]:
    """One candidate per kind and form, with all occurrences, reasons, links and summed evidence."""
    groups: dict[tuple[Kind, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind is not None:
            groups[mention.kind, fold(mention.form)].append(mention)
    found = [_candidate(kind, group) for (kind, _), group in groups.items()]
    return tuple(sorted(found, key=lambda c: (c.kind, fold(c.form), c.form)))


def _counted(words: Iterable[str]) -> dict[str, int]:
    """How often each word is there: a ``Counter``, at a fifth of the cost for the one or two that there are."""
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


def _candidate(kind: Kind, group: list[Mention]) -> Candidate:
    if len(group) == 1:
        return _single(kind, group[0])
    group = sorted(group, key=lambda m: (m.sentence.number, m.start, m.end))
    unique = {(m.sentence.number, m.start, m.end): m for m in reversed(group)}
    kept = [unique[key] for key in sorted(unique)]
    features: dict[str, float] = {}
    if kind == "term":
        for mention in kept:
            for name, value in mention.features.items():
                if ":" not in name:
                    features[name] = features.get(name, 0) + value
    forms = _counted(m.form for m in kept)
    subkinds = _counted(m.subkind for m in kept if m.subkind)
    why = tuple(dict.fromkeys(f"{m.recognizer}: {m.why}" for m in kept))[:5]
    relations = tuple(sorted({relation for m in group for relation in m.relations}))
    return Candidate(
        # of two as frequent, a term small: "Drones" may only open a sentence
        form=min(forms, key=lambda f: (-forms[f], kind == "term" and f[0].isupper(), f)),
        kind=kind,
        occurrences=tuple(m.occurrence for m in kept),
        recognizer=kept[0].recognizer,
        why=why,
        subkind=max(subkinds, key=subkinds.__getitem__, default=""),
        relations=relations,
        features=features,
    )


def _single(kind: Kind, mention: Mention) -> Candidate:
    """The candidate of one mention: four of five."""
    return Candidate(
        form=mention.form,
        kind=kind,
        occurrences=(mention.occurrence,),
        recognizer=mention.recognizer,
        why=(f"{mention.recognizer}: {mention.why}",),
        subkind=mention.subkind,
        relations=tuple(sorted(set(mention.relations))),
        features={n: value for n, value in mention.features.items() if ":" not in n} if kind == "term" else {},
    )
