"""The person is asked whether another organisation may be told of the complaint."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence
from putright.casework.errors import refused
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.other_bodies import UNLISTED, BodyTold, keep_body, other_body
from putright.casework.perform import Done, performing
from putright.casework.sharing import sharing_on
from putright.domain.access import Actor, Deed
from putright.domain.channels import AT_ONCE, Channel
from putright.domain.right_body import provider_named
from putright.letters.intake_facts import SharingRequest


def ask_to_share(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    body: BodyTold,
    why: str,
    channel: Channel = Channel.LETTER,
    reply_by: date | None = None,
) -> Done:
    """Ask, by a letter with a form to send back or by word of mouth: regulation 7(3)(a), and the duty of confidence."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        other = other_body(hand, body)
        if sharing_on(hand, other.code).agreed is not None:
            raise refused("already-answered", "The person has already answered this. Record it if they change it.")
        if channel in AT_ONCE:
            papers = [hand.keep_text("file-note", "What the person was asked", f"May {other.name} be told?\n\n{why}")]
            if other.code == UNLISTED:
                papers.append(keep_body(hand, other))
            hand.record("sharing_asked", facts={"body": other.code, "channel": channel.value}, papers=papers)
        else:
            named = provider_named(hand.events)
            letter = SharingRequest(
                correspondence=correspondence(hand, to=hand.case.complainant),
                body_name=other.name,
                why=why,
                provider=named is not None and named.facts.get("body") == other.code,
                reply_by=reply_by,
            )
            send_letter(hand, "sharing-request", letter, channel=channel, saying={"body": other.code})
    return hand.done()
