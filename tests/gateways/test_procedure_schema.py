"""Does the schema let an editor pass every file that the reader reads, and mark what the reader refuses?"""

import json
import re
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.casework.queries.findings import findings_in
from putright.domain import procedure as written
from putright.domain.findings import Severity
from putright.domain.grammar import NotUnderstood, condition_from, due_from, repeat_from
from putright.gateways import procedure_patterns as patterns
from putright.gateways.file_errors import FileRefused
from putright.gateways.procedure_errors import WRITTEN
from putright.gateways.procedure_files import programme, read_procedure, shipped_names, value_of
from putright.gateways.procedure_schema import procedure_schema
from putright.gateways.shipped import shipped
from putright.gateways.yaml_lines import read_plain
from tests.architecture.source import ROOT
from tests.domain.cases import HEAD
from tests.domain.test_grammar import CONDITIONS, DATES, ROUNDS, WORDS

SCHEMA = json.loads(procedure_schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PAGES = [ROOT / "docs/language.md", *sorted((ROOT / "docs/rules").rglob("*.md"))]
SHAPES = [shape for shape in vars(written).values() if isinstance(shape, type) and is_dataclass(shape)]

SOUND = """
name: elm-tree-surgery
title: If you are not happy
kind: procedure
under: england-2009
stages:
  - {name: Our answer, begins: received}
steps:
  acknowledge:
    promise: We acknowledge.
    due: 3 working days after received
    met_when: acknowledged
    fulfils: acknowledge
"""


def faults(text):
    plain, _ = read_plain(text)
    value = json.loads(json.dumps(plain, default=str))
    return [error.message for error in VALIDATOR.iter_errors(value)]


def examples():
    for page in PAGES:
        for number, text in enumerate(re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)):
            yield pytest.param(text, id=f"{page.stem}-{number}")


def files():
    shipped_files = [shipped("procedures") / f"{name}.yaml" for name in shipped_names()]
    return [*shipped_files, *sorted((ROOT / "tests").rglob("*.yaml"))]


def part_of(shape):
    return SCHEMA if shape == "Procedure" else SCHEMA["$defs"][shape]


def shown_examples():
    for shape in (each.__name__ for each in SHAPES):
        for key, value in part_of(shape)["properties"].items():
            yield from ((shape, key, example) for example in value.get("examples", ()))


class TestTheSchema:
    def test_is_one_of_the_draft_it_names_with_an_address_of_its_own(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

        assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert SCHEMA["$id"].endswith("/procedures/schema.json")

    @pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
    def test_says_of_every_key_what_it_is_for(self, shape):
        part = part_of(shape.__name__)
        keys = {WRITTEN.get(field.name, field.name) for field in fields(shape)}

        assert set(part["properties"]) == keys
        assert all(len(part["properties"][key]["description"].split()) > 2 for key in keys)
        assert part["additionalProperties"] is False

    def test_takes_what_it_says_from_the_page_of_the_language(self):
        assert SCHEMA["$defs"]["Step"]["properties"]["promise"]["description"] == (
            "What is promised, in your words. Compulsory."
        )

    @pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
    def test_passes_every_file(self, path: Path):
        assert faults(path.read_text(encoding="utf-8")) == []

    @pytest.mark.parametrize("text", list(examples()))
    def test_passes_every_example_of_the_documents(self, text):
        assert faults(text if text.startswith("name:") else HEAD + text) == []

    @pytest.mark.parametrize("name", shipped_names())
    def test_passes_the_value_that_is_shown_of_a_file(self, name):
        assert list(VALIDATOR.iter_errors(json.loads(value_of(programme(name).procedure)))) == []

    @pytest.mark.parametrize(("shape", "key", "example"), list(shown_examples()), ids=str)
    def test_gives_examples_that_may_stand_there(self, shape, key, example):
        narrowed = {"$defs": SCHEMA["$defs"], **part_of(shape)["properties"][key]}

        assert list(jsonschema.Draft202012Validator(narrowed).iter_errors(example)) == []


MISTAKES = [
    ("due: 3 working", "due: ten working"),
    ("3 working days after", "3 workdays after"),
    ("3 working days after", "three days after"),
    ("3 working days after", "within 3 working days of"),
    ("3 working days after received", "3 working days"),
    ("3 working days after received", "3 working days after"),
    ("3 working days after received", "received"),
    ("3 working days after received", "0 working days after received"),
    ("3 working days after received", "3 working days after received by noon"),
    ("3 working days after received", "3 working days after staff-reply is late"),
    ("3 working days after received", "3 working days after Received"),
    ("3 working days after received", "3 (working) days after received"),
    ("due: 3 working days after received", "due: {latest of: [on received]}"),
    ("due: 3 working days after received", "due: {later of: [on received], earlier of: [on received]}"),
    ("due: 3 working days after received", "due: {later_of: [on received]}"),
    ("    due: 3 working days after received\n", ""),
    ("    promise: We acknowledge.\n", ""),
    ("    met_when: acknowledged\n", ""),
    ("met_when: acknowledged", "met_when: acknowledge is late"),
    ("met_when: acknowledged", "met_when: the letter was sent"),
    ("met_when: acknowledged", "met_when: {all: [acknowledged]}"),
    ("met_when: acknowledged", "met_when: acknowledged\n    only_if: settled.satisfied is"),
    ("met_when: acknowledged", "met_when: acknowledged\n    repeat: 4 weeks"),
    ("met_when: acknowledged", "met_when: acknowledged\n    repeat: every 4 weeks\n    each: received"),
    ("met_when: acknowledged", "met_when: acknowledged\n    strength: should"),
    ("met_when: acknowledged", "met_when: acknowledged\n    effect: fine"),
    ("met_when: acknowledged", "met_when: acknowledged\n    stage: first"),
    ("met_when: acknowledged", "met_when: acknowledged\n    stage: 0"),
    ("met_when: acknowledged", "met_when: acknowledged\n    wo: us"),
    ("met_when: acknowledged", "met_when: acknowledged\n    needs: consent_given"),
    ("met_when: acknowledged", "met_when: acknowledged\n    may_move: notice"),
    ("met_when: acknowledged", "met_when: acknowledged\n    may_move: {bye: timescale_changed}"),
    ("  acknowledge:\n", "  Acknowledge It:\n"),
    ("  acknowledge:\n", "  all:\n"),
    ("kind: procedure", "kind: policy"),
    ("under: england-2009\n", ""),
    ("under: england-2009", "under: england-2009\neffective: 5 January 2026"),
    ("under: england-2009", "under: england-2009\nevents: {Panel-Met: {words: The panel met}}"),
    ("under: england-2009", "under: england-2009\nevents: {panel_met: {words: The panel met, facts: {on: text}}}"),
    ("under: england-2009", "under: england-2009\ncolour: red"),
    ("begins: received", "begins: 3 days after received"),
    ("{name: Our answer, begins: received}", "{name: Our answer}"),
]


class TestAMistake:
    def test_is_none_in_what_is_sound(self):
        assert faults(SOUND) == []
        assert read_procedure(SOUND, file="a.yaml").programme.rules

    @pytest.mark.parametrize(
        ("right", "wrong"), MISTAKES, ids=[wrong.strip()[:60] or right for right, wrong in MISTAKES]
    )
    def test_is_marked_by_the_schema_as_it_is_refused_by_the_reader(self, right, wrong):
        assert right in SOUND
        text = SOUND.replace(right, wrong, 1)

        assert faults(text) != []
        with pytest.raises(FileRefused):
            read_procedure(text, file="a.yaml")

    @pytest.mark.parametrize(
        ("right", "wrong", "code"),
        [
            ("fulfils: acknowledge", "fulfils: acknowlege", "fulfils-unknown"),
            ("under: england-2009", "under: England 2009", "law-unknown"),
            ("under: england-2009", "under: england-2009\ncalendar: france", "calendar-unknown"),
        ],
    )
    def test_is_marked_by_the_schema_as_the_checker_finds_it(self, right, wrong, code):
        text = SOUND.replace(right, wrong, 1)
        found = findings_in(read_procedure(text, file="a.yaml").programme, date(2026, 4, 2))

        assert faults(text) != []
        assert code in {one.code for one in found if one.severity is Severity.ERROR}

    def test_of_a_stage_is_marked_where_the_file_names_none(self):
        text = SOUND.replace("stages:\n  - {name: Our answer, begins: received}\n", "")

        assert faults(text) == []
        assert faults(text.replace("fulfils: acknowledge", "stage: 1")) != []

    def test_a_step_whose_right_lapses_needs_nothing_to_meet_it(self):
        assert faults(SOUND.replace("met_when: acknowledged", "effect: lapses")) == []


class TestTheForms:
    """The patterns of an editor against the grammar itself: whatever it reads, they let pass."""

    @pytest.mark.parametrize(
        ("pattern", "texts"),
        [(patterns.DUE, DATES), (patterns.CONDITION, CONDITIONS), (patterns.REPEAT, ROUNDS)],
        ids=["dates", "conditions", "rounds"],
    )
    def test_pass_every_form_of_the_grammar(self, pattern, texts):
        assert [text for text in texts if not re.search(pattern, text)] == []

    @given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
    def test_pass_whatever_the_grammar_reads(self, text):
        for pattern, read in (
            (patterns.DUE, due_from),
            (patterns.CONDITION, condition_from),
            (patterns.REPEAT, repeat_from),
        ):
            try:
                read(text)
            except NotUnderstood:
                continue
            assert re.search(pattern, text), text


def test_a_file_may_say_to_the_editor_where_its_schema_is():
    text = "# yaml-language-server: $schema=https://complaints.example.nhs.uk/procedures/schema.json\n" + SOUND

    assert read_procedure(text, file="a.yaml").programme.name == "elm-tree-surgery"
