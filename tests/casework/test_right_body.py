"""Does a complaint get to the body that must answer it, with the law's clocks and the person's agreement kept?

Thursday 2 April 2026 is the day before Good Friday; Tuesday 7 April follows Easter Monday.
"""

from datetime import date
from pathlib import Path

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.ask_to_share import ask_to_share
from putright.casework.actions.keep_complaint import keep_complaint
from putright.casework.actions.name_provider import name_provider
from putright.casework.actions.pass_on_complaint import pass_on_complaint
from putright.casework.actions.post_letter import post_letter
from putright.casework.actions.record_sharing import record_sharing
from putright.casework.actions.send_by_email import send_by_email
from putright.casework.actions.transfer_complaint import transfer_complaint
from putright.casework.errors import ActionRefused
from putright.casework.other_bodies import BodyTold
from putright.casework.queries.case_page import CasePage, case_page
from putright.casework.queries.follow import follow
from putright.casework.said import PersonSaid
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.standing import Basis
from putright.domain.vocabulary import CaseStatus
from putright.records.models import Body, Document, Event, OutboxLetter
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, an_office, at, received
from tests.letters.reading import all_text, opened

TUESDAY, WEDNESDAY, FRIDAY = date(2026, 4, 7), date(2026, 4, 8), date(2026, 4, 10)
HOSPITAL = BodyTold(name="Exampleton General Hospital", address=("9 Hill Road", "Exampleton", "EX9 9ZZ"))
ENGLAND = BodyTold(code="nhs-england")
WHY = "It is about their ward. We do not run it."


@pytest.fixture
def story(commisceo: Office) -> Story:
    return a_story(commisceo)


@pytest.fixture
def board(db: None, tmp_path: Path) -> Office:
    """A commissioner."""
    office = an_office(tmp_path, procedure="nw-london-icb", code="an-example-board")
    Body.objects.filter(code="an-example-board").update(kind="commissioner")
    return office


def page(story: Story, on: date) -> CasePage:
    return case_page(story.office.actor("mo", on), story.reference, on, now=at(on))


def sent_on(story: Story, **said: object) -> None:
    plain = {"to": HOSPITAL, "why": WHY, "agreed_by": Channel.TELEPHONE}
    story.does(transfer_complaint, "mo", TUESDAY, **{**plain, **said})


def letter(story: Story, name: str) -> OutboxLetter:
    return OutboxLetter.objects.get(case=story.case, name=name)


def posted(story: Story, name: str, on: date) -> None:
    story.does(post_letter, "mo", on, letter=letter(story, name).document.number)


def facts(story: Story, event: str) -> dict[str, object]:
    return dict(Event.objects.filter(case=story.case, event=event).latest("number").facts)


class TestAComplaintForAnotherBody:
    def test_ends_here_on_the_day_on_which_it_goes_and_not_before(self, story: Story) -> None:
        sent_on(story)
        assert page(story, TUESDAY).status is CaseStatus.OPEN

        posted(story, "complaint-sent-on", WEDNESDAY)
        after = page(story, WEDNESDAY)

        assert after.status is CaseStatus.TRANSFERRED
        assert after.to_do == ()
        assert story.case.is_open is False
        assert facts(story, "transferred") == {"to": "not-in-the-register", "channel": "letter"}

    def test_and_the_person_is_told_even_after_that(self, story: Story) -> None:
        sent_on(story)
        posted(story, "complaint-sent-on", WEDNESDAY)
        posted(story, "transfer-notice", FRIDAY)

        assert story.events()[-1] == ("transfer_told", FRIDAY)
        assert verify(story.office.means).misfits == ()

    def test_by_our_own_secure_mailbox_has_gone_at_once(self, story: Story) -> None:
        sent_on(story, body_channel=Channel.EMAIL)

        assert page(story, TUESDAY).status is CaseStatus.TRANSFERRED
        assert letter(story, "transfer-notice").state == "queued"

    def test_keeps_what_was_missed_by_then(self, story: Story) -> None:
        # Three working days after Maundy Thursday: Tuesday, Wednesday, Thursday 9 April.
        story.does(transfer_complaint, "mo", FRIDAY, to=HOSPITAL, why=WHY, agreed_by=Channel.TELEPHONE)
        posted(story, "complaint-sent-on", FRIDAY)

        missed = {one.duty.step: one.duty.missed_on for one in page(story, FRIDAY).duties if one.duty.missed_on}
        assert missed["acknowledge"] == FRIDAY

    def test_takes_with_it_all_that_the_other_body_needs(self, commisceo: Office) -> None:
        story = a_story(
            commisceo,
            basis=Basis.REQUESTED,
            patient=PersonSaid(name="Rosa Quill", nhs_number="999 000 0018", born_on=date(1951, 3, 9)),
            outcome_wanted="An apology.",
        )
        story.does(acknowledge, "mo", MAUNDY_THURSDAY, channel=Channel.TELEPHONE)
        sent_on(story)
        text = text_of(story, "complaint-sent-on")

        for part in (
            *("Pat Example", "Rosa Quill", "999 000 0018", "9 March 1951", "I was spoken to rudely at the desk."),
            *("An apology.", "by letter on 2 April 2026", "We told the person on 2 April 2026 that we have it."),
            *("by phone on 7 April 2026 that we may send it", "You have three working days", "16 March 2026"),
        ):
            assert part in text, part

    def test_says_when_nobody_could_ask_the_person_and_why(self, story: Story) -> None:
        sent_on(story, agreed_by=None, without_asking="There is no address and no number.")

        assert "could not be asked" in text_of(story, "complaint-sent-on")
        assert "You told us that we may send it." not in text_of(story, "transfer-notice")

    def test_is_not_sent_against_what_the_person_said(self, story: Story) -> None:
        story.does(record_sharing, "mo", TUESDAY, body="nhs-england", agreed=False, words="No.")

        with pytest.raises(ActionRefused) as refused:
            sent_on(story, to=BodyTold(code="nhs-england"), agreed_by=None, without_asking="It seemed best.")

        assert refused.value.refusal.code == "sharing-refused"

    def test_is_sent_once_they_have_changed_their_mind(self, story: Story) -> None:
        story.does(record_sharing, "mo", TUESDAY, body="nhs-england", agreed=False, words="No.")
        story.does(record_sharing, "mo", TUESDAY, body="nhs-england", agreed=True, words="Yes, after all.")
        sent_on(story, to=ENGLAND, agreed_by=None)

        assert ("letter_prepared", TUESDAY) in story.events()

    def test_takes_the_address_of_the_register(self, story: Story) -> None:
        sent_on(story, to=ENGLAND)

        text = text_of(story, "complaint-sent-on")

        assert [part in text for part in ("NHS England", "PO Box 16738", "Redditch", "B97 9PT")] == [True] * 4

    def test_goes_to_no_machine(self, story: Story) -> None:
        sent_on(story)

        with pytest.raises(ActionRefused):
            story.does(send_by_email, "mo", TUESDAY, letter=letter(story, "complaint-sent-on").document.number)


def passed_here(office: Office) -> Story:
    """A complaint that NHS England received on 2 April and passed here, where it came on the 8th."""
    receipt = received(office, on=WEDNESDAY, first_received_on=MAUNDY_THURSDAY, from_body="nhs-england")
    return Story(office, receipt.reference)


class TestAskingOnTheTelephone:
    def test_keeps_what_an_organisation_is_called_that_is_not_in_the_register(self, story: Story) -> None:
        said = {"body": HOSPITAL, "why": "They know what happened.", "channel": Channel.TELEPHONE}
        story.does(ask_to_share, "mo", TUESDAY, **said)

        assert [other.name for other in page(story, TUESDAY).intake.others] == [HOSPITAL.name]


class TestTheBodyThatGetsIt:
    def test_counts_its_three_days_from_its_own_receipt_and_six_months_from_the_first(self, commisceo: Office) -> None:
        story = passed_here(commisceo)
        owed = (one.duty for one in page(story, WEDNESDAY).duties)
        duties = {duty.step: duty for duty in owed if duty.procedure == "england-2009"}

        assert duties["acknowledge"].due_on == date(2026, 4, 13)  # Thursday, Friday, Monday
        assert duties["respond"].due_on == date(2026, 10, 1)  # six months beginning with 2 April
        assert facts(story, "received")["from_body"] == "nhs-england"

    def test_says_on_its_page_from_whom_it_came(self, commisceo: Office) -> None:
        story = passed_here(commisceo)
        entry = next(entry for entry in page(story, WEDNESDAY).chronology if entry.event == "received")

        assert ("Received first by", "NHS England") in entry.said

    def test_must_say_when_as_well_as_from_whom(self, commisceo: Office) -> None:
        with pytest.raises(ActionRefused) as refused:
            received(commisceo, from_body="nhs-england")

        assert refused.value.refusal.code == "from-whom-and-when"


class TestACommissioner:
    @pytest.fixture
    def story(self, board: Office) -> Story:
        story = a_story(board)
        story.does(name_provider, "mo", TUESDAY, provider=HOSPITAL)
        return story

    def test_owes_the_question_and_the_decision_once_it_knows_the_provider(self, story: Story) -> None:
        owed = {one.duty.step: one.duty.cites for one in page(story, TUESDAY).to_do}

        assert owed["ask-to-share"] == "SI 2009/309 reg 7(3)(a)"
        assert owed["keep-or-pass"] == "SI 2009/309 reg 7(4) and (5)"
        assert "share-details" not in owed

    def test_asks_by_a_letter_with_a_form(self, story: Story) -> None:
        story.does(ask_to_share, "mo", TUESDAY, body=HOSPITAL, why="They know what happened.")
        posted(story, "sharing-request", WEDNESDAY)

        assert "If you say no, we will not tell them." in text_of(story, "sharing-request")
        assert "ask-to-share" not in {one.duty.step for one in page(story, WEDNESDAY).to_do}

    def test_passes_it_on_if_the_person_agrees_and_the_provider_must_answer(self, story: Story) -> None:
        self.agrees(story, agreed=True)
        story.does(pass_on_complaint, "mo", WEDNESDAY, why="They gave the care.", body_channel=Channel.EMAIL)
        after = page(story, WEDNESDAY)

        assert after.status is CaseStatus.TRANSFERRED
        assert [one.duty.step for one in after.to_do] == ["tell-passed-on"]
        assert "You must deal with this complaint." in text_of(story, "complaint-passed-on")

        posted(story, "transfer-notice", FRIDAY)
        assert page(story, FRIDAY).to_do == ()

    def test_keeps_it_and_asks_the_provider_if_the_person_agrees(self, story: Story) -> None:
        self.agrees(story, agreed=True)
        story.does(keep_complaint, "mo", WEDNESDAY, why="You asked us to.", questions=("Who was there?",))
        text = text_of(story, "provider-notice")

        assert "Pat Example" in text
        assert "Who was there?" in text
        posted(story, "provider-notice", FRIDAY)
        posted(story, "kept-notice", FRIDAY)
        owed = {one.duty.step for one in page(story, FRIDAY).to_do}
        assert owed.isdisjoint({"keep-or-pass", "tell-provider", "share-details"})
        assert page(story, FRIDAY).status is CaseStatus.OPEN

    def test_keeps_it_without_a_word_to_the_provider_of_whose_it_is_if_they_do_not(self, story: Story) -> None:
        self.agrees(story, agreed=False)
        story.does(keep_complaint, "mo", WEDNESDAY, why="You asked us to.", questions=("Who was there?",))
        text = text_of(story, "provider-notice")

        assert "Pat Example" not in text
        assert "rudely" not in text
        assert "Who was there?" not in text
        posted(story, "provider-notice", FRIDAY)
        assert not Event.objects.filter(case=story.case, event="details_shared").exists()

    @pytest.mark.parametrize("action", [keep_complaint, pass_on_complaint])
    def test_decides_only_after_asking(self, story: Story, action: object) -> None:
        with pytest.raises(ActionRefused) as refused:
            story.does(action, "mo", WEDNESDAY, why="They gave the care.")

        assert refused.value.refusal.code in ("sharing-not-asked", "sharing-not-agreed")
        assert refused.value.refusal.authority.startswith("SI 2009/309 reg 7")

    def test_is_the_only_one_to_whom_this_is_offered(self, commisceo: Office) -> None:
        choices = {choice.action: choice for choice in page(a_story(commisceo), MAUNDY_THURSDAY).choices}

        refusals = {choices[name].refusal for name in ("name_provider", "keep_complaint", "pass_on_complaint")}
        assert {refusal.code for refusal in refusals if refusal} == {"not-a-commissioner"}

    @staticmethod
    def agrees(story: Story, *, agreed: bool) -> None:
        story.does(record_sharing, "mo", TUESDAY, body="not-in-the-register", agreed=agreed, words="They said so.")


def test_the_person_reads_on_their_page_where_it_went(commisceo: Office) -> None:
    receipt = received(commisceo)
    story = Story(commisceo, receipt.reference)
    sent_on(story, body_channel=Channel.EMAIL)
    posted(story, "transfer-notice", TUESDAY)
    seen = follow(receipt.reference, receipt.secret, TUESDAY, now=at(TUESDAY))

    assert seen.status_words == "Your complaint went to another organisation."
    assert "We told you which organisation has your complaint now." in [one.words for one in seen.happened]


def text_of(story: Story, name: str) -> str:
    """What stands in the PDF of a letter."""
    paper = Document.objects.get(letter__case=story.case, letter__name=name)
    return " ".join(all_text(opened(story.office.means.files.read(paper.stored_as or ""))).split())
