"""Rules P: catalogs as files."""

from __future__ import annotations

from collections.abc import Mapping

from glossary.rules.rule import Rule

WAIVERS: Mapping[str, Rule] = {
    "W101": Rule(
        "waiver without finding",
        "warning",
        """A comment "# glossary: ignore CODE" above a message, or ignore = ["CODE"] for a concept in decisions.toml,
        waives a finding that there is not. Delete it, so that it does not hide a later slip. Waivers of rules that
        were not selected are not judged, and those of decisions.toml only when the whole project is checked.""",
        "# glossary: ignore T301      above a message that uses the rendering",
        "no comment",
    ),
}
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
    "P201": Rule(
        "no header",
        "warning",
        """The catalog does not start with a header, the message with the empty msgid: no program knows its language,
        its encoding or its plural forms.""",
        'msgid "war"      as the first message',
        'msgid "" msgstr "Language: uk\\n" "Content-Type: text/plain; charset=UTF-8\\n"',
    ),
    "P202": Rule(
        "wrong language in the header",
        "warning",
        """The header names no language, something that is no language code, or another language than the folder
        that the catalog lies in. Ukrainian is uk (ua is the country).""",
        "Language: ua",
        "Language: uk",
    ),
    "P203": Rule(
        "wrong plural forms in the header",
        "error",
        """The header gives no rule, or one that cannot be understood, for the plural forms that messages of the catalog
        have; or, as a warning, a rule that gives one form to numbers that the language keeps apart. All live
        conventions are right: of Ukrainian those with three forms and both with four.""",
        "Plural-Forms: nplurals=2; plural=n != 1;      in a Ukrainian catalog",
        "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 :\n"
        "  n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    ),
    "P204": Rule(
        "charset not UTF-8 or missing",
        "warning",
        """The header names no charset, one that nobody knows, or another than UTF-8. It was read as it declares; most
        tools of today expect UTF-8. Convert it with msgconv --to-code=UTF-8.""",
        "Content-Type: text/plain; charset=EUC-JP",
        "Content-Type: text/plain; charset=UTF-8",
    ),
    "P205": Rule(
        "header not filled in",
        "info",
        """A field of the header still has the placeholder of a raw template.""",
        "Last-Translator: FULL NAME <EMAIL@ADDRESS>",
        "Last-Translator: Olena Koval <olena@example.org>",
    ),
    "P301": Rule(
        "catalog out of date",
        "warning",
        """The catalog and its template (.pot) do not have the same messages. Translators would work on texts that are
        gone, and not see the new ones. glossary build brings the glossary's catalogs up to date, glossary prepare
        those of documents; no translation is lost.""",
        "3 messages of locales/glossary.pot missing",
        "glossary build",
    ),
}
