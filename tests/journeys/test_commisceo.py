"""A complaint to the Special Allocation provider, from the person's own words to the Medical Director's final position.

Received on Thursday 2 April 2026. Friday 3 April is Good Friday, Monday 6 April Easter Monday, Monday 4 May the early
May holiday and Monday 25 May the spring one. Every date below was counted on a printed calendar.
"""

import re
from datetime import date

import pytest

from tests.journeys.visitor import Site, Visitor

pytestmark = pytest.mark.browser

MANAGER = "marcus.bellweather@commisceo.example.nhs.uk"
RESPONSIBLE = "anil.marchetti@commisceo.example.nhs.uk"
REVIEWER = "helen.frostrup-gray@commisceo.example.nhs.uk"

REGISTER_BY = "Tuesday 7 April 2026"  # 1 working day
ACKNOWLEDGE_BY_LAW = "Thursday 9 April 2026"  # 3 working days
ACKNOWLEDGE_BY_POLICY = "Monday 20 April 2026"  # 10 working days
RESPOND_BY_LAW = "Thursday 1 October 2026"  # 6 months beginning with 2 April


def complains(visitor: Visitor) -> tuple[str, str]:
    """Make a complaint as a person does, on a phone; gives the reference and the link."""
    visitor.opens("/")
    visitor.follows("Make a complaint")
    visitor.submits()
    answers: tuple[dict[str, str | date], ...] = (
        {"to": "commisceo"},
        {"basis": "self"},
        {
            "subject_1": "communications",
            "words_1": "The nurse left the room in the middle of my appointment and nobody came back.",
        },
        {"occurred": "exact", "occurred_on": date(2026, 3, 30)},
        {"noticed": "then"},
        {"wanted": "To know why, and that it does not happen to the next person."},
        {"more_1": "no"},
        {"before": "no"},
        {"together": "no"},
        {"full_name": "Winifred Madeup"},
        {"counted_age": "56-64"},
        {
            "address_1": "7 Example Terrace",
            "town": "Southend-on-Sea",
            "postcode": "SS99 9ZZ",
            "telephone": "07700 900177",
            "prefer": "post",
        },
    )
    for number, answer in enumerate(answers):
        if number == 2:
            visitor.pictured("complain-question")
            visitor.submits()
            visitor.reads("There is a problem")
            visitor.pictured("complain-problem")
        visitor.answers(**answer)
        visitor.submits()
    while "Check your answers" not in visitor.text():
        visitor.submits()
    visitor.reads("Winifred Madeup", "30 March 2026", "The nurse left the room")
    visitor.pictured("complain-check")
    visitor.presses("Send my complaint")
    visitor.reads("Complaint sent", REGISTER_BY, ACKNOWLEDGE_BY_LAW)
    visitor.pictured("complain-sent")
    link = visitor.page.locator(".app-keep__link").get_attribute("href")
    reference = re.search(r"Your reference is\s*([0-9A-Z-]+)", visitor.text())
    assert link is not None
    assert reference is not None
    return reference[1].replace("-", ""), link.rsplit("/", 1)[1]


def follows(site: Site, day: date, secret: str, *texts: str, picture: str = "") -> None:
    """The person opens their link on a day, on a phone, and reads these things."""
    with site.on(day, phone=True) as person:
        person.opens(f"/follow/{secret}")
        person.reads(*texts)
        if picture:
            person.pictured(picture)


def test_goes_from_the_persons_own_words_to_the_final_position(site: Site) -> None:
    with site.on(date(2026, 4, 2), phone=True) as person:
        reference, secret = complains(person)

    with site.on(date(2026, 4, 7)) as manager:
        manager.signs_in(MANAGER)
        manager.reads("Winifred Madeup", "Due today")
        manager.pictured("worklist", end="tbody tr:nth-child(5)")
        manager.opens_case(reference)
        manager.reads(REGISTER_BY, ACKNOWLEDGE_BY_LAW, ACKNOWLEDGE_BY_POLICY, RESPOND_BY_LAW)
        manager.reads("Good Friday", "Easter Monday", "SI 2009/309 reg 13(3)")
        manager.pictured("case", end="#due-3")
        manager.page.locator("#due-3 summary").click()
        manager.pictured("why-this-date", start="#due-3", end="#due-3")
        manager.follows("Everything that can be done, and why not the rest")
        manager.reads("What cannot be done now, and why")
        manager.pictured("what-can-be-done", start="h1", end=".app-offers:nth-of-type(4)")
        manager.records(reference, "register")
        manager.records(reference, "tell-next-steps", channel="telephone")

    with site.on(date(2026, 4, 9)) as manager:
        manager.signs_in(MANAGER)
        manager.begins(reference, "acknowledge")
        manager.answers(details_wanted="At what time it was\nWho you spoke to afterwards", channel="letter")
        manager.pictured("acknowledge", start="h1", end="main form button")
        manager.submits()
        manager.pictured("read-the-letter", start="h1")
        manager.page.locator("button[name=step][value=send]").click()
        manager.is_well()
        manager.opens("/letters")
        manager.reads("Winifred Madeup")
        manager.pictured("letters-to-post", end="main form button")
        manager.posts(reference)
        manager.opens_case(reference)
        manager.does_not_read(ACKNOWLEDGE_BY_LAW + " this date binds")
    follows(site, date(2026, 4, 9), secret, "Thursday 9 April 2026", picture="following")

    with site.on(date(2026, 4, 13)) as manager:
        manager.signs_in(MANAGER)
        manager.records(
            reference, "record-details", channel="letter", words="It was at ten. I spoke to the desk.", new_issue="no"
        )
        # 5 working days after Monday 13 April; not before 2, Wednesday 15 April.
        manager.reads("Monday 20 April 2026")

    with site.on(date(2026, 4, 15)) as manager:
        manager.signs_in(MANAGER)
        manager.writes(reference, "acknowledge-details", channel="letter")
        manager.posts(reference)
        manager.writes(
            reference,
            "request-statement",
            person="Casey Doyle-Finch",
            what_about="the appointment on 30 March",
            questions="What do you remember of it?",
            support="Your line manager",
            channel="email",
        )
        # 5 working days after Wednesday 15 April.
        manager.reads("Wednesday 22 April 2026")

    with site.on(date(2026, 4, 22)) as manager:
        manager.signs_in(MANAGER)
        manager.records(
            reference, "record-statement", channel="email", words="I was called away and should have said why."
        )
        # 5 working days after Wednesday 22 April.
        manager.reads("Wednesday 29 April 2026")

    with site.on(date(2026, 4, 28)) as manager:
        manager.signs_in(MANAGER)
        manager.records(reference, "examine", note="The two accounts agree.")
        manager.writes(
            reference,
            "offer-meeting",
            safety="safe",
            meet_with="The nurse\nThe Service Manager",
            place="The meeting room",
            day_1=date(2026, 5, 6),
            time_1="10:30am",
            channel="letter",
        )
        manager.posts(reference)

    with site.on(date(2026, 4, 30)) as manager:
        manager.signs_in(MANAGER)
        manager.records(reference, "decline-meeting")

    with site.on(date(2026, 5, 1)) as manager:
        manager.signs_in(MANAGER)
        manager.records(reference, "complete-investigation")
        # 5 working days after Friday 1 May: Monday 4 May is a holiday.
        manager.reads("Monday 11 May 2026", "Early May")
        manager.begins(reference, "record-outcome")
        manager.answers(
            outcome="partly-upheld",
            conclusion="You were left without an explanation. What was decided in the appointment was right.",
            remedy_needed="yes",
            remedy="A second nurse is on call in the mornings.",
        )
        manager.submits()
        manager.begins(reference, "prepare-response")
        manager.reads("regulation 14(2)" if "regulation 14(2)" in manager.text() else "14(2)")
        manager.pictured("prepare-the-response", start="h1", end="[name=how_considered]")
        manager.answers(
            how_considered="We read your notes and asked the nurse for a statement.",
            apology="We are sorry that you were left without an explanation.",
            staff_response="I was called away and should have said why.",
            suggestions="You can ask to see another nurse next time.",
            action_confirmation="taken",
            action_details="A second nurse is on call in the mornings.",
            answer_to_wanted="You now know why. It should not happen again: a second nurse is on call.",
            what_1="Have a second nurse on call",
            who_1="The lead nurse",
            when_1="to-do",
            due_on_1=date(2026, 6, 1),
        )
        manager.submits()
        manager.page.locator("button[name=step][value=send]").click()
        manager.is_well()
        manager.begins(reference, "sign-response")
        manager.does_not_read("Date of the letter")  # the Service Manager may not sign

    with site.on(date(2026, 5, 8)) as responsible:
        responsible.signs_in(RESPONSIBLE)
        responsible.begins(reference, "sign-response")
        responsible.answers(channel="letter")
        responsible.submits()
        responsible.reads("Parliamentary and Health Service Ombudsman", "Anil Marchetti")
        responsible.page.locator("button[name=step][value=send]").click()
        responsible.is_well()
        responsible.pictured_letter("the-response")
        responsible.posts(reference)
    follows(site, date(2026, 5, 8), secret, "8 May 2026", "Ombudsman", picture="following-the-response")

    with site.on(date(2026, 5, 14)) as manager:
        manager.signs_in(MANAGER)
        # Ten working days after Friday 8 May: 15 May is the fifth, 22 May the tenth.
        manager.opens_case(reference)
        manager.reads("hear how it ended, and what was learnt", "Friday 22 May 2026")
        manager.begins(reference, "tell-staff")
        manager.answers(news="outcome", outcome_words="It was upheld in part. Somebody rings back the same day now.")
        manager.page.locator("input[name=people]").first.check()
        manager.submits()
        manager.records(reference, "request-review", channel="letter", words="Nobody says why no one came back.")
        # 10 working days after Thursday 14 May: Monday 25 May is a holiday.
        manager.reads("Friday 29 May 2026", "Spring bank holiday")
        manager.begins(reference, "complete-review")
        manager.reads("Medical Director")

    with site.on(date(2026, 5, 27)) as reviewer:
        reviewer.signs_in(REVIEWER)
        reviewer.records(reference, "complete-review", words="The decision stands; the answer should have said more.")
        # 5 working days after Wednesday 27 May.
        reviewer.reads("Wednesday 3 June 2026")

    with site.on(date(2026, 6, 2)) as reviewer:
        reviewer.signs_in(REVIEWER)
        reviewer.writes(
            reference,
            "send-review-outcome",
            how_reviewed="I read the file and spoke to the nurse.",
            position="The decision stands, but you should have been told more.",
            reasons="The two accounts agree. What was missing was an explanation.",
            channel="letter",
        )
    with site.on(date(2026, 6, 2)) as manager:
        manager.signs_in(MANAGER)
        manager.posts(reference)
        manager.opens_case(reference)
        manager.reads("The outcome of the review was sent")
        manager.pictured("what-has-happened", start="#chronology", end=".app-timeline__item:nth-child(3) .app-entry")
        manager.records(reference, "close-case")
    follows(site, date(2026, 6, 2), secret, "Ombudsman", "2 June 2026")
