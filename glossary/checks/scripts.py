"""Rules G3 and G4: letters and form of the glossary's renderings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from glossary.checks.endings import brackets
from glossary.checks.entries import TermCatalog
from glossary.checks.finding import about
from glossary.checks.letters import mixed_script
from glossary.checks.spacing import spaces, unicode_form
from glossary.expressions import expression
from glossary.languages.english import fold_case
from glossary.model import Finding
from glossary.rules import RULES
from glossary.units import CatalogFile

_OWN: Mapping[str, str] = {
    "ko": "[가-힣ㄱ-ㆎ]", "ja": "[ぁ-ゖァ-ヺー一-鿿㐀-䶿々]", "uk": "[а-яіїєґА-ЯІЇЄҐ]", "ru": "[а-яёА-ЯЁ]",
}  # fmt: skip
"""Letters of a language's script."""
_FOREIGN: Mapping[str, str] = {
    "ko": "[Ѐ-ԯͰ-Ͽぁ-ゖァ-ヺ]", "ja": "[Ѐ-ԯ가-힣]", "uk": "[ыэъёЫЭЪЁ가-힣ぁ-ゖァ-ヺ一-鿿]",
}  # fmt: skip
"""Letters that no word of the language has; of Cyrillic ones those that only Russian has."""
_LOWER = expression(r"[a-z]{3}")


def scripts(catalog: TermCatalog) -> Iterator[Finding]:
    """G301 and G302: a rendering that is the English form, or in the letters of another language."""
    code = catalog.file.language[:2]
    if code not in _OWN:
        return
    for entry in catalog.entries:
        text = entry.translation.text
        if not entry.concept.translate:
            continue
        foreign = re.search(_FOREIGN.get(code, r"(?!)"), text)
        if fold_case(text) == fold_case(entry.translation.source):
            if _LOWER.search(text):
                message = "the rendering is the English form; if that is meant, set translate = false in decisions.toml"
                yield about("G301", catalog.file, entry.translation, message, concept_id=entry.concept.id)
        elif foreign:
            message = f"“{foreign[0]}” is no letter of this language"
            yield about("G302", catalog.file, entry.translation, message, concept_id=entry.concept.id,
                        mark=foreign.span())  # fmt: skip
        elif _LOWER.search(text) and not re.search(_OWN[code], text):
            message = "the rendering has no letter of this language"
            yield about("G302", catalog.file, entry.translation, message, concept_id=entry.concept.id)


_SHARED: Mapping[str, Callable[[CatalogFile], Iterator[Finding]]] = {
    "G303": mixed_script, "G401": unicode_form, "G402": spaces, "G403": brackets,
}  # fmt: skip
"""Rules that look at renderings as they look at translations."""


def form(catalog: TermCatalog) -> Iterator[Finding]:
    """G303 and G401–G403: look-alike letters, Unicode form, stray spaces, brackets."""
    for code, check in _SHARED.items():
        for finding in check(catalog.file):
            concept = catalog.concepts.get(finding.location.line) if finding.location else None
            yield finding._replace(code=code, severity=RULES[code].severity, concept_id=concept.id if concept else "")


def periods(catalog: TermCatalog) -> Iterator[Finding]:
    """G404: a rendering that ends in a period, comma or colon, which the English form does not."""
    for entry in catalog.entries:
        text = entry.rendering
        if text[-1] in ".。．,、;:：" and entry.translation.source.rstrip()[-1:] not in ".,;:":
            if text.endswith(".") and re.search(r"(?:^|[\s.])[^\W\d_]{1,3}\.\Z", text):
                continue  # an abbreviation: р., ім., т. зв.
            place = len(entry.translation.text.rstrip())
            yield about("G404", catalog.file, entry.translation, f"ends in “{text[-1]}”, the English form does not",
                        concept_id=entry.concept.id, mark=(place - 1, place))  # fmt: skip
