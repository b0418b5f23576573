"""Is what was sealed opened with the same key and about the same thing alone?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.gateways.sealing import NONCE_BYTES, SealBroken, seal, unseal

NONCE = bytes(range(NONCE_BYTES))
ABOUT = "authenticator of 7"


def sealed(content: bytes = b"a secret", key: str = "a key") -> str:
    return seal(content, key=key, about=ABOUT, nonce=NONCE)


@given(st.binary(max_size=100), st.text(max_size=40), st.text(max_size=40), st.binary(min_size=12, max_size=12))
def test_what_was_sealed_is_opened_again(content: bytes, key: str, about: str, nonce: bytes) -> None:
    kept = seal(content, key=key, about=about, nonce=nonce)

    assert unseal(kept, key=key, about=about) == content


def test_it_does_not_tell_what_it_holds() -> None:
    assert "secret" not in sealed()
    assert sealed() != seal(b"a secret", key="a key", about=ABOUT, nonce=bytes(NONCE_BYTES))


@pytest.mark.parametrize(("key", "about"), [("another key", ABOUT), ("a key", "authenticator of 8")])
def test_another_key_or_another_owner_opens_nothing(key: str, about: str) -> None:
    with pytest.raises(SealBroken):
        unseal(sealed(), key=key, about=about)


@pytest.mark.parametrize("kept", ["", "1:", "1:!!!", "1:AAAA", "2:" + sealed()[2:], sealed()[:-4], "é"])
def test_what_was_altered_opens_nothing(kept: str) -> None:
    with pytest.raises(SealBroken):
        unseal(kept, key="a key", about=ABOUT)


@given(st.integers(min_value=2, max_value=len(sealed()) - 1), st.sampled_from("ABCDwxyz0189+/"))
def test_no_symbol_can_be_changed(place: int, symbol: str) -> None:
    kept = sealed()
    altered = kept[:place] + symbol + kept[place + 1 :]
    if altered != kept:
        try:
            opened = unseal(altered, key="a key", about=ABOUT)
        except SealBroken:
            return
        assert opened == b"a secret"  # the last symbol's spare bits say nothing
