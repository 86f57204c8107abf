"""Transcription by rule: names in Latin letters written in Korean, Japanese and Ukrainian.

A transcription is no source: nobody has attested it.  It is offered under the name of its system, with the share of
names that this system gets right.  ``origin_of`` decides which system fits, ``transcribe`` applies it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from glossary.suggestions.transcription.rendering import MOST, Rendering, ranked

__all__ = ["ACCURACY", "Rendering", "origin_of", "transcribe"]

_MEASURED = {
    ("person", "ko"): (0.87, 0.88, 0.7),
    ("person", "ja"): (0.76, 0.1, 0.77),
    ("person", "ru"): (0.75, 0.65, 0.77),
    ("person", "uk"): (0.79, 0.5, 0.9),
    ("person", "zh"): (0.94, 0.1, 0.83),
    ("person", ""): (0.34, 0.45, 0.49),
    ("place", "ko"): (0.9, 0.2, 0.85),
    ("place", "ja"): (0.97, 0.1, 0.89),
    ("place", "ru"): (0.96, 0.66, 0.8),
    ("place", "uk"): (0.79, 0.19, 0.9),
    ("place", "zh"): (0.9, 0.1, 0.83),
    ("place", ""): (0.22, 0.19, 0.29),
}
"""Kind and origin → figures for ko, ja, uk.

Measured by ``tests/quality/score_transcription.py`` on the held-out half; persons of other origin than Korean by one
part of their names.  Few or no pairs: Korean persons in Ukrainian (a guess below the .87 of the readings, because
newsrooms differ in ㅈ), Korean places in Ukrainian (12 pairs, all right), Ukrainian persons in Korean (as places) and
in Japanese (11 pairs), Chinese persons in Ukrainian (as places).  What Japanese newspapers print in characters
(Japanese and Chinese names, Korean places) has .1 or .2: the kana can be right and still not wanted.
"""
ACCURACY: Mapping[tuple[str, str, str], float] = {
    (*key, target): figure
    for key, figures in _MEASURED.items()
    for target, figure in zip(("ko", "ja", "uk"), figures, strict=True)
}
"""Kind, origin, target → share of names, 0–1, that are right at first place."""
USUAL_WESTERN: Mapping[str, float] = {"ko": 0.77, "ja": 0.93, "uk": 0.85}
"""The same where every part of a western name is in the table of usual names (112, 503 and 156 parts)."""
_SYSTEMS = {
    ("ko", "uk"): "Kontsevich",
    ("ko", "ja"): "Hangul → katakana (kanji cannot be derived)",
    ("ru", "ko"): "BGN/PCGN → Cyrillic → Hangul",
    ("ru", "ja"): "BGN/PCGN → Cyrillic → katakana",
    ("ru", "uk"): "BGN/PCGN → Cyrillic → Ukrainian",
    ("uk", "ko"): "KMU 55 → Cyrillic → Hangul",
    ("uk", "ja"): "KMU 55 → Cyrillic → katakana",
    ("uk", "uk"): "KMU 55 → Cyrillic",
    ("zh", "ko"): "pinyin → Hangul",
    ("zh", "ja"): "pinyin → katakana (kanji cannot be derived)",
    ("zh", "uk"): "Palladius",
}


def transcribe(name: str, kind: str, origin: str, target: str) -> tuple[Rendering, ...]:
    """``name`` in the script of ``target`` by the rules for its origin, best first, at most four.

    ``name`` stands in Latin letters as English texts write it, in English order; ``kind`` is "person" or "place";
    ``origin`` is "ko", "ja", "ru", "uk", "zh", or "" for other Latin; ``target`` is "ko", "ja" or "uk".  Empty when
    the rules cannot read the name.

    >>> transcribe("Kim Yo-jong", "person", "ko", "uk")[0].form
    'Кім Йо Чжон'
    """
    name = " ".join(name.split())
    if not name or len(name) > _LONGEST:
        return ()
    accuracy = ACCURACY[kind, origin, target]
    if origin == "ko":
        return _korean(name, kind, target, accuracy)
    if origin == "ja":
        from glossary.suggestions.transcription import japanese  # noqa: PLC0415 — read when first needed

        forms = (japanese.person if kind == "person" else japanese.place)(name, target)
        return ranked(forms, accuracy)
    if origin == "":
        return _western(name, kind, target, accuracy)
    if origin == "zh":
        from glossary.suggestions.transcription import chinese  # noqa: PLC0415 — read when first needed

        words = (chinese.person if kind == "person" else chinese.place)(name, target)
    else:
        from glossary.suggestions.transcription import slavic  # noqa: PLC0415 — read when first needed

        words = (slavic.person if kind == "person" else slavic.place)(name, origin, target)
    return ranked(((word, _SYSTEMS[origin, target]) for word in words), accuracy)


def origin_of(name: str, kind: str, countries: Sequence[str]) -> tuple[str, str]:
    """The origin of a name for ``transcribe``, and the evidence in words; see ``origin.origin_of``."""
    from glossary.suggestions.transcription import origin  # noqa: PLC0415 — read when first needed

    return origin.origin_of(" ".join(name.split()), kind, countries)


_LONGEST = 80
"""Characters of the longest name that is read; longer ones are no names."""


def _korean(name: str, kind: str, target: str, accuracy: float) -> tuple[Rendering, ...]:
    """A Korean name by way of its Hangul: all spellings of the best reading, then the first one of the others."""
    from glossary.suggestions.transcription import korean, korean_cyrillic, korean_kana, korean_places  # noqa: PLC0415 — read when first needed

    readings = (korean if kind == "person" else korean_places).readings(name)
    if target == "ko":
        return ranked(((reading.hangul, f"{reading.system} → Hangul") for reading in readings), accuracy)
    script = korean_cyrillic if target == "uk" else korean_kana
    spelled = [
        script.place(hangul) if kind == "place" else script.person(hangul, korean.family_length(hangul))
        for hangul in (reading.hangul for reading in readings[: MOST - 1])
    ]
    forms = [form for rank, spellings in enumerate(spelled) for form in (spellings[:1] if rank else spellings)]
    return ranked(((form, _SYSTEMS["ko", target]) for form in forms), accuracy)


def _western(name: str, kind: str, target: str, accuracy: float) -> tuple[Rendering, ...]:
    """A name of no other system."""
    from glossary.suggestions.transcription import western  # noqa: PLC0415 — read when first needed

    guess = (western.person if kind == "person" else western.place)(name, target)
    if guess.known:
        return ranked(((form, "table of usual western names") for form in guess.forms), USUAL_WESTERN[target])
    return ranked(((form, "western spelling") for form in guess.forms), accuracy)
