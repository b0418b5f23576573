"""An advocate says that they help a person no longer."""

from datetime import date, datetime

from putright.casework.advocates import end_advocate_in
from putright.casework.by_naming import by_naming
from putright.casework.means import Means
from putright.casework.perform import Done
from putright.domain.advocates import EndedBy
from putright.domain.channels import Channel


def stop_as_advocate(*, account: int, case: str, on: date, now: datetime, means: Means | None = None) -> Done:
    """End the advocate's own part in a case at once; raises NotFound where they are not named on it."""
    with by_naming(account, case, None, on=on, now=now, means=means) as (hand, row):
        end_advocate_in(hand, row, EndedBy.ADVOCATE, facts={"channel": Channel.ONLINE.value}, papers=[])
    return hand.done()
