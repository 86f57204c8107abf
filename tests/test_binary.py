"""Values as bytes: what goes in comes out, lists as tuples; bytes of anything else are refused, never run."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import binary

LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**63), 2**64 - 1), st.floats(allow_nan=False), st.binary(),
    st.text(st.characters(exclude_categories=())),
)  # fmt: skip
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner).map(tuple) | st.dictionaries(st.text(st.characters(exclude_categories=())), inner)
        | st.dictionaries(st.integers(0, 2**32), inner)
    ),
)  # fmt: skip


@given(VALUES)
def test_values_come_back(value):
    assert binary.loaded(binary.dumped(value)) == value
    assert binary.expanded(binary.compressed(value)) == value


@given(st.lists(VALUES), st.integers(1, 5))
def test_a_long_list_is_the_same_in_pieces(values, together):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(binary, "TOGETHER", together)
        data = binary.compressed_list(values)
    assert binary.expanded(data) == tuple(values)
    assert zlib.decompress(data) == binary.dumped(values)


def test_lists_come_back_as_tuples():
    assert binary.loaded(binary.dumped([1, [2, {"a": [3]}]])) == (1, (2, {"a": (3,)}))


@given(st.binary())
def test_anything_else_is_refused_or_a_value(data):
    try:
        binary.loaded(data)
    except (ValueError, TypeError):
        return


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\x93\x01\x02", b"\xc1", zlib.compress(b"\xc1")])
def test_what_is_no_compressed_value_is_refused(data):
    with pytest.raises((ValueError, TypeError, zlib.error)):
        binary.expanded(data)
