"""What does a procedure come to at best and at worst, and where does it leave a person standing?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from putright.domain.chronology import Event, FactValue
from putright.domain.history import History, windows
from putright.domain.programme import Programme, Rule
from putright.domain.simulate_measuring import Measure, measured, words_of
from putright.domain.simulate_routes import (
    BY_LETTER,
    KNOWN_BY_THEN,
    Chance,
    chances,
    excuses,
    receipts,
    rungs,
    stated_days,
    tiers,
)
from putright.domain.simulate_snags import Snag, snags
from putright.domain.simulate_walking import ways
from putright.domain.simulate_way import RESPONSE, Ground, Leg, LegKind, Pace, Seen, Walked, Way
from putright.domain.working_days import WorkingCalendar

MOST_WAYS: Final = 200  # walked at each pace; where there are more, the answer says so
RESPOND: Final = "respond"  # the law's step that an answer fulfils
LAST_WORDS: Final = RESPONSE | {"review_response_sent"}
# What happens outside the ordinary course: it may leave somebody standing, but no answer is measured by it.
EXCEPTIONAL: Final = frozenset(
    {
        *("reopened", "late_request_accepted", "process_started", "process_ended", "joined", "delivery_failed"),
        *("review_refused", "representative_refused", "consent_refused", "consent_withdrawn", "excluded", "struck_out"),
        *("closed", "withdrawn", "transferred", "passed_on", "returned_premature"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The best and the worst of one thing, each on the way on which it is so."""

    best: Measure | None
    worst: Measure | None  # the longest of the ways on which somebody promised every last day
    open_ended: Measure | None  # a way on which nobody did
    by_law: Measure | None  # the last day, if the procedure promised nothing and the law is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """What a procedure comes to for a complaint received on a day."""

    title: str
    received_on: date
    answer: Span
    end: Span | None  # of the last stage, where there are several
    put_off: tuple[str, ...]  # where it lets a date be put off with no furthest day
    paused: tuple[str, ...]  # where it lets a clock be stopped
    snags: tuple[Snag, ...]
    walked: int
    is_bounded: bool  # whether some ways were left unwalked, or cut off


def simulate(
    programme: Programme, laws: Sequence[Programme], calendar: WorkingCalendar, received_on: date
) -> Simulation:
    """Walks the ways through a procedure for a complaint received on a day, and measures the best and the worst.

    `laws` are the codes and laws that it stands under; there may be none. Every date on a way is what `position` says
    of it. At most MOST_WAYS are walked at each pace, those on which most happens first. Raises CalendarEnds where no
    way can be walked over the years that are loaded.
    """
    calendar.is_working(received_on)
    answers, seen = _answers(programme), Seen()
    soonest, latest = (_walked(programme, calendar, received_on, pace, seen) for pace in Pace)
    if seen.failed and all(one.stands is None for one in (*soonest, *latest)):
        raise seen.failed
    lawful = _by_law((programme, *laws), calendar, received_on) if laws else []
    known = (programme, *laws)
    several = (soonest, latest, lawful)
    return Simulation(
        title=programme.procedure.title,
        received_on=received_on,
        answer=_span(several, _first(answers), calendar, known),
        end=_span(_through_every_stage(several, programme), _last(programme), calendar, known)
        if programme.stages[1:]
        else None,
        put_off=_cited(programme, lambda rule: rule.move is not None and rule.move.ceiling is None),
        paused=_cited(programme, lambda rule: rule.pausable),
        snags=snags(programme, [*soonest, *latest], seen, answers),
        walked=sum(map(len, several)),
        is_bounded=seen.is_bounded or any(len(one) >= MOST_WAYS or any(w.way.is_cut for w in one) for one in several),
    )


def _walked(programme: Programme, calendar: WorkingCalendar, received_on: date, pace: Pace, seen: Seen) -> list[Walked]:
    ground = _ground((programme,), calendar, chances(programme), pace, seen)
    starts, seen.asked = _starts(programme, received_on, pace), 0
    return list(islice((one for start in starts for one in ways(ground, start)), MOST_WAYS))


def _ground(
    programmes: tuple[Programme, ...], calendar: WorkingCalendar, may: tuple[Chance, ...], pace: Pace, seen: Seen
) -> Ground:
    return Ground(
        programmes=programmes,
        calendar=calendar,
        chances=may,
        pace=pace,
        seen=seen,
        stated=stated_days(programmes),
        promised=frozenset(event for one in programmes for rule in one.rules for event in rule.met_by),
    )


def _by_law(programmes: tuple[Programme, ...], calendar: WorkingCalendar, received_on: date) -> list[Walked]:
    """The ways on which nothing happens that nobody promised, but for the next stage being asked for."""
    programme = programmes[0]
    begins = frozenset[str]().union(*programme.stages[1:])
    asked = tuple(one for one in chances(programme) if one.event in begins)
    ground = _ground(programmes, calendar, asked, Pace.LATEST, Seen())
    return list(islice(ways(ground, _start(received_on, BY_LETTER, (), "")), MOST_WAYS))


def _starts(programme: Programme, received_on: date, pace: Pace) -> Iterator[Way]:
    """How a case may begin: each tier, each way of coming in, and at the latest pace each promise that is missed."""
    named = tiers(programme)
    tiered: list[tuple[Event, ...]] = [(Event(event="tier_set", on=received_on, facts={"tier": one}),) for one in named]
    tiered = tiered or [()]
    plain = receipts(programme)
    for tier in tiered:
        words = f"the tier is {tier[0].facts['tier']}" if len(tiered) > 1 else ""
        yield _start(received_on, plain[0], tier, words)
    if pace is Pace.LATEST:
        yield from _missed(programme, received_on, tiered[0])
    for event in excuses(programme, _answers(programme)):
        excused = (*tiered[0], Event(event=event, on=received_on))
        yield _start(received_on, plain[0], excused, words_of(event, [programme]))
    for facts in plain[1:]:
        changed = next(
            f"the {name.replace('_', ' ')} is {value}" for name, value in facts.items() if BY_LETTER.get(name) != value
        )
        yield _start(received_on, facts, tiered[0], changed)


def _missed(programme: Programme, received_on: date, tier: tuple[Event, ...]) -> Iterator[Way]:
    missed = rungs(programme)
    each = [frozenset({name}) for name in missed]
    answers = frozenset(rule.name for rule in programme.rules if rule.met_by & _answers(programme))
    for missing in dict.fromkeys([*each, *([frozenset(missed)] if missed else []), *([answers] if answers else [])]):
        yield _start(received_on, BY_LETTER, tier, "", missing)


def _start(
    received_on: date,
    facts: Mapping[str, FactValue],
    more: tuple[Event, ...],
    words: str,
    missing: frozenset[str] = frozenset(),
) -> Way:
    received = Event(event="received", on=received_on, id="e1", facts=facts)
    known = (Event(event=event, on=received_on) for event in KNOWN_BY_THEN)
    return Way(events=(received, *known, *more), day=received_on, begun=words, missing=missing)


def _answers(programme: Programme) -> frozenset[str]:
    """The events that answer a complaint: what meets the step that fulfils the law's answer, or else a response."""
    ours = [rule.met_by for rule in programme.rules if rule.step.fulfils == RESPOND]
    found = frozenset[str]().union(*ours)
    return found or (RESPONSE if any(rule.met_by & RESPONSE for rule in programme.rules) else frozenset())


def _first(answers: frozenset[str]) -> Callable[[Walked], Leg | None]:
    """What finds the first answer on a way."""

    def found(one: Walked) -> Leg | None:
        return next((leg for leg in one.way.legs if leg.brings & (answers | RESPONSE)), None)

    return found


def _last(programme: Programme) -> Callable[[Walked], Leg | None]:
    """What finds the last thing that is promised and done in the last stage that a way comes to."""
    names = [stage.name for stage in programme.procedure.stages]

    def found(one: Walked) -> Leg | None:
        stage = names.index(one.stands.stage) + 1 if one.stands and one.stands.stage else None
        kept = [leg for leg in one.way.legs if leg.kind is LegKind.KEPT and leg.duty and leg.duty.stage == stage]
        return max(kept, key=_how_much_of_a_last_word, default=None)

    return found


def _how_much_of_a_last_word(leg: Leg) -> tuple[date, bool]:
    return leg.on, bool(leg.brings & LAST_WORDS)


def _through_every_stage(several: Sequence[list[Walked]], programme: Programme) -> tuple[list[Walked], ...]:
    """Of each the ways that come through as many stages as can be come through."""
    begun = [[_stages_begun(one, programme) for one in walked] for walked in several]
    return tuple(
        [one for one, stages in zip(walked, counts, strict=True) if stages == max(counts)]
        for walked, counts in zip(several, begun, strict=True)
    )


def _stages_begun(one: Walked, programme: Programme) -> int:
    history = History(one.way.events, one.way.day)
    return sum(window.has_begun for window in windows(programme, history))


def _cited(programme: Programme, which: Callable[[Rule], bool]) -> tuple[str, ...]:
    """How the promises of a kind are cited, each once, in the order of the file."""
    in_order = sorted(programme.rules, key=lambda rule: programme.order.index(rule.name))
    return tuple(dict.fromkeys(rule.cites for rule in in_order if which(rule)))


def _span(
    several: Sequence[list[Walked]],
    wanted: Callable[[Walked], Leg | None],
    calendar: WorkingCalendar,
    programmes: Sequence[Programme],
) -> Span:
    answers = _answers(programmes[0])
    soonest, latest, lawful = (
        [measured(one.way, leg, calendar, programmes) for one in walked if (leg := wanted(one)) is not None]
        for walked in ([one for one in each if _is_ordinary(one, answers)] for each in several)
    )
    kept = [one for one in latest if one.has_limit]
    return Span(
        best=min(soonest, key=_length, default=None),
        worst=max(kept, key=_length, default=None),
        open_ended=max((one for one in latest if not one.has_limit), key=_length, default=None),
        by_law=max(lawful, key=_length, default=None),
    )


def _is_ordinary(one: Walked, answers: frozenset[str]) -> bool:
    """Whether a way keeps to the ordinary course, on which the complaint is answered if that is promised at all."""
    is_answered = not answers or any(leg.brings & (answers | RESPONSE) for leg in one.way.legs)
    return is_answered and not any(leg.event in EXCEPTIONAL for leg in one.way.legs)


def _length(one: Measure) -> tuple[date, int]:
    return one.on, -len(one.pieces)
