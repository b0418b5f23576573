"""Does the command line find its commands, load only what they need, and end as it should?"""

import subprocess
import sys

import pytest

from putright.config.command_line import command_names, load, main
from tests.served import environment

# What a command that reads files and computes has no use for, and what makes a start slow.
HEAVY = {"django", "gunicorn", "typst", "jinja2"}
WITHOUT_A_DATABASE = {"chronology", "position", "procedure", "signpost"}


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])

    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "serve" in command_names()
    assert [name for name in command_names() if f"\n    {name} " not in said] == []


@pytest.mark.parametrize("name", command_names())
def test_a_command_says_what_it_takes(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])

    assert ended.value.code == 0
    assert f"usage: putright {name}" in capsys.readouterr().out
    assert load(name).run.__doc__


@pytest.mark.parametrize("given", [["no-such-command"], [], ["serve", "--no-such-option"]])
def test_what_is_not_a_command_ends_with_2(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(given)

    assert ended.value.code == 2
    assert "usage: putright" in capsys.readouterr().err


@pytest.mark.parametrize("name", sorted(WITHOUT_A_DATABASE & set(command_names())))
def test_a_command_that_only_computes_loads_no_server_and_no_database(name: str) -> None:
    program = (
        f"import sys; from putright.config.command_line import load; load({name!r});"
        f"print(*sorted({HEAVY!r} & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment()
    )

    assert done.stdout.split() == []


def test_it_is_one_program_under_both_names() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "putright", "--version"], capture_output=True, text=True, check=True, env=environment()
    )

    assert done.stdout.startswith("putright ")
