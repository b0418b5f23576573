"""Whoever follows a complaint types the code that came to their new email address, and it is used from now on."""

from datetime import date, datetime

from putright.casework.by_link import by_link
from putright.casework.errors import ActionRefused, refused
from putright.casework.follow_codes import try_code
from putright.casework.letters_to_post import send_by_post_instead
from putright.casework.means import Means
from putright.casework.perform import Done
from putright.casework.reach import change_reach
from putright.domain.follow_codes import WRONG
from putright.records.models import FollowCode, FollowLink
from putright.records.models.follow_code import Purpose


def confirm_new_email(
    *, link: int, code: int, typed: str, agrees: bool, on: date, now: datetime, means: Means | None = None
) -> Done:
    """Use the new email address from now on, for letters too if the person agrees to that: SI 2009/309 reg 15.

    Whoever does not agree has their letters by post, for which there must be an address. What still waits to go by
    email then goes by post.
    """
    _refuse_no_address(link, code, agrees=agrees)
    row = try_code(code, typed, Purpose.NEW_EMAIL, now=now)
    with by_link(link, on=on, now=now, means=means) as hand:
        if row.case_id != hand.case.pk:
            raise ActionRefused(WRONG)
        person = hand.case.complainant
        before, agreed = person.email, person.email_agreed_on is not None
        person.email_agreed_on = hand.on if agrees else None
        change_reach(hand, {"email": row.to}, to=before)
        if agrees:
            hand.note("email_agreed")
        elif agreed:
            hand.note("email_declined")
            send_by_post_instead(hand)
    return hand.done()


def _refuse_no_address(link: int, code: int, *, agrees: bool) -> None:
    """Raise ActionRefused where letters are to go by post and we know of no address, before the code is used up."""
    row = FollowLink.objects.filter(pk=link).select_related("case__complainant").first()
    if row is not None and not FollowCode.objects.filter(pk=code, case=row.case_id).exists():
        raise ActionRefused(WRONG)
    if row is not None and not agrees and not row.case.complainant.address.strip():
        raise refused(
            "no-address", "We have no postal address for you. Give us one first, or choose to have letters by email."
        )
