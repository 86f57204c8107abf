"""Which language a document is in: every language here was written for this test, in the manner of the news."""

import sys

import pytest

from glossary.documents import is_english, language, language_of
from glossary.model import Document, Location, Segment

ENGLISH = (
    (
        "The foreign minister said on Monday that the two countries would resume talks about the border next "
        "month. He added that both sides had agreed to withdraw their troops from the valley."
    ),
    (
        "Secretary Kerry met Iraqi Prime Minister Haider al-Abadi, Kurdish President Masoud Barzani and Saudi "
        "King Salman."
    ),
    (
        "Russian President Vladimir Putin, North Korean leader Kim Jong Un, South Korean President Yoon "
        "Suk-yeol and Japanese Defense Minister Gen Nakatani visited Pyongyang, Seoul, Tokyo and Vladivostok "
        "in October."
    ),
)

OTHERS = {
    "de": (
        "Der Außenminister sagte am Montag, dass beide Länder ihre Gespräche über die Grenze im nächsten "
        "Monat wieder aufnehmen wollten. Was nicht in dem Abkommen steht, war in Berlin nicht zu erfahren, "
        "und her kam die Nachricht."
    ),
    "fr": (
        "Le ministre des Affaires étrangères a déclaré lundi que les deux pays allaient reprendre leurs "
        "discussions sur la frontière le mois prochain. On ne sait pas encore si les troupes ont quitté la "
        "vallée."
    ),
    "es": (
        "El ministro de Asuntos Exteriores dijo el lunes que los dos países reanudarían las conversaciones "
        "sobre la frontera el próximo mes. Añadió que ambas partes habían acordado retirar sus tropas del "
        "valle."
    ),
    "nl": (
        "De minister van Buitenlandse Zaken zei maandag dat het land of de partij was verdeeld en dat het "
        "overleg over de grens volgende maand wordt hervat. Hij is van mening dat de troepen weg zijn."
    ),
    "da": (
        "Udenrigsministeren sagde mandag, at de to lande vil genoptage deres forhandlinger om grænsen her i "
        "landet, for at have tid til at trække tropperne ud af dalen. Det er ikke klart, hvad der skal ske."
    ),
    "sv": (
        "Utrikesministern sade på måndagen att de två länderna ska återuppta samtalen om gränsen nästa månad. "
        "Han sade också att båda sidor hade kommit överens om att dra tillbaka sina trupper från dalen."
    ),
    "id": (
        "Menteri luar negeri mengatakan pada hari Senin bahwa kedua negara akan melanjutkan perundingan "
        "mengenai perbatasan bulan depan. Ia menambahkan bahwa kedua pihak telah sepakat untuk menarik "
        "pasukan dari lembah itu."
    ),
    "pl": (
        "Minister spraw zagranicznych powiedział w poniedziałek, że oba kraje wznowią rozmowy w sprawie "
        "granicy w przyszłym miesiącu. Dodał, że obie strony zgodziły się wycofać wojska z doliny."
    ),
    "ru": (
        "Министр иностранных дел заявил в понедельник, что обе страны возобновят переговоры о границе в "
        "следующем месяце. Он добавил, что стороны договорились вывести войска из долины."
    ),
    "uk": (
        "Міністр закордонних справ заявив у понеділок, що обидві країни відновлять переговори щодо кордону "
        "наступного місяця. Він додав, що сторони домовилися вивести війська з долини."
    ),
    "ko": (
        "외교부 장관은 월요일 양국이 다음 달 국경에 관한 회담을 재개할 것이라고 말했다."
        " 그는 양측이 계곡에서 병력을 철수하기로 합의했다고 덧붙였다."
    ),
    "ja": (
        "外相は月曜日、両国が来月、国境に関する協議を再開すると述べた。また、双方が谷から部隊を撤退"
        "させることで合意したと付け加えた。"
    ),
}

ALIKE = {"id": "ms", "da": "no"}
"""Languages that a short text does not tell apart."""

ROMANIZED_RUSSIAN = (
    "Ministr inostrannykh del zayavil v ponedelnik, chto obe strany vozobnovyat peregovory o granitse v sleduyushchem "
    "mesyatse. On dobavil, chto storony dogovorilis vyvesti voyska iz doliny."
)


def document(*texts, role="paragraph"):
    return Document("a.txt", "a", tuple(Segment(text, Location("a.txt", 1), role) for text in texts))


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_english_without_the_identifier_however_many_names_it_has(text, monkeypatch):
    monkeypatch.setattr(language, "_identified", lambda text: pytest.fail(f"asked about {text!r}"))
    assert is_english(document(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kim Jong Un met Putin in Moscow.",
        "Supreme Leader Kim Jong Un visited Russia",
        "Japan Prime Minister Fumio Kishida visits Kyiv",
        "President Vladimir Putin met Kim Jong Un in Vladivostok.",
        "Kim Jong Un, Kim Yo Jong, Choe Son Hui",
    ],
)
def test_names_do_not_make_a_short_english_text_another(text):
    assert is_english(document(text))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "Presidente Putin se reunió con Kim en Vladivostok"),
        ("de", "Präsident Putin traf Kim in Wladiwostok"),
        ("fr", "Le président Poutine a rencontré Kim à Vladivostok"),
        ("pl", "Prezydent Putin spotkał Kima we Władywostoku"),
        ("nl", "President Poetin ontmoette Kim in Vladivostok"),
        ("ja", "“” は None、True または False の値でなければなりません。"),
    ],
)
def test_nor_are_short_texts_in_other_languages_english(code, text):
    assert language_of(document(text)) == code


@pytest.mark.parametrize(("code", "text"), OTHERS.items())
def test_other_languages_are_named(code, text):
    assert language_of(document(text)) in {code, ALIKE.get(code)}


def test_romanized_russian_is_not_english():
    assert not is_english(document(ROMANIZED_RUSSIAN))


def test_the_majority_of_a_mixed_document_decides():
    german = OTHERS["de"]
    assert is_english(document(ENGLISH[0], ENGLISH[0], german))
    assert not is_english(document(ENGLISH[0], german, german, german))


def test_boilerplate_has_no_voice():
    english = document(ENGLISH[0]).segments
    german = document(*[OTHERS["de"]] * 3, role="boilerplate").segments
    assert is_english(Document("a.txt", "a", (*english, *german)))


@pytest.mark.parametrize("text", ["Kim Jong Un", "Treaty of Paris, 1783", "42", "Hallo Welt"])
def test_a_few_latin_words_count_as_english(text):
    assert is_english(document(text))


def test_a_document_without_text_counts_as_english():
    assert is_english(document("Share this", role="boilerplate"))


def test_a_few_words_in_another_script_do_not():
    assert not is_english(document("외교부 장관"))


def test_clearly_english_documents_never_load_the_identifier():
    sys.modules.pop("py3langid", None)
    assert is_english(document(ENGLISH[0]))
    assert "py3langid" not in sys.modules
