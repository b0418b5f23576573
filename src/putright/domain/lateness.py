"""Whether a complaint was made within the time allowed for it, and what to say when it was not."""

from collections.abc import Sequence
from datetime import date

from putright.domain.duty import Warned
from putright.domain.history import WHOLE, History
from putright.domain.periods import in_words
from putright.domain.programme import Programme
from putright.domain.reckoning import Reckoner
from putright.domain.working_days import WorkingCalendar


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
