"""Is a person told who can help them, and whether that was confirmed?

The register was read on Saturday 21 November 2026; a year after that day it is to be looked at anew.
"""

from datetime import date

import pytest

from putright.casework.helpers import NOT_SURE, advocacy_for, healthwatch_for, ombudsman_on
from putright.records.models import Case
from tests.casework.offices import Office, a_story

pytestmark = pytest.mark.django_db

READ, A_YEAR_AFTER, LATER = date(2026, 11, 21), date(2027, 11, 21), date(2027, 11, 22)


@pytest.mark.parametrize(("on", "note"), [(READ, None), (A_YEAR_AFTER, None), (LATER, NOT_SURE)])
def test_what_was_confirmed_is_told_without_a_word_for_a_year(on: date, note: str | None) -> None:
    ombudsman = ombudsman_on(on)

    assert (ombudsman.phone, ombudsman.note) == ("0345 015 4033", note)


def test_what_nobody_could_confirm_says_so(case: Case) -> None:
    """Where to find one's own Healthwatch stands in a page of 2015, and was not confirmed since."""
    healthwatch = healthwatch_for(case, READ)

    assert (healthwatch.name, healthwatch.note) == ("Your local Healthwatch", NOT_SURE)


def test_where_no_way_is_named_there_is_nothing_to_doubt(case: Case) -> None:
    advocacy = advocacy_for(case, READ)

    assert (advocacy.phone, advocacy.email, advocacy.website, advocacy.note) == (None, None, None, None)


@pytest.fixture
def case(commisceo: Office) -> Case:
    """A complaint of somebody who lives where the register knows nobody."""
    found = Case.objects.get(reference=a_story(commisceo).reference)
    found.complainant.home = "nowhere"
    return found
