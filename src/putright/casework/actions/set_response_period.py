"""The body sets the time for its response, and tells the person in writing."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.entry import why_not_a_promise
from putright.letters.facts import ResponsePeriod


def set_response_period(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    respond_by: date,
    how_handled: str,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Write to the person by which day they will have the response: regulation 13(8)."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_a_promise(respond_by, on=on))
        letter = ResponsePeriod(
            correspondence=correspondence(hand, to=hand.case.complainant),
            how_handled=how_handled,
            respond_by=respond_by,
        )
        send_letter(hand, "response-period", letter, channel=channel, saying={"date": respond_by})
    return hand.done()
