"""Does anything stand in the repository that may not?"""

import pytest

from tests.architecture.kept_out import found
from tests.architecture.source import texts


def test_nothing_that_must_be_kept_out_stands_in_the_repository() -> None:
    problems = [f"{path}: {problem}" for path, text in texts() for problem in found(text)]

    assert problems == []


@pytest.mark.parametrize(
    "line",
    [
        "-----BEGIN RSA PRIVATE" + " KEY-----",
        "aws = AKIA" + "ABCDEFGHIJKLMNOP",
        "SECRET_KEY = 'dGhpcyBpcyBhIHNlY3" + "JldCAxMjM0NTY3'",
        "cd /wo" + "rk/main",
        "see /Us" + "ers/someone/putright",
        "--index-url https://py" + "pi.org/simple",
        "NHS number 943 476" + " 5919",
        "9434765" + "919",
    ],
)
def test_it_finds(line: str) -> None:
    assert len(found(f"first\n{line}\n")) == 1
    assert found(f"first\n{line}\n")[0].startswith("line 2: ")


@pytest.mark.parametrize(
    "line",
    [
        "NHS number 999 000 0018",
        "telephone 01632 960 123",
        "943 476 5918 fails its check digit",
        "href='/follow/7KQ29XMD/'",
        "SECRET_KEY = os.environ['PUTRIGHT_SECRET_KEY']",
        "https://example.nhs.uk/home/page",
        "href='/work/waiting?show=late'",
        "--hash=sha256:a" + "9434765" + "919" + "f" * 53,
    ],
)
def test_it_lets_pass(line: str) -> None:
    assert found(line) == []
