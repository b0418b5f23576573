"""Do the whole procedures of docs/examples come to what was worked out for them by hand?"""

import re

import pytest

from putright.domain.check import check
from putright.domain.findings import Severity
from putright.gateways.calendar_files import calendar_named
from putright.gateways.directory_files import directory
from putright.gateways.procedure_files import read_file, with_their_laws
from tests.domain.cases import PROCEDURES
from tests.domain.checking import AS_AT
from tests.domain.sections import KNOWN, check_duty, check_way_on, columns_of, rows_of, sections_of
from tests.tables import RULES

FOLDER = RULES.parent / "examples"
PAGES = sorted(page for page in FOLDER.glob("*.md") if page.stem != "README")
TEXTS = [page.read_text(encoding="utf-8") for page in PAGES]
FILES = sorted((PROCEDURES / "examples").glob("*.yaml"))
SECTIONS = sections_of(PAGES)


@pytest.mark.parametrize(("section", "row"), rows_of(SECTIONS, "Step"))
def test_a_duty_stands_as_was_worked_out_by_hand(section, row):
    check_duty(section, row)


@pytest.mark.parametrize(("section", "row"), rows_of(SECTIONS, "Way on"))
def test_a_way_on_stands_as_was_worked_out_by_hand(section, row):
    check_way_on(section, row)


def test_every_column_is_checked():
    assert columns_of(SECTIONS) <= KNOWN
    assert not rows_of(SECTIONS, None), "a row that names no step would be run by nobody"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_called_what_it_says_it_is(path):
    assert read_file(str(path)).programme.procedure.name == path.stem


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_has_cases_worked_through_it(path):
    using = [text for text in TEXTS if f"(../../procedures/examples/{path.name})" in text]

    assert using, "no page leads to the file"
    assert any(re.search(rf"^Procedure: `examples/{path.stem}`", text, re.MULTILINE) for text in using)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_checker_finds_no_error_in_a_file(path):
    made = read_file(str(path)).programme
    laws = {law.name: law for law in with_their_laws((made,)) if law is not made}
    calendar = calendar_named(made.procedure.calendar)

    found = check(made, AS_AT, laws=laws, directory=directory(), calendar=calendar)

    assert [one.message for one in found if one.severity is Severity.ERROR] == []


def test_the_list_of_examples_names_each():
    listed = re.findall(r"\]\(([\w-]+)\.md\)", (FOLDER / "README.md").read_text(encoding="utf-8"))

    assert sorted(listed) == sorted(page.stem for page in PAGES)
