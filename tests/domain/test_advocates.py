"""Do the rules about advocates and their drafts follow the tables of docs/rules/advocates.md?"""

from datetime import date

import pytest

from putright.domain.advocate_drafts import DraftState, why_not_changed, why_not_decided
from putright.domain.advocates import Help, Naming, why_not_named
from putright.domain.duty import Refused
from tests.tables import a_day, named, table

DAYS = table("advocates.md", "On which days, and what")
NAMED = table("advocates.md", "Who can be named")
DRAFTS = table("advocates.md", "What becomes of a draft")
THURSDAY = date(2026, 4, 2)
COLUMNS = {
    Help.READ: "Reads",
    Help.WRITE: "Writes drafts",
    Help.MEET: "Comes to meetings",
    Help.OMBUDSMAN: "Takes it to the Ombudsman",
}


def code(refusal: Refused | None) -> str:
    return refusal.code if refusal else ""


def chosen(row: dict[str, str]) -> frozenset[Help]:
    return frozenset(Help(each) for each in row["Chosen"].split(", ") if each)


def until(row: dict[str, str]) -> date | None:
    return a_day(row["Until"]) if row["Until"] else None


@pytest.mark.parametrize("row", DAYS, ids=named(DAYS))
def test_an_advocate_may_on_its_days_what_the_person_chose(row: dict[str, str]) -> None:
    naming = Naming(
        helps=chosen(row),
        from_on=a_day(row["From"]),
        until_on=until(row),
        taken_up=row["Come"] == "yes",
        ended=row["Ended"] == "yes",
        works_there=row["Works there"] == "yes",
    )
    on = a_day(row["On"])

    assert naming.is_there(on) == (row["Sees that it is there"] == "yes")
    assert {each: naming.lets(each, on) for each in Help} == {each: row[COLUMNS[each]] == "yes" for each in Help}


@pytest.mark.parametrize("row", NAMED, ids=named(NAMED))
def test_who_can_be_named(row: dict[str, str]) -> None:
    refusal = why_not_named(
        chosen(row),
        until_on=until(row),
        on=THURSDAY,
        standing=tuple(filter(None, row["Named now"].split(", "))),
        email=row["Address"],
        lately=int(row["Since yesterday"]),
    )

    assert code(refusal) == row["Refused as"]


@pytest.mark.parametrize("row", DRAFTS, ids=named(DRAFTS))
def test_who_may_do_what_with_a_draft(row: dict[str, str]) -> None:
    state = DraftState(row["It is"])

    assert (code(why_not_changed(state)) or "yes") == row["The advocate may change it"]
    assert code(why_not_decided(state, seen=2, saves=2)) == row["The person may decide on it"]
    assert code(why_not_decided(state, seen=1, saves=2)) == row["Where it was changed meanwhile"]


def test_the_table_of_drafts_has_every_state() -> None:
    assert [row["It is"] for row in DRAFTS] == list(DraftState)
