"""Rules T4 and T5: letters, particles, spaces and marks of a translation."""

from __future__ import annotations

from collections.abc import Mapping

from glossary.rules.rule import Rule

WRITING: Mapping[str, Rule] = {
    "T401": Rule(
        "Korean particle does not agree",
        "error",
        """Of the pairs 을/를, 이/가, 은/는, 과/와, 으로/로 one form follows a consonant and the other a vowel (으로/로:
        ㄹ counts as a vowel). 을 and 를 are judged after any word, the others after renderings of the glossary.
        Such slips come in when a term is exchanged for another and the particle stays.""",
        "Enter a new password. → 새로운 비밀번호을 입력하세요.",
        "Enter a new password. → 새로운 비밀번호를 입력하세요.",
        fixable=True,
    ),
    "T402": Rule(
        "letters of two scripts in one word",
        "error",
        """A word holds a letter of another script that looks like the right one: Latin i, o, a inside a Cyrillic word,
        a Cyrillic letter in a Latin one, or the kanji 一 for the long vowel mark ー in katakana. Nobody sees it, and
        no search finds the word. Latin words with a Cyrillic ending (PDFи) are left alone.""",
        "government → урядoвий      the o is Latin",
        "government → урядовий",
        fixable=True,
    ),
    "T403": Rule(
        "wrong apostrophe",
        "warning",
        """A Ukrainian word has a character for its apostrophe that is none (a quotation mark, a grave accent, an
        asterisk), or, as information, another one than most words of the catalog: ' ’ ʼ are all in use, but one
        catalog should have one.""",
        "family → сім`я",
        "family → сім’я",
        fixable=True,
    ),
    "T501": Rule(
        "not in Unicode form NFC",
        "warning",
        """The translation has letters written as two characters (и + breve for й, Hangul as single letters), as some
        file systems and PDF readers give them out. It looks the same, but searches and terms do not match.""",
        "й written as и and U+0306",
        "й written as U+0439",
        fixable=True,
    ),
    "T502": Rule(
        "stray space",
        "warning",
        """Spaces at the start or end of a translation that the source does not have, or the other way round; more than
        one space between words; a space before a comma or period; invisible characters (zero-width space,
        direction marks) that the source lacks.""",
        "The talks failed. → Переговори провалилися .",
        "The talks failed. → Переговори провалилися.",
        fixable=True,
    ),
    "T503": Rule(
        "ends in another mark",
        "warning",
        """The English text ends in a colon, a question mark, an ellipsis or, in a whole sentence, a period, and the
        translation does not, or the other way round. Each language's own marks count: 。 is a period, ： a colon,
        か。 a question. Where a language leaves marks out (Korean and Japanese labels without period) nothing is
        told, and neither for ! and . that stand for each other.""",
        "Are the talks over? → Переговори закінчилися.",
        "Are the talks over? → Переговори закінчилися?",
    ),
    "T504": Rule(
        "line break at start or end of one text only",
        "error",
        """The English text starts or ends with a line break and the translation does not, or the other way round.
        msgfmt refuses such a catalog, since programs print the text as it is.""",
        "Talks failed.\\n → 회담 결렬.",
        "Talks failed.\\n → 회담 결렬.\\n",
    ),
    "T505": Rule(
        "brackets or quotation marks not closed",
        "warning",
        """A bracket or quotation mark of the translation is not opened or not closed, while those of the English text
        are. List labels such as a) and 1) and smileys do not count.""",
        "Kim (the leader) → Кім (лідер",
        "Kim (the leader) → Кім (лідер)",
    ),
}
