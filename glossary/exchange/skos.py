"""SKOS in Turtle (W3C Recommendation of 18 August 2009, https://www.w3.org/TR/skos-reference/).  Needs ``rdflib``.

A concept has one ``skos:prefLabel`` a language, ``altLabel`` for admitted forms and ``hiddenLabel`` for deprecated
ones, which are to be found but not shown (section 5.1); relations are ``broader``, ``narrower`` and ``related``.
Kinds are collections.  URIs are URNs of the project's name and the concept's id (RFC 8141, informal, not registered):
whoever publishes the file puts an address of his own in their place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from glossary.errors import GlossaryError
from glossary.exchange.scope import Scope
from glossary.exchange.text import clean, slug
from glossary.model import ConceptEntry, Glossary, TermStatus

_LABELS: Mapping[TermStatus, str] = {
    "preferred": "prefLabel", "admitted": "altLabel", "deprecated": "hiddenLabel",
}  # fmt: skip


def export(glossary: Glossary, scope: Scope) -> bytes:
    """The glossary as a concept scheme.  Raises ``GlossaryError`` without rdflib."""
    try:
        from rdflib import RDF, SKOS, Graph, Literal, URIRef  # noqa: PLC0415  (an extra)
    except ImportError:
        raise GlossaryError("SKOS needs rdflib", hint="run: pip install 'glossary[skos]'") from None
    base = f"urn:x-glossary:{slug(scope.title)}:"
    graph = Graph(bind_namespaces="none")
    graph.bind("skos", SKOS)
    graph.bind("", base)
    scheme = URIRef(base + "scheme")
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    graph.add((scheme, SKOS.prefLabel, Literal(clean(scope.title), lang="en")))
    for concept in glossary:
        subject = URIRef(base + quote(concept.id))
        graph.add((subject, RDF.type, SKOS.Concept))
        graph.add((subject, SKOS.inScheme, scheme))
        group = URIRef(f"{base}kind.{concept.kind}")
        graph.add((group, RDF.type, SKOS.Collection))
        graph.add((group, SKOS.prefLabel, Literal(concept.kind, lang="en")))
        graph.add((group, SKOS.member, subject))
        for name, text, language in _literals(concept, scope):
            graph.add((subject, SKOS[name], Literal(text, lang=language)))
        for relation in concept.related:
            if relation.target in glossary.by_id:
                name = relation.type if relation.type in ("broader", "narrower") else "related"
                graph.add((subject, SKOS[name], URIRef(base + quote(relation.target))))
    turtle: Any = graph.serialize(format="turtle", encoding="utf-8")
    return bytes(turtle)


def _literals(concept: ConceptEntry, scope: Scope) -> list[tuple[str, str, str]]:
    """Property, text and language of every label and note."""
    found = [
        (_LABELS[term.status], clean(term.form), language)
        for language in ("en", *scope.languages)
        for term in concept.section(language)
        if term.status in _LABELS
    ]
    if concept.definition:
        found.append(("definition", clean(concept.definition), "en"))
    if concept.note:
        found.append(("note", clean(concept.note), "en"))
    return found
