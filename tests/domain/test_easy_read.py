"""Does docs/rules/easy-read.md say what an easy read version lacks, and what would make a line of it easier?"""

import pytest

from putright.domain.easy_read import (
    GOES_WORDS,
    PART_WORDS,
    EasyLine,
    EasyPart,
    EasyRead,
    Goes,
    as_typed,
    hints_for,
    lines_from,
    missing_from,
)
from tests.tables import table


def lines(count: str) -> tuple[EasyLine, ...]:
    return (EasyLine(words="It is so."),) * int(count)


@pytest.mark.parametrize("row", table("easy-read.md", "What it must say"), ids=lambda row: "-".join(row.values()))
def test_what_it_must_say(row: dict[str, str]) -> None:
    easy = EasyRead(
        found=lines(row["Lines of what we found"]),
        next=lines(row["Lines of what happens now"]),
        unhappy=(EasyLine(words=row["If you are not happy"]),),
    )

    missing = missing_from(easy, issues=int(row["Issues"]))

    assert ", ".join(one.code for one in missing) == row["Refused as"]


@pytest.mark.parametrize("row", table("easy-read.md", "What would make a line easier"), ids=lambda row: row["Line"])
def test_what_would_make_a_line_easier(row: dict[str, str]) -> None:
    hints = hints_for([EasyLine(words=row["Line"])])

    assert [hint.removeprefix("Line 1 ") for hint in hints] == ([row["Hint"]] if row["Hint"] else [])


def test_what_is_typed_comes_back_as_it_was() -> None:
    typed = "You waited 5 hours. | A clock\nWe are sorry."

    assert as_typed(lines_from(f"\n {typed} \n | only a picture\n")) == typed


def test_every_part_and_every_way_to_go_has_words() -> None:
    assert (list(PART_WORDS), list(GOES_WORDS)) == (list(EasyPart), list(Goes))
    told, found, after, unhappy = ((EasyLine(words=part.value),) for part in EasyPart)
    easy = EasyRead(told=told, found=found, next=after, unhappy=unhappy)
    assert [easy.lines(part)[0].words for part in EasyPart] == list(EasyPart)
