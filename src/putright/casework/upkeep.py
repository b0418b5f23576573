"""What has to be looked at again because days have passed, although nothing happened?"""

from datetime import date

from django.db import transaction

from putright.casework import facts_of, kept_position, kept_waits
from putright.records.models import Case


def bring_up_to_date(on: date, *, most: int | None = None) -> int:
    """Work out anew what is kept with each case whose dates have passed or begun by a day; return how many there were.

    It changes no fact and records none: what is kept is only for sorting and counting. With `most`, those that have
    waited longest.
    """
    waiting = Case.objects.filter(recheck_on__lte=on).order_by("recheck_on", "pk").values_list("pk", flat=True)
    return sum(_bring(pk, on) for pk in list(waiting[:most]))


def behind() -> int:
    """How many cases are kept in an earlier way than this Putright keeps them; none once `catch_up` is through."""
    return Case.objects.filter(kept_as__lt=kept_position.WAY).count()


def catch_up(on: date, *, most: int) -> int:
    """Work out anew up to `most` cases that an earlier Putright kept; return how many there were.

    Each in a transaction of its own, so that people work on meanwhile and what is done stays done.
    """
    waiting = Case.objects.filter(kept_as__lt=kept_position.WAY).order_by("kept_as", "pk")
    return sum(_bring(pk, on, always=True) for pk in list(waiting.values_list("pk", flat=True)[:most]))


def recompute(on: date) -> int:
    """Work out anew what is kept with every case, whatever is kept now."""
    return sum(_bring(pk, on, always=True) for pk in list(Case.objects.order_by("pk").values_list("pk", flat=True)))


def _bring(pk: int, on: date, *, always: bool = False) -> int:
    with transaction.atomic(durable=True):
        case = Case.objects.select_for_update().get(pk=pk)
        if not always and (case.recheck_on is None or case.recheck_on > on):
            return 0
        programmes = facts_of.programmes_of(case)
        events = facts_of.chronology_of(case, programmes)
        position = facts_of.position_of(programmes, events, on)
        kept_position.keep(case, position, on=on)
        kept_waits.keep(case, events, position)
        case.save(update_fields=kept_position.COLUMNS)
    return 1
