"""Does what stands on a case agree, row by row, with docs/rules/position.md?"""

import re

import pytest

from tests.domain.cases import happened, shipped, stands, the_programme, when
from tests.tables import RULES, a_day, table, tables

PAGE = RULES / "position.md"
_TEXT = PAGE.read_text(encoding="utf-8")
HEADINGS = re.findall(r"^## (.+)$", _TEXT, re.MULTILINE)


def section(heading):
    return re.split(r"^## ", _TEXT.split(f"## {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def programmes_of(heading):
    """The procedures that a section is about: those it writes out, or shipped ones it names."""
    written = re.findall(r"```yaml\n(.*?)```", section(heading), re.DOTALL)
    if written:
        return sorted((the_programme(text) for text in written), key=lambda made: made.procedure.kind == "statute")
    named = re.search(r"^Procedure: `([\w-]+)`", section(heading), re.MULTILINE)
    assert named, f"“{heading}” names no procedure"
    return shipped(named[1])


def story_of(heading):
    """Everything that happens in a section that tells one case, or nothing."""
    for rows in tables(PAGE, heading):
        if "What happens" in rows[0]:
            return [event for row in rows for event in happened(_told(row))]
    return None


def _told(row):
    word, _, rest = row["What happens"].partition(" ")
    return f"{word} {row['Day']} {rest}".strip()


def rows_with(column):
    return [
        pytest.param(heading, row, id=f"{heading}: {row.get('What happened', '')} as at {row['As at']}")
        for heading in HEADINGS
        for rows in tables(PAGE, heading)
        for row in rows
        if column in row and "As at" in row
    ]


def day_or_none(cell):
    return None if cell == "–" else a_day(cell)


def words_or_none(cell):
    return () if cell == "–" else tuple(part.strip() for part in cell.split(";"))


def due_of(duty, cell):
    return duty.due_at if ":" in cell else duty.due_on


# What each column says, and how it is read from a duty.
CHECKED = {
    "State": lambda duty, cell: (str(duty.state), cell),
    "Due": lambda duty, cell: (due_of(duty, cell), None if cell == "–" else when(cell)),
    "Originally": lambda duty, cell: (duty.original_due_on, day_or_none(cell)),
    "Binding": lambda duty, cell: (duty.binding_on, day_or_none(cell)),
    "On whose word": lambda duty, cell: (duty.binding_authority, cell),
    "Starts": lambda duty, cell: (duty.starts_on, day_or_none(cell)),
    "Done": lambda duty, cell: (duty.done_on, day_or_none(cell)),
    "Missed on": lambda duty, cell: (duty.missed_on, day_or_none(cell)),
    "Not before": lambda duty, cell: (duty.not_before, day_or_none(cell)),
    "Waits for": lambda duty, cell: (duty.waiting_for, words_or_none(cell)),
    "Paused": lambda duty, cell: ("yes" if duty.paused else "no", cell),
}


@pytest.mark.parametrize(("heading", "row"), rows_with("Step"))
def test_a_duty_stands_as_the_row_says(heading, row):
    events = story_of(heading) or happened(row["What happened"])
    programmes = programmes_of(heading)
    position = stands(programmes, events, row["As at"])
    step, _, number = row["Step"].partition("/")
    duties = [
        duty
        for duty in position.duties
        if duty.id == f"{step}/{number or 1}" and duty.procedure == row.get("By", duty.procedure)
    ]

    if row["State"] == "not there":
        assert duties == []
        return
    assert len(duties) == 1, f"{len(duties)} duties {row['Step']}"
    found = {column: read(duties[0], row[column])[0] for column, read in CHECKED.items() if column in row}
    expected = {column: read(duties[0], row[column])[1] for column, read in CHECKED.items() if column in row}
    if "Warning" in row:
        found["Warning"] = tuple(warning.code for warning in position.warnings)
        expected["Warning"] = words_or_none(row["Warning"])
    if "Status" in row:
        found["Status"], expected["Status"] = str(position.status), row["Status"]
    assert found == expected


@pytest.mark.parametrize(("heading", "row"), [case for case in rows_with("Status") if "Step" not in case.values[1]])
def test_a_case_stands_as_the_row_says(heading, row):
    position = stands(programmes_of(heading), story_of(heading), row["As at"])

    assert (str(position.status), position.stage) == (row["Status"], row["Stage"])


def test_every_column_of_the_page_is_checked():
    known = {*CHECKED, "What happened", "As at", "Step", "By", "Warning", "Status", "Stage", "Day", "What happens"}

    assert {column for heading in HEADINGS for rows in tables(PAGE, heading) for column in rows[0]} <= known


def test_the_first_table_of_each_heading_can_be_read():
    assert all(table("position.md", heading) for heading in HEADINGS)
