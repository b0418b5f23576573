"""Are two versions of a text shown whole, in order, and only what differs as different?"""

from hypothesis import given
from hypothesis import strategies as st

from putright.domain.side_by_side import compared

TEXTS = st.text(st.sampled_from("ab \n."), max_size=60)


@given(TEXTS, TEXTS)
def test_nothing_is_lost_and_nothing_added(before: str, after: str) -> None:
    found = compared(before, after)

    assert "".join(piece.text for piece in found.before) == before
    assert "".join(piece.text for piece in found.after) == after
    assert found.is_same == (before == after)


def test_only_the_words_that_differ_are_marked() -> None:
    found = compared("We were late on Monday.", "We were two hours late on Monday.")

    assert [piece.text.strip() for piece in found.after if piece.differs] == ["two hours"]
    assert not any(piece.differs for piece in found.before)


def test_a_very_long_text_is_compared_by_its_lines() -> None:
    long = "word " * 7_000
    found = compared(f"{long}\nThe end.", f"{long}\nThe very end.")

    assert [piece.text for piece in found.after if piece.differs] == ["The very end."]
