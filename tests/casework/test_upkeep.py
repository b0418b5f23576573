"""Is what is kept to sort by brought up to date when days pass and nothing happens?"""

from datetime import date

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.agree_response_period import agree_response_period
from putright.casework.actions.register import register
from putright.casework.queries.worklist import worklist_for
from putright.casework.upkeep import behind, bring_up_to_date, catch_up, recompute
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.records.models import Case, Duty, Wait
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


def test_what_an_earlier_putright_kept_is_worked_out_anew_some_at_a_time(commisceo: Office) -> None:
    stories = [a_case_that_is_acknowledged(commisceo) for _ in range(3)]
    stories[0].does(agree_response_period, "mo", WEDNESDAY, respond_by=date(2026, 4, 30))
    Case.objects.update(kept_as=0)
    Wait.objects.all().delete()
    Duty.objects.update(original_due_on=None)

    assert (behind(), catch_up(WEDNESDAY, most=2), behind()) == (3, 2, 1)
    assert catch_up(WEDNESDAY, most=2) == 1
    assert (behind(), catch_up(WEDNESDAY, most=2)) == (0, 0)
    assert stories[0].case.duties.get(step="respond-as-told").original_due_on == date(2026, 4, 30)
    assert verify(commisceo.means).misfits == ()


def test_whatever_is_done_on_a_case_brings_it_up_to_date_too(commisceo: Office) -> None:
    story = a_story(commisceo)
    Case.objects.update(kept_as=0)
    story.does(register, "mo", TUESDAY)

    assert behind() == 0


def test_no_entry_is_made_and_no_version_passes(commisceo: Office) -> None:
    story = a_story(commisceo, on=MAUNDY_THURSDAY)
    before = (story.case.version, story.case.chain_count)

    bring_up_to_date(date(2026, 12, 1))

    assert (story.case.version, story.case.chain_count) == before
