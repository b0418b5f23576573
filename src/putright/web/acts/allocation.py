"""What is asked where somebody appeals against being on the Special Allocation Scheme, alone or beside a complaint?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.record_appeal_decision import record_appeal_decision
from putright.casework.actions.take_up_as_complaint import take_up_as_complaint
from putright.casework.actions.tell_appeal_apart import tell_appeal_apart
from putright.casework.queries.case_page import CasePage
from putright.casework.queries.other_procedures import procedures_for_appeals
from putright.casework.splitting import reference_to_give
from putright.domain.allocation import DECISION_WORDS, LAW, NOTHING_TO_TELL_APART, AppealDecision
from putright.domain.duty import Refused
from putright.web.acts.act import Act
from putright.web.acts.asked import LetterForm
from putright.web.acts.named_organisation import (
    check_organisation,
    offer_organisations,
    organisation_fields,
    organisation_said,
)
from putright.web.acts.scope import DecisionForm as ReasonsForm
from putright.web.forms import CheckboxesField, Choice, HiddenField, RadiosField, TextareaField

ANOTHER = "another"
_OF_ANOTHER = ("organisation", "organisation_name", "organisation_address")


def _nothing_to_tell_apart(case: CasePage) -> Refused | None:
    return None if case.undecided else NOTHING_TO_TELL_APART


class ToldApartForm(LetterForm):
    """What of it is the appeal, who decides it, and why it goes there."""

    issues = CheckboxesField(
        "What is about being on the scheme?",
        (),
        required="Choose what is about being on the scheme",
        hint="Only whether the person should be on it. How they were treated there is a complaint, and goes on here.",
    )
    decided_by = RadiosField("Who decides the appeal?", (), required="Choose who decides the appeal")
    organisation = organisation_fields()["organisation"]
    organisation_name = organisation_fields()["organisation_name"]
    organisation_address = organisation_fields()["organisation_address"]
    why = TextareaField(
        "Why is this an appeal?",
        required="Say why it is an appeal",
        hint="The letter says this in your words. Write it to the person.",
        rows=4,
        max_length=4_000,
    )
    reference = HiddenField()  # the same in the letter that is read and in the one that is kept
    field_order = ("issues", "decided_by", *_OF_ANOTHER, "why")

    def first_answers(self) -> dict[str, Any]:
        """Take it that another organisation decides."""
        return {**super().first_answers(), "decided_by": ANOTHER, "reference": reference_to_give()}

    def fit(self) -> None:
        """Offer the issues, the body's own procedures for such appeals, and the organisations of the register."""
        super().fit()
        open_ones = self.about.case.undecided
        self.offer(
            "issues",
            [Choice(str(one.number), f"{one.number}. {one.subject_words}", one.words[:200]) for one in open_ones],
        )
        if len(open_ones) == 1 and not self.is_bound:
            self.initial["issues"] = [str(open_ones[0].number)]
        ours = [
            Choice(each.name, f"We do: {each.title}")
            for each in procedures_for_appeals(self.about.actor, self.about.today)
        ]
        another = Choice(ANOTHER, "Another organisation: the commissioner", reveals=_OF_ANOTHER)
        self.offer("decided_by", [*ours, another])
        offer_organisations(self)

    def clean(self) -> dict[str, Any] | None:
        """Ask for the name of one that is not in the list."""
        cleaned = super().clean()
        if self.cleaned_data.get("decided_by") == ANOTHER:
            check_organisation(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say what, who decides, and why."""
        answers = self.cleaned_data
        is_another = answers["decided_by"] == ANOTHER
        return {
            **super().said(),
            "issues": tuple(int(number) for number in answers["issues"]),
            "why": answers["why"],
            "decided_by": organisation_said(self) if is_another else None,
            "procedure": "" if is_another else answers["decided_by"],
            "reference": answers["reference"],
        }


class AppealDecisionForm(LetterForm):
    """What the panel decided, and why."""

    decision = RadiosField(
        "What did the panel decide?",
        [Choice(decision.value, words) for decision, words in DECISION_WORDS.items()],
        required="Choose what the panel decided",
    )
    reasons = TextareaField(
        "What are its reasons?",
        required="Give the reasons of the panel",
        hint="The letter says this in your words. Write it to the person.",
        rows=6,
        max_length=10_000,
    )
    field_order = ("on", "decision", "reasons")

    def fit(self) -> None:
        """Ask for the day of the decision."""
        super().fit()
        self.rename("on", "When did the panel decide?")

    def said(self) -> dict[str, Any]:
        """Say what, and why."""
        answers = self.cleaned_data
        return {
            **super().said(),
            "decision": AppealDecision(answers["decision"]),
            "reasons": answers["reasons"],
        }


ACTS = (
    Act(
        name="tell_appeal_apart",
        title="It is an appeal against being on the scheme",
        button="See the letter",
        done="The appeal is told apart from the complaint",
        action=tell_appeal_apart,
        form=ToldApartForm,
        pointless=_nothing_to_tell_apart,
        asks=(
            "Ask the person, if you are not sure: do they challenge being on the Special Allocation Scheme, or the"
            " service they had there? The first is an appeal, which a panel of the commissioner decides; the second is"
            " a complaint. One letter can hold both: each part then goes on by itself, and nobody has to write again."
        ),
        authority=LAW,
        has_letter=True,
    ),
    Act(
        name="record_appeal_decision",
        title="Record what was decided on the appeal",
        button="Continue",
        done="It is recorded what was decided on the appeal",
        action=record_appeal_decision,
        form=AppealDecisionForm,
        asks="Where the panel is your own, the letter tells the person. Where it is another's, it is for the file.",
        authority=LAW,
        has_letter=True,
    ),
    Act(
        name="take_up_as_complaint",
        title="It is a complaint after all",
        button="Continue",
        done="It is dealt with as a complaint",
        action=take_up_as_complaint,
        form=ReasonsForm,
        asks=(
            "Its dates count as if it had been one all along. The person is told, if they were told that it is an"
            " appeal."
        ),
        authority="SI 2009/309 reg 6(1)",
        has_letter=True,
    ),
)
