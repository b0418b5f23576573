"""The person sends, or tells, the details of the complaint."""

from datetime import date, datetime

from putright.casework.issue_words import add_issue
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.said import FileSaid, IssueSaid
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel


def record_details(
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
    issues: tuple[IssueSaid, ...] = (),
) -> Done:
    """Record the details that came, their files, and the issues they add."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        papers = [hand.keep_text("details", "The details, in the person's words", words)]
        papers += [hand.keep_what_came("attachment", file) for file in files]
        papers += [add_issue(hand, issue) for issue in issues]
        hand.record("details_received", facts={"channel": channel.value}, papers=papers)
    return hand.done()
