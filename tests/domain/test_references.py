"""Does a reference mean nothing, and does a slip of the pen in it always show?"""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.domain.references import LENGTH, SYMBOLS, reference_from, reference_meant, reference_shown

references = st.binary(min_size=5, max_size=5).map(reference_from)


@given(references)
def test_a_reference_is_read_back_however_it_is_typed(reference: str) -> None:
    shown = reference_shown(reference)

    assert len(reference) == LENGTH
    assert reference_meant(shown.lower()) == reference
    assert reference_meant(f" {shown.replace('-', ' ')} ") == reference
    assert reference_meant(reference.replace("0", "O").replace("1", "l")) == reference


@given(references)
def test_every_single_wrong_symbol_shows(reference: str) -> None:
    for place in range(LENGTH):
        for symbol in SYMBOLS.replace(reference[place], ""):
            assert reference_meant(reference[:place] + symbol + reference[place + 1 :]) is None


@given(references)
def test_any_two_symbols_that_changed_places_show(reference: str) -> None:
    for one, other in combinations(range(LENGTH), 2):
        symbols = list(reference)
        symbols[one], symbols[other] = symbols[other], symbols[one]
        if "".join(symbols) != reference:
            assert reference_meant("".join(symbols)) is None


@given(st.text(max_size=12))
def test_anything_typed_is_a_reference_or_nothing(typed: str) -> None:
    meant = reference_meant(typed)

    assert meant is None or reference_meant(meant) == meant


@pytest.mark.parametrize("random", [b"", b"1234", b"123456"])
def test_it_is_made_of_five_bytes(random: bytes) -> None:
    with pytest.raises(ValueError, match="5 random bytes"):
        reference_from(random)


@given(st.binary(min_size=5, max_size=5), st.binary(min_size=5, max_size=5))
def test_different_bytes_make_different_references(one: bytes, other: bytes) -> None:
    same = int.from_bytes(one) >> 5 == int.from_bytes(other) >> 5

    assert (reference_from(one) == reference_from(other)) == same
