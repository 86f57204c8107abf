"""How the stem of a Ukrainian noun changes between its forms: alternations of vowels and consonants.

After the Ukrainian orthography of 2019 (Український правопис, §§ 8–13 on alternation, §§ 76–100 on declension).
Where only a dictionary could tell which of two stems a word has, both are given: the wrong one is hardly ever
a word (*лоса beside ліса), which the score on dictionary forms confirms.
"""

from __future__ import annotations

import re

from glossary.expressions import expression

VOWELS = "аеєиіїоуюя"
HISSING = "жчшщ"
LABIALS = "вфбпм"
SOFTENED = {"к": "ц", "г": "з", "х": "с", "ґ": "дз"}
"""Second palatalization, before -і: рука → руці, нога → нозі, муха → мусі."""
HUSHED = {"к": "ч", "г": "ж", "х": "ш", "ц": "ч", "з": "ж"}
"""First palatalization, before -е of the vocative: козак → козаче, друг → друже, хлопець → хлопче, князь → княже."""
_LAST_VOWEL = expression(rf"^(.*)([{VOWELS}])([^{VOWELS}]+)$")
_CLUSTER = expression(rf"^(.*[^{VOWELS}'])([^{VOWELS}'ь])$")


def softened(stem: str) -> str:
    """The stem before -і."""
    return stem[:-1] + SOFTENED.get(stem[-1:], stem[-1:])


def hushed(stem: str) -> str:
    """The stem before -е of the vocative."""
    return stem[:-1] + HUSHED.get(stem[-1:], stem[-1:])


def opened(stem: str) -> set[str]:
    """Stems before a vowel of a noun that ends in a consonant (without its ь or й), itself included.

    і → о, е and ї → є in the syllable that opens (рік → рок-, Київ → Києв-, лід → льод-); о, е, є that flee
    (день → дн-, виборець → виборц-, палець → пальц-, європеєць → європейц-, боєць → бійц-).
    """
    stems = {stem}
    match = _LAST_VOWEL.match(stem)
    if not match:
        return stems
    start, vowel, end = match.groups()
    if vowel == "і":
        stems.add(f"{start}о{end}")
        if end[-1] in "рлвнджч":
            stems.add(f"{start}е{end}")
        if start.endswith("л"):
            stems.add(f"{start}ьо{end}")
    elif vowel == "ї":
        stems.add(f"{start}є{end}")
    elif vowel in "оеєи" and len(end) == 1 and start:
        stems |= _fled(start, vowel, end)
    return stems


def _fled(start: str, vowel: str, end: str) -> set[str]:
    """Stems without the last vowel, which stands before one consonant."""
    if vowel == "и":
        return set()
    if vowel == "є":
        glide = f"{start}й{end}"
        return {glide, re.sub(r"о(?=й.$)", "і", glide)} if start[-1] in VOWELS else {f"{start}{end}"}
    if start[-1] in VOWELS:
        return set()
    fled = start + end
    if start[-1] == "л" and end not in "кгх":
        fled = f"{start}ь{end}"
    stems = {fled, start + end, re.sub(r"ст(?=н$)", "с", fled), re.sub(r"жд(?=н$)", "ж", fled)}
    stems |= {re.sub(rf"[ое](?=[^{VOWELS}ь]+ь?.$)", "і", stem) for stem in stems}
    return stems


def closed(stem: str) -> set[str]:
    """Stems of the genitive plural without ending, of a noun in -а, -я, -о, -е (without it), itself included.

    о, е → і in the syllable that closes (школа → шкіл, береза → беріз); о or е between two final consonants
    (вікно → вікон, сестра → сестер, копійка → копійок, донька → доньок).
    """
    stems = {stem}
    match = _LAST_VOWEL.match(stem)
    if match:
        start, vowel, end = match.groups()
        if vowel in "ое":
            stems.add(f"{start}і{end}")
        if vowel == "є":
            stems.add(f"{start}ї{end}")
    cluster = _CLUSTER.match(stem)
    if cluster:
        start, end = cluster.groups()
        stems |= {f"{start}о{end}", f"{start}е{end}"}
        if start.endswith("ь"):
            stems.add(f"{start[:-1]}е{end}")
        if start.endswith("й"):
            stems |= {f"{start[:-1]}є{end}", f"{start[:-1]}їв"}
    return stems
