"""Somebody types the code that was sent to them, and follows their complaint."""

from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction

from putright.casework.code_contacts import is_still_theirs
from putright.casework.errors import ActionRefused
from putright.casework.follow_codes import try_code
from putright.casework.follow_links import give_link, link_of
from putright.casework.means import Means, means_of_this_site
from putright.domain.follow_codes import WRONG
from putright.records.models.follow_code import Purpose

ONE_VISIT: Final = timedelta(days=1)


def open_by_code(*, code: int, typed: str, on: date, now: datetime, means: Means | None = None) -> int:
    """Open the complaint of a code for this visit; return the number of a link that ends with it.

    Nobody ever learns the secret of that link, and staff who end the links of a case end it too. Raises ActionRefused
    for a code that is wrong, too old, tried out or used, or whose address or number is not the person's any more.
    """
    row = try_code(code, typed, Purpose.OPEN, now=now)
    if row.case is None or not is_still_theirs(row):
        raise ActionRefused(WRONG)
    with transaction.atomic(durable=True):
        secret = give_link(row.case, on=on, now=now, means=means or means_of_this_site(), lasts=ONE_VISIT)
    link = link_of(secret)
    if link is None:
        raise ActionRefused(WRONG)
    return link.pk
