"""What is to be handed over as a text message? Made from the rows, asking again whether it may go at all."""

from datetime import datetime
from pathlib import Path

from putright.casework.claims import Claimed
from putright.casework.code_contacts import reached_at
from putright.casework.page_covers import digits_to_send
from putright.casework.parcels import NothingToSend
from putright.domain.channels import Channel
from putright.domain.delivery import Trouble
from putright.domain.periods import LONDON
from putright.gateways.outgoing import NotTaken, OutgoingText
from putright.letters.covering import FOLDER
from putright.letters.covering_pages import code_texted
from putright.letters.errors import UnsoundText
from putright.records.models import Delivery


def text_of(claimed: Claimed, *, now: datetime, covers: Path = FOLDER) -> OutgoingText:
    """The text message of a delivery.

    Raises NotTaken where it cannot be put together, NothingToSend where it need not go, or may not any more.
    """
    row = Delivery.objects.select_related("person", "code").get(pk=claimed.delivery)
    digits = digits_to_send(row, now=now)
    number = reached_at(row.person, Channel.TEXT)
    if row.code is None or digits is None or number is None:
        raise NothingToSend
    try:
        text = code_texted(code=digits, until=row.code.expires_at.astimezone(LONDON), folder=covers)
    except UnsoundText as fault:
        raise NotTaken(Trouble.CANNOT_BE_WRITTEN) from fault
    return OutgoingText(message_id=row.message_id, to=number, text=text)
