"""Which cases does a page of docs/rules set out? Its tables are what the tests run."""

import re
from datetime import date
from pathlib import Path

RULES = Path(__file__).parent.parent / "docs" / "rules"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = re.compile(r"(?P<weekday>[A-Z][a-z]{2,8}) (?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2,8}) (?P<year>\d{4})")


def table(page: str, heading: str, *, nth: int = 0) -> list[dict[str, str]]:
    """The rows of the first (or nth) table under a heading of docs/rules/PAGE, by the names of its columns."""
    found = tables(RULES / page, heading)
    assert len(found) > nth, f"{page} has {len(found)} tables under “{heading}”, so none numbered {nth}"
    return found[nth]


def tables(path: Path, heading: str) -> list[list[dict[str, str]]]:
    """Every table of a Markdown file that stands under a heading and before the next one."""
    lines = _section(path.read_text(encoding="utf-8").splitlines(), heading, path.name)
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.startswith("|"):
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [_rows(block, path.name) for block in blocks if block]


def named(rows: list[dict[str, str]]) -> list[str]:
    """A name for each row of a table, for pytest's `ids`: its cells up to the second."""
    return [", ".join(cell for cell in list(row.values())[:2] if cell) for row in rows]


def a_day(text: str) -> date:
    """The date that “Thu 2 Apr 2026” or “Thursday 2 April 2026” names; the weekday must be right."""
    found = _DAY.fullmatch(text.strip().replace("**", ""))
    assert found, f"“{text}” is not written like Thu 2 Apr 2026"
    day = date(int(found["year"]), 1 + _MONTHS.index(found["month"][:3].lower()), int(found["day"]))
    assert _WEEKDAYS[day.weekday()] == found["weekday"][:3].lower(), f"{text} is a {day:%A}"
    return day


def _section(lines: list[str], heading: str, name: str) -> list[str]:
    places = [place for place, line in enumerate(lines) if re.fullmatch(rf"#+ {re.escape(heading)}", line)]
    assert len(places) == 1, f"{name} has {len(places)} headings “{heading}”"
    rest = lines[places[0] + 1 :]
    end = next((place for place, line in enumerate(rest) if line.startswith("#")), len(rest))
    return rest[:end]


def _rows(block: list[str], name: str) -> list[dict[str, str]]:
    header, rule, *body = ([cell.strip() for cell in line.strip().strip("|").split("|")] for line in block)
    assert all(re.fullmatch(r":?-+:?", cell) for cell in rule), f"{name}: no line of dashes under {header}"
    assert body, f"{name}: the table {header} has no rows"
    assert len(set(header)) == len(header), f"{name}: a column of {header} is named twice"
    for cells in body:
        assert len(cells) == len(header), f"{name}: {cells} has {len(cells)} cells under {len(header)} headings"
    return [dict(zip(header, cells, strict=True)) for cells in body]
