"""Can whoever sees to an improvement end it on a page that tells nothing of the case, and do all read the list?"""

from datetime import date

import pytest

from putright.casework.actions.appoint_person import appoint_person
from putright.domain.access import Role
from putright.records.models import Improvement
from tests.casework.offices import MAUNDY_THURSDAY, a_story, at
from tests.web.office.desk import Desk, it_is
from tests.web.reading import read

FRIDAY = date(2026, 5, 1)


@pytest.fixture
def desk(signed_in, office):
    return Desk(signed_in(office, "mo"), a_story(office).reference)


@pytest.fixture
def sam(signed_in, office):
    """A receptionist, who sees no case."""
    on = MAUNDY_THURSDAY
    sam = office.people["sam"]
    appoint_person(actor=office.actor("ada", on), person=sam, role=Role.STAFF, on=on, now=at(on))
    return signed_in(office, "sam")


def planned(desk, office, **said):
    plain = {"what": "A bell at the desk.", "owner": str(office.people["sam"]), "due_on": FRIDAY, "tells": "yes"}
    return desk.does("plan-improvement", **{**plain, **said})


def test_is_planned_and_owed_with_its_words(desk, office):
    assert planned(desk, office).startswith("It is planned, and stands in the list of improvements")
    cards = desk.page.texts("//li[contains(@class, 'app-duty')]")

    assert any("A bell at the desk." in card and "Friday 1 May 2026" in card for card in cards)
    assert desk.page.links["See the improvements"] == "/improvements"


def test_is_ended_by_who_sees_to_it_and_sees_nothing_of_the_case(desk, office, sam):
    planned(desk, office, lesson="Nobody hears who waits outside.")
    listed = read(sam.get("/improvements"))
    (row,) = listed.texts("//table/tbody/tr")
    assert "A bell at the desk." in row
    assert "Not open to you" in row
    assert "Improvements" in listed.links

    number = Improvement.objects.get().pk
    page = read(sam.get(f"/improvements/{number}"))
    assert "Nobody hears who waits outside." in page.main
    for token in (desk.reference, desk.page.tree.xpath("string(//h1)"), "Pat Example"):
        assert token not in page.main
    day = {"on-day": "2", "on-month": "4", "on-year": "2026"}
    refused = read(sam.post(f"/improvements/{number}", {"ended": "made", "words": "Pat likes it.", **day}))
    assert refused.problems[0][0].startswith("The whole organisation reads this. Leave out “Pat”")
    done = sam.post(f"/improvements/{number}", {"ended": "made", "words": "It stands on the left.", **day}, follow=True)

    assert "It is recorded what became of the improvement" in done.content.decode()
    assert "Shown by: It stands on the left." in read(sam.get("/improvements?show=made")).main
    assert "Tell the person what has changed" in desk.page.main


def test_is_no_form_for_whoever_does_not_see_to_it(desk, office, signed_in):
    planned(desk, office)
    number = Improvement.objects.get().pk
    page = read(signed_in(office, "ines").get(f"/improvements/{number}"))

    assert page.tree.xpath("//main//form") == []


def test_overdue_ones_have_a_view_of_their_own(desk, office, day, signed_in):
    planned(desk, office, due_on=MAUNDY_THURSDAY)
    assert "Nothing is overdue." in read(desk.client.get("/improvements?show=overdue")).main
    it_is(day, date(2026, 4, 3))

    (row,) = read(signed_in(office, "mo").get("/improvements?show=overdue")).texts("//table/tbody/tr")
    assert "Overdue" in row


@pytest.mark.parametrize("query", ["?show=nonsense", "?page=x", "?page=99", "?page=999999999999"])
def test_a_view_that_is_none_is_the_first(desk, office, query):
    planned(desk, office)

    assert "A bell at the desk." in read(desk.client.get(f"/improvements{query}")).main


def test_the_person_is_told_by_a_letter_that_is_read_first(desk, office, sam):
    planned(desk, office)
    number = Improvement.objects.get().pk
    day = {"on-day": "2", "on-month": "4", "on-year": "2026"}
    sam.post(f"/improvements/{number}", {"ended": "made", "words": "It stands on the left.", **day})

    letter = read(desk.answers("tell-improvements", words="Please try it.")).texts("//article")[0]
    assert "How you can see it: It stands on the left." in letter
    assert desk.does("tell-improvements").startswith("The person is told what has changed")


def test_is_given_another_day_and_somebody_else_with_what_was_before(desk, office, sam):
    planned(desk, office)
    number = Improvement.objects.get().pk
    address = read(sam.get(f"/improvements/{number}")).links["Change the day, or who sees to it"]
    first = read(sam.get(address))
    assert first.texts("//select[@name='owner']/option[@selected]") == ["Sam Staff, Receptionist"]
    said = {"owner": str(office.people["ines"]), "due_on-day": "19", "due_on-month": "5", "due_on-year": "2026"}

    refused = read(sam.post(address, {**said, "reason": "Pat is ill."}))
    assert refused.problems[0][0].startswith("The whole organisation reads this. Leave out “Pat”")
    assert refused.texts("//textarea") == ["Pat is ill."]
    assert refused.texts("//select[@name='owner']/option[@selected]")[0].startswith("Ines")
    changed = read(sam.post(address, {**said, "reason": "The bell has not come."}, follow=True))
    assert "The improvement is changed" in changed.main
    assert "The day that was set at first was Friday 1 May 2026" in changed.main
    assert "before that Sam Staff" in changed.main
    (row,) = read(sam.get("/improvements")).texts("//table/tbody/tr")
    assert "Before: Sam Staff" in row
    assert "First set for 1 May 2026" in row
    assert sam.get(address).status_code == 404  # it is not Sam's any more
