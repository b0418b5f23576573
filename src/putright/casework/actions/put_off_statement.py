"""Somebody who was asked for a statement is given more time."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.open_requests import refuse_what_is_answered, request_on_page
from putright.casework.perform import Done, performing
from putright.casework.statement_notices import write_to_the_asked
from putright.domain.access import Actor, Deed
from putright.domain.entry import why_not_a_promise
from putright.domain.statements import Notice


def put_off_statement(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    request: int,
    due_on: date,
    reason: str,
) -> Done:
    """Give whoever was asked on a page of their own until another day, and tell them; reminders are counted from it.

    What the procedure promises is not moved by it: its own date stays on the case.
    """
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        row = request_on_page(hand, request)
        if row is None:
            raise refused(
                "no-such-request", "Nobody was asked on a page of their own in that entry. Choose the request."
            )
        refuse_what_is_answered(hand.events, request)
        refuse(why_not_a_promise(due_on, on=hand.today))
        if due_on == row.due_on:
            raise refused("same-day", "That is the day already given. Give another.")
        paper = hand.keep_text("file-note", "Why more time was given", reason)
        hand.record("statement_put_off", about=request, facts={"date": due_on}, papers=[paper])
        row.due_on = due_on
        row.save(update_fields=["due_on"])
        write_to_the_asked(row, Notice.PUT_OFF, at=now, now=now, means=hand.means)
    return hand.done()
