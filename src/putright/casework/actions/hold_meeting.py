"""The meeting takes place."""

from collections.abc import Sequence
from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.tasks import TaskSaid, give_task
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel


def hold_meeting(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    channel: Channel = Channel.IN_PERSON,
    note: str = "",
    present: Sequence[str] = (),
    agreed: Sequence[str] = (),
    tasks: Sequence[TaskSaid] = (),
) -> Done:
    """Record that the meeting was held: who was there, what was said, what was agreed, and who does it by when."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        parts = (_listed("Who was there", present), note.strip(), _listed("What was agreed", agreed))
        words = "\n\n".join(part for part in parts if part)
        papers = hand.keep_if_said("file-note", "What was said at the meeting", words)
        hand.record("meeting_held", facts={"channel": channel.value}, papers=papers)
        for task in tasks:
            give_task(hand, task)
    return hand.done()


def _listed(heading: str, lines: Sequence[str]) -> str:
    said = [f"- {line}" for line in lines if line.strip()]
    return "\n".join([f"{heading}:", *said]) if said else ""
