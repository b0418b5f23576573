"""Is the plan of handling kept in versions, told to the person, and counted as the law counts it?

April 2026: Maundy Thursday is the 2nd; Tuesday the 7th follows Easter.
"""

from dataclasses import replace
from datetime import date

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.agree_response_period import agree_response_period
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.decline_discussion import decline_discussion
from putright.casework.actions.plan_handling import plan_handling
from putright.casework.actions.post_letter import post_letter
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.follow import page_shown
from putright.casework.queries.handling import handling
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.handling import HandlingPlan
from putright.records.models import ReadLog
from tests.casework.offices import Office, Story, a_story, at
from tests.letters.reading import all_text, opened

TUESDAY, WEDNESDAY, THURSDAY = date(2026, 4, 7), date(2026, 4, 8), date(2026, 4, 9)
PLAN = HandlingPlan(
    issues=("How I was spoken to.",),
    how=("We ask the two people who were at the desk.",),
    wanted=("An apology.",),
    who=("Ines Investigator",),
    respond_by=date(2026, 6, 30),
)
LATER = replace(PLAN, how=(*PLAN.how, "We read the list of that morning."), respond_by=date(2026, 7, 10))


@pytest.fixture
def story(living_well: Office) -> Story:
    return a_story(living_well)


def plans(story: Story, on: date = TUESDAY, plan: HandlingPlan = PLAN, **said: object) -> int | None:
    return story.does(plan_handling, "mo", on, **{"plan": plan, "agreed": True, **said}).letter


def periods(story: Story) -> list[tuple[str, object]]:
    rows = story.case.events.filter(event__startswith="response_period").order_by("number")
    return [(row.event, row.facts["date"]) for row in rows]


def letter_of(story: Story, number: int | None) -> str:
    assert number is not None
    paper = story.case.documents.get(number=number)
    return " ".join(all_text(opened(story.office.means.files.read(paper.stored_as or ""))).split())


class TestAnAgreedPlan:
    def test_is_kept_and_confirmed_by_letter(self, story: Story) -> None:
        number = plans(story)
        words = letter_of(story, number)

        assert "This is what we agreed" in words
        assert "We ask the two people who were at the desk." in words
        assert "30 June 2026" in words
        assert verify(story.office.means).misfits == ()

    def test_records_the_day_that_was_agreed_once(self, story: Story) -> None:
        story.does(post_letter, "mo", TUESDAY, letter=plans(story))
        plans(story, WEDNESDAY, replace(PLAN, who=("Olu Officer",)), why="Ines is away.")

        assert periods(story) == [("response_period_agreed", "2026-06-30")]

    def test_does_not_agree_again_what_was_agreed_before_it(self, story: Story) -> None:
        story.does(agree_response_period, "mo", TUESDAY, respond_by=PLAN.respond_by)
        plans(story, WEDNESDAY)

        assert periods(story) == [("response_period_agreed", "2026-06-30")]

    def test_is_told_to_have_gone_once_the_letter_has(self, story: Story) -> None:
        number = plans(story)
        shown = [each.words for each in page_shown(story.case, WEDNESDAY).happened]
        assert not any("what we agreed about how" in words for words in shown)

        story.does(post_letter, "mo", WEDNESDAY, letter=number)

        shown = [each.words for each in page_shown(story.case, WEDNESDAY).happened]
        assert any("what we agreed about how" in words for words in shown)


class TestALaterVersion:
    def test_says_what_has_changed_and_stands_beside_the_earlier(self, story: Story) -> None:
        number = plans(story)
        story.does(post_letter, "mo", TUESDAY, letter=number)
        second = plans(story, WEDNESDAY, LATER, why="She sent the letters of the ward.")

        page = handling(story.office.actor("mo"), story.reference, before=None, after=None, now=at(WEDNESDAY))

        assert [(one.place, one.agreed, one.why) for one in page.versions] == [
            (2, True, "She sent the letters of the ward."),
            (1, True, ""),
        ]
        assert (page.before, page.after) == (1, 2)
        differing = {part.title: "".join(p.text for p in part.compared.after if p.differs) for part in page.parts}
        assert "We read the list of that morning." in differing["How it is looked into"]
        assert differing["What is looked into"] == ""
        assert periods(story)[-1] == ("response_period_agreed", "2026-07-10")
        assert "She sent the letters of the ward." in letter_of(story, second)

    def test_needs_a_reason_and_a_difference(self, story: Story) -> None:
        story.does(post_letter, "mo", TUESDAY, letter=plans(story))

        for plan, why, code in ((LATER, " ", "no-reason"), (PLAN, "We spoke.", "nothing-changed")):
            with pytest.raises(ActionRefused) as refused:
                plans(story, WEDNESDAY, plan, why=why)
            assert refused.value.refusal.code == code

    def test_entered_in_error_does_not_count(self, story: Story) -> None:
        story.does(post_letter, "mo", TUESDAY, letter=plans(story))
        mistaken = plans(story, WEDNESDAY, LATER, why="A slip.")
        entry = story.case.events.get(event="handling_planned", on=WEDNESDAY).number
        story.does(correct_entry, "mo", THURSDAY, entry=entry, reason="It was another case.")

        page = handling(story.office.actor("mo"), story.reference, before=None, after=None, now=at(THURSDAY))

        assert mistaken
        assert [one.place for one in page.versions] == [1]


class TestAPlanThatIsSet:
    def test_is_told_by_the_letter_that_sets_the_day(self, story: Story) -> None:
        story.does(acknowledge, "mo", TUESDAY, channel=Channel.TELEPHONE)
        story.does(decline_discussion, "mo", TUESDAY)
        number = plans(story, agreed=False)
        words = letter_of(story, number)
        assert "So we have decided how long we need" in words
        assert "We ask the two people who were at the desk." in words
        assert periods(story) == []

        story.does(post_letter, "mo", WEDNESDAY, letter=number)

        assert periods(story) == [("response_period_set", "2026-06-30")]

    def test_needs_a_day(self, story: Story) -> None:
        with pytest.raises(ActionRefused) as refused:
            plans(story, plan=replace(PLAN, respond_by=None), agreed=False)

        assert refused.value.refusal.code == "no-date"


class TestThePage:
    def test_keeps_that_it_was_looked_at(self, story: Story) -> None:
        plans(story)
        handling(story.office.actor("olu"), story.reference, before=None, after=None, now=at(WEDNESDAY))

        assert ReadLog.objects.filter(case=story.case, person=story.office.people["olu"]).exists()

    def test_is_not_there_for_who_may_not_see_the_case(self, story: Story) -> None:
        with pytest.raises(NotFound):
            handling(story.office.actor("ada"), story.reference, before=None, after=None, now=at(WEDNESDAY))


def test_by_hand_it_has_gone_at_once(story: Story) -> None:
    plans(story, channel=Channel.IN_PERSON)

    assert ("handling_plan_sent", TUESDAY) in story.events()
