"""Rules S: the English documents, as the last build found them."""

from __future__ import annotations

from collections.abc import Mapping

from glossary.rules.rule import Rule

SOURCES: Mapping[str, Rule] = {
    "S101": Rule(
        "one name spelled two ways",
        "warning",
        """The documents spell one name with and without a hyphen, a space, a capital or an accent, or romanize it in
        two ways (Zelensky, Zelenskyy). The glossary takes the spellings for one concept, so translators see one
        message; readers of the English see two people.""",
        "Kim Yo-jong … Kim Yo Jong",
        "Kim Yo-jong … Kim Yo-jong",
    ),
    "S102": Rule(
        "name close to a frequent one",
        "warning",
        """A name that occurs once or twice differs from a name of the same kind that occurs at least three times as
        often by one letter, or by one word that is neither first nor last. It is probably a slip, and makes a
        concept of its own for translators. Beside a name that is hardly more frequent it is information, since either
        may be the slip. If it is right, ignore the rule for it in decisions.toml.""",
        "Korean News Agency      beside Korean Central News Agency",
        "Korean Central News Agency",
    ),
    "S201": Rule(
        "abbreviation never expanded",
        "info",
        """No document says what the abbreviation stands for, so translators have to find out themselves. Expand it once
        in the text, or say it in decisions.toml (definition).""",
        "the UNSCRs forbid it",
        "the United Nations Security Council Resolutions (UNSCRs) forbid it",
    ),
    "S202": Rule(
        "abbreviation with two expansions",
        "warning",
        """The documents expand one abbreviation in two ways. If it means two things, split the concept in
        decisions.toml; if it means one, use one expansion.""",
        "Korean Central News Agency (KCNA) … Korean Central Newspaper Agency (KCNA)",
        "Korean Central News Agency (KCNA) … KCNA",
    ),
    "S301": Rule(
        "deprecated form used",
        "warning",
        """The documents use a form that decisions.toml lists as deprecated for its concept.""",
        "Kim Jong-Eun spoke      deprecated for Kim Jong Un",
        "Kim Jong Un spoke",
    ),
    "S401": Rule(
        "one office named two ways",
        "info",
        """One person holds two titles with the same head noun, the words of one among those of the other: probably one
        office under two names, which translators will take for two.""",
        "Defense Minister Belousov … Belousov, the minister of national defense",
        "Defense Minister Belousov … Belousov, the defense minister",
    ),
    "S501": Rule(
        "British and American spelling mixed",
        "info",
        """The documents spell one word both ways. Documents of several authors often do; in one text it is a slip.""",
        "the defence minister … the Defense Ministry",
        "the defense minister … the Defense Ministry",
    ),
}
