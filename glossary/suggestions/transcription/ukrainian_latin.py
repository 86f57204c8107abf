"""Ukrainian in Latin letters turned back into Cyrillic: Cabinet resolution 55 of 2010, BGN/PCGN 1965, press spellings.

Both systems drop the soft sign and the apostrophe (the resolution) or English texts do (BGN); rules of word formation
put them back, other readings follow.
"""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.expressions import expression
from glossary.suggestions.transcription.rewriting import rewrite
from glossary.suggestions.transcription.russian_latin import fold

_ENDINGS = {
    "skyi skyy skiy sky skii ski": "ський", "tskyi tskyy tskiy tsky tskii": "цький", "zkyi zkyy zkiy zky": "зький",
    "kyi kyy": "кий",
    "yi yy": "ий", "ska": "ська", "tska": "цька", "zka": "зька", "ske": "ське", "tske": "цьке", "zke": "зьке",
    "sk": "ськ",
    "tsk": "цьк", "zk": "зьк", "tsi": "ці", "tsia tsya": "ця", "ets": "ець", "yts": "иць", "nnia nnya": "ння",
    "zhzhia zhzhya zhia zhya": "жжя",
    "llia llya": "лля", "ttia ttya": "ття", "chchia chchya": "ччя", "aiv ayiv": "аїв", "iiv iyiv": "іїв",
    "uiv uyiv": "уїв", "yiv": "иїв",
    "oiv oyiv": "оїв", "eiv eyiv": "еїв",
    "iivka iyivka": "іївка", "aivka ayivka": "аївка", "uivka uyivka": "уївка", "ii iy": "ій", "ia iya": "ія",
    "oi oy": "ой", "ai ay": "ай",
    "ei ey": "ей", "ail ayil": "аїл", "ain": "айн", "enko": "енко", "ienko yenko": "єнко", "iienko iyenko": "ієнко",
    "aienko ayenko": "аєнко", "eienko eyenko": "еєнко",
    "iets yets": "єць", "iiets iyets": "ієць", "iichuk iychuk": "ійчук", "enkyi enkyy": "енький",
}  # fmt: skip
"""Endings in Latin letters → Ukrainian; the longest that fits is taken."""
_BY_LENGTH = sorted(
    ((latin, own) for group, own in _ENDINGS.items() for latin in group.split()), key=lambda pair: -len(pair[0])
)
_SOFT_IA = expression(r"(?<=[lntdsz])(?:ia|ya)$")
_RULES = (
    (r"['ʹ](?=[iy][aeu])", "'"),
    (r"['ʹ]", "ь"),
    (r"^mariu", "маріу"),
    (r"zgh", "зг"),
    (r"shch", "щ"),
    (r"tsch", "ч"),
    (r"kh", "х"),
    (r"zh", "ж"),
    (r"ts", "ц"),
    (r"ch", "ч"),
    (r"sh", "ш"),
    (r"(?<![bvhgdzklmnprstfхжцчшщ'])([bpvmf])[iy](?=[aue](?!$))", r"\1'j"),
    (r"(?<=')j?[iy]?a", "я"),
    (r"(?<=')j?[iy]?u", "ю"),
    (r"(?<=')j?[iy]?e", "є"),
    (r"(?<=i)[iy]a", "я"),
    (r"yi|(?<=[aeou])i(?=(?:v|vk\w*|vts\w*|n\w?|l|m|kh)$)|(?<=i)i", "ї"),
    (r"(?:ia|ya)", "я"),
    (r"(?:iu|yu)", "ю"),
    (r"(?:ie|ye)", "є"),
    (r"^(?:io|yo)|(?<=[aeou])(?:io|yo)", "йо"),
    (r"(?<=[lntdszцpbvm])(?:io|yo)", "ьо"),
    (r"(?<=[aeouяюєіїi])[iy](?![aeou])", "й"),
    (r"^yi", "ї"),
    (r"x", "кс"),
    (r"w", "в"),
    (r"j", "й"),
)
_LETTERS = dict(zip("abvhgdezyiklmnoprstufcq", "абвггдезиіклмнопрстуфкк", strict=True))
_SOFT_L = expression(r"л(?=н|ськ|ч|ш|ць|ц|к(?:ів|овськ|івськ)|(?<=^л)[вбгк])|(?<=^о)л(?=г)")
_SOFT_Z = expression(r"(?<=у)з(?=м)|(?<=е)с(?=ки)")
_SOFT_FINAL = expression(r"(?:[^аеиіоуїя]л|[оаеиі]л)$(?<!аїл)|(?:ума|береза|ірпі|горі|оси|тіне)н$|ц$")
"""л and ц at the end are soft, and н in well-known towns (Умань, Ірпінь)."""


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[str, ...]:
    """Ukrainian spellings of one word without hyphen, best first, lower case; empty when there are other letters.

    >>> readings("Lviv")[0], readings("Kupiansk")[0], readings("Zelenskyy")[0]
    ('львів', "куп'янськ", 'зеленський')
    """
    latin = fold(word)
    if not re.fullmatch("[a-z'ʹ]+", latin):
        return ()
    stem, ending = latin, ""
    for written, own in _BY_LENGTH:
        if latin.endswith(written) and len(latin) > len(written) and not (own == "ія" and _SOFT_IA.search(latin)):
            stem, ending = latin[: -len(written)], own
            break
    stem = rewrite(stem, _RULES)
    text = "".join(_LETTERS.get(letter, letter) for letter in stem) + ending
    if not re.fullmatch("[а-щьюяґєії']+", text):
        return ()
    best = _SOFT_Z.sub(r"\g<0>ь", _SOFT_L.sub("ль", text))
    if _SOFT_FINAL.search(best):
        best += "ь"
    return tuple(dict.fromkeys((best, *_others(best, latin), text)))


def _others(text: str, latin: str) -> list[str]:
    """Less likely spellings of what the Latin form does not tell."""
    found = []
    if text[-1] in "нлтдсзрц":
        found.append(text + "ь")
    elif text[-1] == "ь":
        found.append(text[:-1])
    if re.search("л[бвгдзкмпстфхц]", text):
        found.append(re.sub("л(?=[бвгдзкмпстфхц])", "ль", text))
    elif re.search("ль(?=[а-щ])", text):
        found.append(re.sub("ль(?=[а-щ])", "л", text))
    if re.search("[нсзтд](?=[кцнм])", text) and not text.endswith("нко"):
        found.append(re.sub("([нсзтд])(?=[кцнм])", r"\1ь", text, count=1))
    if "'" in text:
        found.append(text.replace("'", ""))
    if re.search("р[яює]", text):
        found.append(re.sub("р(?=[яює])", "р'", text))
    if "g" in latin:
        found.append(text.replace("г", "ґ"))
    if re.search("[аеоу]й[а-щ]", text):
        found.append(re.sub("(?<=[аеоу])й(?=[а-щ])", "ї", text))
    return found
