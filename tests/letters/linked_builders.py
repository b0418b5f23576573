"""Facts for the letters on what waits for another process, and on a case that was split; people are made up."""

from dataclasses import replace
from datetime import date

from putright.letters.every_letter import LetterFacts
from putright.letters.linked_facts import HoldLifted, HoldNotice
from tests.letters.builders import a_correspondence


def a_hold_notice(**changes) -> HoldNotice:
    facts = HoldNotice(
        correspondence=a_correspondence(),
        issues=("Clinical treatment",),
        because="the coroner’s inquest",
        review_on=date(2026, 5, 6),
        explanation="The coroner will ask the nurse what happened that night. We must not ask her first.",
        others=("Waiting times", "Communication"),
        answer_by=date(2026, 10, 1),
    )
    return replace(facts, **changes)


def a_hold_lifted(**changes) -> HoldLifted:
    facts = HoldLifted(
        correspondence=a_correspondence(),
        issues=("Clinical treatment",),
        still=("Communication",),
        answer_by=date(2026, 10, 1),
    )
    return replace(facts, **changes)


LINKED_FACTS: dict[str, LetterFacts] = {"hold-notice": a_hold_notice(), "hold-lifted": a_hold_lifted()}
