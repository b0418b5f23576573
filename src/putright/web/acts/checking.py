"""What do others say of the draft of the response before it is signed?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.check_response import check_response
from putright.casework.actions.comment_on_draft import comment_on_draft
from putright.casework.actions.take_in_draft import take_in_draft
from putright.casework.queries.case_page import CasePage
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import check_file, file_field, files_of
from putright.web.forms import Choice, RadiosField, TextareaField
from putright.web.wording import nhs_date

READY, BACK = "ready", "back"


class CommentForm(ActForm):
    """What somebody thinks of the draft."""

    words = TextareaField("What do you think of it?", required="Write your comment", rows=5)
    field_order = ("words",)

    def fit(self) -> None:
        """A comment is of today."""
        del self.fields["on"]

    def said(self) -> dict[str, Any]:
        """Say it."""
        return {"words": self.cleaned_data["words"]}


class CheckForm(ActForm):
    """Whether the draft is ready to be signed."""

    verdict = RadiosField(
        "Is it ready to be signed?",
        (
            Choice(READY, "Yes", "It answers every issue, is plain and kind, and says what the law asks."),
            Choice(BACK, "No, it goes back", "It cannot be signed until it is written anew, or checked again."),
        ),
        required="Choose whether it is ready",
    )
    words = TextareaField("What did you find?", hint="What has to be changed has to be said.", rows=5)
    field_order = ("verdict", "words")

    def fit(self) -> None:
        """A check is of today."""
        del self.fields["on"]

    def said(self) -> dict[str, Any]:
        """Say the verdict."""
        return {"is_ready": self.cleaned_data["verdict"] == READY, "words": self.cleaned_data["words"]}


def check_words(case: CasePage) -> str:
    """Who has checked the latest draft, in a sentence for whoever signs it."""
    entries = [entry for entry in case.chronology if entry.stands]
    drafts = [entry.number for entry in entries if entry.event == "response_prepared"]
    checks = [entry for entry in entries if entry.event == "response_checked" and drafts and entry.about == drafts[-1]]
    if not checks:
        return "Nobody but its writer has checked this draft."
    return f"{checks[-1].by} checked this draft on {nhs_date(checks[-1].on)}."


class TakeInForm(ActForm):
    """The document that was edited outside."""

    file = file_field("The edited document", "A Word document that was downloaded here under Drafts")
    field_order = ("file",)

    def fit(self) -> None:
        """A draft is of today."""
        del self.fields["on"]

    def clean(self) -> dict[str, Any] | None:
        """Look at the file; one is needed."""
        cleaned = super().clean()
        check_file(self)
        if not self.errors and not files_of(self):
            self.add_error("file", "Choose the edited document")
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say the document, the last one that was chosen."""
        return {"file": files_of(self)[-1]}


ACTS = (
    Act(
        name="take_in_draft",
        title="Take in an edited draft",
        button="Take it in",
        done="What stands in the boxes is a new version of the draft",
        action=take_in_draft,
        form=TakeInForm,
        asks=(
            "Only what stands in the boxes of the document is taken in. Everything around them comes from the case."
            " Changes that the word processor tracks are taken as made; its comments are not."
        ),
    ),
    Act(
        name="comment_on_draft",
        title="Comment on the draft",
        button="Add the comment",
        done="The comment is beside the draft",
        action=comment_on_draft,
        form=CommentForm,
        asks="It stays with this version of the draft, and is part of the file. The person can ask to see it.",
    ),
    Act(
        name="check_response",
        title="Check the draft of the response",
        button="Record the check",
        done="The check is recorded",
        action=check_response,
        form=CheckForm,
        asks="Somebody other than its writer reads the draft beside the issues and what was found on each.",
        authority="SI 2009/309 reg 14(2)",
    ),
)
