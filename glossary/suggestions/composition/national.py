"""Offices and ministries that one country calls otherwise than the rest of the world."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from glossary.expressions import expression
from glossary.suggestions.composition.parts import Part

_CUSTOMS: Mapping[tuple[str, str], tuple[tuple[re.Pattern[str], str], ...]] = {
    ("ko", "JP"): (
        (expression(r"국방(?:부 )?장관$"), "방위상"),
        (expression(r"국방부"), "방위성"),
        (expression(r"(?<=[가-힣]{2})(?:부 )?장관$"), "상"),
        (expression(r"(?<=[외내재법경]무)부"), "성"),
    ),
    ("ko", "KP"): (
        (expression(r"(?<=[가-힣]{2})(?:부 )?장관$"), "상"),
        (expression(r"(?<=[외내재법경국][무방])부"), "성"),
        (expression(r"차관$"), "부상"),
    ),
    ("ko", "CN"): ((expression(r"외무(?:부 )?장관$"), "외교부장"), (expression(r"(?:부 )?장관$"), "부장")),
    ("ko", "KR"): ((expression(r"외무(?:부 )?장관$"), "외교부 장관"), (expression(r"외무"), "외교"),
                   (expression(r"(?<=[가-힣]{2})(?<!부 )장관$"), "부 장관")),
    ("ja", "JP"): (
        (expression(r"国防相$"), "防衛相"),
        (expression(r"国防省"), "防衛省"),
    ),
}  # fmt: skip
"""Language, country → what to write otherwise: Japan's and North Korea's ministers are 상, China's 부장."""


def in_country(form: str, kind: str, parts: Sequence[Part], language: str) -> str:
    """``form`` as it is called in the country among its parts; as it is without one."""
    codes = [part.code for part in parts if part.code]
    if kind not in ("title", "organization") or not codes:
        return form
    for pattern, instead in _CUSTOMS.get((language, codes[0]), ()):
        changed = pattern.sub(instead, form)
        if changed != form:
            return changed
    return form
