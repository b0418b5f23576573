"""Can a response be sent without what regulation 14(2) requires, or by whom it may not be signed?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from putright.casework.actions.appoint_person import appoint_person
from putright.casework.actions.cancel_letter import cancel_letter
from putright.casework.actions.end_appointment import end_appointment
from putright.casework.actions.post_letter import post_letter
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.sign_response import sign_response
from putright.casework.errors import ActionRefused
from putright.casework.queries.response_page import response_page
from putright.casework.response_draft import Draft, as_text, from_text
from putright.domain.access import Role
from putright.domain.issues import Outcome
from putright.domain.response import ActionConfirmation, ResponsePart
from putright.letters.facts import Improvement
from putright.records.models import Appointment, OutboxLetter
from tests.casework.offices import SET_UP_ON, Office, Story, a_story, at

ON = date(2026, 5, 12)
COMPLETE = Draft(
    how_considered="We asked the receptionist and read the log.",
    action_confirmation=ActionConfirmation.TAKEN_AND_PROPOSED,
    action_details="Training was held.",
    apology="We are sorry.",
    suggestions=("A talk with the manager.",),
    improvements=(
        Improvement(what="Training", who="The manager", done_on=date(2026, 5, 1), due_on=None),
        Improvement(what="A new sign", who="The manager", due_on=date(2026, 6, 1)),
    ),
)


@pytest.fixture
def story(commisceo: Office) -> Story:
    return a_story(commisceo)


def concluded(story: Story) -> None:
    story.does(
        record_outcome,
        "mo",
        ON,
        issue=1,
        outcome=Outcome.UPHELD,
        conclusion="You were spoken to rudely.",
        remedy_needed=True,
        remedy="Training for the desk.",
    )


def drafted(story: Story, draft: Draft = COMPLETE) -> None:
    concluded(story)
    story.does(prepare_response, "mo", ON, draft=draft)


def refusal_codes(story: Story, who: str, on: date = ON) -> list[str]:
    with pytest.raises(ActionRefused) as refused:
        story.does(sign_response, who, on)
    return [each.code for each in refused.value.refusals]


class TestWhatIsMissing:
    def test_is_named_each_part_by_its_own_code(self, story: Story) -> None:
        story.does(prepare_response, "mo", ON, draft=Draft(names_ombudsman=False))

        codes = refusal_codes(story, "rosa")

        assert codes == ["how-considered", "conclusions", "remedial-action", "action-confirmation", "health-ombudsman"]

    @pytest.mark.parametrize(
        ("draft", "part"),
        [
            (replace(COMPLETE, how_considered=" "), ResponsePart.HOW_CONSIDERED),
            (replace(COMPLETE, action_confirmation=None), ResponsePart.ACTION_CONFIRMATION),
            (replace(COMPLETE, action_confirmation=ActionConfirmation.NONE_NEEDED), ResponsePart.ACTION_CONFIRMATION),
            (replace(COMPLETE, names_ombudsman=False), ResponsePart.HEALTH_OMBUDSMAN),
        ],
    )
    def test_refuses_the_signature_by_itself(self, story: Story, draft: Draft, part: ResponsePart) -> None:
        drafted(story, draft)

        assert refusal_codes(story, "rosa") == [part.value]
        assert not OutboxLetter.objects.exists()

    def test_is_shown_while_the_response_is_drafted(self, story: Story) -> None:
        drafted(story, replace(COMPLETE, how_considered=""))

        page = response_page(story.office.actor("mo", ON), story.reference, ON)

        assert [part.code for part in page.missing] == [ResponsePart.HOW_CONSIDERED, ResponsePart.SIGNING_AUTHORITY]


class TestWhoSigns:
    def test_the_responsible_person_does(self, story: Story) -> None:
        drafted(story)

        story.does(sign_response, "rosa", ON)

        assert story.events()[-1] == ("response_signed", ON)
        assert story.case.signed_by_id == story.office.people["rosa"]

    @pytest.mark.parametrize("who", ["mo", "olu"])
    def test_nobody_else_does(self, story: Story, who: str) -> None:
        drafted(story)

        assert refusal_codes(story, who) == ["not-your-role"]

    def test_a_delegate_does_while_the_authority_lasts(self, story: Story) -> None:
        drafted(story)
        delegate(story.office, until=ON)

        story.does(sign_response, "olu", ON)

        assert story.case.signed_by_id == story.office.people["olu"]

    def test_a_delegate_does_not_on_a_day_before_the_authority_began(self, story: Story) -> None:
        drafted(story)
        delegate(story.office, on=ON + timedelta(days=1))

        with pytest.raises(ActionRefused) as refused:
            sign_response(
                actor=story.office.actor("olu", ON + timedelta(days=1)),
                case=story.reference,
                on=ON,
                now=at(ON + timedelta(days=1)),
                means=story.office.means,
            )

        assert refused.value.refusal.code == "signing-authority"

    def test_a_delegate_does_not_once_the_authority_was_ended(self, story: Story) -> None:
        drafted(story)
        delegate(story.office)
        held = Appointment.objects.get(role=Role.DELEGATE)
        end_appointment(
            actor=story.office.actor("ada"), appointment=held.pk, last_day=ON - timedelta(days=1), now=at(ON)
        )

        assert refusal_codes(story, "olu") == ["not-your-role"]

    def test_only_the_responsible_person_makes_somebody_a_delegate(self, commisceo: Office) -> None:
        with pytest.raises(ActionRefused) as refused:
            appoint_person(
                actor=commisceo.actor("ada"),
                person=commisceo.people["olu"],
                role=Role.DELEGATE,
                on=ON,
                now=at(ON),
                authorised_by=commisceo.people["mo"],
            )

        assert refused.value.refusal.code == "not-authorised"


def delegate(office: Office, *, on: date = SET_UP_ON, until: date | None = None) -> None:
    appoint_person(
        actor=office.actor("ada"),
        person=office.people["olu"],
        role=Role.DELEGATE,
        on=on,
        now=at(on),
        until=until,
        authorised_by=office.people["rosa"],
    )


class TestASignedResponse:
    def test_waits_to_be_posted_and_is_sent_when_it_is(self, story: Story) -> None:
        drafted(story)
        signed = story.does(sign_response, "rosa", ON)
        assert story.case.status == "open"

        story.does(post_letter, "olu", ON, letter=signed.letter)

        assert story.events()[-1] == ("response_sent", ON)
        assert story.case.status == "responded"

    def test_that_is_put_aside_loses_its_signature_and_can_be_signed_again(self, story: Story) -> None:
        drafted(story)
        signed = story.does(sign_response, "rosa", ON)
        story.does(cancel_letter, "mo", ON, letter=signed.letter)
        assert story.case.signed_by is None

        story.does(sign_response, "rosa", ON)

        assert [event for event, _ in story.events()].count("response_signed") == 2


def test_a_draft_is_kept_and_read_back_as_it_was() -> None:
    assert from_text(as_text(COMPLETE)) == COMPLETE
    assert from_text(as_text(Draft())) == Draft()
