"""Has a file been looked at for viruses, and may it be opened?"""

from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused


class Scan(StrEnum):
    """How far the looking for viruses in a file has come."""

    OURS = "ours"
    WAITING = "waiting"
    HELD_UP = "held-up"
    CLEAN = "clean"
    UNSCANNED = "unscanned"
    FOUND = "virus-found"


SCAN_WORDS: Final = {
    Scan.OURS: "Written here",
    Scan.WAITING: "Being checked for viruses",
    Scan.HELD_UP: "Could not be checked for viruses yet",
    Scan.CLEAN: "Checked for viruses",
    Scan.UNSCANNED: "Not checked for viruses",
    Scan.FOUND: "Held back: a virus was found",
}

# What a scanner still has to look at, once there is one.
TO_BE_SCANNED: Final = frozenset({Scan.WAITING, Scan.HELD_UP, Scan.UNSCANNED})

# Of two things known of the same content the later in this list stands: a virus that was found is never forgotten.
_WEIGHT: Final = (Scan.WAITING, Scan.HELD_UP, Scan.UNSCANNED, Scan.CLEAN, Scan.OURS, Scan.FOUND)


def what_stands(known: Scan, new: Scan) -> Scan:
    """What is known of a file after it was looked at once more.

    >>> what_stands(Scan.HELD_UP, Scan.CLEAN), what_stands(Scan.FOUND, Scan.CLEAN)
    (<Scan.CLEAN: 'clean'>, <Scan.FOUND: 'virus-found'>)
    """
    return max(known, new, key=_WEIGHT.index)


def why_not_opened(scan: Scan) -> Refused | None:
    """Why a file may not be opened or sent on, if it may not: nothing that might hold a virus leaves us."""
    match scan:
        case Scan.FOUND:
            message = (
                "A virus was found in this file, so it is held back and cannot be opened. Ask whoever sent it for"
                " another copy, made on a device that has been checked, or for the paper itself."
            )
        case Scan.WAITING | Scan.HELD_UP:
            message = (
                "This file has not been checked for viruses yet, so it cannot be opened. It is checked again every few"
                " minutes. If it still waits in an hour, tell whoever looks after Putright that the virus scanner does"
                " not answer."
            )
        case _:
            return None
    return Refused(code=f"file-{scan}", message=message, authority="")
