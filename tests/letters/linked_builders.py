"""Facts for the letters on what waits for another process, and on a case that was split; people are made up."""

from dataclasses import replace
from datetime import date

from putright.letters.allocation_facts import AppealDecided, AppealToldApart
from putright.letters.every_letter import LetterFacts
from putright.letters.facts import Contact
from putright.letters.issue_facts import IssueResumed, IssueWithdrawn
from putright.letters.linked_facts import HoldLifted, HoldNotice, SplitNotice, SplitTakenBack
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


def a_split_notice(**changes) -> SplitNotice:
    facts = SplitNotice(
        correspondence=a_correspondence(),
        here=("Clinical treatment",),
        there=("Waiting times",),
        other_reference="3ABC-4DEF",
        why="The waiting times are about a choice of hospital, and there are rules of their own for that.",
        answer_by=date(2026, 10, 1),
        rules="Choice of hospital",
    )
    return replace(facts, **changes)


def a_split_taken_back(**changes) -> SplitTakenBack:
    facts = SplitTakenBack(
        correspondence=a_correspondence(),
        issues=("Clinical treatment", "Waiting times"),
        other_reference="3ABC-4DEF",
        answer_by=date(2026, 10, 1),
    )
    return replace(facts, **changes)


def an_appeal_told_apart(**changes) -> AppealToldApart:
    facts = AppealToldApart(
        correspondence=a_correspondence(),
        issues=("Access to treatment or medicines",),
        why="You wrote that you should never have been put on the scheme. You also wrote how you were spoken to.",
        body=Contact(name="Example Integrated Care Board", address=("1 Example Street", "Sampletown", "ZZ99 1AB")),
        body_name="Example Integrated Care Board",
        complaint=("Communication",),
        complaint_reference="3ABC-4DEF",
        answer_by=date(2026, 10, 1),
    )
    return replace(facts, **changes)


def an_appeal_decided(**changes) -> AppealDecided:
    facts = AppealDecided(
        correspondence=a_correspondence(),
        decided_on=date(2026, 5, 12),
        reasons="The panel read what you wrote, and what the practice wrote. It heard that nobody was hurt.",
        removed=True,
    )
    return replace(facts, **changes)


def an_issue_withdrawn(**changes) -> IssueWithdrawn:
    facts = IssueWithdrawn(
        correspondence=a_correspondence(),
        withdrawn_on=date(2026, 4, 9),
        issues=("Waiting times",),
        others=("Clinical treatment", "Communication"),
        answer_by=date(2026, 10, 1),
    )
    return replace(facts, **changes)


def an_issue_resumed(**changes) -> IssueResumed:
    facts = IssueResumed(correspondence=a_correspondence(), issues=("Waiting times",), answer_by=date(2026, 10, 1))
    return replace(facts, **changes)


LINKED_FACTS: dict[str, LetterFacts] = {
    "hold-notice": a_hold_notice(),
    "hold-lifted": a_hold_lifted(),
    "split-notice": a_split_notice(),
    "issue-withdrawn": an_issue_withdrawn(),
    "issue-resumed": an_issue_resumed(),
    "appeal-told-apart": an_appeal_told_apart(),
    "appeal-decided": an_appeal_decided(),
    "split-taken-back": a_split_taken_back(),
}
