"""What is asked of somebody who wants no more letters by email: nothing, or where letters may go by post?

Agreement to letters by email can be taken back at any time: SI 2009/309 regulation 15. Then they go by post, and so to
an address: to the home unless letters may not go there.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.adjustments import LONGEST_DETAIL, Adjustment, Need, address_for, is_needed
from putright.domain.duty import Refused

AUTHORITY: Final = "SI 2009/309 reg 15"


class AddressAsked(StrEnum):
    """What somebody is asked whose letters are to come by post from now on."""

    NOTHING = "nothing"  # there is an address to which letters may go
    ADDRESS = "address"  # there is none
    ANOTHER = "another"  # letters may not go home, and it was not said where they may


def address_asked(needs: Sequence[Need], home: tuple[str, ...]) -> AddressAsked:
    """Return which address is missing for letters by post; `home` is the address that we know, a line each."""
    if address_for(needs, home):
        return AddressAsked.NOTHING
    return AddressAsked.ANOTHER if is_needed(Adjustment.NO_LETTERS_HOME, needs) else AddressAsked.ADDRESS


def why_not_stopped(
    agreed_on: date | None, asked: AddressAsked, *, home: tuple[str, ...], given: tuple[str, ...]
) -> Refused | None:
    """Why letters by email are not stopped; nothing if they are."""
    if agreed_on is None:
        return Refused(code="not-agreed", message="We send you no letters by email, so there is nothing to stop.")
    if asked is AddressAsked.NOTHING:
        return None
    if not given:
        return Refused(code="no-address", message="Give us an address, so that we can send you letters by post.")
    if asked is AddressAsked.ANOTHER and _plain(given) == _plain(home):
        return Refused(
            code="home-address",
            message="You asked us not to write to this address. Give another one, or telephone us.",
        )
    if len("\n".join(given)) > LONGEST_DETAIL:
        return Refused(code="too-long", message=f"Write the address in up to {LONGEST_DETAIL} characters.")
    return None


def needs_with(needs: Sequence[Need], given: tuple[str, ...]) -> tuple[Need, ...]:
    """Return somebody's needs, with the address to which letters go instead of their home."""
    elsewhere = Need(adjustment=Adjustment.NO_LETTERS_HOME, detail="\n".join(given))
    return tuple(elsewhere if need.adjustment is Adjustment.NO_LETTERS_HOME else need for need in needs)


def _plain(lines: tuple[str, ...]) -> str:
    return "".join(each for each in "".join(lines).lower() if each.isalnum())
