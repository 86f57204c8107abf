"""Western words by their spelling: a rough reading, much the same for every language, in three scripts.

The letters are read as Ukrainian spelling reads foreign names (Ukrainian Orthography of 2019, § 121–139); Korean and
Japanese write the sounds of that reading, with what they are known to do with English and German endings.  English
hides its vowels, so this is a guess at best: see ``ACCURACY`` in the package.
"""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.suggestions.transcription import cyrillic_hangul, cyrillic_kana
from glossary.suggestions.transcription.rewriting import Rules, rewrite
from glossary.suggestions.transcription.russian_latin import fold

_COMMON = (
    (r"tsch|tch", "ч"), (r"sch", "ш"), (r"cz", "ч"), (r"sz", "ш"), (r"sh", "ш"),
    (r"ch(?=$|t|[bcdfgklmnprsvz])(?<=[aeiou]ch)", "х"),
    (r"ch(?=r|l)", "к"), (r"ch", "ч"), (r"th", "т"), (r"ph", "ф"), (r"kh", "х"), (r"zh", "ж"), (r"ck", "к"),
    (r"qu(?=[aeio])", "кв"),
    (r"q", "к"), (r"x", "кс"), (r"tz", "ц"), (r"gh(?=t|$)", ""), (r"gh", "г"), (r"dge", "дж"), (r"wh", "w"),
    (r"w(?=[aeiouy])", "ў"), (r"ng(?![aeiouynl])", "ҥ"), (r"rh", "р"),
    (r"(?<=[aeou])h(?=[bcdfgklmnprstvwz]|$)", ""), (r"cc(?=[eiy])", "чч"), (r"c(?=[eiy])", "с"), (r"h", "һ"),
    (r"stein$", "штайн"), (r"(?<=[^aeiou])wski$", "вскі"), (r"ow(?=$|a$)", "ов"),
    (r"(?<=[aeiou][bcdfgklmnprstvz])e$", ""), (r"(?<=[aeiou]ll)e$", ""),
    (r"ee|ea(?=[bcdfgklmnprstvz])", "і"), (r"oo", "у"), (r"eau", "о"), (r"ou", "у"), (r"aw(?![aeiou])", "о"),
    (r"ay|ai(?=[nrlmd])", "ей"),
    (r"ey$|ie$", "і"), (r"ie(?=[bcdfgklmnprstvz])", "і"), (r"ei|ey", "ай"), (r"ya", "я"), (r"yu", "ю"), (r"ye", "є"),
    (r"yo", "йо"),
    (r"(?<=[aeou])[yi](?![aeiou])", "й"), (r"j(?=$|[bcdfgklmnprstvz])|(?<=i)j", "й"), (r"j", "дж"),
)  # fmt: skip
"""Letters and their groups → Ukrainian letters; һ, ў and ҥ are h, w and ng, which Ukrainian writes г, в and нг."""
_UKRAINIAN = (
    (r"ski$|sky$", "ський"), (r"wicz$|vich$", "вич"), (r"ia$", "ія"), (r"iy", "ій"), (r"ii", "ії"),
    (r"l(?=[bcdfgkmnprstvwz])", "ль"), (r"el$", "ель"),
)  # fmt: skip
_KANA = (
    (r"(?<=[bdfgklmnprstvz])in([oai])$", r"і~н\1"), (r"(?<=[bdfgklmnprstvz])er$", "а~"), (r"(?<=[aeo])rt?h(?=$)", "~с"),
    (r"ford$", "фо~д"), (r"berg$", "берк"), (r"burg$", "бурк"), (r"ar(?=[bdfgklmnpstvz])", "а~"),
    (r"or(?=[bdfgkmnpstvz])", "о~"),
    (r"([aeiou])(?:ck|kk)", r"\1|к"), (r"([aeiou])tt", r"\1|т"), (r"([aeiou])pp", r"\1|п"), (r"([aeiou])gg", r"\1|г"),
    (r"([aeiou])dd", r"\1|д"), (r"([aeiou])ss(?=[aeiou])", r"\1|с"), (r"([aeiou])zz", r"\1|ц"),
    (r"([aeiou])t(?=$)(?<=[^aeiou][aeiou]t)", r"\1|т"),
    (r"th", "с"), (r"ee", "і~"), (r"oo", "у~"), (r"ey$", "і~"), (r"y$", "і~"),
)  # fmt: skip
"""Before the common rules, in Japanese: | is a small ッ, ~ a long vowel."""
_HANGUL = (  # ъ: the vowel of English -er, -ton, -man, 어

    (r"(?<=[bdfgklmnprstvz])er$", "ъ"), (r"ers$", "ъс"), (r"son$", "сн"), (r"ton$", "тън"), (r"ford$", "фъд"),
    (r"(?<=[a-z])man$", "мън"),
    (r"ll", "l"), (r"nn", "n"), (r"th", "с"),
)  # fmt: skip
_ONLY_UKRAINIAN = str.maketrans({"һ": "г", "ў": "в", "ҥ": "нг"})
_LETTERS = dict(zip("abcdefgiklmnoprstuvwyz", "абкдефгіклмнопрстуввіз", strict=True))


def _reading(word: str, first: Rules) -> str:
    """A word in Ukrainian letters after the rules ``first`` and the common ones; empty for other letters."""
    text = fold(word).replace("ł", "л").replace("ß", "ss").replace("ø", "o").replace("ı", "i").replace("'", "")
    if not re.fullmatch("[a-zл]+", text):
        return ""
    text = rewrite(text, first + _COMMON)
    return "".join(_LETTERS.get(letter, letter) for letter in text)


@lru_cache(maxsize=20_000)
def ukrainian(word: str) -> str:
    """A Latin word in Ukrainian letters; empty when it has other letters.

    >>> ukrainian("Blinken")
    'Блінкен'
    """
    return _reading(word, _UKRAINIAN).translate(_ONLY_UKRAINIAN).capitalize()


@lru_cache(maxsize=20_000)
def hangul(word: str) -> str:
    """A Latin word in Hangul; empty when it has other letters."""
    return cyrillic_hangul.write(_reading(word, _HANGUL).replace("һ", "х"), "en")


@lru_cache(maxsize=20_000)
def kana(word: str) -> str:
    """A Latin word in katakana; empty when it has other letters."""
    parts = re.split(r"([|~])", _reading(word, _KANA).replace("һ", "х"))
    return "".join({"|": "ッ", "~": "ー"}.get(part) or cyrillic_kana.write(part, "en", press=False) for part in parts)
