"""What is asked when it is agreed with the person, or set, how their complaint is handled?"""

from __future__ import annotations

from typing import Any, Final

from putright.casework.actions.plan_handling import plan_handling
from putright.casework.handling_plans import KIND
from putright.casework.queries.case_page import CasePage
from putright.domain.handling import HandlingPlan, from_text
from putright.web.acts.act import Act, lines_of
from putright.web.acts.asked import LetterForm
from putright.web.forms import Choice, DateField, RadiosField, TextareaField

AGREED: Final = "agreed"
SET: Final = "set"


class PlanForm(LetterForm):
    """What is looked into, how, by whom and until when; whether it was agreed; and the letter."""

    issues = TextareaField(
        "What is looked into?",
        required="Say what is looked into",
        hint="One thing on each line, in the words that were agreed.",
        rows=4,
    )
    wanted = TextareaField("What would the person like to happen?", hint="One thing on each line.", rows=3)
    how = TextareaField(
        "How is it looked into?",
        required="Say how it is looked into",
        hint="One thing on each line: who is asked, what is read, whether people meet.",
        rows=4,
    )
    who_does_it = TextareaField("Who does it?", hint="One person on each line, with their post.", rows=2)
    respond_by = DateField("By when is it answered?", name="The day of the answer")
    agreed = RadiosField(
        "Was this agreed with the person?",
        (
            Choice(AGREED, "Yes, they agree to it", "A letter confirms it."),
            Choice(SET, "No, we set it", "Our offer of a discussion was not taken up. A letter tells them the day."),
        ),
        required="Choose whether it was agreed with the person",
    )
    why = TextareaField("What has changed, and why?", rows=3)
    field_order = ("issues", "wanted", "how", "who_does_it", "respond_by", "agreed", "why", "on", "channel")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the plan as it stands; with none, by what was complained of and is wanted."""
        case = self.about.case
        plan = latest_plan(case)
        if plan is None:
            issues = [" ".join(issue.words.split()) for issue in case.issues if not issue.exclusion]
            plan = HandlingPlan(issues=tuple(issues), how=(), wanted=lines_of(case.outcome_wanted))
        return {
            **super().first_answers(),
            "issues": "\n".join(plan.issues),
            "wanted": "\n".join(plan.wanted),
            "how": "\n".join(plan.how),
            "who_does_it": "\n".join(plan.who),
            "respond_by": plan.respond_by,
            "agreed": AGREED,
        }

    def fit(self) -> None:
        """Ask why it has changed only where there is something to change."""
        super().fit()
        if latest_plan(self.about.case) is None:
            del self.fields["why"]
        else:
            self.fields["why"] = TextareaField(
                "What has changed, and why?", required="Say what has changed and why", rows=3
            )
        self.order_fields([name for name in self.field_order if name in self.fields])

    def said(self) -> dict[str, Any]:
        """Say the plan, whether it was agreed, and why it changed."""
        answers = self.cleaned_data
        plan = HandlingPlan(
            issues=lines_of(answers["issues"]),
            how=lines_of(answers["how"]),
            wanted=lines_of(answers["wanted"]),
            who=lines_of(answers["who_does_it"]),
            respond_by=answers["respond_by"],
        )
        return {**super().said(), "plan": plan, "agreed": answers["agreed"] == AGREED, "why": answers.get("why") or ""}


def latest_plan(case: CasePage) -> HandlingPlan | None:
    """The plan as it stands, from the papers of the case; nothing where none was kept."""
    papers = [paper for paper in case.papers if paper.kind == KIND]
    return from_text(papers[-1].text or "") if papers else None


ACTS = (
    Act(
        name="plan_handling",
        title="Plan how it is handled",
        button="See the letter",
        done="The plan is kept, and its letter is ready",
        action=plan_handling,
        form=PlanForm,
        asks=(
            "Agree with the person what is looked into, how, and by when they have the answer. Record the talk itself"
            " under “Record a discussion”. Every version is kept."
        ),
        authority="SI 2009/309 reg 13(7) and (8)",
        has_letter=True,
    ),
)
