"""Doc → candidates: what a document names, who found it and why.

The verb is ``recognize``.  Order matters: titles come first because they cut the runs of capitals in which
names stand; terms come last because names bound their phrases.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from glossary import timing
from glossary.candidates import abbreviations, accepted, agreement, bodies, names, sites, terms, titles, votes
from glossary.candidates.analyzed import sentences
from glossary.candidates.lexicon import lexicon, wordnet_flags, zipf
from glossary.candidates.mentions import Mention, replace
from glossary.candidates.termhood import Termhood, Usage, scored, weights_of
from glossary.candidates.words import Sentence
from glossary.languages.english import fold
from glossary.model import Candidate, Segment

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["RECOGNIZERS", "Termhood", "Usage", "load", "recognize", "scored", "weights_of"]

RECOGNIZERS: Mapping[str, Callable[..., object]] = {
    "titles": titles.find_titles,
    "names": names.find_names,
    "bodies": bodies.find_bodies,
    "sites": sites.find_sites,
    "votes": votes.find_votes,
    "abbreviations": abbreviations.find_abbreviations,
    "terms": terms.find_terms,
    "accepted": accepted.find_accepted,
}
"""Name as shown by ``explain`` → the function that finds such mentions."""


def load() -> None:
    """Load the word lists that recognizers read, which takes a second: before processes are forked that share them."""
    with timing.stage("loading"):
        lexicon()
        wordnet_flags("")
        zipf("word")


def recognize(analyzed: Iterable[tuple[Segment, Doc]], wanted: Sequence[str] = ()) -> tuple[Candidate, ...]:
    """All candidates of one document, sorted by kind and form.

    ``analyzed`` holds its segments with their spaCy Docs (tags, sentence starts, entities); ``wanted`` are forms
    to be found whatever they look like.  They change nothing in what is recognized without being wanted.  Term
    candidates come with evidence in ``features`` and are scored later over all documents; see ``scored``.
    """
    found = sentences(analyzed)
    candidates = _recognized(found, ())
    known = {fold(form) for c in candidates for form in (c.form, *(use.form for use in c.occurrences))}
    asked = tuple(accepted.find_accepted(found, [form for form in wanted if fold(form) not in known]))
    if not asked:
        return candidates
    more = (candidate for candidate in _recognized(found, asked) if candidate.recognizer == "accepted")
    return tuple(sorted((*candidates, *more), key=lambda c: (c.kind, fold(c.form), c.form)))


def _recognized(found: tuple[Sentence, ...], asked: Sequence[Mention]) -> tuple[Candidate, ...]:
    """The candidates in these sentences; ``asked`` are the uses of wanted forms among them."""
    offices = tuple(titles.find_titles(found))
    short = tuple(abbreviations.find_abbreviations(found))
    named = agreement.settle((*names.find_names(found, offices), *_open(short), *_open(asked)), found)
    organs = (*bodies.find_bodies(found, named), *sites.find_sites(found, named), *votes.find_votes(found, named))
    phrases = (*terms.find_terms(found, (*named, *offices, *organs)), *terms.find_coordinated(found, named))
    defined = tuple(mention for mention in (*short, *asked) if mention.kind is not None)
    return agreement.gather((*offices, *named, *organs, *defined, *phrases))


def _open(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(replace(mention, features={}) for mention in mentions if mention.kind is None)
