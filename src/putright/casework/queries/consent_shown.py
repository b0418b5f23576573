"""What did the consent form ask that went to a patient last, what came of it, and what may they do by its link?"""

from dataclasses import dataclass
from datetime import date, datetime

from putright.casework.consent_forms import NO_FORM, asked_of, latest_form, stands, ticked_of
from putright.casework.errors import NotFound, refuse
from putright.casework.looks import keep_look_by_link
from putright.casework.queries.bodies import BodyShown, body_shown
from putright.domain.access import Actor
from putright.domain.consent import Asked, FormState, Ticked, can_answer, can_take_back, is_over
from putright.domain.form_codes import FormCode, form_meant
from putright.domain.looks import Look
from putright.domain.references import reference_shown
from putright.records.models import AskedConsent
from putright.records.visible_to import visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentPage:
    """A consent form as the patient sees it who opened its link."""

    reference_shown: str
    body: BodyShown
    complainant: str
    asked: Asked
    ticked: Ticked
    state: FormState
    asked_on: date
    answered_on: date | None
    can_answer: bool
    can_take_back: bool
    handler: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSent:
    """The consent form that went last, as staff need it who hold what came back."""

    code: str
    asked_on: date
    asked: Asked
    state: FormState


def consent_page(form: int, on: date, *, now: datetime) -> ConsentPage:
    """The form of a link that was opened; raises NotFound, or ActionRefused where it has ended. The look is kept."""
    parts = ("case__body", "case__complainant", "case__patient", "case__handler", "letter")
    row = AskedConsent.objects.select_related(*parts).filter(pk=form).first()
    if row is None:
        raise NotFound
    known = stands(row)
    if is_over(known, on):
        refuse(NO_FORM)
    page = ConsentPage(
        reference_shown=reference_shown(row.case.reference),
        body=body_shown(row.case.body),
        complainant=row.case.complainant.name,
        asked=asked_of(row),
        ticked=ticked_of(row),
        state=known.state,
        asked_on=row.asked_on,
        answered_on=row.answered_on,
        can_answer=can_answer(known, on),
        can_take_back=can_take_back(known, on),
        handler=row.case.handler.name if row.case.handler else "",
    )
    keep_look_by_link(row.case_id, now=now, look=Look.CONSENT)
    return page


def form_sent(actor: Actor, reference: str) -> FormSent | None:
    """The form that went last on a case that the actor may see; nothing where none did."""
    case = visible_to(actor).filter(reference=reference).first()
    row = latest_form(case) if case else None
    if row is None:
        return None
    code = FormCode(reference=reference, form=row.number).shown
    return FormSent(code=code, asked_on=row.asked_on, asked=asked_of(row), state=FormState(row.state))


def case_of_form(actor: Actor, typed: str) -> str | None:
    """The reference of the case whose consent form bears the code that was typed, where the actor may see it."""
    code = form_meant(typed)
    if code is None:
        return None
    found = visible_to(actor).filter(reference=code.reference, asked_consents__number=code.form)
    return code.reference if found.exists() else None
