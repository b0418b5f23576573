"""Is an interview on the file with its note, is the note agreed, and is whoever was asked kept from the case?

April 2026: Maundy Thursday is the 2nd; Tuesday the 7th follows Easter.
"""

from datetime import date
from typing import Any

import pytest

from putright.casework.actions.agree_interview_note import agree_interview_note
from putright.casework.actions.record_interview import record_interview
from putright.casework.errors import ActionRefused
from putright.casework.queries.worklist import worklist_for
from putright.casework.verification import verify
from putright.domain.interviews import Interviewed
from tests.casework.offices import Office, Story, a_story

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)


@pytest.fixture
def story(commisceo: Office) -> Story:
    return a_story(commisceo)


def interviews(story: Story, who: str = "olu", **said: object) -> int:
    asked = {"whom": Interviewed.STAFF, "person": story.office.people[who], "support_told": True}
    story.does(record_interview, "mo", TUESDAY, **{**asked, "words": "I was at the desk.", "place": "Room 2", **said})
    return int(story.case.events.get(event="interview_held").number)


def test_the_note_says_with_whom_and_where_and_the_chronology_names_nobody(story: Story) -> None:
    interviews(story)

    assert story.case.documents.get(kind="interview").text == (
        "With Olu Officer, Complaints Officer, Room 2.\n\nI was at the desk."
    )
    assert story.case.events.get(event="interview_held").facts == {"whom": "staff", "channel": "in-person"}
    assert verify(story.office.means).misfits == ()


def test_whoever_works_here_may_not_see_the_case_from_then_on(story: Story) -> None:
    assert worklist_for(story.office.actor("olu", TUESDAY), TUESDAY).rows
    interviews(story)

    assert worklist_for(story.office.actor("olu", WEDNESDAY), WEDNESDAY).rows == ()


@pytest.mark.parametrize(("agrees", "words"), [(True, ""), (False, "It was half past nine.")])
def test_what_they_say_of_the_note_is_kept_once(story: Story, agrees: bool, words: str) -> None:
    number = interviews(story)
    story.does(agree_interview_note, "mo", WEDNESDAY, interview=number, agrees=agrees, words=words)

    kept = list(story.case.documents.filter(title="What they say of the note").values_list("text", flat=True))
    assert kept == ([words] if words else [])
    with pytest.raises(ActionRefused) as refused:
        story.does(agree_interview_note, "mo", WEDNESDAY, interview=number, agrees=True)
    assert refused.value.refusal.code == "already-agreed"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"support_told": False}, "support-not-told"),
        ({"words": " "}, "nothing-written"),
        ({"whom": Interviewed.SOMEBODY_ELSE, "person": None}, "nobody-named"),
    ],
)
def test_it_is_refused(story: Story, said: dict[str, Any], code: str) -> None:
    with pytest.raises(ActionRefused) as refused:
        interviews(story, **said)

    assert refused.value.refusal.code == code
    assert not story.case.named.exists()


def test_nobody_interviews_themselves(story: Story) -> None:
    with pytest.raises(ActionRefused) as refused:
        interviews(story, "mo")

    assert refused.value.refusal.code == "oneself"
