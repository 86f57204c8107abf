"""Headers: complete and real in new catalogs, the translators' own in existing ones."""

from __future__ import annotations

import gettext
from datetime import UTC, datetime, timedelta, timezone

import pytest
from babel.localedata import locale_identifiers

from glossary.catalogs import plan
from glossary.catalogs.headers import catalog_languages, gettext_name, plural_forms, timestamp
from glossary.errors import SettingsError
from glossary.model import Glossary
from glossary.settings import Settings

from .building import DAY, HEADER, NEXT_DAY, body, built, concept, korean, planned, put

UKRAINIAN = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ko", "nplurals=1; plural=0;"),
        ("ja", "nplurals=1; plural=0;"),
        ("uk", UKRAINIAN),
        ("pt_BR", "nplurals=2; plural=(n > 1);"),
        ("pt-BR", "nplurals=2; plural=(n > 1);"),
    ],
)
def test_plural_forms(language, expected):
    assert plural_forms(language) == expected


def test_plural_forms_of_all_languages_are_valid():
    for language in sorted({name.split("_")[0] for name in locale_identifiers()}):
        count, _, rule = plural_forms(language).partition("; plural=")
        choose = gettext.c2py(rule.rstrip(";"))
        assert {choose(n) for n in range(201)} <= set(range(int(count.removeprefix("nplurals=")))), language


@pytest.mark.parametrize(
    ("language", "expected"),
    [("uk", "uk"), ("pt-BR", "pt_BR"), ("zh_Hans", "zh_CN"), ("zh_Hant_HK", "zh_HK"), ("sr_Latn_RS", "sr_RS@latin")],
)
def test_gettext_name(language, expected):
    assert gettext_name(language) == expected


def test_unknown_languages_are_listed_at_once():
    with pytest.raises(SettingsError) as caught:
        catalog_languages(("ko", "ua", "jp", "klingon", "x y"))
    assert str(caught.value) == (
        "languages: CLDR does not know 'ua' (did you mean 'uk'?), 'jp' (did you mean 'ja'?), 'klingon', 'x y'; "
        'give codes such as "ko", "uk" or "pt_BR"'
    )


def test_a_language_given_twice_has_one_catalog():
    assert catalog_languages(("pt-BR", "ko", "pt_BR", "ko", "PT_br", "KO")) == ("pt_BR", "ko")
    assert catalog_languages(("zh-hant-tw", "SR_LATN", "UK")) == ("zh_Hant_TW", "sr_Latn", "uk")


def test_timestamp_keeps_its_zone():
    assert timestamp(datetime(2026, 1, 31, 9, 5, tzinfo=timezone(timedelta(hours=9)))) == "2026-01-31 09:05+0900"
    with pytest.raises(ValueError, match="time zone"):
        timestamp(datetime(2026, 1, 31))  # noqa: DTZ001 - the point


def test_new_catalog(tmp_path):
    settings = Settings(root=tmp_path, languages=("uk",), contact="terms@glossary.dev")
    template, catalog = plan(Glossary((concept("x"),)), settings, DAY)
    shared = (
        '"Project-Id-Version: glossary 1.0\\n"\n'
        '"Report-Msgid-Bugs-To: terms@glossary.dev\\n"\n'
        '"POT-Creation-Date: 2026-11-01 12:00+0000\\n"\n'
        '"PO-Revision-Date: 2026-11-01 12:00+0000\\n"\n'
        '"Last-Translator: Automatically generated <terms@glossary.dev>\\n"\n'
    )
    types = (
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    )
    assert catalog.new.decode().partition("\n\n")[0] + "\n" == (
        '# Ukrainian glossary of glossary 1.0.\nmsgid ""\nmsgstr ""\n'
        + shared
        + '"Language-Team: Ukrainian\\n"\n"Language: uk\\n"\n'
        + types
        + f'"Plural-Forms: {UKRAINIAN}\\n"\n'
    )
    assert template.new.decode().partition("\n\n")[0] + "\n" == (
        '# Template of the glossary.\nmsgid ""\nmsgstr ""\n'
        + shared
        + '"Language-Team: none\\n"\n"Language: \\n"\n'
        + types
    )


@pytest.mark.parametrize(
    ("contact", "bugs", "translator"),
    [
        ("", "nobody@glossary.internal", "Automatically generated <nobody@glossary.internal>"),
        ("a@b.org", "a@b.org", "Automatically generated <a@b.org>"),
        ("Kim <a@b.org>", "Kim <a@b.org>", "Kim <a@b.org>"),
        ("https://b.org/@a", "https://b.org/@a", "Automatically generated <nobody@glossary.internal>"),
    ],
)
def test_contact(contact, bugs, translator, tmp_path):
    (template, _) = plan(Glossary(()), Settings(root=tmp_path, languages=("ko",), contact=contact), DAY)
    text = template.new.decode()
    assert f'"Report-Msgid-Bugs-To: {bugs}\\n"' in text
    assert f'"Last-Translator: {translator}\\n"' in text


STRANGE = r"""# Copyright Kim
# and Lee

#, fuzzy
msgid ""
msgstr ""
"X-Odd: a\n"
"Plural-Forms: nplurals=4; plural=(n==1 ? 3 : n%10==1 && n%100!=11 ? 0 : n"
"%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"
"POT-Creation-Date: 2020-01-01 00:00+0900\n"
"PO-Revision-Date: 2020-01-02 00:00+0900\n"
"Content-Type: text/plain; charset=utf-8\n"
"X-POT-Creation-Date: 1999\n"
"MIME-Version: 1.0\n"
"Content-Transfer-Encoding: 8bit\n"
"Project-Id-Version: other\n"
"Language: uk_UA\n"
"""


def test_an_existing_header_changes_in_its_creation_date_alone(tmp_path):
    settings = korean(tmp_path)
    put(settings, STRANGE)
    plan = planned(settings, concept("x"))
    expected = STRANGE.replace("2020-01-01 00:00+0900", "2026-11-01 12:00+0000")
    assert plan.new.decode() == expected + '\n#. kind: term\nmsgctxt "term"\nmsgid "x"\nmsgstr ""\n'


PLACEHOLDER = r"""msgid ""
msgstr "Language: ko\nMIME-Version: 1.0\nContent-Type: text/plain; charset=CHARSET"
"""
NO_PLURALS = r"""msgid ""
msgstr "POT-Creation-Date: 1999\nLanguage: ko\nMIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"""
PLURALS = r""""Plural-Forms: nplurals=1; plural=0;\n"
"""
ENCODING = r""""\nContent-Transfer-Encoding: 8bit\n"
"""


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (PLACEHOLDER, PLACEHOLDER.replace("CHARSET", "UTF-8") + ENCODING + PLURALS),
        (NO_PLURALS, NO_PLURALS.replace("1999", "2026-11-01 12:00+0000") + PLURALS),
    ],
)
def test_what_a_header_lacks_is_added(header, expected, tmp_path):
    settings = korean(tmp_path)
    put(settings, header)
    assert built(settings).partition("\n\n")[0] == expected.rstrip("\n") + "\n"
    assert not planned(settings, date=NEXT_DAY).changed


def test_a_catalog_without_header_gets_one_and_keeps_its_comments(tmp_path):
    settings = korean(tmp_path)
    put(settings, '# mine\n\nmsgctxt "term"\nmsgid "x"\nmsgstr "엑스"\n')
    text = built(settings, concept("x"))
    assert text.startswith('# Korean glossary of glossary 1.0.\nmsgid ""\nmsgstr ""\n')
    assert body(text) == '# mine\n#. kind: term\nmsgctxt "term"\nmsgid "x"\nmsgstr "엑스"\n'


def test_the_template_follows_the_settings(tmp_path):
    built(korean(tmp_path), concept("x"))
    settings = Settings(root=tmp_path, languages=("ko",), project="atlas", contact="new@glossary.dev")
    template, catalog = plan(Glossary((concept("x"),)), settings, NEXT_DAY)
    assert '"Project-Id-Version: atlas 1.0\\n"\n"Report-Msgid-Bugs-To: new@glossary.dev\\n"' in template.new.decode()
    assert not catalog.changed


def test_dates_never_cause_a_change(tmp_path):
    settings = korean(tmp_path)
    put(settings, HEADER)
    built(settings, concept("x"))
    for date in (NEXT_DAY, datetime(1999, 1, 1, tzinfo=UTC), DAY.astimezone(timezone(timedelta(hours=14)))):
        assert [file.changed for file in plan(Glossary((concept("x"),)), settings, date)] == [False, False]
