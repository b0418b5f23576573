"""What the tests of commands share: running one in this process, and files to give it."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from putright.config.command_line import main


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def value(self):
        """What it printed, read as JSON."""
        return json.loads(self.out)


@pytest.fixture
def putright(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run a command as a person would type it."""

    def run(*arguments: object) -> Ran:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as ended:  # argparse ends so, for --help and for words it does not know
            code = int(ended.code or 0)
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return run


@pytest.fixture
def chronology(tmp_path: Path) -> Callable[..., Path]:
    """A chronology file of these lines; a line may also be given as text, to be wrong in."""

    def write(*lines: Mapping[str, object] | str) -> Path:
        path = tmp_path / "chronology.jsonl"
        texts: Sequence[str] = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        path.write_text("\n".join(texts) + "\n", encoding="utf-8")
        return path

    return write
