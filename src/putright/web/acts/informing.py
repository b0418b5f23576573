"""What is asked when the person is kept informed: how things stand, a changed date, a delay?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.change_timescale import change_timescale
from putright.casework.actions.explain_delay import explain_delay
from putright.casework.actions.send_update import send_update
from putright.domain.channels import Channel
from putright.domain.reasons import DELAY_REASON_WORDS, DelayReason
from putright.domain.vocabulary import Authority
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import POSTED, LetterForm, emailed
from putright.web.forms import Choice, DateField, RadiosField, SelectField, TextareaField
from putright.web.wording import nhs_date

_REASONS = tuple(Choice(code, words) for code, words in DELAY_REASON_WORDS.items())


class UpdateForm(ActForm):
    """What has been done, what is still to do, and when the response is expected."""

    done_so_far = TextareaField("What has been done so far?", required="Say what has been done so far", rows=5)
    still_to_do = TextareaField("What is still to be done?", required="Say what is still to be done", rows=5)
    expected_on = DateField(
        "When do you expect to send the response?",
        name="The day of the response",
        required="Enter the day on which you expect to send the response",
        hint="For example, 30 6 2026",
    )
    delay_reason = TextareaField(
        "Why is it taking longer?", hint="Only if it takes longer than the person was told.", rows=3
    )
    channel = RadiosField("How is the person told?", (), required="Choose how the person is told")
    field_order = ("done_so_far", "still_to_do", "expected_on", "delay_reason", "on", "channel")

    def first_answers(self) -> dict[str, Any]:
        """Take it that it goes by post."""
        return {"channel": Channel.LETTER}

    def fit(self) -> None:
        """Offer email only where the person has agreed to it."""
        self.rename("on", "Date of the letter or the talk")
        written = (POSTED, emailed()) if self.about.case.complainant.agrees_to_email else (POSTED,)
        spoken = (
            Choice(Channel.TELEPHONE, "By telephone, done already"),
            Choice(Channel.IN_PERSON, "In person, done already"),
        )
        self.offer("channel", (*written, *spoken))

    def said(self) -> dict[str, Any]:
        """Say how things stand."""
        answers = self.cleaned_data
        return {
            "done_so_far": answers["done_so_far"],
            "still_to_do": answers["still_to_do"],
            "expected_on": answers["expected_on"],
            "delay_reason": answers["delay_reason"],
            "channel": Channel(answers["channel"]),
        }


class ChangeForm(LetterForm):
    """Which date changes, to which, and why."""

    promise = RadiosField("Which date changes?", (), required="Choose the date that changes")
    new_date = DateField(
        "To which day?",
        name="The new date",
        required="Enter the new date",
        hint="For example, 30 6 2026",
        not_before_today=True,
    )
    reason = SelectField("What kind of reason is it?", _REASONS, required="Choose the kind of reason")
    explanation = TextareaField(
        "What does the letter say of the reason?",
        required="Write the reason as the person will read it",
        hint="It stands under the heading: Why we need more time.",
        rows=5,
    )

    def fit(self) -> None:
        """Offer the procedure's own promises that have a date and are still to be done."""
        super().fit()
        self.offer("promise", movable(self))

    def said(self) -> dict[str, Any]:
        """Say the change."""
        answers = self.cleaned_data
        return {
            **super().said(),
            "step": answers["promise"],
            "new_date": answers["new_date"],
            "reason": DelayReason(answers["reason"]),
            "explanation": answers["explanation"],
        }


class DelayForm(LetterForm):
    """Why there is no response yet, and when there will be."""

    reason = SelectField("What kind of reason is it?", _REASONS, required="Choose the kind of reason")
    explanation = TextareaField(
        "Why is there no response yet?", required="Write the reason as the person will read it", rows=5
    )
    done_so_far = TextareaField("What has been done so far?", rows=4)
    expected_on = DateField(
        "When do you expect to send the response?",
        name="The day of the response",
        required="Enter the day on which you expect to send the response",
        hint="For example, 30 6 2026",
        not_before_today=True,
    )

    def said(self) -> dict[str, Any]:
        """Say the reason."""
        answers = self.cleaned_data
        return {
            **super().said(),
            "reason": DelayReason(answers["reason"]),
            "explanation": answers["explanation"],
            "done_so_far": answers["done_so_far"],
            "expected_on": answers["expected_on"],
        }


def movable(form: ActForm) -> tuple[Choice, ...]:
    """The promises whose date can be changed by a notice: the law's own dates cannot."""
    found: dict[str, Choice] = {}
    for shown in form.about.case.duties:
        duty = shown.duty
        if duty.is_to_do and duty.due_on and duty.authority is not Authority.STATUTE:
            found.setdefault(duty.step, Choice(duty.step, duty.promise, f"Due on {nhs_date(duty.due_on)}"))
    return tuple(found.values())


ACTS = (
    Act(
        name="send_update",
        title="Tell the person how it stands",
        button="Continue",
        done="It is recorded how the person was told how things stand",
        action=send_update,
        form=UpdateForm,
        asks="During the investigation the person is kept informed, as far as reasonably practicable, of its progress.",
        authority="SI 2009/309 reg 14(1)(b)",
        has_letter=True,
    ),
    Act(
        name="change_timescale",
        title="Change a date",
        button="See the letter",
        done="The letter about the changed date is ready",
        action=change_timescale,
        form=ChangeForm,
        asks=(
            "A promised date may be changed before it has passed, by a letter that gives the reasons. The law's own"
            " dates stay as they are."
        ),
        has_letter=True,
    ),
    Act(
        name="explain_delay",
        title="Explain the delay",
        button="See the letter",
        done="The letter about the delay is ready",
        action=explain_delay,
        form=DelayForm,
        asks=(
            "If the response is not sent within six months, or by the later day that was agreed, the person is told"
            " why in writing, and the response follows as soon as reasonably practicable."
        ),
        authority="SI 2009/309 reg 14(4)",
        has_letter=True,
    ),
)
