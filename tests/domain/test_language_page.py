"""Does docs/language.md say what the language is: every example, every key, every refusal, the grammar itself?"""

import re
from dataclasses import fields

import pytest

from putright.domain import grammar
from putright.domain.grammar import due_from
from putright.domain.procedure import Procedure, Step
from putright.domain.vocabulary import Strength
from putright.gateways.file_errors import FileRefused
from putright.gateways.procedure_files import programme
from tests.domain.cases import the_programme
from tests.tables import RULES, tables

PAGE = RULES.parent / "language.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: text.splitlines()[0])
def test_every_example_can_be_read(example):
    assert the_programme(example).rules


def codes_under(heading, column):
    return [re.findall(r"`([^`]+)`", row[column]) for rows in tables(PAGE, heading) for row in rows if column in row]


def test_every_key_of_a_file_is_explained():
    explained = {key for keys in codes_under("What a file holds", "Key") for key in keys}

    assert explained == {field.name for field in fields(Procedure)}


def test_every_key_of_a_step_is_explained():
    explained = {key for keys in codes_under("A step", "Key") for key in keys}

    assert explained == {field.name for field in fields(Step)} - {"authority"}
    assert {str(strength) for strength in Strength} <= set(re.findall(r"`(\w+)`", TEXT))


@pytest.mark.parametrize("written", [form for forms in codes_under("When it is due", "Form") for form in forms])
def test_every_form_of_a_date_can_be_read(written):
    """With what the table leaves open filled in: `…`, A and B."""
    if (":" in written and "[" in written) or "{" in written:
        return  # made of several: the examples below the table
    plain = written.replace("A but", "3 days after received but").replace("than B", "than 9 days after received")
    plain = plain.removeprefix("… ") if not plain.startswith("… by") else plain.replace("…", "1 day after received")

    assert str(due_from(plain.replace("…", "received")))


@pytest.mark.parametrize(
    "row", [row for rows in tables(PAGE, "What is refused") for row in rows], ids=lambda row: row["Written"]
)
def test_what_is_refused_is_told_so(row):
    step = {"promise": "We do it.", "due": "3 days after received", "met_when": "acknowledged"}
    step[row["Key"]] = row["Written"].strip("`")
    lines = "".join(f"    {key}: {value}\n" for key, value in step.items())

    with pytest.raises(FileRefused) as refused:
        the_programme(f"steps:\n  one:\n{lines}  acknowledge: {{promise: P., due: on received, met_when: closed}}\n")

    assert row["What is said"] in str(refused.value)


def test_the_grammar_is_the_one_that_is_read():
    printed = re.search(r"```text\n(.*?)```", TEXT, re.DOTALL)
    assert printed
    lines = [line.strip() for line in printed[1].splitlines()]
    published = [line.strip() for line in (grammar.__doc__ or "").splitlines() if ":=" in line]

    assert lines == published


def test_the_steps_of_the_law_are_named():
    named = re.search(r"can be fulfilled are (.*?)\.\n", TEXT, re.DOTALL)
    assert named

    assert set(re.findall(r"`([\w-]+)`", named[1])) == set(programme("england-2009").order)


def test_every_link_inside_the_page_leads_to_a_heading():
    anchors = {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", TEXT, re.M)
    }

    assert set(re.findall(r"\]\(#([\w-]+)\)", TEXT)) <= anchors
