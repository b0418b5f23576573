"""Is everything that is wrong with a procedure found, and told with its place and its cure?"""

import pytest

from putright.domain.expressions import FactIs
from putright.domain.programme import ProcedureFlawed
from putright.domain.vocabulary import Authority
from putright.gateways.file_errors import FileRefused
from tests.domain.cases import the_programme

STEP = "promise: We do it., met_when: acknowledged"


def refused(text):
    """What is said of a file that is wrong: its errors, each without the name of the file."""
    with pytest.raises(FileRefused) as found:
        the_programme(text)
    return [f"{error.line}: {error.message}" for error in found.value.errors]


def steps(**written):
    return "steps:\n" + "\n".join(f"  {name.replace('_', '-')}: {{{text}}}" for name, text in written.items())


class TestAStep:
    @pytest.mark.parametrize(
        ("step", "says"),
        [
            (
                f"due: 3 working days after recieved, {STEP}",
                "there is no event called recieved; did you mean received?",
            ),
            (f"due: 3 working days after xyzzy, {STEP}", "there is no event called xyzzy; there is: "),
            (f"due: 3 working days after other is done, {STEP}", "there is no step called other; there is: one"),
            (f"due: on received.date, {STEP}", "received has no fact called date"),
            (
                f"due: 3 days after received.channel, {STEP}",
                "received.channel is not a date, so no clock can start on it",
            ),
            (f"due: 3 days after stage 2 begins, {STEP}", "there is no stage 2"),
            (f"due: 3 days after received, stage: 2, {STEP}", "there is no stage 2: the file names no stages"),
            ("due: 3 days after received, promise: We do it.", "say in met_when which event fulfils this step"),
            ("due: 3 days after received, promise: We do it., met_when: acknoledged", "did you mean acknowledged?"),
            ("due: 3 days after received, promise: We do it., met_when: []", "name at least one"),
            (f"due: 3 days after received, {STEP}, only_if: settled.sorted", "settled has no fact called sorted"),
            (f"due: 3 days after received, {STEP}, unless: other is missed", "there is no step called other"),
            (f"due: 3 days after received, {STEP}, needs: [consent_givn]", "did you mean consent_given?"),
            (f"due: 3 days after received, {STEP}, each: statement_request", "did you mean statement_requested?"),
            (f"due: 3 days after received, {STEP}, survives: acknowledged", "acknowledged does not end the case"),
            (f"due: 3 days after received, {STEP}, repeat: 4 weeks", "expected “every” and a period"),
            (f"due: no set time after received, {STEP}, repeat: every 4 weeks", "needs a first date"),
            (
                f"due: 3 days after received, {STEP}, each: statement_requested, repeat: every 4 weeks",
                "or comes round again, not both",
            ),
            (
                f"due: 3 days after received, {STEP}, may_move: {{by: update_sent}}",
                "states no date, so it cannot move one",
            ),
            (f"due: 3 days after received, {STEP}, may_move: {{by: changed}}", "there is no event called changed"),
            (
                f"due: 3 days after received, {STEP}, may_move: {{by: timescale_changed, must_say: [why]}}",
                "timescale_changed has no fact called why",
            ),
            (f"due: {{later of: []}}, {STEP}", "with at least one date in it"),
            (f"due: {{later of: [3 days after received], earlier of: [on received]}}, {STEP}", "write exactly one of"),
            (f"due: {{by tier: {{low: 3 days of received}}}}, {STEP}", "is not understood at “of”"),
            (f"due: 3 days after received, {STEP}, only_if: {{all of: [], any of: []}}", "exactly one of “all of”"),
            (f"due: 3 days after received, {STEP}, only_if: closed, unless: closed", "so it is never owed"),
        ],
    )
    def test_that_cannot_be_is_refused_with_the_cure(self, step, says):
        (error,) = refused(steps(one=step))

        assert error.startswith("6: steps.one")
        assert says in error

    @pytest.mark.parametrize("name", ["Acknowledge", "staff_reply", "staff--reply", "staff-", "2nd", "é", "all", "''"])
    def test_has_a_name_that_can_be_written_in_a_rule(self, name):
        (error,) = refused(f"steps:\n  {name}: {{due: 3 days after received, {STEP}}}")

        assert "lower-case words joined by hyphens, such as staff-reply" in error

    def test_that_says_nothing_of_being_met_may_lapse(self):
        made = the_programme(steps(one="due: 3 days after received, promise: You may ask., effect: lapses"))

        assert made.rules[0].met is None

    def test_has_every_flaw_told_at_once(self):
        errors = refused(steps(one=f"due: 3 dys after received, {STEP}", two=f"due: 3 days after recieved, {STEP}"))

        assert [error.partition(":")[0] for error in errors] == ["6", "7"]


class TestAFact:
    @pytest.mark.parametrize(
        ("condition", "says"),
        [
            ("settled.satisfied is maybe", "settled.satisfied is true or false, so it cannot be maybe"),
            ("received.channel is true", "received.channel is a code, so it cannot be true"),
            ("received.patient_age is old", "received.patient_age is a number, so it cannot be old"),
            ("received.first_received_on is soon", "received.first_received_on is a date, so it cannot be soon"),
            ("paused.steps is acknowledge", "paused.steps is a list of steps, so it cannot be acknowledge"),
        ],
    )
    def test_is_compared_with_a_value_of_its_kind(self, condition, says):
        (error,) = refused(steps(one=f"due: 3 days after received, {STEP}, only_if: {condition}"))

        assert says in error

    def test_that_is_a_code_may_be_written_with_digits(self):
        made = the_programme(steps(one=f"due: 3 days after received, {STEP}, only_if: tier_set.tier is 2"))

        assert made.rules[0].only_if == (FactIs("tier_set", "tier", ("2",)),)


class TestSteps:
    def test_that_wait_for_one_another_are_named_and_nobody_else(self):
        errors = refused(
            steps(
                one=f"due: 3 days after two is done, {STEP}",
                two=f"due: 3 days after received, {STEP}, unless: three is missed",
                three=f"due: 3 days after one is missed, {STEP}",
                waiting=f"due: 3 days after one is done, {STEP}",
                free=f"due: 3 days after received, {STEP}",
            )
        )

        assert errors == ["6: steps.one: these steps wait for one another in a circle: one, two, three"]

    @pytest.mark.parametrize(
        ("other", "asks", "says"),
        [
            (f"due: no set time after received, {STEP}", "first is missed", "has no date, so it is never missed"),
            (f"due: no set time after received, {STEP}", "first is due", "has no date, so it is never due"),
            (f"due: not before 3 days after received, {STEP}", "first is due", "has no date, so it is never due"),
            ("due: 3 days after received, promise: P., effect: lapses", "first is done", "so it is never done"),
        ],
    )
    def test_that_would_wait_for_ever_are_refused(self, other, asks, says):
        (error,) = refused(steps(first=other, then=f"due: 3 days after {asks}, {STEP}"))

        assert error.startswith("7: steps.then: first ")
        assert says in error

    def test_stand_each_after_those_it_asks_about_and_keep_their_order_in_the_file(self):
        made = the_programme(
            steps(
                last=f"due: 3 days after first is done, {STEP}",
                first=f"due: 3 days after received, {STEP}",
            )
        )

        assert [rule.name for rule in made.rules] == ["first", "last"]
        assert made.order == ("last", "first")

    def test_of_an_earlier_stage_are_read_first_wherever_they_stand(self):
        """So that what meets a step on the last day of its stage is known before the next stage asks for it."""
        made = the_programme(
            STAGES + steps(two=f"due: on review_requested, stage: 2, {STEP}", one=f"due: on received, stage: 1, {STEP}")
        )

        assert [rule.name for rule in made.rules] == ["one", "two"]

    def test_must_be_there(self):
        assert refused("steps: {}") == ["5: steps: a procedure must promise something: write at least one step"]


STAGES = "stages:\n  - {name: One, begins: received}\n  - {name: Two, begins: review_requested}\n"


class TestAStage:
    @pytest.mark.parametrize(
        ("begins", "says"),
        [
            ("review_requestd", "there is no event called review_requestd; did you mean review_requested?"),
            ("one is done", "a stage begins with an event alone"),
            ("latest review_requested", "a stage begins with an event alone"),
            ("response_period_set.date", "a stage begins with an event alone"),
            ("3 days after received", "is not understood at “3”"),
        ],
    )
    def test_begins_with_an_event(self, begins, says):
        errors = refused(f"stages:\n  - {{name: A, begins: {begins}}}\n" + steps(one=f"due: on received, {STEP}"))

        assert says in errors[0]
        assert errors[0].startswith("6: stages.0.begins: ")

    def test_may_begin_in_one_of_several_ways(self):
        made = the_programme(
            "stages:\n  - {name: A, begins: received or escalated}\n" + steps(one=f"due: on received, {STEP}")
        )

        assert made.stages == (frozenset({"received", "escalated"}),)

    def test_has_no_step_that_starts_with_the_receipt_that_began_another(self):
        (error,) = refused(STAGES + steps(one=f"due: 3 days after received, stage: 2, {STEP}"))

        assert "write “stage 2 begins”, or leave the stage out" in error

    def test_has_no_step_that_waits_for_what_ends_it(self):
        (error,) = refused(STAGES + steps(one=f"due: 3 days after stage 2 begins, stage: 1, {STEP}"))

        assert "ends when the stage it waits for begins" in error


class TestTheFile:
    @pytest.mark.parametrize(
        ("part", "says"),
        [
            ("ends_when: [closd]", "did you mean closed?"),
            ("pauses: {steps: [on]}", "there is no step called on; did you mean one?"),
            (
                "accepts: {limit: 12 months after the event}",
                "is not understood at “the”: expected an event, a step or a stage, each by its name",
            ),
            ("goes_next: [{to: ombudsman, opens: response_snt}]", "did you mean response_sent?"),
            ("goes_next: [{to: ombudsman, within: soon}]", "is not understood at “soon”"),
            ("events: {received: {words: It came, facts: {channel: date}}}", "received already has a fact channel"),
            ("events: {panel-met: {words: The panel met}}", "must be lower-case words joined by _, such as panel_met"),
            ("events: {panel_met: {words: It met, facts: {how-many: number}}}", "joined by _, such as panel_met"),
        ],
    )
    def test_names_what_there_is(self, part, says):
        (error,) = refused(f"{part}\n" + steps(one=f"due: on received, {STEP}"))

        assert says in error

    def test_may_name_events_of_its_own_that_carry_what_any_event_may(self):
        made = the_programme(
            "events:\n  panel_met: {words: The panel met, facts: {held_on: date}}\n"
            + steps(one="due: 5 working days after panel_met.held_on, promise: P., met_when: acknowledged")
        )

        assert {"held_on", "step", "reason", "channel", "issue"} <= set(made.events["panel_met"].facts)


class TestAPause:
    def test_stops_the_named_clocks_of_a_policy_and_never_one_of_the_law(self):
        text = "pauses: {steps: [all]}\n" + steps(
            one=f"due: on received, {STEP}", two=f"due: on received, authority: statute, {STEP}"
        )
        law = text if text.startswith("name") else f"name: l\ntitle: L\nkind: statute\nunder: none\n{text}"

        assert [rule.pausable for rule in the_programme(text).rules] == [True, False]
        assert [rule.pausable for rule in the_programme(law).rules] == [False, False]


class TestAuthority:
    @pytest.mark.parametrize(
        ("kind", "authority"),
        [("statute", Authority.STATUTE), ("code", Authority.CODE), ("procedure", Authority.POLICY)],
    )
    def test_is_that_of_the_document(self, kind, authority):
        made = the_programme(f"name: a\ntitle: A\nkind: {kind}\nunder: none\n" + steps(one=f"due: on received, {STEP}"))

        assert made.rules[0].authority is authority

    @pytest.mark.parametrize(
        ("head", "clause", "cites"),
        [
            ("", "clause: '3.1', ", "clause 3.1"),
            ("", "", "An example"),
            ("cite_as: The Act\n", "clause: s. 3, ", "The Act s. 3"),
        ],
    )
    def test_is_cited_by_its_clause(self, head, clause, cites):
        made = the_programme(head + steps(one=f"due: on received, {clause}{STEP}"))

        assert made.rules[0].cites == cites


def test_a_flaw_says_where_it_is_when_no_file_is_by():
    from putright.domain.procedure import Procedure, Step
    from putright.domain.understanding import programme_of
    from putright.domain.vocabulary import ProcedureKind

    step = Step(promise="We do it.", due="3 dys after received", met_when="acknowledged")
    written = Procedure(name="a", title="A", kind=ProcedureKind.PROCEDURE, under="none", steps={"one": step})

    with pytest.raises(ProcedureFlawed, match=r"steps\.one\.due: “3 dys after received” is not understood at “dys”"):
        programme_of(written)
