"""How does a request to be rung stand, by what is remembered of it and by the rules of the body that was asked?"""

from datetime import date

from putright.casework.adopted import procedure_of, programme_of
from putright.casework.due_lists import calendar_of
from putright.casework.office_rules import rules_named
from putright.domain.call_backs import RULES, CallBack, CallRules, call_back_of, rules_by
from putright.domain.incoming import MessageKind, call_back_by
from putright.domain.periods import LONDON
from putright.domain.working_days import WorkingCalendar
from putright.records.models import Body, CallTried, IncomingMessage
from putright.records.models.incoming_message import Lying


def call_rules_of(body: Body, on: date) -> CallRules:
    """What a body does where nobody answers: by its own procedure where that says so, else by rules of ours."""
    version = procedure_of(body, on)
    return rules_by(programme_of(version) if version else None, rules_named(RULES))


def waits_for_call(row: IncomingMessage) -> bool:
    """Whether somebody asked to be rung, and waits for it."""
    return row.kind == MessageKind.CALL_BACK.value and row.lying == Lying.WAITING.value


def standing_of(row: IncomingMessage, rules: CallRules, calendar: WorkingCalendar) -> CallBack | None:
    """How a request to be rung stands; nothing for anything else, and once it has been dealt with."""
    if not waits_for_call(row):
        return None
    return call_back_of(
        by=call_back_by(row.received_at.astimezone(LONDON).date(), calendar),
        tried=[each.at.astimezone(LONDON).date() for each in row.tries.all()],
        rules=rules,
        calendar=calendar,
    )


def standing_on(row: IncomingMessage, on: date) -> CallBack | None:
    """How one request stands by the rules of its body on a day."""
    return standing_of(row, call_rules_of(row.body, on), calendar_of(row.body, on))


def tries_in_words(row: IncomingMessage) -> str:
    """Each call that nobody answered, a line each, as the file of a case keeps it."""
    tries = CallTried.objects.filter(message=row).select_related("by").order_by("at", "id")
    lines = (
        f"{each.at.astimezone(LONDON):%d/%m/%Y at %H:%M}: {each.by.name} rang, and nobody answered."
        f"{' A message was left.' if each.left_message else ''}"
        for each in tries
    )
    return "\n".join(lines)
