"""Is every form of the procedure language read as it is meant, and everything else refused in words?"""

import re
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.domain import grammar
from putright.domain.expressions import (
    AtOnce,
    CountFrom,
    EventStart,
    FactIs,
    Happened,
    HappenedWithin,
    HasPassed,
    NoLaterThan,
    NoSetTime,
    NotBefore,
    OnDate,
    OrElse,
    Saying,
    StageStart,
    Start,
    StepIs,
    StepStart,
    StepState,
    WhicheverFirst,
)
from putright.domain.grammar import NotUnderstood, Repeat, condition_from, due_from, repeat_from, start_from
from putright.domain.periods import Counting, Period, Unit

RECEIVED = EventStart("received")


def a_period(amount, unit=Unit.WORKING_DAYS, **more):
    return Period(amount=amount, unit=unit, **more)


def after(amount, unit=Unit.WORKING_DAYS, start=RECEIVED, **more):
    return CountFrom(a_period(amount, unit, **more), start)


DATES = {
    "10 working days after received": after(10),
    "1 working day after received": after(1),
    "5 (working) days after details_received": after(5, start=EventStart("details_received"), reading=True),
    "5 (calendar) days after received": after(5, Unit.DAYS, reading=True),
    "14 days after received": after(14, Unit.DAYS),
    "2 weeks after received": after(2, Unit.WEEKS),
    "6 months after received": after(6, Unit.MONTHS),
    "6 months beginning with received": after(6, Unit.MONTHS, counting=Counting.BEGINNING_WITH),
    "1 year after came_to_notice": after(1, Unit.YEARS, EventStart("came_to_notice")),
    "24 hours after received": after(24, Unit.HOURS),
    "5-10 days after received": after(10, Unit.DAYS, least=5),
    "2-5 (working) days after received": after(5, least=2, reading=True),
    "1 working day after call_back_requested by 17:30": CountFrom(
        a_period(1), EventStart("call_back_requested"), time(17, 30)
    ),
    "on response_period_set.date": OnDate(EventStart("response_period_set", "date")),
    "5 working days before meeting_offered.date": CountFrom(
        a_period(5, counting=Counting.BEFORE), EventStart("meeting_offered", "date")
    ),
    "1 month before latest meeting_offered.date or else response_period_set.date by 12:00": CountFrom(
        a_period(1, Unit.MONTHS, counting=Counting.BEFORE),
        OrElse((EventStart("meeting_offered", "date", latest=True), EventStart("response_period_set", "date"))),
        time(12),
    ),
    "28 days after received or the next working day": CountFrom(a_period(28, Unit.DAYS), RECEIVED, rolls=True),
    "4 weeks after received or details_received or the next working day by 12:00": CountFrom(
        a_period(4, Unit.WEEKS), WhicheverFirst((RECEIVED, EventStart("details_received"))), time(12), rolls=True
    ),
    "on meeting_held": OnDate(EventStart("meeting_held")),
    "at once after respond is missed": AtOnce(StepStart("respond", StepState.MISSED)),
    "no set time after received": NoSetTime(RECEIVED),
    "not before 10 days after received": NotBefore(None, after(10, Unit.DAYS)),
    "20 working days after received not before 5 working days after received": NotBefore(after(20), after(5)),
    "10 working days after details_received but no later than 30 working days after received": NoLaterThan(
        after(10, start=EventStart("details_received")), after(30)
    ),
    "20 days after received but no later than 1 month after received not before 2 weeks after received": NotBefore(
        NoLaterThan(after(20, Unit.DAYS), after(1, Unit.MONTHS)), after(2, Unit.WEEKS)
    ),
    "10 working days after received, but no later than on response_period_set.date": NoLaterThan(
        after(10), OnDate(EventStart("response_period_set", "date"))
    ),
}
STARTS: dict[str, Start] = {
    "received": RECEIVED,
    "received.first_received_on": EventStart("received", "first_received_on"),
    "latest update_sent": EventStart("update_sent", latest=True),
    "latest response_period_set.date": EventStart("response_period_set", "date", latest=True),
    "details_received or else received": OrElse((EventStart("details_received"), RECEIVED)),
    "discussion_held or discussion_declined": WhicheverFirst(
        (EventStart("discussion_held"), EventStart("discussion_declined"))
    ),
    "examined or else latest update_sent or else received": OrElse(
        (EventStart("examined"), EventStart("update_sent", latest=True), RECEIVED)
    ),
    "stage 2 begins": StageStart(2),
    "staff-reply is done": StepStart("staff-reply", StepState.DONE),
    "respond is due": StepStart("respond", StepState.DUE),
    "respond is missed": StepStart("respond", StepState.MISSED),
}
CONDITIONS = {
    "acknowledged": Happened("acknowledged"),
    "settled.satisfied": FactIs("settled", "satisfied"),
    "received.channel is oral": FactIs("received", "channel", ("oral",)),
    "received.channel is oral or telephone": FactIs("received", "channel", ("oral", "telephone")),
    "lateness_decided.accepted is false": FactIs("lateness_decided", "accepted", (False,)),
    "received.patient_age is 16": FactIs("received", "patient_age", (16,)),
    "staff-reply is missed": StepIs("staff-reply", StepState.MISSED),
    "settled within 1 working day after received": HappenedWithin("settled", a_period(1), RECEIVED),
    "received.patient_age is under 16": FactIs("received", "patient_age", (16,), Saying.UNDER),
    "received.patient_age is over 25": FactIs("received", "patient_age", (25,), Saying.OVER),
    "received.patient_age is at least 16": FactIs("received", "patient_age", (16,), Saying.AT_LEAST),
    "received.patient_age is at most 15": FactIs("received", "patient_age", (15,), Saying.AT_MOST),
    "received.channel is not oral or telephone": FactIs("received", "channel", ("oral", "telephone"), Saying.IS_NOT),
    "8 weeks have passed since received": HasPassed(a_period(8, Unit.WEEKS), RECEIVED),
    "stage 2 begins": StageStart(2),
    "1 month has passed since stage 2 begins": HasPassed(a_period(1, Unit.MONTHS), StageStart(2)),
    "20 working days have passed since response_period_set.date": HasPassed(
        a_period(20), EventStart("response_period_set", "date")
    ),
    "settled within 3 days beginning with received": HappenedWithin(
        "settled", a_period(3, Unit.DAYS, counting=Counting.BEGINNING_WITH), RECEIVED
    ),
}
ROUNDS = {
    "every 4 weeks until respond is done": Repeat(a_period(4, Unit.WEEKS), StepIs("respond", StepState.DONE)),
    "every 20 working days until response_sent": Repeat(a_period(20), Happened("response_sent")),
    "every 4 weeks at most 3 times": Repeat(a_period(4, Unit.WEEKS), None, 3),
    "every 1 month at most 2 times until response_sent": Repeat(a_period(1, Unit.MONTHS), Happened("response_sent"), 2),
    "every 1 month": Repeat(a_period(1, Unit.MONTHS), None),
    "in every 4 weeks until response_sent": Repeat(a_period(4, Unit.WEEKS), Happened("response_sent"), in_every=True),
}


class TestEveryForm:
    @pytest.mark.parametrize("text", DATES)
    def test_of_a_date(self, text):
        assert due_from(text) == DATES[text]

    @pytest.mark.parametrize("text", STARTS)
    def test_of_a_start(self, text):
        assert start_from(text) == STARTS[text]
        assert due_from(f"no set time after {text}") == NoSetTime(STARTS[text])

    @pytest.mark.parametrize("text", CONDITIONS)
    def test_of_a_condition(self, text):
        assert condition_from(text) == CONDITIONS[text]

    @pytest.mark.parametrize("text", ROUNDS)
    def test_of_what_comes_round_again(self, text):
        assert repeat_from(text) == ROUNDS[text]

    @pytest.mark.parametrize("text", DATES)
    def test_is_said_again_in_the_same_words(self, text):
        assert due_from(str(due_from(text))) == due_from(text)

    @pytest.mark.parametrize("text", CONDITIONS)
    def test_of_a_condition_is_said_again_in_the_same_words(self, text):
        assert condition_from(str(condition_from(text))) == condition_from(text)


class TestARefusal:
    @pytest.mark.parametrize(
        ("read", "text", "word", "expected"),
        [
            (due_from, "ten working days after received", "ten", "a number"),
            (due_from, "10 workdays after received", "workdays", "working days, (working) days"),
            (due_from, "10 Working days after received", "Working", "working days, (working) days"),
            (due_from, "10 working weeks after received", "weeks", "“days”"),
            (due_from, "10 working days of received", "of", "“after” where that day does not count itself"),
            (due_from, "10 working days from received", "from", "“beginning with” where it is the first"),
            (due_from, "within 10 working days after received", "within", "leave “within” out"),
            (due_from, "10 working days after the complaint", "the", "such as received"),
            (due_from, "ten working days after received", "ten", "in figures"),
            (due_from, "10 business days after received", "business", "write “working days”"),
            (due_from, "5 working days before meeting_held", "meeting_held", "a date that an event states ahead"),
            (due_from, "5 working days before latest update_sent", "latest", "a date that an event states ahead"),
            (due_from, "48 hours before meeting_offered.date", "before", "count back in days"),
            (due_from, "2-5 days before meeting_offered.date", "before", "not by a range"),
            (due_from, "24 hours after received or the next working day", "or", "only after days, weeks"),
            (due_from, "3 days after the first date", "the", "only in no_later_than"),
            (
                due_from,
                "3 days after received or 5 days after acknowledged",
                "5",
                "“later of: [A, B]” or “earlier of: [A, B]”",
            ),
            (due_from, "3 days after received by 12:00 or 5 days after acknowledged", "or", "“later of: [A, B]”"),
            (due_from, "10 working days after", None, "an event, a step or a stage"),
            (due_from, "10 working days", None, "“after” or “beginning with”"),
            (due_from, "", None, "a number"),
            (due_from, "0 working days after received", "0", "above nought"),
            (due_from, "10-5 days after received", "10-5", "lower number first"),
            (due_from, "5-5 days after received", "5-5", "less to more"),
            (due_from, "99999 days after received", "99999", "a number"),
            (due_from, "9999 years after received", "9999", "0 to 100 years"),
            (due_from, "24 hours beginning with received", "beginning", "write “after”"),
            (due_from, "10 days after Received", "Received", "an event, such as received"),
            (due_from, "10 days after received.", "received.", "a fact of one"),
            (due_from, "10 days after staff-reply", "staff-reply", "“is missed”, “is due” or “is done”"),
            (condition_from, "staff-reply", "staff-reply", "“is missed”, “is due” or “is done”"),
            (due_from, "10 days after staff-reply is ready", "ready", "missed, due, done or moved"),
            (due_from, "10 days after staff_reply is done", "staff_reply", "the name of a step"),
            (due_from, "10 days after stage two begins", "two", "the number of a stage"),
            (due_from, "10 days after stage 2 starts", "starts", "“begins”"),
            (due_from, "10 days after received by 5pm", "5pm", "a time of day such as 17:30"),
            (due_from, "10 days after received by 25:00", "25:00", "a time of day such as 17:30"),
            (due_from, "10 days after received or", None, "an event, a step or a stage"),
            (due_from, "10 days after received but not after 3 days", "but", "“but no later than …”"),
            (due_from, "10 days after received today", "today", "the end"),
            (due_from, "at once", "at", "a number, “on”"),
            (condition_from, "", None, "an event, a fact of one, or a step"),
            (condition_from, "received.channel is", None, "a value"),
            (condition_from, "received is", None, "missed, due, done or moved"),
            (condition_from, "received.channel is oral and late", "and", "the end or “or”"),
            (condition_from, "acknowledged and discussion_offered", "and", "write “all of: [first, second]”"),
            (condition_from, "not settled", "not", "write it under “unless”"),
            (condition_from, "settled is not done", "not", "write it under “unless”"),
            (condition_from, "received.patient_age is under sixteen", "sixteen", "a number"),
            (condition_from, "8 weeks since received", "since", "“have passed since”"),
            (condition_from, "8 weeks have passed after received", "after", "“since” and an event"),
            (condition_from, "24 hours have passed since received", "24", "a time in days"),
            (repeat_from, "every 4 weeks at most thrice", "thrice", "how many times, in figures"),
            (condition_from, "received.channel within 3 days after received", "received.channel", "not a fact"),
            (condition_from, "received or acknowledged", "or", "the end"),
            (condition_from, "settled within after received", "after", "a number"),
            (repeat_from, "4 weeks", "4", "“every” and a period"),
            (repeat_from, "every", None, "a number"),
            (repeat_from, "every 4 weeks till response_sent", "till", "“until” or the end"),
            (repeat_from, "every 4 weeks until", None, "an event, a fact of one, or a step"),
            (repeat_from, "every 4 weeks until Response", "Response", "an event, such as received"),
            (start_from, "received after", "after", "the end"),
        ],
    )
    def test_points_at_the_word_and_says_what_was_expected(self, read, text, word, expected):
        with pytest.raises(NotUnderstood) as refused:
            read(text)

        assert refused.value.word == word
        assert expected in refused.value.expected
        assert str(refused.value).startswith(f"“{text}” is not understood at ")

    def test_reads_like_a_sentence(self):
        with pytest.raises(NotUnderstood) as refused:
            due_from("10 workdays after received")

        assert str(refused.value) == (
            "“10 workdays after received” is not understood at “workdays”: expected working days, (working) days, "
            "(calendar) days, days, weeks, months, years or hours; write “working days”"
        )


WORDS = [*sorted(set(" ".join([*DATES, *STARTS, *CONDITIONS, *ROUNDS]).split())), "²", "٣", "0", "or", "else"]
READERS = (due_from, condition_from, repeat_from, start_from)


class TestAnyText:
    @given(st.sampled_from(READERS), st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
    def test_is_read_or_refused_in_words(self, read, text):
        try:
            read(text)
        except NotUnderstood as refused:
            assert refused.expected in str(refused)  # noqa: PT017 # either outcome is right

    @given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
    def test_that_is_a_date_says_itself_again(self, text):
        try:
            due = due_from(text)
        except NotUnderstood:
            return
        assert due_from(str(due)) == due


def test_the_grammar_that_is_published_names_every_word_the_reader_knows():
    """The docstring is what docs/language.md prints."""
    published = set(re.findall(r'"([a-z ()]+)"', grammar.__doc__ or ""))

    assert {"but no later than", "not before", "at once after", "no set time after", "or else", "latest"} <= published
    assert {
        "working days",
        "(working) days",
        "(calendar) days",
        "days",
        "weeks",
        "months",
        "years",
        "hours",
    } <= published
