"""Do the yearly returns count as docs/rules/returns.md says, and are the shipped lists whole?"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.domain.chronology import Event, FactValue
from putright.domain.issues import Outcome, Subject
from putright.domain.returns import Asked, Dimension, ReportsAs, ReturnKind, labels_of, lacking, return_of, returns_owed
from putright.domain.returns_count import HEARD, CaseToCount, Counted, Left, Period, answered_on, count
from putright.gateways.returns_files import UnsoundReturn, read_return, return_forms
from tests.domain.cases import ENGLAND, happened
from tests.tables import a_day, named, table

PAGE = "returns.md"
WHICH = table(PAGE, "Which return?")
BOXES = table(PAGE, "Under which boxes?")
COUNTED = table(PAGE, "How is a complaint counted?")
SPLIT = table(PAGE, "A complaint that several cases hold")
YEARS = {
    "2025-26": Period(first=date(2025, 4, 1), last=date(2026, 3, 31)),
    "2026-27": Period(first=date(2026, 4, 1), last=date(2027, 3, 31)),
}


def several(cell: str) -> list[str]:
    return [part for part in cell.split(" and ") if part]


@pytest.mark.parametrize("row", WHICH, ids=lambda row: "-".join(row.values()))
def test_which_return_a_complaint_is_counted_in(row: dict[str, str]) -> None:
    on = a_day(row["Received on"])

    kind = return_of(ReportsAs(row["The body is"]), several(row["Service"]), return_forms(), on=on)

    assert (kind or "none") == row["Return"]


@pytest.mark.parametrize("row", BOXES, ids=lambda row: "-".join(list(row.values())[:5]))
def test_under_which_boxes_it_is_counted(row: dict[str, str]) -> None:
    said = {}
    for part in filter(None, row["Said"].split("; ")):
        dimension, codes = part.split(" ", 1)
        said[Dimension(dimension)] = frozenset(several(codes))
    asked = Asked(
        received_on=date(2026, 4, 2),
        subjects=[Subject(each) for each in several(row["Subjects"])],
        said=said,
        age=int(row["Age"]) if row["Age"] else None,
        is_patient=row["Patient complains"] == "yes",
    )
    form = return_forms()[ReturnKind(row["Return"])]

    found = labels_of(asked, form)
    cells = {each: " and ".join(sorted(found[each])) or "lacking" if each in found else "–" for each in Dimension}

    assert cells == {each: row[each] for each in Dimension}
    assert lacking(asked, form) == tuple(each for each, cell in cells.items() if cell == "lacking")


def in_words(counted: Counted) -> str:
    if counted.not_counted:
        return f"not counted, {counted.not_counted}"
    came = {"new": counted.is_new, "brought forward": counted.brought_forward, "came back": counted.came_back}
    how = [words for words, it_is in came.items() if it_is]
    if not how:
        return "–"
    assert len(how) == 1
    return f"{how[0]}, {'open' if counted.carried_forward else counted.resolved or counted.left}"


def to_count(events: list[Event]) -> CaseToCount:
    received_on = events[0].on
    settle_by = ENGLAND.add(received_on, 1)
    return CaseToCount(received_on=received_on, events=events, issues=(1, 2), settle_by=settle_by)


@pytest.mark.parametrize("row", COUNTED, ids=lambda row: row["What happened"])
def test_how_a_complaint_is_counted(row: dict[str, str]) -> None:
    case = to_count(happened(row["What happened"]))

    assert {year: in_words(count([case], period)) for year, period in YEARS.items()} == {
        year: row[year] for year in YEARS
    }


@pytest.mark.parametrize("row", SPLIT, ids=named(SPLIT))
def test_how_a_complaint_is_counted_that_several_cases_hold(row: dict[str, str]) -> None:
    told = [row["The first case"], row["The one that was split off"]]
    events = [happened("; ".join(filter(None, ("received Thu 26 Mar 2026", each)))) for each in told]
    cases = [replace(to_count(each), issues=(1,)) for each in events]

    assert {year: in_words(count(cases, period)) for year, period in YEARS.items()} == {
        year: row[year] for year in YEARS
    }


def test_an_answer_counts_once_none_is_still_to_come_by_the_last_that_went() -> None:
    sent = [f"response_sent {day}" for day in ("Mon 30 Mar 2026", "Wed 8 Apr 2026")]
    first, last, waiting, gone = (
        replace(to_count(happened("; ".join(filter(None, ("received Thu 26 Mar 2026", each))))), issues=(1,))
        for each in (*sent, "", "withdrawn Tue 7 Apr 2026")
    )

    assert answered_on([first, last], date(2026, 4, 7)) is None
    assert answered_on([first, last], date(2026, 4, 8)) == (1, date(2026, 4, 8))
    assert answered_on([first, waiting], date(2026, 4, 8)) is None
    assert answered_on([first, gone], date(2026, 4, 8)) == (0, date(2026, 3, 30))
    assert answered_on([waiting], date(2026, 4, 8)) is None


def test_what_an_outside_agency_asked_for_is_not_counted() -> None:
    events = happened("received Thu 2 Apr 2026")
    case = CaseToCount(
        received_on=events[0].on, events=events, issues=(1,), settle_by=date(2026, 4, 7), is_outside_agency=True
    )

    assert count([case], YEARS["2026-27"]).not_counted is Left.OUTSIDE_AGENCY


FACTS = {"outcome_decided": st.sampled_from(Outcome), "settled": st.booleans()}
later = st.lists(
    st.tuples(
        st.sampled_from(sorted(HEARD - {"received", "entered_in_error"})),
        st.integers(0, 500),
        st.sampled_from(["1", "2"]),
        st.sampled_from(Outcome),
        st.booleans(),
    ),
    max_size=8,
)


@given(begins=st.integers(0, 300), channel=st.sampled_from(["letter", "telephone"]), told=later)
def test_what_is_carried_forward_is_brought_forward_and_nothing_is_lost(
    begins: int, channel: str, told: list[tuple[str, int, str, Outcome, bool]]
) -> None:
    received_on = date(2025, 4, 1) + timedelta(days=begins)
    events = [Event(event="received", on=received_on, facts={"channel": channel})]
    for name, days, issue, outcome, satisfied in sorted(told, key=lambda one: one[1]):
        facts_of: dict[str, Mapping[str, FactValue]] = {
            "outcome_decided": {"outcome": outcome.value},
            "settled": {"satisfied": satisfied},
        }
        of_one = name in ("outcome_decided", "excluded")
        on = received_on + timedelta(days=days)
        events.append(Event(event=name, on=on, issue=issue if of_one else None, facts=facts_of.get(name, {})))
    case = to_count(events)
    quarters = [
        Period(first=date(year, month, 1), last=last)
        for year, month, last in (
            *((2025, 4, date(2025, 6, 30)), (2025, 7, date(2025, 9, 30)), (2025, 10, date(2025, 12, 31))),
            *((2026, 1, date(2026, 3, 31)), (2026, 4, date(2026, 6, 30)), (2026, 7, date(2026, 9, 30))),
            *((2026, 10, date(2026, 12, 31)), (2027, 1, date(2027, 3, 31))),
        )
    ]

    told_of = [count([case], quarter) for quarter in quarters]

    for before, after in pairwise(told_of):
        assert after.brought_forward == before.carried_forward
    for each in told_of:
        came = each.brought_forward + each.is_new + each.came_back
        assert came == (each.resolved is not None) + (each.left is not None) + each.carried_forward
    assert sum(each.is_new or each.not_counted is not None for each in told_of) == 1
    assert sum(each.resolved is not None for each in told_of) <= 1


class TestTheShippedLists:
    def test_every_list_says_where_it_is_from_and_from_when_it_holds(self) -> None:
        for form in return_forms().values():
            for boxes in form.lists:
                assert boxes.source
                assert boxes.asks
                assert len(boxes.labels) >= 6

    def test_nothing_says_that_it_is_certain_which_no_page_confirmed(self) -> None:
        assert not [boxes for form in return_forms().values() for boxes in form.lists if boxes.is_verified]

    def test_each_subject_has_one_box_in_each_return(self) -> None:
        for form in return_forms().values():
            for subject in Subject:
                asked = Asked(received_on=date(2026, 4, 2), subjects=[subject], said={})
                assert len(labels_of(asked, form)[Dimension.SUBJECT]) == 1

    def test_a_board_owes_both(self) -> None:
        on = date(2026, 4, 2)

        assert returns_owed(ReportsAs.BOARD, return_forms(), on=on) == (ReturnKind.KO41A, ReturnKind.KO41B)
        assert returns_owed(ReportsAs.BOARD, return_forms(), on=date(2023, 6, 30)) == (ReturnKind.KO41A,)
        assert returns_owed(ReportsAs.GP_PRACTICE, return_forms(), on=on) == (ReturnKind.KO41B,)
        assert returns_owed(ReportsAs.NEITHER, return_forms(), on=on) == ()
        assert returns_owed(None, return_forms(), on=on) == ()


HEAD = 'return: ko41a\ntitle: "x"\nstandard: x\nchecked_on: 2026-11-22\nlists:\n'
BOXED = "  - {list: age, asks: x, valid_from: 2015-04-01, verified: false, source: x, labels: ["


@pytest.mark.parametrize(
    "text",
    [
        "lists: [",
        "return: ko41a",
        HEAD.replace("2026-11-22", "soon") + "  []",
        HEAD + BOXED + "{code: a, words: x, youngest: 0}, {code: a, words: y}]}",
        HEAD + BOXED + "{code: a, words: x, youngest: 1}]}",
        HEAD + BOXED + "{code: a, words: The husband, wife or partner, youngest: 0}]}",
        HEAD + BOXED + "{code: a, words: x, youngest: 0, oldest: 5}, {code: b, words: x, youngest: 7}]}",
        HEAD + BOXED.replace("age", "subject") + "{code: a, words: x, of: [values]}]}",
    ],
)
def test_an_unsound_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "list.yaml").write_text(text)

    with pytest.raises(UnsoundReturn, match=r"list\.yaml"):
        read_return(tmp_path / "list.yaml")
