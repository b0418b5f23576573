"""Whoever follows their complaint names an advocate."""

from datetime import date, datetime

from putright.casework.advocates import AdvocateSaid, name_advocate_in
from putright.casework.by_link import by_link
from putright.casework.means import Means
from putright.casework.perform import Done
from putright.domain.channels import Channel


def name_advocate(*, link: int, advocate: AdvocateSaid, on: date, now: datetime, means: Means | None = None) -> Done:
    """Let somebody whom the person trusts come to their case, with what they may do; an invitation goes by email.

    By the link that was opened; raises NotFound where it opens nothing, and ActionRefused where it has ended, or the
    naming cannot be: nothing allowed, named already, too many, or no email can be sent.
    """
    with by_link(link, on=on, now=now, means=means) as hand:
        name_advocate_in(hand, advocate, facts={"channel": Channel.ONLINE.value}, papers=[])
    return hand.done()
