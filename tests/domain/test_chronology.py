"""Is what is wrong with an account of a case found and told, and does it stand once corrected?"""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.domain.chronology import Event, faults, in_force, is_code, issue_of
from putright.domain.vocabulary import CORE_EVENTS, EventKind, FactKind
from tests.domain.cases import an_event, happened
from tests.domain.strategies import chronologies

THURSDAY = date(2026, 4, 2)


def told(text, **further):
    return [(fault.line, fault.code) for fault in faults(happened(text), further=further)]


class TestAnAccount:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("received Thu 2 Apr 2026; acknowledged Thu 2 Apr 2026; closed Fri 3 Apr 2026", []),
            ("recieved Thu 2 Apr 2026", [(1, "unknown-event")]),
            ("received Thu 2 Apr 2026; acknowledged Wed 1 Apr 2026", [(2, "out-of-order")]),
            (
                "received Thu 2 Apr 2026; closed Wed 1 Apr 2026; acknowledged Wed 1 Apr 2026",
                [(2, "out-of-order"), (3, "out-of-order")],
            ),
            ("received Thu 2 Apr 2026 #a; acknowledged Fri 3 Apr 2026 #a", [(2, "repeated-id")]),
            ("received Thu 2 Apr 2026; received Fri 3 Apr 2026 corrects a", [(2, "corrects-nothing")]),
            ("received Thu 2 Apr 2026 #a corrects a", [(1, "corrects-nothing")]),
            ("received Thu 2 Apr 2026 #a; received Wed 1 Apr 2026 corrects a", []),
            ("received Thu 2 Apr 2026; entered_in_error Thu 2 Apr 2026", [(2, "corrects-nothing")]),
            ("received Thu 2 Apr 2026 (colour red)", [(1, "unknown-fact")]),
            ("received Thu 2 Apr 2026 (patient_age old)", [(1, "wrong-fact")]),
            ("received Thu 2 Apr 2026 (patient_age yes)", [(1, "wrong-fact")]),
            ("received Thu 2 Apr 2026 (first_received_on 5)", [(1, "wrong-fact")]),
            ("received Thu 2 Apr 2026 (subject my mother was ill)", [(1, "wrong-fact")]),
            ("settled Thu 2 Apr 2026 (satisfied quite)", [(1, "wrong-fact")]),
            ("paused Thu 2 Apr 2026 (step reply)", []),
            ("response_period_set Thu 2 Apr 2026", [(1, "missing-fact")]),
            ("timescale_changed Thu 2 Apr 2026 (step reply)", [(1, "missing-fact")]),
            ("tier_set Thu 2 Apr 2026", [(1, "missing-fact")]),
            ("acknowledged Thu 2 Apr 2026 (step reply, reason late, channel letter, issue 1x)", []),
        ],
    )
    def test_is_checked_line_by_line(self, text, expected):
        assert told(text) == expected

    def test_may_hold_the_events_a_procedure_names_of_its_own(self):
        panel = EventKind(name="panel_met", words="The panel met", facts={"held_on": FactKind.DATE})

        assert told("panel_met Thu 2 Apr 2026 (held_on Wed 1 Apr 2026)", panel_met=panel) == []
        assert told("panel_met Thu 2 Apr 2026 (room 3)", panel_met=panel) == [(1, "unknown-fact")]

    def test_may_hold_what_was_learned_later_than_it_happened(self):
        late = Event(event="event_occurred", on=date(2026, 1, 5), recorded_at=datetime(2026, 4, 3, tzinfo=UTC))

        assert faults([an_event("received Thu 2 Apr 2026"), late]) == ()

    @pytest.mark.parametrize("name", ["at", "recorded_at"])
    def test_says_the_time_zone_of_every_instant(self, name):
        instant = datetime(2026, 4, 2, 9, 0)  # noqa: DTZ001 # the mistake
        at, recorded_at = (instant, None) if name == "at" else (None, instant)
        naive = Event(event="received", on=THURSDAY, at=at, recorded_at=recorded_at)

        (fault,) = faults([naive])

        assert (fault.code, fault.message) == (
            "no-time-zone",
            f"{name} must say its time zone, such as 2026-04-02T09:00:00+01:00 in summer",
        )

    def test_does_not_take_an_instant_for_a_date(self):
        event = Event(event="response_period_set", on=THURSDAY, facts={"date": datetime(2026, 4, 2, tzinfo=UTC)})

        assert [fault.code for fault in faults([event])] == ["wrong-fact"]

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("recieved Thu 2 Apr 2026", "there is no event called recieved; did you mean received?"),
            ("xyzzy Thu 2 Apr 2026", "there is no event called xyzzy; see `putright chronology schema`"),
            ("received Thu 2 Apr 2026; closed Wed 1 Apr 2026", "or add recorded_at if it was learned of later"),
            ("closed Thu 2 Apr 2026 (colour red)", "closed has no fact called colour; it may have: channel, issue, "),
            ("settled Thu 2 Apr 2026 (satisfied 1)", "settled.satisfied must be true or false, not 1"),
            ("tier_set Thu 2 Apr 2026", "tier_set must say its tier"),
        ],
    )
    def test_is_told_what_to_do(self, text, says):
        assert says in faults(happened(text))[-1].message

    @given(chronologies(corrections=True))
    def test_that_is_well_formed_has_no_fault(self, chronology):
        assert faults(chronology) == ()


class TestACorrection:
    @pytest.mark.parametrize(
        ("text", "stands"),
        [
            ("received Wed 1 Apr 2026 #a; received Thu 2 Apr 2026 #b corrects a", "b"),
            ("received Wed 1 Apr 2026 #a; entered_in_error Thu 2 Apr 2026 #b corrects a", ""),
            (
                "received Wed 1 Apr 2026 #a; received Thu 2 Apr 2026 #b corrects a; "
                "received Fri 3 Apr 2026 #c corrects b",
                "c",
            ),
            (
                "received Wed 1 Apr 2026 #a; received Thu 2 Apr 2026 #b corrects a; "
                "entered_in_error Fri 3 Apr 2026 #c corrects b",
                "a",
            ),
            (
                "received Wed 1 Apr 2026 #a; entered_in_error Thu 2 Apr 2026 #b corrects a; "
                "entered_in_error Fri 3 Apr 2026 #c corrects b",
                "a",
            ),
            (
                "received Wed 1 Apr 2026 #a; entered_in_error Thu 2 Apr 2026 #b corrects a; "
                "entered_in_error Fri 3 Apr 2026 #c corrects b; entered_in_error Sat 4 Apr 2026 #d corrects c",
                "",
            ),
            (
                "received Wed 1 Apr 2026 #a; closed Wed 1 Apr 2026 #b; reopened Wed 1 Apr 2026 #c; "
                "closed Wed 1 Apr 2026 #d corrects b",
                "a d c",
            ),
        ],
    )  # fmt: skip
    def test_stands_in_the_place_of_what_it_corrects(self, text, stands):
        assert [event.id for event in in_force(happened(text))] == stands.split()

    @given(chronologies())
    def test_is_not_needed(self, chronology):
        assert in_force(chronology) == tuple(chronology)


class TestAnIssue:
    def test_is_named_on_the_line_or_among_the_facts(self):
        assert issue_of(an_event("excluded Thu 2 Apr 2026 issue 2")) == "2"
        assert issue_of(an_event("excluded Thu 2 Apr 2026 (issue 2)")) == "2"
        assert issue_of(an_event("excluded Thu 2 Apr 2026 (ground employment)")) is None


class TestACode:
    @pytest.mark.parametrize("code", ["end-of-life", "8-1-c", "a", "ICB_7", "x" * 64])
    def test_is_a_short_word(self, code):
        assert is_code(code)

    @pytest.mark.parametrize("text", ["", "two words", "café", "x" * 65, "O'Brien", None, 7, "line\nbreak"])
    def test_is_never_narrative(self, text):
        assert not is_code(text)


@given(st.sampled_from(sorted(CORE_EVENTS)))
def test_every_event_of_the_language_has_words_and_may_say_which_step_and_why(kind):
    assert CORE_EVENTS[kind].words[0].isupper()
    assert {"step", "reason", "channel", "issue"} <= set(CORE_EVENTS[kind].facts)
