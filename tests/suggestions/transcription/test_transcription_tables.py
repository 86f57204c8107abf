"""The official tables, on the examples of the documents that publish them."""

import pytest

from glossary.suggestions.transcription import cyrillic_hangul, cyrillic_kana, korean_cyrillic, korean_kana
from glossary.suggestions.transcription import japanese_scripts as scripts
from glossary.suggestions.transcription.chinese import place as chinese_place
from glossary.suggestions.transcription.japanese_morae import morae
from glossary.suggestions.transcription.russian_ukrainian import rewrite


@pytest.mark.parametrize(
    ("cyrillic", "hangul"),
    [  # 러시아어의 표기, Ministry of Culture notice 2005-32, section 21, examples of its paragraphs
        ("садко", "삿코"),
        ("агрыз", "아그리스"),
        ("акбаур", "아크바우르"),
        ("акмеизм", "아크메이즘"),
        ("рубцовск", "룹촙스크"),
        ("брянск", "브랸스크"),
        ("лопатка", "로팟카"),
        ("ефремов", "예프레모프"),
        ("достоевский", "도스토옙스키"),
        ("назрань", "나즈란"),
        ("острогожск", "오스트로고시스크"),
        ("волгоград", "볼고그라드"),
        ("славгород", "슬라브고로드"),
        ("обь", "오비"),
        ("тверь", "트베리"),
        ("пермь", "페름"),
        ("рязань", "랴잔"),
        ("ильич", "일리치"),
        ("биробиджан", "비로비잔"),
    ],
)
def test_russian_in_hangul(cyrillic, hangul):
    assert cyrillic_hangul.write(cyrillic, "ru") == hangul


@pytest.mark.parametrize(
    ("cyrillic", "hangul"),
    [  # National Institute of Korean Language, decision of March 2022 on places in Ukraine
        ("київ", "키이우"),
        ("харків", "하르키우"),
        ("львів", "르비우"),
        ("одеса", "오데사"),
        ("луганськ", "루한스크"),
        ("донецьк", "도네츠크"),
        ("запоріжжя", "자포리자"),
        ("вінниця", "빈니차"),
        ("чернівці", "체르니우치"),
        ("миколаїв", "미콜라이우"),
        ("тернопіль", "테르노필"),
        ("дніпро", "드니프로"),
    ],
)
def test_ukrainian_in_hangul(cyrillic, hangul):
    assert cyrillic_hangul.write(cyrillic, "uk") == hangul


@pytest.mark.parametrize(
    ("cyrillic", "language", "kana"),
    [
        ("путин", "ru", "プーチン"),
        ("песков", "ru", "ペスコフ"),
        ("захарова", "ru", "ザハロワ"),
        ("чайковский", "ru", "チャイコフスキー"),
        ("хабаровск", "ru", "ハバロフスク"),
        ("київ", "uk", "キーウ"),
        ("харків", "uk", "ハルキウ"),
        ("зеленський", "uk", "ゼレンスキー"),
    ],
)
def test_cyrillic_in_katakana(cyrillic, language, kana):
    assert cyrillic_kana.write(cyrillic, language, press=True) == kana


@pytest.mark.parametrize(
    ("romaji", "hangul"),
    [  # 일본어의 표기, section 6, and the examples of the table
        ("Sapporo", "삿포로"),
        ("Tottori", "돗토리"),
        ("Yokkaichi", "욧카이치"),
        ("Kyūshū", "규슈"),
        ("Niigata", "니가타"),
        ("Tōkyō", "도쿄"),
        ("Ōsaka", "오사카"),
        ("Tsushima", "쓰시마"),
        ("Shimbashi", "신바시"),
        ("Inoue", "이노우에"),
    ],
)
def test_japanese_in_hangul(romaji, hangul):
    assert scripts.hangul(morae(romaji)) == hangul


@pytest.mark.parametrize(
    ("romaji", "polivanov", "kovalenko"),
    [
        ("Hiroshima", "Хіросіма", "Хірошіма"),
        ("Fuji", "Фудзі", "Фуджі"),
        ("Chiba", "Тіба", "Чіба"),
        ("Nagasaki", "Нагасакі", "Нагасакі"),
        ("Kyushu", "Кюсю", "Кюшю"),
        ("Sapporo", "Саппоро", "Саппоро"),
        ("Kamaishi", "Камаїсі", "Камаїші"),
        ("Nagai", "Нагай", "Нагай"),
        ("Shin'ichi", "Сін'іті", "Шін'ічі"),
    ],
)
def test_japanese_in_ukrainian(romaji, polivanov, kovalenko):
    assert scripts.cyrillic(scripts.POLIVANOV)(morae(romaji)) == polivanov
    assert scripts.cyrillic(scripts.KOVALENKO)(morae(romaji)) == kovalenko


@pytest.mark.parametrize("word", ["Blinken", "Kremlin", "Sixt", "lŵ", ""])
def test_what_is_not_japanese_has_no_morae(word):
    assert morae(word) == ()


@pytest.mark.parametrize(
    ("hangul", "family", "ukrainian", "kana"),
    [
        ("김여정", 1, "Кім Йо Чжон", "キム・ヨジョン"),
        ("김정은", 1, "Кім Чен Ин", "キム・ジョンウン"),
        ("박근혜", 1, "Пак Кин Хє", "パク・クンヘ"),
        ("정의용", 1, "Чон Ий Йон", "チョン・ウィヨン"),
        ("최룡해", 1, "Чхве Рьон Хе", "チェ・リョンヘ"),
        ("김연아", 1, "Кім Йон А", "キム・ヨナ"),
        ("황보경", 2, "Хванбо Гьон", "ファンボ・ギョン"),
        ("김", 1, "Кім", "キム"),
    ],
)
def test_korean_person(hangul, family, ukrainian, kana):
    assert korean_cyrillic.person(hangul, family)[0] == ukrainian
    assert korean_kana.person(hangul, family)[0] == kana


@pytest.mark.parametrize(
    ("hangul", "ukrainian"),
    [
        ("풍계리", "Пхунгері"),
        ("영변", "Йонбьон"),
        ("판문점", "Пханмунджом"),
        ("신의주", "Сінийджу"),
        ("개성", "Кесон"),
        ("원산", "Вонсан"),
        ("강릉", "Каннин"),
        ("백령도", "Пенньондо"),
        ("평양", "Пхеньян"),
    ],
)
def test_korean_place_in_ukrainian(hangul, ukrainian):
    assert korean_cyrillic.place(hangul)[0] == ukrainian


@pytest.mark.parametrize(
    ("russian", "ukrainian"),
    [  # Ukrainian Orthography of 2019, § 144 and § 151, and usual names of towns
        ("зеленодольск", "зеленодольськ"),
        ("кузнецк", "кузнецьк"),
        ("владивосток", "владивосток"),
        ("липецк", "липецьк"),
        ("елец", "єлець"),
        ("прокопьевск", "прокоп'євськ"),
        ("щёлково", "щолково"),
        ("королёв", "корольов"),
        ("новосибирск", "новосибірськ"),
        ("мариинск", "маріїнськ"),
        ("ессентуки", "єссентуки"),
    ],
)
def test_russian_place_in_ukrainian(russian, ukrainian):
    assert rewrite(russian, place=True)[0] == ukrainian


@pytest.mark.parametrize(
    ("russian", "ukrainian"),
    [
        ("медведев", "медведєв"),
        ("мальцев", "мальцев"),
        ("хрущёв", "хрущов"),
        ("алексеев", "алексєєв"),
        ("песков", "песков"),
        ("маяковский", "маяковський"),
        ("григорьев", "григор'єв"),
        ("крутых", "крутих"),
    ],
)
def test_russian_person_in_ukrainian(russian, ukrainian):
    assert rewrite(russian, place=False)[0] == ukrainian


@pytest.mark.parametrize(
    ("pinyin", "hangul", "ukrainian"),
    [
        ("Beijing", "베이징", "Пекін"),
        ("Shanghai", "상하이", "Шанхай"),
        ("Guangzhou", "광저우", "Гуанчжоу"),
        ("Chongqing", "충칭", "Чунцін"),
        ("Xi'an", "시안", "Сіань"),
        ("Shenyang", "선양", "Шеньян"),
        ("Qingdao", "칭다오", "Ціндао"),
        ("Taiyuan", "타이위안", "Тайюань"),
        ("Hong Kong", "홍콩", "Гонконг"),
    ],
)
def test_chinese_place(pinyin, hangul, ukrainian):
    assert chinese_place(pinyin, "uk") == (ukrainian,)
    assert chinese_place(pinyin, "ko") == (hangul,)
