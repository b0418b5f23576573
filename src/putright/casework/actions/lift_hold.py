"""Issues that were held are taken up again, all of them or some."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.linked import hold_meant, take_up
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.entry import why_not_before_what_it_follows


def lift_hold(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    hold: int,
    issues: tuple[int, ...],
    words: str,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Take issues up again that were held, and tell the person; with the last of them the hold is lifted."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        meant = hold_meant(hand, hold)
        refuse(why_not_before_what_it_follows(on, (meant.set,)))
        if not issues or not set(issues) <= set(meant.issues):
            raise refused("not-held", "Choose issues that are held by this.")
        paper = hand.keep_text("hold", "Why it need not wait any longer", words)
        chosen = sorted(set(issues))
        take_up(hand, dict.fromkeys(chosen, meant), chosen, [paper], channel=channel)
    return hand.done()
