"""May a code go to somebody by text message, and to which number?

A text message lies on a screen that others may read. So none goes to whoever said of any way of ringing them that it is
not for us to use: they are reached by their link, by email or by post.
"""

import re
from collections.abc import Iterable
from typing import Final

from putright.domain.adjustments import Adjustment, Need

_LEFT_OUT: Final = re.compile(r"[\s().\-\u2010-\u2015/]+")
# A mobile number of the UK: Ofcom's National Telephone Numbering Plan. 070 follows a person and 076 is a pager, both
# at a price, but for 07624, which is the Isle of Man's.
_MOBILE: Final = re.compile(r"(?:(?:\+|00)?44)?0?(7(?:[1-57-9][0-9]{8}|624[0-9]{6}))")
NOT_WITH: Final = frozenset({Adjustment.NO_PHONE, Adjustment.NO_MESSAGES, Adjustment.TIME_TO_CALL})


def mobile_meant(typed: str) -> str | None:
    """Return the mobile number of the UK that was meant, as carriers take it; nothing where it is none.

    >>> mobile_meant("07700 900123"), mobile_meant("+44 (0)7700 900 123"), mobile_meant("020 7946 0018")
    ('447700900123', '447700900123', None)
    """
    found = _MOBILE.fullmatch(_LEFT_OUT.sub("", typed))
    return f"44{found[1]}" if found else None


def number_for_texts(telephone: str, needs: Iterable[Need], *, has_died: bool = False) -> str | None:
    """Return the number that may be sent a text message; nothing where none may go to this person."""
    if has_died or any(need.adjustment in NOT_WITH for need in needs):
        return None
    return mobile_meant(telephone)
