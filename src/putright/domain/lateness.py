"""Did what the person sent come within the time allowed for it, and what is to be said where it did not?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from putright.domain.chronology import Event, issue_of
from putright.domain.duty import Warned
from putright.domain.history import WHOLE, History
from putright.domain.owed import Owed
from putright.domain.periods import in_words
from putright.domain.programme import Programme
from putright.domain.reckoning import Reckoner
from putright.domain.splitting import DAYS_OF_THE_MATTER, issues_gone
from putright.domain.vocabulary import DutyState, Effect
from putright.domain.working_days import WorkingCalendar

_DECIDE: Final = (
    "decide whether there were good reasons and whether it can still be looked into effectively and fairly, and record"
    " the decision"
)
DECIDES_A_LATE_REQUEST: Final = ("late_request_accepted", "review_refused")


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDay:
    """The last day on which something could be complained of, and on whose authority; of one issue, its number."""

    on: date
    authority: str
    issue: str | None = None


def last_days_to_complain(
    programmes: Sequence[Programme], history: History, calendar: WorkingCalendar
) -> tuple[LastDay, ...]:
    """The last day on which the complaint could be made; where its issues have days of their own, that of each.

    Of law and policy the later. Nothing while neither the day it happened nor the day it came to notice is known
    (regulation 12).
    """
    found: list[LastDay] = []
    for issue in _with_days_of_their_own(history) or (None,):
        of_it = history if issue is None else history.without(partial(_is_a_day_of_another, issue))
        days = list(_last_days(programmes, of_it, calendar))
        if days:
            on, authority = max(days)
            found.append(LastDay(on=on, authority=authority, issue=issue))
    return tuple(found)


def what_was_late(programmes: Sequence[Programme], history: History, calendar: WorkingCalendar) -> tuple[LastDay, ...]:
    """Of those last days the ones that were over when the complaint was received."""
    received = history.first("received")
    if received is None:
        return ()
    return tuple(last for last in last_days_to_complain(programmes, history, calendar) if received.on > last.on)


def issues_in_time(
    programmes: Sequence[Programme], history: History, calendar: WorkingCalendar, numbers: Iterable[str]
) -> tuple[str, ...]:
    """Of the issues of these numbers those that were not late: one of which no day is known is not."""
    late = what_was_late(programmes, history, calendar)
    if any(last.issue is None for last in late):
        return ()
    return tuple(number for number in numbers if number not in {last.issue for last in late})


def timeliness_warnings(programmes: Sequence[Programme], history: History, calendar: WorkingCalendar) -> list[Warned]:
    """A warning when the complaint, or an issue of it, came after its last day and nobody has decided about that."""
    if history.has("lateness_decided"):
        return []
    late = what_was_late(programmes, history, calendar)
    if not late:
        return []
    return [Warned(code="out-of-time", message=f"{_came_late(late)}: {_DECIDE}", authority=late[0].authority)]


def _came_late(late: Sequence[LastDay]) -> str:
    """
    >>> _came_late([LastDay(on=date(2026, 3, 16), authority="", issue="2")])
    'Issue 2 was complained of after Monday 16 March 2026, the last day for it'
    """
    if late[0].issue is None:
        return f"The complaint was made after {in_words(late[0].on)}, the last day for it"
    each = [f"Issue {last.issue} was complained of after {in_words(last.on)}, the last day for it" for last in late]
    return "; ".join([each[0], *(f"i{one[1:]}" for one in each[1:])])


def _last_days(
    programmes: Sequence[Programme], history: History, calendar: WorkingCalendar
) -> Iterator[tuple[date, str]]:
    for programme in programmes:
        if programme.limit is None or programme.procedure.accepts is None:
            continue
        whole = (WHOLE,) * len(programme.stages)
        last = Reckoner(history, calendar, whole, programme.receipt).when(programme.limit).due_on
        if last is not None:
            clause = programme.procedure.accepts.clause or ""
            yield last, f"{programme.procedure.cite_as or 'clause'} {clause}".strip()


def _with_days_of_their_own(history: History) -> tuple[str, ...]:
    """The issues, in their order, of which it is known by themselves when they happened or came to notice.

    Not those that are a case of their own by now: there they are judged.
    """
    numbers = {issue_of(event) for kind in DAYS_OF_THE_MATTER for event in history.all(kind)}
    numbers -= issues_gone(history.events)
    return tuple(sorted((number for number in numbers if number is not None), key=lambda each: (len(each), each)))


def _is_a_day_of_another(issue: str, event: Event) -> bool:
    return event.event in DAYS_OF_THE_MATTER and issue_of(event) != issue


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
