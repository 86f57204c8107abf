"""Weblate glossaries: PO, CSV and the TBX profile that it reads.  One language a file.

How Weblate reads them: https://docs.weblate.org/en/latest/user/glossary.html and …/formats.html.  In PO, ``#.`` lines
are the explanation, and the flags are ``terminology`` (in every language), ``read-only`` (not to be translated) and
``forbidden`` (a rendering not to be used).  In CSV every cell is in quotation marks and none has a line break: with
other quoting Weblate's guess of the dialect lost rows.  In TBX, ``Translation needed`` is *No* for what is read-only,
and ``administrativeStatus`` is *forbidden* for a rendering not to be used.
"""

from __future__ import annotations

from collections.abc import Iterator

from glossary.exchange.csv_format import written
from glossary.exchange.scope import Scope, subject
from glossary.exchange.tbx import SIGNATURE
from glossary.exchange.text import clean, comment, quoted, xml_id
from glossary.exchange.xml_writing import document, element, nested
from glossary.model import ConceptEntry, Glossary, Term

_FIELDS = ("Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date", "Last-Translator",
           "Language-Team", "Language")  # fmt: skip
"""What the header has from that of the language's catalog, without which i18nspector warns."""
_ENCODING = {
    "MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit",
}  # fmt: skip
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n"})


def po(glossary: Glossary, scope: Scope) -> bytes:
    """A bilingual PO file with every concept, fuzzy renderings marked as such."""
    blocks = ["\n".join(('msgid ""', 'msgstr ""', *_header(scope), ""))]
    taken: set[tuple[str, str]] = set()
    for concept in glossary:
        context, msgid = subject(concept), clean(concept.preferred)
        if (context, msgid) in taken:
            context = f"{context}, {concept.id}"
        taken.add((context, msgid))
        terms = concept.section(scope.language)
        main = next((term for term in terms if term.status in ("preferred", "proposed")), None)
        blocks.append(_message(concept, context, main))
        forbidden = (term for term in terms if term.status == "deprecated")
        blocks += [_message(concept, f"{context}, forbidden {n}", term) for n, term in enumerate(forbidden, 1)]
    return "\n".join(blocks).encode()


def _header(scope: Scope) -> Iterator[str]:
    fields = {"Project-Id-Version": scope.title, "Language": scope.language.replace("-", "_"), **scope.header}
    known = {name: clean(fields[name]) for name in _FIELDS if name in fields}
    return (_string(f"{name}: {value}\n") for name, value in {**known, **_ENCODING}.items())


def _message(concept: ConceptEntry, context: str, term: Term | None) -> str:
    """One message; the context of forbidden renderings is numbered, since context and msgid must be unique."""
    lines = [f"#. definition: {clean(concept.definition)}"] if concept.definition else []
    lines += [f"#. note: {clean(concept.note)}"] if concept.note else []
    flags = ["terminology"]
    if term and term.status == "proposed":
        flags.insert(0, "fuzzy")
    flags += ["read-only"] if not concept.translate else []
    flags += ["forbidden"] if term and term.status == "deprecated" else []
    return "\n".join((
        *lines,
        f"#, {', '.join(flags)}",
        f"msgctxt {_string(context)}",
        f"msgid {_string(clean(concept.preferred))}",
        f"msgstr {_string(clean(term.form) if term else '')}",
        "",
    ))  # fmt: skip


def _string(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'


def csv(glossary: Glossary, scope: Scope) -> bytes:
    """Every concept with its rendering; Weblate's CSV has no place for what is forbidden or not to be translated."""
    rows = [["source", "target", "ID", "fuzzy", "context", "developer_comments"]]
    for concept in glossary:
        terms = concept.section(scope.language)
        main = next((term for term in terms if term.status in ("preferred", "proposed")), None)
        target = main.form if main else ""
        fuzzy = "True" if main and main.status == "proposed" else ""
        told = comment(clean(concept.definition), clean(concept.note))
        rows.append([concept.preferred, target, concept.id, fuzzy, subject(concept), told])
    return written(([quoted(clean(cell)) for cell in row] for row in rows), quote_all=True)


def tbx(glossary: Glossary, scope: Scope) -> bytes:
    """TBX of 2008 with one target language, approved and forbidden renderings."""
    head = nested("martifHeader", nested("fileDesc", nested("sourceDesc", [element("p", SIGNATURE)])))
    entries = (
        line
        for concept in glossary
        for line in nested("termEntry", _entry(concept, scope.language), id=xml_id(concept.id))
    )
    body = nested("text", nested("body", entries))
    return document(nested("martif", [*head, *body], type="TBX", xml__lang="en"))


def _entry(concept: ConceptEntry, language: str) -> Iterator[str]:
    if concept.definition:
        yield element("descrip", concept.definition, type="definition")
    if concept.note:
        yield element("descrip", concept.note, type="Usage note")
    if not concept.translate:
        yield element("descrip", "No", type="Translation needed")
    yield from nested("langSet", nested("tig", [element("term", concept.preferred)]), xml__lang="en")
    terms = [term for term in concept.section(language) if term.status in ("preferred", "deprecated")]
    if terms:
        yield from nested("langSet", (line for term in terms for line in _term(term)), xml__lang=language)


def _term(term: Term) -> Iterator[str]:
    inside = [element("term", term.form)]
    if term.status == "deprecated":
        inside.append(element("termNote", "forbidden", type="administrativeStatus"))
    yield from nested("tig", inside)
