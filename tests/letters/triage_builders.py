"""Facts for the letter that says how a complaint is dealt with; people are made up."""

from dataclasses import replace
from datetime import date

from putright.letters.every_letter import LetterFacts
from putright.letters.triage_facts import PathTold
from tests.letters.builders import a_correspondence


def a_path_told(**changes) -> PathTold:
    facts = PathTold(
        correspondence=a_correspondence(),
        received_on=date(2026, 4, 2),
        why="More than one service gave you care.",
        closer_look=True,
        changed=True,
        answer_by=date(2026, 10, 1),
    )
    return replace(facts, **changes)


TRIAGE_FACTS: dict[str, LetterFacts] = {"path-told": a_path_told()}
