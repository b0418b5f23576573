"""How is anything done on a case by an advocate? As by the person's link, by nobody of the body's, while it stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from putright.casework.errors import NotFound
from putright.casework.looks import keep_look_by_advocate
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, all_or_nothing, holding
from putright.domain.advocates import Help
from putright.domain.references import reference_meant
from putright.records.models import Case, NamedAdvocate
from putright.records.visible_to import namings_of


def named_on(account: int, case: str, *, on: date, what: Help | None = None) -> NamedAdvocate:
    """The naming by which the holder of an account is an advocate on a case on a day, and lets them do something.

    Raises NotFound where there is none, for whichever reason: nobody learns whether there is such a case.
    """
    meant = reference_meant(case)
    parts = ("case__body", "case__complainant", "case__handler")
    rows = namings_of(account, on).filter(case__reference=meant).select_related(*parts) if meant else ()
    for row in rows:
        if what is None or what.value in row.helps:
            return row
    raise NotFound


@contextmanager
def by_naming(
    account: int, case: str, what: Help | None, *, on: date, now: datetime, means: Means | None = None
) -> Iterator[tuple[CaseInHand, NamedAdvocate]]:
    """Hold a case while an advocate does something on it that the person lets them do; all of it is kept, or nothing.

    Raises NotFound where it does not stand, even if it was ended a moment ago. The look is kept, as each is.
    """
    with all_or_nothing(means) as keeping:
        row = named_on(account, case, on=on, what=what)
        held = Case.objects.select_for_update(of=("self",)).get(pk=row.case_id)
        row = named_on(account, case, on=on, what=what)  # whoever ended it held the case before us
        with holding(held, keeping, by_id=None, on=on, now=now) as hand:
            yield hand, row
        keep_look_by_advocate(held.pk, row.pk, now=now)
