"""Can an interview, and what is said of its note, be entered on a page?"""

from tests.casework.offices import MAUNDY_THURSDAY, a_story
from tests.web.reading import read


def typed(story, **said):
    day = {f"on-{part}": str(getattr(MAUNDY_THURSDAY, part)) for part in ("day", "month", "year")}
    return {"version": str(story.case.version), **day, **said}


def test_an_interview_is_entered_and_its_note_agreed(signed_in, office):
    story = a_story(office)
    client = signed_in(office, "mo")
    address = f"/cases/{story.reference}/record-interview"
    said = {"whom": "staff", "person": str(office.people["sam"]), "words": "I was there.", "channel": "in-person"}
    page = read(client.post(address, typed(story, **said)))
    assert page.problems == [("Confirm that they were told where they find support", "#support")]
    assert "I was there." in page.main

    client.post(address, typed(story, **said, support="told"))
    page = read(client.get(f"/cases/{story.reference}/agree-interview-note"))
    assert "2 April 2026: With Sam Staff, Receptionist." in page.texts("//option")

    number = story.case.events.get(event="interview_held").number
    client.post(f"/cases/{story.reference}/agree-interview-note", typed(story, interview=str(number), agrees="yes"))
    assert story.case.events.filter(event="interview_note_agreed").exists()
    assert client.get(f"/cases/{story.reference}/agree-interview-note").status_code == 422
