"""Is an easy read version signed and sent with its response, and missed where the person needs one?"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from putright.casework.actions.cancel_letter import cancel_letter
from putright.casework.actions.open_round import open_round
from putright.casework.actions.post_letter import post_letter
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_adjustments import record_adjustments
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.sign_response import sign_response
from putright.casework.actions.write_easy_read import write_easy_read
from putright.casework.errors import ActionRefused
from putright.casework.queries.easy_read_shown import easy_read_shown
from putright.casework.response_draft import Draft
from putright.casework.verification import verify
from putright.domain.adjustments import Adjustment, Need
from putright.domain.deaths import Who
from putright.domain.easy_read import EasyLine, EasyRead, Goes
from putright.domain.issues import Outcome
from putright.domain.response import ActionConfirmation
from putright.records.models import Document, OutboxLetter
from tests.casework.offices import Office, Story, a_story
from tests.letters.reading import opened, page_text

pytestmark = pytest.mark.django_db

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
EASY = EasyRead(
    told=(EasyLine(words="Somebody was rude to you.", picture="Two people talking"),),
    found=(EasyLine(words="You are right. We are sorry."),),
    next=(EasyLine(words="We teach our staff."),),
    unhappy=(EasyLine(words="You can go to the Ombudsman."),),
)


@pytest.fixture
def story(commisceo: Office) -> Story:
    return concluded(a_story(commisceo))


def concluded(story: Story, on: date = TUESDAY) -> Story:
    said = {"outcome": Outcome.UPHELD, "conclusion": "You were spoken to rudely.", "remedy_needed": False}
    story.does(record_outcome, "mo", on, issue=1, **said)
    drafted(story, on=on)
    return story


def drafted(story: Story, words: str = "We asked Sam.", on: date = TUESDAY) -> None:
    apology = "We are sorry that it happened."
    draft = Draft(how_considered=words, action_confirmation=ActionConfirmation.TAKEN, apology=apology)
    story.does(prepare_response, "mo", on, draft=draft)


def needs_easy_read(story: Story) -> None:
    needs = (Need(adjustment=Adjustment.EASY_READ),)
    story.does(record_adjustments, "mo", TUESDAY, whose=Who.COMPLAINANT, needs=needs, words="They rang.")


def written(story: Story, **changes: Any) -> None:
    story.does(write_easy_read, "mo", TUESDAY, easy=replace(EASY, **changes))


def signed(story: Story, why: str = "") -> Any:
    return story.does(sign_response, "rosa", WEDNESDAY, why_as_it_is=why)


def refused(story: Story) -> str:
    with pytest.raises(ActionRefused) as caught:
        signed(story)
    return caught.value.refusal.code


def posted(story: Story) -> None:
    for row in OutboxLetter.objects.filter(case=story.case, state="queued"):
        story.does(post_letter, "mo", WEDNESDAY, letter=row.document.number)


def waiting(story: Story) -> dict[str, str]:
    """What each letter that waits says, by its name."""
    rows = OutboxLetter.objects.filter(case=story.case, state="queued").select_related("document")
    files = story.office.means.files
    return {
        row.name: " ".join(
            " ".join(page_text(page) for page in opened(files.read(row.document.stored_as or "")).pages).split()
        )
        for row in rows
    }


def test_it_is_signed_with_the_response_and_goes_beside_it(story: Story) -> None:
    written(story)
    signed(story)

    letters = waiting(story)
    assert set(letters) == {"final-response", "response-easy-read"}
    assert "Picture: Two people talking" in letters["response-easy-read"]
    assert "The longer letter says the same." in letters["response-easy-read"]
    assert "We asked Sam." in letters["final-response"]
    signature = story.case.events.get(event="response_signed")
    titles = [Document.objects.get(case=story.case, number=number).title for number, _ in signature.papers]
    assert "Our answer to your complaint, in easy read" in titles
    posted(story)
    assert {"response_sent", "easy_read_sent"} <= {event for event, _ in story.events()}
    assert verify(story.office.means).misfits == ()


def test_it_goes_in_place_of_the_response_where_the_person_asked_for_that(story: Story) -> None:
    written(story, goes=Goes.INSTEAD)
    signed(story)

    letters = waiting(story)
    assert set(letters) == {"final-response"}
    assert "There is a longer letter too." in letters["final-response"]
    assert Document.objects.filter(case=story.case, kind="letter", title="Our answer to your complaint").exists()
    assert len(story.case.events.get(event="response_signed").papers) == 2


def test_it_is_printed_large(story: Story) -> None:
    written(story)
    signed(story)

    row = OutboxLetter.objects.get(case=story.case, name="response-easy-read")
    pdf = opened(story.office.means.files.read(row.document.stored_as or ""))
    assert b" 18 Tf" in b"".join(page.Contents.read_bytes() for page in pdf.pages)


def test_whoever_needs_it_is_not_answered_without_it_or_a_reason(story: Story) -> None:
    needs_easy_read(story)
    assert easy_read_shown(story.office.actor("mo", TUESDAY), story.reference).is_owed
    assert refused(story) == "no-easy-read"

    written(story)
    assert not easy_read_shown(story.office.actor("mo", TUESDAY), story.reference).is_owed
    signed(story)
    assert "response-easy-read" in waiting(story)


def test_a_reason_lets_the_response_go_without_it_and_is_kept(story: Story) -> None:
    needs_easy_read(story)
    signed(story, why="Their sister reads it to them, they said.")

    assert set(waiting(story)) == {"final-response"}
    assert Document.objects.filter(case=story.case, kind="standards-reason", text__contains="sister").exists()


def test_one_of_a_draft_before_does_not_go_unseen(story: Story) -> None:
    written(story)
    drafted(story, "We asked Sam and Robin.")
    assert refused(story) == "easy-read-old"

    written(story)
    signed(story)
    assert "response-easy-read" in waiting(story)


def test_what_was_put_aside_with_the_response_does_not_go_alone(story: Story) -> None:
    written(story)
    done = signed(story)

    story.does(cancel_letter, "mo", WEDNESDAY, letter=done.letter)

    assert waiting(story) == {}
    signed(story)
    assert set(waiting(story)) == {"final-response", "response-easy-read"}


def test_a_second_round_does_not_wait_for_that_of_the_first(living_well: Office) -> None:
    story = concluded(a_story(living_well))
    written(story)
    signed(story)
    posted(story)
    story.does(open_round, "mo", WEDNESDAY, words="It does not say who it was.", issues=(1,))
    posted(story)
    concluded(story, WEDNESDAY)

    signed(story)

    assert set(waiting(story)) == {"final-response"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"found": ()}, "no-outcome-said"),
        ({"next": ()}, "no-next-said"),
        ({"unhappy": (EasyLine(words="Tell us."),)}, "no-ombudsman-said"),
    ],
)
def test_it_says_the_outcome_what_comes_next_and_the_ombudsman(
    story: Story, changes: dict[str, Any], code: str
) -> None:
    with pytest.raises(ActionRefused) as caught:
        written(story, **changes)

    assert caught.value.refusal.code == code


def test_what_would_make_it_easier_is_said_and_refuses_nothing(story: Story) -> None:
    hard = EasyLine(words="We have undertaken a reconsideration of our administrative arrangements.")

    done = story.does(write_easy_read, "mo", TUESDAY, easy=replace(EASY, next=(hard,)))

    assert done.then == "It can be made easier: open it again to see how."
