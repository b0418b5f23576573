"""Is what people say of how it went kept apart from their case, once a case, and shown of many together alone?"""

from datetime import date

import pytest
from django.db.models import ForeignKey

from putright.casework.actions.issue_follow_link import issue_follow_link
from putright.casework.actions.say_how_it_went import say_how_it_went
from putright.casework.errors import ActionRefused
from putright.casework.follow_links import link_of
from putright.casework.queries.experience import how_it_went
from putright.domain.experience import FEWEST, Asked, HowFar, Said
from putright.records.models import Document, Event, ExperienceAnswer, FollowLink
from tests.casework.offices import Office, Story, a_story, at
from tests.casework.test_refusals import answered

pytestmark = pytest.mark.django_db

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
SAID = Said(answers={Asked.SAFE: HowFar.A_LITTLE}, words="You rang when you said you would.")


def a_link(story: Story) -> int:
    link = link_of(story.does(issue_follow_link, "mo", TUESDAY).secret)
    assert link is not None
    return link.pk


def says(link: int, said: Said = SAID, *, on: date = WEDNESDAY) -> None:
    say_how_it_went(link=link, said=said, on=on, now=at(on))


def refusal(link: int, said: Said = SAID) -> str:
    with pytest.raises(ActionRefused) as refused:
        says(link, said)
    return refused.value.refusal.code


@pytest.fixture
def story(commisceo: Office) -> Story:
    story = a_story(commisceo)
    answered(story)
    return story


def test_it_is_kept_under_the_month_and_nothing_on_the_case_tells_of_it(story: Story, commisceo: Office) -> None:
    link = a_link(story)
    before = (Event.objects.count(), Document.objects.count(), story.case.version)
    says(link)

    (kept,) = ExperienceAnswer.objects.values("body__code", "year", "month", "answers", "words")
    assert kept == {
        "body__code": "commisceo",
        "year": 2026,
        "month": 4,
        "answers": {"safe": 2},
        "words": "You rang when you said you would.",
    }
    assert (Event.objects.count(), Document.objects.count(), story.case.version) == before
    points_at = {
        field.related_model.__name__ for field in ExperienceAnswer._meta.fields if isinstance(field, ForeignKey)
    }
    assert points_at == {"Body"}
    mark = FollowLink.objects.get(pk=link)
    assert mark.said_how_it_went is True
    assert not {field.name for field in FollowLink._meta.fields} & {"answer", "experience", "said_at", "said_on"}


def test_it_is_asked_once_a_case_whatever_link_is_opened(story: Story) -> None:
    says(a_link(story))

    assert refusal(a_link(story)) == "said-already"
    assert ExperienceAnswer.objects.count() == 1


def test_it_is_not_asked_before_there_is_an_answer_nor_kept_where_nothing_is_said(
    commisceo: Office, story: Story
) -> None:
    assert refusal(a_link(a_story(commisceo))) == "not-ended"
    assert refusal(a_link(story), Said(answers={}, words=" ")) == "nothing-said"
    assert not FollowLink.objects.filter(said_how_it_went=True).exists()


def test_those_who_decide_see_months_of_many_and_nobody_else_sees_any(commisceo: Office) -> None:
    for month, people in ((3, FEWEST), (2, FEWEST - 1), (4, FEWEST)):
        for number in range(people):
            answers = {"safe": 5, **({"finding": 1} if number else {})}
            words = "Nobody told me anything." if number == month else ""
            ExperienceAnswer.objects.create(body=commisceo.body, year=2026, month=month, answers=answers, words=words)
    april, march, february = how_it_went(commisceo.actor("mo", WEDNESDAY), WEDNESDAY)

    assert (april.first, april.said, april.runs) == (date(2026, 4, 1), None, True)
    assert (february.first, february.said, february.runs) == (date(2026, 2, 1), None, False)
    assert march.said is not None
    assert (march.said.people, march.said.words) == (5, ("Nobody told me anything.",))
    counts = {tally.asked: tally.counts for tally in march.said.tallies}
    assert counts[Asked.FINDING] is None  # four of the five answered it
    safe = counts[Asked.SAFE]
    assert safe is not None
    assert safe[HowFar.FULLY] == 5
    with pytest.raises(ActionRefused):
        how_it_went(commisceo.actor("olu", WEDNESDAY), WEDNESDAY)


def test_another_bodys_are_not_among_them(commisceo: Office, living_well: Office) -> None:
    for _ in range(FEWEST):
        ExperienceAnswer.objects.create(body=living_well.body, year=2026, month=4, answers={"safe": 5})

    assert how_it_went(commisceo.actor("mo", WEDNESDAY), WEDNESDAY) == ()
