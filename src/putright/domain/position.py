"""What stands on a case on a given day: the one calculation that pages, actions, reminders, letters and returns all ask."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from putright.domain.chronology import Event
from putright.domain.duty import Duty, InForce, MoveMade, PauseMade, Position, Warned, WayOn, Why
from putright.domain.expressions import AllOf, AnyOf, Condition, FactIs, Happened, HappenedWithin, StepIs
from putright.domain.history import History, ended_by, windows
from putright.domain.lateness import timeliness_warnings
from putright.domain.moving import moved, moves_of_nothing, paused
from putright.domain.periods import Period, count
from putright.domain.permitted import permitted_and_refused
from putright.domain.programme import Programme, Rule
from putright.domain.reckoning import ONE_DAY, Reckoner, StepResult, When, is_said
from putright.domain.representation import consent_is_needed, consent_stands
from putright.domain.vocabulary import CaseStatus, DutyState, Effect, ProcedureKind
from putright.domain.working_days import WorkingCalendar

MOST_REPEATS = 520  # ten years of weekly letters: a clock that runs on for ever is a fault of the file, not of the case


def position(
    programmes: Sequence[Programme] | Programme,
    chronology: Sequence[Event],
    calendar: WorkingCalendar,
    as_at: date | datetime,
    *,
    body_calendar: WorkingCalendar | None = None,
) -> Position:
    """What stands on a day: duties, what may be done, what may not and why, and warnings.

    `programmes` are the procedures over the case, the body's own first, the law it stands under beside it. A date takes
    in its whole day; an instant only what had happened by then. `body_calendar` holds the body's own closures, which
    never move a statutory date. Raises CalendarEnds when a date falls outside the years that are loaded.
    """
    several = (programmes,) if isinstance(programmes, Programme) else tuple(programmes)
    history = History(chronology, as_at)
    warnings: list[Warned] = []
    owed: list[_Owed] = []
    for programme in several:
        by_law = programme.procedure.kind is ProcedureKind.STATUTE
        owed += _Reading(programme, history, calendar if by_law else body_calendar or calendar, warnings).owed()
    warnings += moves_of_nothing(several, history)
    warnings += timeliness_warnings(several, history, calendar)
    _bind(owed)
    duties = tuple(_duty(one) for one in owed)
    received = history.first("received")
    status = _status(several, history)
    permitted, refused = permitted_and_refused(several, history, duties, status)
    return Position(
        as_at=as_at,
        status=status,
        stage=_stage(several[0], history),
        lead=_lead(history),
        procedures=tuple(
            InForce(name=p.name, version=p.procedure.version, since=received.on if received else None) for p in several
        ),
        duties=duties,
        permitted=permitted,
        refused=refused,
        warnings=tuple(warnings),
        ways_on=tuple(way for p in several for way in _ways_on(p, history, calendar)),
    )


@dataclass(slots=True)
class _Owed:
    """A duty while it is being worked out."""

    rule: Rule
    programme: Programme
    number: int
    when: When
    about: str | None = None
    answers_to: frozenset[str] = frozenset()  # the ids by which a reply may name this request
    issue: str | None = None
    original: date | None = None
    moves: tuple[MoveMade, ...] = ()
    pauses: tuple[PauseMade, ...] = ()
    is_paused: bool = False
    waiting: tuple[str, ...] = ()
    state: DutyState = DutyState.NOT_STARTED
    done_on: date | None = None
    missed_on: date | None = None
    binding_on: date | None = None
    binding_authority: str = ""


@dataclass(slots=True)
class _Reading:
    """One procedure read over one history."""

    programme: Programme
    history: History
    calendar: WorkingCalendar
    warnings: list[Warned]
    reckoner: Reckoner = field(init=False)
    ended: Event | None = field(init=False)

    def __post_init__(self) -> None:
        self.reckoner = Reckoner(self.history, self.calendar, windows(self.programme, self.history))
        self.ended = ended_by(self.programme, self.history)

    def owed(self) -> list[_Owed]:
        found: dict[str, list[_Owed]] = {}
        for rule in self.programme.rules:
            duties = list(self._of_rule(rule))
            self.reckoner.results[rule.name] = [
                StepResult(one.when.due_on if one.when.starts_on else None, one.done_on, one.missed_on)
                for one in duties
            ]
            found[rule.name] = duties
        return [one for name in self.programme.order for one in found[name]]

    def _of_rule(self, rule: Rule) -> Iterable[_Owed]:
        if rule.each is not None:
            requests = [event for event in self.history.all(rule.each) if event.facts.get("step") in (None, rule.name)]
            for number, request in enumerate(requests, start=1):
                self.reckoner.within(rule.stage, request)
                yield self._one(rule, number, self.reckoner.when(rule.due), request)
            if requests:
                return
        self.reckoner.within(rule.stage)
        when = self.reckoner.when(rule.due)
        if rule.repeat is None or when.due_on is None:
            yield self._one(rule, 1, when, None)
            return
        yield from self._again(rule, when)

    def _again(self, rule: Rule, first: When) -> Iterable[_Owed]:
        """Each time a repeating step came round, and the next."""
        assert rule.repeat is not None and first.due_on is not None
        until = self.reckoner.holds_since(rule.repeat.until) if rule.repeat.until else None
        when, anchor = first, first.due_on
        for number in range(1, MOST_REPEATS + 1):
            yield self._one(rule, number, when, None, until=until)
            start = when.due_on
            if start is None or start >= self.history.today or (until is not None and until <= start):
                return
            counted = count(_times(rule.repeat.every, number), anchor, self.calendar)
            when = When(start, first.because, counted.due, counts=(counted,), unit=rule.repeat.every.unit)

    def _one(self, rule: Rule, number: int, when: When, request: Event | None, *, until: date | None = None) -> _Owed:
        one = _Owed(rule=rule, programme=self.programme, number=number, when=when, original=when.due_on)
        if request is not None:
            one.about, one.issue = request.id or request.about, request.issue
            one.answers_to = frozenset(name for name in (request.id, request.about) if name)
        one.waiting = when.waiting
        ends_on = self._reason_ends_on(rule, when.starts_on, until)
        lacking = tuple(str(condition) for condition in rule.only_if if self.reckoner.holds_since(condition) is None)
        if when.starts_on is None or lacking:
            one.waiting = (*one.waiting, *lacking)
            one.state = DutyState.CANCELLED if self._is_off(rule) else DutyState.NOT_STARTED
            return one
        one.done_on = self._done_on(one, ends_on)
        if rule.pausable:
            paused(one, self.history, self.calendar)
        if rule.move is not None:
            moved(one, self.history, self.reckoner, self.warnings)
        self._judge(one, ends_on)
        if one.state in (DutyState.OPEN, DutyState.OVERDUE):
            one.waiting = (*one.waiting, *self._lacking_needs(rule))
        return one

    def _is_off(self, rule: Rule) -> bool:
        """Whether a duty that has not started never will, because what excepts it already holds."""
        return any(self.reckoner.holds_since(condition) is not None for condition in rule.unless)

    def _reason_ends_on(self, rule: Rule, starts_on: date | None, until: date | None) -> date | None:
        """The day the reason for a duty ended: its exception, its stage, the case, or what it was repeated until."""
        days = [until] if until else []
        days += [on for on in map(self.reckoner.holds_since, rule.unless) if on]
        if rule.stage is not None and (ends := self.reckoner.window.ends):
            days.append(ends)
        if self.ended is not None and self.ended.event not in rule.survives:
            days.append(self.ended.on)
        return max(min(days), starts_on or min(days)) if days else None

    def _done_on(self, one: _Owed, ends_on: date | None) -> date | None:
        rule, starts_on = one.rule, one.when.starts_on
        if rule.met is None or starts_on is None:
            return None
        last = self.history.today if ends_on is None else ends_on
        return self._met_on(rule.met, one, starts_on, last)

    def _met_on(self, condition: Condition, one: _Owed, starts_on: date, last: date) -> date | None:
        """The day a way of meeting a step was fulfilled, between the start of the duty and the end of its reason."""
        match condition:
            case Happened(event):
                return self._event_on(event, one, starts_on, last)
            case FactIs(event, fact, values):
                return self._event_on(event, one, starts_on, last, fact, values)
            case AnyOf(parts):
                found = [on for on in (self._met_on(part, one, starts_on, last) for part in parts) if on]
                return min(found, default=None)
            case AllOf(parts):
                every = [self._met_on(part, one, starts_on, last) for part in parts]
                return None if None in every else max(on for on in every if on)
            case StepIs() | HappenedWithin():
                on = self.reckoner.holds_since(condition)
                return max(on, starts_on) if on and on <= last else None

    def _event_on(
        self, kind: str, one: _Owed, starts_on: date, last: date, fact: str | None = None, values: Sequence[object] = ()
    ) -> date | None:
        for event in self.history.by_kind.get(kind, ()):
            if not starts_on <= event.on <= last:
                continue
            if event.facts and event.facts.get("step", one.rule.name) != one.rule.name:
                continue
            if one.answers_to and event.about is not None and event.about not in one.answers_to:
                continue
            if fact is None or (fact in event.facts and is_said(event.facts[fact], values)):
                return event.on
        return None

    def _judge(self, one: _Owed, ends_on: date | None) -> None:
        due, provisional = one.when.due_on, one.when.provisional
        late = due is not None and not provisional and not one.is_paused and self._is_past(one)
        if one.done_on is not None:
            in_time = due is None or provisional or one.done_on <= due
            one.state = DutyState.MET if in_time else DutyState.MET_LATE
            one.missed_on = None if in_time or due is None else due + ONE_DAY
        elif ends_on is not None:
            missed = due is not None and not provisional and ends_on > due
            one.state = DutyState.MISSED if missed else DutyState.CANCELLED
            if missed and one.rule.effect in _QUIET:
                one.state = DutyState.LAPSED
            one.missed_on = due + ONE_DAY if missed and due else None
        elif late and due is not None:
            one.state = DutyState.LAPSED if one.rule.effect in _QUIET else DutyState.OVERDUE
            one.missed_on = due + ONE_DAY
        else:
            one.state = DutyState.OPEN

    def _is_past(self, one: _Owed) -> bool:
        if self.history.now is not None and one.when.due_at is not None:
            return self.history.now > one.when.due_at
        return one.when.due_on is not None and self.history.today > one.when.due_on

    def _lacking_needs(self, rule: Rule) -> Iterable[str]:
        for need in rule.needs:
            if need == "consent_given":
                if consent_is_needed(self.programme.procedure, self.history) and not consent_stands(self.history):
                    yield need
            elif not self.history.has(need):
                yield need


_QUIET = (Effect.LAPSES, Effect.CLOSES)


def _times(period: Period, number: int) -> Period:
    return replace(period, amount=period.amount * number, least=None)


def _bind(owed: Sequence[_Owed]) -> None:
    """The date that binds: of a promise and the law's step it fulfils the earlier; for limits on the complainant the later."""
    groups: dict[str, list[_Owed]] = {}
    for one in owed:
        one.binding_on, one.binding_authority = one.when.due_on, one.rule.cites
        name = one.rule.name if one.programme.procedure.kind is not ProcedureKind.PROCEDURE else one.rule.step.fulfils
        if name is not None:
            groups.setdefault(name, []).append(one)
    for group in groups.values():
        dated = [
            one for one in group if one.when.due_on and one.state is not DutyState.CANCELLED and one.when.starts_on
        ]
        laws = [one for one in dated if one.programme.procedure.kind is ProcedureKind.STATUTE]
        if not dated or len(group) == 1:
            continue
        limit = all(one.rule.who == "complainant" for one in dated)
        binding = (max if limit else min)([*laws, *dated], key=lambda one: one.when.due_on or date.max)
        for one in (one for one in group if one.when.starts_on):
            one.binding_on, one.binding_authority = binding.when.due_on, binding.rule.cites


def _duty(one: _Owed) -> Duty:
    rule, step, when = one.rule, one.rule.step, one.when
    return Duty(
        id=f"{rule.name}/{one.number}",
        step=rule.name,
        about=one.about,
        issue=one.issue,
        procedure=one.programme.name,
        promise=step.promise,
        clause=step.clause,
        authority=rule.authority,
        cites=rule.cites,
        strength=rule.strength,
        effect=rule.effect,
        who=rule.who,
        starts_on=when.starts_on,
        starts_because=when.because,
        not_before=when.not_before,
        due_on=None if one.is_paused else when.due_on,
        due_at=None if one.is_paused else when.due_at,
        original_due_on=one.original,
        binding_on=one.binding_on,
        binding_authority=one.binding_authority,
        moves=one.moves,
        waiting_for=one.waiting,
        missed_on=one.missed_on,
        state=one.state,
        paused=one.is_paused,
        done_on=one.done_on,
        provisional=when.provisional,
        stage=rule.stage,
        fulfils=step.fulfils,
        met_by=rule.met_by,
        why=Why(rule=str(rule.due), counts=when.counts, pauses=one.pauses),
    )


_ENDED = {"withdrawn": CaseStatus.WITHDRAWN, "transferred": CaseStatus.TRANSFERRED, "passed_on": CaseStatus.TRANSFERRED}
_REOPENS = ("reopened", "review_requested")


def _status(programmes: Sequence[Programme], history: History) -> CaseStatus:
    for programme in programmes:
        ended = ended_by(programme, history)
        if ended is not None:
            return _ENDED.get(ended.event, CaseStatus.CLOSED)
    if history.since("response_sent", _REOPENS) or history.since("review_response_sent", _REOPENS):
        return CaseStatus.RESPONDED
    return CaseStatus.OPEN


def _stage(programme: Programme, history: History) -> str | None:
    current: str | None = None
    for stage, window in zip(programme.procedure.stages, windows(programme, history), strict=True):
        if window.begins is not None:
            current = stage.name
    return current


def _lead(history: History) -> str | None:
    joined = history.latest("joined")
    lead = joined.facts.get("lead") if joined else None
    return str(lead) if lead is not None else None


def _ways_on(programme: Programme, history: History, calendar: WorkingCalendar) -> Iterable[WayOn]:
    if not programme.ways_on:
        return
    reckoner = Reckoner(history, calendar, windows(programme, history))
    for way, (opens, within) in zip(programme.procedure.goes_next, programme.ways_on, strict=True):
        yield WayOn(
            to=way.to,
            open=opens is None or reckoner.holds_since(opens) is not None,
            last_day=reckoner.when(within).due_on if within else None,
            authority=f"clause {way.clause}"
            if way.clause
            else programme.procedure.cite_as or programme.procedure.title,
            words=way.words,
        )
