"""Facts for the letter that confirms how a complaint is handled; people are made up."""

from dataclasses import replace
from datetime import date

from putright.letters.every_letter import LetterFacts
from putright.letters.plan_facts import HandlingAgreed
from tests.letters.builders import a_correspondence


def handling_agreed(**changes) -> HandlingAgreed:
    facts = HandlingAgreed(
        correspondence=a_correspondence(),
        issues=("That nobody told you of the wait.", "How you were spoken to at the desk."),
        how=("We ask the two people who were at the desk.", "We read the list of that morning."),
        wanted=("An apology.",),
        who=("Ines Investigator, who does not work there",),
        respond_by=date(2026, 6, 30),
        why="You told us of the second thing only now.",
    )
    return replace(facts, **changes)


PLAN_FACTS: dict[str, LetterFacts] = {"handling-agreed": handling_agreed()}
