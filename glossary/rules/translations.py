"""Rules T1, T2: translations as wholes, and what they must carry over from the English."""

from __future__ import annotations

from collections.abc import Mapping

from glossary.rules.rule import Rule

TRANSLATIONS: Mapping[str, Rule] = {
    "T101": Rule(
        "English text as its own translation",
        "warning",
        """The translation is the English text, letter for letter, and the text is a sentence: it has three words or
        more, among them one of those that names, products and code do not have (the, is, of …). Copyright lines and
        names of licenses are none.

        Translate it, or empty the translation so that nobody takes it for done.""",
        "The talks are over. → The talks are over.",
        "The talks are over. → 회담은 끝났다.",
    ),
    "T102": Rule(
        "one text translated two ways",
        "warning",
        """The same English text has two different translations in the catalogs of one language. The one that most
        messages have, of equals the first, is taken for the agreed one; the finding stands at the other. Two that
        differ in inflection, in capital letters or in the closing mark are not told. Under two contexts (msgctxt)
        both may be right: then it is only information.""",
        "Ceasefire talks → 휴전 회담 in one article, 정전 협상 in the next",
        "Ceasefire talks → 휴전 회담 in both",
    ),
    "T103": Rule(
        "name left in Latin script",
        "warning",
        """A name of the English text stands in the translation as it is, in Latin letters, although the catalog
        renders other names in its own script. Abbreviations, addresses, code, and names in brackets after their
        rendering do not count; neither do catalogs that leave most names as they are, such as those of software.""",
        "Yoon Suk-yeol spoke in Seoul. → Yoon Suk-yeol виступив у Сеулі.",
        "Yoon Suk-yeol spoke in Seoul. → Юн Сок Йоль виступив у Сеулі.",
    ),
    "T104": Rule(
        "plural forms missing",
        "error",
        """A message with plural forms has fewer or more of them than the catalog's header says, or some are empty:
        the program would show English, or nothing, for some numbers. Ukrainian catalogs with three forms and with
        four are both right, if their messages have as many.""",
        "%d soldier, %d soldiers → %d солдат, %d солдати      of three forms",
        "%d soldier, %d soldiers → %d солдат, %d солдати, %d солдатів",
    ),
    "T201": Rule(
        "number or date changed",
        "warning",
        """A number of the English text is missing in the translation, and the translation has one that the English
        lacks. Other ways to write a number are no change: 1,200 and 1 200; 3.5 and 3,5; 5 million, 500만 and
        500万; 12 and twelve, 열두, 十二, дванадцять; March and 3월; 3 p.m. and 15; 21st and XXI; 1990s and 90-х.
        Numbers beside units of measure that are usually converted (miles, pounds, °F) are not compared.""",
        "1,200 soldiers → 1300명의 군인",
        "1,200 soldiers → 1200명의 군인",
    ),
    "T202": Rule(
        "placeholder changed",
        "error",
        """A placeholder of the program (%s, %(name)s, {name}) is missing in the translation or was not in the source,
        or placeholders of different kinds stand in another order without numbers: the program would fail or print
        nonsense. A plural form for very few numbers may leave out the number ("one file").""",
        "%(count)s soldiers → %(кількість)s солдатів",
        "%(count)s soldiers → %(count)s солдатів",
    ),
    "T203": Rule(
        "markup changed",
        "warning",
        """An HTML tag, a reStructuredText role or the target of a Markdown link is in one of the two texts only.
        The order does not matter, and neither do the texts in the markup.""",
        "<b>Talks</b> in Seoul → <b>회담<b> 서울에서",
        "<b>Talks</b> in Seoul → 서울 <b>회담</b>",
    ),
    "T204": Rule(
        "address missing",
        "warning",
        """A web or e-mail address of the English text is not in the translation. Another page of the same site counts
        (uk.wikipedia.org for en.wikipedia.org).""",
        "See https://www.un.org/en/ → 유엔 누리집을 보라",
        "See https://www.un.org/en/ → https://www.un.org/ko/ 를 보라",
    ),
}
