"""The person says whether another organisation may be told of the complaint."""

from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.other_bodies import UNLISTED, bodies_to_choose
from putright.casework.perform import Done, performing
from putright.casework.said import FileSaid
from putright.casework.sharing import record_answer, sharing_on
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel


def record_sharing(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    body: str,
    agreed: bool,
    words: str = "",
    channel: Channel = Channel.LETTER,
    files: tuple[FileSaid, ...] = (),
) -> Done:
    """Record the answer, for one organisation and for this complaint; `body` is its code. It can be changed later."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if body != UNLISTED and body not in dict(bodies_to_choose(on)):
            raise refused("no-such-body", "Choose the organisation that the answer is about.")
        if sharing_on(hand, body).agreed is agreed:
            raise refused("already-answered", "This answer is on the file already.")
        if not words.strip() and not files:
            raise refused("no-evidence", "Write down what the person said, or attach the form.")
        papers = tuple(hand.keep_what_came("sharing", file) for file in files)
        record_answer(hand, body, agreed=agreed, channel=channel, words=words, papers=papers)
    return hand.done()
