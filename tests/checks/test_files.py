"""P101–P301: catalogs as files."""

from __future__ import annotations

import pytest

from glossary.catalogs.languages import language_of
from glossary.catalogs.scanning import scan
from glossary.checks import Termbase, check_file
from glossary.model import Glossary
from glossary.rules import RULES

START = 'msgid ""\nmsgstr ""\n'
FULL = '"Language: uk\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
RULE = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
LONG_RULE = (
    "(n % 1 == 0 && n % 10 == 1 && n % 100 != 11 ? 0 : n % 1 == 0 && n % 10 >= 2 && n % 10 <= 4 && "
    "(n % 100 < 12 || n % 100 > 14) ? 1 : n % 1 == 0 && (n % 10 ==0 || (n % 10 >=5 && n % 10 <=9) || "
    "(n % 100 >=11 && n % 100 <=14 )) ? 2: 3)"
)
THREE = f'"Plural-Forms: nplurals=3; plural=({RULE});\\n"\n'
KDE = f'"Plural-Forms: nplurals=4; plural=n==1 ? 3 : {RULE};\\n"\n'
DJANGO = f'"Plural-Forms: nplurals=4; plural={LONG_RULE};\\n"\n'
PLURAL = '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "ч"\nmsgstr[1] "ч"\nmsgstr[2] "ч"\n'
FOUR = PLURAL + 'msgstr[3] "ч"\n'


def told(text: str, path: str = "x/a.po", template: str = "") -> list[tuple[str, str, int]]:
    file = scan(text.encode(), path)
    file = file.__class__(**{**vars(file), "language": language_of(file, "")})
    pot = scan(template.encode(), "x.pot") if template else None
    found = check_file(file, Termbase(Glossary(()), file.language), pot, frozenset(RULES))
    return sorted(
        (finding.code, finding.severity, finding.location.line) for finding in found if finding.code[0] in "PT"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (START + FULL + THREE + PLURAL, []),
        (START + FULL + KDE + FOUR, []),
        (START + FULL + DJANGO + FOUR, []),
        (START + FULL + THREE, []),
        (START + FULL + PLURAL, [("P203", "error", 1)]),
        (START + FULL + '"Plural-Forms: nplurals=3; plural=n;\\n"\n' + PLURAL, [("P203", "error", 1)]),
        (START + FULL + '"Plural-Forms: nplurals=3; plural=import os;\\n"\n' + PLURAL, [("P203", "error", 1)]),
        (
            START + FULL + '"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n' + PLURAL,
            [("P203", "warning", 1), ("T104", "error", 7)],
        ),
        (START + FULL.replace("uk", "ua"), [("P202", "warning", 1)]),
        (START + FULL.replace('"Language: uk\\n"\n', ""), [("P202", "warning", 1)]),
        (START + FULL.replace("UTF-8", "KOI8-U"), [("P204", "warning", 4)]),
        (START + '"Language: uk\\n"\n', [("P204", "warning", 1)]),
        (START + FULL + '"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n"\n', [("P205", "info", 1)]),
        ('msgid "a"\nmsgstr "я"\n', [("P201", "warning", 1), ("P204", "warning", 1)]),
        (START + FULL + '\nmsgid "a"\nmsgstr "б"\n\nmsgid "a"\nmsgstr "в"\n', [("P104", "error", 9)]),
        (START + FULL + "\n<<<<<<< HEAD\n", [("P103", "error", 6)]),
        (START + FULL + "\nmsgid 'a'\n", [("P101", "error", 6)]),
        ("\ufeff" + START + FULL, [("P105", "error", 1)]),
    ],
)
def test_files(text, expected):
    assert told(text) == expected


def test_the_folder_tells_the_language_too():
    assert told(START + FULL, "locales/ko/LC_MESSAGES/a.po") == [("P202", "warning", 1)]
    assert told(START + FULL, "locales/uk/LC_MESSAGES/a.po") == []


def test_a_template_needs_no_language():
    assert told(START + '"Content-Type: text/plain; charset=UTF-8\\n"\n', "a.pot") == []


def test_a_catalog_that_does_not_follow_its_template():
    catalog = START + FULL + '\nmsgid "old"\nmsgstr ""\n\nmsgid "both"\nmsgstr ""\n'
    template = START + FULL + '\nmsgid "new"\nmsgstr ""\n\nmsgid "both"\nmsgstr ""\n'
    assert told(catalog, template=template) == [("P301", "warning", 1), ("P301", "warning", 1)]
    assert told(catalog, template=catalog) == []
