"""Do the days of several issues stand by themselves: on the case, against the 12 months, and when the case is split?

Monday 2 March 2026 is in time for Thursday 2 April 2026, and Tuesday 1 April 2025 a day too late.
"""

from datetime import date

import pytest

from putright.casework.actions.decide_lateness import decide_lateness
from putright.casework.actions.split_case import split_case
from putright.casework.actions.take_back_split import take_back_split
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import CasePage, case_page
from putright.casework.said import IssueSaid
from putright.domain.issues import Subject
from putright.records.models import Case, Event
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, at

pytestmark = pytest.mark.django_db

IN_TIME, TOO_LATE = date(2026, 3, 2), date(2025, 4, 1)
TURNED_AWAY = {"good_reasons": False, "still_possible": False, "reasons": "The notes are gone."}
NO_DAY = {"occurred_on": None, "known_on": None}  # of the whole complaint


def an_issue(words: str, on: date | None) -> IssueSaid:
    return IssueSaid(subject=Subject.VALUES, words=words, occurred_on=on, known_on=on)


@pytest.fixture
def story(commisceo: Office) -> Story:
    """A complaint about a rude word, in time, and about a lost letter a year and a day before."""
    return a_story(commisceo, issues=(an_issue("Rude.", IN_TIME), an_issue("Lost.", TOO_LATE)), **NO_DAY)


def page_of(office: Office, reference: str) -> CasePage:
    return case_page(office.actor("mo"), reference, MAUNDY_THURSDAY, now=at(MAUNDY_THURSDAY))


def late(office: Office, reference: str) -> list[str]:
    return [warned.message.partition(":")[0] for warned in page_of(office, reference).warnings]


def test_the_page_of_the_case_shows_the_days_of_each(commisceo: Office, story: Story) -> None:
    issues = page_of(commisceo, story.reference).issues

    assert [(issue.occurred_on, issue.known_on) for issue in issues] == [(IN_TIME, IN_TIME), (TOO_LATE, TOO_LATE)]


def test_the_warning_names_the_one_that_is_late(commisceo: Office, story: Story) -> None:
    assert late(commisceo, story.reference) == [
        "Issue 2 was complained of after Wednesday 1 April 2026, the last day for it"
    ]


def test_what_was_in_time_is_not_turned_away_with_what_was_late(commisceo: Office, story: Story) -> None:
    with pytest.raises(ActionRefused) as refused:
        story.does(decide_lateness, "mo", MAUNDY_THURSDAY, **TURNED_AWAY)

    assert refused.value.refusal.code == "some-in-time"
    assert refused.value.refusal.message.startswith("Issue 1 was complained of in time")


def test_all_of_it_can_be_taken_up(commisceo: Office, story: Story) -> None:
    taken_up = {"good_reasons": True, "still_possible": True, "reasons": "She was ill."}
    story.does(decide_lateness, "mo", MAUNDY_THURSDAY, **taken_up)

    assert late(commisceo, story.reference) == []


def test_the_late_part_is_split_off_with_its_days_and_decided_on_there(commisceo: Office, story: Story) -> None:
    story.does(split_case, "mo", MAUNDY_THURSDAY, issues=(2,), why="It was long ago.")
    new = Case.objects.exclude(reference=story.reference).get()
    days = Event.objects.filter(case=new, event__in=("event_occurred", "came_to_notice")).order_by("number")

    assert list(days.values_list("event", "on", "issue")) == [
        ("event_occurred", TOO_LATE, 1),
        ("came_to_notice", TOO_LATE, 1),
    ]
    assert late(commisceo, story.reference) == []
    assert late(commisceo, new.reference) == [
        "Issue 1 was complained of after Wednesday 1 April 2026, the last day for it"
    ]

    Story(commisceo, new.reference).does(decide_lateness, "mo", MAUNDY_THURSDAY, **TURNED_AWAY)
    assert late(commisceo, new.reference) == []


def test_what_comes_back_is_late_again(commisceo: Office, story: Story) -> None:
    story.does(split_case, "mo", MAUNDY_THURSDAY, issues=(2,), why="It was long ago.")
    new = Case.objects.exclude(reference=story.reference).get()
    story.does(take_back_split, "mo", MAUNDY_THURSDAY, other=new.reference, why="It belongs together.")

    assert late(commisceo, story.reference) == [
        "Issue 2 was complained of after Wednesday 1 April 2026, the last day for it"
    ]


def test_one_of_which_no_day_is_known_is_not_turned_away(commisceo: Office) -> None:
    story = a_story(commisceo, issues=(an_issue("Rude.", None), an_issue("Lost.", TOO_LATE)), **NO_DAY)

    with pytest.raises(ActionRefused):
        story.does(decide_lateness, "mo", MAUNDY_THURSDAY, **TURNED_AWAY)


@pytest.mark.parametrize(
    ("occurred_on", "known_on", "code"),
    [
        (date(2026, 4, 3), None, "in-the-future"),
        (date(2026, 3, 2), date(2026, 3, 1), "known-before"),
    ],
)
def test_days_of_an_issue_that_cannot_be_are_refused(
    commisceo: Office, occurred_on: date, known_on: date | None, code: str
) -> None:
    issue = IssueSaid(subject=Subject.VALUES, words="Rude.", occurred_on=occurred_on, known_on=known_on)

    with pytest.raises(ActionRefused) as refused:
        a_story(commisceo, issues=(issue,), **NO_DAY)

    assert refused.value.refusal.code == code
    assert not Case.objects.exists()
