"""Does stopping letters by email ask what docs/rules/stopping-email.md says, and nothing else?"""

from datetime import date

import pytest

from putright.domain.adjustments import Adjustment, Need, address_for
from putright.domain.stopping_email import address_asked, needs_with, why_not_stopped
from tests.tables import named, table

ROWS = table("stopping-email.md", "When somebody wants no more letters by email")


def lines(cell: str) -> tuple[str, ...]:
    return (cell,) if cell else ()


@pytest.mark.parametrize("row", ROWS, ids=named(ROWS))
def test_the_table(row: dict[str, str]) -> None:
    must_not = [Need(adjustment=Adjustment(row["Must not"]), detail=row["Said instead"])] if row["Must not"] else []
    home = lines(row["Known address"])
    asked = address_asked(must_not, home)
    agreed_on = date(2026, 4, 2) if row["Agreed"] == "yes" else None
    refusal = why_not_stopped(agreed_on, asked, home=home, given=lines(row["Typed"]))

    assert (asked.value, refusal.code if refusal else "") == (row["What is asked"], row["Refused as"])


def test_an_address_longer_than_can_be_kept_is_refused() -> None:
    asked = address_asked([], ())
    refusal = why_not_stopped(date(2026, 4, 2), asked, home=(), given=("x" * 301,))

    assert refusal is not None
    assert refusal.code == "too-long"


def test_another_address_is_kept_with_what_letters_may_not_do_and_nothing_else_is_changed() -> None:
    needs = (Need(adjustment=Adjustment.NO_PHONE), Need(adjustment=Adjustment.NO_LETTERS_HOME))
    kept = needs_with(needs, ("c/o The Library", "Exampleton"))

    assert kept[0] == needs[0]
    assert address_for(kept, ("2 Sample Road",)) == ("c/o The Library", "Exampleton")
