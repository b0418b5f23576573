"""Records that were asked for come, or it is known that they do not."""

from datetime import date, datetime

from putright.casework.entries import entry_numbered
from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.chronology import in_force


def record_records(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    request: int,
    came: bool,
    words: str = "",
    files: tuple[FileSaid, ...] = (),
) -> Done:
    """Record what came of a request for records, the number of its entry; what does not come needs a reason."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if entry_numbered(hand.events, request, "records_requested") is None:
            raise refused("no-such-request", "No records were asked for in that entry. Choose the request.")
        answers = ("records_received", "records_not_coming")
        if any(known.event in answers and known.about == str(request) for known in in_force(hand.events)):
            raise refused("already-answered", "It is recorded already what came of this. Ask anew if more is to come.")
        if not came and not words.strip():
            raise refused("no-reason", "Say why the records do not come: destroyed, lost, refused, never made.")
        title = "Records that came" if came else "Why records do not come"
        papers = hand.keep_if_said("records", title, words)
        papers += [hand.keep_what_came("records", file) for file in files] if came else []
        if not papers:
            raise refused("nothing-written", "Say what came and where it is kept, or add the file.")
        hand.record("records_received" if came else "records_not_coming", about=request, papers=papers)
    return hand.done()
