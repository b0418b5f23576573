"""Did what the person sent come within the time allowed for it, and what is to be said where it did not?"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from putright.domain.duty import Warned
from putright.domain.history import WHOLE, History
from putright.domain.owed import Owed
from putright.domain.periods import in_words
from putright.domain.programme import Programme
from putright.domain.reckoning import Reckoner
from putright.domain.vocabulary import DutyState, Effect
from putright.domain.working_days import WorkingCalendar

DECIDES_A_LATE_REQUEST: Final = ("late_request_accepted", "review_refused")


def last_day_to_complain(
    programmes: Sequence[Programme], history: History, calendar: WorkingCalendar
) -> tuple[date, str] | None:
    """The last day on which the complaint could be made, and on whose authority; of law and policy the later.

    Nothing while neither the day it happened nor the day it came to notice is known (regulation 12).
    """
    found: list[tuple[date, str]] = []
    for programme in programmes:
        if programme.limit is None or programme.procedure.accepts is None:
            continue
        last = (
            Reckoner(history, calendar, (WHOLE,) * len(programme.stages), programme.receipt)
            .when(programme.limit)
            .due_on
        )
        if last is not None:
            clause = programme.procedure.accepts.clause or ""
            found.append((last, f"{programme.procedure.cite_as or 'clause'} {clause}".strip()))
    return max(found, default=None)


def timeliness_warnings(programmes: Sequence[Programme], history: History, calendar: WorkingCalendar) -> list[Warned]:
    """A warning when the complaint came after its last day and nobody has decided whether to take it up."""
    received = history.first("received")
    if received is None or history.has("lateness_decided"):
        return []
    limit = last_day_to_complain(programmes, history, calendar)
    if limit is None or received.on <= limit[0]:
        return []
    message = (
        f"The complaint was made after {in_words(limit[0])}, the last day for it: decide whether there were good "
        "reasons and whether it can still be looked into effectively and fairly, and record the decision"
    )
    return [Warned(code="out-of-time", message=message, authority=limit[1])]


def late_requests(owed: Iterable[Owed], history: History) -> Iterator[Warned]:
    """A warning for each right that was used after it had lapsed, by the date that binds, until somebody decides."""
    for one in owed:
        if one.rule.effect is Effect.LAPSES and one.state is DutyState.MET_LATE and not _is_in_time(one):
            decided = [event for kind in DECIDES_A_LATE_REQUEST for event in history.all(kind)]
            if not any(event.facts.get("step", one.rule.name) == one.rule.name for event in decided):
                yield _late_request(one)


def _is_in_time(one: Owed) -> bool:
    """Whether the law, or a code, gives the person longer than the file does, and they came within it."""
    if one.done_on is None or one.binding_on is None or one.due_on is None:
        return False
    return one.done_on <= one.binding_on and one.due_on < one.binding_on


def _late_request(one: Owed) -> Warned:
    message = (
        f"{one.rule.name} came on {one.done_on}, after its time had passed, and nobody has accepted it or refused it"
    )
    return Warned(code="late-request", message=message, authority=one.rule.cites)
