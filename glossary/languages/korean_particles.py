"""Korean particles: what may follow a noun without a space, and which of two forms agrees with the noun's last sound.

After the Standard Korean grammar of the National Institute of Korean Language (한국어 어문 규범, 조사).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from glossary.expressions import expression

Sound = Literal["vowel", "rieul", "consonant", "undecided"]
"""The last sound of what stands before a particle; ㄹ counts as a vowel for 으로/로 only."""

_CASE = """
    이 가 을 를 은 는 의 에 에서 에서부터 에게 에게서 에게로 께 께서 한테 한테서 더러 로 으로 로서 으로서 로써 으로써
    로부터 으로부터 와 과 랑 이랑 하고 도 만 뿐 마저 조차 까지 부터 밖에 처럼 같이 같은 보다 만큼 대로 마다 이나 나
    이나마 나마 이라도 라도 이든 든 이든지 든지 이라든지 라든지 이야말로 야말로 이야 야 아 이여 여 커녕 치고
    이란 란 이며 며 에다 에다가 이니 들 님
""".split()
_COPULA = """
    이다 다 입니다 입니까 이고 이며 이자 인 인데 인지 인가 인양 인즉 일지 일까 임 이었다 였다 이었던 였던 이었고
    였고 이었으며 였으며 이었으나 였으나 이었습니다 였습니다 이라 라 이라고 라고 이라는 라는 이라면 라면 이라서 라서
    이라며 라며 이라던 라던 이면 면 이므로 므로 이니 이니까 니까 이지 이지만 지만 이어서 여서 이에요 예요 이어야 여야
    이어도 여도 이기 이기에 이기도 이기는 이기만 이거나 거나 이더라도 더라도 이었지만 였지만 이었을 였을 이었음 였음
    이었기 였기 이었다고 였다고 이었다는 였다는 이랍니다 랍니다 이란다 이든 든 이신 이십니다 이냐 이구나 이네 이죠 죠
    이지요 지요 이군 이래 이로 이되 이던 던 임을 임이 임은 임에도 이라기보다 라기보다
""".split()
_CHAIN = expression(
    f"(?:들|님)?(?:{'|'.join(sorted(_CASE, key=len, reverse=True))}){{0,4}}"
    f"(?:{'|'.join(sorted(_COPULA, key=len, reverse=True))})?(?:만|도|은|는|요|의|을|를)?"
)
LONGEST_CHAIN = 12
"""Syllables; the longest real chains (에서부터라고는요) have nine."""


@lru_cache(maxsize=50_000)
def is_particle(run: str) -> bool:
    """Whether the Hangul after a noun is nothing but particles and the copula."""
    return len(run) <= LONGEST_CHAIN and bool(_CHAIN.fullmatch(run))


class ParticleError(NamedTuple):
    """A particle that does not agree with what stands before it."""

    start: int
    end: int
    """Offsets of the particle in the text."""
    found: str
    correction: str


_TAIL = "(?:은|는|도|만|의|까지|부터|함께|서|써|서는|서의|부터의)?"
_PAIRS: tuple[tuple[str, str, str], ...] = (
    ("은", "는", "(?:커녕)?"),
    ("이", "가", ""),
    ("을", "를", ""),
    ("과", "와", "(?:의|는|도|만|함께|같은|같이)?"),
    ("으로", "로", "(?:서|써|부터|는|도|만|의|서는|서의|서도|부터의|부터는|까지)?"),
    ("아", "야", ""),
    ("이나", "나", "(?:마)?"),
    ("이랑", "랑", "(?:은|도)?"),
    ("이라도", "라도", ""),
    ("이든", "든", "(?:지)?"),
    ("이며", "며", ""),
    ("이라고", "라고", "(?:는|도)?"),
    ("이라는", "라는", ""),
    ("이라면", "라면", ""),
    ("이라서", "라서", ""),
    ("이란", "란", ""),
)
"""Particle after a consonant, after a vowel, and what may follow it in the same word."""
_KEPT_AFTER_VOWEL = frozenset("이며 이라고 이라는 이라면 이라서 이란 이라도".split())
"""Forms of the copula 이다: its 이 may stay after a vowel (국가이며), so only the other way round is an error."""
_NOUN_AFTER_CONSONANT = frozenset(("란", "로"))
"""After a consonant also a noun of its own, when alone: 란 (column), 로 (road: 세종로)."""
_CLOSING = expression(r"[\"'”’»›」』》〉*_`]{0,4}")
_HANGUL = expression(r"[가-힣]+")
_WORD_BEFORE = expression(r"[A-Za-z0-9.,]{1,30}\Z")


def particle_errors(text: str, start: int, end: int) -> tuple[ParticleError, ...]:
    """The particle right after ``text[start:end]`` if it does not agree with it; offsets in the text as given.

    Only whole particles are judged: a longer word that begins like one (과학 "science") is none.  Both forms
    offered, as in 을(를), are no error.
    """
    place = _CLOSING.match(text, end)
    at = place.end() if place else end
    run = _HANGUL.match(text, at)
    if not run or text[run.end() : run.end() + 1] in ("(", "/", "（"):
        return ()
    sound = last_sound(text[start:end])
    if sound == "undecided":
        return ()
    wrong, right, after_vowel = _disagreeing(run[0], sound)
    if not wrong or (wrong in _KEPT_AFTER_VOWEL if after_vowel else is_suffix(text[start:end], run[0])):
        return ()
    return (ParticleError(at, at + len(wrong), wrong, right),)


@lru_cache(maxsize=50_000)
def _disagreeing(run: str, sound: Sound) -> tuple[str, str, bool]:
    """The particle that the Hangul after a noun is or starts with, if it does not agree with the noun's last sound.

    With the one that does, and whether that is the one after a vowel; two empty texts when nothing is wrong.
    """
    for consonant, vowel, tail in _PAIRS:
        after_vowel = sound == "vowel" or (sound == "rieul" and consonant == "으로")
        wrong, right = (consonant, vowel) if after_vowel else (vowel, consonant)
        if re.fullmatch(wrong + tail, run):
            return wrong, right, after_vowel
    return "", "", False


def is_suffix(noun: str, run: str) -> bool:
    """Whether what looks like a particle for vowels is a noun's suffix after this noun, which ends in a consonant.

    家 makes persons of Sino-Korean nouns of two syllables (음악가 "musician"), 가 an edge (해안가 "seaside").
    """
    sound, edge = last_sound(noun), run[0] == "가" and len(noun.strip()) <= 2
    if sound == "rieul":  # 소설가들; 가 alone is rather a slip, as in 파일가, for many loan words end in it
        return edge and len(run) > 1
    return sound == "consonant" and (run in _NOUN_AFTER_CONSONANT or edge)


_DIGITS: dict[str, Sound] = {
    "0": "consonant", "1": "rieul", "2": "vowel", "3": "consonant", "4": "vowel",
    "5": "vowel", "6": "consonant", "7": "rieul", "8": "rieul", "9": "vowel",
}  # fmt: skip
"""Sino-Korean readings: 영 일 이 삼 사 오 육 칠 팔 구; tens to hundred millions
(십 백 천 만 억) end in a consonant like 영."""
_LETTERS: dict[str, Sound] = {"L": "rieul", "M": "consonant", "N": "consonant", "R": "undecided"}
"""Names of the Latin letters that end in a consonant (엘, 엠, 엔); R is 아르 or 알; all others end in a vowel."""


def last_sound(word: str) -> Sound:
    """How the word ends when read aloud; "undecided" where its reading is not sure (Latin words, brackets)."""
    last = word[-1:]
    if "가" <= last <= "힣":
        final = (ord(last) - 0xAC00) % 28
        return "vowel" if final == 0 else "rieul" if final == 8 else "consonant"
    match = _WORD_BEFORE.search(word)
    if not match:
        return "undecided"
    if last.isdigit():
        return "undecided" if "." in match[0] and match[0].endswith("0") else _DIGITS[last]
    letters = re.sub(r"^.*[^A-Z]", "", match[0])
    if len(letters) != len(match[0].lstrip("0123456789.,")) or not last.isalpha():
        return "undecided"
    sound = _LETTERS.get(last, "vowel")
    if len(letters) <= 3 or (last in "AIOU" or sound in ("rieul", "consonant")):
        return sound
    return "undecided"
