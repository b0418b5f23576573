"""Is a complaint withdrawn by whoever may, confirmed in writing, and looked into all the same where that is said?"""

from datetime import date
from typing import Any

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.answer_take_up import answer_take_up
from putright.casework.actions.ask_to_go_on import ask_to_go_on
from putright.casework.actions.confirm_withdrawal import confirm_withdrawal
from putright.casework.actions.issue_follow_link import issue_follow_link
from putright.casework.actions.record_learning import record_learning
from putright.casework.actions.reopen_case import reopen_case
from putright.casework.actions.withdraw import withdraw
from putright.casework.actions.withdraw_by_link import withdraw_by_link
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.follow_links import link_of
from putright.casework.queries.follow import page_shown
from putright.casework.said import PersonSaid
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.standing import Basis
from putright.domain.vocabulary import CaseStatus
from putright.records.models import FollowLink, OutboxLetter
from tests.casework.offices import Office, Story, a_story, at

pytestmark = pytest.mark.django_db

# 2026: Good Friday is 3 April, Easter Monday 6 April, a bank holiday 4 May; 25 May another.
SAID = date(2026, 4, 14)
CONFIRM_BY = date(2026, 4, 21)  # five working days after Tuesday 14 April
LEARN_BY = date(2026, 6, 11)  # forty
GWEN = PersonSaid(name="Gwen Example", address=("3 Sample Road",), born_on=date(1958, 5, 1))


def owed(story: Story) -> dict[str, tuple[str, date | None]]:
    rows = story.case.duties.filter(procedure="withdrawal").exclude(state="not-started")
    return {row.step: (row.state, row.due_on) for row in rows}


def next_due_on(story: Story) -> date | None:
    return story.case.next_due_on


def refusal(story: Story, action: Any, **said: Any) -> str:
    with pytest.raises(ActionRefused) as refused:
        story.does(action, "mo", SAID, **said)
    return refused.value.refusal.code


class TestItsConfirmation:
    def test_goes_with_it_and_is_met_when_it_is_posted(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        done = story.does(withdraw, "mo", SAID, channel=Channel.TELEPHONE, confirmed_by=Channel.LETTER)
        assert (story.case.status, owed(story)) == (
            CaseStatus.WITHDRAWN,
            {"confirm-withdrawal": ("open", CONFIRM_BY)},
        )

        story.posts("mo", SAID, done)
        assert owed(story) == {"confirm-withdrawal": ("met", CONFIRM_BY)}
        assert refusal(story, confirm_withdrawal) == "nothing-to-confirm"
        assert verify(commisceo.means).misfits == ()

    def test_is_owed_until_it_is_written(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(withdraw, "mo", SAID)
        assert next_due_on(story) == CONFIRM_BY

        story.posts("mo", SAID, story.does(confirm_withdrawal, "mo", SAID))
        assert next_due_on(story) is None
        words = [happened.words for happened in page_shown(story.case, SAID).happened]
        assert words[-2:] == ["You withdrew your complaint.", "We confirmed that in writing."]

    def test_is_owed_no_longer_once_it_is_taken_up_again_with_its_days(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(withdraw, "mo", SAID)
        story.does(reopen_case, "mo", date(2026, 4, 15), reason="She thought better of it.")

        assert owed(story)["confirm-withdrawal"][0] == "cancelled"
        law = story.case.duties.get(step="respond", procedure="england-2009")
        assert (law.state, law.due_on) == ("open", date(2026, 10, 1))


class TestWhoWantsToGoOnAfterAll:
    """They ask on Monday 20 April 2026; five working days after that is Monday 27 April."""

    ASKED, ANSWER_BY = date(2026, 4, 20), date(2026, 4, 27)
    YEARS_AFTER = date(2027, 11, 8)

    def asked(self, office: Office, on: date = ASKED, **said: Any) -> tuple[Story, int]:
        story = a_story(office, **said)
        given = issue_follow_link(actor=office.actor("mo", on), case=story.reference, on=on, now=at(on))
        link = link_of(given.secret)
        assert link is not None
        story.posts("mo", SAID, story.does(withdraw, "mo", SAID, confirmed_by=Channel.LETTER))
        self.asks(story, link.pk, on)
        return story, link.pk

    def asks(self, story: Story, link: int, on: date = ASKED) -> None:
        ask_to_go_on(link=link, words="My sister talked me into it.", on=on, now=at(on, 11), means=story.office.means)

    def test_is_owed_an_answer_and_takes_it_up_with_the_days_that_it_had(self, commisceo: Office) -> None:
        story, link = self.asked(commisceo)
        assert owed(story)["answer-take-up"] == ("open", self.ANSWER_BY)
        assert story.case.events.get(event="take_up_asked").by_id is None
        assert story.case.documents.get(kind="message").text == "My sister talked me into it."

        done = story.does(answer_take_up, "mo", self.ASKED, accepted=True, words="Mo will ring you.")
        assert story.case.status == CaseStatus.OPEN
        law = story.case.duties.get(step="respond", procedure="england-2009")
        assert (law.state, law.due_on) == ("open", date(2026, 10, 1))
        assert owed(story)["answer-take-up"] == ("open", self.ANSWER_BY)  # until the letter has gone
        story.posts("mo", self.ASKED, done)
        assert owed(story)["answer-take-up"] == ("met", self.ANSWER_BY)
        words = [happened.words for happened in page_shown(story.case, self.ASKED).happened]
        assert words[-3:] == [
            "You told us that you want to go on with your complaint.",
            "We opened your case again.",
            "We wrote to you what happens with your complaint.",
        ]
        assert verify(commisceo.means).misfits == ()
        with pytest.raises(ActionRefused) as refused:
            self.asks(story, link)
        assert refused.value.refusal.code == "not-withdrawn"

    def test_is_still_told_where_the_case_was_opened_again_without_a_word(self, commisceo: Office) -> None:
        story, _ = self.asked(commisceo)
        story.does(reopen_case, "mo", self.ASKED, reason="She thought better of it.")
        assert owed(story)["answer-take-up"] == ("open", self.ANSWER_BY)
        with pytest.raises(ActionRefused) as refused:
            story.does(answer_take_up, "mo", self.ASKED, accepted=False, words="No.")
        assert refused.value.refusal.code == "already-open-again"

        story.posts("mo", self.ASKED, story.does(answer_take_up, "mo", self.ASKED, accepted=True, words=""))
        assert owed(story)["answer-take-up"] == ("met", self.ANSWER_BY)
        assert story.case.events.filter(event="reopened").count() == 1

    def test_asks_once(self, commisceo: Office) -> None:
        story, link = self.asked(commisceo)
        with pytest.raises(ActionRefused) as refused:
            self.asks(story, link)

        assert refused.value.refusal.code == "already-asked"

    def test_is_not_turned_away_in_the_time_of_the_law(self, commisceo: Office) -> None:
        story, _ = self.asked(commisceo)
        said: dict[str, Any] = {"accepted": False, "words": "It is long ago."}
        with pytest.raises(ActionRefused) as refused:
            story.does(answer_take_up, "mo", self.ASKED, **said)

        assert (refused.value.refusal.code, story.case.status) == ("still-in-time", CaseStatus.WITHDRAWN)

    def test_can_be_told_no_after_that_with_reasons(self, commisceo: Office) -> None:
        story, _ = self.asked(commisceo, self.YEARS_AFTER)
        with pytest.raises(ActionRefused) as refused:
            story.does(answer_take_up, "mo", self.YEARS_AFTER, accepted=False, words=" ")
        assert refused.value.refusal.code == "no-reasons"

        done = story.does(answer_take_up, "mo", self.YEARS_AFTER, accepted=False, words="Nobody is left to ask.")
        story.posts("mo", self.YEARS_AFTER, done)
        assert (story.case.status, owed(story)["answer-take-up"][0]) == (CaseStatus.WITHDRAWN, "met")

    def test_who_rings_is_recorded_with_the_answer(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.posts("mo", SAID, story.does(withdraw, "mo", SAID, confirmed_by=Channel.LETTER))
        said: dict[str, Any] = {"accepted": True, "words": "", "said_by": Channel.TELEPHONE}
        story.posts("mo", self.ASKED, story.does(answer_take_up, "mo", self.ASKED, **said))

        assert story.case.events.get(event="take_up_asked").facts == {"channel": "telephone"}
        with pytest.raises(ActionRefused) as refused:
            story.does(answer_take_up, "mo", self.ASKED, **said)
        assert refused.value.refusal.code == "not-withdrawn"

    def test_an_ended_link_asks_nothing(self, commisceo: Office) -> None:
        story, link = self.asked(commisceo)
        FollowLink.objects.filter(pk=link).update(revoked_at=at(self.ASKED))
        with pytest.raises(ActionRefused) as refused:
            self.asks(story, link)
        assert refused.value.refusal.code == "link-ended"
        with pytest.raises(NotFound):
            self.asks(story, 0)


class TestWhatIsLookedIntoAllTheSame:
    def test_is_finished_and_written_down(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(withdraw, "mo", SAID, goes_on_because="A door did not shut.", confirmed_by=Channel.LETTER)
        assert owed(story)["learn-all-the-same"] == ("open", LEARN_BY)

        story.does(record_learning, "mo", SAID, words="It shuts now.")
        assert owed(story)["learn-all-the-same"] == ("met", LEARN_BY)
        assert story.case.status == CaseStatus.WITHDRAWN
        assert refusal(story, record_learning, words="Again.") == "nothing-further"

    def test_is_told_in_a_letter_that_is_written_later(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(withdraw, "mo", SAID, goes_on_because="A door did not shut.")
        story.does(confirm_withdrawal, "mo", SAID)

        assert OutboxLetter.objects.filter(case=story.case, name="withdrawal-confirmed").count() == 1


class TestWhoSpeaksForAPatient:
    def spoken_for(self, office: Office, basis: Basis) -> Story:
        return a_story(office, channel=Channel.TELEPHONE, basis=basis, patient=GWEN)

    def test_cannot_end_what_is_the_patients(self, commisceo: Office) -> None:
        story = self.spoken_for(commisceo, Basis.REQUESTED)
        assert refusal(story, withdraw) == "patient-not-asked"

        story.does(withdraw, "mo", SAID, patient_agrees=True)
        assert story.case.status == CaseStatus.WITHDRAWN

    @pytest.mark.parametrize("basis", [Basis.DECEASED, Basis.LACKS_CAPACITY])
    def test_ends_it_where_the_patient_cannot_say(self, commisceo: Office, basis: Basis) -> None:
        story = self.spoken_for(commisceo, basis)
        story.does(withdraw, "mo", SAID)

        assert story.case.status == CaseStatus.WITHDRAWN


def test_nothing_is_left_of_the_law_once_it_is_withdrawn(commisceo: Office) -> None:
    story = a_story(commisceo)
    story.does(withdraw, "mo", SAID)

    assert refusal(story, acknowledge) == "case-withdrawn"


class TestByTheLink:
    """Said on Tuesday 14 April 2026; five working days after that is Tuesday 21 April."""

    def says(self, office: Office, **said: Any) -> tuple[Story, int]:
        story = a_story(office, **said)
        link = link_of(
            issue_follow_link(actor=office.actor("mo", SAID), case=story.reference, on=SAID, now=at(SAID)).secret
        )
        assert link is not None
        self.withdraws(story, link.pk)
        return story, link.pk

    def withdraws(self, story: Story, link: int) -> None:
        words = "It takes too much out of me."
        withdraw_by_link(link=link, words=words, on=SAID, now=at(SAID, 11), means=story.office.means)

    def test_it_is_withdrawn_confirmed_in_writing_and_taken_up_again(self, commisceo: Office) -> None:
        story, link = self.says(commisceo)
        withdrawn = story.case.events.get(event="withdrawn")
        assert (withdrawn.facts, withdrawn.by_id) == ({"channel": "online"}, None)
        assert owed(story)["confirm-withdrawal"] == ("open", CONFIRM_BY)
        assert story.case.documents.get(kind="message").text == "It takes too much out of me."
        with pytest.raises(ActionRefused):
            self.withdraws(story, link)

        story.posts("mo", SAID, story.does(confirm_withdrawal, "mo", SAID))
        ask_to_go_on(link=link, words="", on=SAID, now=at(SAID, 12), means=story.office.means)
        assert owed(story)["answer-take-up"][0] == "open"
        assert verify(commisceo.means).misfits == ()

    def test_what_is_the_patients_goes_on_until_they_were_asked(self, commisceo: Office) -> None:
        rosa = PersonSaid(name="Rosa Example", address=("3 Sample Row",), born_on=date(1950, 5, 5))
        story, link = self.says(commisceo, basis=Basis.REQUESTED, patient=rosa)
        assert story.case.status == CaseStatus.OPEN
        assert owed(story)["ask-patient"] == ("open", CONFIRM_BY)
        with pytest.raises(ActionRefused) as refused:
            self.withdraws(story, link)
        assert refused.value.refusal.code == "already-asked"

        story.does(withdraw, "mo", SAID, patient_agrees=True)
        assert owed(story)["ask-patient"][0] == "met"
