"""P2: what does it cost to say what stands on a case, under a policy and the law, and does it grow with the events?

The case is the one that docs/rules/position.md works through by hand: Commisceo, from receipt to the Medical
Director's final position. Longer cases have more telephone calls, notes and updates between the same events. The
dates are checked first. The limit is the bare counting of the very periods that the position counted.
"""

import random
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from bench.measure import Goal, Reading, Result, Side, in_turns, timed
from putright.domain.chronology import Event, FactValue
from putright.domain.duty import Position
from putright.domain.periods import count
from putright.domain.position import position
from putright.domain.programme import Programme
from putright.gateways.calendar_files import calendar_named
from putright.gateways.procedure_files import law_of, programme

SEED, TIMES = 20260402, 400
SIZES = (20, 40, 80, 160)
AS_AT = date(2026, 7, 10)
HALF_A_MILLISECOND = "half a millisecond"
LIMIT = "its dates alone"
BETWEEN = ("note_made", "note_made", "update_sent", "outcome_decided", "contribution_requested", "event_occurred")

Story = Sequence[tuple[date, str, Mapping[str, FactValue]]]


def on(month: int, day: int, kind: str, **facts: FactValue) -> tuple[date, str, Mapping[str, FactValue]]:
    return date(2026, month, day), kind, facts


STORY: Story = [
    on(4, 2, "received", channel="letter"),
    on(4, 7, "registered"),
    on(4, 7, "next_steps_told"),
    on(4, 8, "acknowledged"),
    on(4, 8, "discussion_offered"),
    on(4, 8, "details_requested"),
    on(4, 10, "discussion_declined"),
    on(4, 13, "response_period_set", date=date(2026, 6, 12)),
    on(4, 14, "details_received"),
    on(4, 17, "details_acknowledged"),
    on(4, 20, "statement_requested"),
    on(4, 24, "statement_received"),
    on(4, 30, "examined"),
    on(4, 30, "meeting_offered"),
    on(5, 14, "meeting_held"),
    on(5, 20, "timescale_changed", step="meeting-letter", date=date(2026, 5, 29), reason="staff-absence"),
    on(5, 28, "meeting_letter_sent"),
    on(6, 8, "response_signed"),
    on(6, 9, "response_sent"),
    on(6, 22, "review_requested"),
    on(7, 2, "review_completed"),
    on(7, 8, "review_response_sent"),
]
# Worked out by hand from a calendar: the step, whose it is, and its date.
DATES = {
    ("register", "commisceo"): date(2026, 4, 7),
    ("acknowledge", "commisceo"): date(2026, 4, 20),
    ("acknowledge", "england-2009"): date(2026, 4, 9),
    ("acknowledge-details", "commisceo"): date(2026, 4, 21),
    ("staff-reply", "commisceo"): date(2026, 4, 27),
    ("examine", "commisceo"): date(2026, 5, 1),
    ("meeting-letter", "commisceo"): date(2026, 5, 29),
    ("respond", "england-2009"): date(2026, 10, 1),
    ("respond-as-told", "england-2009"): date(2026, 6, 12),
    ("review", "commisceo"): date(2026, 7, 6),
    ("review-outcome", "commisceo"): date(2026, 7, 9),
}


def a_case(size: int) -> list[Event]:
    """A case of so many events: the story, with what else happens in an office between."""
    chance = random.Random(SEED)
    story = list(STORY[:size])
    while len(story) < size:
        day = story[0][0] + timedelta(days=chance.randrange((AS_AT - story[0][0]).days))
        story.append((day, chance.choice(BETWEEN), {}))
    story.sort(key=lambda happened: happened[0])
    return [Event(event=kind, on=day, id=f"e{number}", facts=facts) for number, (day, kind, facts) in enumerate(story)]


def procedures() -> list[Programme]:
    policy = programme("commisceo")
    law = law_of(policy)
    assert law is not None
    return [policy, law]


def asked(size: int) -> Callable[[], Position]:
    """What one operation of a side does."""
    return partial(position, procedures(), a_case(size), calendar_named("england-and-wales"), AS_AT)


def many_times(work: Callable[[], object]) -> Side:
    def repeated() -> None:
        for _ in range(TIMES):
            work()

    return lambda: timed(repeated, TIMES)


def dates_alone(size: int) -> Callable[[], object]:
    """The counting of every period that the position counted, and nothing else."""
    counted = [one for duty in asked(size)().duties for one in duty.why.counts]
    return lambda: [count(one.period, one.start, one.calendar) for one in counted]


def wrong_dates(size: int) -> list[str]:
    """The dates that are not as they were worked out by hand."""
    stood = asked(size)()
    return [
        f"{step} by {procedure} is {stood.duty(step, procedure=procedure).due_on}, not {expected}"
        for (step, procedure), expected in DATES.items()
        if stood.duty(step, procedure=procedure).due_on != expected
    ]


def main(arguments: list[str]) -> int:
    """Checks the dates, measures each size in turns, and keeps the result; 1 if a date is wrong."""
    del arguments
    sizes = [size for size in SIZES if size > len(STORY)]
    wrong = [f"{size} events: {said}" for size in sizes for said in wrong_dates(size)]
    sides: dict[str, Side] = {f"{size} events": many_times(asked(size)) for size in SIZES}
    sides[LIMIT] = many_times(dates_alone(40))
    sides[HALF_A_MILLISECOND] = lambda: Reading(1, 0.0005)
    smallest, largest = SIZES[0], SIZES[-1]
    Result(
        workload="p2-position",
        question="what does it cost to say what stands on a case under a policy and the law?",
        peers={},
        limits={"40 events": [LIMIT, HALF_A_MILLISECOND], f"{largest} events": [f"{smallest} events"]},
        costs=in_turns(sides),
        goals=[
            Goal("40 events", HALF_A_MILLISECOND, at_most=1),
            Goal(f"{largest} events", f"{smallest} events", at_most=largest / smallest),
        ],
        checks={
            "dates worked out by hand": f"{len(DATES)} a case, {len(wrong)} wrong",
            "duties": f"{len(asked(40)().duties)}",
        },
    ).keep()
    for said in wrong:
        print(f"WRONG {said}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
