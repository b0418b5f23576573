"""Does what stands on a case agree, row by row, with docs/rules/position.md and docs/language.md?"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.domain.cases import happened, shipped, stands, the_programme, when, with_its_law
from tests.tables import RULES, a_day, tables

PAGES = (RULES / "position.md", RULES.parent / "language.md")


class Section(NamedTuple):
    """What stands under one heading of a page."""

    page: Path
    heading: str

    @property
    def text(self) -> str:
        after = self.page.read_text(encoding="utf-8").split(f"\n## {self.heading}\n", 1)[1]
        return re.split(r"^## ", after, maxsplit=1, flags=re.MULTILINE)[0]

    @cache  # noqa: B019 # there are some forty sections
    def tables(self):
        return tables(self.page, self.heading)

    @cache  # noqa: B019 # as above
    def programmes(self):
        """The procedures that a section is about, each law last: those it writes out, or a shipped one it names."""
        written = re.findall(r"```yaml\n(.*?)```", self.text, re.DOTALL)
        if written:
            made = [programme for text in written for programme in with_its_law(the_programme(text))]
            return sorted(made, key=lambda programme: programme.procedure.kind == "statute")
        named = re.search(r"^Procedure: `([\w-]+)`", self.text, re.MULTILINE)
        assert named, f"“{self.heading}” names no procedure"
        return shipped(named[1])

    def story(self):
        """Everything that happens in a section that tells one case, or nothing."""
        for rows in self.tables():
            if "What happens" in rows[0]:
                return [event for row in rows for event in happened(_told(row))]
        return None


def _told(row):
    word, _, rest = row["What happens"].partition(" ")
    return f"{word} {row['Day']} {rest}".strip()


SECTIONS = [
    Section(page, heading)
    for page in PAGES
    for heading in re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
]


def rows(*, with_a_step):
    return [
        pytest.param(section, row, id=f"{section.heading}: {row.get('What happened', '')} as at {row['As at']}")
        for section in SECTIONS
        for several in section.tables()
        for row in several
        if "As at" in row and ("Step" in row) is with_a_step
    ]


def day_or_none(cell):
    return None if cell == "–" else a_day(cell)


def words_or_none(cell):
    return () if cell == "–" else tuple(part.strip() for part in cell.split(";"))


def due_of(duty, cell):
    return duty.due_at if ":" in cell else duty.due_on


# What each column says of a duty: what was found, and what the cell expects.
OF_A_DUTY = {
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
OF_A_CASE = {
    "Status": lambda position, cell: (str(position.status), cell),
    "Stage": lambda position, cell: (position.stage, cell),
    "Warning": lambda position, cell: (tuple(warning.code for warning in position.warnings), words_or_none(cell)),
}


def compared(row, subject, columns):
    """What was found in each column, and what the row says."""
    pairs = {column: read(subject, row[column]) for column, read in columns.items() if column in row}
    return {column: found for column, (found, _) in pairs.items()}, {
        column: cell for column, (_, cell) in pairs.items()
    }


def position_of(section, row):
    return stands(section.programmes(), section.story() or happened(row["What happened"]), row["As at"])


@pytest.mark.parametrize(("section", "row"), rows(with_a_step=True))
def test_a_duty_stands_as_the_row_says(section, row):
    position = position_of(section, row)
    step, _, number = row["Step"].partition("/")
    name, procedure = f"{step}/{number or 1}", row.get("By")
    duties = [duty for duty in position.duties if duty.id == name and procedure in (None, duty.procedure)]

    if row["State"] == "not there":
        assert duties == []
        return
    assert len(duties) == 1, f"{len(duties)} duties {row['Step']}"
    found, expected = compared(row, duties[0], OF_A_DUTY)
    assert found == expected
    found, expected = compared(row, position, OF_A_CASE)
    assert found == expected


@pytest.mark.parametrize(("section", "row"), rows(with_a_step=False))
def test_a_case_stands_as_the_row_says(section, row):
    found, expected = compared(row, position_of(section, row), OF_A_CASE)

    assert found == expected


def test_every_column_of_the_pages_is_checked():
    known = {*OF_A_DUTY, *OF_A_CASE, "What happened", "As at", "Step", "By"}

    columns = {
        column for section in SECTIONS for several in section.tables() for column in several[0] if "As at" in several[0]
    }
    assert columns <= known
