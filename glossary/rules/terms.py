"""Rules T3: the glossary's terms in translations."""

from __future__ import annotations

from collections.abc import Mapping

from glossary.rules.rule import Rule

TERMS: Mapping[str, Rule] = {
    "T301": Rule(
        "approved rendering missing",
        "error",
        """The English text uses a term of the glossary, and its translation uses none of the term's approved or
        admitted renderings. Inflected forms, Korean particles, spacing and uses inside a longer word all count as
        uses, as does an adjective or a verb made of it (told as T305). Where several terms overlap in the English
        text, the longest counts ("civil war", not "war"); code, addresses, placeholders and markup are not looked at,
        nor a word as part of code or of a product's name that the translation has as it is (font-family, Media
        Server, "on Windows" for window).

        Use the rendering. Where the sentence has a good reason not to, waive the rule for the entry with the
        comment "# glossary: ignore T301", or for the term in decisions.toml.""",
        "Your password has expired. → 귀하의 암호가 만료되었습니다.      password is 비밀번호",
        "Your password has expired. → 비밀번호가 만료되었습니다.",
    ),
    "T302": Rule(
        "forbidden rendering used",
        "error",
        """The English text uses a term of the glossary, and its translation a rendering that the glossary forbids
        for it. A forbidden rendering inside an approved one does not count.""",
        "The talks in Kyiv failed. → 키예프 회담은 실패했다.      키예프 is forbidden, 키이우 approved",
        "The talks in Kyiv failed. → 키이우 회담은 실패했다.",
    ),
    "T303": Rule(
        "admitted variant used",
        "info",
        """The translation uses a rendering that the glossary admits, not the one that it prefers.""",
        "the United States → Сполучені Штати      preferred: США",
        "the United States → США",
    ),
    "T304": Rule(
        "rendering spelled otherwise",
        "warning",
        """The translation uses the approved rendering in another spelling: with or without the long vowel mark or
        the middle dot of a Japanese loan word, in ヴ or バ, or with other capital letters inside a name. Readers
        take two spellings for two things, and searches find only one.""",
        "the interpreter → インタープリター      approved: インタプリタ",
        "the interpreter → インタプリタ",
    ),
    "T305": Rule(
        "rendering only inside a longer word",
        "info",
        """The translation has the approved rendering only as a part of a longer word, or as another part of speech
        ("keyboard shortcut" → клавіатурне скорочення, "talks failed" → 회담했지만). That is usual, and often right;
        whether the word means the term, only a person can tell. Where the English text is the term and nothing else,
        another part of speech is T301.""",
        "the government → 無政府主義      another word",
        "the government → 政府側",
    ),
    "T306": Rule(
        "Ukrainian place by its Russian name",
        "warning",
        """As G205, in a Korean or Japanese translation: the English text has the place's name, and the translation the
        form made after its Russian name. Needs no glossary.""",
        "shells fell on Kharkiv → 하리코프에 포탄이 떨어졌다",
        "shells fell on Kharkiv → 하르키우에 포탄이 떨어졌다",
    ),
}
