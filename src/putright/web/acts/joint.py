"""What is asked when two organisations answer a complaint together?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.join_complaint import join_complaint
from putright.casework.actions.leave_joint import leave_joint
from putright.casework.actions.record_contribution import record_contribution
from putright.casework.actions.record_lead_request import record_lead_request
from putright.casework.actions.request_contribution import request_contribution
from putright.casework.actions.send_contribution import send_contribution
from putright.casework.actions.tell_body_to_stop import tell_body_to_stop
from putright.casework.queries.case_page import CasePage
from putright.domain.channels import Channel
from putright.domain.consent import CONFIDENCE
from putright.domain.consent_shared import CHANGE_WORDS, ConsentChange
from putright.domain.joint import JointPart
from putright.web.acts.act import Act, ActForm, lines_of
from putright.web.acts.asked import HOW_IT_CAME, LetterForm, check_file, file_field, files_of
from putright.web.acts.named_organisation import (
    TO_THE_BODY,
    check_organisation,
    offer_organisations,
    organisation_fields,
    organisation_said,
)
from putright.web.forms import Choice, DateField, RadiosField, TextareaField
from putright.web.wording import nhs_date

# What is sent here ends nothing, so the day of posting is only the day of the letter.
_TO_A_PARTNER = (Choice(Channel.LETTER, "By post", "It waits in the print queue."), *TO_THE_BODY[1:])


class JoinForm(LetterForm):
    """With whom, who leads, and why."""

    organisation = organisation_fields()["organisation"]
    organisation_name = organisation_fields()["organisation_name"]
    organisation_address = organisation_fields()["organisation_address"]
    part = RadiosField(
        "Who leads?",
        (
            Choice(JointPart.LEAD, "We do", "We answer the person for both, and ask the other for its part."),
            Choice(JointPart.CONTRIBUTOR, "They do", "They answer the person. The law asks our part of us."),
        ),
        required="Choose who leads",
        hint="Agree it with them first: the one with the most, or the gravest, of it.",
    )
    why = TextareaField(
        "Why is it looked into together?",
        required="Say why it is looked into together",
        hint="The letter says this in your words. Write it to the person.",
        rows=4,
        max_length=4_000,
    )
    field_order = ("organisation", "organisation_name", "organisation_address", "part", "why")

    def fit(self) -> None:
        """Offer the organisations of the register."""
        super().fit()
        offer_organisations(self)

    def clean(self) -> dict[str, Any] | None:
        """Ask for the name of one that is not in the list."""
        cleaned = super().clean()
        check_organisation(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say with whom, who leads, and why."""
        answers = self.cleaned_data
        part = JointPart(answers["part"])
        return {**super().said(), "other": organisation_said(self), "part": part, "why": answers["why"]}


class LeaveForm(LetterForm):
    """Why the joint handling is left."""

    why = TextareaField(
        "Why do you answer for yourselves again?",
        required="Say why",
        hint="The letter says this in your words. Write it to the person.",
        rows=4,
        max_length=4_000,
    )

    def said(self) -> dict[str, Any]:
        """Say why."""
        return {**super().said(), "why": self.cleaned_data["why"]}


class ToPartnerForm(ActForm):
    """A letter to an organisation with which the complaint is handled."""

    on = DateField(
        "Date of the letter",
        name="The date of the letter",
        required="Enter the date of the letter",
        not_after_today=True,
    )
    body_channel = RadiosField("How does it go?", _TO_A_PARTNER, required="Choose how the letter goes")

    def first_answers(self) -> dict[str, Any]:
        """Take it that it goes by post."""
        return {"body_channel": Channel.LETTER}

    def fit(self) -> None:
        """Ask last how it goes."""
        last = ("on", "body_channel")
        self.order_fields([*(name for name in self.fields if name not in last), *last])

    def said(self) -> dict[str, Any]:
        """Say how it goes."""
        return {"body_channel": Channel(self.cleaned_data["body_channel"])}


class AskPartnerForm(ToPartnerForm):
    """What a contributor is asked, and until when."""

    body = RadiosField("Which organisation?", (), required="Choose the organisation")
    questions = TextareaField(
        "What do you ask of it?",
        required="Write what you ask of it",
        hint="One thing on each line. The letter also has what the person said, in their own words.",
        rows=5,
        max_length=8_000,
    )
    reply_by = DateField(
        "By which day do you need its answer?",
        name="The day of the answer",
        required="Enter the day by which you need its answer",
        hint="Early enough to write one answer in time. For example, 30 6 2026",
        not_before_today=True,
    )
    field_order = ("body", "questions", "reply_by")

    def fit(self) -> None:
        """Offer those with whom it is handled."""
        super().fit()
        joint = self.about.case.intake.joint
        others = joint.others if joint else ()
        self.offer("body", [Choice(code, name) for code, name in others])
        if len(others) == 1 and not self.is_bound:
            self.initial["body"] = others[0][0]

    def said(self) -> dict[str, Any]:
        """Say what is asked, and until when."""
        answers = self.cleaned_data
        return {
            **super().said(),
            "body": answers["body"],
            "questions": lines_of(answers["questions"]),
            "reply_by": answers["reply_by"],
        }


class ContributeForm(ToPartnerForm):
    """What this body looked at and found."""

    what_we_did = TextareaField(
        "How did you look into it?",
        required="Say how you looked into it",
        hint="Whom you asked, which notes you read.",
        rows=5,
    )
    findings = TextareaField("What did you find?", required="Say what you found", rows=8)
    improvements = TextareaField(
        "What have you changed, or will you change?", hint="One thing on each line.", rows=4, max_length=8_000
    )

    def said(self) -> dict[str, Any]:
        """Say what was found."""
        answers = self.cleaned_data
        return {
            **super().said(),
            "what_we_did": answers["what_we_did"],
            "findings": answers["findings"],
            "improvements": lines_of(answers["improvements"]),
        }


class CameForm(ActForm):
    """What came from another organisation: words, a file or both."""

    on = DateField("When did it come?", required="Enter the day on which it came", not_after_today=True)
    channel = RadiosField("How did it come?", HOW_IT_CAME, required="Choose how it came")
    words = TextareaField("What does it say?", hint="Leave it empty if the file says it all.", rows=6)
    file = file_field("Add its letter")

    def first_answers(self) -> dict[str, Any]:
        """Take it that it came by email."""
        return {"channel": Channel.EMAIL}

    def clean(self) -> dict[str, Any] | None:
        """Look inside the file."""
        cleaned = super().clean()
        check_file(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say what came."""
        answers = self.cleaned_data
        return {"words": answers["words"], "channel": Channel(answers["channel"]), "files": files_of(self)}


class ContributionForm(CameForm):
    """A contribution, and which request it answers."""

    request = RadiosField("Which request does it answer?", (), required="Choose the request that it answers")
    field_order = ("request", "on", "channel", "words", "file")

    def fit(self) -> None:
        """Offer the requests that have not been answered."""
        joint = self.about.case.intake.joint
        waiting = joint.open_contributions if joint else ()
        asked = [
            Choice(str(one.entry), one.body_name, f"Asked on {nhs_date(one.asked_on)}{_until(one.reply_by)}")
            for one in waiting
        ]
        self.offer("request", asked)
        if len(waiting) == 1 and not self.is_bound:
            self.initial["request"] = str(waiting[0].entry)

    def said(self) -> dict[str, Any]:
        """Say which request."""
        return {**super().said(), "request": int(self.cleaned_data["request"])}


class LeadAsksForm(CameForm):
    """What the organisation that leads asks, and until when."""

    reply_by = DateField("By which day do they need it?", name="The day of the answer", hint="If they said so.")
    field_order = ("on", "channel", "words", "file", "reply_by")

    def said(self) -> dict[str, Any]:
        """Say until when."""
        return {**super().said(), "reply_by": self.cleaned_data["reply_by"]}


class StopForm(ToPartnerForm):
    """Which organisation is told to stop, and what it may still use."""

    body = RadiosField("Which organisation?", (), required="Choose the organisation")
    may_still = TextareaField(
        "What may it still use?",
        hint="One on each line, in words to that organisation. Leave it empty where the patient agrees to nothing.",
        rows=4,
        max_length=4_000,
    )
    field_order = ("body", "may_still")

    def first_answers(self) -> dict[str, Any]:
        """Begin with what is ticked on the patient's form."""
        return {**super().first_answers(), "may_still": "\n".join(_agreed(self.about.case))}

    def fit(self) -> None:
        """Offer those that are still to be told; what may still be used is asked where the patient agreed to part."""
        super().fit()
        waiting = self.about.case.intake.to_stop
        self.offer("body", [Choice(one.code, one.name, CHANGE_WORDS[one.change]) for one in waiting])
        if len(waiting) == 1 and not self.is_bound:
            self.initial["body"] = waiting[0].code
        if all(one.change is ConsentChange.ENDED for one in waiting):
            del self.fields["may_still"]

    def said(self) -> dict[str, Any]:
        """Say which, and what may still be used."""
        answers = self.cleaned_data
        return {**super().said(), "body": answers["body"], "may_still": lines_of(answers.get("may_still", ""))}


def _agreed(case: CasePage) -> tuple[str, ...]:
    """What the patient ticked last, as the paper of their answer lists it."""
    texts = [paper.text or "" for paper in case.papers if paper.title == "What the patient answered"]
    _, _, told = texts[-1].partition("May be told:\n") if texts else ("", "", "")
    return lines_of(told.partition("\n\n")[0])


def _until(day: Any) -> str:
    return f", to be answered by {nhs_date(day)}" if day else ""


ACTS = (
    Act(
        name="join_complaint",
        title="Handle the complaint with another organisation",
        button="See the letter",
        done="It is recorded that the complaint is handled together",
        action=join_complaint,
        form=JoinForm,
        asks=(
            "Organisations that a complaint is about must co-operate, agree who leads, and give the person one answer."
            " The person has to agree that the other is told."
        ),
        authority="SI 2009/309 reg 9",
        has_letter=True,
    ),
    Act(
        name="request_contribution",
        title="Ask for a contribution",
        button="See the letter",
        done="The request to the other organisation is ready",
        action=request_contribution,
        form=AskPartnerForm,
        asks="The one that leads asks the other for what it needs to answer. The law says that it must be given.",
        authority="SI 2009/309 reg 9(3)",
        has_letter=True,
    ),
    Act(
        name="record_contribution",
        title="Record a contribution",
        button="Record the contribution",
        done="The contribution is on the file",
        action=record_contribution,
        form=ContributionForm,
        asks="What the other organisation sends for the joint answer.",
    ),
    Act(
        name="record_lead_request",
        title="Record what the organisation that leads asks",
        button="Record the request",
        done="The request is on the file",
        action=record_lead_request,
        form=LeadAsksForm,
        asks="From here on the case says that it is to be given: the one that leads answers within its own time.",
        authority="SI 2009/309 reg 9(3)",
    ),
    Act(
        name="send_contribution",
        title="Send our part to the organisation that leads",
        button="See the letter",
        done="Our part is on its way",
        action=send_contribution,
        form=ContributeForm,
        asks="What we looked at, found and changed. The one that leads puts it into one answer to the person.",
        authority="SI 2009/309 reg 9(3)",
        has_letter=True,
    ),
    Act(
        name="leave_joint",
        title="Answer for ourselves again",
        button="See the letter",
        done="It is recorded that the complaint is no longer handled together",
        action=leave_joint,
        form=LeaveForm,
        asks="Use this where it cannot be answered together after all. The law's time runs from the first day.",
        authority="SI 2009/309 reg 9 and 14",
        has_letter=True,
    ),
    Act(
        name="tell_body_to_stop",
        title="Tell another organisation to stop",
        button="See the letter",
        done="The letter to the other organisation is ready",
        action=tell_body_to_stop,
        form=StopForm,
        asks=(
            "The patient’s consent ended or changed after this organisation was told. Ring it today, then send the"
            " letter. It never says why the patient decided so."
        ),
        authority=f"{CONFIDENCE}; SI 2009/309 reg 9",
        has_letter=True,
    ),
)
