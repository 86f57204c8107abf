"""T202–T204: what programs and pages need untouched."""

from __future__ import annotations

import pytest

from glossary.units import Unit

from .building import UKRAINIAN, catalog, found, told

CASES = [
    # source, translation, flags, codes
    ("%s has %d files", "у %s %d файлів", "c-format", []),
    ("%s has %d files", "%d файлів у %s", "c-format", ["T202"]),
    ("%s has %d files", "%2$d файлів у %1$s", "c-format", []),
    ("%s of %s", "%2$s, %1$s", "c-format", []),
    ("%(count)d files", "%(count)s файлів", "python-format", ["T202"]),
    ("%(count)d files", "%(кількість)d файлів", "python-format", ["T202"]),
    ("100%% sure", "100%% певен", "c-format", []),
    ("100% sure", "100% з упевненістю", "", []),
    ("50 % of all", "50 % усіх", "", []),
    ("%s files", "файли", "", ["T202"]),
    ("Obsoleted by %1.", "застаріло через %1", "", []),
    ("%1 of %2", "%1", "", ["T202"]),
    ("{name} of {0}", "{0}, {name}", "python-brace-format", []),
    ("{name}", "{ім'я}", "python-brace-format", ["T202"]),
    ("{{ user }} wrote", "{{ user }} пише", "", []),
    ("{Tab} 9 {Space} 32", "{Таб} 9 {Пробіл} 32", "", []),
    ("Slice: '{}' does not exist.", "Зрізу «» не існує.", "", ["T202"]),
    ("Wrong size {:d}, must be {} digits", "Розмір {:d}, має бути {}", "", []),
    ("write main() {} here", "пишіть main(){} тут", "", []),
    ("in curly braces {", "у фігурних дужках {}", "", []),
    ("{name}, {title}", "{ім'я}, {title}", "", ["T202"]),
    ("{{ user }} wrote", "користувач пише", "", ["T202"]),
    ("%B %d, %Y", "%d %B %Y", "", []),
    ("Last modified on %a, %b %d", "змінено %x", "", []),
    ("<b>bold</b>", "<b>жирний</b>", "", []),
    ("<b>bold</b>", "жирний", "", ["T203"]),
    ("<b>2 of 3</b> files", "<b>3개</b> 중 <b>2개</b>", "", []),
    ("<b>2 of 3</b> files", "<b>3개</b> 중 <b>2개", "", ["T203"]),
    ("files", "<b>파일</b>", "", ["T203"]),
    ("Trace Dependents (Shift+F5)", "[参照先](Shift+F5)", "", []),
    ("default <option name>", "типово <назва>", "", []),
    ("see :func:`open` and :term:`file`", "див. :func:`open` і :term:`файл`", "", []),
    ("see :func:`open`", "див. :func:`закрити`", "", ["T203"]),
    ("see :ref:`the index <genindex>`", "див. :ref:`покажчик <genindex>`", "", []),
    ("[a](b.md)", "[а](c.md)", "", ["T203"]),
    ("see https://en.wikipedia.org/x.", "див. https://uk.wikipedia.org/y", "", []),
    ("see https://www.un.org/en/", "дивіться там", "", ["T204"]),
    ("mail a.b@c.org", "пишіть", "", ["T204"]),
    ("such as “https://”", "як-от «https://»", "", []),
    ("at most {count} digits", "最大{count}桁", "", []),
    ("at most {count} digits", "최대{count}자리", "", []),
    ("at most {count} digits", "не більш ніж{n}цифр", "", ["T202"]),
    ("ISO %d and %d, %s px", "ISO%dと%dと%spx", "", []),
    ("ISO %d and %s", "ISO%sと%d", "", ["T202"]),
    ("ISO %d and %d", "ISO%dと", "", ["T202"]),
    ("%s, %s and %s", "%s(%s%s)", "", []),
    ("%s%s", "%s", "", ["T202"]),
    ("Move %d files", "Переміщено %'d файлів", "", []),
    (r"\emph{a}", r"\emph{а}", "", []),
    ("_Typing Assist [AccessX]", "タイピング支援[AccessX](_T)", "", []),
    ("see https://www.un.org/en/", "참고https://www.un.org/ko/", "", []),
]


@pytest.mark.parametrize(("source", "translation", "flags", "codes"), CASES)
def test_placeholders_and_markup(source, translation, flags, codes):
    assert [code for code in told("uk", source, translation, flags=flags) if code.startswith("T2")] == codes


def test_what_is_missing_is_marked_in_the_source():
    (finding,) = found(catalog("uk", ("%(name)s is late", "запізнюється")))
    assert (finding.code, finding.expected) == ("T202", "%(name)s")
    assert finding.source[slice(*finding.source_mark)] == "%(name)s"


@pytest.mark.parametrize(
    ("targets", "codes"),
    [
        (("%d файл", "%d файли", "%d файлів"), []),
        (("один файл", "%d файли", "%d файлів"), ["T202"]),  # the first form stands for 1, 21, 31 …
        (("%d файл", "%d файли", "багато файлів"), ["T202"]),
        (("ці файли", "ці файли", "ці файли"), []),
        (("%d файл", "%d файли", ""), ["T104"]),
        (("%d файл", "%d файли"), ["T104"]),
    ],
)
def test_plural_forms(targets, codes):
    unit = Unit(0, None, "one file", "%d files", targets, ("c-format",))
    assert [finding.code for finding in found(catalog("uk", unit))] == codes


def test_a_plural_form_without_its_number_is_told_why_it_needs_one():
    unit = Unit(0, None, "one file", "%d files", ("один файл", "%d файли", "%d файлів"))
    (finding,) = found(catalog("uk", unit))
    assert finding.message == "placeholder %d is missing, and this form also stands for 21, 31, 41 …"


@pytest.mark.parametrize(
    ("target", "codes"), [("<b>%d</b> коробка", []), ("<i>%d</i> коробка", ["T203"]), ("<b>%d коробка", ["T203"])]
)
def test_a_form_for_several_numbers_may_have_the_markup_of_the_plural(target, codes):
    unit = Unit(0, None, "one box", "<b>%d</b> boxes", (target, "<b>%d</b> коробки", "<b>%d</b> коробок"))
    assert [finding.code for finding in found(catalog("uk", unit))] == codes


def test_a_form_for_one_number_may_leave_it_out():
    rule = UKRAINIAN.replace("nplurals=3; plural=", "nplurals=4; plural=n==1 ? 3 : ")
    unit = Unit(0, None, "one file", "%d files", ("%d файл", "%d файли", "%d файлів", "один файл"), ("c-format",))
    file = catalog("uk", unit, header={"Language": "uk", "Plural-Forms": rule})
    assert found(file) == []
