"""What is asked when a complaint is registered, acknowledged and discussed?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.agree_response_period import agree_response_period
from putright.casework.actions.answer_written_record import answer_written_record
from putright.casework.actions.decline_discussion import decline_discussion
from putright.casework.actions.hold_discussion import hold_discussion
from putright.casework.actions.register import register
from putright.casework.actions.request_discussion import request_discussion
from putright.casework.actions.send_written_record import send_written_record
from putright.casework.actions.set_response_period import set_response_period
from putright.casework.actions.tell_next_steps import tell_next_steps
from putright.domain.channels import Channel
from putright.web.acts.act import Act, ActForm, lines_of
from putright.web.acts.asked import BY_PHONE, HOW_IT_CAME, IN_PERSON, POSTED, LetterForm, SaidForm, emailed
from putright.web.forms import Choice, DateField, RadiosField, TextareaField


class AcknowledgeForm(ActForm):
    """How the complaint is acknowledged, and what the person is asked for with it."""

    channel = RadiosField("How is it acknowledged?", (), required="Choose how the complaint is acknowledged")
    details_wanted = TextareaField(
        "What do you need to know from the person?",
        hint="One thing on each line, such as the date of the appointment. Leave it empty if nothing is missing.",
        rows=4,
        max_length=4_000,
    )
    note = TextareaField("What was said", hint="For the file. The person can ask to see it.")
    on = DateField(
        "Date of the acknowledgement",
        name="The date of the acknowledgement",
        required="Enter the date of the acknowledgement",
        not_after_today=True,
    )
    field_order = ("details_wanted", "on", "channel", "note")

    def first_answers(self) -> dict[str, Any]:
        """Take it that it goes by post."""
        return {"channel": Channel.LETTER}

    def fit(self) -> None:
        """Offer email only where the person has agreed to it; what is said is noted."""
        written = (POSTED, emailed()) if self.about.case.complainant.agrees_to_email else (POSTED,)
        spoken = (
            Choice(BY_PHONE.value, "By telephone, done already", reveals=("note",)),
            Choice(IN_PERSON.value, "In person, done already", reveals=("note",)),
        )
        self.offer("channel", (*written, *spoken))

    def said(self) -> dict[str, Any]:
        """Say how, what is wanted, and what was said."""
        return {
            "channel": Channel(self.cleaned_data["channel"]),
            "details_wanted": lines_of(self.cleaned_data["details_wanted"]),
            "note": self.cleaned_data["note"],
        }


class DiscussionForm(SaidForm):
    """A discussion, and the day that was agreed in it."""

    channel = RadiosField("How was it held?", (BY_PHONE, IN_PERSON), required="Choose how the discussion was held")
    respond_by = DateField(
        "By which day was the response promised?",
        name="The day of the response",
        hint="Leave it empty if no day was agreed. For example, 30 6 2026",
        not_before_today=True,
    )
    field_order = ("on", "channel", "respond_by", "note")

    def said(self) -> dict[str, Any]:
        """Say the day that was agreed, too."""
        return {**super().said(), "respond_by": self.cleaned_data["respond_by"]}


class AgreedPeriodForm(ActForm):
    """The day that was agreed for the response."""

    on = DateField("When was it agreed?", required="Enter the day on which it was agreed", not_after_today=True)
    respond_by = DateField(
        "By which day will the response be sent?",
        name="The day of the response",
        required="Enter the day by which the response will be sent",
        hint="For example, 30 6 2026",
    )

    def said(self) -> dict[str, Any]:
        """Say the day."""
        return {"respond_by": self.cleaned_data["respond_by"]}


class SetPeriodForm(LetterForm):
    """The day that the body sets for its response, and how it will go about it."""

    respond_by = DateField(
        "By which day will the response be sent?",
        name="The day of the response",
        required="Enter the day by which the response will be sent",
        hint="For example, 30 6 2026",
    )
    how_handled = TextareaField(
        "How will the complaint be handled?",
        required="Say how the complaint will be handled",
        hint="The letter says this in your words: who will be asked, what will be looked at.",
    )

    def said(self) -> dict[str, Any]:
        """Say the day and the manner."""
        answers = self.cleaned_data
        return {**super().said(), "respond_by": answers["respond_by"], "how_handled": answers["how_handled"]}


class CopyAnswerForm(ActForm):
    """Whether the written copy of what was spoken is right, and what the person puts right."""

    agrees = RadiosField(
        "Is the written copy right?",
        (
            Choice("yes", "Yes, the person agrees with it"),
            Choice("no", "No, something is wrong or missing", reveals=("words",)),
        ),
        required="Choose whether the copy is right",
    )
    words = TextareaField("What does the person put right?", required="Write down what the person puts right", rows=6)
    channel = RadiosField("How did they say so?", HOW_IT_CAME, required="Choose how they said so")
    on = DateField("When did they say so?", required="Enter the day on which they said so", not_after_today=True)
    field_order = ("agrees", "words", "on", "channel")

    def first_answers(self) -> dict[str, Any]:
        """Take it that they telephoned."""
        return {"channel": Channel.TELEPHONE}

    def said(self) -> dict[str, Any]:
        """Say whether, what and how."""
        answers = self.cleaned_data
        return {
            "agrees": answers["agrees"] == "yes",
            "words": answers["words"],
            "channel": Channel(answers["channel"]),
        }


ACTS = (
    Act(
        name="register",
        title="Enter in the register",
        button="Enter in the register",
        done="The complaint is entered in the register",
        action=register,
        form=ActForm,
        asks="The case here is the entry in the central register. Confirm the day on which it was made.",
    ),
    Act(
        name="send_written_record",
        title="Send a written record",
        button="See the letter",
        done="The written record of what was said is ready",
        action=send_written_record,
        form=LetterForm,
        asks="A complaint that was made by word of mouth is written down, and the person is sent a copy of the record.",
        authority="SI 2009/309 reg 13(2)",
        has_letter=True,
    ),
    Act(
        name="answer_written_record",
        title="Record what the person says of the written copy",
        button="Record the answer",
        done="What the person says of the written copy is on the file",
        action=answer_written_record,
        form=CopyAnswerForm,
        asks="What they put right counts from the start: look into it as they say it, not as it was first written.",
        authority="SI 2009/309 reg 13(2)",
    ),
    Act(
        name="acknowledge",
        title="Acknowledge the complaint",
        button="Continue",
        done="The acknowledgement is recorded",
        action=acknowledge,
        form=AcknowledgeForm,
        asks=(
            "The acknowledgement offers to discuss how the complaint will be handled and how long it is likely to take."
            " The letter does this, says what happens next, and names who looks after it and where to get help."
        ),
        authority="SI 2009/309 reg 13(3) and (7)",
        has_letter=True,
    ),
    Act(
        name="tell_next_steps",
        title="Tell what happens next",
        button="Record that the person was told",
        done="It is recorded that the person was told what happens next",
        action=tell_next_steps,
        form=SaidForm,
        asks="Use this where the person was told otherwise than by the acknowledgement, which says it too.",
    ),
    Act(
        name="request_discussion",
        title="A discussion is wanted",
        button="Record that a discussion is wanted",
        done="It is recorded that the person would like a discussion",
        action=request_discussion,
        form=ActForm,
        asks="The person asked to discuss how the complaint will be handled, or took up the offer.",
        authority="SI 2009/309 reg 13(7)",
    ),
    Act(
        name="hold_discussion",
        title="Record a discussion",
        button="Record the discussion",
        done="The discussion is recorded",
        action=hold_discussion,
        form=DiscussionForm,
        asks="Discuss how the complaint is to be handled, and by when the person is likely to have the response.",
        authority="SI 2009/309 reg 13(7)",
    ),
    Act(
        name="decline_discussion",
        title="No discussion is wanted",
        button="Record that no discussion is wanted",
        done="It is recorded that the offer of a discussion was declined",
        action=decline_discussion,
        form=ActForm,
        asks="If the offer is declined, you set the time for the response and tell the person in writing.",
        authority="SI 2009/309 reg 13(8)",
    ),
    Act(
        name="agree_response_period",
        title="Record an agreed response date",
        button="Record the date",
        done="The agreed date is recorded",
        action=agree_response_period,
        form=AgreedPeriodForm,
        asks="A day that is agreed within the law's six months may lie beyond them. It then stands in their place.",
        authority="SI 2009/309 reg 13(7)(b) and 14(3)",
    ),
    Act(
        name="set_response_period",
        title="Set the response date",
        button="See the letter",
        done="The response date is set",
        action=set_response_period,
        form=SetPeriodForm,
        asks="When the offer of a discussion was not taken up, you set the time and tell the person in writing.",
        authority="SI 2009/309 reg 13(8)",
        has_letter=True,
    ),
)
