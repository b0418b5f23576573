"""Is a procedure file read strictly, and does every error say its file, its line and its cure?"""

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.gateways.file_errors import FileRefused
from putright.gateways.procedure_files import (
    law_of,
    programme,
    programme_from_text,
    read_file,
    read_procedure,
    shipped_names,
    value_of,
)
from putright.gateways.procedure_schema import procedure_schema
from putright.gateways.shipped import shipped
from putright.gateways.yaml_lines import LARGEST, read_plain

HEAD = "name: example\ntitle: An example\nkind: procedure\nunder: none\n"
STEPS = "steps:\n  one: {promise: We do it., due: on received, met_when: acknowledged}\n"
STEP = "steps:\n  one:\n    promise: We do it.\n    due: on received\n    met_when: acknowledged\n"


def errors_of(text):
    with pytest.raises(FileRefused) as refused:
        read_procedure(text, file="a.yaml")
    return [str(error) for error in refused.value.errors]


class TestAMistake:
    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("", "a.yaml:1: the file is empty"),
            ("[one, two]", "a.yaml:1: a procedure file is keys with values, the first of them name:"),
            ("steps: [", "a.yaml:1: this is not YAML: "),
            ("\tname: a", "a.yaml:1: this is not YAML: "),
            (HEAD, "a.yaml:1: steps: this key is missing"),
            (HEAD + "title: Again\n", "a.yaml:5: the key title stands twice (first on line 2): keep one"),
            (HEAD + STEPS + "colour: red\n", "a.yaml:7: colour: there is no key colour here; there is: accepts, "),
            (HEAD + STEPS + "stage: []\n", "a.yaml:7: stage: there is no key stage here; did you mean stages?"),
            (HEAD + STEP + "    wo: us\n", "a.yaml:10: steps.one.wo: there is no key wo here; did you mean who?"),
            (
                HEAD + STEP + "    stage: first\n",
                "a.yaml:10: steps.one.stage: this must be the number of a stage, such as 2",
            ),
            (HEAD + STEP + "    stage: true\n", "a.yaml:10: steps.one.stage: this must be a whole number"),
            (HEAD + STEP + "    strength: should\n", "a.yaml:10: steps.one.strength: 'should' is not one of 'must', "),
            (HEAD + STEP + "    who: 3\n", "a.yaml:10: steps.one.who: this must be text: put it in quotes"),
            (
                HEAD + STEP + "    clause: 3.10\n",
                "steps.one.clause: this must be text: put it in quotes",
            ),
            (HEAD + STEP + "    needs: consent_given\n", "a.yaml:10: steps.one.needs: this must be a list, such as"),
            (
                HEAD + STEP + "    may_move: notice\n",
                "steps.one.may_move: this must be keys with values",
            ),
            (HEAD + STEP + "    may_move: {bye: notice}\n", "there is no key bye here; did you mean by?"),
            (
                HEAD + STEP + "    only_if: 3\n",
                "a.yaml:10: steps.one.only_if: this must be a text such as",
            ),
            (HEAD + STEP + "    unless: {all: [closed]}\n", "there is no key all here; did you mean all of?"),
            (
                HEAD + "steps:\n  one: {due: 3}\n",
                "steps.one.due: this must be a text such as “3 working days ",
            ),
            (HEAD + "steps:\n  one: {due: {later of: 3}}\n", "steps.one.due.later of: this must be a list"),
            (
                HEAD + "steps:\n  one: {due: {latest of: [on received]}}\n",
                "no key latest of here; did you mean later of",
            ),
            (HEAD + "steps:\n  one: {due: {later_of: [on received]}}\n", "write later of, with a space"),
            (HEAD + "steps:\n  one: late\n", "a.yaml:6: steps.one: this must be keys with values under it"),
            (HEAD + STEPS + "effective: 2026\n", "a.yaml:7: effective: this must be a date such as 2026-04-02"),
            (
                HEAD + STEPS + "effective: 2026-02-30\n",
                "a.yaml:7: '2026-02-30' cannot be read: write a date",
            ),
            (HEAD + STEPS + "version: 1.0\n", "a.yaml:7: version: this must be text: put it in quotes"),
            (HEAD.replace("procedure", "policy") + STEPS, "a.yaml:3: kind: 'policy' is not one of 'statute', "),
            (
                HEAD + STEPS.replace("steps:", "steps: &all"),
                "a.yaml:5: anchors and aliases (& and *) are not used",
            ),
            (HEAD + STEPS + "pledges: *all\n", "a.yaml:7: this is not YAML: found undefined alias"),
            (HEAD + STEPS + "<<: {a: b}\n", "a.yaml:7: merging keys (<<) is not used here"),
            (HEAD + STEPS + "? [a]\n: b\n", "a.yaml:7: a key must be a word"),
            (HEAD + "steps: !!python/object:os.system {}\n", "a.yaml:5: tags such as tag:yaml.org"),
            (HEAD + STEPS + "---\nname: another\n", "a.yaml:7: this is not YAML: but found another document"),
            (HEAD + "steps: " + "{a: " * 20 + "}" * 20, "a.yaml:5: this is nested too deeply"),
            ("[" * 20_000, "a.yaml:1: this is nested too deeply"),
            ("#" * (LARGEST + 1), "a.yaml:1: the file is longer than 256 KB"),
            ("name: \x00", "a.yaml:1: this is not YAML: "),
        ],
        ids=range(38),
    )
    def test_is_told_with_its_file_its_line_and_its_cure(self, text, says):
        errors = errors_of(text)

        assert any(error.startswith(says) or (says[0] != "a" and says in error) for error in errors) or any(
            says in error for error in errors
        ), errors

    def test_in_a_rule_is_told_on_the_line_of_the_rule(self):
        text = HEAD + STEP.replace("on received", "3 dys after received")

        assert errors_of(text) == [
            "a.yaml:8: steps.one.due: “3 dys after received” is not understood at “dys”: expected working days, "
            "(working) days, (calendar) days, days, weeks, months, years or hours"
        ]

    def test_is_told_once_and_with_every_other_in_the_order_of_the_file(self):
        text = (
            HEAD
            + "steps:\n  one: {promise: 3, due: 4, met_when: [5]}\n  two: {colour: red, due: on received}\nstages: 3\n"
        )

        lines = [error.split(" ")[1] for error in errors_of(text)]

        assert lines == [
            "steps.one.promise:",
            "steps.one.due:",
            "steps.one.met_when.0:",
            "steps.two.promise:",
            "steps.two.colour:",
            "stages:",
        ]

    @pytest.mark.parametrize(("value", "read"), [("yes", True), ("no", False), ("true", True), ("false", False)])
    def test_is_not_made_of_a_yes_or_a_no(self, value, read):
        made = read_procedure(
            HEAD + STEP + f"    may_move: {{by: timescale_changed, before_due: {value}}}\n", file="a.yaml"
        )

        move = made.programme.procedure.steps["one"].may_move
        assert move is not None
        assert move.before_due is read

    def test_a_file_from_a_spreadsheet_program_is_read_all_the_same(self):
        """With a mark before the first letter, and lines ended as Windows ends them."""
        text = "\ufeff" + (HEAD + STEPS).replace("\n", "\r\n")

        assert read_procedure(text, file="a.yaml").programme.name == "example"


class TestAFile:
    def test_that_is_not_text_is_refused(self, tmp_path):
        path = tmp_path / "a.yaml"
        path.write_bytes(b"name: caf\xe9")

        with pytest.raises(FileRefused, match="not text in UTF-8: save it as UTF-8"):
            read_file(str(path))

    @pytest.mark.parametrize("name", ["no-such-procedure", "/no/such/file.yaml"])
    def test_that_is_not_there_is_refused_with_what_is(self, name):
        with pytest.raises(FileRefused, match=r"No such file .*the shipped procedures are: .*commisceo"):
            read_file(name)

    def test_that_is_a_folder_is_refused(self, tmp_path):
        with pytest.raises(FileRefused, match="Is a directory"):
            read_file(str(tmp_path))

    def test_knows_the_line_of_each_of_its_parts(self):
        made = read_procedure(HEAD + STEP, file="a.yaml")

        assert [made.line(where) for where in ((), ("under",), ("steps", "one"), ("steps", "one", "met_when"))] == [
            1,
            4,
            6,
            9,
        ]
        assert made.line(("steps", "one", "clause")) == 6  # what is not there stands where it would

    def test_is_read_once_from_the_same_text(self):
        text = HEAD + STEPS

        assert programme_from_text(text, "example") is programme_from_text(text, "example")


class TestTheShippedFiles:
    @pytest.mark.parametrize("name", shipped_names())
    def test_are_read_and_stand_under_a_law_that_is_there(self, name):
        made = programme(name)

        assert made.name == name
        assert (law_of(made) is None) == (made.procedure.under == "none")

    @pytest.mark.parametrize("path", sorted(shipped("procedures").glob("*.yaml")), ids=lambda path: path.stem)
    def test_satisfy_the_schema_that_editors_use(self, path):
        schema = json.loads(procedure_schema())
        jsonschema.Draft202012Validator.check_schema(schema)
        plain, _ = read_plain(path.read_text(encoding="utf-8"))

        if path.stem in shipped_names():
            jsonschema.validate(json.loads(json.dumps(plain, default=str)), schema)

    @pytest.mark.parametrize("name", shipped_names())
    def test_are_the_same_once_shown_and_read_again(self, name):
        shown = value_of(programme(name).procedure)

        assert read_procedure(shown, file="shown.json").programme.procedure == programme(name).procedure

    @pytest.mark.parametrize(
        "change",
        [
            {"colour": "red"},
            {"kind": "policy"},
            {"steps": []},
            {"steps": {"one": {"promise": 3}}},
            {"stages": [{"name": "A"}]},
        ],
        ids=str,
    )
    def test_have_a_schema_that_refuses_what_the_reader_refuses(self, change):
        plain = json.loads(value_of(programme("commisceo").procedure))

        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(plain | change, json.loads(procedure_schema()))


KEYS = (
    "name",
    "title",
    "kind",
    "under",
    "steps",
    "due",
    "promise",
    "met_when",
    "stages",
    "later of",
    "by tier",
    "all of",
)
WORDS = ("on received", "3 working days after received", "acknowledged", "procedure", "none", "one", "2026-04-02")
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(WORDS) | st.text(max_size=6)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=20,
)


class TestAnyText:
    @given(st.text() | st.text(alphabet="[]{}:-&*!|>'\"# \n\tab1,?%@`", max_size=80))
    def test_is_read_or_refused_and_nothing_else(self, text):
        refused_or_read(text)

    @given(VALUES)
    def test_of_the_right_form_is_read_or_refused_and_nothing_else(self, value):
        refused_or_read(json.dumps(value))

    @given(st.sampled_from(shipped_names()), st.data())
    def test_of_a_procedure_with_a_slip_of_the_pen_is_read_or_refused_and_nothing_else(self, name, data):
        text = (shipped("procedures") / f"{name}.yaml").read_text(encoding="utf-8")
        place = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.integers(0, 12))
        refused_or_read(text[:place] + data.draw(st.text(max_size=3)) + text[place + gone :])


def refused_or_read(text):
    try:
        read_procedure(text, file="a.yaml")
    except FileRefused as refused:
        lines = (
            text.count("\n") + text.count("\r") + text.count("\x85") + text.count("\u2028") + text.count("\u2029") + 2
        )
        assert all(1 <= error.line <= lines and error.message for error in refused.errors)  # noqa: PT017 # either is right
