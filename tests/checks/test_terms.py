"""T301–T306: which terms a sentence has, and what becomes of their renderings."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glossary.checks.candidates import Candidates
from glossary.checks.plainly import plainly
from glossary.languages.matching import matcher_for
from glossary.languages.source import SourceTerms
from glossary.model import Glossary
from glossary.units import Unit

from .building import catalog, concept, found, told

KOREAN = (
    concept("password", "ko", "비밀번호"),
    concept("government", "ko", "정부"),
    concept("civil war", "ko", "내전"),
    concept("war", "ko", "전쟁"),
    concept("Kyiv", "ko", "키이우", forbidden=["키예프"], kind="place"),
    concept("report", "ko", "보고서"),
    concept("search", "ko", "검색"),
)
JAPANESE = (
    concept("interpreter", "ja", "インタプリタ"),
    concept("war", "ja", "戦争"),
    concept("government", "ja", "政府"),
    concept("site", "ja", "サイト"),
    concept("filter", "ja", "フィルター"),
    concept("Thailand", "ja", "タイ", kind="place"),
)
UKRAINIAN = (
    concept("password", "uk", "пароль"),
    concept("government", "uk", "уряд"),
    concept("United States", "uk", "США", admitted=["Сполучені Штати"], kind="place", variants=["US"]),
    concept("Soviet Union", "uk", "Радянський Союз", kind="place"),
    concept("keyboard", "uk", "клавіатура"),
)


@pytest.mark.parametrize(
    ("language", "source", "translation", "codes"),
    [
        ("ko", "Your password has expired.", "비밀번호가 만료되었습니다.", []),
        ("ko", "Your password has expired.", "귀하의 암호가 만료되었습니다.", ["T301"]),
        ("ko", "passwords, password's", "비밀번호", []),
        ("ko", "the civil war", "내전", []),
        ("ko", "the civil war", "전쟁", ["T301"]),
        ("ko", "the civil war was a war", "내전은 전쟁이었다", []),
        ("ko", "the local government", "지방정부", ["T305"]),
        ("ko", "Talks in Kyiv", "키예프 회담", ["T302"]),
        ("ko", "Talks in Kyiv", "키이우 회담", []),
        ("ko", "kyiv is no name in lower case", "키이우가 아니다", []),
        ("ko", "Use `password` in code", "코드에서 `password`를 쓰라", []),
        ("ko", "Use %(password)s", "%(password)s를 쓰라", []),
        ("ko", "You may need to report the issue", "문제를 알려야 할 수 있다", []),
        ("ko", "Read the report", "소식을 읽으라", ["T301"]),
        ("ko", "Search the archive", "기록물을 검색합니다", ["T305"]),
        ("ko", "Try a different search", "다르게 검색해 보십시오", ["T305"]),
        ("ko", "You are not allowed to search here", "여기에서는 찾을 수 없습니다", []),
        ("ko", "a search", "검색해", ["T301"]),
        ("ja", "the interpreter", "インタープリタ", ["T304"]),
        ("ja", "the interpreter", "インタプリタ", []),
        ("ja", "world war", "世界戦争", ["T305"]),
        ("ja", "Site Maps", "サイトマップ", []),
        ("ja", "our site", "ウェブページ", ["T301"]),
        ("ja", "our site log", "サイトログ", []),
        ("ja", "Template &filters", "テンプレートフィルタ(&F)", []),
        ("ja", "Template filters", "サイトマ", ["T301"]),
        ("ja", "Template filter documentation", "テンプレートフィルタドキュメント", []),
        ("ja", "Template filters", "テンプレートの絞り込み", ["T301"]),
        ("ja", "Thailand", "タイプ", ["T301"]),
        ("uk", "of the government", "урядові", []),
        ("uk", "of the government", "влади", ["T301"]),
        ("uk", "keyboard shortcuts", "клавіатурні скорочення", ["T305"]),
        ("uk", "Keyboard", "Клавіатурні", ["T301"]),
        ("uk", "Set keyboard-layout first", "Спершу вкажіть keyboard-layout", []),
        ("uk", "Set keyboard-layout on keyboards", "Вкажіть keyboard-layout", ["T301"]),
        ("uk", 'The key "password" is missing', 'Бракує ключа "password"', []),
        ("uk", "Write to password@un.org", "Пишіть на password@un.org", []),
        ("uk", "It is in Keyboard Magazine", "Це в Keyboard Magazine", []),
        ("uk", "Made for Keyboards 7", "Для Keyboards 7", []),
        ("uk", "Keyboard settings", "Налаштування Keyboard", ["T301"]),
        ("uk", "Keyboards", "Keyboards", ["T301"]),
        ("uk", "Keyboards are made here", "Keyboards роблять тут", ["T301"]),
        ("uk", "%(n)d governments", "%(n)dурядів", []),
        ("uk", "the United States", "Сполучених Штатів", ["T303"]),
        ("uk", "the US", "США", []),
        ("uk", "in the Soviet Union", "у Радянському Союзі", []),
        ("uk", "in the Soviet Union", "у Союзі", ["T301"]),
    ],
)
def test_renderings(language, source, translation, codes):
    concepts = {"ko": KOREAN, "ja": JAPANESE, "uk": UKRAINIAN}[language]
    assert told(language, source, translation, *concepts) == codes


def test_a_finding_says_everything():
    (finding,) = found(catalog("ko", ("Enter your password twice", "암호를 입력")), *KOREAN)
    assert (finding.code, finding.severity, finding.concept_id) == ("T301", "error", "password")
    assert str(finding.location) == "a.po:10"
    assert (finding.source, finding.translation, finding.expected) == (
        "Enter your password twice", "암호를 입력", "비밀번호",
    )  # fmt: skip
    assert finding.source[slice(*finding.source_mark)] == "password"
    assert finding.message == "“password” is not rendered as 비밀번호"


def test_a_forbidden_rendering_is_marked_and_not_also_missing():
    findings = found(catalog("ko", ("Kyiv fell", "키예프 함락")), *KOREAN)
    (finding,) = [finding for finding in findings if finding.code.startswith("T30")]
    assert finding.code == "T302"
    assert finding.translation[slice(*finding.translation_mark)] == "키예프"


def test_a_forbidden_rendering_inside_an_approved_one_is_none():
    concepts = (concept("minister", "ko", "장관", forbidden=["외무"]), concept("foreign minister", "ko", "외무 장관"))
    assert told("ko", "the foreign minister, a minister", "외무 장관", *concepts) == []


def test_homonyms_are_settled_by_either_rendering():
    concepts = (concept("Georgia", "uk", "Грузія", kind="place"), concept("Georgia", "uk", "Джорджія", kind="place"))
    glossary = (concepts[0], concepts[1].__class__("georgia-us", "place", concepts[1].sections))
    assert told("uk", "in Georgia", "у Джорджії", *glossary) == []
    assert told("uk", "in Georgia", "у Естонії", *glossary) == ["T301"]


def test_fuzzy_and_empty_translations_are_not_judged():
    rows = (Unit(0, None, "password", "", ("",)), Unit(0, None, "password", "", ("암호",), ("fuzzy",)))
    assert found(catalog("ko", *rows), *KOREAN) == []


def test_each_term_is_told_once_and_in_the_plural_form_that_lacks_it():
    unit = Unit(0, None, "one password", "%d passwords", ("%d пароль", "%d ключі", "%d паролів"))
    (finding,) = found(catalog("uk", unit), *UKRAINIAN)
    assert (finding.code, finding.form, finding.translation, finding.source) == ("T301", 1, "%d ключі", "%d passwords")


def test_a_glossary_of_another_language_has_no_say():
    assert told("ja", "password", "暗号", *KOREAN) == []


WORDS = st.sampled_from(
    "war wars Civil civil U.S. US us MPs MP men man cities city Ta_x tax_ _tax tax R&D Kim's Kim KIM %s %sterm "
    "%luTerm term e.g. x-ray ( . ß straße İ don't rock'n'roll person people foot's feet's James James's Guinness "
    "boss's's".split()
)
GLUE = st.sampled_from(["", " ", " ", " ", "-", "'", "’", "_", "&", ".", "`", "<b>", "</b>", "{a}", "%(n)s", "=", "--",
                        "{", "}", "{{", "%(", ")s", " http://", "[", "](", "\n",
                        "'        ", " - "])  # fmt: skip
TERMS = st.lists(st.tuples(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), st.booleans()), max_size=4)


@settings(max_examples=600)
@example([("St", " "), ("James", " ")], [("St James's", False)], set())
@example([("Congress", " "), ("Library", "")], [("Congress's Library", True)], set())
@given(st.lists(st.tuples(WORDS, GLUE), max_size=9), TERMS, st.sets(st.integers(0, 3)))
def test_candidates_are_all_terms_that_a_text_uses(text, forms, asked):
    source = "".join(f"{word}{glue}" for word, glue in text)
    terms = SourceTerms([(str(number), form, cased) for number, (form, cased) in enumerate(forms)])
    possible = Candidates([(str(number), form) for number, (form, _) in enumerate(forms)]).of(["", source]).get(source)
    uses = terms.uses(source)
    assert {use.concept_id for use in uses} <= (possible.concepts if possible else set())
    if possible and not possible.phrases:
        assert terms.uses_of_words(source, possible.words) == uses
        some = {str(number) for number in asked}
        found = terms.uses_of_words(source, [start for start, ids in possible.words.items() if some & ids])
        assert [use for use in found if use.concept_id in some] == [use for use in uses if use.concept_id in some]


RENDERINGS = [("ko", "정부"), ("ko", "전쟁"), ("uk", "уряд"), ("uk", "США"),
              ("ja", "政府"), ("ja", "サイト"), ("ja", "サーバー")]  # fmt: skip
AROUND = st.sampled_from(" .,-’'ー・이가은를적반の無学名人プッ一аі1x")


@settings(max_examples=300)
@given(
    st.sampled_from(RENDERINGS),
    st.text(AROUND, max_size=4),
    st.text(AROUND, max_size=4),
)
def test_what_is_plainly_there_the_grammar_finds_too(rendering, before, after):
    language, form = rendering
    text = before + form + after
    if plainly(form, text, language):
        verdicts = {use.verdict for use in matcher_for(form, language).uses(text)}
        assert verdicts & {"exact", "inflected"}, text


def test_an_empty_glossary_asks_nothing():
    assert Glossary(()).concepts == ()
    assert told("ko", "Your password", "비밀번호") == []
