"""Does docs/rules/handling.md say what a plan of handling needs, and does it survive being kept?"""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.domain.handling import HandlingPlan, as_text, from_text, why_not_planned
from tests.tables import a_day, table

TODAY = date(2026, 4, 7)
LINES = st.lists(
    st.text(st.characters(blacklist_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1)
    .map(lambda line: " ".join(line.split()))
    .filter(lambda line: line and not line.startswith("-")),
    max_size=3,
).map(tuple)


@pytest.mark.parametrize("row", table("handling.md", "The plan of handling"), ids=lambda row: "-".join(row.values()))
def test_what_a_plan_needs(row: dict[str, str]) -> None:
    plan = HandlingPlan(
        issues=("The wait",) if row["Looked into"] else (),
        how=("We ask the ward.",) if row["How"] else (),
        respond_by=a_day(row["By"]) if row["By"] else None,
    )
    before = {"": None, "the same": plan, "another how": replace(plan, how=("We read the list.",))}[row["Before"]]
    refusal = why_not_planned(plan, before, agreed=row["Agreed"] == "yes", why=row["What has changed"], today=TODAY)

    assert (refusal.code if refusal else "") == row["Refused as"]


@given(LINES, LINES, LINES, LINES, st.none() | st.dates())
def test_a_plan_is_read_as_it_was_kept(
    issues: tuple[str, ...], how: tuple[str, ...], wanted: tuple[str, ...], who: tuple[str, ...], day: date | None
) -> None:
    plan = HandlingPlan(issues=issues, how=how, wanted=wanted, who=who, respond_by=day)

    assert from_text(as_text(plan)) == plan


def test_a_line_that_reads_like_a_heading_stays_a_line() -> None:
    plan = HandlingPlan(issues=("Who does it:", "How it is looked into:"), how=("We ask.",))

    assert from_text(as_text(plan)) == plan
