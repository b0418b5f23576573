"""Do the rules of standing follow the tables of docs/rules/standing.md?"""

from datetime import date

import pytest

from putright.domain.duty import Refused
from putright.domain.standing import (
    FOOTINGS,
    Basis,
    age_on,
    capacity_of,
    why_not_ask_consent,
    why_not_by_email,
    why_not_on_this_footing,
)
from tests.tables import a_day, named, table

FOOTING_ROWS = table("standing.md", "The footing on which a person complains")
IMPOSSIBLE = table("standing.md", "What cannot be")
CONSENT = table("standing.md", "Whether consent can be asked for")
BY_EMAIL = table("standing.md", "Letters by e-mail")


def code(refusal: Refused | None) -> str:
    return refusal.code if refusal else ""


@pytest.mark.parametrize("row", FOOTING_ROWS, ids=named(FOOTING_ROWS))
def test_a_footing_is_as_the_table_says(row: dict[str, str]) -> None:
    footing = FOOTINGS[Basis(row["Footing"])]

    assert footing.speaks_for_another == (row["Speaks for another?"] == "yes")
    assert footing.needed == row["Needed before anything about the patient is told"]
    assert footing.authority == row["By"]


def test_the_table_has_every_footing() -> None:
    assert [row["Footing"] for row in FOOTING_ROWS] == [basis.value for basis in Basis]


def test_the_received_event_says_whether_a_person_speaks_for_another() -> None:
    assert {basis for basis in Basis if capacity_of(basis) == "self"} == {Basis.SELF, Basis.AFFECTED}


@pytest.mark.parametrize("row", IMPOSSIBLE, ids=named(IMPOSSIBLE))
def test_what_cannot_be_is_refused(row: dict[str, str]) -> None:
    age = None if row["Age of the patient"] == "not known" else int(row["Age of the patient"])

    assert code(why_not_on_this_footing(Basis(row["Footing"]), age)) == row["Refused as"]


@pytest.mark.parametrize("row", CONSENT, ids=named(CONSENT))
def test_consent_is_asked_for_only_where_somebody_can_give_it(row: dict[str, str]) -> None:
    assert code(why_not_ask_consent(Basis(row["Footing"]))) == row["Refused as"]


@pytest.mark.parametrize("row", BY_EMAIL, ids=named(BY_EMAIL))
def test_a_letter_goes_by_email_only_where_that_was_agreed_before(row: dict[str, str]) -> None:
    agreed_on = None if row["Agreed on"] == "never" else a_day(row["Agreed on"])

    assert code(why_not_by_email(agreed_on, on=a_day(row["Sent on"]))) == row["Refused as"]


def test_somebody_born_on_leap_day_is_a_year_older_on_the_first_of_march() -> None:
    born_on = date(2008, 2, 29)

    assert age_on(born_on, date(2026, 2, 28)) == 17
    assert age_on(born_on, date(2026, 3, 1)) == 18
