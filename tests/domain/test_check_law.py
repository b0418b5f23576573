"""Is a document held against the law as docs/rules/check.md says, for every row of it?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.domain.check import check
from putright.domain.check_law import THEIRS, beside_the_law
from putright.domain.check_probe import latest_dates, needed_for, receipt_days
from putright.domain.chronology import Event
from putright.domain.position import position
from putright.domain.vocabulary import CORE_EVENTS
from putright.domain.working_days import working_calendar
from putright.gateways.procedure_files import laws, programme, shipped_names
from tests.domain.checking import AS_AT, ENGLAND, codes, codes_in, document, findings, law, step
from tests.tables import named, table

PAGE = "check.md"
LATER = table(PAGE, "Later than the law")
CASES = table(PAGE, "In every case")
LIMITS = table(PAGE, "The time in which to complain")
AGREED = step("as-told", "on response_period_agreed.date or response_period_set.date", authority="agreement")
OF_THIS_KIND = {
    *("later-than-law", "waits-for-others", "no-overall-limit", "no-limit"),
    *("weaker-than-law", "not-in-every-case", "time-limit-shortened", "no-time-limit-rule"),
}


def about_law(found: list[str]) -> list[str]:
    return [code for code in found if code in OF_THIS_KIND]


class TestThePage:
    @pytest.mark.parametrize(
        "row", LATER, ids=lambda row: f"{row['The law']} | {row['The document']}, {row['Strength']}"
    )
    def test_later_than_the_law(self, row):
        also, due = row["Also promised"].split(": ") if row["Also promised"] else ("", "")
        further = [step("further", due, also)] if also else []
        ours = step("ours", row["The document"], strength=row["Strength"], fulfils="theirs")

        made = document(*further, ours)

        assert about_law(codes(made, law(step("theirs", row["The law"]), AGREED))) == codes_in(row["Finding"])

    @pytest.mark.parametrize("row", CASES, ids=lambda row: str(list(row.values())))
    def test_in_every_case(self, row):
        theirs = step("theirs", "3 working days after received", unless=row["The law, unless"])
        only_if, unless = row["The document, only if"], row["The document, unless"]

        ours = step("ours", "3 working days after received", only_if=only_if, unless=unless, fulfils="theirs")

        assert about_law(codes(document(ours), law(theirs))) == codes_in(row["Finding"])

    @pytest.mark.parametrize("row", LIMITS, ids=named(LIMITS))
    def test_the_time_in_which_to_complain(self, row):
        limit = "{later of: [12 months after event_occurred, 12 months after came_to_notice]}"
        ours = row["The document"].replace("later: 12", "{later of: [12").replace("; 12", ", 12")
        ours = ours + "]}" if ours.startswith("{") else ours
        theirs = law(
            step("theirs", "3 working days after received"), more=f"accepts: {{limit: {limit}, clause: reg 1}}"
        )

        more = "" if ours == "–" else f"accepts: {{limit: {ours}}}"
        made = document(step("ours", "3 working days after received", fulfils="theirs"), more=more)

        assert about_law(codes(made, theirs)) == codes_in(row["Finding"])


class TestWhatIsSaid:
    def test_names_a_day_of_receipt_and_both_dates(self):
        made = document(step("ours", "10 working days after received", fulfils="theirs"))

        (found,) = findings(
            made, law(step("theirs", "3 working days after received", clause="reg 7")), date(2026, 4, 2)
        )

        assert (found.code, found.where, found.authority) == (
            "later-than-law",
            ("steps", "ours", "due"),
            "The Law reg 7",
        )
        # Good Friday is 3 April 2026 and Easter Monday the 6th.
        assert "received on Thursday 2 April 2026 the document gives Monday 20 April 2026" in found.message
        assert "and the law Thursday 9 April 2026" in found.message

    def test_says_when_it_is_later_on_some_days_only(self):
        made = document(step("ours", "5 days after received", fulfils="theirs"))

        (found,) = findings(made, law(step("theirs", "3 working days after received")))

        assert "sooner on some days of receipt" in found.message

    def test_of_two_steps_that_fulfil_the_same_the_sooner_is_enough(self):
        made = document(
            step("by-telephone", "1 working day after received", "called_back", fulfils="theirs"),
            step("by-letter", "10 working days after received", fulfils="theirs"),
        )

        assert "later-than-law" not in codes(made, law(step("theirs", "3 working days after received")))

    def test_but_not_if_the_sooner_is_only_an_aim(self):
        made = document(
            step("by-telephone", "1 working day after received", "called_back", strength="aim", fulfils="theirs"),
            step("by-letter", "10 working days after received", fulfils="theirs"),
        )

        assert "later-than-law" in codes(made, law(step("theirs", "3 working days after received")))

    def test_nor_if_it_is_for_some_cases(self):
        made = document(
            step("spoken", "1 working day after received", only_if="received.channel is oral", fulfils="theirs"),
            step("written", "10 working days after received", only_if="received.channel is letter", fulfils="theirs"),
        )

        found = findings(made, law(step("theirs", "3 working days after received")))

        assert [one.where for one in found if one.code == "later-than-law"] == [("steps", "written", "due")]

    def test_the_worst_tier_counts(self):
        ours = step(
            "ours", "{by tier: {low: 5 working days after received, high: 7 months after received}}", fulfils="t"
        )

        assert about_law(codes(document(ours), law(step("t", "6 months beginning with received")))) == [
            "later-than-law"
        ]

    def test_the_later_of_two_counts(self):
        ours = "{later of: [1 working day after received, 3 working days after details_received]}"

        made = document(step("ours", ours, fulfils="theirs"))

        assert about_law(codes(made, law(step("theirs", "3 working days after received")))) == ["waits-for-others"]

    def test_the_earlier_of_two_counts(self):
        ours = "{earlier of: [3 working days after received, 30 working days after details_received]}"

        made = document(step("ours", ours, fulfils="theirs"))

        assert about_law(codes(made, law(step("theirs", "3 working days after received")))) == []

    def test_a_target_where_the_law_has_a_breach_is_weaker(self):
        made = document(step("ours", "3 working days after received", effect="target", fulfils="theirs"))

        (found,) = findings(made, law(step("theirs", "3 working days after received")))

        assert (found.code, found.where) == ("weaker-than-law", ("steps", "ours", "effect"))


class TestTheDatesCompared:
    """They are those of `position`: there is no second calculation."""

    @pytest.mark.parametrize("name", shipped_names())
    @pytest.mark.parametrize("day", [date(2026, 4, 2), date(2026, 12, 24), date(2028, 2, 29)], ids=str)
    def test_are_those_that_a_case_gets(self, name, day):
        made = programme(name)
        stands = position(made, [Event(event="received", on=day)], ENGLAND, day)
        dated = {duty.step: duty.due_on for duty in stands.duties if duty.due_on}

        found = latest_dates(made, needed_for(made, made.order), day, ENGLAND)

        assert {step: found[step] for step in dated} == dated

    @given(days=st.integers(1, 60), lawful=st.integers(1, 60))
    def test_more_working_days_are_later_and_fewer_are_not(self, days, lawful):
        made = document(step("ours", f"{days} working days after received", fulfils="theirs"))
        theirs = law(step("theirs", f"{lawful} working days after received"))

        (pair,) = beside_the_law(made, theirs, ENGLAND, receipt_days(AS_AT, ENGLAND)[:60])

        assert bool(pair.later(pair.ours[0])) == (days > lawful)

    @pytest.mark.parametrize(
        ("as_at", "first", "last"),
        [
            (date(2026, 11, 21), date(2026, 11, 21), date(2028, 11, 20)),
            (date(1999, 1, 1), ENGLAND.first, None),
            (date(2090, 1, 1), None, ENGLAND.last),
        ],
        ids=["ordinary", "before the calendar", "after it"],
    )
    def test_are_tried_for_two_years_that_are_loaded(self, as_at, first, last):
        days = receipt_days(as_at, ENGLAND)

        assert (first or days[0], last or days[-1]) == (days[0], days[-1])
        assert len(days) == 731

    def test_a_calendar_of_one_year_is_tried_as_far_as_it_goes(self):
        short = working_calendar("short", {}, date(2026, 1, 1), date(2026, 12, 31))

        days = receipt_days(AS_AT, short)

        assert (days[0], days[-1]) == (date(2026, 1, 1), date(2026, 12, 31))


def test_what_is_others_to_do_are_events_that_there_are():
    assert set(CORE_EVENTS) >= THEIRS


def test_every_shipped_law_is_found():
    assert set(laws()) == {"england-2009"}


def test_what_two_promises_bring_about_is_done_by_the_sooner():
    made = document(
        step("book", "1 working day after received", "registered"),
        step("book-again", "9 working days after received", "registered"),
        step("ours", "2 working days after registered", fulfils="theirs"),
    )

    assert "later-than-law" not in codes(made, law(step("theirs", "3 working days after received")))


def test_what_passes_the_last_loaded_year_is_left_uncompared():
    short = working_calendar("england-and-wales", {}, date(2026, 1, 1), date(2026, 12, 31))
    theirs = law(step("theirs", "3 working days after received"))
    made = document(step("ours", "400 working days after received", unless="meeting_held", fulfils="theirs"))

    assert check(made, AS_AT, laws={"the-law": theirs}, directory=None, calendar=short) == ()
