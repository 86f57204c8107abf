"""TBX of 2008 (ISO 30042:2008, ``martif``): the only TBX that OmegaT, Lokalize, Weblate and translate-toolkit read.

Element names and their order are those of the core structure, TBXcoreStructV02.dtd (GALA, TBX resources):
in a ``tig`` the ``termNote`` elements before ``descrip``, ids ``xs:ID``.  Data categories are those of TBX-Basic
(https://www.tbxinfo.net).  Renderings that nobody confirmed are left out: these tools show whatever a TBX holds as
approved.  Status is told where there is a choice, for OmegaT prints every ``termNote`` beside the term.
"""

from __future__ import annotations

from collections.abc import Iterator

from glossary.exchange.scope import Scope, subject
from glossary.exchange.tbx import DO_NOT_TRANSLATE, SIGNATURE
from glossary.exchange.text import xml_id
from glossary.exchange.xml_writing import document, element, nested
from glossary.model import ConceptEntry, Glossary, Term


def export(glossary: Glossary, scope: Scope) -> bytes:
    """The glossary in all languages of ``scope``."""
    return document(nested("martif", _martif(glossary, scope), type="TBX", xml__lang="en"))


def _martif(glossary: Glossary, scope: Scope) -> Iterator[str]:
    title = nested("titleStmt", [element("title", scope.title)])
    source = nested("sourceDesc", [element("p", SIGNATURE)])
    yield from nested("martifHeader", nested("fileDesc", [*title, *source]))
    body = (line for concept in glossary for line in nested("termEntry", _entry(concept, scope), id=xml_id(concept.id)))
    yield from nested("text", nested("body", body))


def _entry(concept: ConceptEntry, scope: Scope) -> Iterator[str]:
    yield element("descrip", subject(concept), type="subjectField")
    if concept.definition:
        yield element("descrip", concept.definition, type="definition")
    if concept.note:
        yield element("note", concept.note)
    if not concept.translate:
        yield element("note", DO_NOT_TRANSLATE)
    for language in ("en", *scope.languages):
        terms = [term for term in concept.section(language) if term.status != "proposed"]
        if terms:
            yield from nested("langSet", _terms(concept, language, terms), xml__lang=language)


def _terms(concept: ConceptEntry, language: str, terms: list[Term]) -> Iterator[str]:
    choice = len(terms) > 1 or terms[0].status != "preferred"
    for term in terms:
        inside = [element("term", term.form)]
        if language == "en" and term.type != "fullForm":
            inside.append(element("termNote", term.type, type="termType"))
        if choice:
            inside.append(element("termNote", f"{term.status}Term-admn-sts", type="administrativeStatus"))
        if language == "en" and term is terms[0]:
            inside += [element("descrip", example.sentence, type="context") for example in concept.examples]
        yield from nested("tig", inside)
