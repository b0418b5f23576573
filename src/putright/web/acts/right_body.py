"""What is asked when it is found out which organisation is to deal with a complaint?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.ask_to_share import ask_to_share
from putright.casework.actions.keep_complaint import keep_complaint
from putright.casework.actions.name_provider import name_provider
from putright.casework.actions.pass_on_complaint import pass_on_complaint
from putright.casework.actions.record_sharing import record_sharing
from putright.casework.actions.transfer_complaint import transfer_complaint
from putright.casework.other_bodies import UNLISTED, BodyTold, bodies_to_choose
from putright.domain.channels import Channel
from putright.web.acts.act import Act, ActForm, lines_of
from putright.web.acts.asked import (
    BY_EMAIL,
    BY_LETTER,
    BY_PHONE,
    HOW_IT_CAME,
    IN_PERSON,
    LetterForm,
    check_file,
    emailed,
    file_field,
    files_of,
)
from putright.web.forms import Choice, DateField, RadiosField, SelectField, TextareaField, TextField

YES, NO, ON_FILE, NOBODY = "yes", "no", "on-file", "nobody"
ANOTHER = Choice(UNLISTED, "Another organisation")
_HOW_THEY_GO = ("on", "body_channel", "channel")
_NAME_IT = "Enter the name of the organisation"
TO_THE_BODY = (
    Choice(Channel.LETTER, "By post", "It waits in the print queue. The case ends for you on the day it is posted."),
    Choice(Channel.EMAIL, "By email", "From a secure mailbox of your own, with the PDF from the case."),
    Choice(Channel.IN_PERSON, "By hand"),
)


def organisation_fields() -> dict[str, Any]:
    """The questions by which another organisation is named."""
    return {
        "organisation": SelectField("Which organisation?", (), required="Choose the organisation"),
        "organisation_name": TextField("Its name, if it is another one", max_length=200, spellcheck=False),
        "organisation_address": TextareaField(
            "Address of its complaints team",
            hint="A line each. Leave it empty if the register has the right one.",
            rows=4,
            max_length=500,
        ),
    }


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


def offer_organisations(form: ActForm) -> None:
    """Let every organisation of the register be chosen, and another one be named."""
    known = bodies_to_choose(form.today)
    form.offer("organisation", [*(Choice(code, name) for code, name in known), ANOTHER])
    others = form.about.case.intake.others
    if others and not form.is_bound:
        form.initial["organisation"] = others[-1].code


def check_organisation(form: ActForm) -> None:
    """Say at the question that an organisation that is not in the list needs a name."""
    answers = form.cleaned_data
    if answers.get("organisation") == UNLISTED and not answers.get("organisation_name"):
        form.add_error("organisation_name", _NAME_IT)


def organisation_said(form: ActForm) -> BodyTold:
    """The organisation that was named."""
    answers = form.cleaned_data
    return BodyTold(
        code=answers["organisation"],
        name=answers["organisation_name"],
        address=lines_of(answers["organisation_address"]),
    )


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
