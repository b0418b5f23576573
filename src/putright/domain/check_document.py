"""Does a document say when it is from, which version it is and when it is reviewed, and is it still in date?"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from putright.domain.check_probe import CANNOT_BE_COUNTED
from putright.domain.findings import Finding, finding
from putright.domain.grammar import NotUnderstood, repeat_from
from putright.domain.periods import end_of, in_words
from putright.domain.procedure import Procedure
from putright.domain.working_days import WorkingCalendar

# Documents date themselves by the month: dates within one of each other are the same date.
A_MONTH: Final = timedelta(days=31)


def out_of_date(procedure: Procedure, as_at: date, calendar: WorkingCalendar) -> Iterator[Finding]:
    """What is missing or wrong among the dates that a document gives of itself."""
    yield from _undated(procedure)
    looked_at = procedure.reviewed or procedure.published or procedure.effective
    expected = _expected(procedure, looked_at, calendar)
    review = procedure.review or expected
    if procedure.review is None and procedure.review_every is None:
        yield finding(
            "no-review-date",
            ("review",),
            "It does not say when it will be reviewed, so nobody can see whether it is overdue.",
            cure="Give a date.",
        )
    if procedure.review and expected and abs(procedure.review - expected) > A_MONTH and looked_at:
        yield finding(
            "review-dates-disagree",
            ("review",),
            f"Its dates of review disagree: every {procedure.review_every} from {in_words(looked_at)} is "
            f"{in_words(expected)}, and the next review is given as {in_words(procedure.review)}.",
            cure="Correct one of them.",
        )
    if review and as_at > review:
        yield finding(
            "review-overdue",
            ("review",) if procedure.review else ("review_every",),
            f"Its review was due by {in_words(review)} and is overdue.",
            cure="Review it, and give the next date.",
        )
        if procedure.reviewed and procedure.published and procedure.reviewed <= procedure.published:
            yield finding(
                "never-reviewed",
                ("reviewed",),
                f"Its last review is given as the day it was made, {in_words(procedure.published)}: none is recorded "
                "since.",
            )
    yield from _disordered(procedure)
    if procedure.effective and procedure.effective > as_at:
        yield finding(
            "not-in-force-yet",
            ("effective",),
            f"It takes effect on {in_words(procedure.effective)}; on {in_words(as_at)} it is not in force yet.",
        )


def _undated(procedure: Procedure) -> Iterator[Finding]:
    if procedure.published is None and procedure.effective is None:
        yield finding(
            "undated",
            ("published",),
            "It carries no date, so nobody can tell which rules were in force for a complaint.",
            cure="Date it.",
        )
    if procedure.version is None:
        yield finding(
            "unversioned",
            ("version",),
            "It carries no version, so two copies of it cannot be told apart.",
            cure="Give it one.",
        )


def _expected(procedure: Procedure, looked_at: date | None, calendar: WorkingCalendar) -> date | None:
    """When the next review falls, counted from the last; nothing where that is not said, or not in words we read."""
    if procedure.review_every is None or looked_at is None:
        return None
    try:
        return end_of(repeat_from(f"every {procedure.review_every}").every, looked_at, calendar)
    except (NotUnderstood, *CANNOT_BE_COUNTED):
        return None


def _disordered(procedure: Procedure) -> Iterator[Finding]:
    made = max((day for day in (procedure.published, procedure.effective) if day), default=None)
    if procedure.review and made and procedure.review < made:
        yield finding(
            "dates-out-of-order",
            ("review",),
            f"Its next review, {in_words(procedure.review)}, comes before the document itself, {in_words(made)}.",
        )
    if procedure.reviewed and procedure.published and procedure.reviewed < procedure.published:
        yield finding(
            "dates-out-of-order",
            ("reviewed",),
            f"It was last reviewed on {in_words(procedure.reviewed)}, before it was published on "
            f"{in_words(procedure.published)}.",
        )
    if procedure.review and procedure.reviewed and procedure.review < procedure.reviewed:
        yield finding(
            "dates-out-of-order",
            ("review",),
            f"Its next review, {in_words(procedure.review)}, comes before its last, {in_words(procedure.reviewed)}.",
        )
