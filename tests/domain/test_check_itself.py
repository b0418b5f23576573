"""Is a document held against itself: what can never be, what is said twice or unclearly, and its own dates?"""

from datetime import date
from pathlib import Path

import pytest

from putright.domain.check_probe import sets_no_time
from putright.domain.grammar import due_from
from tests.domain.checking import codes, codes_in, document, findings, law, step
from tests.tables import a_day, table

DATES = table("check.md", "The document's own dates")
NO_LAW = "under: none"
THREE_STAGES = "[{name: A, begins: received}, {name: B, begins: review_requested}, {name: C, begins: escalated}]"
A_WAY_ON = "goes_next: [{to: ombudsman}]"
ACKNOWLEDGE = step("acknowledge", "3 working days after received")


def plain(*steps: str, more: str = A_WAY_ON, head: str = NO_LAW):
    """A document under no law, with a way on."""
    return document(*steps, more=more, head=head)


class TestItsOwnDates:
    @pytest.mark.parametrize("row", DATES, ids=lambda row: ", ".join(row.values()))
    def test_as_the_page_says(self, row):
        dates = {"published": row["Published"], "reviewed": row["Last reviewed"], "review": row["Next review"]}
        head = [f"{key}: {a_day(cell)}" if cell else f"{key}: -" for key, cell in dates.items()]
        head += [
            f"review_every: {row['Every'] or '-'}",
            f"effective: {a_day(cell) if (cell := row['Published']) else '-'}",
        ]

        made = plain(ACKNOWLEDGE, head="\n".join([NO_LAW, *head]))

        assert codes(made, as_at=a_day(row["As at"])) == codes_in(row["Findings"])

    def test_a_version_is_wanted(self):
        assert codes(plain(ACKNOWLEDGE, head=f"{NO_LAW}\nversion: -")) == ["unversioned"]

    def test_how_often_it_is_reviewed_may_be_said_in_words_we_cannot_read(self):
        assert codes(plain(ACKNOWLEDGE, head=f"{NO_LAW}\nreview_every: now and then")) == []

    def test_of_a_part_of_somebodys_page_nothing_is_asked(self):
        head = f"{NO_LAW}\npart_of: a-page\nversion: -\npublished: -\nreview: -"

        assert codes(plain(ACKNOWLEDGE, head=head, more="")) == []


@pytest.mark.parametrize(
    ("unless", "expected"),
    [
        ("[lacks-capacity, deceased, physical-incapacity, child]", []),
        ("[died, requested, affected]", []),
        ("[lacks-capacty]", ["basis-unknown"]),
        ("[self]", ["basis-unknown"]),
    ],
)
def test_nobody_is_excepted_on_a_footing_that_there_is_not(unless, expected):
    made = plain(
        step("it", "3 working days after received"),
        more=f"representation: {{consent: every-occasion, unless: {unless}}}",
    )

    assert [code for code in codes(made) if code == "basis-unknown"] == expected


class TestWhatCanNeverBe:
    @pytest.mark.parametrize(
        ("due", "more"),
        [
            ("3 working days after acknowledged", {"unless": "acknowledged"}),
            ("3 working days after closed", {}),
            ("3 working days after closed or withdrawn", {}),
            ("3 working days after review_requested", {"stage": 3}),
            ("{later of: [3 working days after closed, 5 working days after closed]}", {}),
        ],
        ids=str,
    )
    def test_starts(self, due, more):
        made = plain(
            step("first", "3 working days after received", stage=1),
            step("second", "5 working days after review_requested", "review_completed", stage=2),
            step("third", "5 working days after escalated", "review_response_sent", stage=3),
            step("it", due, "response_sent", **more),
            more=f"{A_WAY_ON}\nstages: {THREE_STAGES}",
        )

        found = [one for one in findings(made) if one.severity == "error"]

        assert [(one.code, one.where) for one in found] == [("never-starts", ("steps", "it", "due"))]

    @pytest.mark.parametrize(
        ("due", "more"),
        [
            ("at once after dated is missed", {}),
            ("3 working days after dated is done", {}),
            ("3 working days after received", {"only_if": "dated is missed"}),
            ("3 working days after closed", {"survives": "closed"}),
            ("3 working days after review_requested", {"stage": 2}),
            ("3 working days after closed or received", {}),
            ("3 working days after acknowledged", {"unless": "withdrawn"}),
        ],
        ids=str,
    )
    def test_starts_after_all(self, due, more):
        made = plain(
            step("dated", "3 working days after received", stage=1),
            step("it", due, "response_sent", **more),
            step("second", "5 working days after review_requested", "review_completed", stage=2),
            more=f"{A_WAY_ON}\nstages: [{{name: One, begins: received}}, {{name: Two, begins: review_requested}}]",
        )

        assert "never-starts" not in codes(made)

    def test_is_due_before_it_is_allowed(self):
        made = plain(step("it", "2 working days after received not before 5 working days after received"))

        (found,) = findings(made)

        assert (found.code, found.where) == ("due-before-allowed", ("steps", "it", "due"))

    @pytest.mark.parametrize(
        "due",
        [
            "5 working days after received not before 2 working days after received",
            "3 working days after received not before 3 working days after received",
            "5 working days after received not before 2 working days after meeting_held",
        ],
    )
    def test_is_not_due_before_it_is_allowed(self, due):
        assert codes(plain(step("it", due))) == []

    def test_even_where_only_on_some_days(self):
        made = plain(step("it", "4 days after received not before 3 working days after received"))

        assert codes(made) == ["due-before-allowed"]

    def test_and_within_several_dates(self):
        held = "2 working days after received not before 5 working days after received"

        assert codes(plain(step("it", f"{{earlier of: [{held}, 9 working days after received]}}"))) == [
            "due-before-allowed"
        ]

    def test_a_stage_promises_nothing(self):
        made = plain(ACKNOWLEDGE, more=f"{A_WAY_ON}\nstages: [{{name: One, begins: received}}]")

        (found,) = findings(made)

        assert (found.code, found.where) == ("empty-stage", ("stages", 0, "name"))

    def test_nothing_is_said_of_where_to_go_at_the_end(self):
        assert codes(plain(ACKNOWLEDGE, more="")) == ["no-way-on"]


class TestMovesAndPauses:
    @pytest.mark.parametrize("where", ["the document", "the step"])
    def test_a_move_says_why(self, where):
        move = "may_move: {by: timescale_changed}"
        made = (
            plain(ACKNOWLEDGE, more=f"{A_WAY_ON}\n{move}")
            if where == "the document"
            else plain(ACKNOWLEDGE + f"\n  {move}")
        )

        (found,) = findings(made)

        assert (found.code, found.where[-1]) == ("move-without-reasons", "must_say")
        assert (found.where[0] == "steps") == (where == "the step")

    def test_a_longer_time_for_the_person_needs_no_reason(self):
        ask = step("ask", "6 months after response_sent", "review_requested", who="complainant", effect="lapses")
        move = "may_move: {by: extension_agreed}"
        steps = (ACKNOWLEDGE, step("answer", "9 days after received", "response_sent"), ask + f"\n  {move}")

        assert "move-without-reasons" not in codes(plain(*steps))

    def test_a_pause_of_what_fulfils_the_law_leaves_the_laws_clock_running(self):
        theirs = law(step("theirs", "3 working days after received"))
        ours = step("ours", "3 working days after received", fulfils="theirs")

        (found,) = findings(document(ours, more="pauses: {steps: [ours]}"), theirs)

        assert (found.severity, found.code, found.where) == ("note", "pause-beside-law", ("pauses", "steps"))

    def test_a_pause_of_the_bodys_own_clock_is_its_own_affair(self):
        assert codes(plain(ACKNOWLEDGE, more=f"{A_WAY_ON}\npauses: {{steps: [acknowledge]}}")) == []


class TestTheLawItNames:
    def test_is_one_that_there_is(self):
        (found,) = findings(document(ACKNOWLEDGE, more=A_WAY_ON))

        assert (found.code, found.where) == ("law-unknown", ("under",))

    def test_is_a_law(self):
        another = plain(ACKNOWLEDGE)

        assert codes(document(ACKNOWLEDGE, more=A_WAY_ON, head="under: a-document"), another) == ["law-unknown"]

    def test_is_not_itself(self):
        made = document(ACKNOWLEDGE, more=A_WAY_ON, head="kind: statute")

        assert codes(made, made) == ["law-unknown"]

    @pytest.mark.parametrize("under", ["the-law", "none"])
    def test_has_the_step_that_is_fulfilled(self, under):
        ours = step("ours", "3 working days after received", fulfils="something-else")

        found = findings(plain(ours, head=f"under: {under}"), law(step("theirs", "3 working days after received")))

        assert [(one.code, one.where) for one in found] == [("fulfils-unknown", ("steps", "ours", "fulfils"))]


class TestWording:
    @pytest.mark.parametrize(
        ("due", "reading", "expected"),
        [
            ("3 working days after received", "", []),
            ("3 days after received", "", []),
            ("3 (working) days after received", "Read so.", ["unstated-days"]),
            ("3 (calendar) days after received", "Read so.", ["unstated-days"]),
            ("2-5 working days after received", "", ["range"]),
            ("2-5 (working) days after received", "Read so.", ["range", "unstated-days"]),
            ("no set time after received", "", ["no-limit"]),
            (
                "3 working days after received but no later than 5 (working) days after received",
                "So.",
                ["unstated-days"],
            ),
        ],
    )
    def test_of_one_promise(self, due, reading, expected):
        assert codes(plain(step("it", due, reading=reading))) == expected

    @pytest.mark.parametrize("more", [{"strength": "aim"}, {"strength": "may"}, {"who": "complainant"}], ids=str)
    def test_only_what_the_body_must_do_wants_a_time(self, more):
        assert codes(plain(step("it", "no set time after received", **more))) == []

    def test_nor_does_what_the_law_gives_no_time(self):
        theirs = law(step("theirs", "no set time after received"))

        assert codes(document(step("it", "no set time after received", fulfils="theirs")), theirs) == []

    def test_the_laws_time_is_told_where_there_is_one(self):
        theirs = law(step("theirs", "6 months beginning with received", clause="reg 9"))

        (found,) = findings(document(step("it", "no set time after received", fulfils="theirs")), theirs)

        assert found.code == "no-limit"
        assert "6 months beginning with the day the complaint was received (The Law reg 9)" in found.message

    def test_the_same_thing_promised_twice(self):
        made = plain(ACKNOWLEDGE, step("again", "10 working days after received"))

        (found,) = findings(made)

        assert (found.code, found.where) == ("promised-twice", ("steps", "again", "due"))

    @pytest.mark.parametrize(
        "more",
        [
            {"only_if": "received.channel is oral"},
            {"met_when": "called_back"},
            {"due": "3 working days after received"},
        ],
        ids=str,
    )
    def test_not_twice(self, more):
        again = {"due": "10 working days after received", **more}

        assert codes(plain(ACKNOWLEDGE, step("again", **again))) == []

    def test_what_is_due_first_stands_second(self):
        made = plain(
            step("acknowledge", "10 working days after received", clause="'1'"),
            step("register", "1 working day after received", "registered", clause="'2'"),
        )

        (found,) = findings(made)

        assert (found.code, found.where) == ("out-of-order", ("steps", "register", "due"))

    @pytest.mark.parametrize(
        ("first", "second"), [("'2'", "'1'"), ("'1'", "'1'"), ("'9'", "'10'"), ("'1.2'", "1 and 2"), ("Contact", "'2'")]
    )
    def test_not_out_of_order(self, first, second):
        made = plain(
            step("register", "1 working day after received", "registered", clause=first),
            step("acknowledge", "10 working days after received", clause=second),
        )

        assert codes(made) == (["out-of-order"] if first == "'2'" else [])

    def test_no_word_of_how_long_the_next_stage_can_be_asked_for(self):
        stages = "stages: [{name: Answer, begins: received}, {name: Review, begins: review_requested}]"
        steps = [
            step("respond", "20 working days after received", "response_sent", stage=1),
            step("review", "20 working days after review_requested", "review_completed", stage=2),
        ]
        ask = step(
            "ask", "28 days after response_sent", "review_requested", stage=1, who="complainant", effect="lapses"
        )

        assert codes(plain(*steps, more=f"{A_WAY_ON}\n{stages}")) == ["no-limit-to-ask"]
        assert codes(plain(*steps, ask, more=f"{A_WAY_ON}\n{stages}")) == []

    def test_no_word_of_how_long_details_are_waited_for(self):
        steps = [
            step("ask", "3 working days after received", "details_requested"),
            step("thank", "2 working days after details_received", "details_acknowledged"),
        ]
        send = step("send", "28 days after details_requested", "details_received", who="complainant", effect="lapses")

        assert codes(plain(*steps)) == ["no-limit-to-reply"]
        assert codes(plain(*steps, send)) == []


class TestWhatTheFileNotes:
    def noted(self, *entries: str, due: str = "3 working days after received"):
        lines = "\n".join(f"  - {{clause: '1', says: Something, reading: In this way, {entry}}}" for entry in entries)
        return findings(plain(step("it", due, reading="So."), more=f"{A_WAY_ON}\nunclear:\n{lines}"))

    def test_is_a_note_where_it_has_no_code(self):
        (found,) = self.noted("")

        assert (found.severity, found.code, found.where) == ("note", "unclear", ("unclear", 0))
        assert found.message == "A wording can be read in more than one way. It says: Something. Read as: In this way."

    def test_is_what_its_code_says(self):
        (found,) = self.noted("code: no-mp-filter")

        assert (found.severity, found.code) == ("warning", "no-mp-filter")
        assert found.authority == "Parliamentary Commissioner Act 1967 s. 5(1)"

    def test_stands_on_the_authority_that_the_file_gives(self):
        (found,) = self.noted("code: superseded, authority: A later Act")

        assert found.authority == "A later Act"

    def test_explains_what_the_checker_found_by_itself(self):
        found = self.noted("code: unstated-days", due="3 (working) days after received")

        assert [one.where for one in found] == [("steps", "it", "due")]

    def test_is_said_where_the_checker_found_nothing(self):
        assert [one.where for one in self.noted("code: unstated-days")] == [("unclear", 0)]

    def test_with_a_code_that_there_is_not_is_unclear(self):
        found = self.noted("code: D99")

        assert [one.code for one in found] == ["unclear", "unknown-code"]
        assert found[1].where == ("unclear", 0, "code")


@pytest.mark.parametrize(
    ("due", "none"),
    [
        ("no set time after received", True),
        ("not before 3 days after received", True),
        ("no set time after received not before 3 days after received", True),
        ("no set time after received but no later than 3 days after received", False),
        ("on received", False),
    ],
)
def test_which_rules_set_no_time(due, none):
    assert sets_no_time(due_from(due)) is none


def test_the_checker_reads_no_clock():
    sources = Path(__file__).parents[2] / "src" / "putright" / "domain"

    text = "".join(path.read_text("utf-8") for path in sources.glob("check*.py"))

    assert "today()" not in text
    assert ".now(" not in text


def test_a_day_long_ago_can_be_asked_about():
    assert codes(plain(ACKNOWLEDGE), as_at=date(1948, 7, 5)) == []


def test_a_step_owed_for_each_of_something_waits_for_a_date_that_it_does_not_state():
    ours = step("ours", "on received.first_received_on", "registered", each="received", unless="withdrawn", fulfils="t")

    assert "calendar-unknown" not in codes(document(ours), law(step("t", "3 working days after received")))
