"""How is a consent form made with its link and its code, who may open it, and how is what was answered kept on it?"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from hashlib import sha256
from typing import Final

from putright.casework.errors import NotFound, refuse, refused
from putright.casework.looks import keep_look_by_link
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.open_link import ENDED, refuse_wrong
from putright.casework.perform import CaseInHand, all_or_nothing, holding
from putright.domain import consent
from putright.domain.chronology import in_force
from putright.domain.consent import SHARED_EMAIL, Asked, FormStands, FormState, Ticked, is_same_address
from putright.domain.duty import Refused
from putright.domain.form_codes import MOST_FORMS
from putright.domain.looks import Look
from putright.domain.references import SYMBOLS
from putright.records.models import AskedConsent, Case, OutboxLetter
from putright.records.models.outbox_letter import State

SECRET_BYTES: Final = 10  # 80 bits in sixteen symbols: it is copied from paper by hand, and guesses are limited
LETTER: Final = "consent-request"
_GROUP: Final = 4
_MEANT: Final = str.maketrans({"O": "0", "I": "1", "L": "1", **dict.fromkeys("-\u2010\u2011\u2012\u2013 ._")})
NO_FORM: Final = Refused(code=ENDED, message="This code does not open a consent form, or no longer does.")


def new_secret(means: Means) -> str:
    """The secret of a link, as it is printed: sixteen symbols in fours, none of which can be mistaken."""
    number = int.from_bytes(means.secrets.random(SECRET_BYTES))
    symbols = "".join(SYMBOLS[number >> shift & 31] for shift in range(SECRET_BYTES * 8 - 5, -1, -5))
    return "-".join(symbols[place : place + _GROUP] for place in range(0, len(symbols), _GROUP))


def next_number(case: Case) -> int:
    """The number of the next form of a case; raises ActionRefused once there are too many for their codes."""
    number = AskedConsent.objects.filter(case=case).count() + 1
    if number > MOST_FORMS:
        raise refused("too-many-forms", f"The patient of this case has been asked {MOST_FORMS} times already.")
    return number


def keep_form(hand: CaseInHand, letter: OutboxLetter, asked: Asked, *, number: int, secret: str) -> AskedConsent:
    """Keep what was asked, and the digest of the secret if there is one; the form before it is replaced."""
    waiting = AskedConsent.objects.filter(case=hand.case, state=FormState.WAITING.value)
    waiting.update(state=FormState.REPLACED.value)
    return AskedConsent.objects.create(
        case=hand.case,
        number=number,
        letter=letter,
        about=asked.about,
        information=list(asked.information),
        shared_with=list(asked.shared_with),
        digest=_digest(secret) if secret else None,
        asked_on=hand.on,
        expires_on=hand.on + consent.LASTS,
    )


def asked_of(row: AskedConsent) -> Asked:
    """What a form asks."""
    return Asked(about=row.about, information=tuple(row.information), shared_with=tuple(row.shared_with))


def ticked_of(row: AskedConsent) -> Ticked:
    """What was agreed to on a form."""
    return Ticked(information=frozenset(row.told), shared_with=frozenset(row.told_to))


def why_not_by_email(case: Case, letter: str) -> Refused | None:
    """Why a letter may not go by email because whoever complains would read what is the patient's to answer."""
    is_shared = is_same_address(case.patient.email, case.complainant.email)
    return SHARED_EMAIL if letter == LETTER and is_shared else None


def latest_form(case: Case) -> AskedConsent | None:
    """The form that was written last, whatever came of it; not one whose letter was put aside."""
    rows = AskedConsent.objects.filter(case=case).exclude(letter__state=State.CANCELLED)
    return rows.order_by("-number").first()


def open_form(secret: str, *, visitor: str, on: date, now: datetime) -> int:
    """Open the form of a secret, and return its number in the database.

    Raises NotFound for a secret there never was, counted against its visitor, and ActionRefused for one that has ended.
    """
    plain = secret.strip().upper().translate(_MEANT)
    row = AskedConsent.objects.filter(digest=_digest(plain)).first() if plain else None
    if row is None:
        refuse_wrong(visitor, now=now)
        raise NotFound
    if consent.is_over(stands(row), on):
        refuse(NO_FORM)
    return row.pk


def stands(row: AskedConsent) -> FormStands:
    """What is known of a form and of its case."""
    case = row.case
    return FormStands(
        state=FormState(row.state),
        asked_on=row.asked_on,
        expires_on=row.expires_on,
        letter_put_aside=row.letter.state == State.CANCELLED,
        case_open=case.is_open,
        patient_died=case.patient.death_learnt_on is not None,
        representative_refused=_stands_that(case, "representative_refused"),
    )


def _stands_that(case: Case, event: str) -> bool:
    """Whether an entry of this kind stands: whoever entered it in error has said so."""
    wrong = case.events.filter(event="entered_in_error").values("corrects")
    return case.events.filter(event=event).exclude(number__in=wrong).exists()


@contextmanager
def by_patient(form: int, *, on: date, now: datetime, means: Means | None) -> Iterator[tuple[CaseInHand, AskedConsent]]:
    """Hold the case of a form that was opened, while the patient answers it; all of it is kept, or nothing.

    Raises NotFound where there is no such form, and ActionRefused where it has ended.
    """
    found = AskedConsent.objects.filter(pk=form).values_list("case", flat=True).first()
    if found is None:
        raise NotFound
    with all_or_nothing(means) as keeping:
        case = Case.objects.select_for_update(of=("self",)).get(pk=found)
        row = AskedConsent.objects.select_related("letter").get(pk=form)
        row.case = case
        if consent.is_over(stands(row), on):
            refuse(NO_FORM)
        with holding(case, keeping, by_id=None, on=on, now=now) as hand:
            yield hand, row
        keep_look_by_link(case.pk, now=now, look=Look.CONSENT)


def close_with(row: AskedConsent, event: str, ticked: Ticked, *, on: date) -> None:
    """Keep on a form what came of it; what was agreed to before stays to be seen once it is taken back."""
    row.state = consent.STATE_AFTER[event].value
    row.answered_on = on
    if event != consent.WITHDRAWN:
        row.told, row.told_to = sorted(ticked.information), sorted(ticked.shared_with)
    row.save(update_fields=["state", "answered_on", "told", "told_to"])


def settle_form(hand: CaseInHand) -> None:
    """Let the latest form stand as the entries tell, once one of them was found to be a mistake."""
    row = latest_form(hand.case)
    if row is None or row.state == FormState.REPLACED:
        return
    said = [event for event in in_force(hand.events) if event.event in consent.STATE_AFTER and event.on >= row.asked_on]
    if said:
        row.state, row.answered_on = consent.STATE_AFTER[said[-1].event].value, said[-1].on
    else:
        row.state, row.answered_on, row.told, row.told_to = FormState.WAITING.value, None, [], []
    row.save(update_fields=["state", "answered_on", "told", "told_to"])


def owe_what_follows(hand: CaseInHand, event: str) -> None:
    """Have the case run under the rules that say what is owed after such an answer; before it is recorded."""
    if event in (consent.REFUSED, consent.WITHDRAWN):
        bring_over(hand, consent.RULES)
    elif event == consent.UNAWARE:
        bring_over(hand, consent.RULES_UNAWARE)


def note_answer_elsewhere(hand: CaseInHand, event: str) -> None:
    """Close the latest form with an answer that came without its boxes, such as by a message or at the door."""
    row = latest_form(hand.case)
    if row is not None and FormState(row.state) is not FormState.REPLACED:
        close_with(row, event, Ticked(), on=hand.on)


def _digest(secret: str) -> str:
    return sha256(f"consent:{secret.replace('-', '')}".encode()).hexdigest()
