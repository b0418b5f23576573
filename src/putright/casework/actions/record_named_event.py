"""Something happened that the body's own procedure names, and no other."""

from collections.abc import Mapping
from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.chronology import NO_FACTS, FactValue
from putright.domain.named_events import NONE_NAMED, named_events, why_not_these_facts


def record_named_event(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    event: str,
    facts: Mapping[str, FactValue] = NO_FACTS,
    words: str = "",
    files: tuple[FileSaid, ...] = (),
) -> Done:
    """Record an event of the procedure's own, with what it says of itself, and what there is to keep of it."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        known = named_events(hand.programmes)
        refuse(None if known else NONE_NAMED)
        if event not in known:
            raise refused("no-such-event", f"Choose one of these: {'; '.join(one.words for one in known.values())}.")
        refuse(why_not_these_facts(known[event], facts))
        hand.permit(event)
        papers = hand.keep_if_said("file-note", known[event].words, words)
        papers += [hand.keep_what_came("attachment", file) for file in files]
        hand.record(event, facts=facts, papers=papers)
    return hand.done()
