"""Does the checker answer for any file that can be read, on any day, and always in the same way?"""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from putright.domain.check import check
from putright.domain.findings import SEVERITY_OF, rank
from putright.domain.procedure import (
    Accepts,
    Combined,
    GoesNext,
    Group,
    MayMove,
    Mention,
    Pauses,
    Procedure,
    Representation,
    Stage,
    Step,
    Unclear,
)
from putright.domain.programme import ProcedureFlawed
from putright.domain.understanding import programme_of
from putright.domain.vocabulary import CORE_EVENTS, Effect, ProcedureKind, Strength
from putright.gateways.calendar_files import calendar_named
from putright.gateways.directory_files import directory
from putright.gateways.procedure_files import laws
from tests.domain.checking import ENGLAND, document, findings, law, step
from tests.domain.strategies import EVERYTHING

EVENTS = st.sampled_from([*CORE_EVENTS][:-1])
NAMES = ("one", "two", "three", "four", "five")
LAWFUL = ("acknowledge", "respond", "explain-delay", "keep-informed", "tell-period", "nothing-of-the-kind", None)
PRINTED = ("NHS England", "CCG", "PALS", "NHS Choices", "Nobody", "The Ombudsman", "NW London ICB")
CHANNELS = (None, "", "0345 015 4033", "Millbank Tower, 30 Millbank, London, SW1P 4QP", "020 3350 4567")
ROLES = (None, "provider", "commissioner", "pals", "advocacy", "ombudsman", "anything")
BODIES = (None, "commisceo", "living-well-partnership", "nw-london-icb", "phso", "nobody")
CODES = (None, "unclear", "no-limit", "later-than-law", "D99")
UNITS = ("working days", "(working) days", "(calendar) days", "days", "weeks", "months", "years", "hours")
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@st.composite
def starts(draw):
    """What a clock can start with."""
    first, second, step = draw(EVENTS), draw(EVENTS), draw(st.sampled_from(NAMES))
    given = ("received", "received.first_received_on", "response_period_agreed.date", "stage 2 begins")
    of_steps = (f"{step} is {draw(st.sampled_from(['missed', 'due', 'done']))}",)
    of_events = (first, f"latest {first}", f"{first} or {second}", f"{first} or else {second}")
    return draw(st.sampled_from((*given, *of_steps, *of_events)))


@st.composite
def rules(draw):
    """A plain date rule."""
    start, number = draw(starts()), draw(st.integers(1, 60))
    if draw(st.integers(0, 3)):
        length = draw(st.sampled_from([str(number), f"{number}-{number + 3}"]))
        unit = draw(st.sampled_from(UNITS))
        joint = "after" if unit == "hours" else draw(st.sampled_from(["after", "beginning with"]))
        return f"{length} {unit} {joint} {start}"
    return draw(st.sampled_from([f"on {start}", f"at once after {start}", f"no set time after {start}"]))


@st.composite
def simple_dues(draw):
    """A date rule, capped or held back."""
    rule, other = draw(rules()), draw(rules())
    forms = (rule, rule, rule, f"{rule} but no later than {other}", f"{rule} not before {other}", f"not before {rule}")
    return draw(st.sampled_from(forms))


dues = st.recursive(
    simple_dues(),
    lambda parts: st.one_of(
        st.lists(parts, min_size=1, max_size=3).map(lambda some: Combined(later_of=tuple(some))),
        st.lists(parts, min_size=1, max_size=3).map(lambda some: Combined(earlier_of=tuple(some))),
        st.dictionaries(st.sampled_from(["low", "high"]), parts, min_size=1).map(lambda by: Combined(by_tier=by)),
    ),
    max_leaves=4,
)


@st.composite
def simple_conditions(draw):
    """A plain condition."""
    event, step = draw(EVENTS), draw(st.sampled_from(NAMES))
    facts = ("received.channel is oral or letter", "received.capacity", "settled.satisfied")
    return draw(st.sampled_from((event, f"{event} within 1 working day after received", f"{step} is missed", *facts)))


conditions = st.recursive(
    simple_conditions(),
    lambda parts: st.one_of(
        st.lists(parts, min_size=1, max_size=2).map(lambda some: Group(all_of=tuple(some))),
        st.lists(parts, min_size=1, max_size=2).map(lambda some: Group(any_of=tuple(some))),
    ),
    max_leaves=3,
)
several = st.lists(conditions, max_size=2).map(tuple)
moves = st.builds(
    MayMove,
    by=st.sampled_from(["timescale_changed", "extension_agreed", "response_period_agreed"]),
    no_later_than=st.none() | dues,
    must_say=st.sampled_from([(), ("reason",)]),
)


@st.composite
def steps(draw):
    """A step; one owed for each request does not come round again."""
    again = st.sampled_from([None, "every 2 weeks", "every 1 month until response_sent"])
    each, repeat = draw(st.one_of(st.tuples(EVENTS, st.none()), st.tuples(st.none(), again)))
    return replace(draw(plain_steps), each=each, repeat=repeat)


plain_steps = st.builds(
    Step,
    promise=st.just("Something is done."),
    due=dues,
    clause=st.sampled_from([None, "1", "2.1", "10", "Contact"]),
    met_when=EVENTS | st.lists(EVENTS, min_size=1, max_size=2).map(lambda some: Group(all_of=tuple(some))),
    who=st.sampled_from([None, "complainant"]),
    strength=st.sampled_from(Strength),
    effect=st.sampled_from(Effect),
    only_if=several,
    unless=several,
    may_move=st.none() | moves,
    contains=st.sampled_from([(), ("signature",), ("anything",)]),
    fulfils=st.sampled_from(LAWFUL),
    survives=st.sampled_from([(), "closed", ("closed", "withdrawn")]),
    holds_back=st.sampled_from([(), "closed"]),
    stage=st.sampled_from([None, 1, 2]),
    reading=st.sampled_from([None, "So."]),
)
ways_on = st.builds(
    GoesNext,
    to=st.sampled_from(["ombudsman", "healthwatch", "anybody"]),
    opens=st.none() | conditions,
    within=st.none() | dues,
)
procedures = st.builds(
    Procedure,
    name=st.just("made-up"),
    title=st.just("Made up"),
    kind=st.sampled_from([ProcedureKind.PROCEDURE] * 6 + [ProcedureKind.CODE, ProcedureKind.STATUTE]),
    under=st.sampled_from(["england-2009"] * 6 + ["none", "no-such-law", "made-up"]),
    steps=st.dictionaries(st.sampled_from(NAMES), steps(), min_size=1, max_size=5),
    body=st.sampled_from(BODIES),
    part_of=st.sampled_from([None, None, None, "a-page"]),
    version=st.sampled_from([None, "1"]),
    effective=st.none() | DAYS,
    published=st.none() | DAYS,
    reviewed=st.none() | DAYS,
    review=st.none() | DAYS,
    review_every=st.sampled_from([None, "2 years", "1 working day", "90 years", "", "often"]),
    stages=st.just((Stage(name="A", begins="received"), Stage(name="B", begins="review_requested"))),
    pauses=st.sampled_from([None, Pauses(steps=("all",))]),
    may_move=st.none() | moves,
    accepts=st.none() | st.builds(Accepts, limit=dues),
    representation=st.none()
    | st.builds(Representation, consent=st.just("signed"), from_age=st.none() | st.integers(0, 99)),
    goes_next=st.lists(ways_on, max_size=2).map(tuple),
    people=st.dictionaries(st.sampled_from(["responsible-person", "anyone"]), st.just("Somebody")),
    mentions=st.lists(
        st.builds(
            Mention, body=st.sampled_from(PRINTED), channel=st.sampled_from(CHANNELS), role=st.sampled_from(ROLES)
        ),
        max_size=3,
    ).map(tuple),
    unclear=st.lists(
        st.builds(Unclear, clause=st.just("1"), says=st.text(), reading=st.text(), code=st.sampled_from(CODES)),
        max_size=2,
    ).map(tuple),
)


@st.composite
def programmes(draw):
    """Any procedure that can be read: what cannot is left out of it."""
    made = draw(procedures)
    for _ in range(8):
        try:
            return programme_of(made)
        except ProcedureFlawed as refused:
            made = _without(made, {flaw.where[:2] for flaw in refused.flaws})
    assume(False)


def _without(made: Procedure, flawed: set[tuple[str | int, ...]]) -> Procedure:
    kept = {name: one for name, one in made.steps.items() if ("steps", name) not in flawed}
    assume(kept)
    keys = {key for key, *_ in flawed}
    return replace(
        made,
        steps=kept,
        accepts=None if "accepts" in keys else made.accepts,
        may_move=None if "may_move" in keys else made.may_move,
        goes_next=() if "goes_next" in keys else made.goes_next,
    )


def said_of(made, as_at, calendar=ENGLAND):
    return check(made, as_at, laws=laws(), directory=directory(), calendar=calendar)


class TestAnyFileThatCanBeRead:
    @settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(made=programmes(), as_at=DAYS)
    def test_is_answered(self, made, as_at):
        found = said_of(made, as_at)

        assert len(set(found)) == len(found)
        assert [rank(one.severity) for one in found] == sorted(rank(one.severity) for one in found)
        for one in found:
            assert SEVERITY_OF[one.code] is one.severity
            assert one.message
            assert one.authority
            assert one.where

    @settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=10)
    @given(made=programmes(), as_at=DAYS)
    def test_is_answered_in_the_same_way_twice(self, made, as_at):
        assert said_of(made, as_at) == said_of(made, as_at)

    @settings(deadline=None, max_examples=20)
    @given(as_at=DAYS)
    def test_with_every_form_of_the_language_in_it_is_answered(self, as_at):
        assert said_of(EVERYTHING, as_at, calendar_named("northern-ireland"))


class TestBetterPromises:
    @settings(deadline=None, max_examples=20)
    @given(
        working_days=st.integers(2, 15),
        fewer=st.integers(1, 14),
        lawful=st.integers(1, 15),
        strength=st.sampled_from(Strength),
    )
    def test_never_bring_a_finding(self, working_days, fewer, lawful, strength):
        theirs = law(step("theirs", f"{lawful} working days after received"))

        def codes_of(number: int) -> set[str]:
            ours = step("ours", f"{number} working days after received", strength=strength, fulfils="theirs")
            return {one.code for one in findings(document(ours), theirs)}

        assert codes_of(max(1, working_days - fewer)) <= codes_of(working_days)

    @settings(deadline=None, max_examples=20)
    @given(working_days=st.integers(1, 12), as_at=st.dates(date(2024, 1, 1), date(2028, 12, 1)))
    def test_are_better_on_whatever_day_one_asks(self, working_days, as_at):
        theirs = law(step("theirs", "3 working days after received"))
        made = document(step("ours", f"{working_days} working days after received", fulfils="theirs"))

        later = {one.code for one in findings(made, theirs, as_at)} & {"later-than-law"}

        assert bool(later) == (working_days > 3)

    @settings(deadline=None, max_examples=20)
    @given(days=st.integers(0, 3000))
    def test_a_review_becomes_overdue_and_stays_so(self, days):
        reviewed_by = date(2028, 1, 5)
        made = document(step("ours", "3 working days after received"), head="under: none", more="goes_next: [{to: o}]")

        overdue = {one.code for one in findings(made, None, reviewed_by + timedelta(days=days - 1500))}

        assert ("review-overdue" in overdue) == (days > 1500)
