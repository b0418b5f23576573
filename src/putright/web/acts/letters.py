"""What is asked of a letter that waits: that it has been posted, or that it is put aside?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.cancel_letter import cancel_letter
from putright.casework.actions.post_letter import post_letter
from putright.casework.queries.case_page import CasePage
from putright.domain.duty import Refused
from putright.web.acts.act import Act, ActForm
from putright.web.forms import Choice, DateField, RadiosField
from putright.web.wording import nhs_date


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
