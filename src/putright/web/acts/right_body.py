"""What is asked when it is found out which organisation is to deal with a complaint?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.keep_complaint import keep_complaint
from putright.casework.actions.name_provider import name_provider
from putright.casework.actions.pass_on_complaint import pass_on_complaint
from putright.casework.actions.transfer_complaint import transfer_complaint
from putright.domain.channels import Channel
from putright.web.acts.act import Act, ActForm, lines_of
from putright.web.acts.asked import (
    BY_EMAIL,
    BY_LETTER,
    BY_PHONE,
    IN_PERSON,
    LetterForm,
)
from putright.web.acts.named_organisation import (
    TO_THE_BODY,
    check_organisation,
    initial_organisation,
    offer_organisations,
    organisation_fields,
    organisation_said,
)
from putright.web.acts.sharing import ACTS as SHARING
from putright.web.forms import Choice, DateField, RadiosField, TextareaField

ON_FILE, NOBODY = "on-file", "nobody"
_HOW_THEY_GO = ("on", "body_channel", "channel")


class OrganisationForm(ActForm):
    """Which other organisation is meant."""

    organisation = organisation_fields()["organisation"]
    organisation_name = organisation_fields()["organisation_name"]
    organisation_address = organisation_fields()["organisation_address"]
    field_order = ("organisation", "organisation_name", "organisation_address", "on")

    def fit(self) -> None:
        """Offer the organisations of the register; one that the file speaks of is chosen already."""
        super().fit()
        offer_organisations(self)

    def clean(self) -> dict[str, Any] | None:
        """Ask for the name of one that is not in the list."""
        cleaned = super().clean()
        check_organisation(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say which provider."""
        return {"provider": organisation_said(self)}


class BothLettersForm(LetterForm):
    """A decision that the other organisation and the person are told of, each by a letter."""

    why = TextareaField(
        "Why?",
        required="Say why",
        hint="Both letters say this in your words. Write it so that the person understands it.",
        rows=4,
        max_length=4_000,
    )
    body_channel = RadiosField(
        "How does the letter to the organisation go?", TO_THE_BODY, required="Choose how the letter to them goes"
    )

    def first_answers(self) -> dict[str, Any]:
        """Take it that both go by post."""
        return {**super().first_answers(), "body_channel": Channel.LETTER}

    def fit(self) -> None:
        """Tell the two letters apart."""
        super().fit()
        self.order_fields([*(name for name in self.fields if name not in _HOW_THEY_GO), *_HOW_THEY_GO])
        self.rename("on", "Date of the letters")
        self.rename("channel", "How does the letter to the person go?")

    def said(self) -> dict[str, Any]:
        """Say why, and how both go."""
        answers = self.cleaned_data
        return {**super().said(), "why": answers["why"], "body_channel": Channel(answers["body_channel"])}


class TransferForm(BothLettersForm):
    """Which organisation it is for, why, and what the person says of it."""

    organisation = organisation_fields()["organisation"]
    organisation_name = organisation_fields()["organisation_name"]
    organisation_address = organisation_fields()["organisation_address"]
    why = TextareaField(
        "Why is it for them?",
        required="Say why the complaint is for them",
        hint="Both letters say this in your words. Write it so that the person understands it.",
        rows=4,
        max_length=4_000,
    )
    agreement = RadiosField("Does the person agree that it is sent?", (), required="Choose whether the person agrees")
    agreed_words = TextareaField("What did they say?", rows=3, max_length=4_000)
    without_asking = TextareaField(
        "Why could nobody ask them?",
        required="Say why nobody could ask the person",
        hint="The letter to the other organisation says this. Against what somebody has said it is never sent.",
        rows=3,
        max_length=4_000,
    )
    field_order = ("organisation", "organisation_name", "organisation_address", "why")

    def fit(self) -> None:
        """Offer what is on the file, and the ways in which they may have agreed."""
        super().fit()
        offer_organisations(self)
        decides = self.about.case.intake.appeal_to
        if decides is not None and not self.is_bound:
            self.initial.update(initial_organisation(decides))
        agreed = any(other.sharing.agreed for other in self.about.case.intake.others)
        on_file = [Choice(ON_FILE, "Yes, it is on the file")] if agreed else []
        now = [
            Choice(each.value, f"Yes, they said so {each.text.lower()}", reveals=("agreed_words",))
            for each in (BY_PHONE, IN_PERSON, BY_LETTER, BY_EMAIL)
        ]
        nobody = Choice(NOBODY, "Nobody could ask them", reveals=("without_asking",))
        self.offer("agreement", [*on_file, *now, nobody])

    def clean(self) -> dict[str, Any] | None:
        """Ask for the name of one that is not in the list."""
        cleaned = super().clean()
        check_organisation(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say where, and what the person says."""
        answers = self.cleaned_data
        agreement = answers["agreement"]
        by = None if agreement in (ON_FILE, NOBODY) else Channel(agreement)
        return {
            **super().said(),
            "to": organisation_said(self),
            "agreed_by": by,
            "agreed_words": answers["agreed_words"] if by else "",
            "without_asking": answers["without_asking"] if agreement == NOBODY else "",
        }


class KeepForm(BothLettersForm):
    """Why the commissioner deals with it itself, and what it asks of the provider."""

    questions = TextareaField(
        "What do you ask the provider?",
        hint="One thing on each line. They are asked only if the person has agreed that they are told.",
        rows=4,
        max_length=4_000,
    )
    reply_by = DateField("By which day do you need their answer?", name="The day of the answer", not_before_today=True)
    field_order = ("why", "questions", "reply_by")

    def said(self) -> dict[str, Any]:
        """Say what is asked."""
        answers = self.cleaned_data
        return {
            **super().said(),
            "questions": lines_of(answers["questions"]),
            "reply_by": answers["reply_by"],
        }


ACTS = (
    *SHARING,
    Act(
        name="transfer_complaint",
        title="Send the complaint to the right organisation",
        button="See the letters",
        done="The complaint is on its way to the right organisation",
        action=transfer_complaint,
        form=TransferForm,
        asks=(
            "For a complaint that is another organisation's to answer. It gets everything that was said; the person is"
            " told and need not complain again. They have three working days to acknowledge it once they have it."
            " An appeal against being on the Special Allocation Scheme goes the same way, by letters of its own:"
            " the dates of a complaint do not count for it."
        ),
        authority="SI 2009/309 reg 6(5), 6(6) and 13(4)",
        has_letter=True,
    ),
    Act(
        name="name_provider",
        title="Say which provider it is about",
        button="Record the provider",
        done="The provider is recorded",
        action=name_provider,
        form=OrganisationForm,
        asks="For commissioners. From here on the case says what the law asks about the provider.",
        authority="SI 2009/309 reg 7",
    ),
    Act(
        name="keep_complaint",
        title="Deal with the complaint here",
        button="See the letters",
        done="It is decided that the complaint is dealt with here",
        action=keep_complaint,
        form=KeepForm,
        asks="For commissioners. The person and the provider are told. The provider learns what it is about only if the"
        " person has agreed.",
        authority="SI 2009/309 reg 7(4)",
        has_letter=True,
    ),
    Act(
        name="pass_on_complaint",
        title="Pass the complaint to the provider",
        button="See the letters",
        done="The complaint is on its way to the provider",
        action=pass_on_complaint,
        form=BothLettersForm,
        asks="For commissioners, and only if the person agrees. The provider then has to deal with it and answer.",
        authority="SI 2009/309 reg 7(5)",
        has_letter=True,
    ),
)
