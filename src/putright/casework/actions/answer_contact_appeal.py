"""Somebody who had no part in it answers an appeal against a limit on contact."""

from datetime import date, datetime

from putright.casework.contact import KIND, on_the_ladder
from putright.casework.contact_written import write_end
from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.contact import Rung, why_not_answer_appeal
from putright.letters.contact_facts import ContactAppealAnswered


def answer_contact_appeal(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    ends: bool,
    why: str,
    channel: Channel = Channel.LETTER,
) -> Done:
    """End the limit, or say why it stays; never by whoever decided it."""
    with performing(Deed.LIMIT, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        here = on_the_ladder(hand)
        here.refuse_named()
        refuse(why_not_answer_appeal(here.ladder, by_id=actor.person_id, on=on))
        here.refuse_elsewhere()
        appeal, limit = here.ladder.appeal_open(), here.ladder.limit_on(on)
        paper = hand.keep_text(KIND, "What was thought of the appeal", why)
        rung = Rung.END if ends or limit is None else Rung.APPEAL_REFUSED
        here.decide(rung, papers=[paper])
        appealed_on = appeal.on if appeal else on
        if rung is Rung.END or limit is None or limit.until is None:
            write_end(here, why=why, appealed_on=appealed_on, channel=channel)
        else:
            letter = ContactAppealAnswered(
                correspondence=correspondence(hand, to=hand.case.complainant),
                appealed_on=appealed_on,
                why=why,
                until=limit.until,
            )
            row = send_letter(hand, "contact-appeal-answered", letter, channel=channel)
            here.take(rung, letter=row.document)
    return hand.done()
