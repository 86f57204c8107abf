"""Glossaries to write and read back: one small by hand, any by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from glossary.exchange.text import clean
from glossary.model import KINDS, ConceptEntry, Glossary, LanguageSection, Location, Occurrence, Relation, Term

LANGUAGES = ("ko", "ja", "uk")

SAMPLE = Glossary(
    (
        ConceptEntry(
            "kim-jong-un",
            "person",
            (
                LanguageSection(
                    "en",
                    (
                        Term("Kim Jong Un", "fullForm", "preferred", count=7),
                        Term("Kim", "shortForm", "admitted", count=3),
                        Term("Kim Jong-Eun", "variant", "deprecated"),
                    ),
                ),
                LanguageSection("ko", (Term("김정은", status="preferred", source="locales/ko.po:7"),)),
                LanguageSection("ja", (Term("金正恩", status="preferred", source="locales/ja.po:7"),)),
                LanguageSection("uk", (Term("Кім Чен Ин", status="preferred", source="locales/uk.po:7"),)),
            ),
            definition="Leader of North Korea since 2011",
            note="Family name first, in every language",
            examples=(Occurrence(Location("seeds/a.txt", 3), "Kim Jong Un", "Kim Jong Un “ordered” it & left."),),
            related=(Relation("title", "supreme-leader"),),
            count=10,
            documents=2,
        ),
        ConceptEntry(
            "supreme-leader",
            "title",
            (
                LanguageSection("en", (Term("Supreme Leader", status="preferred", count=1),)),
                LanguageSection("ko", (Term("최고령도자", status="proposed", source="locales/ko.po:12"),)),
            ),
            related=(Relation("holder", "kim-jong-un"),),
            count=1,
            documents=1,
        ),
        ConceptEntry(
            "38-north",
            "organization",
            (
                LanguageSection("en", (Term("38 North", status="preferred", count=1),)),
                LanguageSection("ko", (Term("38 North", status="preferred", source="locales/ko.po:17"),)),
            ),
            subkind="news medium",
            translate=False,
        ),
        ConceptEntry(
            "hybrid-threat",
            "term",
            (
                LanguageSection("en", (Term("hybrid threat", status="preferred", count=2),)),
                LanguageSection("uk", (Term("гібридна загроза", status="preferred", source="locales/uk.po:22"),)),
            ),
        ),
    )
)  # fmt: skip
"""Four concepts: everything, a fuzzy rendering, one not to be translated whose id is no ``xs:ID``, and little."""

TEXT = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from(list(" \t\n\r\v\u2028\u00a0'\"`|\\;,:#=+-@%*<>&[](){}·~_/ -")),
        st.sampled_from("김정은조선民主義キエフいКиївїіґ’שָׁלוֹםسلام😀👩‍🚀\u202e\u200f\u200b\ufeff\ufffe"),
    ),
    max_size=24,
)
LONG = st.builds(lambda text, times: (text + " ") * times, TEXT, st.sampled_from([1, 1, 1, 400]))
ODD = ["=1+1", "'=x", "'tis", "@cmd", "#MeToo", '"Greenpeace" ship', "a · note: b", "a; b", "x | y", "C:\\|", "-5 °C",
       "%d", "'", "\\", "..."]  # fmt: skip
FORM = st.one_of(TEXT, st.sampled_from(ODD)).filter(clean)
KIND = st.sampled_from(KINDS)


@st.composite
def sections(draw: st.DrawFn, language: str) -> LanguageSection:
    """A language with at most one preferred or proposed term, which comes first, and each form once."""
    forms = draw(st.lists(FORM, min_size=1, max_size=3, unique_by=clean))
    first = "preferred" if language == "en" else draw(st.sampled_from(["preferred", "proposed"]))
    terms = [Term(clean(forms[0]), draw(TYPE), first, source="" if language == "en" else "locales/x.po:1")]
    rest = [Term(clean(form), draw(TYPE), draw(st.sampled_from(["admitted", "deprecated"]))) for form in forms[1:]]
    rest.sort(key=lambda term: term.status)
    return LanguageSection(language, (*terms, *rest))


TYPE = st.sampled_from(["fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"])


@st.composite
def concepts(draw: st.DrawFn, identifier: str, languages: tuple[str, ...] = LANGUAGES) -> ConceptEntry:
    """A concept as builds make them, with renderings in some of the languages."""
    chosen = [language for language in languages if draw(st.booleans())]
    return ConceptEntry(
        identifier,
        draw(KIND),
        (draw(sections("en")), *(draw(sections(language)) for language in chosen)),
        subkind=draw(st.sampled_from(["", "city", "news medium"])),
        definition=" ".join(draw(LONG).split()),
        note=" ".join(draw(LONG).split()),
        translate=draw(st.booleans()),
    )


@st.composite
def glossaries(draw: st.DrawFn, languages: tuple[str, ...] = LANGUAGES) -> Glossary:
    """Up to five concepts; no two share a preferred form."""
    ids = draw(st.lists(st.from_regex(r"\A[a-z0-9]{1,6}(-[a-z0-9]{1,4})?\Z"), max_size=5, unique=True))
    found: dict[str, ConceptEntry] = {}
    for identifier in ids:
        concept = draw(concepts(identifier, languages))
        found.setdefault(clean(concept.preferred).casefold(), concept)
    return Glossary(tuple(found.values()))
