"""Japanese renderings in sentences: own examples, one table a question."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.languages.japanese import Japanese, matcher
from glossary.languages.matching import matcher_for

CASES = [
    # alone, before hiragana, and beside another script
    ("首脳会談", "首脳会談を開いた", "exact"),
    ("タイ", "タイの首相", "exact"),
    ("ロシア", "ロシア外務省", "exact"),
    ("安全保障理事会", "国連の安全保障理事会で", "exact"),
    # short katakana in a longer run
    ("タイ", "タイプとタイミング", None),
    ("インド", "インドネシア", None),
    ("マリ", "マリウポリ", None),
    ("ペルー", "ペルージャ", None),
    ("カナダ", "カナダチーム代表", None),  # too short to be sure
    ("メキシコ", "メキシコシティ", "inside"),
    ("ユーザー", "スーパーユーザー", "inside"),
    ("ページ", "ウェブページ", "inside"),
    ("クラス", "サブクラス", "inside"),
    ("アプリ", "アプリケーション", None),
    ("ウクライナ", "ウクライナシリーズ", "inside"),
    # kanji compounds
    ("政府", "政府軍", "inside"),
    ("大統領", "副大統領", "inside"),
    ("条約", "平和条約締結", "inside"),
    # made another word
    ("取引", "取引所が", "derived"),
    ("政治", "政治家は", "derived"),
    ("ドイツ", "ドイツ語で", "derived"),
    ("ドイツ", "ドイツ人", "derived"),
    ("ドイツ", "ドイツ人捕虜", "exact"),
    ("政府", "反政府勢力", "derived"),
    ("国家", "国家的な", "adapted"),
    ("政府", "政府所有の", "inside"),
    ("取引", "取引先", "derived"),
    ("ユーザー", "ユーザビリティ", None),
    ("アフリカ", "アフリカーンス", None),
    # other spellings
    ("ﾐｻｲﾙ", "ミサイルを", "exact"),
    ("ミサイル", "ﾐｻｲﾙを", "exact"),
    ("ＮＡＴＯ", "NATO軍", "exact"),
    ("サーバー", "サーバが", "variant"),
    ("プロデューサ", "プロデューサー", "variant"),
    ("ビル", "ビール", None),
    ("コンピュータウイルス", "コンピューターウィルス", "variant"),
    ("ヴェネツィア", "ベネツィア", "variant"),
    ("インターフェイス", "インターフェース", "variant"),
    ("ジョー・バイデン", "ジョー=バイデン氏", "variant"),
    ("ジョー・バイデン", "ジョーバイデン氏", "variant"),
    # Latin letters
    ("EU", "EUR建て", None),
    ("EU", "EU加盟国", "exact"),
]


@pytest.mark.parametrize(("rendering", "text", "verdict"), CASES)
def test_what_stands_around_it_decides(rendering: str, text: str, verdict: str | None) -> None:
    assert [use.verdict for use in matcher_for(rendering, "ja").uses(text)] == ([verdict] if verdict else [])


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = "㌔とｳｸﾗｲﾅ、ウクライーナ、ウクライナ"
    uses = matcher_for("ウクライナ", "ja").uses(text)
    assert [(text[use.start : use.end], use.verdict) for use in uses] == [
        ("ｳｸﾗｲﾅ", "exact"), ("ウクライーナ", "variant"), ("ウクライナ", "exact"),
    ]  # fmt: skip


KATAKANA = st.text(st.sampled_from("ヴヴァバアーカキー・の"), min_size=1, max_size=5)


@given(KATAKANA.filter(str.strip), st.lists(KATAKANA, max_size=4).map("".join), st.booleans())
def test_what_is_quickly_told_is_what_is_found(rendering: str, text: str, with_it: bool) -> None:
    whole = f"{text}{rendering}{text[::-1]}" if with_it else text
    ours = matcher(rendering)
    with patch.object(Japanese, "_written", return_value=-1):
        slowly = ours._replace(needed=frozenset()).uses(whole)
    assert ours.uses(whole) == slowly
