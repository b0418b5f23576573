"""Do staff hear what our letter promises them, is it owed until they have, and does nobody else learn of it?

2026: Easter Monday is 6 April, 4 May a bank holiday.
"""

from datetime import date
from typing import Any

import pytest

from putright.casework import facts_of
from putright.casework.actions.close_case import close_case
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.name_staff import name_staff
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.sign_response import sign_response
from putright.casework.actions.tell_staff import tell_staff
from putright.casework.errors import ActionRefused
from putright.casework.queries.follow import page_shown
from putright.casework.queries.my_statements import my_statement
from putright.casework.verification import verify
from putright.domain.staff_told import StaffNews
from putright.domain.vocabulary import DutyState
from tests.casework.offices import Office, Story, a_story, at
from tests.casework.statements import TUESDAY, Asking, can_sign_in
from tests.casework.test_afterwards import DRAFT, concluded

pytestmark = pytest.mark.django_db

ANSWERED, CLOSED, LATER = date(2026, 4, 28), date(2026, 4, 29), date(2026, 5, 14)
BY = date(2026, 5, 13)  # ten working days: 29, 30 April, 1, 5, 6, 7, 8, 11, 12, 13 May
ENDED = "It was upheld. The bell can be heard at the desk now."


@pytest.fixture
def asking(living_well: Office) -> Asking:
    can_sign_in(living_well, "sam")
    asking = Asking(a_story(living_well))
    asking.asks(due_on=date(2026, 4, 14))
    return asking


def tells(story: Story, on: date = ANSWERED, **said: Any) -> None:
    plain = {"news": StaffNews.OUTCOME, "people": [story.office.people["sam"]], "words": ENDED}
    story.does(tell_staff, "mo", on, **{**plain, **said})


def refusal(story: Story, on: date = ANSWERED, **said: Any) -> str:
    with pytest.raises(ActionRefused) as refused:
        tells(story, on, **said)
    return refused.value.refusal.code


def drafted(story: Story) -> None:
    concluded(story, ANSWERED)
    story.does(prepare_response, "mo", ANSWERED, draft=DRAFT)


def answered(story: Story) -> None:
    drafted(story)
    story.posts("mo", ANSWERED, story.does(sign_response, "rosa", ANSWERED))


def owed(story: Story, on: date) -> tuple[DutyState, date | None]:
    programmes = facts_of.programmes_of(story.case)
    events = facts_of.chronology_of(story.case, programmes)
    duties = facts_of.position_of(programmes, events, on).duties
    return next((one.state, one.due_on) for one in duties if one.step == "tell-staff")


def test_how_it_ended_is_owed_to_whoever_was_asked_until_they_are_told(asking: Asking) -> None:
    story = asking.story
    answered(story)
    assert owed(story, ANSWERED) == (DutyState.OPEN, BY)
    story.does(close_case, "mo", CLOSED)
    assert owed(story, LATER) == (DutyState.OVERDUE, BY)

    tells(story, LATER)
    assert owed(story, LATER) == (DutyState.MET_LATE, BY)
    assert verify(story.office.means).misfits == ()


def test_they_read_how_it_ended_on_their_own_page(asking: Asking) -> None:
    story, sam = asking.story, asking.story.office.actor("sam", LATER)
    answered(story)
    assert my_statement(sam, asking.row.pk, now=at(LATER)).outcome is None

    tells(story)
    outcome = my_statement(sam, asking.row.pk, now=at(LATER)).outcome
    assert outcome is not None
    assert (outcome.on, outcome.words) == (ANSWERED, (ENDED,))

    told = story.case.events.get(event="staff_told_outcome").number
    story.does(correct_entry, "mo", LATER, entry=told, reason="Not yet.")
    assert my_statement(sam, asking.row.pk, now=at(LATER)).outcome is None


def test_whom_was_told_stands_on_the_file_and_not_in_the_chronology(asking: Asking) -> None:
    tells(asking.story, TUESDAY, news=StaffNews.COMPLAINT, words="", support_told=True)

    paper = asking.story.case.documents.get(kind="staff-told")
    assert (paper.title, paper.text) == ("Who was told", "Sam Staff, Receptionist")
    assert asking.story.case.events.get(event="staff_told").facts == {"channel": "in-person"}


def test_what_they_say_to_the_answer_is_kept_while_it_can_still_be_changed(asking: Asking) -> None:
    story = asking.story
    said: dict[str, Any] = {"news": StaffNews.ANSWER, "words": "It was half past nine."}
    assert refusal(story, **said) == "no-draft"
    drafted(story)
    tells(story, **said)

    assert story.case.documents.get(title="What our answer says about them").text == "It was half past nine."
    story.posts("mo", ANSWERED, story.does(sign_response, "rosa", ANSWERED))
    assert refusal(story, **said) == "already-sent"


def test_the_person_who_complained_is_not_told_of_it(asking: Asking) -> None:
    answered(asking.story)
    before = page_shown(asking.story.case, ANSWERED)
    tells(asking.story)
    after = page_shown(asking.story.case, ANSWERED)

    assert not [promised for promised in before.next if "Staff" in promised.promise]
    assert after.happened == before.happened


def test_it_is_refused(asking: Asking) -> None:
    story = asking.story
    assert refusal(story) == "not-ended"
    answered(story)

    with pytest.raises(ActionRefused) as refused:
        tell_staff(
            actor=story.office.actor("mo", LATER),
            case=story.reference,
            on=TUESDAY,
            now=at(LATER),
            news=StaffNews.OUTCOME,
            people=[story.office.people["sam"]],
            words=ENDED,
        )
    assert refused.value.refusal.code == "before-what-it-follows"
    assert refusal(story, words=" ") == "nothing-written"
    assert refusal(story, words="Pat was right.") == "names-somebody"
    assert refusal(story, people=[]) == "nobody-named"
    assert refusal(story, people=[story.office.people["olu"]]) == "not-concerned"
    assert refusal(story, news=StaffNews.COMPLAINT) == "support-not-told"


def test_somebody_who_is_only_named_is_told_as_well(asking: Asking) -> None:
    story = asking.story
    story.does(name_staff, "mo", TUESDAY, person=story.office.people["olu"])
    tells(story, TUESDAY, news=StaffNews.COMPLAINT, people=[story.office.people["olu"]], support_told=True)

    assert story.case.events.filter(event="staff_told").exists()


def test_nothing_is_owed_where_nobody_was_asked(living_well: Office) -> None:
    story = a_story(living_well)
    answered(story)

    with pytest.raises(StopIteration):
        owed(story, LATER)
