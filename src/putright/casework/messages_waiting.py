"""How many messages wait for somebody to say what becomes of them, and how many have waited too long?"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

# What Django says of the rows of values is untyped, hence Any.
from typing import Any

from django.db.models import Count, Q, QuerySet

from putright.domain.access import Actor, Deed, reaches, why_not_here
from putright.domain.periods import LONDON
from putright.records.models import IncomingMessage
from putright.records.models.incoming_message import Lying
from putright.records.prepared import in_words
from putright.records.visible_to import messages_visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Messages that the actor may file: all that wait, and those of them that are overdue."""

    messages: int = 0
    overdue: int = 0


def waiting_for(actor: Actor, *, on_time_since: date) -> Waiting:
    """How many wait for somebody; none for who may not file them."""
    if why_not_here(actor, Deed.HANDLE) is not None:
        return Waiting()
    waiting = messages_visible_to(actor).filter(lying=Lying.WAITING)
    late = Count("pk", filter=Q(received_at__lt=datetime.combine(on_time_since, time(), LONDON)))
    counted = waiting.aggregate(messages=Count("pk"), overdue=late)
    return Waiting(messages=counted["messages"], overdue=counted["overdue"])


@in_words
def waiting_rows(sort: Actor, /, *, me: int, body: int, on: date) -> QuerySet[IncomingMessage, Any]:
    """The messages that wait, late or not, to be counted with other things; none for who may not file them."""
    actor = replace(sort, person_id=me, body_id=body, on=on)
    if not reaches(actor, Deed.HANDLE):
        return IncomingMessage.objects.none()
    return messages_visible_to(actor).filter(lying=Lying.WAITING).order_by().values("pk")
