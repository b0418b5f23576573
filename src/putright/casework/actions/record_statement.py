"""A member of staff answers."""

from datetime import date, datetime

from putright.casework.entries import entry_numbered
from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.open_requests import request_on_page
from putright.casework.perform import Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.chronology import in_force
from putright.domain.statements import Asked


def record_statement(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    request: int,
    words: str = "",
    channel: Channel = Channel.EMAIL,
    files: tuple[FileSaid, ...] = (),
) -> Done:
    """Record a statement; `request` is the number of the entry by which it was asked for."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if entry_numbered(hand.events, request, "statement_requested") is None:
            raise refused("no-such-request", "No statement was asked for in that entry. Choose the request.")
        if any(known.event == "statement_received" and known.about == str(request) for known in in_force(hand.events)):
            raise refused("already-statement-received", "This statement has come in. Add what is new as a note.")
        papers = hand.keep_if_said("statement", "The statement", words)
        papers += [hand.keep_what_came("statement", file) for file in files]
        if not papers:
            raise refused("nothing-written", "Write the statement down, or attach it.")
        hand.record("statement_received", about=request, facts={"channel": channel.value}, papers=papers)
        if row := request_on_page(hand, request):  # what they had begun there stays, for them to add
            row.state = Asked.GIVEN
            row.save(update_fields=["state"])
    return hand.done()
