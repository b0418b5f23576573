"""Who is to be reminded today of a statement they were asked for, and who is told that one does not come?"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Q

from putright.casework.appointments import in_force as appointed
from putright.casework.due_lists import calendar_of
from putright.casework.entries import entry_numbered
from putright.casework.errors import NotFound
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, all_or_nothing, day_of, holding
from putright.casework.statement_notices import write_to_the_asked, write_to_the_asker
from putright.domain.access import Role
from putright.domain.chronology import Event, in_force
from putright.domain.delivery import office_hours_from
from putright.domain.duty import Position
from putright.domain.statements import TO_THE_ASKER, Asked, Notice, Request, notices_due
from putright.domain.vocabulary import RELEASES
from putright.records.models import AskedStatement, Case

# No reminder is further off than this from its last day, whatever holidays lie between.
_AHEAD: Final = timedelta(days=10)
_ANSWERED: Final = frozenset({"statement_received", *RELEASES["statement_requested"]})


def chase_statements(*, now: datetime, means: Means) -> int:
    """Remind whom it is time to remind, once each, where there is a way to send emails; return how many were queued.

    Only on working days of the body, and not after hours. Each case is held by itself, so that what cannot be done on
    one holds up no other.
    """
    if means.mail is None:
        return 0
    today = day_of(now)
    near = Q(due_on__lte=today + _AHEAD) | Q(person__left_on__lt=today) | Q(person__email="")
    waiting = AskedStatement.objects.filter(near, state=Asked.WAITING.value, case__is_open=True)
    return sum(_chase(pk, now=now, means=means) for pk in waiting.order_by("due_on", "id").values_list("pk", flat=True))


def due_of(row: AskedStatement, position: Position) -> date:
    """The last day for the reply: what whoever is asked was told, or a later one that the procedure came to give."""
    owed = (duty for duty in position.to_do() if duty.about == str(row.entry) and "statement_received" in duty.met_by)
    return max([row.due_on, *(duty.due_on for duty in owed if duty.due_on is not None)])


def _chase(pk: int, *, now: datetime, means: Means) -> int:
    try:
        with all_or_nothing(means) as keeping:
            row = AskedStatement.objects.get(pk=pk)
            case = Case.objects.select_for_update(of=("self",)).select_related("body", "handler").get(pk=row.case_id)
            row = AskedStatement.objects.select_related("person", "asked_by").get(pk=pk)
            goes_at = office_hours_from(now, calendar_of(case.body, day_of(now)))
            if row.state != Asked.WAITING or day_of(goes_at) != day_of(now):
                return 0
            with holding(case, keeping, by_id=None, on=day_of(now), now=now) as hand:
                return _send(hand, row, goes_at=goes_at)
    except _NothingToSend:
        return 0


class _NothingToSend(NotFound):
    """Nothing is to be recorded on the case, so the transaction is given up."""


def _send(hand: CaseInHand, row: AskedStatement, *, goes_at: datetime) -> int:
    if entry_numbered(hand.events, row.entry, "statement_requested") is None or _is_answered(hand.events, row):
        raise _NothingToSend
    due_on = due_of(row, hand.position)
    request = Request(
        asked_on=row.asked_on,
        due_on=due_on,
        sent=_sent(hand.events, row, due_on),
        can_answer=_can_answer(hand, row),
    )
    notices = notices_due(request, today=hand.today, calendar=calendar_of(hand.case.body, hand.today))
    if not notices:
        raise _NothingToSend
    for notice in notices:
        if notice in TO_THE_ASKER:
            hand.note("statement_escalated", about=row.entry, facts={"date": due_on})
            write_to_the_asker(hand, row, notice)
        else:
            hand.note("statement_chased", about=row.entry, facts={"notice": notice.value, "date": due_on})
            write_to_the_asked(row, notice, at=goes_at, now=hand.now, means=hand.means)
    return len(notices)


def _is_answered(events: Iterable[Event], row: AskedStatement) -> bool:
    return any(event.about == str(row.entry) and event.event in _ANSWERED for event in in_force(list(events)))


def _sent(events: Iterable[Event], row: AskedStatement, due_on: date) -> frozenset[Notice]:
    """What was sent already about this last day."""
    about = [event for event in events if event.about == str(row.entry) and event.facts.get("date") == due_on]
    reminders = {Notice(str(event.facts["notice"])) for event in about if event.event == "statement_chased"}
    told = {Notice.ESCALATED for event in about if event.event == "statement_escalated"}
    return frozenset(reminders | told)


def _can_answer(hand: CaseInHand, row: AskedStatement) -> bool:
    held = appointed(hand.today).filter(person=row.person, role=Role.STAFF.value)
    return bool(row.person.email.strip()) and held.exists()
