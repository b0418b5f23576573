"""Does docs/rules/absences.md say when somebody may be recorded as away, with whom in their place?"""

import re
from datetime import date

import pytest

from putright.domain.absences import Away, why_not_away
from tests.tables import a_day, table

ROWS = table("absences.md", "Who is away, and who is there in their place")
PEOPLE = {"Mo": 1, "Olu": 2, "Ines": 3, "Sam": 4}
KNOWN = re.compile(r"(\w+) away, (\w+) there, (.+) to (.+)")
FROM, UNTIL = date(2026, 4, 13), date(2026, 4, 17)


def known(cell: str) -> list[Away]:
    if not cell:
        return []
    found = KNOWN.fullmatch(cell)
    assert found, cell
    person, cover, first, last = found.groups()
    until_on = None if last == "nobody knows" else a_day(last)
    return [Away(person_id=PEOPLE[person], cover_id=PEOPLE[cover], from_on=a_day(first), until_on=until_on)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['There instead']}, {row['Known already']}")
def test_who_may_be_away(row: dict[str, str]) -> None:
    said = Away(person_id=PEOPLE["Mo"], cover_id=PEOPLE[row["There instead"]], from_on=FROM, until_on=UNTIL)
    refusal = why_not_away(said, known(row["Known already"]), may_have_cases=row["Who may have cases"] == "yes")

    assert (refusal.code if refusal else "") == row["Refused as"]


def test_the_last_day_is_not_before_the_first() -> None:
    said = Away(person_id=1, cover_id=2, from_on=UNTIL, until_on=FROM)
    refusal = why_not_away(said, [], may_have_cases=True)

    assert refusal is not None
    assert refusal.code == "ends-before-it-begins"
