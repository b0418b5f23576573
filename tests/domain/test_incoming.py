"""Does docs/rules/incoming.md say what becomes of a message?"""

import doctest
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.domain import incoming
from putright.domain.incoming import (
    ASIDE_WORDS,
    LONGEST_ON_THE_WAY,
    MESSAGE_KIND_WORDS,
    QUIET,
    SIGN_WORDS,
    AsideReason,
    Candidate,
    Marks,
    MessageKind,
    Sign,
    kind_of,
    match,
    on_time_since,
    received_at,
    references_named,
)
from putright.domain.references import reference_from, reference_shown
from putright.gateways.calendar_files import calendar_named
from tests.tables import a_day, table

PAGE = "incoming.md"
LONDON = ZoneInfo("Europe/London")
MATCHES = table(PAGE, "Whose case it is about")
KINDS = table(PAGE, "What kind of message it is")
TIMES = table(PAGE, "When it was received")
WAITS = table(PAGE, "How long it may wait")
INSTANTS = st.integers(946_684_800, 2_208_988_800).map(lambda second: datetime.fromtimestamp(second, UTC))
CANDIDATES = st.builds(
    Candidate,
    reference=st.sampled_from("ABC"),
    sign=st.sampled_from(Sign),
    knows_sender=st.booleans(),
    is_open=st.booleans(),
)


def an_instant(text: str) -> datetime | None:
    """The instant that “Thu 2 Apr 2026 10:00” names, in London."""
    if not text:
        return None
    day, _, at = text.rpartition(" ")
    return datetime.combine(a_day(day), time.fromisoformat(at), LONDON)


def candidates(row: dict[str, str]) -> list[Candidate]:
    """The cases of a row, the second one first: their order is not to matter."""
    found = []
    if row["Case B by"]:
        known = row["Sender known on B"] == "yes"
        found.append(Candidate(reference="B", sign=Sign(row["Case B by"]), knows_sender=known))
    if row["Case A by"]:
        known, is_open = row["Sender known on A"] == "yes", row["A is open"] == "yes"
        found.append(Candidate(reference="A", sign=Sign(row["Case A by"]), knows_sender=known, is_open=is_open))
    return found


@pytest.mark.parametrize("row", MATCHES, ids=lambda row: " ".join(row.values()))
def test_whose_case_it_is_about(row: dict[str, str]) -> None:
    matched = match(candidates(row), is_sender_proven=row["Proven"] == "yes")

    assert (matched.goes_on or "") == row["It goes on"]
    assert ", ".join(one.reference for one in matched.suggested) == row["Suggested"]


@given(st.lists(CANDIDATES, max_size=6), st.booleans())
def test_nothing_goes_on_a_case_by_itself_but_what_is_proven_known_and_meant(found, is_sender_proven):
    matched = match(found, is_sender_proven=is_sender_proven)

    if matched.goes_on is not None:
        assert is_sender_proven
        sure = [one for one in found if one.reference == matched.goes_on and one.sign is not Sign.SENDER]
        assert any(one.knows_sender and one.is_open for one in sure)
        assert {one.reference for one in found if one.sign is not Sign.SENDER} == {matched.goes_on}
    assert {one.reference for one in matched.suggested} == {one.reference for one in found}


@pytest.mark.parametrize("row", KINDS, ids=lambda row: " ".join(row.values()))
def test_what_kind_of_message_it_is(row: dict[str, str]) -> None:
    marks = Marks(
        auto_submitted=row["Auto-Submitted"],
        precedence=row["Precedence"],
        is_from_a_list=row["List"] == "yes",
        report=row["Report"],
        action=row["What it reports"],
        hops=int(row["Servers passed"]),
        is_ours=row["Sent by us"] == "yes",
    )

    kind = kind_of(marks)

    assert kind == row["It is"]
    assert (kind in QUIET) == (row["Quiet"] == "yes")


@pytest.mark.parametrize("row", TIMES, ids=lambda row: row["Why"])
def test_when_it_was_received(row: dict[str, str]) -> None:
    now = an_instant(row["Now"])
    assert now is not None

    counted = received_at(an_instant(row["Its own Date"]), arrived=an_instant(row["Arrived"]), now=now)

    assert counted == an_instant(row["Received"])


@given(st.none() | INSTANTS, st.none() | INSTANTS, INSTANTS)
def test_nothing_is_received_in_the_future_or_long_before_it_came(said, arrived, now):
    counted = received_at(said, arrived=arrived, now=now)

    assert counted <= now
    assert counted in (said, arrived, now)
    assert counted >= min(now, arrived or now) - LONGEST_ON_THE_WAY


def test_the_five_days_of_the_page_are_the_five_days_of_the_program():
    assert timedelta(hours=120) == LONGEST_ON_THE_WAY


@given(st.binary(min_size=5, max_size=5), st.sampled_from(["{}", "Re: {} and thanks", "complaint ({})", "REF:{}."]))
def test_a_reference_is_found_in_a_subject_however_it_is_spelled(random, subject):
    reference = reference_from(random)

    for spelled in (reference, reference.lower(), reference_shown(reference), reference_shown(reference).lower()):
        assert reference in references_named(addresses=[], subject=subject.format(spelled), signs=[])


@given(st.lists(st.text(), max_size=3), st.text(), st.lists(st.text(), max_size=3))
def test_anything_can_be_looked_through_for_references(addresses, subject, signs):
    for reference in references_named(addresses=addresses, subject=subject, signs=signs):
        assert len(reference) == 8


@pytest.mark.parametrize(
    ("closed_set", "words"), [(MessageKind, MESSAGE_KIND_WORDS), (Sign, SIGN_WORDS), (AsideReason, ASIDE_WORDS)]
)
def test_everything_has_words(closed_set, words):
    assert list(words) == list(closed_set)


def test_its_examples_hold():
    assert doctest.testmod(incoming).failed == 0


@pytest.mark.parametrize("row", WAITS, ids=lambda row: f"{row['Came']} on {row['Looked at']}")
def test_a_message_is_overdue_as_the_page_says(row: dict[str, str]) -> None:
    since = on_time_since(a_day(row["Looked at"]), calendar_named("england-and-wales"))

    assert (a_day(row["Came"]) < since) is (row["Overdue"] == "yes")
