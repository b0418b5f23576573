"""Who can sign in to a demonstration, read from the file that the demo writes for people?"""

from pathlib import Path

from putright.config.demo_sign_ins import demo_sign_ins

PRINTED = """\
A demonstration with 25 made-up cases. Staff sign in with:
  priya.penrose@example.nhs.uk     Priya Penrose, Operations Director
  samuel.oakes@example.nhs.uk      Dr Samuel Oakes, Senior Partner
  Everybody's password: made-up-people-only
As the person who made one of the complaints:
  Reference 334DVG3H, secret KBmnb0rW_7
"""


def test_every_address_that_begins_a_line_has_the_password(tmp_path: Path) -> None:
    file = tmp_path / "demo-sign-ins.txt"
    file.write_text(PRINTED)

    assert demo_sign_ins(file) == {
        "priya.penrose@example.nhs.uk": "made-up-people-only",
        "samuel.oakes@example.nhs.uk": "made-up-people-only",
    }


def test_without_the_file_nobody_can(tmp_path: Path) -> None:
    assert demo_sign_ins(tmp_path / "demo-sign-ins.txt") == {}


def test_without_a_password_nobody_can(tmp_path: Path) -> None:
    file = tmp_path / "demo-sign-ins.txt"
    file.write_text("  priya@example.nhs.uk  Priya\n")

    assert demo_sign_ins(file) == {}
