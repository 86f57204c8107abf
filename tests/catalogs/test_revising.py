"""One message changed, and nothing else in the file."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from glossary.catalogs import confirmed, exchanged, parse, rendered
from glossary.errors import GlossaryError

from .building import HEADER

WHEN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
MESSAGE = """\
# from the ministry
#. kind: place
#. suggested: 평양 [GeoNames 1871859]
#: seeds/a.txt:1
#, fuzzy, no-wrap
#| msgid "Pyong Yang"
msgctxt "place"
msgid "Pyongyang"
msgstr "평양직할시"
"""
OTHERS = """\
#, fuzzy
msgid "first"
msgstr ""
"in two "
"lines"

#~ msgid "gone"
#~ msgstr "사라짐"
"""

CASES = {
    "another text": (
        "평양",
        MESSAGE.replace("#, fuzzy, no-wrap", "#, no-wrap").replace('#| msgid "Pyong Yang"\n', "").replace("직할시", ""),
    ),
    "the same text": (
        "평양직할시",
        MESSAGE.replace("#, fuzzy, no-wrap", "#, no-wrap").replace('#| msgid "Pyong Yang"\n', ""),
    ),
    "no text": (
        "",
        MESSAGE.replace("#, fuzzy, no-wrap", "#, no-wrap")
        .replace('#| msgid "Pyong Yang"\n', "")
        .replace("평양직할시", ""),
    ),
    "a text with quotes and breaks": (
        'a "b" \\ c\nd\t',
        MESSAGE.replace("#, fuzzy, no-wrap", "#, no-wrap")
        .replace('#| msgid "Pyong Yang"\n', "")
        .replace("평양직할시", r"a \"b\" \\ c d"),
    ),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_the_message_and_the_date_change(name, end):
    text, expected = CASES[name]
    raw = f"{HEADER}\n{MESSAGE}\n{OTHERS}".replace("\n", end)
    catalog = parse(raw.encode(), "ko.po")
    entry = next(entry for entry in catalog.messages if entry.msgid == "Pyongyang")
    new = rendered(exchanged(catalog, entry, confirmed(entry, text), WHEN)).decode()
    header = HEADER.replace("PO-Revision-Date: 2026-10-02 12:00+0000", "PO-Revision-Date: 2026-11-20 09:30+0000")
    assert new == f"{header}\n{expected}\n{OTHERS}".replace("\n", end)


def test_a_message_that_is_confirmed_stays_as_it_is():
    (entry,) = parse(b'msgid "a"\nmsgstr ""\n"in two "\n"lines"\n', "ko.po").entries
    assert confirmed(entry, "in two lines").lines == entry.lines


def test_plural_forms_are_for_editors():
    (entry,) = parse(b'msgid "a"\nmsgid_plural "as"\nmsgstr[0] ""\nmsgstr[1] ""\n', "uk.po").entries
    with pytest.raises(GlossaryError, match="has plural forms"):
        confirmed(entry, "x")
