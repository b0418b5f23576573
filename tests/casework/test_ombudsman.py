"""Is what the Ombudsman asks and recommends owed by its day, whatever has ended, and is it said on the case?"""

from datetime import date
from typing import Any

import pytest

from putright.casework.actions.answer_ombudsman import answer_ombudsman
from putright.casework.actions.close_case import close_case
from putright.casework.actions.comply_with_ombudsman import comply_with_ombudsman
from putright.casework.actions.record_ombudsman_decision import record_ombudsman_decision
from putright.casework.actions.record_ombudsman_request import record_ombudsman_request
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import case_page
from putright.casework.queries.follow import page_shown
from putright.casework.verification import verify
from putright.domain.ombudsman import Asks, Decision, Recommendation
from tests.casework.offices import Office, Story, at
from tests.casework.test_afterwards import CLOSED, answered

pytestmark = pytest.mark.django_db

CAME, BY, SENT = date(2026, 6, 15), date(2026, 7, 13), date(2026, 7, 10)
DECIDED, DO_BY, DONE = date(2026, 11, 2), date(2026, 12, 14), date(2026, 12, 11)
THE_FILE = {"asks": Asks.FILE, "words": "Reference P-4711. Send us the file.", "answer_by": BY}
PAY = Recommendation(what="Pay 250 pounds and say sorry.", by=DO_BY)


def asked(office: Office) -> Story:
    story = answered(office)
    story.does(close_case, "mo", CLOSED)
    story.does(record_ombudsman_request, "mo", CAME, **THE_FILE)
    return story


def number(story: Story, event: str) -> int:
    return story.case.events.filter(event=event).latest("number").number


def duties(story: Story) -> dict[str, list[tuple[str, date | None]]]:
    found: dict[str, list[tuple[str, date | None]]] = {}
    for row in story.case.duties.filter(procedure="ombudsman-asks").exclude(state="not-started").order_by("place"):
        found.setdefault(row.step, []).append((row.state, row.due_on))
    return found


def refusal(story: Story, action: Any, on: date, **said: Any) -> str:
    with pytest.raises(ActionRefused) as refused:
        story.does(action, "mo", on, **said)
    return refused.value.refusal.code


class TestWhatIsAsked:
    def test_is_owed_by_the_day_given_on_a_case_that_stays_closed(self, living_well: Office) -> None:
        story = asked(living_well)

        assert (story.case.status, story.case.next_due_on) == ("closed", BY)
        assert story.case.events.get(event="escalated").facts == {"to": "ombudsman"}
        story.does(answer_ombudsman, "mo", SENT, request=number(story, "ombudsman_asked"), words="x", with_file=True)
        assert duties(story) == {"answer-ombudsman": [("met", BY)]}
        papers = story.case.events.get(event="ombudsman_answered").facts["papers"]
        assert papers == story.case.documents.count() - 1  # what was sent, before the note of it

    def test_is_each_owed_by_itself_and_the_case_went_further_once(self, living_well: Office) -> None:
        story = asked(living_well)
        story.does(record_ombudsman_request, "mo", SENT, **{**THE_FILE, "asks": Asks.COMMENTS, "answer_by": DECIDED})
        story.does(answer_ombudsman, "mo", SENT, request=number(story, "ombudsman_asked"), words="We agree.")

        assert duties(story) == {"answer-ombudsman": [("open", BY), ("met", DECIDED)]}
        assert story.case.events.filter(event="escalated").count() == 1
        assert "papers" not in story.case.events.get(event="ombudsman_answered").facts

    def test_cannot_be_answered_twice_or_before_it_came(self, living_well: Office) -> None:
        story = asked(living_well)
        request = number(story, "ombudsman_asked")
        who: dict[str, Any] = {
            "actor": living_well.actor("mo", SENT),
            "case": story.reference,
            "means": living_well.means,
        }
        with pytest.raises(ActionRefused) as early:
            answer_ombudsman(**who, on=date(2026, 6, 12), now=at(SENT), request=request, words="x")
        assert early.value.refusal.code == "before-what-it-follows"

        story.does(answer_ombudsman, "mo", SENT, request=request, words="x")
        assert refusal(story, answer_ombudsman, SENT, request=request, words="x") == "nothing-asked"


class TestWhatIsDecided:
    def decided(self, office: Office) -> Story:
        story = asked(office)
        story.does(answer_ombudsman, "mo", SENT, request=number(story, "ombudsman_asked"), words="x", with_file=True)
        said = {"decision": Decision.PARTLY_UPHELD, "words": "A failing.", "recommendations": (PAY,)}
        story.does(record_ombudsman_decision, "mo", DECIDED, **said)
        return story

    def test_has_each_recommendation_owed_until_it_is_shown_to_be_done(self, living_well: Office) -> None:
        story = self.decided(living_well)
        assert story.case.next_due_on == DO_BY

        made = number(story, "ombudsman_recommended")
        story.does(comply_with_ombudsman, "mo", DONE, recommendation=made, words="Paid on Thursday; they were told.")
        assert duties(story)["do-as-recommended"] == [("met", DO_BY)]
        again = refusal(story, comply_with_ombudsman, DONE, recommendation=made, words="Again.")
        assert again == "nothing-recommended"
        assert verify(living_well.means).misfits == ()

    def test_is_said_at_the_head_of_the_case_and_to_the_person(self, living_well: Office) -> None:
        story = asked(living_well)
        head = case_page(living_well.actor("mo", CAME), story.reference, CAME, now=at(CAME)).ombudsman
        assert (head.since, head.decided_on) == (CAME, None)
        assert page_shown(story.case, CAME).status_words == "The Ombudsman is looking at your complaint."

        story = self.decided(living_well)
        head = case_page(living_well.actor("mo", DECIDED), story.reference, DECIDED, now=at(DECIDED)).ombudsman
        assert (head.since, head.decided_on, head.decision) == (None, DECIDED, "Partly upheld")
        page = page_shown(story.case, DECIDED)
        assert page.status_words == "The Ombudsman has decided about your complaint."
        assert "The Ombudsman told us what to do." in [happened.words for happened in page.happened]

    def test_does_not_recommend_where_nothing_was_upheld(self, living_well: Office) -> None:
        story = asked(living_well)
        said = {"decision": Decision.NOT_TAKEN_UP, "words": "No.", "recommendations": (PAY,)}

        assert refusal(story, record_ombudsman_decision, DECIDED, **said) == "no-recommendations"
