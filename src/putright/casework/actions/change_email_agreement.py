"""The complainant agrees to letters by email, or no longer does."""

from datetime import date, datetime

from putright.casework.case_keys import keep_keys
from putright.casework.errors import refused
from putright.casework.letters_to_post import send_by_post_instead
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.gateways.mail_message import plain_address
from putright.gateways.outgoing import NotTaken


def change_email_agreement(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    agrees: bool,
    email: str = "",
) -> Done:
    """Record that the person agrees to letters by email, to an address, or took that back: SI 2009/309 reg 15.

    What still waits to go by email to somebody who took it back goes by post.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        person = hand.case.complainant
        if agrees:
            address = email.strip() or person.email
            _refuse_no_address(address)
            person.email, person.email_agreed_on = address, hand.on
        elif person.email_agreed_on is None:
            raise refused("not-agreed", "The person has not agreed to letters by email, so there is nothing to end.")
        else:
            person.email_agreed_on = None
        person.save(update_fields=["email", "email_agreed_on"])
        keep_keys(hand.case)
        hand.note("email_agreed" if agrees else "email_declined")
        if not agrees:
            send_by_post_instead(hand)
    return hand.done()


def _refuse_no_address(address: str) -> None:
    try:
        plain_address(address)
    except NotTaken:
        message = "Enter an email address, like name@example.org." if address else "Enter the person’s email address."
        raise refused("no-e-mail-address", message) from None
