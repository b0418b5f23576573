"""It is decided whether a complaint that came late is taken up."""

from collections.abc import Sequence
from datetime import date, datetime

from putright.casework.correspondence import correspondence, ombudsman_by
from putright.casework.errors import refused
from putright.casework.facts_of import calendar_of
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.history import History
from putright.domain.lateness import issues_in_time, what_was_late
from putright.domain.programme import Programme
from putright.domain.working_days import WorkingCalendar
from putright.letters.intake_facts import LateComplaintNotice
from putright.records.models import Issue


def decide_lateness(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    good_reasons: bool,
    still_possible: bool,
    reasons: str,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Decide on both limbs of regulation 12(2), with reasons: it is taken up if both are met.

    `good_reasons`: the person had good reasons for not complaining sooner. `still_possible`: it can still be looked
    into effectively and fairly. If it is not taken up the person is told why in writing.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if not any(warning.code == "out-of-time" for warning in hand.position.warnings):
            raise refused(
                "not-late", "This complaint was made in time: there is nothing to decide.", "SI 2009/309 reg 12"
            )
        last_day = _last_day(hand)
        accepted = good_reasons and still_possible
        if not accepted:
            _refuse_to_turn_away_what_was_in_time(hand)
        paper = hand.keep_text("decision", "Why the late complaint is taken up, or is not", reasons)
        facts = {"accepted": accepted, "good_reasons": good_reasons, "still_possible": still_possible}
        hand.record("lateness_decided", facts=facts, papers=[paper])
        if not accepted:
            letter = LateComplaintNotice(
                correspondence=correspondence(hand, to=hand.case.complainant),
                received_on=hand.case.received_on,
                last_day=last_day,
                reasons=reasons,
                no_good_reason=not good_reasons,
                not_possible=not still_possible,
                ombudsman_by=ombudsman_by(hand.position),
            )
            send_letter(hand, "late-complaint", letter, channel=channel)
    return hand.done()


def _refuse_to_turn_away_what_was_in_time(hand: CaseInHand) -> None:
    """Raise ActionRefused where the decision would turn away issues that were complained of in time."""
    dealt_with = Issue.objects.filter(case=hand.case, exclusion="").order_by("number")
    numbers = [str(number) for number in dealt_with.values_list("number", flat=True)]
    in_time = issues_in_time(*_known(hand), numbers)
    if in_time:
        which = f"Issue {in_time[0]} was" if len(in_time) == 1 else f"Issues {', '.join(in_time)} were"
        message = (
            f"{which} complained of in time, so the complaint cannot be turned away as a whole. Split the late part off"
            " and decide on it there, or take it all up."
        )
        raise refused("some-in-time", message, "SI 2009/309 reg 12")


def _last_day(hand: CaseInHand) -> date:
    """The last day on which the complaint could be made; there is one, or nothing would be late."""
    late = what_was_late(*_known(hand))
    if not late:
        raise RuntimeError("a complaint was late by no day that is known")
    return max(last.on for last in late)


def _known(hand: CaseInHand) -> tuple[Sequence[Programme], History, WorkingCalendar]:
    return hand.programmes, History(hand.events, hand.today), calendar_of(hand.programmes)
