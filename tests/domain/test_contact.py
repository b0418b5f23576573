"""Do the rules of limiting how somebody contacts a body follow the tables of docs/rules/contact.md?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.domain.contact import (
    ContactStep,
    ContactTerm,
    Ladder,
    LimitSaid,
    Rung,
    why_not_answer_appeal,
    why_not_appeal,
    why_not_considered,
    why_not_decide,
    why_not_limit,
    why_not_renew,
    why_not_warn,
    why_nothing_to_review,
)
from putright.domain.duty import Refused
from tests.tables import a_day, named, table

WARNINGS = table("contact.md", "When a warning can be sent")
LIMITS = table("contact.md", "When contact can be limited")
HOLDING = table("contact.md", "When a limit holds")
DOING = table("contact.md", "What can be done about a limit")
DECIDER, SOMEBODY_ELSE = 7, 8
WRITING = frozenset({ContactTerm.IN_WRITING})
JUNE, SEPTEMBER = date(2026, 6, 2), date(2026, 9, 1)


def code(refusal: Refused | None) -> str:
    return refusal.code if refusal else ""


def day(text: str) -> date | None:
    return a_day(text) if text else None


def limit(told: date | None, *, on: date = JUNE, until: date = SEPTEMBER, rung: Rung = Rung.LIMIT) -> ContactStep:
    return ContactStep(
        rung=rung, on=on, told_on=told, until=until, terms=WRITING, by_id=DECIDER, letter_waits=told is None
    )


def ladder(*steps: ContactStep | None) -> Ladder:
    return Ladder(steps=tuple(step for step in steps if step))


@pytest.mark.parametrize("row", WARNINGS, ids=named(WARNINGS))
def test_a_warning_follows_a_talk(row: dict[str, str]) -> None:
    talked = day(row["Spoken with on"])
    known = ladder(
        ContactStep(rung=Rung.TALK, on=talked) if talked else None,
        limit(JUNE) if row["Contact limited"] else None,
    )

    refusal = why_not_warn(known, on=a_day(row["Today"]), is_dangerous=bool(row["Somebody in danger"]))

    assert code(refusal) == row["Refused as"]


@pytest.mark.parametrize("row", LIMITS, ids=[str(number) for number in range(1, len(LIMITS) + 1)])
def test_a_limit_follows_a_warning_and_what_came_after_it(row: dict[str, str]) -> None:
    warned = day(row["Warned, decided"])
    known = ladder(
        ContactStep(rung=Rung.WARNING, on=warned, told_on=day(row["The letter went"])) if warned else None,
    )
    said = LimitSaid(
        terms=WRITING,
        until=a_day(row["Until"]),
        evidence_on=day(row["Latest of what it rests on"]),
        is_dangerous=bool(row["Somebody in danger"]),
    )

    assert code(why_not_limit(known, said, on=a_day(row["Today"]))) == row["Refused as"]


@pytest.mark.parametrize("row", HOLDING, ids=[str(number) for number in range(1, len(HOLDING) + 1)])
def test_a_limit_holds_from_its_letter_to_its_last_day(row: dict[str, str]) -> None:
    renewed, ended = day(row["Renewed on"]), day(row["Ended on"])
    known = ladder(
        limit(day(row["The letter went"]), on=a_day(row["Decided"]), until=a_day(row["Until"])),
        limit(day(row["That letter went"]), on=renewed, until=a_day(row["Until then"]), rung=Rung.RENEWAL)
        if renewed
        else None,
        ContactStep(rung=Rung.END, on=ended) if ended else None,
    )

    found = known.limit_on(a_day(row["On"]))

    assert (found.until if found else None) == day(row["Holds until"])


@pytest.mark.parametrize("row", DOING, ids=[str(number) for number in range(1, len(DOING) + 1)])
def test_what_can_be_done_about_a_limit(row: dict[str, str]) -> None:
    appealed, on = day(row["Appealed on"]), a_day(row["Today"])
    known = ladder(limit(day(row["The letter went"])), ContactStep(rung=Rung.APPEAL, on=appealed) if appealed else None)
    said = LimitSaid(terms=WRITING, until=date(2026, 11, 27), evidence_on=None)
    by_id = DECIDER if row["Decided by the same"] else SOMEBODY_ELSE
    refusal = {
        "renew": lambda: why_not_renew(known, said, on=on),
        "end": lambda: why_nothing_to_review(known, on=on),
        "appeal": lambda: why_not_appeal(known, on=on),
        "answer": lambda: why_not_answer_appeal(known, by_id=by_id, on=on),
    }[row["To do"]]()

    assert code(refusal) == row["Refused as"]


class TestWhoAndHow:
    def test_whom_a_complaint_of_theirs_names_decides_nothing(self) -> None:
        assert code(why_not_decide(is_named=True)) == "named-in-their-case"
        assert why_not_decide(is_named=False) is None

    def test_every_question_is_answered_in_words(self) -> None:
        assert why_not_considered(["Large print.", "None that we know of."]) is None
        assert code(why_not_considered(["Large print.", "  "])) == "not-considered"

    def test_a_limit_has_a_way_in_which_it_limits(self) -> None:
        said = LimitSaid(terms=frozenset(), until=SEPTEMBER, evidence_on=JUNE, is_dangerous=True)

        assert code(why_not_limit(Ladder(), said, on=JUNE)) == "no-terms"

    def test_an_appeal_is_over_once_it_is_answered_or_the_limit_has_ended(self) -> None:
        for last in (Rung.APPEAL_REFUSED, Rung.END):
            known = ladder(
                limit(JUNE), ContactStep(rung=Rung.APPEAL, on=JUNE), ContactStep(rung=last, on=date(2026, 6, 10))
            )

            assert known.appeal_open() is None


DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
STEPS = st.lists(
    st.builds(
        ContactStep,
        rung=st.sampled_from(Rung),
        on=DAYS,
        told_on=st.none() | DAYS,
        until=st.none() | DAYS,
        terms=st.just(WRITING),
    ),
    max_size=8,
)


@given(steps=STEPS, on=DAYS)
def test_no_limit_holds_of_which_the_person_was_not_told_or_whose_last_day_is_over(
    steps: list[ContactStep], on: date
) -> None:
    found = Ladder(steps=tuple(steps)).limit_on(on)

    assert found is None or (
        found.told_on is not None and found.told_on <= on and found.until is not None and on <= found.until
    )


@given(steps=STEPS, on=DAYS)
def test_an_end_ends_whatever_was_decided_before_it(steps: list[ContactStep], on: date) -> None:
    over = ContactStep(rung=Rung.END, on=on)

    assert Ladder(steps=(*steps, over)).limit_on(on) is None
    assert Ladder(steps=(*steps, over)).waiting() is None
