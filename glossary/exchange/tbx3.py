"""TBX of 2019 (ISO 30042:2019), dialect TBX-Basic in DCA style: for terminology systems.

The dialect's data categories, their levels and values are those of the public TBX-Basic module
(https://github.com/LTAC-Global/TBX-Basic_dialect, DCA): ``subjectField`` and ``definition`` at the concept,
``context`` at the term, ``administrativeStatus`` with values in ``-admn-sts``.  Renderings that nobody confirmed
are left out: the dialect has no category that says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from glossary.exchange.scope import Scope, subject
from glossary.exchange.tbx import DO_NOT_TRANSLATE, SIGNATURE
from glossary.exchange.text import xml_id
from glossary.exchange.xml_writing import document, element, nested
from glossary.model import ConceptEntry, Glossary, Term

_PARTS = frozenset({"noun", "verb", "adjective", "adverb", "other"})


def export(glossary: Glossary, scope: Scope) -> bytes:
    """The glossary in all languages of ``scope``."""
    namespace = "urn:iso:std:iso:30042:ed-2"
    attributes = {"type": "TBX-Basic", "style": "dca", "xml__lang": "en", "xmlns": namespace}
    return document(nested("tbx", _tbx(glossary, scope), **attributes))


def _tbx(glossary: Glossary, scope: Scope) -> Iterator[str]:
    title = nested("titleStmt", [element("title", scope.title)])
    source = nested("sourceDesc", [element("p", SIGNATURE)])
    yield from nested("tbxHeader", nested("fileDesc", [*title, *source]))
    entries = (
        line
        for concept in glossary
        for line in nested("conceptEntry", _entry(concept, glossary, scope), id=xml_id(concept.id))
    )
    yield from nested("text", nested("body", entries))


def _entry(concept: ConceptEntry, glossary: Glossary, scope: Scope) -> Iterator[str]:
    yield element("descrip", subject(concept), type="subjectField")
    if concept.definition:
        yield element("descrip", concept.definition, type="definition")
    if concept.note:
        yield element("note", concept.note)
    if not concept.translate:
        yield element("note", DO_NOT_TRANSLATE)
    for target in dict.fromkeys(relation.target for relation in concept.related):
        if target in glossary.by_id:
            name = f"{glossary.by_id[target].preferred}"
            yield element("ref", name, type="crossReference", target=xml_id(target))
    for language in ("en", *scope.languages):
        terms = [term for term in concept.section(language) if term.status != "proposed"]
        if terms:
            lines = (line for term in terms for line in _term(term, concept, language))
            yield from nested("langSec", lines, xml__lang=language)


def _term(term: Term, concept: ConceptEntry, language: str) -> Iterator[str]:
    inside = [element("term", term.form)]
    if language == "en":
        part = term.part_of_speech if term.part_of_speech in _PARTS else "other"
        inside.append(element("termNote", part, type="partOfSpeech"))
        inside.append(element("termNote", term.type, type="termType"))
    inside.append(element("termNote", f"{term.status}Term-admn-sts", type="administrativeStatus"))
    if language == "en" and term is concept.english.preferred:
        inside += [element("descrip", example.sentence, type="context") for example in concept.examples]
    yield from nested("termSec", inside)
