"""The person asks something about the answer."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.afterwards import ASKED, RULES
from putright.domain.channels import Channel


def record_questions(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    words: str,
    channel: Channel = Channel.LETTER,
    files: tuple[FileSaid, ...] = (),
) -> Done:
    """Record what is asked about the answer, a question a line: no new complaint, and answered in a time of its own.

    It can be asked of a case that is closed, which stays closed.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        hand.permit(ASKED)
        bring_over(hand, RULES)
        paper = hand.keep_text("questions", "What is asked about the answer", words)
        papers = [paper, *(hand.keep_what_came("attachment", file) for file in files)]
        hand.record(ASKED, facts={"channel": channel.value}, papers=papers)
    return hand.done()
