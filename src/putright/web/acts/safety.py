"""What is asked when something must be known before a person is met or rung, and when it need not be any more?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.flag_safety import flag_safety
from putright.casework.actions.lift_safety_flag import lift_safety_flag
from putright.casework.actions.review_safety_flag import review_safety_flag
from putright.casework.queries.safety_shown import FlagShown
from putright.domain.deaths import Who
from putright.domain.safety import DANGER_WORDS, Danger
from putright.web.acts.act import Act, ActForm
from putright.web.forms import Choice, DateField, RadiosField, TextareaField

_WHAT_IT_IS = (
    "What somebody did or what may happen, never what somebody is. Only those who may meet or ring the person read it;"
    " the person is not told, and no letter says it. To limit how somebody contacts us is another thing."
)
_TO_DO = "What do you do before anybody meets or rings them?"
_TO_DO_HINT = "Such as: two of us, at the surgery, never at home. Ring the mobile alone, and leave no message."


class FlagForm(ActForm):
    """About whom, which danger, what to do, why, and until when."""

    who = RadiosField("About whom?", (), required="Choose about whom it is")
    danger = RadiosField(
        "What is the danger?",
        tuple(Choice(danger, words) for danger, words in DANGER_WORDS.items()),
        required="Choose what the danger is",
    )
    what_to_do = TextareaField(_TO_DO, required="Write down what is to be done", hint=_TO_DO_HINT, rows=3)
    why = TextareaField(
        "Why?",
        required="Write down why",
        hint="What happened, when, and who saw it. The person may ask to see what is kept about them.",
        rows=4,
    )
    review_on = DateField(
        "When is it looked at again?",
        name="The day",
        required="Enter the day",
        hint="Six months ahead at most. After it the flag lapses.",
        not_before_today=True,
    )
    field_order = ("who", "danger", "what_to_do", "why", "review_on")

    def first_answers(self) -> dict[str, Any]:
        """Begin with whoever complains where nobody else can be meant."""
        return {} if self.about.case.patient else {"who": Who.COMPLAINANT}

    def fit(self) -> None:
        """Name the people of the case; it is set today."""
        case = self.about.case
        del self.fields["on"]
        people = [(Who.COMPLAINANT, case.complainant), (Who.PATIENT, case.patient)]
        self.offer("who", [Choice(who, person.name) for who, person in people if person])

    def said(self) -> dict[str, Any]:
        """Say all of it."""
        answers = self.cleaned_data
        return {
            "whose": Who(answers["who"]),
            "danger": Danger(answers["danger"]),
            **{name: answers[name] for name in ("what_to_do", "why", "review_on")},
        }


class _OfAFlagForm(ActForm):
    """Which flag."""

    flag = RadiosField("Which flag?", (), required="Choose the flag")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the one that was pointed at, or with the only one."""
        flags = self._flags()
        return {"flag": str(flags[0].entry)} if len(flags) == 1 else {}

    def fit(self) -> None:
        """Offer the flags of this case; it is done today."""
        del self.fields["on"]
        self.offer("flag", [Choice(str(flag.entry), f"{flag.name}: {flag.danger}") for flag in self._flags()])

    def said(self) -> dict[str, Any]:
        """Say which."""
        return {"flag": int(self.cleaned_data["flag"])}

    def _flags(self) -> tuple[FlagShown, ...]:
        every = self.about.case.safety.here
        pointed = tuple(flag for flag in every if self.about.number in (flag.entry, flag.flag))
        return pointed or every


class ReviewForm(_OfAFlagForm):
    """What is to be done from now on, why it is still needed, and until when."""

    what_to_do = TextareaField(_TO_DO, required="Write down what is to be done", hint=_TO_DO_HINT, rows=3)
    why = TextareaField(
        "Why is it still needed?", required="Write down why it is still needed", hint="What has happened since.", rows=3
    )
    review_on = DateField(
        "When is it looked at again?",
        name="The day",
        required="Enter the day",
        hint="Six months ahead at most.",
        not_before_today=True,
    )
    field_order = ("flag", "what_to_do", "why", "review_on")

    def first_answers(self) -> dict[str, Any]:
        """Begin with what it says now."""
        flags = self._flags()
        now = {"what_to_do": flags[0].what_to_do} if len(flags) == 1 else {}
        return {**super().first_answers(), **now}

    def said(self) -> dict[str, Any]:
        """Say which, what, why and until when."""
        return {**super().said(), **{name: self.cleaned_data[name] for name in ("what_to_do", "why", "review_on")}}


class LiftForm(_OfAFlagForm):
    """Why it is not needed any more."""

    why = TextareaField("Why is it not needed any more?", required="Write down why it is not needed any more", rows=3)
    field_order = ("flag", "why")

    def said(self) -> dict[str, Any]:
        """Say which, and why."""
        return {**super().said(), "why": self.cleaned_data["why"]}


ACTS = (
    Act(
        name="flag_safety",
        title="Set a safety flag",
        button="Set the flag",
        done="The flag is set. Whoever meets or rings them reads it first",
        action=flag_safety,
        form=FlagForm,
        asks=_WHAT_IT_IS,
    ),
    Act(
        name="review_safety_flag",
        title="Look again at a safety flag",
        button="Keep the flag",
        done="The flag stands until its new day",
        action=review_safety_flag,
        form=ReviewForm,
        asks="If it is not needed any more, lift it instead.",
    ),
    Act(
        name="lift_safety_flag",
        title="Lift a safety flag",
        button="Lift the flag",
        done="The flag is lifted",
        action=lift_safety_flag,
        form=LiftForm,
        asks="Nobody reads it any more before they meet or ring the person.",
    ),
)
