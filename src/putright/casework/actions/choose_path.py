"""It is decided whether a complaint is resolved early or gets a closer look, and the person is told."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence
from putright.casework.entries import latest
from putright.casework.errors import refuse
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.casework.triage import path_of
from putright.domain.access import Actor, Deed
from putright.domain.channels import AT_ONCE, Channel
from putright.domain.triage import Path, why_not_path
from putright.domain.vocabulary import Authority
from putright.letters.triage_facts import PathTold


def choose_path(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    path: Path,
    why: str,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Put a complaint on a path, or on the other one, and tell the person in words why: NHS Complaint Standards.

    Nobody complains again, and no date changes: what was promised, and what the law asks, goes on as it was.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        before = path_of(hand.case)
        is_investigated = latest(hand.events, "investigation_started") is not None
        refuse(why_not_path(path, stands=before, is_investigated=is_investigated, reason=why))
        hand.permit("path_told")  # nobody is told anything more once the case is closed
        paper = hand.keep_text("triage", "How it is dealt with, and why", why)
        hand.case.path = path.value
        hand.note("path_chosen", facts={"path": path.value}, papers=[paper])
        if channel in AT_ONCE:
            hand.record("path_told", facts={"channel": channel.value}, papers=[])
        else:
            send_letter(hand, "path-told", _letter(hand, path, why, before), channel=channel)
    return hand.done()


def _letter(hand: CaseInHand, path: Path, why: str, before: Path | None) -> PathTold:
    law = (duty for duty in hand.position.to_do() if duty.authority is Authority.STATUTE and duty.step == "respond")
    return PathTold(
        correspondence=correspondence(hand, to=hand.case.complainant),
        received_on=hand.case.received_on,
        why=why,
        closer_look=path is Path.CLOSER_LOOK,
        changed=before is not None,
        answer_by=next((duty.binding_on for duty in law), None),
    )
