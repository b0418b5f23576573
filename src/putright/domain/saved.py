"""How long is a complaint kept that somebody saved to go on with, and how often may its link be emailed?"""

from datetime import date, timedelta
from typing import Final

from putright.domain.duty import Refused

# No law says how long: long enough to ask somebody for a date or a letter, short enough not to lie about.
KEPT_FOR: Final = timedelta(days=28)
# Of the answers as they are kept; ten things told as long as the form takes them come to a fifth of it.
LONGEST: Final = 1_000_000
# Whoever fills the disk with what they never send is stopped here; complaints are taken still.
MOST_KEPT: Final = 2_000_000_000
# Emails with a link: to one address, and from one place, in 24 hours. A place may be a library. That others had emails
# sent to an address is told nobody: whoever knew of it would know that its owner saved a complaint.
MAILS_COUNTED_FOR: Final = timedelta(hours=24)
MOST_TO_ONE_ADDRESS: Final = 5
MOST_FROM_ONE_PLACE: Final = 20


def kept_until(saved_on: date) -> date:
    """The last day on which what was saved that day can be gone on with.

    >>> kept_until(date(2026, 11, 22))
    datetime.date(2026, 12, 20)
    """
    return saved_on + KEPT_FOR


def why_not_save(length: int, *, kept_already: int) -> Refused | None:
    """Why answers of this length cannot be saved beside all that is kept; nothing if they can."""
    if length > LONGEST:
        message = "This is more than we can save. Send your complaint, or make some of your answers shorter."
        return Refused(code="too-much-to-save", message=message)
    if kept_already + length > MOST_KEPT:
        message = "We cannot save more complaints just now. You can still send yours, or print the page you are on."
        return Refused(code="no-room", message=message)
    return None


def why_not_mail(*, to_it_from_here: int, from_here: int) -> Refused | None:
    """Why no more links are taken after so many in 24 hours from one place, to this address or any; nothing if so."""
    if to_it_from_here >= MOST_TO_ONE_ADDRESS or from_here >= MOST_FROM_ONE_PLACE:
        message = "We cannot send more emails today. Copy the link, print this page or write the link down."
        return Refused(code="too-many-mails", message=message)
    return None
