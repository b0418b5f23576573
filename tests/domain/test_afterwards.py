"""Does docs/rules/afterwards.md say what follows an answer, and by when?"""

import pytest

from putright.domain.afterwards import first_answered_on, rounds_before, why_not_a_round, why_not_the_old_draft
from putright.gateways.procedure_files import programme
from tests.domain.cases import PROCEDURES, happened, shipped, stands
from tests.tables import a_day, table

RULES = programme(str(PROCEDURES / "office" / "after-the-answer.yaml"))
BEFORE = "received Thu 2 Apr 2026; response_signed Tue 28 Apr 2026; response_sent Tue 28 Apr 2026"
AS_AT = "Fri 1 May 2026"


def after_the_answer(since, as_at):
    _, law = shipped("living-well-partnership")
    return stands([law, RULES], f"{BEFORE}; {since}", as_at)


def named(row):
    return ", ".join(list(row.values())[:3])


@pytest.mark.parametrize("row", table("afterwards.md", "What is owed, and by when"), ids=named)
def test_what_is_owed(row):
    duty = after_the_answer(row["Since then"], row["As at"]).duty(row["Step"])

    assert (str(duty.state), duty.due_on) == (row["State"], a_day(row["Due"]))
    assert duty.done_on == (None if row["Done"] == "–" else a_day(row["Done"]))


@pytest.mark.parametrize("row", table("afterwards.md", "Where the case stands then"), ids=named)
def test_where_the_case_stands(row):
    assert str(after_the_answer(row["Since then"], row["As at"]).status) == row["Status"]


@pytest.mark.parametrize("row", table("afterwards.md", "Whether the same things are taken up once more"), ids=named)
def test_whether_a_round_is_opened(row):
    position = stands([*shipped(row["Procedure"]), RULES], happened(row["What happened"]), AS_AT)

    refusal = why_not_a_round(position, about_the_same=row["About"] == "the same")

    assert (refusal.code if refusal else "–") == row["Code"]


def test_a_draft_of_the_round_before_is_not_signed():
    before = happened("response_prepared Tue 14 Apr 2026; round_opened Thu 30 Apr 2026")

    refusal = why_not_the_old_draft(before)
    assert refusal is not None
    assert refusal.code == "no-draft"
    assert why_not_the_old_draft([*before, *happened("response_prepared Tue 5 May 2026")]) is None
    assert why_not_the_old_draft(happened("response_prepared Tue 14 Apr 2026")) is None


def test_rounds_are_counted_and_the_first_answer_is_remembered():
    events = happened(
        f"{BEFORE}; round_opened Thu 30 Apr 2026; response_sent Tue 9 Jun 2026; round_opened Thu 11 Jun 2026"
    )

    assert rounds_before(events) == 3
    assert first_answered_on(events) == a_day("Tue 28 Apr 2026")
    assert first_answered_on(happened(BEFORE)) is None
