"""How is it owed that other organisations are told of what a patient answered, and which of them is meant?"""

from putright.casework.errors import refuse, refused
from putright.casework.office_rules import bring_over
from putright.casework.other_bodies import OtherBody, kept_body
from putright.casework.perform import CaseInHand
from putright.domain.consent_shared import NOBODY_TO_TELL, RULES, TO_STOP, ToStop, holders_of, owed_by, to_stop


def owe_word_to_bodies(hand: CaseInHand, entry: int, answer: str, extent: str = "") -> None:
    """Have each organisation that was told of the complaint told what the answer of an entry ends."""
    owed = tuple(owed_by(hand.events, answer, extent))
    if owed:
        bring_over(hand, RULES)
    for body, change in owed:
        hand.note(TO_STOP, about=entry, facts={"body": body, "change": change.value})


def body_to_stop(hand: CaseInHand, code: str) -> tuple[ToStop, OtherBody]:
    """One of the organisations that are still to be told; raises ActionRefused for any other."""
    waiting = to_stop(hand.events)
    refuse(None if waiting else NOBODY_TO_TELL)
    found = next((one for one in waiting if one.body == code), None)
    if found is None:
        raise refused("no-such-body", "Choose an organisation that is still to be told.")
    return found, kept_body(hand, dict(holders_of(hand.events))[code], code)
