"""T401–T505: letters, particles, spaces and marks; each correction is what a person would write."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .building import catalog, concept, found, told

NOUNS = (
    concept("password", "ko", "비밀번호"),
    concept("government", "ko", "정부"),
    concept("Kim", "ko", "김정은", kind="person"),
    concept("revolution", "ko", "혁명"),
    concept("president", "ko", "대통령"),
    concept("economy", "ko", "경제"),
    concept("KCNA", "ko", "KCNA"),
    concept("UN", "ko", "UN"),
)
CASES = [
    # language, source, translation, codes, translation after all corrections
    ("ko", "Enter a password.", "비밀번호을 입력하세요.", ["T401"], "비밀번호를 입력하세요."),
    ("ko", "the area", "구역를 만든다", ["T401"], "구역을 만든다"),
    ("ko", "to build a village in autumn", "가을 마을 지을 때", [], None),
    ("ko", "a folder to collect messages in", "메시지를 모을, 끌어모을 폴더를 고르세요", [], None),
    ("ko", "to finish and pour out", "일을 마무리지을 때 퍼부을 것", [], None),
    ("ko", "Print the message", "메시지을 인쇄, 표시 여부을 선택", ["T401", "T401"], "메시지를 인쇄, 표시 여부를 선택"),
    ("ko", "a scale", "규모을 정한다", ["T401"], "규모를 정한다"),
    ("ko", "the password is wrong", "비밀번호이 틀렸다", ["T401"], "비밀번호가 틀렸다"),
    ("ko", "a password", "“비밀번호”은 길다", ["T401"], "“비밀번호”는 길다"),
    ("ko", "Kim spoke", "김정은가 말했다", ["T401"], "김정은이 말했다"),
    ("ko", "a writer", "작가 평가", [], None),
    ("ko", "the revolution won", "혁명가 이겼다", ["T301"], None),  # of two syllables: 家
    ("ko", "the president met the press", "대통령가 만났다", ["T401"], "대통령이 만났다"),
    ("ko", "an expert on the president", "대통령가 만났다", [], None),
    ("ko", "the economy and war", "경제과 전쟁", ["T401"], "경제와 전쟁"),
    ("ko", "the department of economy", "경제과 사람", [], None),
    ("ko", "KCNA said", "KCNA은 밝혔다", ["T401"], "KCNA는 밝혔다"),
    ("ko", "the UN said", "UN는 밝혔다", ["T401"], "UN은 밝혔다"),
    ("ko", "REUN said", "REUN는 밝혔다", [], None),
    ("ko", "a password", "비밀번호을(를) 입력", [], None),
    ("uk", "of the government", "урядoвий", ["T402"], "урядовий"),
    ("uk", "Vladimir IV", "Володимир ІV", ["T402"], "Володимир IV"),
    ("uk", "you and I", "ти i я", ["T402"], "ти і я"),
    ("uk", "PDF files", "файли PDFи", [], None),
    ("uk", "IP address", "IP-адреса", [], None),
    ("uk", "%02ds of it, %s", "%02dс цього, %s", [], None),
    ("ja", "server", "サ一バー", ["T402"], "サーバー"),
    ("ja", "one user", "ユーザ一人", [], None),
    ("uk", "family, name", "сім`я, ім’я", ["T403"], "сім’я, ім’я"),
    ("uk", "family", "сім'я, ім'я, пам’ять", ["T403"], "сім'я, ім'я, пам'ять"),
    ("uk", "yod", "и\u0306од", ["T501"], "йод"),
    ("ko", "Hangul", "\u1112\u1161\u11ab글", ["T501"], "한글"),
    ("uk", "The talks failed.", "Переговори провалилися .", ["T502"], "Переговори провалилися."),
    ("uk", "talks", "переговори ", ["T502"], "переговори"),
    ("uk", "end: ", "кінець:", ["T502"], "кінець: "),
    ("ja", "end: ", "終わり:", [], None),
    ("uk", "\n        Order %s\n    ", "\nЗамовлення %s\n  ", [], None),
    ("uk", "\nend: ", "\nкінець:", ["T502"], "\nкінець: "),
    ("uk", "two words", "два  слова", ["T502"], "два слова"),
    ("uk", "| a  | b |", "| а  | б |", [], None),
    ("uk", "word", "сло\u200bво", ["T502"], "слово"),
    ("uk", "Are the talks over?", "Переговори закінчилися.", ["T503"], None),
    ("ko", "Create branch based on…", "…에서 브랜치 만들기", [], None),
    ("ko", "Print…", "인쇄", ["T503"], None),
    ("uk", "The long talks are over.", "Довгі переговори закінчилися", ["T503"], None),
    ("uk", "Talks over.", "Переговори закінчено", [], None),
    ("ko", "The long talks are over.", "긴 회담은 끝났다", [], None),
    ("ko", "Really delete?", "삭제할까요", [], None),
    ("ko", "_Save As...", "다른 이름으로 저장...(_A)", [], None),
    ("ja", "Is it over?", "終わりましたか。", [], None),
    ("ja", "The list:", "一覧：", [], None),
    ("ja", "It is over.", "終わった。", [], None),
    ("uk", "Go!", "Уперед.", [], None),
    ("ja", "A folder cannot be called “..”", "“..”という名前のフォルダーは作れません", [], None),
    ("uk", "Choose one of the folders...", "Виберіть теку", ["T503"], None),
    ("ja", "Allows an extra pmt (pid:type[,...]).", "追加のPMTを指定します。(pid:type[,...])", [], None),
    ("uk", "no To and Cc recipients are given", "немає адресатів у полях «Кому:» та «Копія:»", [], None),
    ("uk", "The “To” field:", "Поле «Кому»", ["T503"], None),
    ("ja", "Lists of names, such as a:1", "名前の一覧。例）a:1", [], None),
    ("uk", "etc.", "тощо", [], None),
    ("uk", "line\n", "рядок", ["T504"], None),
    ("uk", "Kim (the leader)", "Кім (лідер", ["T505"], None),
    ("uk", "a) first 1) second", "а) перше 1) друге", [], None),
    ("uk", '"Talks go on', "«Переговори тривають", [], None),
    ("uk", '"Talks go on"', "«Переговори тривають", ["T505"], None),
    ("ko", "%s is here", "%s이(가) 여기 있다", [], None),
]


@pytest.mark.parametrize(("language", "source", "translation", "codes", "corrected"), CASES)
def test_writing(language, source, translation, codes, corrected):
    assert told(language, source, translation, *NOUNS) == codes
    if corrected is not None:
        assert _corrected(language, source, translation) == corrected
        assert told(language, source, corrected, *NOUNS) == []


def _corrected(language, source, translation):
    findings = [item for item in found(catalog(language, (source, translation)), *NOUNS) if item.fix is not None]
    for finding in sorted(findings, key=lambda item: item.translation_mark, reverse=True):
        start, end = finding.translation_mark
        translation = translation[:start] + finding.fix + translation[end:]
    return translation


@given(st.text(st.sampled_from("аби́й́й ёїі\u0306\u0308\u0301가각ᄀ\u1161\u11a8ガカ\u3099 "), min_size=1, max_size=12))
def test_the_correction_of_a_unicode_form_is_the_whole_and_nothing_else(text):
    text = text.strip() or "x"
    findings = [item for item in found(catalog("uk", ("x", text))) if item.code == "T501"]
    if unicodedata.is_normalized("NFC", text):
        assert findings == []
    else:
        (finding,) = findings
        start, end = finding.translation_mark
        assert text[:start] + finding.fix + text[end:] == unicodedata.normalize("NFC", text)
