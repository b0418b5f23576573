"""What is to be handed over as a text message? Made from the rows, asking again whether it may go at all."""

from datetime import datetime
from pathlib import Path

from putright.casework.claims import Claimed
from putright.casework.page_covers import digits_to_send
from putright.casework.parcels import NothingToSend
from putright.domain.adjustments import from_stored
from putright.domain.delivery import Trouble
from putright.domain.periods import LONDON
from putright.domain.texts import number_for_texts
from putright.gateways.outgoing import NotTaken, OutgoingText
from putright.letters.covering import FOLDER
from putright.letters.covering_pages import code_texted
from putright.letters.errors import UnsoundText
from putright.records.models import Delivery


def text_of(claimed: Claimed, *, now: datetime, covers: Path = FOLDER) -> OutgoingText:
    """The text message of a delivery.

    Raises NotTaken where it may not go or cannot be put together, NothingToSend where it need not go.
    """
    row = Delivery.objects.select_related("person", "code").get(pk=claimed.delivery)
    digits = digits_to_send(row, now=now)
    if row.code is None or digits is None:
        raise NothingToSend
    person = row.person
    has_died = person.death_learnt_on is not None
    number = number_for_texts(person.telephone, from_stored(person.adjustments), has_died=has_died)
    if number is None:  # they have said so since the code was asked for
        raise NotTaken(Trouble.NO_LONGER_ALLOWED)
    try:
        text = code_texted(code=digits, until=row.code.expires_at.astimezone(LONDON), folder=covers)
    except UnsoundText as fault:
        raise NotTaken(Trouble.CANNOT_BE_WRITTEN) from fault
    return OutgoingText(message_id=row.message_id, to=number, text=text)
