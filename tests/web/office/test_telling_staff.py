"""Can it be entered on a page what staff were told, and do they read on theirs how it ended?"""

from datetime import date

from putright.casework.actions.name_staff import name_staff
from putright.gateways.clock import FixedClock
from tests.casework.offices import MAUNDY_THURSDAY, a_story, at
from tests.casework.statements import Asking
from tests.casework.test_tell_staff import ANSWERED, ENDED, answered
from tests.web.reading import read


def typed(story, on, **said):
    day = {f"on-{part}": str(getattr(on, part)) for part in ("day", "month", "year")}
    return {"version": str(story.case.version), **day, "channel": "in-person", **said}


def test_that_there_is_a_complaint_is_told_with_where_support_is_found(signed_in, office):
    story = a_story(office)
    client, address = signed_in(office, "mo"), f"/cases/{story.reference}/tell-staff"
    assert client.get(address).status_code == 422  # nobody is asked, interviewed or named

    story.does(name_staff, "mo", MAUNDY_THURSDAY, person=office.people["sam"])
    said = {"news": "complaint", "people": str(office.people["sam"])}
    page = read(client.post(address, typed(story, MAUNDY_THURSDAY, **said)))
    assert page.problems == [("Confirm that they were told where they find support", "#support")]

    client.post(address, typed(story, MAUNDY_THURSDAY, **said, support="told"))
    assert story.case.events.filter(event="staff_told").exists()


def test_how_it_ended_is_read_by_whoever_was_asked(signed_in, office, day):
    asking = Asking(a_story(office))
    asking.asks(due_on=date(2026, 4, 14))
    answered(asking.story)
    day.PUTRIGHT_CLOCK = FixedClock(at(ANSWERED))
    address = f"/cases/{asking.story.reference}/tell-staff"
    said = {"news": "outcome", "people": str(office.people["sam"]), "outcome_words": ENDED}
    page = read(signed_in(office, "mo").post(address, typed(asking.story, ANSWERED, **said), follow=True))
    assert page.problems == []

    theirs = read(signed_in(office, "sam").get(f"/statements/{asking.row.pk}"))
    assert "How the complaint ended" in theirs.texts("//h2")
    assert ENDED in theirs.main
