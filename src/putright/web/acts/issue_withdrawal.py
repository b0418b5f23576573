"""What is asked when the person withdraws one thing that they complained of, or wants an answer to it after all?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.resume_issue import resume_issue
from putright.casework.actions.withdraw_issue import withdraw_issue
from putright.casework.queries.case_page import IssueShown
from putright.domain.channels import Channel
from putright.domain.withdrawing import needs_the_patient
from putright.web.acts.act import Act
from putright.web.acts.asked import HOW_IT_CAME, LetterForm
from putright.web.acts.withdrawal import NO, YES
from putright.web.forms import Choice, RadiosField, TextareaField


def _choices(issues: list[IssueShown]) -> list[Choice]:
    return [Choice(str(one.number), f"{one.number}. {one.subject_words}", one.words[:200]) for one in issues]


class WithdrawnForm(LetterForm):
    """Which issue, when and how the person said so, and whether the patient wants it too."""

    issue = RadiosField("What is withdrawn?", (), required="Choose what is withdrawn")
    said_by = RadiosField("How did the person say so?", HOW_IT_CAME, required="Choose how the person said so")
    patient_agrees = RadiosField(
        "Does the patient want it too?",
        (
            Choice(YES, "Yes, I have asked them"),
            Choice(NO, "No, or nobody has asked them", "Then it is not withdrawn. The patient can go on."),
        ),
        required="Choose whether the patient wants it too",
    )
    note = TextareaField("What did they say?", hint="For the file. The person can ask to see it.", rows=4)
    field_order = ("issue", "on", "said_by", "patient_agrees", "note")

    def fit(self) -> None:
        """Offer what is still to be answered, and ask about the patient where it is theirs to end."""
        super().fit()
        self.order_fields(self.field_order)
        self.rename("on", "When did the person say so?")
        case = self.about.case
        can_be = [one for one in case.issues if one.number in case.intake.can_be_left_out]
        self.offer("issue", _choices(can_be))
        if not needs_the_patient(case.basis):
            del self.fields["patient_agrees"]

    def said(self) -> dict[str, Any]:
        """Say all of it."""
        answers = self.cleaned_data
        return {
            **super().said(),
            "issue": int(answers["issue"]),
            "said_by": Channel(answers["said_by"]),
            "patient_agrees": answers.get("patient_agrees") == YES,
            "note": answers["note"],
        }


class ResumedForm(LetterForm):
    """Which issue is looked into again."""

    issue = RadiosField("What is looked into after all?", (), required="Choose what is looked into after all")
    note = TextareaField("What did they say?", hint="For the file. The person can ask to see it.", rows=4)
    field_order = ("issue", "on", "note")

    def fit(self) -> None:
        """Offer what was withdrawn."""
        super().fit()
        self.order_fields(self.field_order)
        self.rename("on", "When did the person say so?")
        case = self.about.case
        out = [one for one in case.issues if one.number in case.intake.withdrawn]
        self.offer("issue", _choices(out))
        if len(out) == 1 and not self.is_bound:
            self.initial["issue"] = str(out[0].number)

    def said(self) -> dict[str, Any]:
        """Say which."""
        answers = self.cleaned_data
        return {**super().said(), "issue": int(answers["issue"]), "note": answers["note"]}


ACTS = (
    Act(
        name="withdraw_issue",
        title="A part of the complaint is withdrawn",
        button="See the letter",
        done="It is recorded that a part was withdrawn",
        action=withdraw_issue,
        form=WithdrawnForm,
        asks=(
            "Make sure that nobody was talked into it. The rest goes on, and no date changes. The answer says that this"
            " part was withdrawn, and says nothing else about it."
        ),
        has_letter=True,
    ),
    Act(
        name="resume_issue",
        title="The person wants an answer to it after all",
        button="See the letter",
        done="It is looked into again",
        action=resume_issue,
        form=ResumedForm,
        asks="What was said, planned and found on it before is still there. Nobody has to say it again.",
        has_letter=True,
    ),
)
