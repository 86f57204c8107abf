"""Rules G: the glossary's entries in the target languages."""

from __future__ import annotations

from collections.abc import Mapping

from glossary.rules.rule import Rule

ENTRIES: Mapping[str, Rule] = {
    "G101": Rule(
        "no rendering yet",
        "info",
        """The entry is empty. Translations cannot be checked for a term without approved rendering.""",
        'msgid "supreme leader" msgstr ""',
        'msgid "supreme leader" msgstr "최고지도자"',
    ),
    "G102": Rule(
        "rendering only suggested",
        "info",
        """The entry is fuzzy: a suggestion, or a translation made for an older form of the concept. It counts as
        approved, and translations are checked against it, once a person removes the flag.""",
        '#, fuzzy msgid "Kyiv" msgstr "키이우"',
        'msgid "Kyiv" msgstr "키이우"',
    ),
    "G103": Rule(
        "catalog and glossary differ",
        "warning",
        """The catalog has an entry that is no concept of the last build, or lacks a concept. glossary build brings it
        up to date; no translation is lost.""",
        "a concept was renamed in decisions.toml, and nothing was built since",
        "glossary build",
    ),
    "G201": Rule(
        "one term with two renderings",
        "warning",
        """Two entries with the same English form have different renderings. If they mean two things, tell them apart in
        decisions.toml (kind, or split); if they mean one, merge them, or render them alike.""",
        "Foreign Ministry (organization) → 외무성, foreign ministry (term) → 외교부",
        "both → 외무성",
    ),
    "G202": Rule(
        "two concepts with one rendering",
        "warning",
        """Two concepts that are neither related nor forms of one word (city, cities; UN, United Nations) have the same
        rendering, so readers cannot tell them apart. Among terms and titles that may be right, and is information;
        among names of one kind it hardly is.""",
        "Kim Yong Chol → 김영철, Kim Yong Choi → 김영철",
        "Kim Yong Chol → 김영철, Kim Yong Choi → 김용최",
    ),
    "G203": Rule(
        "forbidden rendering approved",
        "error",
        """The approved rendering is, or contains, one that decisions.toml or the glossary file forbids for it.""",
        'forbidden.ko = ["키예프"]      and msgid "Kyiv" msgstr "키예프"',
        'msgid "Kyiv" msgstr "키이우"',
    ),
    "G204": Rule(
        "name part rendered unlike elsewhere",
        "warning",
        """A part of a person's name has another rendering than in most other names with that part. Compared are only
        renderings built alike: with as many parts as the English name, or, in Korean and Japanese, in one word that
        starts with the family name.""",
        "Kim Jong Un → 김정은, Kim Yo-jong → 킴여정",
        "Kim Jong Un → 김정은, Kim Yo-jong → 김여정",
    ),
    "G205": Rule(
        "Ukrainian place by its Russian name",
        "warning",
        """The rendering has the form of a Ukrainian place's name that was made after its Russian name. Japan's foreign
        ministry and Korea's language institute, and newsrooms in both countries, changed to the Ukrainian ones in
        March 2022.""",
        "Kyiv → キエフ, Kharkiv → 하리코프",
        "Kyiv → キーウ, Kharkiv → 하르키우",
    ),
    "G301": Rule(
        "rendering is the English form",
        "warning",
        """The rendering is the English form in Latin letters, in a language of another script. Abbreviations in
        capitals may stay. If a name is to stay as it is, set translate = false in decisions.toml.""",
        "Moscow → Moscow",
        "Moscow → Москва",
    ),
    "G302": Rule(
        "letters of another language",
        "error",
        """The rendering has letters that no word of the language has: Cyrillic or kana in Korean, Hangul in Japanese,
        ы э ъ ё in Ukrainian; or none of the language's letters at all.""",
        "Crimea → Крым      as Ukrainian",
        "Crimea → Крим",
    ),
    "G303": Rule(
        "letters of two scripts in one word",
        "error",
        """As T402, in a rendering of the glossary: from here the slip would go into every translation.""",
        "government → урядoвий      the o is Latin",
        "government → урядовий",
        fixable=True,
    ),
    "G401": Rule(
        "not in Unicode form NFC",
        "warning",
        """As T501, in a rendering of the glossary.""",
        "й written as и and U+0306",
        "й written as U+0439",
        fixable=True,
    ),
    "G402": Rule(
        "stray space",
        "warning",
        """As T502, in a rendering of the glossary.""",
        'msgstr "최고 지도자 "',
        'msgstr "최고 지도자"',
        fixable=True,
    ),
    "G403": Rule(
        "brackets or quotation marks not closed",
        "warning",
        """As T505, in a rendering of the glossary.""",
        "KCNA → 조선중앙통신(KCNA",
        "KCNA → 조선중앙통신(KCNA)",
    ),
    "G404": Rule(
        "mark at the end",
        "warning",
        """The rendering ends in a period, comma or colon that the English form does not have. It would stand in the
        middle of sentences. Abbreviations (р., ім.) are left alone.""",
        "supreme leader → верховний лідер.",
        "supreme leader → верховний лідер",
    ),
}
