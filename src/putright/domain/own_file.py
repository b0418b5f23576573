"""Which papers of a case did the person bring themselves, so that they belong into a file that is theirs?"""

from typing import Final

from putright.domain.channels import Channel
from putright.domain.chronology import Event

# What comes in with what: of anything else nobody can say that it is the person's own. Staff's notes of what somebody
# said, statements, records, contributions and drafts are never among them.
_BROUGHT: Final = {
    "received": frozenset({"narrative", "outcome-wanted", "further-answer", "attachment"}),
    "details_received": frozenset({"details", "message", "attachment"}),
    "questions_asked": frozenset({"questions", "attachment"}),
    "review_requested": frozenset({"review-request", "message", "attachment"}),
    "round_opened": frozenset({"second-round", "attachment"}),
    "written_record_corrected": frozenset({"written-record-corrected"}),
    **dict.fromkeys(
        (
            *("message_received", "page_message_received", "discussion_requested", "discussion_declined"),
            *("meeting_requested", "meeting_accepted", "meeting_time_asked", "meeting_needs_told", "meeting_declined"),
            *("answer_accepted", "withdrawn", "take_up_asked"),
        ),
        frozenset({"message", "attachment"}),
    ),
}


def is_theirs(event: Event, kind: str, *, email_was_theirs: bool | None = None) -> bool:
    """Whether a paper of a kind that came with an event is the person's own.

    `email_was_theirs` is said where it came by email, which anybody can send and staff may file: whether our mail
    server confirmed that it came from the person's address. What came with a complaint that another organisation sent
    on may be that one's, so only the words of the complaint are taken.
    """
    if kind not in _BROUGHT.get(event.event, frozenset()):
        return False
    if email_was_theirs is not None:
        return email_was_theirs
    if event.event == "message_received":
        return event.by is None and event.facts.get("channel") == Channel.ONLINE.value
    return kind != "attachment" or not event.facts.get("from_body")
