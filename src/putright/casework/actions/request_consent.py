"""The patient is asked whether somebody may complain for them."""

from dataclasses import replace
from datetime import date, datetime

from django.conf import settings

from putright.casework.consent_forms import LETTER, keep_form, new_secret, next_number, why_not_by_email
from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.consent import ONE_HOME, Asked, is_same_place
from putright.domain.form_codes import FormCode
from putright.domain.standing import Basis, why_not_ask_consent
from putright.letters.facts import ConsentRequest

PATH = "/consent"  # of the page on which the code of the letter is typed


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
    channel: Channel = Channel.LETTER,
) -> Done:
    """Write to the patient, who decides what may be told to the person complaining for them, and to whom else.

    The letter holds a form that bears its own code, and a link by which it can be answered on the web instead; both
    are of this letter alone, and those of an earlier one end.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_ask_consent(Basis(hand.case.basis)))
        patient, complainant = hand.case.patient, hand.case.complainant
        if channel is Channel.EMAIL:
            refuse(why_not_by_email(hand.case, LETTER))
        asked = Asked(about=about, information=information, shared_with=shared_with or (complainant.name,))
        number, secret = next_number(hand.case), new_secret(hand.means)
        letter = _letter(hand, asked, code=_code(hand, number), secret=secret, reply_by=reply_by)
        row = send_letter(hand, LETTER, letter, channel=channel, to=patient)
        keep_form(hand, row, asked, number=number, secret=secret)
        at_one_place = is_same_place(patient.address, complainant.address)
    return replace(hand.done(), then=ONE_HOME if at_one_place else "")


def _code(hand: CaseInHand, number: int) -> str:
    return FormCode(reference=hand.case.reference, form=number).shown


def _letter(hand: CaseInHand, asked: Asked, *, code: str, secret: str, reply_by: date | None) -> ConsentRequest:
    return ConsentRequest(
        correspondence=correspondence(hand, to=hand.case.patient),
        representative_name=hand.case.complainant.name,
        about=asked.about,
        information=asked.information,
        shared_with=asked.shared_with,
        web_page=f"{settings.PUTRIGHT_ADDRESS}{PATH}",
        web_code=secret,
        web_link=f"{settings.PUTRIGHT_ADDRESS}{PATH}/code/{secret}",
        form_code=code,
        reply_by=reply_by,
    )
