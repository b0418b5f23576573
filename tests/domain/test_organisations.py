"""Is what a new list changes told once for each organisation, and a doubtful list not taken in?"""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.domain.organisations import (
    Known,
    Organisation,
    Standing,
    boards_unknown,
    changes,
    name_to_read,
    why_not_read,
)

SUNDAY = date(2026, 11, 22)
HERE = Organisation(
    code="Z99001",
    name="THE FICTIONAL SURGERY",
    address="1 FICTIONAL STREET",
    postcode="ZZ99 3AA",
    telephone="0113 496 0001",
    board="QWO",
    parent="15F",
    setting="4",
    standing=Standing.ACTIVE,
    opened_on=date(1974, 4, 1),
    closed_on=None,
)
CLOSED = replace(HERE, standing=Standing.CLOSED, closed_on=date(2026, 10, 31))


def before(*rows: Organisation, gone_since: date | None = None) -> dict[str, Known]:
    return {row.code: Known(organisation=row, gone_since=gone_since) for row in rows}


class TestChanges:
    def test_whom_nobody_knew_is_new(self) -> None:
        assert changes({}, [HERE]).added == (HERE,)

    def test_the_same_again_changes_nothing(self) -> None:
        found = changes(before(HERE), [HERE])

        assert found.are_none
        assert found.same == 1

    def test_what_is_told_otherwise_is_named(self) -> None:
        moved = replace(HERE, address="2 Other Street", telephone="0113 496 0002")
        (altered,) = changes(before(HERE), [moved]).altered

        assert (altered.organisation, altered.what) == (moved, ("address", "telephone"))

    def test_whoever_closes_is_closed_and_not_altered_as_well(self) -> None:
        found = changes(before(HERE), [CLOSED])

        assert (found.closed, found.altered) == ((CLOSED,), ())

    def test_a_row_that_vanished_is_gone(self) -> None:
        assert changes(before(HERE), []).gone == (HERE,)

    def test_one_that_was_closed_before_does_not_count_as_gone(self) -> None:
        assert changes(before(CLOSED), []).are_none

    def test_one_that_is_gone_already_is_not_gone_again(self) -> None:
        assert changes(before(HERE, gone_since=date(2026, 10, 1)), []).are_none

    def test_one_that_is_listed_again_is_back(self) -> None:
        found = changes(before(HERE, gone_since=date(2026, 10, 1)), [HERE])

        assert (found.back, found.same) == ((HERE,), 0)

    @given(st.sets(st.integers(1, 30)), st.sets(st.integers(1, 30)))
    def test_every_organisation_counts_once(self, known: set[int], read: set[int]) -> None:
        rows = {number: replace(HERE, code=f"Z99{number:03}") for number in known | read}
        found = changes(before(*(rows[number] for number in known)), [rows[number] for number in read])

        assert len(found.added) == len(read - known)
        assert len(found.gone) == len(known - read)
        assert found.same == len(known & read)


class TestADoubtfulList:
    @pytest.mark.parametrize(
        ("dated_on", "latest", "standing", "gone", "anyway", "code"),
        [
            (date(2026, 11, 22), None, 0, 0, False, None),
            (date(2026, 11, 23), None, 0, 0, False, "not-yet"),
            (date(2026, 10, 31), date(2026, 11, 1), 100, 0, False, "older"),
            (date(2026, 11, 1), date(2026, 11, 1), 100, 0, False, None),
            # A tenth may be gone, one more may not, unless somebody has looked.
            (date(2026, 11, 1), None, 100, 10, False, None),
            (date(2026, 11, 1), None, 100, 11, False, "many-gone"),
            (date(2026, 11, 1), None, 100, 100, True, None),
            (date(2026, 10, 31), date(2026, 11, 1), 100, 100, True, "older"),
        ],
    )
    def test_is_refused(
        self, dated_on: date, latest: date | None, standing: int, gone: int, anyway: bool, code: str | None
    ) -> None:
        refusal = why_not_read(
            dated_on=dated_on, latest=latest, today=SUNDAY, standing=standing, gone=gone, takes_many_gone=anyway
        )

        assert (refusal.code if refusal else None) == code


def test_boards_that_nobody_knows_are_counted_by_who_is_open() -> None:
    rows = [HERE, replace(HERE, board="QZZ"), replace(CLOSED, board="QYY"), replace(HERE, board="")]

    assert boards_unknown(rows, ["QWO"]) == {"QZZ": 1}


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("THE SURGERY", "The Surgery"),
        ("ST. JOHN'S AT THE GREEN", "St. John's at the Green"),
        ("OF COURSE", "Of Course"),
        ("WEST OF THE RIVER GP CENTRE (NHS)", "West of the River GP Centre (NHS)"),
        ("O'NEILL-O'BRIEN PRACTICE", "O'Neill-O'Brien Practice"),
        ("1ST AVENUE", "1st Avenue"),
        ("Already Written as People Do", "Already Written as People Do"),
        ("", ""),
    ],
)
def test_a_name_is_written_as_people_write_it(printed: str, read: str) -> None:
    assert name_to_read(printed) == read
