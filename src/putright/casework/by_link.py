"""How is anything done on a case by whoever follows it? As staff's actions are, by nobody of the body's."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from putright.casework.errors import NotFound
from putright.casework.looks import keep_look_by_link
from putright.casework.means import Means
from putright.casework.open_link import refuse_ended
from putright.casework.perform import CaseInHand, all_or_nothing, holding
from putright.records.models import Case, FollowLink


@contextmanager
def by_link(link: int, *, on: date, now: datetime, means: Means | None = None) -> Iterator[CaseInHand]:
    """Hold the case of a link that was opened, while its holder does something on it; all of it is kept, or nothing.

    Raises NotFound where the link opens nothing, and ActionRefused where it has ended. The look is kept, as each is.
    """
    row = FollowLink.objects.filter(pk=link).first()
    if row is None:
        raise NotFound
    refuse_ended(row, on)
    with all_or_nothing(means) as keeping:
        case = Case.objects.select_for_update(of=("self",)).get(pk=row.case_id)
        with holding(case, keeping, by_id=None, on=on, now=now) as hand:
            yield hand
        keep_look_by_link(case.pk, now=now)
