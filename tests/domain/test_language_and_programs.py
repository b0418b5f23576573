"""Does docs/language.md tell another program all it needs: each event, key of a line, and value that comes back?"""

import re
from dataclasses import fields

import pytest

from putright.domain import procedure
from putright.domain.vocabulary import COMMON_FACTS, CORE_EVENTS, CaseStatus, DutyState
from putright.gateways.chronology_files import KEYS, read_chronology
from putright.gateways.position_json import told
from putright.gateways.procedure_files import programme
from tests.domain.cases import shipped, stands
from tests.tables import RULES, tables

PAGE = RULES.parent / "language.md"
TEXT = PAGE.read_text(encoding="utf-8")


def codes(heading, column):
    """Every name in code in one column of the tables of a section, row by row."""
    found = [re.findall(r"`([^`]+)`", row[column]) for rows in tables(PAGE, heading) for row in rows if column in row]
    assert found
    return [code for cell in found for code in cell]


def test_every_event_is_listed_with_what_it_may_say():
    listed = {}
    for code in codes("Events", "Events"):
        name, _, said = code.partition(" ")
        listed[name] = set(re.findall(r"\w+", said)) - set(COMMON_FACTS)

    assert listed == {name: set(kind.facts) - set(COMMON_FACTS) for name, kind in CORE_EVENTS.items()}


def test_every_key_of_a_line_is_explained():
    assert tuple(codes("A chronology", "Key of a line")) == KEYS


def test_the_chronology_that_is_shown_can_be_read():
    (shown,) = re.findall(r"```jsonl\n(.*?)```", TEXT, re.DOTALL)

    events = read_chronology(shown, file="case.jsonl")
    assert {key for key in KEYS if any(getattr(event, key) for event in events)} == set(KEYS)


def test_every_value_of_a_position_is_explained():
    position = told(stands(shipped("commisceo"), "received Thu 2 Apr 2026", "Thu 2 Apr 2026"))

    assert sorted(codes("What a position says", "Key")) == sorted(position)
    duties = position["duties"]
    assert isinstance(duties, list)
    assert isinstance(duties[0], dict)
    assert sorted(codes("What a position says", "Key of a duty")) == sorted(duties[0])


def test_every_state_is_explained():
    assert sorted(codes("What a position says", "State")) == sorted(DutyState)
    assert all(f"`{status}`" in TEXT for status in CaseStatus)


def test_every_step_of_the_law_is_told_with_what_meets_it():
    told_of = {
        row["Step of the law"].strip("`"): set(re.findall(r"`(\w+)`", row["Met when"]))
        for rows in tables(PAGE, "The law")
        for row in rows
    }

    assert told_of == {rule.name: set(rule.met_by) for rule in programme("england-2009").rules}


@pytest.mark.parametrize(
    ("part", "made"),
    [
        ("a stage", procedure.Stage),
        ("`may_move`", procedure.MayMove),
        ("`pauses`", procedure.Pauses),
        ("one of `people`", procedure.Person),
        ("`accepts`", procedure.Accepts),
        ("`representation`", procedure.Representation),
        ("a way on", procedure.GoesNext),
        ("an event of your own", procedure.OwnEvent),
        ("a pledge", procedure.Pledge),
        ("a mention", procedure.Mention),
        ("what is unclear", procedure.Unclear),
    ],
)
def test_every_key_of_a_part_is_named(part, made):
    (keys,) = [row["Its keys"] for rows in tables(PAGE, "The rest of a file") for row in rows if row["Part"] == part]

    written = {"from_event": "from"}
    assert set(re.findall(r"`(\w+)`", keys)) == {written.get(field.name, field.name) for field in fields(made)}
