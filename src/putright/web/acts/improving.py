"""What is asked when something is changed because of a complaint, and when the person is told of it?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.plan_improvement import plan_improvement
from putright.casework.actions.tell_improvements import tell_improvements
from putright.casework.queries.staff import people_of
from putright.domain.improvements import LONGEST
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import LetterForm
from putright.web.forms import Choice, DateField, RadiosField, SelectField, TextareaField

YES, NO = "yes", "no"
_FOR_ALL = "The whole organisation reads this, so it names nobody."


class PlanForm(ActForm):
    """What is changed, who sees to it, by when, and what was learnt."""

    what = TextareaField("What is changed?", required="Say what is changed", hint=_FOR_ALL, rows=3, max_length=LONGEST)
    owner = SelectField(
        "Who sees to it?",
        (),
        required="Choose who sees to it",
        hint="They see this, and nothing of the case unless they see it anyway.",
    )
    due_on = DateField("By which day?", name="The day by which it is done", required="Enter the day")
    lesson = TextareaField(
        "What was learnt?", hint=f"For others who do the same work. {_FOR_ALL}", rows=3, max_length=LONGEST
    )
    tells = RadiosField(
        "Does the person want to hear of it once it is done?",
        (Choice(YES, "Yes", "Writing to them is then owed within 10 working days."), Choice(NO, "No, or not asked")),
        required="Choose whether the person wants to hear of it",
    )
    field_order = ("what", "owner", "due_on", "lesson", "tells")

    def first_answers(self) -> dict[str, Any]:
        """Take it that they want to hear of it."""
        return {"tells": YES}

    def fit(self) -> None:
        """Offer everybody who works here; what is planned is of today."""
        del self.fields["on"]
        self.offer("owner", [Choice(str(one.id), f"{one.name}, {one.post}") for one in people_of(self.about.actor)])

    def said(self) -> dict[str, Any]:
        """Say it."""
        answers = self.cleaned_data
        return {
            "what": answers["what"],
            "owner": int(answers["owner"]),
            "due_on": answers["due_on"],
            "lesson": answers["lesson"],
            "tells": answers["tells"] == YES,
        }


class TellForm(LetterForm):
    """What there is to say besides, and how the letter goes."""

    words = TextareaField(
        "Would you like to add something?", hint="The letter names what was changed and how they can see it.", rows=4
    )

    def said(self) -> dict[str, Any]:
        """Say it, and how it goes."""
        return {**super().said(), "words": self.cleaned_data["words"]}


ACTS = (
    Act(
        name="plan_improvement",
        title="Plan what is changed because of it",
        button="Plan it",
        done="It is planned, and stands in the list of improvements",
        action=plan_improvement,
        form=PlanForm,
        asks="So that it does not happen to the next person. It is owed by its day also after the case is closed.",
        authority="SI 2009/309 reg 3(2)(g) and 4(1)(a)",
    ),
    Act(
        name="tell_improvements",
        title="Tell the person what has changed",
        button="See the letter",
        done="The person is told what has changed",
        action=tell_improvements,
        form=TellForm,
        asks="One letter tells of everything that was made and of which they have not heard.",
        has_letter=True,
    ),
)
