"""What does a page of rules set out: its sections, the procedures in them, and what each column says of a position?"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.domain.cases import closed_on, happened, shipped, stands, the_programme, when, with_its_law
from tests.tables import a_day, tables


class Section(NamedTuple):
    """What stands under one heading of a page."""

    page: Path
    heading: str

    @property
    def text(self) -> str:
        after = self.page.read_text(encoding="utf-8").split(f"\n## {self.heading}\n", 1)[1]
        return re.split(r"^## ", after, maxsplit=1, flags=re.MULTILINE)[0]

    @cache  # noqa: B019 # there are some hundred sections
    def tables(self):
        return tables(self.page, self.heading)

    @cache  # noqa: B019 # as above
    def programmes(self):
        """The procedures that a section is about, each law last: those it writes out, or one it names."""
        written = re.findall(r"```yaml\n(.*?)```", self.text, re.DOTALL)
        if written:
            made = with_its_law(*map(the_programme, written))
            return sorted(made, key=lambda programme: programme.procedure.kind == "statute")
        named = re.search(r"^Procedure: `([\w/-]+)`", self.text, re.MULTILINE)
        assert named, f"“{self.heading}” names no procedure"
        return shipped(named[1])

    @cache  # noqa: B019 # as above
    def closures(self):
        """What the body's own closed days come to, where a section names them: “Closed: Thu 24 Dec 2026; …”."""
        named = re.search(r"^Closed: (.+?)\.$", self.text, re.MULTILINE)
        return {"body_calendar": closed_on(*map(a_day, named[1].split(";")))} if named else {}

    def story(self):
        """Everything that happens in a section that tells one case, or nothing."""
        for rows in self.tables():
            if "What happens" in rows[0]:
                return [event for row in rows for event in happened(_told(row))]
        return None

    def stands(self, row):
        """The position that a row is about."""
        events = self.story() or happened(row["What happened"])
        return stands(self.programmes(), events, row["As at"], **self.closures())


def sections_of(pages: Iterable[Path]) -> list[Section]:
    """Every section of some pages."""
    return [
        Section(page, heading)
        for page in pages
        for heading in re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    ]


def rows_of(sections: Iterable[Section], about: str | None):
    """The rows that ask about one thing, for pytest: a “Step”, an “Event”, a “Way on”, or nothing but the case."""
    return [
        pytest.param(section, row, id=f"{section.heading}: {row.get('What happened', '')} as at {row['As at']}")
        for section in sections
        for several in section.tables()
        for row in several
        if "As at" in row and next((thing for thing in THINGS if thing in row), None) == about
    ]


def columns_of(sections: Iterable[Section]) -> set[str]:
    """Every column of every table that says how things stand."""
    return {
        column for section in sections for several in section.tables() if "As at" in several[0] for column in several[0]
    }


def _told(row):
    word, _, rest = row["What happens"].partition(" ")
    return f"{word} {row['Day']} {rest}".strip()


def _day_or_none(cell):
    return None if cell == "–" else a_day(cell)


def _words_or_none(cell):
    return () if cell == "–" else tuple(part.strip() for part in cell.split(";"))


def _due_of(duty, cell):
    return duty.due_at if ":" in cell else duty.due_on


# What each column says of a duty: what was found, and what the cell expects.
OF_A_DUTY = {
    "State": lambda duty, cell: (str(duty.state), cell),
    "Due": lambda duty, cell: (_due_of(duty, cell), None if cell == "–" else when(cell)),
    "Originally": lambda duty, cell: (duty.original_due_on, _day_or_none(cell)),
    "Binding": lambda duty, cell: (duty.binding_on, _day_or_none(cell)),
    "On whose word": lambda duty, cell: (duty.binding_authority, cell),
    "Starts": lambda duty, cell: (duty.starts_on, _day_or_none(cell)),
    "Done": lambda duty, cell: (duty.done_on, _day_or_none(cell)),
    "Missed on": lambda duty, cell: (duty.missed_on, _day_or_none(cell)),
    "Not before": lambda duty, cell: (duty.not_before, _day_or_none(cell)),
    "Waits for": lambda duty, cell: (duty.waiting_for, _words_or_none(cell)),
    "Paused": lambda duty, cell: ("yes" if duty.paused else "no", cell),
    "Who": lambda duty, cell: (duty.who or "–", cell),
}
OF_A_CASE = {
    "Status": lambda position, cell: (str(position.status), cell),
    "Stage": lambda position, cell: (position.stage or "–", cell),
    "Lead": lambda position, cell: (position.lead or "–", cell),
    "Warning": lambda position, cell: (tuple(warning.code for warning in position.warnings), _words_or_none(cell)),
}
OF_A_WAY_ON = {
    "Open": lambda way, cell: ("yes" if way.open else "no", cell),
    "Until": lambda way, cell: (way.last_day, _day_or_none(cell)),
}
THINGS = ("Step", "Event", "Way on")
ASKED = {"What happened", "As at", *THINGS, "By", "May be recorded", "Why"}
KNOWN = {*OF_A_DUTY, *OF_A_CASE, *OF_A_WAY_ON, *ASKED}


def check(row, subject, columns):
    """Holds what was found in each column against what the row says."""
    pairs = {column: read(subject, row[column]) for column, read in columns.items() if column in row}
    found = {column: found for column, (found, _) in pairs.items()}
    assert found == {column: cell for column, (_, cell) in pairs.items()}


def check_duty(section, row):
    """Whether the one duty of a row stands as the row says, or is not there at all."""
    position = section.stands(row)
    step, _, number = row["Step"].partition("/")
    name, procedure = f"{step}/{number or 1}", row.get("By")
    duties = [duty for duty in position.duties if duty.id == name and procedure in (None, duty.procedure)]

    if row["State"] == "not there":
        assert duties == []
        return
    assert len(duties) == 1, f"{len(duties)} duties {row['Step']}"
    check(row, duties[0], OF_A_DUTY)
    check(row, position, OF_A_CASE)


def check_event(section, row):
    """Whether an event may be recorded, or is refused with the code that the row gives."""
    refused = section.stands(row).refusal_of(row["Event"])

    assert (refused.code if refused else "yes") == row["May be recorded"]


def check_way_on(section, row):
    """Whether a way on is open, and until when; a body's own comes before the law's to the same place."""
    position = section.stands(row)
    own, *_the_laws = [way for way in position.ways_on if way.to == row["Way on"]]

    check(row, own, OF_A_WAY_ON)
    check(row, position, OF_A_CASE)
