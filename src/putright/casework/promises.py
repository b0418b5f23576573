"""Which promise that was made in passing is meant, and is it still to be kept?"""

from putright.casework.entries import entry_numbered
from putright.casework.errors import refused
from putright.casework.perform import CaseInHand
from putright.domain.calls import PROMISES
from putright.domain.chronology import Event
from putright.domain.duty import Duty, Position, Refused

NONE_OPEN = Refused(code="no-promise", message="Nothing was promised in passing that is still to be done.")


def promises_open(position: Position) -> tuple[Duty, ...]:
    """What was promised in passing and is still to be done, the soonest first."""
    return tuple(duty for duty in position.to_do() if duty.procedure == PROMISES)


def promise_meant(hand: CaseInHand, entry: int) -> Event:
    """The entry of a promise that is still to be kept; raises ActionRefused where there is none of that number."""
    made = entry_numbered(hand.events, entry, "promise_made")
    if made is None:
        raise refused("no-such-promise", "No promise was entered there that still stands. Choose the promise.")
    if all(duty.about != str(entry) for duty in promises_open(hand.position)):
        raise refused("already-promise-kept", "This promise has been kept or let go already.")
    return made
