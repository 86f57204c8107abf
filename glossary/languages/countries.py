"""Countries and peoples under their ISO 3166-1 identity, from CLDR and WordNet (``glossary/data/countries.tsv``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Countries:
    """Names as written, with straight apostrophes, → ISO 3166-1 alpha-2 code."""

    names: Mapping[str, str]
    demonyms: Mapping[str, str]
    """Singular and plural in -s."""
    cldr: Mapping[str, str]
    """Code → CLDR's own English name ("United States")."""


@lru_cache(maxsize=1)
def countries() -> Countries:
    """The table, read once per process."""
    names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    cldr: dict[str, str] = {}
    text = (Path(__file__).parents[1] / "data" / "countries.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        code, forms, adjectives = line.split("\t")
        for form in filter(None, forms.split("|")):
            cldr.setdefault(code, form)
            names[form.replace("’", "'")] = code
        for form in filter(None, adjectives.split("|")):
            demonyms[form] = code
            demonyms.setdefault(f"{form}s", code)
    for form in [form for form in demonyms if form in names and form.removesuffix("s") in demonyms]:
        del demonyms[form]  # "Philippines" is the country, not several of "Philippine"
    return Countries(names, demonyms, cldr)


def country_code(form: str) -> str:
    """ISO code of a country's name as written ("DPRK" → "KP"), case-sensitive; empty when it is none."""
    return countries().names.get(form.replace("’", "'"), "")


def people_code(form: str) -> str:
    """ISO code of the country of a demonym as written ("North Koreans" → "KP"); empty when it is none."""
    return countries().demonyms.get(form.replace("’", "'"), "")
