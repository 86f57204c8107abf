"""Messages that are alike are judged once: what is told of all of them is what judging each of them tells."""

from __future__ import annotations

from unittest.mock import PropertyMock, patch

from hypothesis import given
from hypothesis import strategies as st

from glossary.units import CatalogFile, Unit
from tests.checks.building import catalog, concept, found

TERMS = (concept("password", "uk", "пароль"), concept("Kyiv", "uk", "Київ", forbidden=("Київів",), kind="place"))
MESSAGES = st.sampled_from([
    ("Your password, please.", "Ваш ключ"), ("Your password, please.", "Ваш пароль, будь ласка."),
    ("In Kyiv (now)", "У Київів (зараз"), ("%s files", "файлів"), ("Meet Ivan Franko", "Зустріч: Ivan Franko"),
    ("Meet Ivan Franko", "Зустріч: Іван Франко"), ("by Ivan", "Іван"), ("of Ivan", "Івана"),
    ("Objects in 1994", "Об'єкти в 1995"), ("Objects", "Об’єкти"), ("Copy this text now", "Copy this text now"),
])  # fmt: skip
UNITS = st.builds(
    lambda message, context, flags, notes: Unit(0, context, message[0], "", (message[1],), flags, notes),
    MESSAGES, st.sampled_from([None, "menu", "title"]), st.sampled_from([(), ("fuzzy",), ("c-format",)]),
    st.sampled_from([(), ("a note",)]),
)  # fmt: skip


@given(st.lists(UNITS, max_size=14))
def test_judged_once_or_each_by_itself(units):
    file = catalog("uk", *units)
    with patch.object(CatalogFile, "distinct", PropertyMock(side_effect=lambda: file)):
        each = found(file, *TERMS)
    assert sorted(found(file, *TERMS), key=repr) == sorted(each, key=repr)


def test_the_first_of_those_alike_stands_for_the_others():
    other = Unit(0, "menu", "File", "", ("Файл",), (), ("a note",))
    file = catalog("uk", ("File", "Файл"), ("Edit", "Правка"), other, ("Edit", "Зміни")).distinct
    assert [unit.line for unit in file.units] == [10, 20, 40]
    assert (file.repeated, [file.times(unit) for unit in file.units]) == ({10: [30]}, [2, 1, 1])


def test_two_messages_on_a_line_are_never_taken_for_one():
    first, second = Unit(3, None, "File", "", ("Файл",)), Unit(3, "menu", "File", "", ("Файл",))
    file = CatalogFile("a.po", "uk", units=(first, second))
    assert file.distinct is file
