"""Rules P: catalogs as files."""

from __future__ import annotations

from collections.abc import Mapping

from glossary.rules.rule import Rule

FILES: Mapping[str, Rule] = {
    "P101": Rule(
        "not a catalog",
        "error",
        """The file stops being a gettext catalog on this line: an unclosed string, an unknown escape, a message
        without translation, a line that is none of a catalog's. Nothing else of the file was checked.""",
        'msgid "He said "no"."      the quotation marks inside are not escaped',
        'msgid "He said \\"no\\"."',
    ),
    "P102": Rule(
        "not in the encoding that it declares",
        "error",
        """The file holds bytes that its declared charset does not have, or declares one that nobody knows. Nothing
        else of the file was checked. Save it as UTF-8, and say so in its header.""",
        "Content-Type: text/plain; charset=UTF-8      but the file is in EUC-KR",
        "Content-Type: text/plain; charset=UTF-8      and the file is in UTF-8",
    ),
    "P103": Rule(
        "unresolved merge conflict",
        "error",
        """The file holds a conflict marker of a version control system. Choose one of the two sides and delete the
        three marker lines. Nothing else of the file was checked.""",
        "<<<<<<< HEAD",
        'msgstr "정부"',
    ),
    "P104": Rule(
        "message twice in the file",
        "error",
        """The file has two messages with the same context and English text. Programs read no such file, or one of
        the two at random. Delete one, or give them different contexts.""",
        'msgid "war" … msgid "war"',
        'msgctxt "event" msgid "war" … msgctxt "term" msgid "war"',
    ),
    "P105": Rule(
        "byte order mark",
        "error",
        """The file starts with the mark U+FEFF that some Windows editors write. msgfmt and other programs refuse
        such a file. Save it as UTF-8 without BOM.""",
        'U+FEFF msgid ""',
        'msgid ""',
    ),
}
