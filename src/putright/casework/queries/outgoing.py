"""Which letters of a body are on their way by email, which could not go, and which were marked as posted today?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Q, QuerySet

from putright.casework.letter_queue import WAITING
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.channels import Channel
from putright.domain.delivery import TROUBLE_WORDS, Trouble
from putright.domain.references import reference_shown
from putright.records.models import OutboxLetter
from putright.records.models.delivery import Progress
from putright.records.models.outbox_letter import State
from putright.records.visible_to import visible_to

MOST: Final = 100
_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnItsWay:
    """A letter that goes or went by email, or was to: how far it has come, and what is in the way, in words."""

    reference: str
    reference_shown: str
    number: int
    title: str
    complainant: str
    progress: str
    trouble: str
    attempts: int
    try_at: datetime | None
    sent_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedToday:
    """A letter whose posting was marked today, and can be taken back."""

    reference: str
    reference_shown: str
    number: int
    title: str
    posted_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """The outgoing post of a body besides its print queue: failures first, then what waits, then what went."""

    failed: tuple[OnItsWay, ...]
    waiting: tuple[OnItsWay, ...]
    sent: tuple[OnItsWay, ...]
    marked: tuple[MarkedToday, ...]


def outgoing_of(actor: Actor, today: date) -> Outgoing:
    """What goes out by email, and what was marked as posted today; nothing for those who may not handle cases."""
    if why_not_here(actor, Deed.HANDLE) is not None:
        return Outgoing(failed=(), waiting=(), sent=(), marked=())
    letters = OutboxLetter.objects.filter(case__in=visible_to(actor)).select_related(
        "delivery", "document", "case__complainant"
    )
    failed = Q(delivery__progress=Progress.HELD_UP) | Q(delivery__progress=Progress.GIVEN_UP, state__in=WAITING)
    under_way = Q(delivery__progress__in=[Progress.QUEUED, Progress.TAKEN], channel=Channel.EMAIL.value)
    went = Q(delivery__progress=Progress.SENT, posted_on__gte=today - _WEEK)
    return Outgoing(
        failed=_on_their_way(letters.filter(failed).order_by("delivery__queued_at")),
        waiting=_on_their_way(letters.filter(under_way).order_by("delivery__queued_at")),
        sent=_on_their_way(letters.filter(went).order_by("-delivery__taken_at")),
        marked=_marked(letters.filter(state=State.POSTED, channel=Channel.LETTER.value), today),
    )


def _on_their_way(rows: Iterable[OutboxLetter]) -> tuple[OnItsWay, ...]:
    return tuple(_on_its_way(row) for row in list(rows)[:MOST])


def _on_its_way(row: OutboxLetter) -> OnItsWay:
    delivery = row.delivery
    return OnItsWay(
        reference=row.case.reference,
        reference_shown=reference_shown(row.case.reference),
        number=row.document.number,
        title=row.document.title,
        complainant=row.case.complainant.name,
        progress=delivery.progress,
        trouble=TROUBLE_WORDS[Trouble(delivery.trouble)] if delivery.trouble else "",
        attempts=delivery.attempts,
        try_at=delivery.try_at if delivery.progress == Progress.HELD_UP else None,
        sent_at=delivery.taken_at,
    )


def _marked(letters: QuerySet[OutboxLetter], today: date) -> tuple[MarkedToday, ...]:
    """Those whose mark was made today, whatever day it says: only these can be taken back."""
    return tuple(
        MarkedToday(
            reference=row.case.reference,
            reference_shown=reference_shown(row.case.reference),
            number=row.document.number,
            title=row.document.title,
            posted_on=row.posted_on or today,
        )
        for row in letters.filter(records__0__entered_on=today.isoformat()).order_by("-id")[:MOST]
    )
