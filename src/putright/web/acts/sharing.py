"""What is asked about whether another organisation may be told?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.ask_to_share import ask_to_share
from putright.casework.actions.record_sharing import record_sharing
from putright.casework.other_bodies import UNLISTED, bodies_to_choose
from putright.domain.channels import Channel
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import (
    HOW_IT_CAME,
    LetterForm,
    check_file,
    emailed,
    file_field,
    files_of,
)
from putright.web.acts.named_organisation import (
    ANOTHER,
    check_organisation,
    offer_organisations,
    organisation_fields,
    organisation_said,
)
from putright.web.forms import Choice, DateField, RadiosField, SelectField, TextareaField

YES, NO = "yes", "no"


class AskToShareForm(LetterForm):
    """Whether another organisation may be told: which, why, and how the person is asked."""

    organisation = organisation_fields()["organisation"]
    organisation_name = organisation_fields()["organisation_name"]
    organisation_address = organisation_fields()["organisation_address"]
    why = TextareaField(
        "Why would it be told?",
        required="Say why the organisation would be told",
        hint="The letter says this in your words. Write it to the person.",
        rows=4,
        max_length=4_000,
    )
    reply_by = DateField("By which day do you hope for an answer?", name="The day of the answer", not_before_today=True)

    def fit(self) -> None:
        """Ask by a letter, or say that the person was asked already."""
        super().fit()
        offer_organisations(self)
        self.rename("on", "Date of the letter, or day on which they were asked")
        written = [choice for choice in self.written()]
        self.rename("channel", "How are they asked?")
        self.offer("channel", [*written, Choice(Channel.TELEPHONE, "By telephone, done already"), _DONE_IN_PERSON])

    def written(self) -> tuple[Choice, ...]:
        """The ways in which a letter can go to the person."""
        post = Choice(Channel.LETTER, "By post", "It waits in the print queue until you mark it as posted.")
        return (post, emailed()) if self.about.case.complainant.agrees_to_email else (post,)

    def clean(self) -> dict[str, Any] | None:
        """Ask for the name of one that is not in the list."""
        cleaned = super().clean()
        check_organisation(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say which, why and how."""
        answers = self.cleaned_data
        return {
            "body": organisation_said(self),
            "why": answers["why"],
            "channel": Channel(answers["channel"]),
            "reply_by": answers["reply_by"],
        }


_DONE_IN_PERSON = Choice("in-person", "In person, done already")


class SharingForm(ActForm):
    """What the person answered."""

    organisation = SelectField("Which organisation is it about?", (), required="Choose the organisation")
    agreed = RadiosField(
        "May it be told?",
        (Choice(YES, "Yes, the person agrees"), Choice(NO, "No, the person does not agree")),
        required="Choose what the person answered",
    )
    on = DateField("When did they say so?", required="Enter the day on which they said so", not_after_today=True)
    channel = RadiosField("How did the answer come?", HOW_IT_CAME, required="Choose how the answer came")
    words = TextareaField("What did they say?", hint="Anything they want kept back, too.", rows=4)
    file = file_field("Add the signed form")
    field_order = ("organisation", "agreed", "on", "channel", "words", "file")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the organisation that they were asked about."""
        others = self.about.case.intake.others
        return {"channel": Channel.LETTER, "organisation": others[-1].code if others else None}

    def fit(self) -> None:
        """Offer the organisations that the file speaks of before the others."""
        spoken_of = self.about.case.intake.others
        codes = {other.code for other in spoken_of}
        known = [Choice(code, name) for code, name in bodies_to_choose(self.today) if code not in codes]
        others = [ANOTHER] if UNLISTED not in codes else []
        self.offer("organisation", [*(Choice(one.code, one.name) for one in spoken_of), *known, *others])

    def clean(self) -> dict[str, Any] | None:
        """Look inside the file."""
        cleaned = super().clean()
        check_file(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say the answer."""
        answers = self.cleaned_data
        return {
            "body": answers["organisation"],
            "agreed": answers["agreed"] == YES,
            "words": answers["words"],
            "channel": Channel(answers["channel"]),
            "files": files_of(self),
        }


ACTS = (
    Act(
        name="ask_to_share",
        title="Ask whether another organisation may be told",
        button="Continue",
        done="It is on its way to ask the person",
        action=ask_to_share,
        form=AskToShareForm,
        asks="A commissioner must ask this before a provider is told. Anybody else asks before sending a complaint on.",
        authority="SI 2009/309 reg 7(3)(a); common law duty of confidence",
        has_letter=True,
    ),
    Act(
        name="record_sharing",
        title="Record whether another organisation may be told",
        button="Record the answer",
        done="The answer is recorded",
        action=record_sharing,
        form=SharingForm,
        asks="The answer is for one organisation and for this complaint. The person can change it until it was sent.",
        authority="SI 2009/309 reg 7(3); common law duty of confidence",
    ),
)
