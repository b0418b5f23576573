"""Which issues wait for another process, until when is it looked at again, and when may an issue be held at all?

What is not held goes on. A hold stops no clock of the law; one of the body's own it stops only where its procedure
names `issue_held` as a pause.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Refused
from putright.domain.linked import HoldsFor, ProcessRule
from putright.domain.periods import in_words

SET, HELD, TAKEN_UP = "hold_set", "issue_held", "issue_taken_up"
REVIEWED, LIFTED, HOLD_TOLD, GOING_ON_TOLD = "hold_reviewed", "hold_lifted", "hold_told", "going_on_told"
ON_LITIGATION: Final = "Department of Health’s clarification on litigation"
REG_14: Final = "SI 2009/309 reg 14(1)"
LONGEST_UNSEEN: Final = timedelta(days=92)  # three months: whoever waits longer is at least thought of


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A hold that stands: the entry by which it was set, the one that owes its next review, and what it holds."""

    set: Event
    owes: Event
    issues: tuple[int, ...]

    @property
    def number(self) -> int:
        """The number of the entry by which it was set."""
        return int(self.set.id or 0)

    @property
    def process(self) -> int:
        """The number of the entry that linked the process for which it stands."""
        return int(self.set.about or 0)

    @property
    def entries(self) -> frozenset[str]:
        """The entries by which it can be pointed at."""
        return frozenset(each.id for each in (self.set, self.owes) if each.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """On what issues are held: what going on would prejudice, who advises it, and whether the person agreed."""

    prejudice: str = ""
    advice: str = ""
    agreed: bool = False
    explanation: str = ""


def holds_of(events: Sequence[Event]) -> tuple[Hold, ...]:
    """The holds of a file that stand, in their order; a hold of which every issue was taken up stands no longer."""
    standing = in_force(events)
    found = (_hold(event, standing) for event in standing if event.event == SET and event.id is not None)
    return tuple(hold for hold in found if hold is not None)


def hold_at(events: Sequence[Event], entry: int) -> Hold | None:
    """The hold that stands and was set, or last looked at, in the entry of this number."""
    return next((hold for hold in holds_of(events) if str(entry) in hold.entries), None)


def held_issues(events: Sequence[Event]) -> Mapping[int, Hold]:
    """Each issue that is held, with its hold."""
    return {issue: hold for hold in holds_of(events) for issue in hold.issues}


def why_not_hold(rule: ProcessRule, grounds: Grounds) -> Refused | None:
    """Why issues may not wait for a process of this kind; nothing if they may.

    A hold is of what going on would prejudice, and of no more. A claim alone never is: somebody must have advised it.
    An explanation would tell the person of what is never told to them.
    """
    if rule.holds_for is HoldsFor.NEVER:
        message = "A complaint goes on beside the duty of candour: nothing of it is held for that."
        return Refused(code="never-held-for", message=message, authority=rule.authority)
    if rule.holds_for is HoldsFor.AGREEMENT and not grounds.agreed:
        message = "Issues wait for this only if the person who complained agrees. Ask them; until then all goes on."
        return Refused(code="not-agreed", message=message, authority=REG_14)
    if rule.holds_for is not HoldsFor.AGREEMENT and not grounds.prejudice.strip():
        message = "Only what would prejudice the other process is held. Say what going on would do to it, or go on."
        return Refused(code="no-prejudice", message=message, authority=ON_LITIGATION)
    if rule.holds_for is HoldsFor.ADVICE and not grounds.advice.strip():
        message = "A claim alone is no reason to stop. Say who advised that going on would prejudice it, or go on."
        return Refused(code="claim-alone", message=message, authority=ON_LITIGATION)
    return why_not_told(rule, grounds.explanation)


def why_not_told(rule: ProcessRule, explanation: str) -> Refused | None:
    """Why an explanation may not go to the person: they are told nothing of such a process; nothing if it may."""
    if rule.is_told or not explanation.strip():
        return None
    message = "The person is told nothing of this. Leave the explanation empty: the letter has words of its own."
    return Refused(code="never-told", message=message)


NOTHING_TO_HOLD: Final = Refused(code="has-an-outcome", message="Every issue is held already, or has an outcome.")


def why_not_these_issues(
    chosen: Sequence[int], *, dealt_with: Iterable[int], held: Iterable[int], answered: Iterable[int]
) -> Refused | None:
    """Why these issues cannot be held; nothing if they can: each is of the case, is open, and is not held already."""
    open_ones, already, done = set(dealt_with), set(held), set(answered)
    if not chosen or not set(chosen) <= open_ones:
        return Refused(code="no-such-issue", message="Choose the issues that are to wait: each is held by itself.")
    if set(chosen) & already:
        return Refused(code="already-held", message="One of these issues is held already. Choose the others.")
    if set(chosen) & done:
        return Refused(
            code="has-an-outcome", message="One of these issues has an outcome, so there is nothing to hold."
        )
    return None


def why_not_review_on(review_on: date, *, on: date) -> Refused | None:
    """Why what is held cannot be looked at again on a day; nothing if it lies ahead, within three months."""
    if review_on <= on:
        message = f"{in_words(review_on)} does not lie ahead. Give the day on which it is looked at again."
        return Refused(code="review-not-ahead", message=message)
    if review_on - on > LONGEST_UNSEEN:
        message = "What is held is looked at again within three months at the latest. Give an earlier day."
        return Refused(code="review-too-far", message=message)
    return None


def why_not_while_held(events: Sequence[Event], issue: int) -> Refused | None:
    """Why nothing can be decided on an issue now, because it is held; nothing if it is not."""
    if issue not in held_issues(events):
        return None
    message = f"Issue {issue} is held for another process. Take it up again first, under “Take up what was held”."
    return Refused(code="issue-held", message=message)


def _hold(set_by: Event, standing: Sequence[Event]) -> Hold | None:
    mine = [event for event in standing if event.about == set_by.id]
    free = {event.issue for event in mine if event.event == TAKEN_UP}
    issues = {int(event.issue) for event in mine if event.event == HELD and event.issue and event.issue not in free}
    if not issues:
        return None
    return Hold(set=set_by, owes=_owing(set_by, standing), issues=tuple(sorted(issues)))


def _owing(set_by: Event, standing: Sequence[Event]) -> Event:
    """The entry that owes the next review: the last review, each of which is about the one before."""
    owing = set_by
    for event in standing:
        if event.event == REVIEWED and event.about == owing.id:
            owing = event
    return owing
