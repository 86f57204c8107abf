"""Russian in Latin letters turned back into Russian Cyrillic: BGN/PCGN 1947, passports, and press spellings.

What the Latin form has lost (soft signs, е or ё, ы or й) is put back by rules of Russian word formation; other
readings follow, the likeliest first.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from glossary.expressions import expression
from glossary.suggestions.transcription.rewriting import rewrite

_ENDINGS = {
    "ovetsk": "оветск", "etsk": "ецк", "itsk": "ицк", "tsk": "тск", "skiy skyy skii sky ski skij": "ский",
    "tskiy tskyy tskii tsky tski": "цкий", "skaya skaia": "ская", "tskaya": "цкая", "skoye skoe": "ское",
    "tskoye": "цкое",
    "skoy skoi": "ской", "achev achyov achov": "ачёв", "achevа": "ачёва", "shchev shchyov schev": "щёв",
    "shcheva": "щёва",
    "acheva": "ачёва", "zhniy zhny": "жний", "shniy shny": "шний", "khniy khny": "хний", "nyaya": "няя",
    "kiy ky": "кий", "giy gy": "гий",
    "khiy khy": "хий", "shiy shy": "ший", "nyy ny": "ный", "vyy vy": "вый", "lyy ly": "лый", "myy": "мый",
    "dyy": "дый", "stary": "старый",
    "byy": "бый", "tyy": "тый", "ryy": "рый", "tsy": "цы", "iy ii": "ий", "aya": "ая", "oye oe": "ое", "iye": "ие",
    "yye": "ые", "nyye nye": "ные", "vyye vye": "вые",
    "eyev eev eiev": "еев", "eyeva eeva": "еева", "iya": "ия", "ia": "ия", "oy oi": "ой", "ay ai": "ай", "ey ei": "ей",
}  # fmt: skip
"""Endings in Latin letters → Russian; the longest that fits is taken. Not adjectives: -ry, -my (Кимры, Сумы)."""
_BY_LENGTH = sorted(((latin, russian) for group, russian in _ENDINGS.items() for latin in group.split()),
                    key=lambda pair: -len(pair[0]))  # fmt: skip
_PLACE_ENDINGS = tuple(
    (vowel + latin, letter + russian)
    for vowel, letter in zip(
        ("chat", "rat", "vet", "khot", "kut", "rkut"), ("чат", "рат", "вет", "хот", "кут", "ркут"), strict=True
    )
    for latin, russian in (("sky", "ский"), ("skiy", "ский"))
)
"""Adjectives from towns in -т (Камчатский, Братский), where families have ц (Троцкий)."""
_RULES = (
    (r"['ʹ]", "ь"),
    (r"shch|stch|sch", "щ"),
    (r"kh", "х"),
    (r"zh", "ж"),
    (r"tch", "ч"),
    (r"ts|tz", "ц"),
    (r"ch", "ч"),
    (r"sh", "ш"),
    (r"ph", "ф"),
    (r"iy(?=[aeou])", "и"),
    (r"(?<=[aeiou])ye", "е"),
    (r"(?<=[bdfghklmnprstvzхжцчшщ])ye", "ье"),
    (r"(?<=ul)ya(?=n)|(?<=^il)ya", "ья"),
    (r"ya", "я"),
    (r"yu", "ю"),
    (r"yo", "ё"),
    (r"ye", "е"),
    (r"(?<=[aeiouяюёеи])y", "й"),
    (r"(?<=[aeou])i(?=[dgkmpхжчш])", "й"),
    (r"x", "кс"),
    (r"w", "в"),
)
"""In this order: digraphs before letters, and ye by what stands before it (BGN/PCGN: only where a y is heard)."""
_LETTERS = dict(zip("abvgdeziklmnoprstufhycjq", "абвгдезиклмнопрстуфхыкжк", strict=True))
_SOFT_L = expression(r"л(?=ск|цк|н[икоаеяы]|[чцш])|(?<=ге)л(?=с)|(?<=то)л(?=я)|(?<=^а)л(?=мет)")
_SOFT_FINAL = expression(
    r"(?:авл|пол|дал|мысл|юмен|язан|казан|рахан|убан|ебедян|ызран|твер|перм|надыр|^уст|^гус|^кем)$"
)
"""Endings and well-known towns (Казань, Пермь, Тверь …) that end in a soft consonant."""
_SOFTENABLE = "нлртдсзм"


def fold(word: str) -> str:
    """Lower case without marks on letters; ë as yo."""
    if word.isascii():
        return word.lower()
    spelled = unicodedata.normalize("NFC", word.lower()).replace("ë", "yo").replace("’", "'").replace("ʼ", "'")
    return "".join(letter for letter in unicodedata.normalize("NFD", spelled) if not unicodedata.combining(letter))


@lru_cache(maxsize=20_000)
def readings(word: str, *, place: bool) -> tuple[str, ...]:
    """Russian spellings of one word without hyphen, best first, lower case; empty when there are other letters.

    >>> readings("Zelenodolsk", place=True)[0]
    'зеленодольск'
    """
    latin = fold(word)
    if not re.fullmatch("[a-z'ʹ]+", latin):
        return ()
    stem, ending = latin, ""
    for written, russian in (*_PLACE_ENDINGS, *_BY_LENGTH) if place else _BY_LENGTH:
        if latin.endswith(written) and len(latin) >= max(len(written), 4):
            stem, ending = latin[: -len(written)], russian
            break
    initial = ""
    if stem.startswith("e"):
        initial, stem = "э" if place else "е", stem[1:]
    stem = rewrite(stem, _RULES)
    text = initial + "".join(_LETTERS.get(letter, letter) for letter in stem) + ending
    soft = _SOFT_L.sub("ль", text)
    if place and _SOFT_FINAL.search(soft):
        soft += "ь"
    return tuple(dict.fromkeys((soft, *_others(soft, place), text)))


def _others(text: str, place: bool) -> list[str]:
    """Less likely spellings of what the Latin form does not tell."""
    found = []
    if text.startswith("э"):
        found.append("е" + text[1:])
    if re.search("л[бвгдзкмпстфх]", text):
        found.append(re.sub("л(?=[бвгдзкмпстфх])", "ль", text))
    if place and text[-1] in _SOFTENABLE:
        found.append(text + "ь")
    if re.search("ева?$", text):
        found.append(re.sub("ев(а?)$", r"ёв\1", text))
    return found
