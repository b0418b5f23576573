"""Does a slow, independent reading of a simple case, one day at a time, come to the same dates?"""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from putright.domain.chronology import Event
from putright.domain.position import position
from putright.gateways.shipped import shipped
from tests.domain.cases import ENGLAND, the_programme
from tests.domain.strategies import FIRST

A_DAY = timedelta(days=1)
# Read from the data file with no help from the calendar of the product.
BANK_HOLIDAYS = {
    line.split(",")[0] for line in (shipped("calendars") / "england-and-wales.csv").read_text("utf-8").splitlines()[1:]
}
STARTS = ("received", "details_received", "statement_received")
MET_BY = ("acknowledged", "response_sent", "update_sent")
EXCEPT = ("settled", "excluded")


@dataclass
class Promise:
    """So many days after something, met by something, except when something."""

    number: int
    working: bool
    start: str
    met_by: str
    unless: str | None

    def text(self, name: str) -> str:
        unit = "working days" if self.working else "days"
        unless = f", unless: {self.unless}" if self.unless else ""
        due = f"{self.number} {unit} after {self.start}"
        met = f"met_when: {self.met_by}, may_move: {{by: timescale_changed}}"
        return f"  {name}: {{promise: A., due: {due}, {met}{unless}}}"


@dataclass
class Found:
    """What a person with a wall calendar and a pencil would write down."""

    state: str
    starts_on: date | None = None
    due_on: date | None = None
    done_on: date | None = None
    missed_on: date | None = None
    paused: bool = False


def is_worked(day: date) -> bool:
    return day.weekday() < 5 and day.isoformat() not in BANK_HOLIDAYS


def by_hand(name, promise, events, as_at):  # noqa: C901, PLR0912 # plain on purpose
    """Goes through the days one by one, striking one off for each that counts."""
    found = Found("not-started")
    left, over = promise.number, False
    stopped_by: set[str] = set()
    day = min(event.on for event in events) if events else as_at
    moved_to = None
    while day <= as_at:
        today = [event for event in events if event.on == day]
        happened = {event.event for event in today}
        is_first = found.starts_on is None and promise.start in happened
        if is_first and not over:
            found.starts_on, found.state = day, "open"
            over = promise.unless is not None and _before(promise.unless, events, day)
            if over:
                found.state = "cancelled"
        for event in today:
            if event.event in ("paused", "resumed") and name in event.facts["steps"]:
                (stopped_by.add if event.event == "paused" else stopped_by.discard)("a person")
            if event.event in ("consent_requested", "consent_given"):
                (stopped_by.add if event.event == "consent_requested" else stopped_by.discard)("consent")
        stopped = bool(stopped_by)
        running = found.state in ("open", "overdue")
        if running and not is_first and not stopped and moved_to is None and left:
            left -= is_worked(day) if promise.working else 1
            if left == 0:
                found.due_on = day
        if running and found.state == "open" and found.due_on is not None and day > found.due_on:
            found.state, found.missed_on = "overdue", day
        for event in today:
            is_notice = event.event == "timescale_changed" and event.facts["step"] == name
            if found.state == "open" and is_notice and event.facts["date"] >= day and not stopped:
                moved_to = found.due_on = event.facts["date"]
        if found.state in ("open", "overdue") and promise.met_by in happened:
            found.done_on = day
            found.state = "met-late" if found.state == "overdue" else "met"
        elif found.state in ("open", "overdue") and promise.unless in happened:
            found.state = "missed" if found.state == "overdue" else "cancelled"
        day += A_DAY
    found.paused = bool(stopped_by) and found.state == "open"
    if found.state in ("open", "met", "cancelled") and found.due_on is None and not found.paused:
        found.due_on = _run_on(left, promise, day, found)
    return found


def _before(kind: str, events: list[Event], day: date) -> bool:
    return any(event.event == kind and event.on < day for event in events)


def _run_on(left: int, promise: Promise, day: date, found: Found) -> date | None:
    """The date a clock that is still running will come to."""
    if found.starts_on is None:
        return None
    day -= A_DAY
    while left:
        day += A_DAY
        left -= is_worked(day) if promise.working else 1
    return day


promises = st.builds(
    Promise,
    st.integers(1, 25),
    st.booleans(),
    st.sampled_from(STARTS),
    st.sampled_from(MET_BY),
    st.none() | st.sampled_from(EXCEPT),
)


@st.composite
def stories(draw, with_pauses):
    on = st.integers(0, 70).map(lambda days: FIRST + timedelta(days=days))
    plain = st.builds(lambda kind, on: Event(event=kind, on=on), st.sampled_from((*STARTS, *MET_BY, *EXCEPT)), on)
    events = draw(st.lists(plain, max_size=8))
    if with_pauses:
        since, until = draw(on), draw(st.integers(1, 30))
        steps = {"steps": ("one",)}
        events.append(Event(event="paused", on=since, facts=steps))
        events.append(Event(event="resumed", on=since + timedelta(days=until), facts=steps))
    else:
        facts = st.fixed_dictionaries({"step": st.just("one"), "date": on})
        events += draw(
            st.lists(st.builds(lambda on, f: Event(event="timescale_changed", on=on, facts=f), on, facts), max_size=2)
        )
    return sorted(events, key=lambda event: event.on)


PAUSES = "pauses: {steps: [one]}\n"
TWO_PAUSES = """pauses:
  - {steps: all, from: consent_requested, until: [consent_given, consent_refused]}
  - {steps: [one]}
"""


def both(promise, story, as_at, pauses):
    text = f"{pauses}steps:\n{promise.text('one')}"
    duty = position(the_programme(text), story, ENGLAND, as_at).duty("one")
    engine = Found(str(duty.state), duty.starts_on, duty.due_on, duty.done_on, duty.missed_on, duty.paused)
    return engine, by_hand("one", promise, story, as_at)


def agree(engine: Found, hand: Found) -> bool:
    if hand.state == "not-started":
        return engine.state in ("not-started", "cancelled") and engine.due_on is None
    same = (engine.state, engine.starts_on, engine.done_on, engine.missed_on, engine.paused)
    if hand.state in ("met", "cancelled"):  # a date that no longer runs is not looked for by hand
        return same == (hand.state, hand.starts_on, hand.done_on, hand.missed_on, hand.paused)
    return (*same, engine.due_on) == (
        *(hand.state, hand.starts_on, hand.done_on, hand.missed_on, hand.paused), hand.due_on
    )  # fmt: skip


class TestASlowReading:
    @given(promises, stories(with_pauses=False), st.integers(0, 120))
    def test_agrees_where_dates_are_moved(self, promise, story, after):
        engine, hand = both(promise, story, FIRST + timedelta(days=after), pauses="")

        assert agree(engine, hand), (engine, hand)

    @given(promises, stories(with_pauses=True), st.integers(0, 120))
    def test_agrees_where_clocks_stand_still(self, promise, story, after):
        started = [event.on for event in story if event.event == promise.start]
        paused = [event.on for event in story if event.event == "paused"]
        if started and paused[0] <= min(started):
            return  # a pause from the very first day on is a row of the table

        engine, hand = both(promise, story, FIRST + timedelta(days=after), pauses=PAUSES)

        assert agree(engine, hand), (engine, hand)

    @given(promises, stories(with_pauses=True), st.integers(0, 70), st.integers(1, 40), st.integers(0, 120))
    def test_agrees_where_two_things_stop_a_clock(self, promise, story, asked, waited, after):
        asked_on, given_on = FIRST + timedelta(days=asked), FIRST + timedelta(days=asked + waited)
        consent = [Event(event="consent_requested", on=asked_on), Event(event="consent_given", on=given_on)]
        story = sorted([*story, *consent], key=lambda event: event.on)
        started = [event.on for event in story if event.event == promise.start]
        stopped = [event.on for event in story if event.event in ("paused", "consent_requested")]
        if started and min(stopped) <= min(started):
            return

        engine, hand = both(promise, story, FIRST + timedelta(days=after), pauses=TWO_PAUSES)

        assert agree(engine, hand), (engine, hand)


def one_step(due, *, head="", more="", met="response_sent"):
    return the_programme(f"{head}steps:\n  one: {{promise: A., due: {due}, met_when: {met}{more}}}\n")


def next_worked(day):
    while not is_worked(day):
        day += A_DAY
    return day


def strike_off(day, number, step=A_DAY):
    """The day on which so many worked days have gone by, forwards or back."""
    while number:
        day += step
        number -= is_worked(day)
    return day


dates_of_a_year = st.integers(0, 365).map(lambda days: FIRST + timedelta(days=days))


class TestEachForm:
    @given(dates_of_a_year, st.integers(1, 60), st.integers(0, 40))
    def test_of_what_is_counted_back(self, meeting, number, notice):
        told = meeting - timedelta(days=notice)
        story = [Event(event="meeting_offered", on=told, facts={"date": meeting})]
        duty = position(one_step(f"{number} working days before meeting_offered.date"), story, ENGLAND, told).duty(
            "one"
        )

        assert duty.due_on == strike_off(meeting, number, -A_DAY)
        assert (str(duty.state), duty.missed_on) == (
            ("overdue", told) if duty.due_on < told else ("open", None)
        )  # what was offered at too short notice is late from the start

    @given(dates_of_a_year, st.integers(1, 60))
    def test_of_a_date_that_goes_on_to_a_working_day(self, on, number):
        made = one_step(f"{number} days after received or the next working day")
        duty = position(made, [Event(event="received", on=on)], ENGLAND, on).duty("one")

        assert duty.due_on == next_worked(on + timedelta(days=number))

    @given(dates_of_a_year, st.integers(1, 60), st.integers(0, 80))
    def test_of_time_that_has_passed(self, on, number, after):
        made = one_step("90 working days after received", more=f", only_if: {number} days have passed since received")
        stands = position(made, [Event(event="received", on=on)], ENGLAND, on + timedelta(days=after))

        assert (str(stands.duty("one").state) == "open") == (after > number)
        assert (stands.turns_on is None) == (after > number)

    @given(dates_of_a_year, st.integers(1, 40), st.booleans())
    def test_of_what_arrives_when_nobody_works(self, on, number, working):
        head = "day_of_receipt: next working day\n"
        made = one_step(f"{number} {'working ' if working else ''}days after received", head=head)
        duty = position(made, [Event(event="received", on=on)], ENGLAND, on).duty("one")
        counted_from = next_worked(on)

        assert duty.starts_on == counted_from
        assert duty.came_on == (None if counted_from == on else on)
        assert duty.due_on == (strike_off(counted_from, number) if working else counted_from + timedelta(days=number))

    @given(
        st.integers(0, 120) | st.none(), st.integers(0, 120), st.sampled_from(("under", "over", "at least", "at most"))
    )
    def test_of_a_number_that_was_stated(self, age, bound, said):
        facts = {} if age is None else {"patient_age": age}
        made = one_step("5 days after received", more=f", only_if: received.patient_age is {said} {bound}")
        duty = position(made, [Event(event="received", on=FIRST, facts=facts)], ENGLAND, FIRST).duty("one")
        holds = {"under": int.__lt__, "over": int.__gt__, "at least": int.__ge__, "at most": int.__le__}[said]

        assert (str(duty.state) == "open") == (age is not None and holds(age, bound))
