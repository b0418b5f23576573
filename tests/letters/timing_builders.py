"""Facts for the letters that tell of the time for something; people are made up."""

from dataclasses import replace
from datetime import date

from putright.letters.every_letter import LetterFacts
from putright.letters.timing_facts import ExtensionAgreed, LevelTold
from tests.letters.builders import a_correspondence


def a_level_told(**changes) -> LevelTold:
    facts = LevelTold(
        correspondence=a_correspondence(),
        respond_by=date(2026, 4, 29),
        why="Three services were part of your care.",
    )
    return replace(facts, **changes)


def an_extension_agreed(**changes) -> ExtensionAgreed:
    facts = ExtensionAgreed(
        correspondence=a_correspondence(),
        promise="We answer you in writing.",
        first_date=date(2026, 4, 29),
        new_date=date(2026, 5, 15),
        agreed_on=date(2026, 4, 20),
        reason="A consultant is away until 4 May.",
        answer_by=date(2026, 9, 1),
    )
    return replace(facts, **changes)


TIMING_FACTS: dict[str, LetterFacts] = {
    "level-told": a_level_told(),
    "extension-agreed": an_extension_agreed(),
}
