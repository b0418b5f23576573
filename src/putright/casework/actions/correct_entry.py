"""An entry of the chronology was a mistake."""

from datetime import date, datetime
from typing import Final

from putright.casework.consent_forms import settle_form
from putright.casework.deaths import person_of
from putright.casework.entries import entry_numbered
from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.chronology import Event
from putright.domain.consent import STATE_AFTER
from putright.domain.deaths import Who
from putright.domain.entry import why_not_on, why_not_received_on
from putright.domain.issue_withdrawal import RESUMED, WITHDRAWN
from putright.records.models import Document

FIXED: Final = frozenset(
    {
        # Of two cases, both of which say it: taken back by unlink_case.
        *("moved_away", "moved_here", "linked", "unlinked", "merged", "taken_in"),
        *("split_off", "split_from", "split_taken_back"),
        # What hangs together with others: taken back by end_process and lift_hold.
        *("process_started", "process_ended", "safeguarding_raised", "incident_found", "candour_owed"),
        *("hold_set", "issue_held", "hold_reviewed", "issue_taken_up", "hold_lifted"),
        *("entered_in_error", "letter_prepared", "letter_cancelled", "letter_redirected", "letter_held_up"),
        *(
            "person_corrected",
            "spoken_for",
            "letter_given_up",
            "email_agreed",
            "email_declined",
            "response_signed",
            "link_issued",
        ),
        *("safety_flagged", "safety_reviewed", "safety_lifted"),  # lifted instead, which says why
        # Kept beside the entry: put right by doing it anew, which keeps both.
        *("severity_set", "path_chosen", "subject_changed", "concern_raised"),
        *("improvement_planned", "improvement_made", "improvement_dropped", "improvement_to_tell"),
        *("virus_found", "case_given", "case_taken_back", "case_restricted", "restriction_lifted"),
        *("advocate_named", "advocate_ended", "advocate_comes"),  # access: it held, and is ended or said anew
    }
)
BEFORE_RECEIPT: Final = frozenset({"event_occurred", "came_to_notice"})


def correct_entry(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    entry: int,
    reason: str,
    right_day: date | None = None,
) -> Done:
    """Correct an entry by a later one that names it: by its right day, or, without one, as not having happened at all.

    The entry itself stays where it is and shows the mistake.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        mistaken = entry_numbered(hand.events, entry)
        if mistaken is None:
            raise refused("no-such-entry", f"There is no entry {entry} in this case that still stands.")
        if mistaken.event in FIXED:
            raise refused("not-correctable", "This entry cannot be corrected so. Put a note on the file instead.")
        if mistaken.event == "received" and right_day is None:
            raise refused(
                "received-stands", "A complaint that came stays received. Withdraw or close the case instead."
            )
        if mistaken.event in (WITHDRAWN, RESUMED) and right_day is None:
            message = (
                "To look into it again use “The person wants an answer to it after all”. To end that, withdraw it."
            )
            raise refused("issue-withdrawal-stands", message)
        if mistaken.event == "excluded" and right_day is None:
            raise refused("excluded-stands", "To deal with it after all, use “Deal with something after all” instead.")
        paper = hand.keep_text("correction", f"Why entry {entry} is corrected", reason)
        if right_day is None:
            hand.note("entered_in_error", corrects=entry, papers=[paper])
            _undo(hand, mistaken)
        else:
            _put_right(hand, mistaken, right_day, paper)
    return hand.done()


def _undo(hand: CaseInHand, mistaken: Event) -> None:
    """Take back what was kept beside an entry that was a mistake: who was said to have died lives, a form waits."""
    if mistaken.event == "death_learnt":
        person = person_of(hand.case, Who(str(mistaken.facts["who"])))
        person.death_learnt_on = person.died_on = None
        person.save(update_fields=["death_learnt_on", "died_on"])
    elif mistaken.event in STATE_AFTER:
        settle_form(hand)


def _put_right(hand: CaseInHand, mistaken: Event, right_day: date, paper: Document) -> None:
    if mistaken.event == "received":
        refuse(why_not_received_on(right_day, today=hand.today))
        hand.case.received_on = right_day
    elif mistaken.event not in BEFORE_RECEIPT:
        refuse(why_not_on(right_day, received_on=hand.case.received_on, today=hand.today))
    hand.note(
        mistaken.event,
        on=right_day,
        about=int(mistaken.about) if mistaken.about else None,
        issue=int(mistaken.issue) if mistaken.issue else None,
        corrects=int(mistaken.id or 0),
        facts=mistaken.facts,
        papers=[paper],
    )
