"""Rules G205 and T306: Ukrainian places by their Russian names.

The table gives, for each place whose usual form changed, the form after Russian and the one after Ukrainian.
Japanese: Ministry of Foreign Affairs, notice of 31 March 2022 on names of Ukrainian cities, and newsrooms since.
Korean: National Institute of Korean Language, notice of March 2022, and newsrooms since.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from glossary.checks.entries import TermCatalog
from glossary.checks.finding import about
from glossary.expressions import expression
from glossary.model import Finding
from glossary.units import CatalogFile

_PLACES: Mapping[str, tuple[str, str]] = {
    "Kyiv|(?<![Cc]hicken )Kiev": ("키예프|키에프>키이우", "キエフ>キーウ"),
    "Kharkiv": ("하리코프|하르코프>하르키우", "ハリコフ>ハルキウ"),
    "Odesa": ("", "オデッサ>オデーサ"),
    "Lviv": ("리보프|르보프|리비프>리비우", "リボフ|リヴォフ|リビフ>リビウ"),
    "Chornobyl": ("체르노빌>초르노빌", "チェルノブイリ>チョルノービリ"),
    "Dnipro": ("드네프르|드니예프르>드니프로", "ドニエプル>ドニプロ"),
    "Mykolaiv": ("니콜라예프>미콜라이우", "ニコラエフ>ミコライウ"),
    "Zaporizhzhia|Zaporizhia": ("자포로지예|자포로제>자포리자", "ザポロジエ|ザポロージエ>ザポリージャ"),
    "Luhansk": ("루간스크>루한스크", "ルガンスク>ルハンスク"),
    "Chernihiv": ("체르니고프>체르니히우", "チェルニゴフ>チェルニヒウ"),
    "Rivne": ("로브노>리브네", "ロブノ>リウネ"),
    "Ivano-Frankivsk": ("이바노프란콥스크>이바노프란키우스크", "イワノフランコフスク>イワノフランキウスク"),
    "Kryvyi Rih": ("크리보이로그|크리보이 로그>크리비리흐", "クリボイログ|クリヴォイ・ログ>クリビーリフ"),
}
"""English name (the older one too where nobody else bears it) → Korean and Japanese forms, old > new."""
_COLUMN = {"ko": 0, "ja": 1}


@lru_cache(maxsize=4)
def _table(language: str) -> Mapping[str, tuple[str, re.Pattern[str]]]:
    """Old form → new form, and a pattern for the English names of the place."""
    column = _COLUMN.get(language[:2])
    found = {}
    for english, forms in _PLACES.items():
        old, _, new = ("", "", "") if column is None else forms[column].partition(">")
        for form in old.split("|"):
            if form and form != new:
                found[form] = (new, expression(rf"\b(?:{english})\b"))
    return found


@lru_cache(maxsize=4)
def _pattern(language: str) -> re.Pattern[str] | None:
    table = _table(language)
    return re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True)))) if table else None


def in_glossary(catalog: TermCatalog) -> Iterator[Finding]:
    """G205: an approved rendering with a Ukrainian place by its Russian name."""
    for finding in _old_names(catalog.file, "G205"):
        concept = catalog.concepts.get(finding.location.line) if finding.location else None
        yield finding._replace(concept_id=concept.id if concept else "")


def in_translations(file: CatalogFile) -> Iterator[Finding]:
    """T306: a translation with a Ukrainian place by its Russian name."""
    yield from _old_names(file, "T306")


def _old_names(file: CatalogFile, code: str) -> Iterator[Finding]:
    pattern = _pattern(file.language[:2])
    if pattern is None:
        return
    table = _table(file.language[:2])
    for translation in file.at(file.texts.matching(pattern)):
        for match in pattern.finditer(translation.text):
            new, english = table[match[0]]
            place = english.search(translation.source)
            if place and new not in translation.text:
                message = f"{match[0]} is the place's name after Russian; after Ukrainian {new}"
                yield about(code, file, translation, message, mark=match.span(), source_mark=place.span(), expected=new)
                break
