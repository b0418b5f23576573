"""What does the checker say of a document that is silent where the law speaks, or sends people on wrongly?"""

import pytest

from tests.domain.checking import codes, document, findings, law, step

ACKNOWLEDGE = step("acknowledge", "3 working days after received", clause="reg 1")
STAGES = "stages: [{name: Answer, begins: received}, {name: Review, begins: review_requested}]"


def ours() -> str:
    """The step of a document that keeps the little law."""
    return step("acknowledge", "3 working days after received", fulfils="acknowledge")


class TestStepsOfTheLaw:
    @pytest.mark.parametrize(
        ("event", "code"),
        [
            ("written_record_sent", "no-written-record"),
            ("acknowledged", "no-acknowledgement"),
            ("discussion_offered", "no-discussion-offer"),
            ("response_period_set", "no-response-period"),
            ("update_sent", "no-progress-reports"),
            ("response_sent", "no-response"),
            ("delay_explained", "no-six-month-notice"),
            ("choice_offered", "silent-on-law"),
        ],
    )
    def test_each_is_missed_by_what_it_is_about(self, event, code):
        theirs = law(step("theirs", "3 working days after received", event, clause="reg 1"))
        made = document(step("something-else", "1 working day after received", "registered"))

        (found,) = findings(made, theirs)

        assert (found.code, found.where, found.authority) == (code, ("steps",), "The Law reg 1")

    def test_a_step_that_does_the_same_without_saying_so_is_no_silence(self):
        assert codes(document(step("we-write", "3 working days after received")), law(ACKNOWLEDGE)) == []

    def test_but_one_that_only_may_be_done_is(self):
        made = document(step("we-may-write", "3 working days after received", strength="may"))

        assert codes(made, law(ACKNOWLEDGE)) == ["no-acknowledgement"]

    def test_a_step_that_fulfils_it_by_an_event_of_its_own_is_no_silence(self):
        made = document(
            step("we-ring", "1 working day after received", "rung", fulfils="acknowledge"),
            more="events: {rung: {words: The person was rung}}",
        )

        assert codes(made, law(ACKNOWLEDGE)) == []

    def test_of_two_things_wanted_the_one_left_out_is_named(self):
        theirs = law(
            step("acknowledge", "3 working days after received", "{all of: [acknowledged, discussion_offered]}")
        )

        (found,) = findings(document(ours()), theirs)

        assert (found.code, found.where) == ("no-discussion-offer", ("steps", "acknowledge", "met_when"))

    def test_the_two_may_be_promised_apart(self):
        theirs = law(
            step("acknowledge", "3 working days after received", "{all of: [acknowledged, discussion_offered]}")
        )
        offer = step("offer", "1 working day after received", "discussion_offered")

        assert codes(document(ours(), offer), theirs) == []

    def test_either_of_two_is_enough(self):
        theirs = law(step("acknowledge", "3 working days after received", "[acknowledged, called_back]"))

        assert codes(document(step("we-ring", "1 working day after received", "called_back")), theirs) == []

    def test_agreeing_the_response_period_is_as_good_as_telling_it(self):
        theirs = law(step("tell", "no set time after discussion_declined", "response_period_set"))
        made = document(step("agree", "5 working days after received", "response_period_agreed"))

        assert codes(made, theirs) == []

    @pytest.mark.parametrize(
        "more",
        [{"strength": "may"}, {"authority": "agreement"}, {"due": "no set time after excluded"}],
        ids=["what the law only allows", "what was agreed", "what is told to whoever is turned away"],
    )
    def test_is_not_asked_of(self, more):
        theirs = law(step("theirs", **{"due": "3 working days after received", "met_when": "choice_offered", **more}))

        assert codes(document(step("other", "1 working day after received", "registered")), theirs) == []

    def test_one_late_message_is_not_keeping_informed(self):
        theirs = law(step("keep-informed", "no set time after received", "update_sent"))
        once = step("keep-informed", "3 months after received", "update_sent", fulfils="keep-informed")
        often = once + "\n  repeat: every 4 weeks until withdrawn"

        assert codes(document(once), theirs) == ["not-kept-informed"]
        assert codes(document(often), theirs) == []

    def test_what_a_response_contains(self):
        theirs = law(
            step(
                "respond", "6 months after received", "response_sent", contains="[conclusions, signature, an-apology]"
            ),
            more="asks: {response-content: reg 5}",
        )
        said = step("respond", "9 weeks after received", "response_sent", fulfils="respond", contains="[signature]")

        (found,) = findings(document(said), theirs)

        assert (found.code, found.where) == ("no-response-content", ("steps", "respond", "contains"))
        assert found.authority == "The Law reg 5"
        assert "contains: what was concluded; an-apology. The law" in found.message

    def test_of_a_part_of_somebodys_page_silence_is_not_told(self):
        made = document(step("other", "1 working day after received", "registered"), head="part_of: a-page")

        assert codes(made, law(ACKNOWLEDGE, more="asks: {advocacy: reg 2}")) == []


class TestWhomTheLawAsksToName:
    @pytest.mark.parametrize(
        ("ask", "code", "said"),
        [
            ("responsible-person", "no-responsible-person", "people: {responsible-person: The chief executive}"),
            ("complaints-manager", "no-complaints-manager", "people: {complaints-manager: The manager}"),
            ("advocacy", "no-advocacy", "mentions: [{body: Help, role: advocacy}]"),
            ("commissioner", "no-commissioner", "mentions: [{body: The board, role: commissioner}]"),
            (
                "representatives",
                "no-representatives",
                "representation: {consent: signed, from_age: 16, unless: [died, lacks-capacity, physical-incapacity]}",
            ),
        ],
    )
    def test_each(self, ask, code, said):
        theirs = law(ACKNOWLEDGE, more=f"asks: {{{ask}: reg 9}}")

        (found,) = findings(document(ours()), theirs)

        assert (found.code, found.authority) == (code, "The Law reg 9")
        assert codes(document(ours(), more=said), theirs) == []

    @pytest.mark.parametrize(
        ("said", "missing"),
        [
            ("{consent: signed, from_age: 16}", ["has died", "lacks capacity", "physically unable"]),
            ("{consent: signed, from_age: 16, unless: [lacks-capacity]}", ["has died", "physically unable"]),
            ("{consent: signed, unless: [deceased, lacks-capacity, physical-incapacity]}", ["a child"]),
            ("{consent: signed, unless: [deceased, lacks-capacity, physical-incapacity, child]}", []),
        ],
    )
    def test_for_whom_another_may_complain(self, said, missing):
        found = findings(
            document(ours(), more=f"representation: {said}"), law(ACKNOWLEDGE, more="asks: {representatives: r}")
        )

        assert [one.code for one in found] == ["representatives-left-out"] * bool(missing)
        assert all(words in found[0].message for words in missing)


class TestWaysOn:
    LAW = law(
        ACKNOWLEDGE, more="goes_next: [{to: ombudsman, opens: response_sent, within: 1 year after came_to_notice}]"
    )
    STEPS = (
        ours(),
        step("respond", "40 working days after received", "response_sent", stage=1),
        step("review", "40 working days after review_requested", "review_response_sent", stage=2),
        step("ask", "28 days after response_sent", "review_requested", stage=1, who="complainant"),
    )

    def made(self, way: str):
        return document(
            *self.STEPS, more=f"{STAGES}\ngoes_next: [{way}]\nevents: {{found_severe: {{words: It is severe}}}}"
        )

    @pytest.mark.parametrize(
        ("way", "expected"),
        [
            ("{to: ombudsman, opens: response_sent, within: 1 year after came_to_notice}", []),
            ("{to: ombudsman, within: 1 year after came_to_notice}", []),
            ("{to: ombudsman, opens: response_sent}", ["ombudsman-limit-unsaid"]),
            ("{to: regulator}", ["no-ombudsman"]),
            ("{to: ombudsman, opens: found_severe, within: 1 year after received}", ["ombudsman-on-condition"]),
            (
                "{to: ombudsman, opens: {all of: [response_sent, found_severe]}, within: 1 year after received}",
                ["ombudsman-on-condition"],
            ),
            ("{to: ombudsman, opens: {any of: [response_sent, found_severe]}, within: 1 year after received}", []),
            (
                "{to: ombudsman, opens: outcome_decided.outcome is not-upheld, within: 1 year after received}",
                ["ombudsman-on-condition"],
            ),
            ("{to: ombudsman, opens: review_response_sent, within: 1 year after received}", ["ombudsman-after-review"]),
            ("{to: ombudsman, opens: {any of: [response_sent, closed]}, within: 1 year after received}", []),
            ("{to: ombudsman, opens: respond is missed, within: 1 year after received}", []),
        ],
    )
    def test_as_they_are_said(self, way, expected):
        assert codes(self.made(way), self.LAW) == expected

    def test_an_ombudsman_who_is_only_mentioned_is_named(self):
        made = document(ours(), more="mentions: [{body: The Ombudsman, role: ombudsman}]")

        assert codes(made, self.LAW) == []

    @pytest.mark.parametrize("to", ["healthwatch", "advocacy", "pals", "advice", "information"])
    def test_to_those_who_decide_nothing(self, to):
        more = f"goes_next: [{{to: {to}}}]\nmentions: [{{body: The Ombudsman, role: ombudsman}}]"

        (found,) = findings(document(ours(), more=more), self.LAW)

        assert (found.code, found.where) == ("does-not-decide", ("goes_next", 0, "to"))
