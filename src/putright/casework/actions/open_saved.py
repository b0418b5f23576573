"""Somebody opens the link of a complaint that they saved, to go on with it."""

from datetime import date, datetime

from putright.casework.errors import NotFound
from putright.casework.open_link import refuse_wrong
from putright.casework.saved_complaints import Saved, read, row_of
from putright.gateways.sealing import SealBroken


def open_saved(*, secret: str, visitor: str, on: date, now: datetime) -> Saved:
    """Open what was saved under a secret.

    `visitor` is the network address of whoever asks. Raises NotFound alike for a link that never was, whose time is
    over, or whose complaint was sent or deleted; and ActionRefused once there were too many such from one address.
    """
    secret = secret.strip()
    row = row_of(secret, on=on)
    try:
        if row is not None:
            return read(row, secret=secret)
    except SealBroken:  # somebody altered it: it can be opened by nobody any more
        pass
    refuse_wrong(visitor, now=now)
    raise NotFound
