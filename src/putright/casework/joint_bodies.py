"""With which organisations is a case handled, where do letters reach them, and what was asked of them?"""

from putright.casework.errors import refused
from putright.casework.other_bodies import OtherBody, kept_body
from putright.casework.perform import CaseInHand
from putright.domain.joint import Contribution, Joint, contributions_of, joint_of


def joint_on(hand: CaseInHand) -> Joint:
    """How a case is handled with others, with what this action has recorded."""
    return joint_of(hand.events)


def partner(hand: CaseInHand, code: str) -> OtherBody:
    """One of the organisations with which a case is handled; raises ActionRefused for any other."""
    entry = dict(joint_on(hand).others).get(code)
    if entry is None:
        raise refused("no-such-body", "Choose an organisation with which this complaint is handled.")
    return kept_body(hand, entry, code)


def request_of(hand: CaseInHand, entry: int) -> Contribution:
    """A request for a contribution by the number of its entry, that has not been answered."""
    found = next((each for each in contributions_of(hand.events) if each.entry == entry), None)
    if found is None:
        raise refused("no-such-request", "Choose the request that it answers.")
    if found.done_on is not None:
        raise refused("already-answered", "This request has been answered already.")
    return found
