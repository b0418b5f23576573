"""Is a complaint withdrawn by whoever may, confirmed in writing, and looked into all the same where that is said?"""

from datetime import date
from typing import Any

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.confirm_withdrawal import confirm_withdrawal
from putright.casework.actions.record_learning import record_learning
from putright.casework.actions.reopen_case import reopen_case
from putright.casework.actions.withdraw import withdraw
from putright.casework.errors import ActionRefused
from putright.casework.queries.follow import page_shown
from putright.casework.said import PersonSaid
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.standing import Basis
from putright.domain.vocabulary import CaseStatus
from putright.records.models import OutboxLetter
from tests.casework.offices import Office, Story, a_story

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
