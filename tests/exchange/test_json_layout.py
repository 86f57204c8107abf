"""``glossary.json`` is put together by hand; ``json`` itself says what it must come to."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.exchange import json_format
from glossary.model import ConceptEntry, Glossary, LanguageSection, Location, Occurrence, Relation, Term

from .building import FORM, TEXT, concepts

TEXTS = st.one_of(TEXT, st.sampled_from(["", '"', "\\", "\x00\x1f\x7f", "\ud800", "\u2028"]))
PLACES = st.builds(Location, TEXTS, st.integers(1, 10**6))
RELATIONS = st.builds(Relation, st.sampled_from(["title", "holder", "expansion"]), TEXTS)


@st.composite
def glossaries(draw):
    """Glossaries as ``load`` gives them back: occurrences without their sentences."""
    found = []
    for number in range(draw(st.integers(0, 3))):
        concept = draw(concepts(f"c-{number}", ()))
        english = tuple(replace(term, count=draw(st.integers(0, 10**6))) for term in concept.english.terms)
        found.append(
            replace(
                concept,
                sections=(concept.english._replace(terms=english),),
                definition=draw(TEXTS),
                note=draw(TEXTS),
                count=draw(st.integers(0, 10**9)),
                documents=draw(st.integers(0, 10**9)),
                occurrences=tuple(
                    draw(st.lists(st.builds(Occurrence, PLACES, FORM, st.just(""), st.just("paragraph")), max_size=3))
                ),
                examples=tuple(
                    draw(st.lists(st.builds(Occurrence, PLACES, FORM, TEXTS, st.just("paragraph")), max_size=2))
                ),
                related=tuple(draw(st.lists(RELATIONS, max_size=2))),
                score=draw(st.floats(0, 1)),
                why=tuple(draw(st.lists(TEXTS, max_size=3))),
            )
        )
    return Glossary(tuple(found), draw(TEXTS), tuple(draw(st.lists(TEXTS, max_size=3))))


def laid_out(value, levels=4, margin=""):
    """``value`` as JSON, its first four levels over lines, as ``json`` would write what stands on one."""
    inner = margin + "  "
    if levels and value and isinstance(value, (dict, list)):
        rows = (
            [f"{json.dumps(key)}: {laid_out(item, levels - 1, inner)}" for key, item in value.items()]
            if isinstance(value, dict)
            else [laid_out(item, levels - 1, inner) for item in value]
        )
        first, last = "{}" if isinstance(value, dict) else "[]"
        return first + "\n" + ",\n".join(inner + row for row in rows) + f"\n{margin}{last}"
    return json.dumps(value, ensure_ascii=False)


@given(glossaries())
def test_the_file_is_what_json_writes_and_reads(glossary):
    data = json_format.dump(glossary)
    assert data.decode("utf-8", "surrogatepass") == laid_out(json.loads(data)) + "\n"
    assert json_format.load(data, "glossary.json") == glossary


@pytest.mark.parametrize("number", [0, 1, 2, 100])
def test_parts_make_one_file(number):
    english = (LanguageSection("en", (Term("Name", status="preferred"),)),)
    glossary = Glossary(tuple(ConceptEntry(f"name-{index}", "term", english) for index in range(number)))
    data = b"".join(json_format.pieces(glossary))
    assert data.decode() == laid_out(json.loads(data)) + "\n"
    assert json_format.load(data, "glossary.json") == glossary
