"""Is docs/letters.md what the letters are?"""

from pathlib import Path

from putright.letters.catalogue import letters_page
from putright.letters.texts import letter_names

PAGE = Path(__file__).parents[2] / "docs" / "letters.md"


def test_the_page_is_up_to_date():
    assert PAGE.read_text("utf-8") == letters_page(), "run `make docs`"


def test_every_letter_is_on_it():
    page = letters_page()

    assert [name for name in letter_names() if f"\n`{name}`, to the " not in page] == []


def test_every_field_is_described_in_words():
    rows = [line for line in letters_page().split("## The letters")[1].splitlines() if line.startswith("| `")]

    assert "| `issues` | list: words | yes |" in rows
    assert "| `next_steps` | list: NextStep |  |" in rows
    assert "| `due_on` | date | yes |" in rows
    assert not [row for row in rows if "<" in row or "[" in row]
