"""Does what stands on a case agree, row by row, with docs/rules/position.md and docs/language.md?"""

import pytest

from tests.domain.sections import KNOWN, OF_A_CASE, check, check_duty, columns_of, rows_of, sections_of
from tests.tables import RULES

SECTIONS = sections_of([RULES / "position.md", RULES.parent / "language.md"])


@pytest.mark.parametrize(("section", "row"), rows_of(SECTIONS, "Step"))
def test_a_duty_stands_as_the_row_says(section, row):
    check_duty(section, row)


@pytest.mark.parametrize(("section", "row"), rows_of(SECTIONS, None))
def test_a_case_stands_as_the_row_says(section, row):
    check(row, section.stands(row), OF_A_CASE)


def test_every_column_of_the_pages_is_checked():
    assert columns_of(SECTIONS) <= KNOWN
