"""How is it confirmed in writing that a complaint was withdrawn, and until when it can be taken up again?"""

from datetime import date

from putright.casework.correspondence import correspondence, ombudsman_by
from putright.casework.entries import latest
from putright.casework.facts_of import calendar_of
from putright.casework.letter_queue import send_letter
from putright.casework.perform import CaseInHand
from putright.domain.channels import Channel
from putright.domain.history import History
from putright.domain.lateness import last_days_to_complain
from putright.letters.after_facts import WithdrawalConfirmed


def confirm_in_writing(hand: CaseInHand, *, because: str, channel: Channel) -> None:
    """Write to the person that it was withdrawn, that they can think better of it, and what is looked into and why."""
    withdrawn = latest(hand.events, "withdrawn")
    until = may_be_made_until(hand)
    letter = WithdrawalConfirmed(
        correspondence=correspondence(hand, to=hand.case.complainant),
        received_on=hand.case.received_on,
        withdrawn_on=withdrawn.on if withdrawn else hand.on,
        until=until if until is not None and until >= hand.on else None,
        goes_on_because=because or None,
        ombudsman_by=ombudsman_by(hand.position),
    )
    send_letter(hand, "withdrawal-confirmed", letter, channel=channel)


def may_be_made_until(hand: CaseInHand) -> date | None:
    """The last day on which the law lets the same complaint be made, where the day is known from which it counts.

    Of several issues with days of their own the first of those days: until then all of it can be made.
    """
    found = last_days_to_complain(hand.programmes, History(hand.events, hand.today), calendar_of(hand.programmes))
    return min((last.on for last in found), default=None)
