"""The patient is asked whether somebody may complain for them."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.standing import Basis, why_not_ask_consent
from putright.letters.facts import ConsentRequest


def request_consent(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    about: str,
    information: tuple[str, ...],
    shared_with: tuple[str, ...] = (),
    reply_by: date | None = None,
) -> Done:
    """Write to the patient, who decides what may be told to the person complaining for them."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_ask_consent(Basis(hand.case.basis)))
        letter = ConsentRequest(
            correspondence=correspondence(hand, to=hand.case.patient),
            representative_name=hand.case.complainant.name,
            about=about,
            information=information,
            shared_with=shared_with or (hand.case.complainant.name,),
            reply_by=reply_by,
        )
        send_letter(hand, "consent-request", letter)
    return hand.done()
