"""What is asked when the details of a complaint are asked for and come in?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.acknowledge_details import acknowledge_details
from putright.casework.actions.record_details import record_details
from putright.casework.actions.request_details import request_details
from putright.casework.said import IssueSaid
from putright.domain.channels import Channel
from putright.domain.issues import SUBJECT_WORDS, Subject
from putright.web.acts.act import Act, ActForm
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
)
