"""What is asked about levels, a longer time that was agreed, and clocks that are stopped?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.agree_extension import EXTENSION, agree_extension
from putright.casework.actions.pause_clocks import pause_clocks
from putright.casework.actions.resume_clocks import resume_clocks
from putright.casework.actions.set_tier import set_tier
from putright.casework.queries.timing_shown import levels_shown
from putright.domain.channels import Channel
from putright.domain.clocks import can_be_stopped, standing_still
from putright.domain.reasons import DELAY_REASON_WORDS, DelayReason
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import HOW_SAID, LetterForm
from putright.web.forms import CheckboxesField, Choice, DateField, RadiosField, SelectField, TextareaField
from putright.web.wording import nhs_date

_REASONS = tuple(Choice(code, words) for code, words in DELAY_REASON_WORDS.items())


class LevelForm(LetterForm):
    """Which level, and why."""

    tier = RadiosField("Which level is it?", (), required="Choose the level")
    why = TextareaField(
        "Why this level?",
        required="Say why it has this level",
        hint="The letter says this in your words. Write it to the person.",
        rows=4,
        max_length=4_000,
    )

    def fit(self) -> None:
        """Offer the procedure's levels, each with the day that it brings."""
        super().fit()
        self.rename("on", "When is it decided?")
        self.rename("channel", "How does the letter go that tells the person the day of the answer?")
        shown = levels_shown(self.about.actor, self.about.case.reference, self.about.today)
        self.offer("tier", [Choice(each.name, level_words(each.name), _hint(each.due_on)) for each in shown])

    def said(self) -> dict[str, Any]:
        """Say the level and why."""
        return {**super().said(), "tier": self.cleaned_data["tier"], "why": self.cleaned_data["why"]}


class ExtensionForm(LetterForm):
    """Which date, to which day, why, and how the person agreed."""

    promise = RadiosField("Which date is to be later?", (), required="Choose the date")
    new_date = DateField(
        "Which day was agreed?",
        name="The new date",
        required="Enter the day that was agreed",
        hint="For example, 30 6 2026",
    )
    agreed_by = RadiosField("How did the person agree?", HOW_SAID, required="Choose how the person agreed")
    agreed_words = TextareaField("What did they say?", rows=3, max_length=4_000)
    reason = SelectField("What kind of reason is it?", _REASONS, required="Choose the kind of reason")
    explanation = TextareaField(
        "What does the letter say of the reason?",
        required="Write the reason as the person will read it",
        hint="It stands under the heading: Why we need more time.",
        rows=5,
    )
    field_order = ("promise", "new_date", "agreed_by", "agreed_words", "reason", "explanation")

    def first_answers(self) -> dict[str, Any]:
        """Take it that they said so on the telephone, and that the letter goes by post."""
        return {**super().first_answers(), "agreed_by": Channel.TELEPHONE}

    def fit(self) -> None:
        """Offer what an agreement can move."""
        super().fit()
        self.rename("on", "When did the person agree?")
        self.rename("channel", "How does the letter go that confirms it?")
        self.offer("promise", by_agreement(self))

    def said(self) -> dict[str, Any]:
        """Say what was agreed."""
        answers = self.cleaned_data
        return {
            **super().said(),
            "step": answers["promise"],
            "new_date": answers["new_date"],
            "agreed_by": Channel(answers["agreed_by"]),
            "agreed_words": answers["agreed_words"],
            "reason": DelayReason(answers["reason"]),
            "explanation": answers["explanation"],
        }


class PauseForm(ActForm):
    """Which clocks stop, and why."""

    steps = CheckboxesField("Which clocks stop?", (), required="Choose at least one clock")
    why = TextareaField(
        "Why?", required="Say why", hint="For the file. The person can ask to see it.", rows=3, max_length=4_000
    )
    field_order = ("steps", "why", "on")

    def fit(self) -> None:
        """Offer the clocks that run and may be stopped."""
        self.rename("on", "From which day?")
        self.offer("steps", _clocks(self, can_be_stopped([shown.duty for shown in self.about.case.duties])))

    def said(self) -> dict[str, Any]:
        """Say which and why."""
        return {"steps": tuple(self.cleaned_data["steps"]), "why": self.cleaned_data["why"]}


class ResumeForm(ActForm):
    """Which clocks run again."""

    steps = CheckboxesField("Which clocks run again?", (), required="Choose at least one clock")
    why = TextareaField("Why?", hint="For the file.", rows=3, max_length=4_000)
    field_order = ("steps", "why", "on")

    def fit(self) -> None:
        """Offer the clocks that stand still."""
        self.rename("on", "From which day?")
        self.offer("steps", _clocks(self, standing_still([shown.duty for shown in self.about.case.duties])))

    def said(self) -> dict[str, Any]:
        """Say which."""
        return {"steps": tuple(self.cleaned_data["steps"]), "why": self.cleaned_data["why"]}


def by_agreement(form: ActForm) -> tuple[Choice, ...]:
    """The promises whose date the person and the body can agree to move, the body's own before the law's."""
    found: dict[str, Choice] = {}
    for shown in form.about.case.duties:
        duty = shown.duty
        if duty.is_to_do and duty.due_on and duty.rule.move is not None and EXTENSION in duty.rule.move.by:
            found.setdefault(duty.step, Choice(duty.step, duty.promise, f"Due on {nhs_date(duty.due_on)}"))
    return tuple(found.values())


def level_words(code: str) -> str:
    """A level as people read it.

    >>> level_words("very-serious")
    'Very serious'
    """
    return code.replace("-", " ").replace("_", " ").capitalize()


def _hint(due_on: Any) -> str:
    return f"Then it is due on {nhs_date(due_on)}" if due_on else ""


def _clocks(form: ActForm, steps: tuple[str, ...]) -> tuple[Choice, ...]:
    words = {shown.duty.step: shown.duty.promise for shown in reversed(form.about.case.duties)}
    return tuple(Choice(step, words[step]) for step in steps)


ACTS = (
    Act(
        name="set_tier",
        title="Decide the level of the complaint",
        button="See the letter",
        done="The level is decided, and the dates follow from it",
        action=set_tier,
        form=LevelForm,
        asks=(
            "Where the procedure has levels, the level sets the time for the answer, counted as the procedure says. The"
            " person is told the day. Setting it again keeps what an earlier date had already missed."
        ),
        has_letter=True,
    ),
    Act(
        name="agree_extension",
        title="A longer time was agreed",
        button="See the letter",
        done="The longer time is recorded, and the letter that confirms it is ready",
        action=agree_extension,
        form=ExtensionForm,
        asks=(
            "A date can be moved by agreement before it has passed. Ask the person first, then confirm it in writing."
            " What is agreed after the date has passed does not move it."
        ),
        authority="SI 2009/309 reg 14(3)(b), for the answer",
        has_letter=True,
    ),
    Act(
        name="pause_clocks",
        title="Stop a clock",
        button="Stop it",
        done="The clock stands still",
        action=pause_clocks,
        form=PauseForm,
        asks="Only where the procedure says so. The law's clocks never stop, and the person is kept informed.",
    ),
    Act(
        name="resume_clocks",
        title="Let a clock run again",
        button="Let it run",
        done="The clock runs again, and its date is later by the days between",
        action=resume_clocks,
        form=ResumeForm,
        asks="The days on which it stood still are added to its date.",
    ),
)
