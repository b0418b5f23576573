"""An advocate says whether they come to a meeting with the person."""

from datetime import date, datetime

from putright.casework.advocates import meeting_ahead
from putright.casework.by_naming import by_naming
from putright.casework.errors import ActionRefused
from putright.casework.means import Means
from putright.casework.perform import Done
from putright.domain.advocates import COMES, NO_MEETING_AHEAD, Help
from putright.domain.channels import Channel
from putright.domain.periods import LONDON


def say_whether_advocate_comes(
    *, account: int, case: str, comes: bool, on: date, now: datetime, means: Means | None = None
) -> Done:
    """Record what the advocate says of the meeting that is agreed; who meets the person sees it on their sheet.

    Raises NotFound where the person does not let them come to meetings, and ActionRefused where none is agreed. A later
    word takes the place of an earlier one; a meeting that is moved is asked about anew.
    """
    with by_naming(account, case, Help.MEET, on=on, now=now, means=means) as (hand, row):
        ahead = meeting_ahead(hand.case, hand.today)
        if ahead is None:
            raise ActionRefused(NO_MEETING_AHEAD)
        day = ahead.starts.astimezone(LONDON).date()
        hand.note(COMES, about=row.entry, facts={"comes": comes, "meeting": day, "channel": Channel.ONLINE.value})
    return hand.done()
