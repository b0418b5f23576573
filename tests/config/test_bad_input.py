"""Whatever a file or an option says, a command answers in words and with exit code 2; nothing else ever comes out."""

import json

import pytest

from putright.config.command_line import main

PROCEDURE = """\
name: {name}
title: Complaints
kind: {kind}
under: {under}
steps:
  answer: {{promise: We answer., due: {due} after received, met_when: response_sent}}
"""
RECEIVED = '{"event": "received", "on": "2026-04-01"}\n'


@pytest.fixture
def asked(tmp_path, capsys):
    """Asks for a position of what was written to files, and returns the exit code and the findings."""

    def ask(*procedures, chronology=RECEIVED, as_at="2026-04-09", closures=None):
        names = [_written(tmp_path / f"{number}.yaml", text) for number, text in enumerate(procedures)]
        happened = _written(tmp_path / "case.jsonl", chronology)
        extra = ["--closures", _written(tmp_path / "closed.csv", closures)] if closures else []
        code = main(
            ["position", "--procedure", *names, "--chronology", happened, "--as-at", as_at, *extra, "--json"],
        )
        said = json.loads(capsys.readouterr().out)
        return code, " ".join(finding["message"] for finding in said.get("findings", ()))

    return ask


def procedure(*, name="elm", kind="procedure", under="none", due="10 working days"):
    return PROCEDURE.format(name=name, kind=kind, under=under, due=due)


def _written(path, text):
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"event": "received", "on": "0001-01-01", "at": "0001-01-01T00:00+14:00"}', "at must be an instant"),
        ('{"event": "received", "on": "9999-12-31", "at": "9999-12-31T23:59-14:00"}', "at must be an instant"),
        ('{"event": "received", "on": "2026-04-01", "facts": {"patient_age": %s}}' % ("9" * 5000), "too long"),
        ('{"event": "received", "on": "2026-04-01", "id": "\\ud800"}', "half of a character"),
        ('{"event": "\\ud800", "on": "2026-04-01"}', "half of a character"),
        ('{"event": "received"}', "on must be a date such as 2026-04-02, and it says nothing"),
        ('{"event": "received", "on": "2026-04-01", "facts": {"channel": null}}', "and it says nothing"),
    ],
)
def test_a_line_that_cannot_be_is_refused_in_words(asked, line, words):
    code, said = asked(procedure(), chronology=line + "\n")

    assert code == 2
    assert words in said


@pytest.mark.parametrize("instant", ["0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00"])
def test_an_instant_that_no_day_in_london_has_is_refused(asked, instant):
    code, said = asked(procedure(), as_at=instant)

    assert code == 2
    assert "--as-at must be a date" in said


def test_a_closed_day_outside_the_calendar_is_refused(asked):
    code, said = asked(procedure(), closures="2031-01-02,Training\n")

    assert code == 2
    assert "outside the years of the calendar" in said


@pytest.mark.parametrize("number", ["1000000000", "10000"])
def test_a_number_that_is_too_large_is_named_as_such(asked, number):
    code, said = asked(procedure(due=f"{number} working days"))

    assert code == 2
    assert "a number of at most four figures" in said


class TestWhatStandsUnderWhat:
    def test_a_file_that_stands_under_itself_is_refused(self, asked):
        code, said = asked(procedure(under="elm"))

        assert code == 2
        assert "it cannot stand under itself" in said

    def test_files_that_stand_under_one_another_are_refused(self, asked):
        one, other = procedure(name="elm", under="oak", kind="code"), procedure(name="oak", under="elm", kind="code")

        code, said = asked(one, other)

        assert code == 2
        assert "stand under one another in a circle: elm, oak" in said

    def test_two_files_of_one_name_that_take_effect_together_are_refused(self, asked):
        code, said = asked(procedure(), procedure(due="20 working days"))

        assert code == 2
        assert "two files are called elm" in said

    def test_the_same_file_named_twice_is_one(self, asked):
        code, _ = asked(procedure(), procedure())

        assert code == 0

    def test_a_file_is_shown_with_a_law_that_lies_beside_it(self, tmp_path, capsys):
        _written(tmp_path / "oak.yaml", procedure(name="oak", kind="statute"))
        elm = _written(tmp_path / "elm.yaml", procedure(under="oak"))

        assert main(["procedure", "show", elm]) == 0
        assert "We answer." in capsys.readouterr().out
        assert main(["procedure", "simulate", elm]) == 0

    def test_a_law_that_is_nowhere_is_asked_for(self, tmp_path, capsys):
        elm = _written(tmp_path / "elm.yaml", procedure(under="oak"))

        assert main(["procedure", "show", elm]) == 2
        assert "put oak.yaml beside it" in capsys.readouterr().err


def test_half_a_character_is_refused(asked):
    code, said = asked(procedure().replace("We answer.", '"\\ud800"'))

    assert code == 2
    assert "half of a character" in said


def test_what_is_nested_without_end_is_refused_at_once(asked):
    code, said = asked("steps: " + "[" * 50_000 + "]" * 50_000)

    assert code == 2
    assert "nested too deeply" in said
