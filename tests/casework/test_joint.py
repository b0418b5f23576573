"""Do two bodies that answer together owe what regulation 9 asks, give one answer, and can one of them leave again?

Thursday 2 April 2026 is the day before Good Friday; Tuesday 7 April follows Easter Monday.
"""

from datetime import date

import pytest

from putright.casework.actions.join_complaint import join_complaint
from putright.casework.actions.leave_joint import leave_joint
from putright.casework.actions.post_letter import post_letter
from putright.casework.actions.record_contribution import record_contribution
from putright.casework.actions.record_lead_request import record_lead_request
from putright.casework.actions.record_sharing import record_sharing
from putright.casework.actions.request_contribution import request_contribution
from putright.casework.actions.send_contribution import send_contribution
from putright.casework.errors import ActionRefused
from putright.casework.other_bodies import BodyTold
from putright.casework.queries.case_page import CasePage, case_page
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.joint import JointPart
from putright.records.models import Document, Event, OutboxLetter
from tests.casework.offices import Office, Story, a_story, at
from tests.letters.reading import all_text, opened

TUESDAY, WEDNESDAY, FRIDAY = date(2026, 4, 7), date(2026, 4, 8), date(2026, 4, 10)
LATER = date(2026, 4, 30)
HOSPITAL = BodyTold(name="Exampleton General Hospital", address=("9 Hill Road", "Exampleton", "EX9 9ZZ"))
CODE = "not-in-the-register"


def page(story: Story, on: date) -> CasePage:
    return case_page(story.office.actor("mo", on), story.reference, on, now=at(on))


def owed(story: Story, on: date) -> dict[str, date | None]:
    """What the law asks that is still to be done."""
    return {one.duty.step: one.duty.due_on for one in page(story, on).to_do if one.duty.procedure == "england-2009"}


def posted(story: Story, name: str, on: date) -> None:
    letter = OutboxLetter.objects.get(case=story.case, name=name, state="queued")
    story.does(post_letter, "mo", on, letter=letter.document.number)


def text_of(story: Story, name: str) -> str:
    paper = Document.objects.filter(letter__case=story.case, letter__name=name).latest("number")
    return " ".join(all_text(opened(story.office.means.files.read(paper.stored_as or ""))).split())


def agreed(story: Story) -> None:
    story.does(record_sharing, "mo", TUESDAY, body=CODE, agreed=True, words="Yes, one answer would be good.")


def joined(story: Story, part: JointPart, on: date = TUESDAY) -> None:
    agreed(story)
    story.does(join_complaint, "mo", on, other=HOSPITAL, part=part, why="You were with both of us.")


@pytest.fixture
def story(commisceo: Office) -> Story:
    return a_story(commisceo)


class TestTheOneThatLeads:
    def test_owes_the_answer_for_both_and_tells_the_person(self, story: Story) -> None:
        joined(story, JointPart.LEAD)

        assert owed(story, TUESDAY)["respond"] == date(2026, 10, 1)
        assert "We will answer you for both of us." in text_of(story, "joint-notice")
        assert page(story, TUESDAY).intake.joint is not None

    def test_asks_the_other_and_knows_what_has_not_come(self, story: Story) -> None:
        joined(story, JointPart.LEAD)
        story.does(
            request_contribution, "mo", TUESDAY, body=CODE, questions=("How long was the wait?",), reply_by=LATER
        )
        posted(story, "contribution-request", WEDNESDAY)
        shown = page(story, WEDNESDAY).intake.joint

        assert shown is not None
        assert [(one.asked_on, one.reply_by, one.is_open) for one in shown.contributions] == [(WEDNESDAY, LATER, True)]
        assert "co-operate" not in owed(story, WEDNESDAY)
        assert "I was spoken to rudely at the desk." in text_of(story, "contribution-request")

    def test_puts_what_came_to_what_was_asked(self, story: Story) -> None:
        joined(story, JointPart.LEAD)
        asks = {"body": CODE, "questions": ("How long was the wait?",), "reply_by": LATER}
        story.does(request_contribution, "mo", TUESDAY, **asks, body_channel=Channel.EMAIL)
        entry = Event.objects.get(case=story.case, event="contribution_requested").number
        story.does(record_contribution, "mo", FRIDAY, request=entry, words="Three hours.")
        shown = page(story, FRIDAY).intake.joint

        assert shown is not None
        assert shown.open_contributions == ()
        assert verify(story.office.means).misfits == ()
        with pytest.raises(ActionRefused) as refused:
            story.does(record_contribution, "mo", FRIDAY, request=entry, words="Again.")
        assert refused.value.refusal.code == "already-answered"

    def test_does_not_answer_as_a_contributor(self, story: Story) -> None:
        joined(story, JointPart.LEAD)
        with pytest.raises(ActionRefused) as refused:
            story.does(send_contribution, "mo", WEDNESDAY, what_we_did="We asked.", findings="Nothing.")

        assert refused.value.refusal.code == "not-contributor"
        assert refused.value.refusal.authority == "SI 2009/309 reg 9"


class TestAContributor:
    def test_owes_no_answer_but_what_the_lead_asks(self, story: Story) -> None:
        joined(story, JointPart.CONTRIBUTOR)
        assert owed(story, TUESDAY).keys().isdisjoint({"respond", "respond-as-told", "keep-informed", "co-operate"})

        story.does(record_lead_request, "mo", WEDNESDAY, words="What did you find?", reply_by=LATER)
        assert "co-operate" in owed(story, WEDNESDAY)

        story.does(send_contribution, "mo", FRIDAY, what_we_did="We asked Sam.", findings="He was rude.")
        posted(story, "contribution", FRIDAY)
        assert "co-operate" not in owed(story, FRIDAY)
        assert "He was rude." in text_of(story, "contribution")
        assert "and it will come from them" in text_of(story, "joint-notice")

    def test_that_leaves_owes_its_own_answer_from_the_first_day(self, story: Story) -> None:
        joined(story, JointPart.CONTRIBUTOR)
        story.does(leave_joint, "mo", WEDNESDAY, why="The hospital needs longer than we do.")

        assert owed(story, WEDNESDAY)["respond"] == date(2026, 10, 1)
        assert "We will now answer you ourselves" in text_of(story, "joint-ended")
        assert page(story, WEDNESDAY).intake.joint is None

    def test_can_join_again_with_another_part(self, story: Story) -> None:
        joined(story, JointPart.CONTRIBUTOR)
        posted(story, "joint-notice", TUESDAY)
        story.does(leave_joint, "mo", WEDNESDAY, why="They asked us to lead.")
        story.does(join_complaint, "mo", WEDNESDAY, other=HOSPITAL, part=JointPart.LEAD, why="We have most of it.")

        assert owed(story, WEDNESDAY)["respond"] == date(2026, 10, 1)


class TestJoining:
    def test_needs_the_person_to_agree_that_the_other_is_told(self, story: Story) -> None:
        with pytest.raises(ActionRefused) as refused:
            story.does(join_complaint, "mo", TUESDAY, other=HOSPITAL, part=JointPart.LEAD, why="It is about both.")

        assert refused.value.refusal.code == "sharing-not-agreed"

    @pytest.mark.parametrize(
        ("part", "code"), [(JointPart.LEAD, "already-joined"), (JointPart.CONTRIBUTOR, "already-joined")]
    )
    def test_is_done_once_with_each(self, story: Story, part: JointPart, code: str) -> None:
        joined(story, JointPart.LEAD)
        with pytest.raises(ActionRefused) as refused:
            story.does(join_complaint, "mo", WEDNESDAY, other=HOSPITAL, part=part, why="It is about both.")

        assert refused.value.refusal.code == code

    def test_has_one_that_leads(self, story: Story) -> None:
        joined(story, JointPart.LEAD)
        story.does(record_sharing, "mo", TUESDAY, body="nhs-england", agreed=True, words="Them too.")
        with pytest.raises(ActionRefused) as refused:
            story.does(
                join_complaint,
                "mo",
                WEDNESDAY,
                other=BodyTold(code="nhs-england"),
                part=JointPart.CONTRIBUTOR,
                why="It is about them as well.",
            )

        assert refused.value.refusal.code == "one-leads"
