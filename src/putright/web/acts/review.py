"""What is asked of a review: the request, its end, the letter with the final position?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.complete_review import complete_review
from putright.casework.actions.decide_late_request import decide_late_request
from putright.casework.actions.request_review import request_review
from putright.casework.actions.send_review_outcome import send_review_outcome
from putright.domain.channels import Channel
from putright.web.acts.act import Act, ActForm, Part
from putright.web.acts.asked import HOW_IT_CAME, LetterForm, check_file, file_field, files_of
from putright.web.acts.improvements import (
    add_improvements,
    check_improvements,
    improvements_said,
    parts_with_improvements,
)
from putright.web.forms import Choice, DateField, RadiosField, TextareaField

YES, NO = "yes", "no"


class ReviewAskedForm(ActForm):
    """Why the person asks for a review."""

    on = DateField(
        "When was it asked for?", required="Enter the day on which the review was asked for", not_after_today=True
    )
    channel = RadiosField("How was it asked for?", HOW_IT_CAME, required="Choose how the review was asked for")
    words = TextareaField(
        "Why does the person ask for it?",
        required="Write down why the person asks for a review",
        hint="In the person's own words as far as you can.",
    )
    file = file_field("Add their letter")

    def first_answers(self) -> dict[str, Any]:
        """Take it that the person wrote."""
        return {"channel": Channel.LETTER}

    def clean(self) -> dict[str, Any] | None:
        """Look inside the file."""
        cleaned = super().clean()
        check_file(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say the request."""
        answers = self.cleaned_data
        return {"words": answers["words"], "channel": Channel(answers["channel"]), "files": files_of(self)}


class LateRequestForm(LetterForm):
    """Whether a late request is taken up, and why."""

    accepted = RadiosField(
        "Is the decision looked at again all the same?",
        (Choice(YES, "Yes"), Choice(NO, "No", "The letter says why, and where the person can go instead.")),
        required="Choose whether the decision is looked at again",
        hint="Ask why they could not ask sooner: illness, grief, our own delay, a letter that came late.",
    )
    reasons = TextareaField("What are the reasons?", required="Give the reasons for the decision", rows=5)
    field_order = ("accepted", "reasons")

    def fit(self) -> None:
        """Ask for the day of the decision, which is the letter's."""
        super().fit()
        self.rename("on", "Date of the decision, and of the letter if there is one")

    def said(self) -> dict[str, Any]:
        """Say the decision."""
        answers = self.cleaned_data
        return {**super().said(), "accepted": answers["accepted"] == YES, "reasons": answers["reasons"]}


class FindingForm(ActForm):
    """What the review found."""

    on = DateField(
        "When was it completed?", required="Enter the day on which the review was completed", not_after_today=True
    )
    words = TextareaField("What did the review find, and how was it made?", required="Write down the finding", rows=8)

    def said(self) -> dict[str, Any]:
        """Say the finding."""
        return {"words": self.cleaned_data["words"]}


class FinalPositionForm(LetterForm):
    """How it was reviewed, the final position, the reasons."""

    how_reviewed = TextareaField("How was the decision reviewed?", required="Say how the decision was reviewed", rows=5)
    position = TextareaField("What is the final position?", required="Say what the final position is", rows=5)
    reasons = TextareaField("What are the reasons?", required="Give the reasons for the final position", rows=6)
    apology = TextareaField("Apology", hint="What you are sorry for. It is no admission of liability.", rows=3)

    def fit(self) -> None:
        """Ask for what is put right, too."""
        super().fit()
        add_improvements(self)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The letter, and each thing that is put right."""
        return parts_with_improvements(self)

    def clean(self) -> dict[str, Any] | None:
        """What is put right is said in full."""
        cleaned = super().clean()
        check_improvements(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say the position."""
        answers = self.cleaned_data
        return {
            **super().said(),
            **{name: answers[name] for name in ("how_reviewed", "position", "reasons", "apology")},
            "improvements": improvements_said(self),
        }


ACTS = (
    Act(
        name="request_review",
        title="Record a request for review",
        button="Record the request",
        done="The request for a review is recorded",
        action=request_review,
        form=ReviewAskedForm,
        asks="The time for the review counts from the day on which the person's request came.",
    ),
    Act(
        name="decide_late_request",
        title="Decide on a late request for review",
        button="Record the decision",
        done="It is decided whether the decision is looked at again",
        action=decide_late_request,
        form=LateRequestForm,
        asks="The request came after the last day for it. It can be taken up all the same. Write down why, or why not.",
        has_letter=True,
    ),
    Act(
        name="complete_review",
        title="Complete the review",
        button="Record the finding",
        done="The review is completed",
        action=complete_review,
        form=FindingForm,
        asks="The decision is looked at again by somebody who had no part in it.",
    ),
    Act(
        name="send_review_outcome",
        title="Write the outcome of the review",
        button="See the letter",
        done="The letter with the final position is ready",
        action=send_review_outcome,
        form=FinalPositionForm,
        asks="The letter gives the final position and its reasons, and says where the person can go from here.",
        has_letter=True,
    ),
)
