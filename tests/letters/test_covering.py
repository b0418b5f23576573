"""Does the text of an email say no more than is needed, and is a text with an error named?"""

from datetime import date
from pathlib import Path

import pytest

from putright.letters.covering import Owed, covering_letter, due_list
from putright.letters.errors import UnsoundText

SAID = {"sender": "The Example Practice", "reference": "7K2M-9QXT", "contact": ("01632 960001", "a@example.nhs.uk")}
DAY = date(2026, 4, 7)
OWED = Owed(reference="7K2M-9QXT", promise="We acknowledge your complaint.", due_on=date(2026, 4, 9))


@pytest.mark.parametrize("to_staff", [False, True])
def test_a_letter_is_announced_by_who_sends_it_and_its_reference(to_staff: bool) -> None:
    said = covering_letter(**SAID, to_staff=to_staff)  # type: ignore[arg-type]

    assert said.subject == "A letter from The Example Practice, our reference 7K2M-9QXT"
    assert "omplain" not in said.text
    assert "01632 960001\na@example.nhs.uk\n" in said.text
    assert "$" not in said.text


def test_a_list_has_what_is_overdue_first_and_says_how_much_more_there_is() -> None:
    said = due_list(
        sender="The Example Practice", day=DAY, overdue=(OWED,), soon=(OWED, OWED), more=3, address="https://x/work"
    )

    assert said.subject == "The Example Practice: 1 overdue and 2 due soon, 7 April 2026"
    assert said.text.index("Overdue\n") < said.text.index("Due within 7 days\n")
    assert "- 7K2M-9QXT, 9 April 2026: We acknowledge your complaint.\n" in said.text
    assert "And 3 more on the worklist." in said.text
    assert "Open the worklist: https://x/work" in said.text


def test_a_list_without_anything_overdue_does_not_speak_of_it() -> None:
    said = due_list(sender="The Example Practice", day=DAY, overdue=(), soon=(OWED,), more=0, address="x")

    assert said.subject == "The Example Practice: 1 due soon, 7 April 2026"
    assert "Overdue" not in said.text
    assert "more on the worklist" not in said.text


def test_a_list_begins_with_the_cases_in_which_a_virus_was_found() -> None:
    said = due_list(
        sender="The Example Practice",
        day=DAY,
        overdue=(OWED,),
        soon=(OWED,),
        more=0,
        address="x",
        held_back=("7K2M-9QXT", "ABCD-1234"),
    )

    assert said.subject == "The Example Practice: 1 overdue, 1 due soon and 2 with a virus, 7 April 2026"
    assert said.text.index("- ABCD-1234\n") < said.text.index("Overdue\n")
    assert "ask whoever sent it for another copy\n- 7K2M-9QXT\n" in said.text


@pytest.mark.parametrize("text", ["Our reference: $refrence", "That costs $ 5", None])
def test_a_text_with_an_error_is_named(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "letter.txt").write_text(text)

    with pytest.raises(UnsoundText, match=r"letter\.txt cannot be filled in"):
        covering_letter(**SAID, folder=tmp_path)  # type: ignore[arg-type]
