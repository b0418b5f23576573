"""What is asked when the details of a complaint, or the patient's consent, are asked for and come in?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.acknowledge_details import acknowledge_details
from putright.casework.actions.record_consent import Consent, record_consent
from putright.casework.actions.record_details import record_details
from putright.casework.actions.request_consent import request_consent
from putright.casework.actions.request_details import request_details
from putright.casework.said import IssueSaid
from putright.domain.channels import Channel
from putright.domain.issues import SUBJECT_WORDS, Subject
from putright.web.acts.act import Act, ActForm, lines_of
from putright.web.acts.asked import HOW_IT_CAME, HOW_SAID, LetterForm, check_file, file_field, files_of
from putright.web.forms import Choice, DateField, RadiosField, SelectField, TextareaField

YES, NO = "yes", "no"
_SUBJECTS = tuple(Choice(code, words) for code, words in SUBJECT_WORDS.items())


class AskDetailsForm(ActForm):
    """What the person was asked for, otherwise than by the acknowledgement."""

    wanted = TextareaField("What was asked for?", required="Say what the person was asked for", rows=4)
    channel = RadiosField("How were they asked?", HOW_SAID, required="Choose how the person was asked")
    field_order = ("wanted", "on", "channel")

    def said(self) -> dict[str, Any]:
        """Say what, and how."""
        return {"wanted": self.cleaned_data["wanted"], "channel": Channel(self.cleaned_data["channel"])}


class DetailsForm(ActForm):
    """The details that came: words, a file, and anything new that is complained of."""

    on = DateField("When did they come?", required="Enter the day on which the details came", not_after_today=True)
    channel = RadiosField("How did they come?", HOW_IT_CAME, required="Choose how the details came")
    words = TextareaField(
        "What does the person say?",
        required="Write down what the person says, or say what is in the file",
        hint="In the person's own words as far as you can.",
    )
    file = file_field("Add their letter or another file")
    new_issue = RadiosField(
        "Do they complain of something new?",
        (Choice(NO, "No"), Choice(YES, "Yes, add it as an issue of its own", reveals=("subject", "issue_words"))),
        required="Choose whether there is something new",
    )
    subject = SelectField("What is it about?", _SUBJECTS, required="Choose what it is about")
    issue_words = TextareaField(
        "What does the person say of it?", required="Write down what the person says of it", rows=4
    )

    def first_answers(self) -> dict[str, Any]:
        """Take it that nothing new is complained of."""
        return {"new_issue": NO, "channel": Channel.LETTER}

    def clean(self) -> dict[str, Any] | None:
        """Look inside the file."""
        cleaned = super().clean()
        check_file(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say what came."""
        answers = self.cleaned_data
        issues: tuple[IssueSaid, ...] = ()
        if answers["new_issue"] == YES:
            issues = (IssueSaid(subject=Subject(answers["subject"]), words=answers["issue_words"]),)
        return {
            "words": answers["words"],
            "channel": Channel(answers["channel"]),
            "files": files_of(self),
            "issues": issues,
        }


class AskConsentForm(LetterForm):
    """What the patient is asked to agree to."""

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
        hint="One kind on each line, such as the notes of the visit of 3 March.",
        rows=4,
        max_length=4_000,
    )
    reply_by = DateField("By which day do you hope for an answer?", name="The day of the answer", not_before_today=True)

    def fit(self) -> None:
        """The letter goes to the patient by post."""
        super().fit()
        del self.fields["channel"]

    def said(self) -> dict[str, Any]:
        """Say what is asked."""
        answers = self.cleaned_data
        return {
            "about": answers["what_about"],
            "information": lines_of(answers["information"]),
            "reply_by": answers["reply_by"],
        }


class ConsentForm(ActForm):
    """What the patient answered, and how far it goes."""

    on = DateField("When was it given?", required="Enter the day on which the answer was given", not_after_today=True)
    answer = RadiosField(
        "What did the patient answer?",
        (
            Choice(Consent.GIVEN, "The patient consents"),
            Choice(Consent.REFUSED, "The patient does not consent"),
            Choice(Consent.WITHDRAWN, "The patient takes back consent that was given before"),
        ),
        required="Choose what the patient answered",
    )
    channel = RadiosField("How did the answer come?", HOW_IT_CAME, required="Choose how the answer came")
    scope = TextareaField(
        "How far does it go, and how was it given?",
        hint="For example: signed on the form; to the reply and the notes of one visit. It is for this complaint only.",
        rows=4,
    )
    file = file_field("Add the signed form")
    field_order = ("answer", "on", "channel", "scope", "file")

    def first_answers(self) -> dict[str, Any]:
        """Take it that the form came back by post."""
        return {"channel": Channel.LETTER}

    def clean(self) -> dict[str, Any] | None:
        """Look inside the file; one of words and form there must be."""
        cleaned = super().clean()
        check_file(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say the answer."""
        answers = self.cleaned_data
        return {
            "answer": Consent(answers["answer"]),
            "channel": Channel(answers["channel"]),
            "scope": answers["scope"],
            "files": files_of(self),
        }


ACTS = (
    Act(
        name="request_details",
        title="Ask for details",
        button="Record what was asked for",
        done="It is recorded what the person was asked for",
        action=request_details,
        form=AskDetailsForm,
        asks="Use this where you asked otherwise than in the acknowledgement, which can ask for details itself.",
    ),
    Act(
        name="record_details",
        title="Record details",
        button="Record the details",
        done="The details are recorded",
        action=record_details,
        form=DetailsForm,
        asks="Record what the person sent or told you in reply.",
    ),
    Act(
        name="acknowledge_details",
        title="Acknowledge the details",
        button="See the letter",
        done="The letter about the details is ready",
        action=acknowledge_details,
        form=LetterForm,
        asks="The letter says that the details have come, what will be looked into, and what happens next.",
        has_letter=True,
    ),
    Act(
        name="request_consent",
        title="Ask the patient for consent",
        button="See the letter",
        done="The letter to the patient is ready",
        action=request_consent,
        form=AskConsentForm,
        asks=(
            "Somebody complains for the patient, who decides what may be told to that person. You can look into the"
            " complaint while you wait."
        ),
        authority="SI 2009/309 reg 5; common law duty of confidence",
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
)
