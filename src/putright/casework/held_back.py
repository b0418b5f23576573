"""In a paper of which cases was a virus found, after it had been on the case for a while?"""

from datetime import date, datetime, time
from typing import Final

from putright.domain.access import Actor
from putright.domain.periods import LONDON
from putright.domain.references import reference_shown
from putright.records.models import Event
from putright.records.visible_to import visible_to

FOUND_EVENT: Final = "virus_found"


def held_back_since(actor: Actor, day: date) -> tuple[str, ...]:
    """The references of the cases that the actor may see on which a virus was recorded since a day began."""
    began = datetime.combine(day, time(), tzinfo=LONDON)
    found = Event.objects.filter(event=FOUND_EVENT, recorded_at__gte=began, case__in=visible_to(actor))
    references = found.order_by("case__reference").values_list("case__reference", flat=True).distinct()
    return tuple(reference_shown(reference) for reference in references)
