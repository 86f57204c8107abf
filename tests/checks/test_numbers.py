"""T201: numbers that change, and the many ways to write one that do not."""

from __future__ import annotations

import pytest

from .building import catalog, found, told

SAME = [
    ("uk", "1,200 soldiers", "1 200 солдатів"),
    ("uk", "1,200 soldiers", "1200 солдатів"),
    ("uk", "a 3.5 share", "частка 3,5"),
    ("uk", "$1.2 billion", "1,2 млрд доларів"),
    ("uk", "5 million people", "5 мільйонів людей"),
    ("uk", "in the 21st century", "у XXI столітті, 2"),
    ("uk", "12 judges of 3 courts", "дванадцять суддів 3 судів"),
    ("uk", "at 3 p.m. on May 5", "о 15:00 5 травня"),
    ("uk", "in the 1990s and 80s", "у 90-х і 1980-х"),
    ("uk", "5.30pm on day 2", "17:30 у день 2"),
    ("uk", "100 miles and 2 towns", "160 км і 2 міста"),
    ("uk", "a 6-foot-6 forward, 20", "форвард 198 см, 20 років"),
    ("uk", "at 19:30 BST, 4 people", "о 21:30, 4 людини"),
    ("uk", "larger than size 8", "розмір 9 або більше"),
    ("ko", "5 million people", "500만 명"),
    ("ko", "35 million dollars", "3천5백만 달러"),
    ("ko", "25,000 people", "2만 5천 명"),
    ("ko", "123,456,789 won", "1억 2345만 6789원"),
    ("ko", "12 soldiers and 2 tanks", "병사 열두 명과 전차 2대"),
    ("ko", "on March 5", "3월 5일"),
    ("ko", "2 and a half", "2.5"),
    ("ja", "1.2 billion yen", "12億円"),
    ("ja", "120 million yen", "1億2000万円"),
    ("ja", "23 people of 100", "100人のうち二十三人"),
    ("ja", "５ people of 10", "10人のうち５人"),
    ("ja", "2018 and 3", "平成30年と3"),
    ("ja", "grows larger than 8", "9以上に成長"),
    ("ko", "%d files in 3 folders", "3개 폴더의 %d개 파일"),
    ("uk", "on October 24, 2024", "24.10.2024"),
    ("uk", "on October 24, 2024", "24 жовтня 2024 року"),
    ("ja", "the Sept. 3 march", "9月3日の行進"),
    ("ko", "May 5 comes", "5월 5일이 온다"),
    ("ja", "the end of the March", "6月の行進"),
    ("uk", "the results of May", "підсумки травня"),
    ("uk", "July was like the month of June", "липень був як попередній місяць"),
    ("ko", "they may 2 march", "5월 2일"),
    ("ja", "Period: 123,456.78", "ピリオド: 123,456.78"),
    ("ko", "1.5 trillion won", "1조5,000억원"),
    ("uk", "12,500 troops", "12,5 тис. військових"),
    ("uk", "see https://a.org/12", "див. https://a.org/13"),
    ("ja", "page 3 of 5", "5ページ中の3ページ目 (1から)"),
    ("ja", "3 pages", "３ページと1枚"),
    ("ja", "more than 100.000 dates", "10万以上の日付"),
    ("uk", "with its code (+1 in the US)", "з кодом (+38 в Україні)"),
    ("ko", "article 79 of 2006/112", "2006/112의 제79조"),
    ("uk", "at 5.30 pm", "о 17.30"),
    ("uk", "1 of 5 files of 2024", "файл із 5 за 2024 рік"),
]
CHANGED = [
    ("ja", "3 or 5 yen", "3.5万円、7円", "3 has become 3.5万"),
    ("ja", "see 3 at %(3)s", "%(3)sで5を見る", "3 has become 5"),
    ("uk", "1,200 soldiers", "1300 солдатів", "1,200 has become 1300"),
    ("uk", "5.6 points", "5,3 бала", "5.6 has become 5,3"),
    ("uk", "in 2017 and 2018", "у 2016 і 2018", "2017 has become 2016"),
    ("ko", "1,200 soldiers", "1300명의 군인", "1,200 has become 1300"),
    ("ko", "£11 million", "1100파운드", "11 has become 1100"),
    ("ko", "on March 5", "3월 6일", "5 has become 6"),
    ("ja", "1.2 billion yen", "1億2000万円", "1.2 has become 1億2000万"),
    ("ja", "80 islands", "83の島", "80 has become 83"),
    ("uk", "3.7 percent", "7,3 відсотка", "3.7 has become 7,3"),
    ("ko", "$3.5 billion", "3억 5천만 달러", "3.5 has become 3억 5천만"),
    ("ko", "on October 24, 2024", "2024년 11월 24일", "October has become 11월"),
    ("ja", "on 24 October 2024", "2024年１１月24日", "October has become １１月"),
    ("ja", "The note for the month of May", "6月に対するノート", "May has become 6月"),
    ("uk", "since last October", "із минулого вересня", "October has become вересня"),
    ("uk", "since March 2022", "з квітня 2022 року", "March has become квітня"),
    ("uk", "SVG 1.1", "SVG 1.4", "1.1 has become 1.4"),
    ("ja", "StarImpress 5.0 object", "StarImpress 5.3 オブジェクト", "5.0 has become 5.3"),
    ("ko", "Object 1", "개체 11", "1 has become 11"),
    ("ko", "0-5 stars", "별 5-5개", "0 has become 5"),
    ("uk", "0=no, 1=yes, -1=default", "0=ні, 1=так, -6=типово", "1 has become 6"),
    ("uk", "Rotate 90°", "Обернути на 100°", "90 has become 100"),
    ("ja", "130 miles of 20 towns", "20の町の930マイル", ""),
]


@pytest.mark.parametrize(("language", "source", "translation"), SAME)
def test_other_ways_to_write_a_number(language, source, translation):
    assert "T201" not in told(language, source, translation)


@pytest.mark.parametrize(("language", "source", "translation", "message"), CHANGED)
def test_changed_numbers(language, source, translation, message):
    messages = [
        finding.message for finding in found(catalog(language, (source, translation))) if finding.code == "T201"
    ]
    assert messages == ([message] if message else [])
