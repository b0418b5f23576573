"""A complaint to the group of practices, from a telephone call to the signed response.

Received on Thursday 2 April 2026, the day before Good Friday. Every date below was counted on a printed calendar.
"""

import re
from datetime import date

import pytest

from tests.journeys.visitor import Site

pytestmark = pytest.mark.browser

OFFICER = "olivia.ormonde@livingwell.example.nhs.uk"
RESPONSIBLE = "samuel.oakes@livingwell.example.nhs.uk"

ACKNOWLEDGE_BY = "Thursday 9 April 2026"  # 3 working days, by the procedure and by law
KEEP_INFORMED_BY = "Thursday 2 July 2026"  # 3 months after 2 April
EXPLAIN_BY_POLICY = "Friday 2 October 2026"  # 6 months after 2 April
RESPOND_BY_LAW = "Thursday 1 October 2026"  # 6 months beginning with 2 April


def test_goes_from_a_telephone_call_to_the_response(site: Site) -> None:
    with site.on(date(2026, 4, 2)) as officer:
        officer.signs_in(OFFICER)
        officer.follows("New complaint")
        officer.pictured("new-complaint", start="h1", end="[name=full_name]")
        officer.answers(
            channel="telephone",
            full_name="Zebedee Invented",
            telephone="07700 900178",
            address="9 Example Close\nSouthampton\nSO99 9ZZ",
            whose="self",
            subject_1="prescribing",
            words_1="My tablets were stopped and nobody told me.",
        )
        officer.presses("Enter the complaint")
        found = re.search(r"\b([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z*~$=U]{4})\b", officer.text())
        assert found is not None
        reference = found[1] + found[2]
        officer.opens_case(reference)
        officer.reads(ACKNOWLEDGE_BY, KEEP_INFORMED_BY, EXPLAIN_BY_POLICY, RESPOND_BY_LAW)
        officer.reads("we make a written record of it")
        officer.writes(reference, "send-written-record", channel="letter")
        officer.posts(reference)

    with site.on(date(2026, 4, 9)) as officer:
        officer.signs_in(OFFICER)
        officer.opens_case(reference)
        officer.reads("Due today")
        officer.records(reference, "acknowledge", channel="telephone", note="Offered a talk; not wanted.")
        officer.records(reference, "decline-discussion")
        officer.writes(
            reference,
            "set-response-period",
            respond_by=date(2026, 6, 30),
            how_handled="We read your notes and ask the pharmacist.",
            channel="letter",
        )
        officer.posts(reference)
        officer.opens_case(reference)
        officer.reads("Tuesday 30 June 2026", RESPOND_BY_LAW)

    with site.on(date(2026, 7, 2)) as officer:
        officer.signs_in(OFFICER)
        officer.opens_case(reference)
        officer.reads("Due today", "Overdue")  # the update is due today; the response was told for 30 June
        officer.begins(reference, "send-update")
        officer.answers(
            done_so_far="We have read your notes.",
            still_to_do="The pharmacist has still to answer.",
            expected_on=date(2026, 9, 15),
            channel="letter",
        )
        officer.submits()
        officer.page.locator("button[name=step][value=send]").click()
        officer.is_well()
        officer.posts(reference)

    with site.on(date(2026, 9, 14)) as officer:
        officer.signs_in(OFFICER)
        officer.records(reference, "complete-investigation")
        officer.begins(reference, "sign-response")
        officer.does_not_read("How does it go?")  # an officer may not sign
        officer.begins(reference, "record-outcome")
        officer.answers(
            outcome="upheld",
            conclusion="The prescription was stopped by mistake, and nobody told you.",
            remedy_needed="yes",
            remedy="A second check before a repeat prescription is stopped.",
        )
        officer.submits()

    with site.on(date(2026, 9, 15)) as responsible:
        responsible.signs_in(RESPONSIBLE)
        responsible.begins(reference, "sign-response")
        responsible.reads("14(2)")  # nothing is drafted yet, and the page says what the regulation asks for
        responsible.begins(reference, "prepare-response")
        responsible.answers(
            how_considered="We read your notes and asked the pharmacist.",
            action_confirmation="taken",
            action_details="A second check is made.",
        )
        responsible.submits()
        responsible.page.locator("button[name=step][value=send]").click()
        responsible.is_well()
        responsible.writes(
            reference,
            "sign-response",
            channel="letter",
            why_as_it_is="We said sorry on the telephone, and they asked for the facts alone.",
        )
        responsible.posts(reference)
        responsible.opens_case(reference)
        responsible.reads("Answered", "The response was sent", "Met late")
        responsible.does_not_read(RESPOND_BY_LAW + " this date binds")
        responsible.records(reference, "close-case")
        responsible.opens_case(reference)
        responsible.reads("Closed")
