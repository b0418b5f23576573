"""Is what is kept to sort by brought up to date when days pass and nothing happens?"""

from datetime import date

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.register import register
from putright.casework.queries.worklist import worklist_for
from putright.casework.upkeep import bring_up_to_date, recompute
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.records.models import Duty
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)


def a_case_that_is_acknowledged(office: Office) -> Story:
    story = a_story(office)
    story.does(register, "mo", TUESDAY)
    story.does(acknowledge, "mo", TUESDAY, channel=Channel.TELEPHONE)
    return story


def test_a_case_is_looked_at_again_on_the_day_after_its_next_date(commisceo: Office) -> None:
    story = a_story(commisceo)

    # Register by Tuesday 7 April, so on Wednesday it stands differently.
    assert story.case.recheck_on == WEDNESDAY


def test_nothing_is_done_before_that_day_and_what_is_late_is_marked_on_it(commisceo: Office) -> None:
    story = a_story(commisceo)

    assert bring_up_to_date(TUESDAY) == 0
    assert bring_up_to_date(WEDNESDAY) == 1

    assert story.case.duties.get(step="register").state == "overdue"
    assert story.case.computed_on == WEDNESDAY
    assert bring_up_to_date(WEDNESDAY) == 0


def test_the_list_is_true_on_a_later_day_even_where_nobody_brought_it_up_to_date(commisceo: Office) -> None:
    a_case_that_is_acknowledged(commisceo)
    late = date(2026, 10, 2)
    fresh = worklist_for(commisceo.actor("mo"), late).rows

    bring_up_to_date(late)

    assert worklist_for(commisceo.actor("mo"), late).rows == fresh
    # The six months ended on Thursday 1 October: the notice is owed, and the response still is.
    assert Duty.objects.get(step="explain-delay", procedure="england-2009").state == "open"


def test_recomputing_changes_nothing_but_the_day(commisceo: Office) -> None:
    a_case_that_is_acknowledged(commisceo)
    before = list(Duty.objects.order_by("place").values_list("identifier", "state", "due_on", "binding_on"))

    assert recompute(TUESDAY) == 1

    assert list(Duty.objects.order_by("place").values_list("identifier", "state", "due_on", "binding_on")) == before
    assert verify(commisceo.means).misfits == ()


def test_no_entry_is_made_and_no_version_passes(commisceo: Office) -> None:
    story = a_story(commisceo, on=MAUNDY_THURSDAY)
    before = (story.case.version, story.case.chain_count)

    bring_up_to_date(date(2026, 12, 1))

    assert (story.case.version, story.case.chain_count) == before
