"""Tables with the columns that other termbase systems document.  Approved renderings only.

- Crowdin, CSV: ``term_en, description_en, partOfSpeech_en, status_en, type_en, term_ko …`` behind the columns of the
  concept; a row is a concept (https://support.crowdin.com/glossary/, scheme of
  https://developer.crowdin.com/api/v2/#operation/api.glossaries.imports.post).
- Phrase Strings, CSV: ``term, case sensitive, translatable, description``, then locales
  (https://support.phrase.com/hc/en-us/articles/10112307427740).
- Phrase TMS, XLSX: ``CID, concept_domain … concept_note``, then ``TID`` and a language, again and again; empty ids
  make new concepts (https://support.phrase.com/hc/en-us/articles/5709733407772).
- memoQ, CSV between semicolons: ``Entry_ID …``, then ``English_Def, English, Term_Info, Term_Example`` and the same
  for each language, whose names memoQ writes in English
  (https://docs.memoq.com/current/api-docs/wsapi/memoqservices/tbservice.importexport.csv.html).
- MultiTerm Convert, CSV in UTF-8: the labels in the header are those of the termbase's fields
  (https://docs.rws.com/en-US/multiterm-2024-1117394/prerequisites-for-file-conversion-349284).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from babel.core import Locale

from glossary.exchange.csv_format import written
from glossary.exchange.scope import Scope, rendering, subject
from glossary.exchange.text import clean, comment
from glossary.model import Glossary, TermType

_CROWDIN_TYPES: Mapping[TermType, str] = {
    "fullForm": "full form", "acronym": "acronym", "abbreviation": "abbreviation", "shortForm": "short form",
    "variant": "variant", "phrase": "phrase",
}  # fmt: skip


def _cells(rows: Iterator[Sequence[str]]) -> Iterator[list[str]]:
    return ([clean(cell) for cell in row] for row in rows)


def crowdin(glossary: Glossary, scope: Scope) -> bytes:
    """One row a concept; Crowdin counts the columns of its import scheme from 0 in this order."""
    return written(_cells(_crowdin(glossary, scope)))


def _crowdin(glossary: Glossary, scope: Scope) -> Iterator[list[str]]:
    yield [
        "conceptDefinition", "conceptSubject", "conceptNote",
        "term_en", "description_en", "partOfSpeech_en", "status_en", "type_en",
        *(f"{name}_{language}" for language in scope.languages for name in ("term", "partOfSpeech", "status")),
    ]  # fmt: skip
    for concept in glossary:
        term = concept.english.preferred
        row = [concept.definition, subject(concept), concept.note]
        row += [term.form, concept.definition, term.part_of_speech, "preferred", _CROWDIN_TYPES[term.type]]
        for language in scope.languages:
            form = rendering(concept, language)
            row += [form, term.part_of_speech, "preferred"] if form else ["", "", ""]
        yield row


def phrase_strings(glossary: Glossary, scope: Scope) -> bytes:
    """One row a concept; the first column is the term that identifies it."""
    return written(_cells(_phrase_strings(glossary, scope)))


def _phrase_strings(glossary: Glossary, scope: Scope) -> Iterator[list[str]]:
    yield ["term", "case sensitive", "translatable", "description", *scope.languages]
    for concept in glossary:
        sensitive = str(any(letter.isupper() for letter in concept.preferred)).lower()
        told = comment(clean(concept.definition), clean(concept.note)) if concept.note else concept.definition
        forms = [rendering(concept, language) for language in scope.languages]
        yield [concept.preferred, sensitive, str(concept.translate).lower(), told, *forms]


def phrase_tms(glossary: Glossary, languages: Sequence[str]) -> Iterator[list[str]]:
    """Header and rows of the sheet that Phrase TMS imports."""
    yield [
        *("CID", "concept_domain", "concept_subdomain", "concept_url", "concept_definition", "concept_note"),
        *(name for language in ("en", *languages) for name in ("TID", language.replace("-", "_").lower())),
    ]
    for concept in glossary:
        forms = [concept.preferred, *(rendering(concept, language) for language in languages)]
        told = ["", concept.kind, concept.subkind, "", concept.definition, concept.note]
        yield [clean(cell) for cell in (*told, *(cell for form in forms for cell in ("", form)))]


def memoq(glossary: Glossary, scope: Scope) -> bytes:
    """One row an entry; memoQ numbers entries itself and sets dates, persons and matching by its defaults."""
    return written(_cells(_memoq(glossary, scope)), delimiter=";")


def _memoq(glossary: Glossary, scope: Scope) -> Iterator[list[str]]:
    names = [_english_name(language).replace(" ", "_") for language in ("en", *scope.languages)]
    yield [
        "Entry_ID", "Entry_Subject", "Entry_Domain", "Entry_ClientID", "Entry_ProjectID", "Entry_Created",
        "Entry_Creator", "Entry_LastModified", "Entry_Modifier", "Entry_Note",
        *(label for name in names for label in (f"{name}_Def", name, "Term_Info", "Term_Example")),
    ]  # fmt: skip
    for number, concept in enumerate(glossary, 1):
        row = [str(number), subject(concept), *[""] * 7, concept.note]
        example = concept.examples[0].sentence if concept.examples else ""
        row += [concept.definition, concept.preferred, "", example]
        for language in scope.languages:
            row += ["", rendering(concept, language), "", ""]
        yield row


def multiterm(glossary: Glossary, scope: Scope) -> bytes:
    """One row an entry: languages by their English names, as MultiTerm labels its index fields."""
    return written(_cells(_multiterm(glossary, scope)))


def _multiterm(glossary: Glossary, scope: Scope) -> Iterator[list[str]]:
    yield [*(_english_name(language) for language in ("en", *scope.languages)), "Subject", "Definition", "Note"]
    for concept in glossary:
        forms = [concept.preferred, *(rendering(concept, language) for language in scope.languages)]
        yield [*forms, subject(concept), concept.definition, concept.note]


def _english_name(language: str) -> str:
    """The language's English name, as CLDR has it."""
    return Locale.parse(language, sep="-").get_display_name("en") or language
