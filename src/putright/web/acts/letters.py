"""What is asked of a letter that waits: that it was posted, goes another way or is put aside; may it go by email?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.cancel_letter import cancel_letter
from putright.casework.actions.change_email_agreement import change_email_agreement
from putright.casework.actions.post_letter import post_letter
from putright.casework.actions.send_by_email import send_by_email
from putright.casework.actions.send_by_post import send_by_post
from putright.casework.queries.case_page import CasePage
from putright.domain.duty import Refused
from putright.web.acts.act import Act, ActForm
from putright.web.forms import Choice, DateField, EmailField, RadiosField
from putright.web.wording import nhs_date

YES, NO = "yes", "no"


class LetterGoneForm(ActForm):
    """Which letter, and when it went."""

    letter = RadiosField("Which letter?", (), required="Choose the letter")
    on = DateField("When was it posted?", required="Enter the day on which it was posted", not_after_today=True)
    field_order = ("letter", "on")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the letter that was pointed at or the only one."""
        waiting = self.about.case.letters_waiting
        return {"letter": self.about.number or (waiting[0].number if len(waiting) == 1 else None)}

    def fit(self) -> None:
        """Offer the letters that wait."""
        waiting = self.about.case.letters_waiting
        self.offer(
            "letter", [Choice(str(one.number), one.title, f"Written on {nhs_date(one.made_on)}") for one in waiting]
        )

    def said(self) -> dict[str, Any]:
        """Say which."""
        return {"letter": int(self.cleaned_data["letter"])}


class PutAsideForm(LetterGoneForm):
    """Which letter is put aside."""

    def fit(self) -> None:
        """It is put aside today."""
        super().fit()
        del self.fields["on"]


class ByEmailForm(LetterGoneForm):
    """Which letter goes by email."""

    def fit(self) -> None:
        """It goes now."""
        super().fit()
        del self.fields["on"]


class ByPostForm(ByEmailForm):
    """Which letter goes by post after all."""


class AgreementForm(ActForm):
    """Whether letters may go by email, and to which address."""

    agrees = RadiosField(
        "May letters go to the person by email?",
        (
            Choice(YES, "Yes, the person has agreed to it"),
            Choice(NO, "No, or no longer", "What still waits to go by email goes by post."),
        ),
        required="Choose whether letters may go by email",
        inline=False,
    )
    email = EmailField("Email address", hint="Where they have agreed to it.")
    on = DateField("When did they say so?", required="Enter the date", not_after_today=True)
    field_order = ("agrees", "email", "on")

    def first_answers(self) -> dict[str, Any]:
        """Begin with what is known."""
        person = self.about.case.complainant
        return {"agrees": YES if person.agrees_to_email else None, "email": person.email}

    def said(self) -> dict[str, Any]:
        """Say whether, and where."""
        return {"agrees": self.cleaned_data["agrees"] == YES, "email": self.cleaned_data["email"]}


def no_letter_waits(case: CasePage) -> Refused | None:
    """Why no letter can be posted or put aside."""
    if case.letters_waiting:
        return None
    return Refused(code="no-such-letter", message="No letter of this case is waiting to be posted.")


ACTS = (
    Act(
        name="post_letter",
        title="Mark a letter as posted",
        button="Mark as posted",
        done="The letter has gone",
        action=post_letter,
        form=LetterGoneForm,
        asks="What the letter does for the case counts from the day on which it was posted.",
        offered="assign_handler",
        pointless=no_letter_waits,
    ),
    Act(
        name="send_by_email",
        title="Send a letter by email",
        button="Send by email",
        done="The letter is queued to go by email",
        action=send_by_email,
        form=ByEmailForm,
        asks="It goes in the next minutes, if the person still agrees to it. Asked twice it is sent once.",
        authority="SI 2009/309 reg 15",
        offered="assign_handler",
        pointless=no_letter_waits,
    ),
    Act(
        name="send_by_post",
        title="Send a letter by post instead",
        button="Send by post",
        done="The letter waits in the print queue",
        action=send_by_post,
        form=ByPostForm,
        asks="The email is stopped, unless the mail server has it already.",
        offered="assign_handler",
        pointless=no_letter_waits,
    ),
    Act(
        name="change_email_agreement",
        title="Letters by email",
        button="Record",
        done="It is recorded whether letters may go by email",
        action=change_email_agreement,
        form=AgreementForm,
        asks=(
            "Letters that the law requires go by email only to a person who has agreed to it, and they can take that"
            " back at any time."
        ),
        authority="SI 2009/309 reg 15",
        offered="assign_handler",
    ),
    Act(
        name="cancel_letter",
        title="Put a letter aside",
        button="Put the letter aside",
        done="The letter is put aside",
        action=cancel_letter,
        form=PutAsideForm,
        asks="The letter is not sent. Another can then be written in its place.",
        offered="assign_handler",
        pointless=no_letter_waits,
    ),
)
