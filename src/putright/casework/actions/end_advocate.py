"""Whoever follows their complaint says that an advocate helps them no longer."""

from datetime import date, datetime

from putright.casework.advocates import end_advocate_in, standing
from putright.casework.by_link import by_link
from putright.casework.means import Means
from putright.casework.perform import Done
from putright.domain.advocates import EndedBy
from putright.domain.channels import Channel


def end_advocate(*, link: int, advocate: int, on: date, now: datetime, means: Means | None = None) -> Done:
    """End an advocate's part at once: from now on they see nothing of the case, whether or not they are signed in.

    `advocate` is the number of the entry that named them. By the link that was opened; raises NotFound where it opens
    nothing or nobody is so named, and ActionRefused where it has ended.
    """
    with by_link(link, on=on, now=now, means=means) as hand:
        row = standing(hand.case, advocate, hand.today)
        end_advocate_in(hand, row, EndedBy.PERSON, facts={"channel": Channel.ONLINE.value}, papers=[])
    return hand.done()
