"""When can a case be split in two, what does the new case know from the first day, and when can it be taken back?"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Final

from putright.domain.chronology import Event, in_force, issue_of
from putright.domain.duty import Refused
from putright.domain.vocabulary import CaseStatus

OFF, FROM, TAKEN_BACK = "split_off", "split_from", "split_taken_back"

DAYS_OF_THE_MATTER: Final = frozenset({"event_occurred", "came_to_notice"})
SPLIT: Final = (OFF, FROM, TAKEN_BACK)

NOTHING_TO_SPLIT: Final = Refused(
    code="already-looked-into", message="Every issue has an outcome or is held, so there is nothing to split off."
)

# What was said, done or told for the whole complaint before it was split, so that nobody is asked or told it again.
CARRIED: Final = frozenset(
    {
        *("event_occurred", "came_to_notice", "received", "registered", "next_steps_told"),
        *("call_back_requested", "called_back", "call_tried", "written_record_sent", "written_record_agreed"),
        *("written_record_corrected", "acknowledged", "discussion_offered", "discussion_requested"),
        *("discussion_declined", "discussion_held", "issues_agreed", "response_period_agreed", "response_period_set"),
        *("consent_requested", "consent_given", "consent_refused", "consent_withdrawn"),
        *("details_requested", "details_received", "details_acknowledged", "lateness_decided", "lateness_explained"),
        *("sharing_asked", "sharing_agreed", "sharing_refused", "investigation_started", "update_sent"),
        *("timescale_changed", "extension_agreed", "extension_confirmed", "delay_explained", "delivery_failed"),
        *("death_learnt", "spoken_for", "severity_set", "tier_set", "path_chosen", "path_told", "return_described"),
        *("procedure_applied", "procedure_changed", "procedure_ended"),
    }
)


def carried(events: Sequence[Event], issues: Collection[str]) -> tuple[Event, ...]:
    """The entries that count for a case to which these issues go, in order: of the whole complaint, as they stand.

    What is said of one issue stays where it was said, but for the days of those that go; so does what answers an entry
    that is not carried.
    """
    found: list[Event] = []
    known: set[str | None] = {None}
    for event in in_force(events):
        of = issue_of(event)
        goes_along = of is None or (of in issues and event.event in DAYS_OF_THE_MATTER)
        if event.event in CARRIED and goes_along and event.about in known:
            found.append(event)
            known.add(event.id)
    return tuple(found)


def issues_gone(events: Iterable[Event]) -> frozenset[str]:
    """The issues that went to a case of their own, by the events in force: one that came back is not among them."""
    return frozenset(str(issue_of(event)) for event in events if event.event == OFF)


def days_of_issue(events: Sequence[Event], number: int) -> tuple[date | None, date | None]:
    """When one issue happened and came to notice, where it has days of its own."""
    days = {event.event: event.on for event in in_force(events) if issue_of(event) == str(number)}
    return days.get("event_occurred"), days.get("came_to_notice")


def why_not_split(
    chosen: Sequence[int],
    *,
    status: CaseStatus,
    dealt_with: Iterable[int],
    decided: Iterable[int],
    held: Iterable[int],
) -> Refused | None:
    """Why these issues cannot become a case of their own; nothing if they can.

    `decided` are those with a finding or an outcome. At least one issue stays, or there would be nothing to split.
    """
    if status is not CaseStatus.OPEN:
        return Refused(code="case-not-open", message="This case is not open, so there is nothing of it to split off.")
    there, wanted = set(dealt_with), set(chosen)
    if not wanted or not wanted <= there:
        return Refused(code="no-such-issue", message="Choose the issues that become a case of their own.")
    if wanted == there:
        message = "One issue at least stays here. To deal with all of it otherwise, change the procedure or send it on."
        return Refused(code="nothing-left", message=message)
    if wanted & set(decided):
        message = "Something was found or decided on one of these issues, so it is answered here. Leave it out."
        return Refused(code="already-looked-into", message=message)
    if wanted & set(held):
        return Refused(code="issue-held", message="One of these issues is held. Take it up first, or leave it out.")
    return None


def split_off_from(events: Sequence[Event]) -> str | None:
    """The case from which this one was split off; nothing if it was not."""
    found = (event for event in in_force(events) if event.event == FROM)
    return next((str(event.facts["case"]) for event in found), None)


def split_off_to(events: Sequence[Event], other: str) -> tuple[Event, ...]:
    """The entries by which issues of this case went to another one, in the order of their numbers there."""
    return tuple(event for event in in_force(events) if event.event == OFF and event.facts.get("case") == other)


def why_not_take_back(events: Sequence[Event]) -> Refused | None:
    """Why a case that was split off cannot go back into the first: something has been done on it; nothing if it can."""
    if split_off_from(events) is None:
        return Refused(code="not-split-off", message="This case was not split off from another one.")
    if events[-1].event != FROM:
        message = "Something has been done on this case since it was split off, so it goes on by itself."
        return Refused(code="something-happened", message=message)
    return None
