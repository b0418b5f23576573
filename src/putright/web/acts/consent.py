"""What is asked when the patient is asked for consent, answers, or must be spoken with; and when the other is told?"""

from __future__ import annotations

from typing import Any, Final

from putright.casework.actions.record_consent import Consent, record_consent
from putright.casework.actions.record_patient_talk import record_patient_talk
from putright.casework.actions.request_consent import request_consent
from putright.casework.actions.tell_consent_answer import tell_consent_answer
from putright.casework.queries.consent_shown import FormSent, form_sent
from putright.domain.channels import Channel
from putright.domain.consent import CONFIDENCE, Ticked
from putright.web.acts.act import Act, ActForm, lines_of
from putright.web.acts.asked import (
    HANDED,
    HOW_IT_CAME,
    HOW_SAID,
    POSTED,
    LetterForm,
    check_file,
    emailed,
    file_field,
    files_of,
)
from putright.web.forms import CheckboxesField, Choice, DateField, RadiosField, TextareaField
from putright.web.wording import nhs_date

YES, NO = "yes", "no"
_BOXES: Final = ("told", "told_to")


class AskConsentForm(LetterForm):
    """What the patient is asked to agree to, and who else would be told."""

    what_about = TextareaField(
        "What is the complaint about?",
        required="Say what the complaint is about",
        hint="For the patient to read: enough to decide by.",
        rows=3,
        max_length=4_000,
    )
    information = TextareaField(
        "Which information would be used?",
        required="Say which information would be used",
        hint="One kind on each line, such as the notes of the visit of 3 March. Each line is a box that the patient can"
        " tick or leave.",
        rows=4,
        max_length=4_000,
    )
    others = TextareaField(
        "Who else would be told, besides the person who complains?",
        hint="One on each line, such as another organisation that answers with you. Each is a box of its own.",
        rows=3,
        max_length=1_000,
    )
    reply_by = DateField("By which day do you hope for an answer?", name="The day of the answer", not_before_today=True)

    def fit(self) -> None:
        """The letter goes to the patient: by email only where they have agreed to it themselves."""
        super().fit()
        patient = self.about.case.patient
        by_email = patient is not None and patient.agrees_to_email
        self.offer("channel", (POSTED, emailed(), HANDED) if by_email else (POSTED, HANDED))

    def said(self) -> dict[str, Any]:
        """Say what is asked."""
        answers = self.cleaned_data
        others = lines_of(answers["others"])
        return {
            **super().said(),
            "about": answers["what_about"],
            "information": lines_of(answers["information"]),
            "shared_with": (self.about.case.complainant.name, *others) if others else (),
            "reply_by": answers["reply_by"],
        }


class ConsentForm(ActForm):
    """What the patient answered, and how far it goes: box by box where a form was sent."""

    on = DateField("When was it given?", required="Enter the day on which the answer was given", not_after_today=True)
    answer = RadiosField("What did the patient answer?", (), required="Choose what the patient answered")
    told = CheckboxesField(
        "What may be told?", (), hint="Tick what is ticked on the form. For “Yes, to all of it” tick every box."
    )
    told_to = CheckboxesField("Who may be told?", ())
    channel = RadiosField("How did the answer come?", HOW_IT_CAME, required="Choose how the answer came")
    scope = TextareaField(
        "How was it given, and what else is there to know?",
        hint="For example: signed on the form; said on the telephone, and how you knew that it was the patient. It is"
        " for this complaint only.",
        rows=4,
    )
    file = file_field("Add the signed form")
    field_order = ("answer", *_BOXES, "on", "channel", "scope", "file")

    def first_answers(self) -> dict[str, Any]:
        """Take it that the form came back by post."""
        return {"channel": Channel.LETTER}

    def fit(self) -> None:
        """Draw the boxes of the form that was sent; a message that brought it says itself how and when it came."""
        form = form_sent(self.about.actor, self.about.case.reference)
        given = Choice(Consent.GIVEN, "The patient consents", reveals=_BOXES if form else ())
        self.offer("answer", (given, *_OTHER_ANSWERS))
        if form is None:
            for name in _BOXES:
                del self.fields[name]
        else:
            self._draw(form)
        if self.about.number is not None:
            for name in ("on", "channel", "file"):
                del self.fields[name]

    def _draw(self, form: FormSent) -> None:
        asked = form.asked
        self.offer("told", [Choice(str(number), words) for number, words in enumerate(asked.information, 1)])
        self.offer("told_to", [Choice(str(number), words) for number, words in enumerate(asked.shared_with, 1)])
        self.explain("answer", f"Its code is {form.code}. It went to the patient with the letter of {_day(form)}.")

    def clean(self) -> dict[str, Any] | None:
        """Look inside the file; one of words and form there must be."""
        cleaned = super().clean()
        if "file" in self.fields:
            check_file(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say the answer."""
        answers = self.cleaned_data
        given = Consent(answers["answer"]) is Consent.GIVEN
        boxes = [frozenset(map(int, answers.get(name) or ())) for name in _BOXES]
        return {
            "answer": Consent(answers["answer"]),
            "scope": answers["scope"],
            "ticked": Ticked(information=boxes[0], shared_with=boxes[1]) if given and any(boxes) else None,
            **self._how(),
        }

    def _how(self) -> dict[str, Any]:
        if self.about.number is not None:
            return {"message": self.about.number}
        return {"channel": Channel(self.cleaned_data["channel"]), "files": files_of(self)}


def _day(form: FormSent) -> str:
    return nhs_date(form.asked_on)


_OTHER_ANSWERS: Final = (
    Choice(Consent.REFUSED, "The patient does not consent"),
    Choice(Consent.WITHDRAWN, "The patient takes back consent that was given before"),
    Choice(
        Consent.UNAWARE,
        "The patient did not know of the complaint",
        "Then somebody speaks with the patient alone by the end of the next working day, and nobody is told anything.",
    ),
)


class TalkForm(ActForm):
    """What a patient said who did not know of the complaint."""

    channel = RadiosField("How did you speak?", HOW_SAID[:2], required="Choose how you spoke")
    was_alone = RadiosField(
        "Could the patient speak freely, with nobody else there or listening?",
        (Choice(YES, "Yes"), Choice(NO, "No", "Then it is still to be done.")),
        required="Choose whether the patient could speak freely",
    )
    words = TextareaField(
        "What did the patient say, and what was done?",
        required="Write down what the patient said",
        hint="For the file. If they may be in danger, follow your safeguarding procedure now, and say so here.",
        rows=6,
    )
    field_order = ("on", "channel", "was_alone", "words")

    def first_answers(self) -> dict[str, Any]:
        """Take it that it was by telephone."""
        return {"channel": Channel.TELEPHONE}

    def said(self) -> dict[str, Any]:
        """Say how, and what."""
        answers = self.cleaned_data
        return {
            "channel": Channel(answers["channel"]),
            "was_alone": answers["was_alone"] == YES,
            "words": answers["words"],
        }


ACTS = (
    Act(
        name="request_consent",
        title="Ask the patient for consent",
        button="See the letter",
        done="The letter to the patient is ready",
        action=request_consent,
        form=AskConsentForm,
        asks=(
            "Somebody complains for the patient, who decides what may be told to that person. The letter has a form,"
            " and a code with which the patient can answer on the web. You can look into the complaint while you wait."
        ),
        authority=f"SI 2009/309 reg 5; {CONFIDENCE.lower()}",
        has_letter=True,
    ),
    Act(
        name="record_consent",
        title="Record the patient's answer on consent",
        button="Record the answer",
        done="The patient's answer is recorded",
        action=record_consent,
        form=ConsentForm,
        asks="Consent is for this complaint only, whatever was agreed before. Keep what shows it.",
        authority="SI 2009/309 reg 5",
    ),
    Act(
        name="tell_consent_answer",
        title="Tell the person what the patient's answer changes",
        button="See the letter",
        done="The letter about the patient's answer is ready",
        action=tell_consent_answer,
        form=LetterForm,
        asks="The letter says what stops and what goes on. It never says why the patient decided so.",
        authority=CONFIDENCE,
        has_letter=True,
    ),
    Act(
        name="record_patient_talk",
        title="The patient was spoken with",
        button="Record the talk",
        done="The talk with the patient is recorded",
        action=record_patient_talk,
        form=TalkForm,
        asks=(
            "The patient said that they did not know of this complaint. Speak with them alone. Ask whether they want it"
            " made, and whether they are safe. Tell nobody before that. Their answer on consent is recorded by itself."
        ),
        authority=CONFIDENCE,
    ),
)
