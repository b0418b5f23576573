"""Is a response measured against the time that was first told, and against the amended time: regulation 17(c)?"""

import pytest

from putright.casework.actions.agree_response_period import agree_response_period
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.sign_response import sign_response
from putright.casework.queries.case_page import case_page
from putright.casework.response_draft import Draft
from putright.domain.issues import Outcome
from putright.domain.response import ActionConfirmation
from putright.domain.response_period import response_period
from putright.web.casefile.response_period import response_period_lines
from tests.casework.offices import Office, Story, a_story, at
from tests.tables import a_day, table

THE_9TH = a_day("Thu 9 Apr 2026")
SAID = {True: "yes", False: "no", None: "open"}


def lived_through(office: Office, row: dict[str, str]) -> Story:
    story = a_story(office)
    story.does(agree_response_period, "mo", THE_9TH, respond_by=a_day(row["Told"]))
    if row["Amended to"]:
        story.does(agree_response_period, "mo", a_day(row["Amended on"]), respond_by=a_day(row["Amended to"]))
    if row["Sent"]:
        on = a_day(row["Sent"])
        said = {"outcome": Outcome.NOT_UPHELD, "conclusion": "It was as it should be.", "remedy_needed": False}
        story.does(record_outcome, "mo", on, issue=1, **said)
        draft = Draft(how_considered="We asked.", action_confirmation=ActionConfirmation.NONE_NEEDED)
        story.does(prepare_response, "mo", on, draft=draft)
        story.posts("mo", on, story.does(sign_response, "rosa", on))
    return story


@pytest.mark.parametrize(
    "row", table("final-response.md", "Within the time that was told"), ids=lambda row: row["Case"]
)
def test_both_times_are_measured(living_well: Office, row: dict[str, str]) -> None:
    story, on = lived_through(living_well, row), a_day(row["Seen on"])
    page = case_page(living_well.actor("mo", on), story.reference, on, now=at(on))
    period = response_period([shown.duty for shown in page.duties], as_at=on)

    assert period is not None
    assert SAID[period.within_original] == row["Within the first"]
    assert ("–" if period.amended is None else SAID[period.within_amended]) == row["Within the amended"]
    assert len(response_period_lines(page)) == (2 if row["Amended to"] else 1)


def test_there_is_none_where_no_time_was_told(living_well: Office) -> None:
    story = a_story(living_well)
    page = case_page(living_well.actor("mo", THE_9TH), story.reference, THE_9TH, now=at(THE_9TH))

    assert response_period([shown.duty for shown in page.duties], as_at=THE_9TH) is None
    assert response_period_lines(page) == ()
