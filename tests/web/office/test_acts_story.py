"""Can a complaint to Commisceo be taken from its receipt to the final position on the pages alone?"""

from datetime import date

from putright.domain.channels import Channel
from tests.casework.offices import a_story
from tests.web.office.desk import Desk, it_is
from tests.web.reading import read


def test_a_complaint_goes_from_receipt_to_the_final_position_on_the_pages(signed_in, office, day):
    story = a_story(office)
    mo, rosa, max_ = (Desk(signed_in(office, who), story.reference) for who in ("mo", "rosa", "max"))

    begin(mo, day, story)
    investigate(mo, day, sam=office.people["sam"])
    meet(mo, day)
    answer(mo, rosa, day, sam=office.people["sam"])
    assert story.case.status == "responded"
    assert "Answered" in mo.page.texts("//dl[1]//dd")
    review(mo, max_, day)
    assert story.case.status == "closed"
    assert mo.does("reopen-case", reason="A letter came back.").startswith("The case is open again")
    assert story.case.status != "closed"


def begin(mo, day, story):
    """The complaint is registered and acknowledged, the time set, the details received."""
    it_is(day, date(2026, 4, 7))
    assert mo.does("register").startswith("The complaint is entered in the register. Next, by Tuesday 7 April 2026: ")
    said = mo.does("acknowledge", details_wanted="Who was at the desk?\nOn which day?")
    assert "The letter waits in the print queue" in said
    assert ("acknowledged", date(2026, 4, 7)) not in story.events()
    mo.does("post-letter")
    assert [event for event, _ in story.events()][-4:] == [
        "acknowledged",
        "discussion_offered",
        "next_steps_told",
        "details_requested",
    ]

    it_is(day, date(2026, 4, 14))
    mo.does("decline-discussion")
    mo.does("set-response-period", respond_by=date(2026, 6, 30), how_handled="We will ask the staff.")
    mo.does("post-letter")
    it_is(day, date(2026, 4, 15))
    mo.does("record-details", words="It was the person with glasses.")
    it_is(day, date(2026, 4, 16))
    mo.does("acknowledge-details")
    mo.does("post-letter")


def investigate(mo, day, *, sam):
    """A member of staff is asked, answers, and the answer is examined."""
    it_is(day, date(2026, 4, 17))
    mo.does("start-investigation")
    mo.does(
        "request-statement",
        person=str(sam),
        what_about="a talk at the desk",
        questions="What was said?\nHow did it end?",
        support="Your manager",
    )
    it_is(day, date(2026, 4, 22))
    mo.does("record-statement", words="I remember it.")
    it_is(day, date(2026, 4, 24))
    mo.does("examine", note="The two accounts agree.")


def meet(mo, day):
    """A meeting is offered, held and written about."""
    mo.does(
        "offer-meeting",
        safety="safe",
        meet_with="Sam Staff, Receptionist",
        place="1 Example Street\nExampleton",
        day_1=date(2026, 5, 5),
        time_1="10am",
    )
    mo.does("post-letter")
    it_is(day, date(2026, 4, 28))
    mo.does("accept-meeting")
    it_is(day, date(2026, 5, 5))
    # Five working days after Tuesday 5 May 2026.
    assert "Next, by Tuesday 12 May 2026" in mo.does("hold-meeting", note="Everybody spoke.")
    it_is(day, date(2026, 5, 8))
    mo.does(
        "send-meeting-letter",
        present="Pat Example\nSam Staff",
        what_took_place="Sam Staff apologised.",
        lessons="A greeting matters.",
        what_1="Training at the desk",
        who_1="The Service Manager",
        when_1="done",
        done_on_1=date(2026, 5, 7),
    )
    mo.does("post-letter")
    mo.does("send-update", done_so_far="We met.", still_to_do="The response.", expected_on=date(2026, 5, 20))
    mo.does("post-letter")


def answer(mo, rosa, day, *, sam):
    """The response is prepared, signed and posted."""
    it_is(day, date(2026, 5, 11))
    mo.does("complete-investigation")
    mo.does(
        "record-finding",
        should="Our policy says that everybody is greeted.",
        happened="The statement and the person agree.",
        fell_short="yes",
        impact="They felt unwelcome.",
        severity="2",
    )
    mo.does(
        "record-outcome",
        outcome="upheld",
        conclusion="You were spoken to rudely.",
        remedy_needed="yes",
        remedy="Training for everybody at the desk.",
    )
    mo.does(
        "prepare-response",
        how_considered="We asked and we met.",
        apology="We are sorry that nobody greeted you.",
        action_confirmation="taken",
        what_1="Training",
        who_1="The Service Manager",
        when_1="done",
        done_on_1=date(2026, 5, 8),
    )
    assert rosa.does("sign-response").startswith("The response is signed. The letter waits in the print queue")
    mo.does("post-letter")
    mo.does("tell-staff", news="outcome", people=str(sam), outcome_words="It was upheld. The desk was trained.")


def review(mo, max_, day):
    """The decision is reviewed, the final position posted, the case closed."""
    it_is(day, date(2026, 5, 20))
    mo.does("request-review", words="I still think that it was worse than you say.")
    it_is(day, date(2026, 6, 1))
    # Five working days after Monday 1 June 2026.
    assert "Next, by Monday 8 June 2026" in max_.does("complete-review", words="The decision stands.")
    max_.does(
        "send-review-outcome",
        how_reviewed="I read everything again.",
        position="Our decision stands.",
        reasons="Both accounts agree.",
    )
    mo.does("post-letter")
    assert mo.does("close-case", note="All is said.").startswith("The case is closed. Nothing with a date is due now.")


def test_a_practice_discusses_agrees_and_settles_on_the_pages(signed_in, neighbour, day):
    story = a_story(neighbour, by="olu", channel=Channel.TELEPHONE)
    olu = Desk(signed_in(neighbour, "olu"), story.reference)

    olu.does("send-written-record")
    olu.does("post-letter")
    olu.does("acknowledge", channel="telephone", note="He would like to talk.")
    it_is(day, date(2026, 4, 9))
    olu.does("tell-next-steps", note="He knows what comes next.")
    olu.does("request-discussion")
    said = olu.does("hold-discussion", respond_by=date(2026, 6, 30), note="We will look at the notes.")
    assert said.startswith("The discussion is recorded.")
    assert ("response_period_agreed", date(2026, 4, 9)) in story.events()
    olu.does("request-details", wanted="The name of the nurse.", channel="email")
    olu.does(
        "record-details", words="He sent it.", new_issue="yes", subject="staffing", issue_words="Nobody was there."
    )
    assert [issue.subject for issue in story.case.issues.order_by("number")] == ["values", "staffing"]
    olu.does("name-staff", person=str(neighbour.people["sam"]))
    assert "Named in the case Sam Staff, Receptionist" in olu.page.main
    it_is(day, date(2026, 4, 20))
    olu.does("agree-response-period", respond_by=date(2026, 7, 31))
    olu.does(
        "offer-meeting",
        safety="safe",
        meet_with="The practice manager",
        place="Here",
        day_1=date(2026, 4, 30),
        time_1="2pm",
        day_2=date(2026, 5, 1),
        time_2="10:30",
    )
    olu.does("post-letter")
    olu.does("decline-meeting")
    refused = olu.client.get(olu.address("decline-meeting"))
    assert "The last offer of a meeting has been answered" in read(refused).main
    assert olu.does("settle", satisfied="yes").startswith("It is recorded that the matter is settled")
