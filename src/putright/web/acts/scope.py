"""What is asked when it is decided whether a complaint, a part of it, or who makes it is taken up?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.decide_lateness import decide_lateness
from putright.casework.actions.exclude_issues import exclude_issues
from putright.casework.actions.refuse_representative import refuse_representative
from putright.casework.actions.take_back_exclusion import take_back_exclusion
from putright.domain.refusing import UNACCEPTED_WORDS, Unaccepted
from putright.domain.scope import GROUND_WORDS, Ground
from putright.web.acts.act import Act
from putright.web.acts.asked import LetterForm
from putright.web.forms import CheckboxesField, Choice, RadiosField, TextareaField

YES, NO = "yes", "no"
_REASONS = "The letter says this in your words. Write it to the person: what you looked at, and why it is so."

_STILL_LOOKED_INTO = (
    "The person says that the same is still being looked into elsewhere. That is no ground by itself: it counts as"
    " investigated before only once it was answered."
)


class DecisionForm(LetterForm):
    """A decision with reasons, which a letter tells the person."""

    reasons = TextareaField(
        "What are the reasons?", required="Give the reasons for the decision", hint=_REASONS, rows=6, max_length=10_000
    )

    def fit(self) -> None:
        """Ask for the day of the decision, which is the letter's."""
        super().fit()
        self.rename("on", "Date of the decision and of the letter")

    def said(self) -> dict[str, Any]:
        """Say why."""
        return {**super().said(), "reasons": self.cleaned_data["reasons"]}


class LeaveOutForm(DecisionForm):
    """What is left out, and on which ground of the law."""

    issues = CheckboxesField(
        "What is not dealt with?",
        (),
        required="Choose what is not dealt with",
        hint="The rest goes on and is answered.",
    )
    ground = RadiosField(
        "On which ground?",
        [Choice(ground, f"{words[0].upper()}{words[1:]}", law) for ground, (words, law) in GROUND_WORDS.items()],
        required="Choose the ground",
        hint="There are no others. That a complaint is late, or comes from somebody difficult, is none.",
    )
    field_order = ("issues", "ground", "reasons")

    def fit(self) -> None:
        """Offer the issues that can be left out still."""
        super().fit()
        case = self.about.case
        can_be = [issue for issue in case.issues if issue.number in case.intake.can_be_left_out]
        self.offer("issues", [Choice(str(one.number), f"{one.number}. {one.subject_words}") for one in can_be])
        if len(can_be) == 1 and not self.is_bound:
            self.initial["issues"] = [str(can_be[0].number)]
        raised = case.intake.raised_before
        if raised is not None and not raised.meaning.may_leave_out:
            self.explain("ground", _STILL_LOOKED_INTO)

    def said(self) -> dict[str, Any]:
        """Say what, and on which ground."""
        answers = self.cleaned_data
        chosen = tuple(int(number) for number in answers["issues"])
        return {**super().said(), "issues": chosen, "ground": Ground(answers["ground"])}


class AfterAllForm(DecisionForm):
    """What is dealt with after all."""

    issue = RadiosField("What is dealt with after all?", (), required="Choose what is dealt with after all")
    field_order = ("issue", "reasons")

    def fit(self) -> None:
        """Offer what was left out."""
        super().fit()
        case = self.about.case
        out = [issue for issue in case.issues if issue.number in case.intake.left_out]
        self.offer("issue", [Choice(str(one.number), f"{one.number}. {one.subject_words}") for one in out])
        if len(out) == 1 and not self.is_bound:
            self.initial["issue"] = str(out[0].number)

    def said(self) -> dict[str, Any]:
        """Say what."""
        return {**super().said(), "issue": int(self.cleaned_data["issue"])}


class NotAcceptedForm(DecisionForm):
    """On which ground somebody who complains for another is not accepted."""

    ground = RadiosField("On which ground?", (), required="Choose the ground")
    field_order = ("ground", "reasons")

    def fit(self) -> None:
        """Offer the grounds that the law has against somebody who complains on this footing."""
        super().fit()
        grounds = self.about.case.intake.against
        words = {ground: UNACCEPTED_WORDS[ground] for ground in grounds}
        self.offer(
            "ground", [Choice(ground, f"{said[0].upper()}{said[1:]}", law) for ground, (said, law) in words.items()]
        )

    def said(self) -> dict[str, Any]:
        """Say on which ground."""
        return {**super().said(), "ground": Unaccepted(self.cleaned_data["ground"])}


class LatenessForm(DecisionForm):
    """Both questions of the law on a late complaint, and why."""

    good_reasons = RadiosField(
        "Were there good reasons for not complaining sooner?",
        (Choice(YES, "Yes"), Choice(NO, "No")),
        required="Choose whether there were good reasons",
        hint="Such as illness, grief, or being told to wait for another inquiry.",
    )
    still_possible = RadiosField(
        "Can it still be looked into effectively and fairly?",
        (Choice(YES, "Yes"), Choice(NO, "No")),
        required="Choose whether it can still be looked into",
        hint="Are there records? Can the people who were there be asked?",
    )
    field_order = ("good_reasons", "still_possible", "reasons")

    def said(self) -> dict[str, Any]:
        """Say both answers."""
        answers = self.cleaned_data
        return {
            **super().said(),
            "good_reasons": answers["good_reasons"] == YES,
            "still_possible": answers["still_possible"] == YES,
        }


ACTS = (
    Act(
        name="decide_lateness",
        title="Decide on a late complaint",
        button="Continue",
        done="The decision on the late complaint is recorded",
        action=decide_lateness,
        form=LatenessForm,
        asks=(
            "A late complaint is taken up where both answers are yes. If it is not, the person is told why in writing."
        ),
        authority="SI 2009/309 reg 12(2)",
        has_letter=True,
    ),
    Act(
        name="exclude_issues",
        title="Leave something out",
        button="See the letter",
        done="It is decided what is not dealt with",
        action=exclude_issues,
        form=LeaveOutForm,
        asks="The law names what need not be dealt with. The person is told in writing what and why. The rest goes on.",
        authority="SI 2009/309 reg 8(1) to (3)",
        has_letter=True,
    ),
    Act(
        name="take_back_exclusion",
        title="Deal with something after all",
        button="Continue",
        done="It is dealt with after all",
        action=take_back_exclusion,
        form=AfterAllForm,
        asks="What was left out by mistake had to be dealt with all along: its dates count as if it never was.",
        authority="SI 2009/309 reg 6(1)",
        has_letter=True,
    ),
    Act(
        name="refuse_representative",
        title="Not accept who complains for another",
        button="See the letter",
        done="It is decided that the representative is not accepted",
        action=refuse_representative,
        form=NotAcceptedForm,
        asks=(
            "The complaint is then not considered further from this person, who is told why in writing. What happened"
            " can still be looked into, so that care gets better."
        ),
        authority="SI 2009/309 reg 5(3) to (5)",
        has_letter=True,
    ),
)
