"""Russian names in Ukrainian spelling: Ukrainian Orthography of 2019, § 144 (family names) and § 151 (places).

Whether и stays и or becomes і, and е stays е or becomes є, depends on the root; here on lists of roots and suffixes,
as the paragraphs name them.  Given names take their Ukrainian equivalents, see ``slavic_names``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.expressions import expression
from glossary.suggestions.transcription.rewriting import rewrite as apply

_VOWELS = "аеєиіїоуюяёыэ"
_HISSING = "жчшщц"
_SOFT_E = {
    "бел": "бєл", "звер": "звєр", "^лес": "лєс", "орех": "орєх", "рек(?=[аои]|$)": "рєк", "совет": "совєт",
    "^дед": "дєд",
    "олен(?=ег)": "олен", "(?<=олен)ег": "єг", "северо": "сєвєро", "^север": "сєвер", "благовещ": "благовєщ",
    "хлеб": "хлєб",
    "свет": "свєт", "снеж": "снєж", "реч(?=[енк])": "рєч", "^реп(?=ин)": "рєп", "желез": "желєз", "победи?": "побєди",
    "^песк(?=[иа])": "пєск", "глеб": "глєб", "медведев": "медведєв", "нева$": "нева", "^серов": "сєров", "^сед": "сєд",
    "слеп": "слєп",
    "андреев": "андреєв", "(?<=[а-я])еев(?=а?$|с)": "єєв", "цвет": "цвєт", "тель(?=н)": "тєль", "копей": "копєй",
    "^меньш": "меньш", "веден": "вєден", "(?<=[ок])рецк$": "рєцк", "еевич": "єєвич",
}  # fmt: skip
"""Roots in which Russian е stands for the old ѣ, Ukrainian і: there it is є (§ 144, 3.1)."""
_KEPT_I = expression(
    "|".join(
        "владимир влади ^тих звени ^миро ^див ^лип кисл кисел велик ^ниж борис герасим ^один(?=ц) ^видн касим китим "
        "владимир крив ^зим михай михал клим(?!ч) ефим константин мартин кирил данил гаврил филип никит "
        "никол(?!ь) дмитр димитр ^лист ^лис алекси максим виш вин(?=н) ^при(?=[бвгмоп]) виктор пирог писар тимир "
        "^чист свирид тимоф книг липк ^вит(?=[ев]) уфим калит партиз апатит кизл березник билиб ^сим(?=[ео]н) "
        "^клин пятиг п'ятиг ^мирн див(?=но) ^мин(?=аев) витал ^сил(?=ант) ^лит(?=вин) ^сини ^сив ^пив ^миро(?=н) "
        "зин(?=ов) тиш (?<=об)рит шахтин архип антип антин ^син ^гри(?=г) ^си(?=бир) христ".split()
    )
)
"""Roots that Ukrainian shares, with и (§ 144, 4.1): they keep it."""
_KEPT_SUFFIX = expression(
    r"(?:к(?:и|а|у|ов|ова|ин|ина|овск?|ск)?|ч(?:и|і|ев|ева|ин)?|ц[ыаеиія]?н?[оа]?|х[аи]?|щ[еаиі]?)$"
)
"""What follows и in the suffixes -ик-, -ич-, -иц-, -их-, -ищ- (§ 144, 4.2)."""
_COMMON = {
    "^нижне": "нижньо", "^верхне": "верхньо", "армейск": "армійськ", "комм": "ком", "^славянск": "слов'янськ",
    "^черно": "чорно",
    "^екатерин": "єкатерин", "^пятиг": "п'ятиг", "^новы": "нови", "^нефте": "нафто", "^лесо": "лісо",
    "^средне": "середньо",
    "^краснояр": "краснояр", "петербург": "петербург", "^бела(?=я)": "біла", "сибир": "сИбір", "^белы": "білі",
}  # fmt: skip
"""Parts of place names that are translated, because both languages have the word (§ 151, 3)."""
_ENDINGS = {
    "цкий": "цький", "ская": "ська", "цкая": "цька", "ское": "ське", "цкое": "цьке", "сск": "ськ", "жск": "зьк",
    "гск": "зьк",
    "кский": "цький", "жский": "зький", "гский": "зький", "ссийск": "сійськ", "сский": "ський",
    "ск": "ськ", "цк": "цьк", "ний": "ній", "няя": "ня", "ий": "ий", "ый": "ий", "ая": "а", "ое": "е", "ец": "ець",
    "ицы": "иці",
    "ица": "иця", "цы": "ці", "ие": "і", "ые": "і", "шний": "шній", "сс": "с", "тт": "т", "чи": "чі", "ши": "ші",
    "щи": "щі", "жи": "жі", "ский": "ський",
}  # fmt: skip
_ENDINGS_OF_PLACES = _ENDINGS | {"ной": "ний", "вой": "вий", "ской": "ський", "цкой": "цький"}
_ENDINGS_OF_PERSONS = {
    russian: ukrainian for russian, ukrainian in _ENDINGS.items() if russian.endswith(("ий", "ая", "ый", "ец", "ица"))
} | {"ской": "ськой", "цкой": "цькой"}
_SOFT_E_ROOTS = tuple(_SOFT_E.items())
_COMMON_PARTS = tuple(_COMMON.items())
_PLAIN = str.maketrans("ыэъИ", "ие'и")
_NEUTRAL = "И"
"""A и that is to stay, while the others are decided."""


@lru_cache(maxsize=20_000)
def rewrite(word: str, *, place: bool) -> tuple[str, ...]:
    """Ukrainian spellings of one Russian word in lower case, best first.

    >>> rewrite("зеленодольск", place=True)[0]
    'зеленодольськ'
    """
    plain = apply(word, _COMMON_PARTS) if place else word
    forms = []
    for text in (apply(plain, _SOFT_E_ROOTS), plain):
        stem, ending = _cut(text, _ENDINGS_OF_PLACES if place else _ENDINGS_OF_PERSONS)
        forms.append(_stem(_keep(stem), ending) + ending)
        forms.append(_stem(stem, ending, suffixes=False) + ending)
        forms.append(_stem(stem.replace("и", _NEUTRAL), ending) + ending)
    best, all_i, all_y, hard, *_ = forms
    softer = re.sub("(?<=[бвгдзклмнпрстфх])е", "є", best, count=1)
    return tuple(dict.fromkeys((best, all_i if all_i != best else all_y, hard, softer, all_y)))


def _cut(word: str, endings: dict[str, str]) -> tuple[str, str]:
    """The stem in Russian and the longest ending that fits, in Ukrainian."""
    for length in range(6, 1, -1):
        ending = endings.get(word[-length:])
        if ending is not None and len(word) > length:
            return word[:-length], ending
    return word, ""


def _keep(stem: str) -> str:
    """``stem`` with every и marked that stays и because of its root."""
    return _KEPT_I.sub(lambda match: match.group().replace("и", _NEUTRAL), stem)


def _stem(stem: str, ending: str, *, suffixes: bool = True) -> str:
    """A stem, sound by sound; ``suffixes``: whether those with a kept и are heeded."""
    text = ""
    for place, letter in enumerate(stem):
        before, after = stem[place - 1] if place else "", stem[place + 1 :]
        if letter == "е":
            text += _e(before, after, ending)
        elif letter == "ё":
            text += "о" if before and before in "жчшщ" else "йо" if not before or before in _VOWELS + "ьъ" else "ьо"
        elif letter == "и":
            text += _i(before, after, ending, suffixes=suffixes)
        elif letter == "ь":
            text += _soft_sign(before, after)
        else:
            text += letter.translate(_PLAIN)
    return text


def _e(before: str, after: str, ending: str) -> str:
    """Russian е: є where a y is heard, and in the suffix -ев- of families after a soft consonant."""
    if not before or before in _VOWELS + "ьъй":
        return "є"
    family = re.fullmatch("ва?", after) and not ending
    return "є" if family and before not in _HISSING else "е"


def _i(before: str, after: str, ending: str, *, suffixes: bool) -> str:
    """Russian и."""
    if before and before in _VOWELS + "ь":
        return "ї"
    if (
        not before
        or (after and after[0] in _VOWELS + "йї")
        or (not after and ending[:1] in ("а", "я", "і", "е") and ending)
    ):
        return "і"
    if before in _HISSING or (suffixes and _KEPT_SUFFIX.match(after + ending)):
        return "и"
    return "и" if not after and not ending and before in "гкх" else "і"


def _soft_sign(before: str, after: str) -> str:
    """A soft sign: only where Ukrainian has soft consonants; after lips and р, before a vowel, an apostrophe."""
    if before in "бпвмфр":
        return "'" if after[:1] in ("е", "є", "ю", "я", "и") and after else ""
    return "" if before in "жчшщгкх" else "ь"
