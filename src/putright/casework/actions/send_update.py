"""The person is told how things stand."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import AT_ONCE, Channel
from putright.domain.entry import why_not_a_promise
from putright.letters.facts import ProgressUpdate


def send_update(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    done_so_far: str,
    still_to_do: str,
    expected_on: date,
    delay_reason: str = "",
    channel: Channel = Channel.LETTER,
) -> Done:
    """Tell the person how the investigation is going: regulation 14(1)(b)."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if channel in AT_ONCE:
            papers = hand.keep_if_said("file-note", "What the person was told", f"{done_so_far}\n\n{still_to_do}")
            hand.record("update_sent", facts={"channel": channel.value}, papers=papers)
        else:
            refuse(why_not_a_promise(expected_on, on=on))
            letter = ProgressUpdate(
                correspondence=correspondence(hand, to=hand.case.complainant),
                received_on=hand.case.received_on,
                done_so_far=done_so_far,
                still_to_do=still_to_do,
                expected_on=expected_on,
                delay_reason=delay_reason or None,
            )
            send_letter(hand, "progress-update", letter, channel=channel)
    return hand.done()
