"""Does every alteration of a chain show, at the first entry that does not fit?"""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from putright.domain.chain import (
    EMPTY,
    NOTHING_BEFORE,
    Head,
    Sealed,
    canonical,
    first_break,
    salted_digest,
    seal_of,
)

entries = st.fixed_dictionaries(
    {"event": st.sampled_from(["received", "acknowledged"]), "facts": st.dictionaries(st.text(), st.integers())}
)
several = st.lists(entries, min_size=1, max_size=6)


def chain_of(said: Sequence[dict[str, object]]) -> list[Sealed]:
    chain: list[Sealed] = []
    before = NOTHING_BEFORE
    for number, entry in enumerate(said, start=1):
        before = seal_of(before, entry)  # type: ignore[arg-type]
        chain.append(Sealed(number=number, entry=entry, seal=before))  # type: ignore[arg-type]
    return chain


def head_of(chain: Sequence[Sealed]) -> Head:
    return Head(count=len(chain), seal=chain[-1].seal) if chain else EMPTY


@given(several)
def test_a_chain_as_it_was_written_is_whole(said: list[dict[str, object]]) -> None:
    chain = chain_of(said)

    assert first_break(chain, kept=head_of(chain)) is None


@given(several, st.data(), entries)
def test_an_altered_entry_shows_where_it_stands(
    said: list[dict[str, object]], data: st.DataObject, other: dict[str, object]
) -> None:
    chain = chain_of(said)
    place = data.draw(st.integers(0, len(chain) - 1))
    assume(canonical(other) != canonical(chain[place].entry))  # type: ignore[arg-type]
    chain[place] = replace(chain[place], entry=other)  # type: ignore[arg-type]

    found = first_break(chain, kept=head_of(chain))

    assert found is not None
    assert (found.number, found.code) == (place + 1, "entry-altered")


@given(several, st.data())
def test_an_entry_taken_out_of_the_middle_shows(said: list[dict[str, object]], data: st.DataObject) -> None:
    chain = chain_of([*said, *said])
    kept = head_of(chain)
    place = data.draw(st.integers(0, len(chain) - 2))
    del chain[place]

    found = first_break(chain, kept=kept)

    assert found is not None
    assert (found.number, found.code) == (place + 1, "entry-missing")


@given(several, st.data())
def test_an_end_that_was_cut_off_shows_against_the_kept_head(
    said: list[dict[str, object]], data: st.DataObject
) -> None:
    chain = chain_of(said)
    left = data.draw(st.integers(0, len(chain) - 1))

    found = first_break(chain[:left], kept=head_of(chain))

    assert found is not None
    assert (found.number, found.code) == (left + 1, "tail-missing")


@given(several, entries)
def test_a_chain_written_anew_shows_against_the_kept_head(
    said: list[dict[str, object]], other: dict[str, object]
) -> None:
    chain = chain_of(said)
    anew = chain_of([other, *said[1:]])
    assume(canonical(other) != canonical(said[0]))  # type: ignore[arg-type]

    found = first_break(anew, kept=head_of(chain))

    assert found is not None
    assert found.code == "chain-rewritten"


@given(several, several)
def test_a_chain_may_have_grown_since_its_head_was_kept(
    before: list[dict[str, object]], after: list[dict[str, object]]
) -> None:
    kept = head_of(chain_of(before))

    assert first_break(chain_of([*before, *after]), kept=kept) is None


def test_the_form_that_is_sealed_does_not_depend_on_the_order_of_keys() -> None:
    assert canonical({"b": 1, "a": [True, None, "é"]}) == '{"a":[true,null,"é"],"b":1}'.encode()


def test_the_digest_of_a_document_depends_on_its_salt() -> None:
    assert salted_digest(b"yes", b"0" * 16) != salted_digest(b"yes", b"1" * 16)
    with pytest.raises(ValueError, match="16 bytes"):
        salted_digest(b"yes", b"")
