"""Does any sequence of permitted events end in a lawful state, and can every stage reach an end?"""

from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from putright.domain.chronology import Event, faults
from putright.domain.position import position
from putright.domain.vocabulary import CaseStatus, DutyState
from tests.domain.cases import ENGLAND, shipped
from tests.domain.strategies import check_coherent, facts_of

RECEIVED = date(2026, 4, 2)
LIVE = (CaseStatus.OPEN, CaseStatus.RESPONDED)
ENDS = {"closed", "withdrawn", "transferred", "passed_on", "struck_out", "returned_premature"}


class ACase(RuleBasedStateMachine):
    """A case on which only permitted events are recorded, one after the other, as the days go by."""

    procedure = "commisceo"

    @initialize()
    def receive(self):
        self.several = shipped(self.procedure)
        self.known = {name: each for programme in self.several for name, each in programme.events.items()}
        self.today = RECEIVED
        self.chronology = [Event(event="received", on=RECEIVED, id="e0", facts={"channel": "letter"})]
        self.seen = {}
        self.stood = self.stand()

    def stand(self):
        return position(self.several, self.chronology, ENGLAND, self.today)

    @rule(days=st.integers(1, 40))
    def let_days_pass(self, days):
        self.today += timedelta(days=days)
        self.stood = self.stand()

    @rule(data=st.data())
    def record_what_is_permitted(self, data):
        kind = data.draw(st.sampled_from(sorted(each.event for each in self.stood.permitted)))
        near = st.integers(0, 60).map(lambda days: self.today + timedelta(days=days))
        facts = data.draw(facts_of(kind, near, self.known))
        event = Event(event=kind, on=self.today, id=f"e{len(self.chronology)}", facts=facts)
        self.chronology.append(event)
        before, self.stood = self.stood, self.stand()
        self.check_that_it_met_what_was_said(before, event)

    @rule(data=st.data())
    def meet_something(self, data):
        meeting = sorted(each.event for each in self.stood.permitted if each.meets)
        if not meeting:
            return
        event = Event(event=data.draw(st.sampled_from(meeting)), on=self.today, id=f"e{len(self.chronology)}")
        if faults([event], further=self.known):
            return  # it would have to say more
        self.chronology.append(event)
        before, self.stood = self.stood, self.stand()
        self.check_that_it_met_what_was_said(before, event)

    def check_that_it_met_what_was_said(self, before, event):
        """A duty met by one event alone is no longer to do once that event is recorded."""
        for duty in before.duties:
            if duty.is_to_do and duty.met_by == {event.event} and "step" not in event.facts and duty.about is None:
                after = [each for each in self.stood.duties if each.id == duty.id and each.procedure == duty.procedure]
                assert not after or not after[0].is_to_do or after[0].starts_on != duty.starts_on, duty.id

    @invariant()
    def is_lawful(self):
        if not hasattr(self, "stood"):
            return
        for duty in self.stood.duties:
            check_coherent(duty, self.today)
        self.check_nothing_met_or_missed_is_forgotten()

    def check_nothing_met_or_missed_is_forgotten(self):
        letters_that_failed = any(event.event == "delivery_failed" for event in self.chronology)
        for duty in self.stood.duties:
            name = (duty.procedure, duty.id, duty.starts_on)
            was = self.seen.get(name)
            if was is not None and not letters_that_failed:
                assert was.missed_on is None or duty.missed_on == was.missed_on, name
                assert was.done_on is None or duty.done_on == was.done_on, name
            self.seen[name] = duty

    @invariant()
    def leaves_a_way_on(self):
        """A live case can always be withdrawn and an ended one opened again; nothing of an ended one is overdue."""
        if not hasattr(self, "stood"):
            return
        if self.stood.status in LIVE:
            assert self.stood.permits("withdrawn")
            return
        assert self.stood.permits("reopened")
        to_do = {duty.step for duty in self.stood.to_do()}
        surviving = {rule.name for programme in self.several for rule in programme.rules if rule.survives}
        assert to_do <= surviving


class ACommisceoCase(ACase):
    procedure = "commisceo"


class ALivingWellCase(ACase):
    procedure = "living-well-partnership"


TestACommisceoCase = ACommisceoCase.TestCase
TestALivingWellCase = ALivingWellCase.TestCase
TestACommisceoCase.settings = TestALivingWellCase.settings = settings(
    max_examples=15, stateful_step_count=30, deadline=None
)


def carried_on(several, chronology, today):
    """Does, day after day, whatever meets a duty, until nothing is left that the body itself can do."""
    known = {name: each for programme in several for name, each in programme.events.items()}
    for _ in range(60):
        stood = position(several, chronology, ENGLAND, today)
        meeting = sorted(each.event for each in stood.permitted if each.meets)
        meeting = [kind for kind in meeting if not faults([_plain(kind, today)], further=known)]
        if not meeting:
            return chronology
        chronology = [*chronology, _plain(meeting[0], today)]
        today += timedelta(days=1)
    raise AssertionError(f"there is always something to do: {meeting}")


def _plain(kind, on):
    return Event(event=kind, on=on)


@pytest.mark.parametrize("name", ["commisceo", "living-well-partnership", "nw-london-icb", "choice-commissioner"])
@pytest.mark.parametrize("asked_again", [False, True])
def test_every_stage_can_reach_an_end(name, asked_again):
    several = shipped(name)
    chronology = carried_on(several, [_plain("received", RECEIVED)], RECEIVED)
    today = chronology[-1].on + timedelta(days=1)
    stood = position(several, chronology, ENGLAND, today)
    if asked_again and stood.permits("review_requested"):
        chronology = carried_on(several, [*chronology, _plain("review_requested", today)], today)
        today = chronology[-1].on + timedelta(days=1)
    if not stood.permits("closed"):
        chronology += [_plain("response_signed", today), _plain("response_sent", today)]
    stood = position(several, chronology, ENGLAND, today)

    assert stood.permits("closed")
    ended = position(several, [*chronology, _plain("closed", today)], ENGLAND, today)
    assert ended.status is CaseStatus.CLOSED
    assert all(duty.state is not DutyState.OVERDUE for duty in ended.duties)
