"""Which breach of a case is meant?"""

from putright.casework.errors import refused
from putright.casework.perform import CaseInHand
from putright.domain.breaches import Breach, breaches_of


def breach_meant(hand: CaseInHand, entry: int) -> Breach:
    """The breach that was found in the entry of this number; raises ActionRefused where there is none."""
    found = next((breach for breach in breaches_of(hand.events) if breach.number == str(entry)), None)
    if found is None:
        raise refused("no-such-breach", "No breach was entered there that still stands. Choose the breach.")
    return found
