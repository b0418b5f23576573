"""Is the code for setting up made once, known again however it is typed, and used up once?"""

import stat
from pathlib import Path

import pytest

from putright.gateways.secrets import SeededSecrets, SystemSecrets
from putright.gateways.set_up_code import CodeUsed, code_in, end_code, is_code, make_code, using


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "set-up-code"


def test_is_made_once_and_only_its_owner_reads_it(file: Path) -> None:
    first = make_code(file, SystemSecrets())

    assert make_code(file, SystemSecrets()) == first == code_in(file)
    assert [len(group) for group in first.split("-")] == [4, 4, 4, 4]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_differs_each_time(tmp_path: Path) -> None:
    assert len({make_code(tmp_path / str(number), SystemSecrets()) for number in range(50)}) == 50


@pytest.mark.parametrize("change", [str.lower, lambda code: code.replace("-", " "), lambda code: f"  {code} "])
def test_is_known_however_it_is_typed(file: Path, change) -> None:
    assert is_code(file, change(make_code(file, SeededSecrets("a code"))))


@pytest.mark.parametrize("wrong", ["", "-", "0000-0000-0000-0000", "É", "\x00"])
def test_nothing_else_is(file: Path, wrong: str) -> None:
    make_code(file, SeededSecrets("a code"))

    assert not is_code(file, wrong)


def test_without_a_code_nothing_is_the_code(file: Path) -> None:
    assert code_in(file) == ""
    assert not is_code(file, "")
    end_code(file)


def test_is_used_once(file: Path) -> None:
    make_code(file, SystemSecrets())
    with using(file), pytest.raises(CodeUsed), using(file):
        pass

    assert list(file.parent.iterdir()) == []


def test_is_not_used_up_by_what_fails(file: Path) -> None:
    code = make_code(file, SystemSecrets())
    with pytest.raises(ValueError, match="no"), using(file):
        raise ValueError("no")

    assert code_in(file) == code
