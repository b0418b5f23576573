"""What the Ombudsman recommended has been done."""

from datetime import date, datetime

from putright.casework.entries import entry_numbered
from putright.casework.errors import ActionRefused, refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.entry import why_not_before_what_it_follows
from putright.domain.ombudsman import DONE, NOTHING_RECOMMENDED, RECOMMENDED, recommendations_open


def comply_with_ombudsman(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    recommendation: int,
    words: str,
    files: tuple[FileSaid, ...] = (),
) -> Done:
    """Record that a recommendation was done, with what shows it, and that the Ombudsman was told."""
    with performing(Deed.ANSWER, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        made = entry_numbered(hand.events, recommendation, RECOMMENDED)
        if made is None or all(duty.about != str(recommendation) for duty in recommendations_open(hand.position)):
            raise ActionRefused(NOTHING_RECOMMENDED)
        refuse(why_not_before_what_it_follows(on, (made,)))
        papers = [hand.keep_text("evidence", "What shows that it was done", words)]
        papers += [hand.keep_what_came("attachment", file) for file in files]
        hand.note(DONE, about=recommendation, papers=papers)
    return hand.done()
