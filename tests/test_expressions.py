"""Expressions that are compiled when first used: they do what compiled ones do."""

from __future__ import annotations

import re

import pytest

from glossary.expressions import expression

METHODS = ["search", "match", "fullmatch", "finditer", "findall", "split"]


@pytest.mark.parametrize("method", METHODS)
def test_a_method_gives_what_that_of_a_pattern_gives(method):
    def told(pattern):
        found = getattr(pattern, method)("ab AB", *(() if method == "split" else (1,)))
        found = list(found) if method == "finditer" else found
        return [
            one.span() if isinstance(one, re.Match) else one for one in (found if isinstance(found, list) else [found])
        ]

    assert told(expression("(b)", re.IGNORECASE)) == told(re.compile("(b)", re.IGNORECASE))


def test_a_pattern_is_compiled_only_when_it_is_used():
    wrong = expression("(")
    assert wrong.pattern == "("
    with pytest.raises(re.error):
        wrong.search("")


def test_what_is_no_method_of_a_pattern_is_none_here():
    with pytest.raises(AttributeError):
        _ = expression("a").nothing  # type: ignore[attr-defined]
