"""Does what stands on a case keep its promises whatever happens?"""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from putright.domain.chronology import Event
from putright.domain.position import position
from putright.domain.vocabulary import CORE_EVENTS, Authority, CaseStatus
from putright.domain.working_days import CalendarEnds
from tests.domain.cases import ENGLAND, closed_on, stands
from tests.domain.strategies import CASES, EVERYTHING, check_coherent, chronologies, days, events, programmes

A_DAY = timedelta(days=1)
CALM = tuple(kind for kind in CORE_EVENTS if kind not in ("paused", "resumed"))
# On one day these may undo what others did that day, so that their order is the order of the file.
UNDOING = {"reopened", "review_requested", "delivery_failed", "paused", "resumed"}
UNDOING |= {"consent_given", "consent_refused", "consent_withdrawn", "entered_in_error"}


def by_id(duties):
    return {(duty.procedure, duty.id): duty for duty in duties}


def governing(several, stood):
    """The procedures that govern on the day; where each has given way, those that did."""
    now = {one.name for one in stood.procedures if one.until is None} or {one.name for one in stood.procedures}
    return [made for made in several if made.name in now]


class TestEveryPosition:
    @given(programmes, chronologies(with_hours=True, corrections=True), days(400))
    def test_is_coherent_in_each_duty(self, several, chronology, as_at):
        for duty in position(several, chronology, ENGLAND, as_at).duties:
            check_coherent(duty, as_at)

    @given(programmes, chronologies(corrections=True), days(400))
    def test_has_one_id_for_each_duty_of_a_procedure(self, several, chronology, as_at):
        stood = position(several, chronology, ENGLAND, as_at)
        over = {one.name for one in stood.procedures}

        assert len(by_id(stood.duties)) == len(stood.duties)
        assert {(duty.procedure, duty.step) for duty in stood.duties} == {
            (made.name, rule.name) for made in several if made.name in over for rule in made.rules
        }

    @given(programmes, chronologies(corrections=True, with_hours=True), days(400))
    def test_is_the_same_when_asked_again(self, several, chronology, as_at):
        assert position(several, chronology, ENGLAND, as_at) == position(several, chronology, ENGLAND, as_at)

    @given(programmes, chronologies(), days(400))
    def test_permits_or_refuses_every_event_and_never_both(self, several, chronology, as_at):
        stood = position(several, chronology, ENGLAND, as_at)
        permitted = [each.event for each in stood.permitted]
        refused = [str(each.event) for each in stood.refused]

        known = {kind for made in governing(several, stood) for kind in made.events} - {"entered_in_error"}
        assert sorted(permitted + refused) == sorted(known)
        assert all(each.message and each.authority and each.code for each in stood.refused)

    @given(programmes, chronologies(), days(400))
    def test_names_for_a_permitted_event_the_open_duties_that_it_meets(self, several, chronology, as_at):
        stood = position(several, chronology, ENGLAND, as_at)

        for allowed in stood.permitted:
            owed = {duty.step for duty in stood.duties if duty.is_to_do and allowed.event in duty.met_by}
            assert set(allowed.meets) == owed

    @given(
        programmes,
        chronologies(dates=st.dates(date(1, 1, 1), date(9999, 12, 31)), corrections=True, with_hours=False, most=12),
        st.dates(),
    )
    def test_raises_nothing_but_that_the_calendar_ends(self, several, chronology, as_at):
        with suppress(CalendarEnds):
            position(several, chronology, ENGLAND, as_at)


class TestWhatComesLater:
    @given(programmes, chronologies(with_hours=True), events(days(400)), days(400))
    def test_never_changes_the_past(self, several, chronology, event, as_at):
        """A later event that corrects nothing; what it corrects may."""
        assume(event.on > as_at)
        before = position(several, chronology, ENGLAND, as_at)

        assert position(several, [*chronology, event], ENGLAND, as_at) == before

    @given(programmes, chronologies(), days(200), st.integers(1, 200))
    def test_never_undoes_what_was_missed(self, several, chronology, as_at, later):
        """Unless the duty itself fell away and came again with another start, which is another duty."""
        assume(not any(event.event == "delivery_failed" for event in chronology))
        before = by_id(position(several, chronology, ENGLAND, as_at).duties)
        after = by_id(position(several, chronology, ENGLAND, as_at + timedelta(days=later)).duties)

        for name, duty in before.items():
            if duty.missed_on is not None and name in after and after[name].starts_on == duty.starts_on:
                assert after[name].missed_on == duty.missed_on, name

    @given(programmes, chronologies(), days(200))
    def test_never_meets_a_duty_that_starts_after_it(self, several, chronology, as_at):
        for duty in position(several, chronology, ENGLAND, as_at).duties:
            started = duty.starts_on or date.max
            assert duty.done_on is None or duty.done_on >= started


class TestTheOrderOfOneDay:
    @given(programmes, chronologies(dates=days(12), most=14), st.randoms(use_true_random=False), days(60))
    def test_does_not_matter(self, several, chronology, random, as_at):
        """Between events of different kinds that undo nothing of each other; those of one kind keep their order."""
        stirred = [event for day in by_day(chronology) for event in stir(day, random)]

        before, after = (position(several, each, ENGLAND, as_at) for each in (chronology, stirred))

        assert {**by_id(after.duties)} == {**by_id(before.duties)}
        assert (after.status, after.stage, after.permitted) == (before.status, before.stage, before.permitted)
        assert sorted(map(str, after.warnings)) == sorted(map(str, before.warnings))


def by_day(chronology):
    return [[e for e in chronology if e.on == on] for on in sorted({event.on for event in chronology})]


def stir(day: list[Event], random):
    if any(event.event in UNDOING for event in day):
        return day
    places = list(range(len(day)))
    random.shuffle(places)
    kinds = [day[place].event for place in places]
    of_kind = {kind: iter([event for event in day if event.event == kind]) for kind in kinds}
    return [next(of_kind[kind]) for kind in kinds]


class TestTheLaw:
    @given(
        st.sampled_from([CASES["commisceo"], CASES["everything"]]),
        chronologies(kinds=CALM, most=15),
        st.lists(events(days(), ("paused", "resumed")), max_size=6),
        days(400),
    )
    def test_never_stands_still(self, several, chronology, pauses, as_at):
        with_pauses = sorted([*chronology, *pauses], key=lambda event: event.on)
        before, after = (position(several, each, ENGLAND, as_at) for each in (chronology, with_pauses))

        for old, new in zip(before.duties, after.duties, strict=False):
            if old.authority is Authority.STATUTE:
                assert replace(new, binding_on=None, binding_authority="") == replace(
                    old, binding_on=None, binding_authority=""
                )

    @given(chronologies(dates=days(12), most=12), st.sets(days(30), min_size=4, max_size=12), days(60))
    def test_knows_nothing_of_a_bodys_own_closures(self, chronology, closures, as_at):
        several = CASES["commisceo"]
        own = closed_on(*closures)
        before = position(several, chronology, ENGLAND, as_at)
        after = position(several, chronology, ENGLAND, as_at, body_calendar=own)

        law = [duty for duty in before.duties if duty.procedure == "england-2009"]
        same = [duty for duty in after.duties if duty.procedure == "england-2009"]
        assert [(d.id, d.due_on, d.state, d.missed_on) for d in same] == [
            (d.id, d.due_on, d.state, d.missed_on) for d in law
        ]


class TestOneMoreBankHoliday:
    @given(programmes, chronologies(dates=days(60), most=18), days(90), days(200))
    def test_never_brings_a_date_forward(self, several, chronology, holiday, as_at):
        before = by_id(position(several, chronology, ENGLAND, as_at).duties)
        after = by_id(position(several, chronology, closed_on(holiday), as_at).duties)

        for name, duty in before.items():
            other = after.get(name)
            if other and duty.due_on and other.due_on and duty.starts_on == other.starts_on:
                assert other.due_on >= duty.due_on, name


class TestAStatus:
    @given(programmes, chronologies(), days(400))
    def test_is_ended_only_by_an_event_that_ends_the_case(self, several, chronology, as_at):
        status = stands(several, chronology, as_at).status
        ends = {kind for programme in several for kind in programme.ends}

        if status not in (CaseStatus.OPEN, CaseStatus.RESPONDED):
            assert any(event.event in ends and event.on <= as_at for event in chronology)


def test_an_instant_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        position(EVERYTHING, [], ENGLAND, datetime(2026, 4, 2, 9, 0))  # noqa: DTZ001 # the very mistake
