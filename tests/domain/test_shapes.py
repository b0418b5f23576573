"""Does each of the fifteen groups of rule shapes come out, row by row, as docs/rules/shapes says?"""

import re

import pytest

from tests.domain.sections import (
    KNOWN,
    OF_A_CASE,
    check,
    check_duty,
    check_event,
    check_way_on,
    columns_of,
    rows_of,
    sections_of,
)
from tests.tables import RULES

FOLDER = RULES / "shapes"
INDEX = (FOLDER / "README.md").read_text(encoding="utf-8")
LANGUAGE = (RULES.parent / "language.md").read_text(encoding="utf-8")
PAGES = sorted(page for page in FOLDER.glob("*.md") if page.name != "README.md")
SECTIONS = sections_of(PAGES)


@pytest.mark.parametrize(("section", "row"), rows_of(SECTIONS, "Step"))
def test_a_duty_stands_as_the_row_says(section, row):
    check_duty(section, row)


@pytest.mark.parametrize(("section", "row"), rows_of(SECTIONS, "Event"))
def test_an_event_may_be_recorded_as_the_row_says(section, row):
    check_event(section, row)


@pytest.mark.parametrize(("section", "row"), rows_of(SECTIONS, "Way on"))
def test_a_way_on_is_open_as_the_row_says(section, row):
    check_way_on(section, row)


@pytest.mark.parametrize(("section", "row"), rows_of(SECTIONS, None))
def test_a_case_stands_as_the_row_says(section, row):
    check(row, section.stands(row), OF_A_CASE)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: f"{section.page.stem}: {section.heading}")
def test_every_section_decides_something(section):
    assert section.programmes()
    assert [rows for rows in section.tables() if "As at" in rows[0]], f"no table under “{section.heading}”"


def test_every_page_has_sections_and_every_column_is_checked():
    assert {section.page for section in SECTIONS} == set(PAGES)
    assert columns_of(SECTIONS) <= KNOWN


def test_there_are_fifteen_groups_and_the_index_lists_each_once():
    assert [int(page.name[:2]) for page in PAGES] == list(range(1, 16))
    assert re.findall(r"\]\((\d\d-[\w-]+\.md)\)", INDEX) == [page.name for page in PAGES]


def test_the_language_page_leads_to_every_group():
    assert re.findall(r"\]\(rules/shapes/(\d\d-[\w-]+\.md)\)", LANGUAGE) == [page.name for page in PAGES]


def test_the_index_leads_to_headings_of_the_language_page():
    anchors = {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", LANGUAGE, re.MULTILINE)
    }

    named = re.findall(r"language\.md#([\w-]+)\)", INDEX)
    assert named
    assert set(named) <= anchors
