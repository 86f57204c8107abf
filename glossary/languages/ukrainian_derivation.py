"""Adjectives and verbs that Ukrainian makes of a noun: Китай → китайський, безпека → безпековий, атака → атакувати.

English puts the bare noun before another ("China policy"), Ukrainian its adjective: not the rendering, but no
slip either.  After the Ukrainian orthography of 2019, §§ 23–24 and 33 (suffixes -ськ-, -зьк-, -цьк-, -ов-, -н-).
"""

from __future__ import annotations

from functools import lru_cache

from glossary.expressions import expression
from glossary.languages.ukrainian_stems import HISSING, VOWELS, closed, hushed, opened

_ENDINGS = frozenset("ий ого ому им ім а ої ій у ою е і их ими".split())
_MELTED = {"г": "зьк", "ж": "зьк", "з": "зьк", "к": "цьк", "ч": "цьк", "ц": "цьк", "х": "ськ", "ш": "ськ", "с": "ськ"}
"""What the last consonant of a stem and -ськ- melt into: Прага → празький, Німеч(чина) → німецький."""
_PLACE = expression(r"(?<=[щч])чина$|щина$|ство$|цтво$")
"""Suffixes that give way to -ськ-: Туреччина → турецький, Угорщина → угорський, посольство → посольський."""


@lru_cache(maxsize=50_000)
def adjective_stems(noun: str) -> tuple[str, ...]:
    """Stems of the adjectives that may be made of a noun (lower case); none of a word under four letters."""
    stem = noun.rstrip(VOWELS + "ьй'")
    if len(noun) < 4 or len(stem) < 3:
        return ()
    stems = {_melted(base) for base in closed(stem)}
    if _PLACE.search(noun):
        stems.add(_melted(_PLACE.sub("", noun)))
    if noun.endswith(("ія", "ій")):
        stems |= {f"{stem}ійськ", f"{stem}ейськ"}
    elif noun[-1] in "яй" and noun[-2] in VOWELS:
        stems.add(f"{noun[:-1]}йськ")
    elif noun[-1] == "а":
        stems |= {f"{stem}анськ", f"{stem}инськ", f"{stem}ейськ"}
    stems |= {f"{stem}ов", f"{hushed(stem)}н"} | {f"{base}н" for base in closed(stem)}
    return tuple(sorted(stems | _in_ov(noun, stem)))


def _in_ov(noun: str, stem: str) -> set[str]:
    """Stems in -ов-, after sibilants and soft consonants -ев-: кольоровий, мережевий, of подія подієвий."""
    bases = {stem} if noun[-1] in VOWELS else {base for base in opened(stem) if len(base) > 2}
    stems = {f"{base}ов" for base in bases} | {f"{base}ев" for base in bases if base[-1] in f"{HISSING}ц"}
    if noun[-1] == "ь":
        stems |= {f"{base}{suffix}" for base in bases for suffix in ("ев", "ьов")}
    return stems | {f"{noun[:-1]}єв"} if noun.endswith("ія") else stems


_FIRST_PARTS = expression(
    r"(?:авіа|авто|аеро|агро|аудіо|біо|веб|відео|гео|гідро|держ|еко|електро|енерго|етно|кібер|кіно|крипто|макро|мед|"
    r"медіа|мікро|міні|нано|нарко|нац|нейро|прес|радіо|соц|спец|стерео|теле|топ|турбо|фото)(?=[а-яіїєґ]{3})"
)
"""First parts that are written together with a noun and leave it what it is (orthography of 2019, §§ 35–36)."""


def head_of(word: str) -> str:
    """The noun behind such a first part, in the form that it has: вебсервера → сервера; empty where there is none."""
    match = _FIRST_PARTS.match(word)
    return word[match.end() :] if match else ""


def is_made_of(word: str, noun: str) -> bool:
    """Whether ``word`` is a form of an adjective made of ``noun``; both in lower case."""
    return any(word.startswith(stem) and word[len(stem) :] in _ENDINGS for stem in adjective_stems(noun))


_VERB = expression(
    r"[ую]ва(?:ти(?:ся|сь)?|в(?:ся|сь)?|л[аои](?:ся|сь)?|вши|н(?:ий|а|е|о|і|ого|ому|им|их|ими|ої|ій|у|ою)|нн(?:я|ю|ям|і))"
    r"|[ую](?:ю|ють|є|єш|ємо|єте|ючи|й|ймо|йте)(?:ся|сь|ться)?"
)
"""Endings of verbs in -увати, which Ukrainian makes of most foreign nouns (orthography of 2019, § 38)."""


def is_verb_of(word: str, noun: str) -> bool:
    """Whether ``word`` is a form of the verb in -увати made of ``noun``; both in lower case."""
    stem = noun.rstrip(VOWELS + "ьй'")
    return len(stem) >= 4 and word.startswith(stem) and bool(_VERB.fullmatch(word, len(stem)))


def _melted(stem: str) -> str:
    if stem[-1] in _MELTED:
        return stem[:-1] + _MELTED[stem[-1]]
    return f"{stem}ьськ" if stem[-1] == "л" else f"{stem}ськ"
