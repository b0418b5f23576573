"""A whole case of a hospital trust: two bodies, consent refused and given, a meeting, a longer time, a second round.

The procedure is docs/examples/acute-trust.md. Received on Thursday 2 April 2026; the holidays are Friday 3 and Monday 6
April, Monday 4 and Monday 25 May, and Monday 31 August. Every date below was counted on a printed calendar.
"""

import re
from datetime import date

import pytest

from tests.journeys.visitor import Site, Visitor

pytestmark = pytest.mark.browser

MANAGER = "bronwen.castlegate@hospitals.example.nhs.uk"
OFFICER = "theo.marchmount@hospitals.example.nhs.uk"
RESPONSIBLE = "desmond.okonjo-reay@hospitals.example.nhs.uk"
REVIEWER = "ottoline.farriday@hospitals.example.nhs.uk"

ACKNOWLEDGE_BY = "Thursday 9 April 2026"  # 3 working days: 7, 8, 9 April
LEVEL_BY = "Monday 13 April 2026"  # 5 working days: 7, 8, 9, 10, 13 April
# 60 working days: 4 by 10 April, 19 by 1 May, 23 by 8 May, 33 by 22 May, 37 by 29 May, 57 by 26 June, then 1 July.
RED = "Wednesday 1 July 2026"
CONSENT_BY = "Thursday 7 May 2026"  # 20 after 8 April: 2 by 10 April, 17 by 1 May, 5, 6, 7 May
MEET_BY = "Tuesday 16 June 2026"  # 20 after 18 May: 4 by 22 May, 8 by 29 May, 18 by 12 June, 15, 16 June
LETTER_BY = "Wednesday 24 June 2026"  # 10 after 10 June: 11, 12, 15 to 19, 22, 23, 24 June
LATER = "Wednesday 29 July 2026"  # the ceiling of 80: 62 by 3 July, 77 by 24 July, 27, 28, 29 July
SIX_MONTHS = "Thursday 1 October 2026"  # beginning with 2 April
EXPLAIN_BY = "Friday 2 October 2026"
ASK_BY = "Friday 13 November 2026"  # 20 after 16 October: four whole weeks
REPLY_BY = "Thursday 10 December 2026"  # 25 after 5 November: five whole weeks


def goes(person: Visitor, reference: str, act: str, **answers: "str | date") -> None:
    """Write letters: answer what is asked, read them, and let them go; each waits for the post."""
    person.begins(reference, act)
    person.answers(**answers)
    person.submits()
    person.does_not_read("There is a problem")
    person.page.locator("button[name=step][value=send]").click()
    person.is_well()


def enters(officer: Visitor) -> str:
    """Enter the daughter's letter about her mother's care."""
    officer.opens("/complaints/new")
    officer.answers(
        received_on=date(2026, 4, 2), channel="letter", full_name="Rowena Makebelieve", whose="other", elsewhere="no"
    )
    officer.fills(address="8 Example Hill\nExampleton\nEX9 9ZZ")
    officer.answers(
        patient_name="Hester Makebelieve",
        basis="requested",
        subject_1="admissions",
        words_1="My mother was sent home at night with nobody there, and she fell.",
    )
    officer.fills(patient_address="9 Example Hill\nExampleton\nEX9 9ZZ")
    officer.presses("Enter the complaint")
    return officer.page.locator(".app-code").first.inner_text().replace("-", "")


def test_goes_through_two_bodies_a_meeting_and_a_second_round(site: Site) -> None:
    with site.on(date(2026, 4, 2)) as officer:
        officer.signs_in(OFFICER)
        reference = enters(officer)
        officer.opens_case(reference)
        officer.reads(ACKNOWLEDGE_BY, LEVEL_BY, SIX_MONTHS)

    with site.on(date(2026, 4, 8)) as officer:
        officer.signs_in(OFFICER)
        officer.writes(reference, "acknowledge", channel="letter")
        officer.posts(reference)
        goes(
            officer,
            reference,
            "request-consent",
            what_about="How she was sent home on 28 March.",
            information="The notes of the ward\nThe discharge letter",
        )
        officer.posts(reference)
        officer.opens_case(reference)
        officer.reads(CONSENT_BY)

    with site.on(date(2026, 4, 13)) as manager:
        manager.signs_in(MANAGER)
        manager.begins(reference, "set-tier")
        manager.reads("Red", "1 July 2026")
        manager.answers(tier="red", why="Two organisations were part of it, and she was hurt.", channel="letter")
        manager.pictured("decide-the-level", start="h1", end="main form > button")
        manager.submits()
        manager.reads("You will have our answer by 1 July 2026.")
        manager.page.locator("button[name=step][value=send]").click()
        manager.is_well()
        manager.posts(reference)
        manager.opens_case(reference)
        manager.reads(RED, SIX_MONTHS)

        manager.begins(reference, "ask-to-share")
        manager.answers(
            organisation="not-in-the-register",
            organisation_name="Exampleton Council",
            organisation_address="Civic Hall\nExampleton\nEX9 9ZZ",
            why="They were to arrange the care at home.",
            channel="telephone",
        )
        manager.submits()
        manager.records(
            reference,
            "record-sharing",
            organisation="not-in-the-register",
            agreed="yes",
            channel="telephone",
            words="Yes, ask them.",
        )
        goes(
            manager,
            reference,
            "join-complaint",
            organisation="not-in-the-register",
            organisation_name="Exampleton Council",
            organisation_address="Civic Hall\nExampleton\nEX9 9ZZ",
            part="lead",
            why="You told us about the ward and about the care at home.",
            channel="letter",
        )
        manager.posts(reference)
        goes(
            manager,
            reference,
            "request-contribution",
            questions="When were you told of the discharge?",
            reply_by=date(2026, 5, 13),
            body_channel="letter",
        )
        manager.posts(reference)

    with site.on(date(2026, 4, 17)) as officer:
        officer.signs_in(OFFICER)
        officer.records(
            reference,
            "record-consent",
            answer="consent_refused",
            channel="telephone",
            scope="She would rather not, she says.",
        )
        officer.begins(reference, "sign-response")
        officer.does_not_read("How does it go?")

    with site.on(date(2026, 5, 11)) as officer:
        officer.signs_in(OFFICER)
        officer.opens_case(reference)
        officer.reads("that person's care lapses until it comes")
        officer.records(
            reference, "record-consent", answer="consent_given", channel="letter", scope="Signed, for all of it."
        )
        officer.records(
            reference, "record-contribution", channel="email", words="We were told on the Monday, two days later."
        )
        officer.writes(
            reference,
            "send-update",
            done_so_far="Your mother agrees, and the council has answered.",
            still_to_do="We ask the ward.",
            expected_on=date(2026, 7, 1),
            channel="letter",
        )
        officer.posts(reference)

    with site.on(date(2026, 5, 18)) as officer:
        officer.signs_in(OFFICER)
        officer.records(reference, "request-meeting", channel="telephone", note="With the ward sister, please.")
        officer.reads(MEET_BY)
        goes(
            officer,
            reference,
            "offer-meeting",
            safety="safe",
            meet_with="The ward sister\nThe council's manager",
            place="The meeting room",
            day_1=date(2026, 6, 10),
            time_1="10:30am",
            channel="letter",
        )
        officer.posts(reference)

    with site.on(date(2026, 6, 10)) as officer:
        officer.signs_in(OFFICER)
        officer.records(reference, "accept-meeting")
        officer.records(
            reference, "hold-meeting", present="Rowena Makebelieve\nThe ward sister", note="Everybody was heard."
        )
        officer.reads(LETTER_BY)

    with site.on(date(2026, 6, 22)) as officer:
        officer.signs_in(OFFICER)
        goes(
            officer,
            reference,
            "send-meeting-letter",
            present="Rowena Makebelieve\nThe ward sister",
            what_took_place="You told us what you saw that night.",
            lessons="Nobody goes home at night without somebody there.",
            what_1="The ward asks who is at home.",
            who_1="The matron",
            when_1="done",
            done_on_1=date(2026, 6, 15),
            channel="letter",
        )
        officer.posts(reference)

    with site.on(date(2026, 6, 29)) as manager:
        manager.signs_in(MANAGER)
        manager.begins(reference, "agree-extension")
        manager.answers(
            promise="answer",
            new_date=date(2026, 7, 29),
            agreed_by="telephone",
            agreed_words="Take the time you need.",
            reason="awaiting-staff",
            explanation="The doctor who discharged her is back on 20 July.",
            channel="letter",
        )
        manager.pictured("a-longer-time", start="h1", end="[name=explanation]")
        manager.submits()
        manager.reads("On 29 June 2026 you agreed to another day. It is now 29 July 2026.")
        manager.page.locator("button[name=step][value=send]").click()
        manager.is_well()
        manager.posts(reference)
        manager.opens_case(reference)
        manager.reads(LATER, SIX_MONTHS)

    with site.on(date(2026, 10, 5)) as manager:
        manager.signs_in(MANAGER)
        manager.opens_case(reference)
        manager.reads("Overdue", EXPLAIN_BY)  # the six months were over on 1 October, and nobody wrote
        # An agreement that comes too late moves nothing, and what was typed is still there.
        manager.begins(reference, "agree-extension")
        manager.answers(
            promise="answer",
            new_date=date(2026, 10, 16),
            agreed_by="telephone",
            reason="awaiting-staff",
            explanation="The doctor was ill.",
            channel="letter",
        )
        manager.submits()
        manager.reads("Wednesday 29 July 2026, had passed when this was agreed", "explain the delay")
        assert manager.page.locator("[name=explanation]").input_value() == "The doctor was ill."
        goes(
            manager,
            reference,
            "explain-delay",
            reason="awaiting-staff",
            explanation="The doctor was ill until the end of September. We should have written to you before.",
            expected_on=date(2026, 10, 16),
            channel="letter",
        )
        manager.posts(reference)
        manager.opens_case(reference)
        manager.reads("The delay was explained in writing")

    with site.on(date(2026, 10, 14)) as officer:
        officer.signs_in(OFFICER)
        officer.records(reference, "complete-investigation")
        officer.begins(reference, "record-outcome")
        officer.answers(
            outcome="upheld",
            conclusion="Your mother should not have been sent home that night.",
            remedy_needed="yes",
            remedy="Nobody goes home after eight in the evening without somebody there.",
        )
        officer.submits()
        goes(
            officer,
            reference,
            "prepare-response",
            how_considered="We read the notes, met you, and asked the council.",
            apology="We are sorry that your mother was sent home that night, and that she fell.",
            action_confirmation="taken",
            action_details="The ward asks who is at home before anybody leaves.",
        )

    with site.on(date(2026, 10, 16)) as responsible:
        responsible.signs_in(RESPONSIBLE)
        responsible.begins(reference, "sign-response")
        responsible.answers(channel="letter")
        if responsible.page.locator("[name=why_as_it_is]").count():
            responsible.fills(why_as_it_is="What else the person asked for was settled when we met.")
        responsible.submits()
        responsible.reads("Desmond Okonjo-Reay", "Parliamentary and Health Service Ombudsman")
        responsible.page.locator("button[name=step][value=send]").click()
        responsible.is_well()
        responsible.posts(reference)
        responsible.opens_case(reference)
        responsible.reads(ASK_BY)

    with site.on(date(2026, 11, 5)) as officer:
        officer.signs_in(OFFICER)
        officer.records(
            reference, "request-review", channel="letter", words="Who decides that somebody goes home at night?"
        )
        officer.reads(REPLY_BY)

    with site.on(date(2026, 12, 7)) as reviewer:
        reviewer.signs_in(REVIEWER)
        goes(
            reviewer,
            reference,
            "send-review-outcome",
            how_reviewed="I spoke to the consultant of the ward.",
            position="The decision was the consultant's alone. It is now made by two people.",
            reasons="The notes of that night say so.",
            channel="letter",
        )

    with site.on(date(2026, 12, 8)) as manager:
        manager.signs_in(MANAGER)
        manager.posts(reference)
        manager.opens_case(reference)
        manager.reads("The outcome of the review was sent")
        manager.begins(reference, "close-case")
        for left in manager.page.locator("input[name=seen]").all():
            left.check()
        manager.submits()
        manager.reads("Closed")
        entries = re.findall(r"Entry (\d+)", manager.text())
        assert len(entries) >= 30
