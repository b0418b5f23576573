"""Files that are named together: a law of one's own beside a procedure, and several procedures over one case."""

from pathlib import Path

import pytest

CODE = """\
name: board-code
title: The code for boards
kind: code
cite_as: The Code
under: none
steps:
  reply: {clause: para 2, promise: Reply., due: 10 working days after received, met_when: response_sent}
"""
BOARD = """\
name: board
title: The board's complaints
kind: procedure
under: board-code
version: "1"
steps:
  answer: {promise: We answer., due: 15 working days after received, met_when: response_sent, fulfils: reply}
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    code, board = tmp_path / "board-code.yaml", tmp_path / "board.yaml"
    code.write_text(CODE, encoding="utf-8")
    board.write_text(BOARD, encoding="utf-8")
    return board, code


@pytest.fixture
def chronology(tmp_path: Path) -> Path:
    path = tmp_path / "case.jsonl"
    path.write_text('{"event": "received", "on": "2026-04-02"}\n', encoding="utf-8")
    return path


class TestPosition:
    def test_takes_several_files_after_one_option_or_each_after_its_own(self, putright, files, chronology):
        """Ten working days after Thursday 2 April 2026 are Monday 20 April; fifteen are Monday 27 April."""
        board, code = files
        rest = ("--chronology", chronology, "--as-at", "2026-04-02", "--json")
        together = putright("position", "--procedure", board, code, *rest)
        apart = putright("position", "--procedure", board, "--procedure", code, *rest)

        assert together.out == apart.out
        duties = {duty["procedure"]: duty for duty in together.value["duties"]}
        assert (duties["board"]["due_on"], duties["board-code"]["due_on"]) == ("2026-04-27", "2026-04-20")
        assert (duties["board"]["binding_on"], duties["board"]["binding_authority"]) == (
            "2026-04-20",
            "The Code para 2",
        )

    def test_refuses_a_file_whose_law_is_not_there_and_says_what_to_do(self, putright, files, chronology):
        board, _ = files
        ran = putright("position", "--procedure", board, "--chronology", chronology, "--as-at", "2026-04-02", "--json")

        assert ran.code == 2
        [finding] = ran.value["findings"]
        assert "name the file of board-code as well, or write under: none" in finding["message"]


class TestCheck:
    def test_holds_a_file_against_a_law_that_is_named_beside_it(self, putright, files):
        board, code = files
        ran = putright("procedure", "check", board, code, "--as-at", "2026-04-02", "--json")

        [error] = [finding for finding in ran.value["findings"] if finding["severity"] == "error"]
        assert (error["code"], error["authority"]) == ("later-than-law", "The Code para 2")

    def test_says_that_a_law_is_not_there_where_the_file_is_alone(self, putright, files):
        ran = putright("procedure", "check", files[0], "--as-at", "2026-04-02", "--json")

        assert ran.code == 1
        assert "law-unknown" in {finding["code"] for finding in ran.value["findings"]}
