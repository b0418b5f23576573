"""A statement that was asked for is no longer needed."""

from datetime import date, datetime

from putright.casework.entries import entry_numbered
from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.open_requests import refuse_what_is_answered, request_on_page
from putright.casework.perform import Done, performing
from putright.casework.statement_notices import write_to_the_asked
from putright.domain.access import Actor, Deed
from putright.domain.statements import Asked, Notice


def take_back_request(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    request: int,
    reason: str,
) -> Done:
    """Take back a request for a statement: nothing is owed because of it any more, and whoever was asked is told.

    `request` is the number of the entry by which it was asked for, on a page or by letter.
    """
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if entry_numbered(hand.events, request, "statement_requested") is None:
            raise refused("no-such-request", "No statement was asked for in that entry. Choose the request.")
        refuse_what_is_answered(hand.events, request)
        paper = hand.keep_text("file-note", "Why the request was taken back", reason)
        hand.record("statement_taken_back", about=request, papers=[paper])
        row = request_on_page(hand, request)
        if row is not None:
            row.state = Asked.TAKEN_BACK
            row.save(update_fields=["state"])
            write_to_the_asked(row, Notice.TAKEN_BACK, at=now, now=now, means=hand.means)
    return hand.done()
