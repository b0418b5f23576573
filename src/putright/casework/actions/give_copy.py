"""A copy of the file is made, with everything taken out, and sent with a letter."""

from dataclasses import replace
from datetime import date, datetime

from putright.casework.body_letters import send_to_body
from putright.casework.copies import Copy, copy_in_hand, kinds_left_out, people_at
from putright.casework.copies_made import MadeCopy, made_copy, not_shown, unmade_copy
from putright.casework.correspondence import correspondence
from putright.casework.errors import StaleCase, refuse, refused
from putright.casework.letter_queue import PDF, send_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain import copies
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.copies import LETTER_WORDS, CopyFor, check_of, why_not_given
from putright.letters.copy_facts import CopyEnclosed, LeftOut
from putright.letters.facts import Recipient

_GREETING = "Sir or Madam"


def give_copy(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Make the copy as it was looked over, put it on file, and write the letter with which it goes by post or by hand.

    The letter says what kind of thing was left out, why, and how to object. Refused until somebody else has looked the
    copy over, where there is anybody else, and by email: a letter of ours takes no file with it.
    """
    rehearsed = means is not None and means.laid_out is not None
    # Pictures are drawn before anything is held: nobody waits for that.
    made = None if rehearsed else made_copy(actor, case, on=on, means=means)
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        copy = copy_in_hand(hand)
        if channel is Channel.EMAIL:
            message = "A copy goes by post or is handed over. Choose one of the two."
            raise refused("not-by-email", message)
        if made is not None and made.of != copy.paper:
            raise StaleCase
        made = made or unmade_copy(hand.case, copy)
        _refuse(hand, copy, made)
        papers = (
            [hand.keep_file("copy", f"Copy {copy.number} as it was sent", PDF, made.content)] if made.content else []
        )
        hand.note(copies.MADE, facts={"copy": copy.number, "papers": made.papers}, papers=papers)
        _send(hand, copy, made, channel)
    return replace(hand.done(), then=f"Print copy {copy.number} and put it in with the letter.")


def _refuse(hand: CaseInHand, copy: Copy, made: MadeCopy) -> None:
    check = check_of(hand.events, copy.number)
    refuse(
        why_not_given(
            people=people_at(hand.case.body, hand.today),
            is_checked=bool(check.facts.get("accepted")) if check else None,
            is_empty=made.papers == 0,
            unfound=made.unfound,
        )
    )


def _send(hand: CaseInHand, copy: Copy, made: MadeCopy, channel: Channel) -> None:
    left = (*kinds_left_out(copy.marks), *not_shown(made))
    frame = correspondence(hand, to=hand.case.complainant)
    if copy.to is not CopyFor.PERSON:
        frame = replace(frame, recipient=Recipient(name=copy.name, greeting=_GREETING, address=copy.address))
    facts = CopyEnclosed(
        correspondence=frame,
        received_on=hand.case.received_on,
        papers=str(made.papers),
        why=copy.why,
        left_out=tuple(LeftOut(what=what, why=LETTER_WORDS[why]) for why, what in left),
    )
    saying = {"copy": copy.number}
    if copy.to is CopyFor.PERSON:
        send_letter(hand, "copy-enclosed", facts, channel=channel, saying=saying)
    else:
        send_to_body(hand, "copy-for-somebody", facts, channel=channel, saying=saying)
