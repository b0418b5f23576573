"""Which duties does a procedure lay on a case, and how does each stand?"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from putright.domain.chronology import Event
from putright.domain.duty import Warned
from putright.domain.expressions import Happened
from putright.domain.history import History, endings, while_closed, windows
from putright.domain.holding import holds_since, taken_back
from putright.domain.meeting import Asked, answers, done, still_needed
from putright.domain.moving import changed
from putright.domain.owed import Owed
from putright.domain.periods import Period
from putright.domain.programme import Programme, Rule
from putright.domain.reckoning import ONE_DAY, Reckoner, When
from putright.domain.representation import consent_is_needed, consent_stands
from putright.domain.vocabulary import GIVES_WAY, RELEASES, DutyState, Effect
from putright.domain.working_days import WorkingCalendar

MOST_ROUNDS = 520  # ten years of weekly letters: what comes round for longer is a fault of the file, not of the case
QUIET = (Effect.LAPSES, Effect.CLOSES)  # what a passed date means where nobody is in breach


@dataclass(slots=True)
class Reading:
    """One procedure read over one history: where it came over the case after receipt, since when, and until when."""

    programme: Programme
    history: History
    calendar: WorkingCalendar
    came: date | None = None
    until: date | None = None
    warnings: list[Warned] = field(default_factory=list)
    reckoner: Reckoner = field(init=False)
    ended: Sequence[Event] = field(init=False)
    closed: Sequence[tuple[Event, Event]] = field(init=False)

    def __post_init__(self) -> None:
        found = windows(self.programme, self.history)
        self.reckoner = Reckoner(self.history, self.calendar, found, self.programme.receipt)
        self.ended = endings(self.programme, self.history)
        self.closed = while_closed(self.programme, self.history)

    def owed(self) -> list[Owed]:
        """Every duty, those of a step together, in the order of the file; at least one a step."""
        found: dict[str, list[Owed]] = {}
        for rule in self.programme.rules:
            found[rule.name] = owed = self._of_rule(rule)
            if rule.name in self.programme.asked:
                self.reckoner.results[rule.name] = [one.result() for one in owed]
        return [one for name in self.programme.order for one in found[name]]

    def _of_rule(self, rule: Rule) -> list[Owed]:
        reckoner = self.reckoner.within(rule.stage)
        if rule.each is not None:
            return list(self._for_each(rule, rule.each))
        when = reckoner.when(rule.due)
        if rule.repeat is None or when.due_on is None:
            return [self._one(rule, 1, when)]
        return list(self._rounds(rule, rule.repeat.every, when, when.due_on))

    def _for_each(self, rule: Rule, kind: str) -> Iterator[Owed]:
        """One duty a request; none yet, or a step that is not owed, asks for a duty that has not started."""
        requests = [request for request in self.history.all(kind) if self._asks(request, rule)]
        if requests and any(holds_since(condition, self.reckoner) is None for condition in rule.only_if):
            yield self._one(rule, 1, When(None, None))
            return
        for number, request in enumerate(requests, start=1):
            when = self.reckoner.within(rule.stage, request).when(rule.due)
            yield self._one(rule, number, when, request, until=self._released(request))
        if not requests:
            yield self._one(rule, 1, When(None, None, waiting=(kind,)))

    def _released(self, request: Event) -> date | None:
        """The day on which whoever was asked said no, or the request was taken back."""
        kinds = RELEASES.get(request.event, ())
        days = [event.on for kind in kinds for event in self.history.all(kind) if answers(event, request)]
        return min(days, default=None)

    def _asks(self, request: Event, rule: Rule) -> bool:
        return request.facts.get("step", rule.name) == rule.name and self.reckoner.in_stage(request)

    def _rounds(self, rule: Rule, every: Period, first: When, anchor: date) -> Iterator[Owed]:
        """Each time a repeating step came round; the next begins once the date of the last has passed."""
        until = rule.repeat.until if rule.repeat else None
        in_every = rule.repeat is not None and rule.repeat.in_every
        over = holds_since(until, self.reckoner, excuses=True) if until else None
        spent: set[int] = set()
        when, due = first, anchor
        rounds = rule.repeat.times if rule.repeat and rule.repeat.times else MOST_ROUNDS
        for number in range(1, min(rounds, MOST_ROUNDS) + 1):
            one = self._one(rule, number, when, until=over, spent=spent)
            has_ended = one.when.starts_on is None or (one.ends_on is not None and one.ends_on <= due)
            is_last = has_ended or due >= self.history.today
            if is_last or self.came is None or due >= self.came:
                yield one
            if is_last:
                return
            spent.update(id(event) for event in one.done_by if not (in_every and event.on > due))
            counted = self.reckoner.counted(_times(every, number), anchor)
            when = When(due, first.because, counted.due, counts=(counted,), unit=every.unit)
            due = counted.due

    def _one(
        self,
        rule: Rule,
        number: int,
        when: When,
        request: Event | None = None,
        *,
        until: date | None = None,
        spent: Collection[int] = (),
    ) -> Owed:
        since, until = self._held(rule, when, until)
        if when.starts_on is None or None in since:
            return self._not_started(Owed(rule, self.programme, number, when, request), since)
        one = Owed(rule, self.programme, number, when, request, original=when.due_on, waiting=when.waiting)
        one.came = self.came
        if since:
            when.since = max(day for day in (when.since, *since) if day)
        if self.came is not None:
            when.since = max(when.since or self.came, self.came)
        reason_ended = self._reason_ended(rule, until)
        if reason_ended is not None and reason_ended < self._begins(when):
            one.ends_on, one.state = when.starts_on, DutyState.CANCELLED  # it was never owed
            return one
        one.ends_on = reason_ended
        self._do(one, self.reckoner, spent)
        if rule.restless:
            self._keep_what_was_missed(one)
        if rule.move or rule.pausable:
            self.warnings += changed(one, self.reckoner)
        _judge(one, self.history)
        if self.closed:
            self._spare_while_closed(one)
        if rule.stage is not None:
            self._claim(one, rule.stage)
        if rule.needs and one.is_to_do:
            one.waiting = tuple(dict.fromkeys((*one.waiting, *self._lacking(rule))))
        return one

    def _held(self, rule: Rule, when: When, until: date | None) -> tuple[Sequence[date | None], date | None]:
        """Since when each condition has held; of conditions taken back since the clock began, until when they did."""
        if not rule.only_if:
            return (), until
        since = [holds_since(condition, self.reckoner) for condition in rule.only_if]
        if None not in since or when.starts_on is None:
            return since, until
        days = {day for said in rule.said for day in taken_back(said, self.history)}
        for day in sorted(days, reverse=True):
            began = self.reckoner.as_began(day)
            held = [holds_since(condition, began) for condition in rule.only_if]
            if None not in held:
                return held, min(day, until or day)
        return since, until

    def _begins(self, when: When) -> date:
        """The first day on which what meets a duty counts; not before its procedure came over the case."""
        return max(when.came_on or when.starts_on or date.min, self.came or date.min)

    def _not_started(self, one: Owed, since: Sequence[date | None]) -> Owed:
        """A duty that waits for its start or its condition, or that what excepts it already rules out."""
        one.waiting = one.when.waiting
        if None in since:
            lacking = [str(condition) for condition, day in zip(one.rule.only_if, since, strict=True) if day is None]
            one.waiting = tuple(dict.fromkeys((*one.waiting, *lacking)))
        one.when = When(None, None, waiting=one.waiting)
        excused = [1 for condition in one.rule.unless if holds_since(condition, self.reckoner, excuses=True)]
        if excused or (self.until is not None and one.rule.survives.isdisjoint(GIVES_WAY)):
            one.state = DutyState.CANCELLED
        return one

    def _reason_ended(self, rule: Rule, until: date | None) -> date | None:
        """The day the reason for a step ended: its exception, its stage, the case, or what it was repeated until."""
        days = [day for day in (until, self.reckoner.window.ends) if day]
        if self.until is not None and rule.survives.isdisjoint(GIVES_WAY):
            days.append(self.until)
        for condition in rule.unless:
            if day := holds_since(condition, self.reckoner, excuses=True):
                days.append(day)
        for event in self.ended:
            if event.event not in rule.survives:
                days.append(event.on)
        return min(days) if days else None

    def _do(self, one: Owed, reckoner: Reckoner, spent: Collection[int]) -> None:
        starts_on, last = one.when.came_on or one.when.starts_on, one.ends_on or reckoner.history.today
        if one.rule.met is None or starts_on is None:
            return
        asked = Asked(one.rule.name, starts_on, last, one.request, spent, one.when.due_on, one.when.begun_by)
        made = done(one.rule.met, asked, reckoner)
        if made is not None:
            one.done_on, one.done_by = made.on, made.by
        elif not isinstance(one.rule.met, Happened):
            one.needed = still_needed(one.rule.met, asked, reckoner)

    def _keep_what_was_missed(self, one: Owed) -> None:
        """Where a later event moved the start or the tier: what an earlier date in force had already missed, and it."""
        dates = []
        for day in self._days_of_change(one.rule):
            began = self.reckoner.as_began(day)
            past = Owed(
                one.rule, self.programme, one.number, began.when(one.rule.due), one.request, ends_on=one.ends_on
            )
            self._do(past, began, ())
            changed(past, began)
            _judge(past, began.history)
            if past.when.due_on is not None:
                dates.append(past.when.due_on)
            if past.missed_on is not None:
                one.missed_on = min(past.missed_on, one.missed_on or past.missed_on)
        if dates and "tier_set" in one.rule.restless:
            one.original = dates[0]

    def _days_of_change(self, rule: Rule) -> list[date]:
        """The days on which the date may have changed: every day but the first, unless another start ran before it."""
        days = sorted({event.on for kind in rule.restless for event in self.history.all(kind)})
        return days if rule.has_fallback else days[1:]

    def _spare_while_closed(self, one: Owed) -> None:
        """A date that passed while the case was closed was missed on the day it was opened again, not before."""
        for closed, opened in self.closed:
            was_closed = one.missed_on is not None and closed.on < one.missed_on < opened.on
            if was_closed and closed.event not in one.rule.survives:
                one.missed_on = opened.on

    def _claim(self, one: Owed, stage: int) -> None:
        """What meets a duty on the last day of its stage belongs to that stage, not to the next."""
        if one.done_on is not None and one.done_on == self.reckoner.window.ends:
            for event in one.done_by:
                self.reckoner.claimed.setdefault(id(event), stage)

    def _lacking(self, rule: Rule) -> Iterator[str]:
        for need in rule.needs:
            if need == "consent_given":
                if consent_is_needed(self.programme.procedure, self.history) and not consent_stands(self.history):
                    yield need
            elif not self.history.has(need):
                yield need


def _times(period: Period, number: int) -> Period:
    return replace(period, amount=period.amount * number, least=None)


def _judge(one: Owed, history: History) -> None:
    """How a duty stands: met, still to be done, or past its date while it was owed."""
    due = None if one.is_paused or one.when.provisional else one.when.due_on
    if one.done_on is not None:
        is_missed = due is not None and _was_late(one, due)
        one.state = DutyState.MET_LATE if is_missed else DutyState.MET
    elif one.ends_on is not None:
        is_missed = due is not None and one.ends_on > due and one.ends_on >= (one.when.since or due)
        one.state = DutyState.MISSED if is_missed else DutyState.CANCELLED
    else:
        is_missed = due is not None and _is_past(one, due, history)
        one.state = DutyState.OVERDUE if is_missed else DutyState.OPEN
    if is_missed and due is not None:
        missed_on = max(due + ONE_DAY, one.when.since or due)
        missed_on = min(missed_on, one.done_on or history.today)
        one.missed_on = min(missed_on, one.missed_on or missed_on)
        if one.rule.effect in QUIET and one.done_on is None:
            one.state = DutyState.LAPSED


def _was_late(one: Owed, due: date) -> bool:
    """Whether it was done after its date, or after its hour where both the hour due and the hour done are known."""
    if one.when.due_at is not None and one.done_on == due:
        return any(event.at is not None and event.at > one.when.due_at for event in one.done_by)
    if one.done_on is None or one.done_on <= due:
        return False
    return one.came is None or one.done_on >= one.came  # nothing was late under a procedure that was still to come


def _is_past(one: Owed, due: date, history: History) -> bool:
    if history.now is not None and one.when.due_at is not None:
        return history.now > one.when.due_at
    return history.today > due
