"""A page for people: Markdown, and HTML in one file without script, font or picture from elsewhere.

The languages are marked as such, so that browsers choose the right fonts for Han characters and direction follows
each text (HTML Living Standard, ``lang`` and ``dir=auto``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from babel.core import Locale

from glossary.exchange.scope import Scope
from glossary.exchange.text import clean
from glossary.expressions import expression
from glossary.model import ConceptEntry, Glossary, Term

_SPECIAL = expression(r"([\\`*_{}\[\]<>|#~])|(?<=\d)([.)])(?=\s|$)|^([-+=.:!])")
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; color: #222 }
table { border-collapse: collapse; width: 100%; margin-bottom: 2rem }
th, td { border-bottom: 1px solid #ddd; padding: .4rem .6rem; text-align: start; vertical-align: top }
thead th { position: sticky; top: 0; background: #f5f5f5 }
tbody tr:target { background: #fff8d6 }
small { color: #666; display: block }
.proposed { color: #8a6d00; font-style: italic } .deprecated { text-decoration: line-through }
@media (prefers-color-scheme: dark) { body { background: #181818; color: #ddd } thead th { background: #262626 }
  th, td { border-color: #333 } small { color: #999 } .proposed { color: #e0c050 }
  tbody tr:target { background: #333 } }
@media print { thead th { position: static } }
""".strip()


def markdown(glossary: Glossary, scope: Scope) -> bytes:
    """A table for each kind; fuzzy renderings in italics, deprecated forms struck out."""
    return "\n".join(_markdown(glossary, scope)).encode()


def _markdown(glossary: Glossary, scope: Scope) -> Iterator[str]:
    yield f"# {_plain(scope.title)}\n"
    names = [_name(language) for language in scope.languages]
    for kind, concepts in groupby(glossary, lambda concept: concept.kind):
        yield f"## {kind.capitalize()}\n"
        yield f"| English | {' | '.join(names)} | Notes |" if names else "| English | Notes |"
        yield f"|{' --- |' * (len(names) + 2)}"
        for concept in concepts:
            cells = [_marked(concept.english.terms), *(_marked(concept.section(code)) for code in scope.languages)]
            yield f"| {' | '.join((*cells, '; '.join(map(_plain, _notes(concept, glossary)))))} |"
        yield ""


def _marked(terms: Sequence[Term]) -> str:
    marks = {"proposed": "*{}*", "deprecated": "~~{}~~"}
    return ", ".join(marks.get(term.status, "{}").format(_plain(term.form)) for term in terms)


def _plain(text: str) -> str:
    """Text that Markdown leaves alone (CommonMark 0.31, section 2.4)."""
    return _SPECIAL.sub(lambda match: "\\" + match[0], clean(text).replace("&", "&amp;"))


def html(glossary: Glossary, scope: Scope) -> bytes:
    """One table for each kind; every concept has its id as anchor."""
    title = escape(clean(scope.title))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    body = "\n".join(_html(glossary, scope))
    page = f'<!DOCTYPE html>\n<html lang="en"><head>{head}\n<style>\n{_STYLE}\n</style></head>\n<body>\n'
    return f"{page}<h1>{title}</h1>\n{body}\n</body></html>\n".encode()


def _html(glossary: Glossary, scope: Scope) -> Iterator[str]:
    columns = "".join(f"<th scope=col>{escape(_name(code))}</th>" for code in scope.languages)
    for kind, concepts in groupby(glossary, lambda concept: concept.kind):
        yield f"<h2>{kind.capitalize()}</h2>"
        yield f"<table><thead><tr><th scope=col>English</th>{columns}<th scope=col>Notes</th></tr></thead><tbody>"
        for concept in concepts:
            cells = "".join(f"<td lang={code}>{_spans(concept.section(code))}</td>" for code in scope.languages)
            notes = "".join(f'<div dir="auto">{escape(clean(note))}</div>' for note in _notes(concept, glossary))
            name = f"<th scope=row lang=en>{_spans(concept.english.terms)}</th>"
            yield f'<tr id="{escape(concept.id)}">{name}{cells}<td>{notes}</td></tr>'
        yield "</tbody></table>"


def _spans(terms: Sequence[Term]) -> str:
    first, rest = terms[:1], terms[1:]
    shown = [f'<span class={term.status} dir="auto">{escape(clean(term.form))}</span>' for term in first]
    shown += [f'<small class={term.status} dir="auto">{escape(clean(term.form))}</small>' for term in rest]
    return "".join(shown)


def _notes(concept: ConceptEntry, glossary: Glossary) -> Iterator[str]:
    if concept.subkind:
        yield concept.subkind
    yield from filter(None, (concept.definition, concept.note))
    if not concept.translate:
        yield "not to be translated"
    for relation in concept.related:
        if relation.target in glossary.by_id:
            yield f"{relation.type}: {glossary.by_id[relation.target].preferred}"


def _name(language: str) -> str:
    """The language's English name, as CLDR has it."""
    return Locale.parse(language, sep="-").get_display_name("en") or language
