"""What is asked to put things right for the person: what they are given, what they say to it, and that they had it?"""

from __future__ import annotations

from typing import Any

from django import forms

from putright.casework.actions.decide_remedy import decide_remedy
from putright.casework.actions.give_remedy import give_remedy
from putright.casework.actions.record_remedy_answer import record_remedy_answer
from putright.domain.remedies import KIND_WORDS, RULES, RemedyKind, pence_of
from putright.gateways.injustice_file import scale
from putright.web.acts.act import Act, ActForm
from putright.web.casefile.said import what_exactly
from putright.web.forms import Choice, DateField, RadiosField, SelectField, TextareaField, TextField
from putright.web.wording import nhs_date

TAKES, DECLINES = "takes", "declines"
_HINTS = {
    RemedyKind.CARE: "An appointment, a second opinion, equipment.",
    RemedyKind.DECISION: "By somebody else, or in the right way.",
    RemedyKind.REPAYMENT: "What they paid because of what went wrong: fares, private care, a prescription.",
    RemedyKind.DISTRESS: "Where nothing puts them back where they would have been. It admits no liability.",
}
_LONGEST_LINE = 120


class DecideForm(ActForm):
    """What the person is given for one issue, what it comes to, and by when."""

    issue = SelectField("For which issue?", (), required="Choose the issue")
    kind = RadiosField(
        "What puts it right?",
        tuple(Choice(kind, words, _HINTS.get(kind, "")) for kind, words in KIND_WORDS.items()),
        required="Choose what puts it right",
    )
    words = TextareaField(
        "What will they have?",
        required="Say what they will have",
        hint="The response says this in your words. Write to the person: “We will pay back …”.",
        rows=3,
    )
    amount = TextField("How much, if it is money?", hint="In pounds, such as 250 or 1,250.50", max_length=20)
    why_amount = TextareaField("Why this amount?", rows=3)
    by = DateField(
        "By which day will they have it?", name="The day by which they will have it", required="Enter the day"
    )
    field_order = ("issue", "kind", "words", "amount", "why_amount", "by", "on")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the issue that was pointed at, or the only one."""
        issues = [issue for issue in self.about.case.issues if not issue.exclusion]
        return {"issue": self.about.number or (issues[0].number if len(issues) == 1 else None)}

    def fit(self) -> None:
        """Offer the issues that are dealt with, and say what the scale of injustice names."""
        self.rename("on", "When was it decided?")
        issues = (issue for issue in self.about.case.issues if not issue.exclusion)
        self.offer("issue", [Choice(str(one.number), f"{one.number}. {one.subject_words}") for one in issues])
        levels = "; ".join(
            f"level {level.level}, {level.pounds}" for level in scale().levels if level.least is not None
        )
        hint = f"For distress the Ombudsman’s scale of injustice names: {levels}. Another amount needs its reason."
        self.explain("why_amount", hint)

    def clean_amount(self) -> int | None:
        """The amount in pence."""
        typed = self.cleaned_data["amount"].strip()
        if not typed:
            return None
        pence = pence_of(typed)
        if pence is None:
            raise forms.ValidationError("Enter an amount in pounds, such as 250 or 1,250.50")
        return pence

    def said(self) -> dict[str, Any]:
        """Say the remedy."""
        answers = self.cleaned_data
        return {
            "issue": int(answers["issue"]),
            "kind": RemedyKind(answers["kind"]),
            "words": answers["words"],
            "by": answers["by"],
            "pence": answers["amount"],
            "why_amount": answers["why_amount"],
        }


class _OfARemedyForm(ActForm):
    """Which remedy it is."""

    remedy = SelectField("Which remedy?", (), required="Choose the remedy")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the one that was pointed at, or the only one that is open."""
        open_now = self._open()
        return {"remedy": self.about.number or (open_now[0][0] if len(open_now) == 1 else None)}

    def fit(self) -> None:
        """Offer what is still to be given, the soonest first."""
        self.offer("remedy", [Choice(number, words[:_LONGEST_LINE]) for number, words in self._open()])

    def said(self) -> dict[str, Any]:
        """Say which."""
        return {"remedy": int(self.cleaned_data["remedy"])}

    def _open(self) -> list[tuple[str, str]]:
        said = what_exactly(self.about.case)
        open_now = [shown.duty for shown in self.about.case.to_do if shown.duty.procedure == RULES]
        return [
            (duty.about, f"By {nhs_date(duty.due_on)}: {said.get(duty.about, '')}")
            for duty in open_now
            if duty.about and duty.due_on
        ]


class AnswerForm(_OfARemedyForm):
    """What the person says to it."""

    answer = RadiosField(
        "What does the person say?",
        (Choice(TAKES, "They take it"), Choice(DECLINES, "They do not want it", "It is then owed no more.")),
        required="Choose what the person says",
    )
    words = TextareaField("In their words", rows=3)
    field_order = ("remedy", "answer", "words", "on")

    def said(self) -> dict[str, Any]:
        """Say which, and the answer."""
        answers = self.cleaned_data
        return {**super().said(), "accepts": answers["answer"] == TAKES, "words": answers["words"]}


class GivenForm(_OfARemedyForm):
    """What shows that it was given."""

    words = TextareaField(
        "What shows it?",
        required="Say what shows that it was given",
        hint="The number of the payment, the day of the appointment, who gave it.",
        rows=3,
    )
    field_order = ("remedy", "words", "on")

    def said(self) -> dict[str, Any]:
        """Say which, and what shows it."""
        return {**super().said(), "words": self.cleaned_data["words"]}


ACTS = (
    Act(
        name="decide_remedy",
        title="Decide how to put it right for the person",
        button="Record the decision",
        done="It is recorded, and the response will say so",
        action=decide_remedy,
        form=DecideForm,
        asks=(
            "First what puts the person back where they would have been; where nothing can, something that makes up for"
            " it. Whoever records this authorises it. Nobody is asked to give up a right for it."
        ),
        authority="NHS Complaint Standards: giving fair and accountable responses",
    ),
    Act(
        name="record_remedy_answer",
        title="What the person says of a remedy",
        button="Record the answer",
        done="It is recorded what the person said",
        action=record_remedy_answer,
        form=AnswerForm,
        asks="Taking a remedy takes away no right: the person can go to the Ombudsman all the same.",
    ),
    Act(
        name="give_remedy",
        title="A remedy was given",
        button="Record that it was given",
        done="It is recorded that the remedy was given",
        action=give_remedy,
        form=GivenForm,
    ),
)
