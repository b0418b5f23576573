"""Does a comparison of two versions agree with docs/rules/diff.md, and is it the same thing backwards?"""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from putright.domain.differ import Change, ChangeKind, Side, differences
from putright.domain.programme import Programme
from putright.gateways.calendar_files import calendar_named, calendar_names
from putright.gateways.procedure_files import laws, programme, read_procedure
from tests.tables import RULES, table

PAGE = "diff.md"
AS_AT = date(2026, 4, 2)
CALENDARS = {name: calendar_named(name) for name in calendar_names()}
HEAD = "name: example\ntitle: An example\nkind: procedure\nunder: {}\n"
PEOPLE = "people: {manager: The manager, director: The director}\n"
WRITE = "  write: {promise: We write., due: 2 days after received, met_when: acknowledged}\n"


def read(text: str, under: str = "none") -> Programme:
    return read_procedure(HEAD.format(under) + text, file="an example").programme


def compared(old: Programme, new: Programme) -> tuple[Change, ...]:
    return differences(old, new, AS_AT, laws=laws(), calendars=CALENDARS)


def due(written: str, more: str = "") -> str:
    return f"steps:\n  answer: {{promise: We answer., due: {written}, met_when: response_sent{more}}}\n"


def step(cell: str) -> str:
    if cell == "–":
        return PEOPLE + "steps:\n" + WRITE
    inside = cell.strip("`")[1:-1]
    given = {name for name in ("promise", "met_when") if f"{name}:" in inside}
    more = {"promise": "promise: We answer.", "met_when": "met_when: response_sent"}
    keys = [inside, *(words for name, words in more.items() if name not in given)]
    return PEOPLE + "steps:\n" + WRITE + f"  answer: {{{', '.join(keys)}}}\n"


def document(cell: str) -> str:
    return ("" if cell == "–" else f"{cell.strip('`')}\n") + due("5 days after received")


def ids(row):
    return " | ".join(row.values())


class TestThePage:
    @pytest.mark.parametrize("row", table(PAGE, "Times"), ids=ids)
    def test_times(self, row):
        found = compared(read(due(row["Old"].strip("`"))), read(due(row["New"].strip("`"))))

        assert any(change.side == row["It is"] and row["It says"] in change.message for change in found), found

    @pytest.mark.parametrize("row", table(PAGE, "Times", nth=1), ids=ids)
    def test_examples_of_dates(self, row):
        (change,) = compared(read(due(row["Old"].strip("`"))), read(due(row["New"].strip("`"))))

        assert row["It says"] in change.message

    @pytest.mark.parametrize("row", table(PAGE, "Promises"), ids=ids)
    def test_promises(self, row):
        found = compared(read(step(row["Old"])), read(step(row["New"])))

        assert [(change.side, change.kind) for change in found] == [(row["It is"], row["Kind"])]

    @pytest.mark.parametrize("row", table(PAGE, "The rest of the document"), ids=ids)
    def test_the_rest_of_the_document(self, row):
        found = compared(read(document(row["Old"])), read(document(row["New"])))
        listed = [] if row["It is"] == "–" else [(row["It is"], row["Kind"])]

        assert [(change.side, change.kind) for change in found if change.kind is not ChangeKind.TIME] == listed

    @pytest.mark.parametrize("row", table(PAGE, "The law"), ids=ids)
    def test_the_law(self, row):
        old, new = (
            read(
                due(row[column].strip("`"), ", fulfils: acknowledge").replace("response_sent", "acknowledged"),
                "england-2009",
            )
            for column in ("Old", "New")
        )

        assert (row["It is"], row["Kind"]) in [(change.side, change.kind) for change in compared(old, new)]

    def test_names_every_kind_of_change(self):
        text = (RULES / PAGE).read_text(encoding="utf-8")

        assert [kind for kind in ChangeKind if str(kind) not in text] == []


class TestMatching:
    def test_a_renamed_step_is_not_dropped_and_added(self):
        old = read("steps:\n  answer: {promise: P., due: 5 days after received, met_when: response_sent}\n")
        new = read("steps:\n  reply: {promise: P., due: 5 days after received, met_when: response_sent}\n")

        assert compared(old, new) == ()

    def test_two_steps_met_alike_are_not_taken_for_one_another(self):
        two = "  {}: {{promise: P., due: 5 days after received, met_when: response_sent}}\n"
        old = read("steps:\n" + two.format("one") + two.format("two"))
        new = read("steps:\n" + two.format("three") + two.format("four"))

        assert sorted(change.kind for change in compared(old, new)) == ["added", "added", "dropped", "dropped"]

    @pytest.mark.parametrize("name", ["commisceo", "living-well-partnership", "england-2009"])
    def test_a_procedure_does_not_differ_from_itself(self, name):
        assert compared(programme(name), programme(name)) == ()


PERIODS = ("3 working days", "5 working days", "10 days", "2 weeks", "1 month")
OPTIONS = ("", ", strength: aim", ", unless: meeting_held", ", needs: [consent_given]", ", repeat: every 1 week")


@st.composite
def versions(draw) -> Programme:
    names = draw(st.sets(st.sampled_from(("write", "answer", "learn")), min_size=1))
    met = {"write": "acknowledged", "answer": "response_sent", "learn": "update_sent"}
    lines = [
        f"  {name}: {{promise: P., due: {draw(st.sampled_from(PERIODS))} after received, met_when: {met[name]}"
        f"{draw(st.sampled_from(OPTIONS))}}}\n"
        for name in sorted(names)
    ]
    pledges = "pledges: {listen: {words: We listen.}}\n" if draw(st.booleans()) else ""
    return read(pledges + "steps:\n" + "".join(lines))


FEW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class TestAnyTwoVersions:
    @FEW
    @given(versions())
    def test_nothing_differs_from_itself(self, one):
        assert compared(one, one) == ()

    @FEW
    @given(versions(), versions())
    def test_what_is_better_one_way_is_worse_the_other(self, one, other):
        there, back = compared(one, other), compared(other, one)
        dropped = {ChangeKind.ADDED: ChangeKind.DROPPED, ChangeKind.DROPPED: ChangeKind.ADDED}

        assert sorted((change.side, change.kind, change.step or "") for change in there) == sorted(
            (change.side.other, dropped.get(change.kind, change.kind), change.step or "") for change in back
        )

    @FEW
    @given(versions(), versions())
    def test_what_is_worse_comes_first(self, one, other):
        sides = [change.side for change in compared(one, other)]

        assert sides == sorted(sides, key=list(Side).index)
