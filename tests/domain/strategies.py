"""Chronologies as they might be, for the properties: any event, any fact of the right kind, any order of the days."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st

from putright.domain.chronology import Event, faults
from putright.domain.periods import LONDON
from putright.domain.vocabulary import CORE_EVENTS, DutyState, Effect, FactKind
from putright.gateways.procedure_files import read_file
from tests.domain.cases import shipped

FIRST = date(2026, 3, 30)  # the Monday before Easter, so that short clocks meet both bank holidays
CODES = ("oral", "letter", "representative", "complex", "upheld", "low", "high", "inquest", "died", "contributor")

# One file with every form of the language in it, so that the properties hold of each.
EVERYTHING = read_file(str(Path(__file__).with_name("everything.yaml"))).programme
CASES = {
    "commisceo": shipped("commisceo"),
    "living-well-partnership": shipped("living-well-partnership"),
    "ombudsman": shipped("ombudsman"),
    "everything": [EVERYTHING, *shipped("england-2009")],
    "either": [*shipped("living-well-partnership"), EVERYTHING, *shipped("ombudsman")],
}
programmes = st.sampled_from(list(CASES.values()))
STEPS = tuple(sorted({rule.name for several in CASES.values() for programme in several for rule in programme.rules}))


def days(span: int = 120):
    """Days on and after the Monday before Easter 2026."""
    return st.integers(0, span).map(lambda days: FIRST + timedelta(days=days))


def facts_of(kind: str, dates, known=CORE_EVENTS):
    """Facts that an event of a kind may carry, those it must carry always among them."""
    wanted = known[kind].facts
    must: dict[str, tuple[str, ...]] = {
        "response_period_agreed": ("date",),
        "response_period_set": ("date",),
        "tier_set": ("tier",),
    }
    must |= {"procedure_changed": ("to",), "procedure_applied": ("procedure",), "procedure_ended": ("procedure",)}
    must |= {"timescale_changed": ("step", "date"), "extension_agreed": ("step", "date"), "paused": ("steps",)}
    values = {
        FactKind.DATE: dates,
        FactKind.CODE: st.sampled_from((*CODES, *CASES)),
        FactKind.STEP: st.sampled_from(STEPS),
        FactKind.STEPS: st.lists(st.sampled_from((*STEPS, "all")), min_size=1, max_size=3).map(tuple),
        FactKind.CODES: st.lists(st.sampled_from(CODES), min_size=1, max_size=3).map(tuple),
        FactKind.FLAG: st.booleans(),
        FactKind.NUMBER: st.integers(0, 120),
    }
    required = {name: values[wanted[name]] for name in must.get(kind, ())}
    optional = {name: values[each] for name, each in wanted.items() if name not in required and name != "step"}
    return st.fixed_dictionaries(required, optional=optional)


@st.composite
def events(draw, dates=None, kinds=tuple(CORE_EVENTS), with_hours=False):
    """One event, which corrects nothing."""
    dates = days() if dates is None else dates
    kind = draw(st.sampled_from([kind for kind in kinds if kind != "entered_in_error"]))
    on = draw(dates)
    at = datetime.combine(on, draw(st.times()), tzinfo=LONDON) if with_hours and draw(st.booleans()) else None
    if at is not None and at.astimezone(UTC).astimezone(LONDON).date() != on:
        at = None
    return Event(
        event=kind,
        on=on,
        at=at,
        about=draw(st.sampled_from((None, None, None, "e1", "e2", "e3"))),
        issue=draw(st.sampled_from((None, None, None, "1", "2"))),
        facts=draw(facts_of(kind, dates)),
    )


@st.composite
def chronologies(draw, dates=None, kinds=tuple(CORE_EVENTS), most=25, with_hours=False, corrections=False):
    """Events in the order of their days, each with an id; most begin with a receipt."""
    dates = days() if dates is None else dates
    drawn = draw(st.lists(events(dates, kinds, with_hours), max_size=most))
    if draw(st.integers(0, 9)):
        received = draw(events(dates, ("received",), with_hours))
        drawn.append(received)
    drawn.sort(key=lambda event: event.on)
    numbered = [_with(event, id=f"e{number}") for number, event in enumerate(drawn)]
    if corrections:
        numbered = [_corrected(draw, event, number) for number, event in enumerate(numbered)]
    assert not faults(numbered), faults(numbered)
    return numbered


def _corrected(draw, event, number):
    if number == 0 or draw(st.integers(0, 5)):
        return event
    target = f"e{draw(st.integers(0, number - 1))}"
    kind = draw(st.sampled_from((event.event, "entered_in_error")))
    return _with(event, corrects=target, event=kind, facts={} if kind != event.event else event.facts)


def _with(event, /, **changes):
    fields = {name: getattr(event, name) for name in Event.__slots__}
    return Event(**{**fields, **changes})


def check_coherent(duty, as_at, came=None):
    """Every duty is in exactly one state, its dates those of it; `came` is when its procedure came over the case."""
    started = duty.state not in (DutyState.NOT_STARTED, DutyState.CANCELLED)
    assert (duty.starts_on is not None) or not started
    assert duty.done_on is None or (duty.came_on or duty.starts_on) <= duty.done_on <= as_at
    assert (duty.done_on is not None) == (duty.state in (DutyState.MET, DutyState.MET_LATE))
    assert duty.missed_on is None or duty.missed_on <= as_at
    assert not duty.paused or (duty.due_on is None and duty.state in (DutyState.OPEN,))
    assert duty.is_to_do == (duty.state in (DutyState.OPEN, DutyState.OVERDUE))
    match duty.state:
        case DutyState.NOT_STARTED:
            assert duty.due_on is None
            assert duty.starts_on is None
            assert duty.waiting_for
        case DutyState.OPEN:
            assert duty.due_on is None or duty.due_on >= as_at or duty.provisional
        case DutyState.OVERDUE:
            assert duty.due_on < as_at
            assert duty.missed_on is not None
            assert not duty.provisional
        case DutyState.MET:
            is_in_time = duty.due_on is None or duty.done_on <= duty.due_on or duty.provisional
            assert is_in_time or (came is not None and duty.done_on < came)
        case DutyState.MET_LATE | DutyState.MISSED | DutyState.LAPSED:
            assert duty.missed_on is not None
    if duty.state is DutyState.LAPSED:
        assert duty.effect in (Effect.LAPSES, Effect.CLOSES)
