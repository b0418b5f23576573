"""What is asked of an interview, and of what whoever was interviewed says of its note?"""

from __future__ import annotations

from typing import Any, Final

from putright.casework.actions.agree_interview_note import agree_interview_note
from putright.casework.actions.record_interview import record_interview
from putright.casework.queries.case_page import CasePage
from putright.casework.queries.staff import people_of
from putright.domain.channels import Channel
from putright.domain.duty import Refused
from putright.domain.interviews import AGREED, HELD, INTERVIEWED_WORDS, Interviewed
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import BY_PHONE, IN_PERSON
from putright.web.forms import CheckboxesField, Choice, DateField, RadiosField, SelectField, TextareaField, TextField
from putright.web.wording import nhs_date

YES, NO, TOLD = "yes", "no", "told"
_REVEALS: Final = {Interviewed.STAFF: ("person", "support"), Interviewed.SOMEBODY_ELSE: ("name",)}


class InterviewForm(ActForm):
    """With whom, when, where, and what was said."""

    whom = RadiosField(
        "Who was interviewed?",
        tuple(Choice(each, words, reveals=_REVEALS.get(each, ())) for each, words in INTERVIEWED_WORDS.items()),
        required="Choose who was interviewed",
    )
    person = SelectField("Which member of staff?", (), required="Choose the member of staff")
    support = CheckboxesField(
        "Support",
        (Choice(TOLD, "I have told them where they find support", "A manager, a union, occupational health."),),
        required="Confirm that they were told where they find support",
    )
    name = TextField("Who was it?", required="Say who it was", hint="A name, and how they come into it.")
    words = TextareaField(
        "What was said?",
        required="Write what was said",
        hint="Their words as far as you can. They are to say afterwards whether it is right.",
        rows=10,
    )
    place = TextField("Where was it?")
    channel = RadiosField(
        "How was it held?",
        (IN_PERSON, BY_PHONE, Choice(Channel.ONLINE, "By video")),
        required="Choose how it was held",
    )
    on = DateField("When was it held?", required="Enter the day of the interview", not_after_today=True)
    field_order = ("whom", "person", "support", "name", "on", "channel", "place", "words")

    def first_answers(self) -> dict[str, Any]:
        """Take it that people met."""
        return {"channel": Channel.IN_PERSON}

    def fit(self) -> None:
        """Offer everybody here but whoever asks."""
        people = [one for one in people_of(self.about.actor) if one.id != self.about.actor.person_id]
        self.offer("person", [Choice(str(one.id), f"{one.name}, {one.post}") for one in people])

    def said(self) -> dict[str, Any]:
        """Say with whom, where, how and what."""
        answers = self.cleaned_data
        return {
            "whom": Interviewed(answers["whom"]),
            "person": int(answers["person"]) if answers["person"] else None,
            "name": answers["name"],
            "place": answers["place"],
            "support_told": TOLD in (answers["support"] or ()),
            "words": answers["words"],
            "channel": Channel(answers["channel"]),
        }


class NoteAgreedForm(ActForm):
    """Which interview, whether its note is right, and what they put right."""

    interview = SelectField("Which interview?", (), required="Choose the interview")
    agrees = RadiosField(
        "Is the note right?",
        (Choice(YES, "Yes, they agree with it"), Choice(NO, "No, something is wrong or missing", reveals=("words",))),
        required="Choose whether the note is right",
    )
    words = TextareaField("What do they put right?", required="Write what they put right", rows=5)
    on = DateField("When did they say so?", required="Enter the day on which they said so", not_after_today=True)
    field_order = ("interview", "agrees", "words", "on")

    def fit(self) -> None:
        """Offer the interviews of which nobody has said yet whether the note is right."""
        self.offer("interview", [Choice(number, words) for number, words in open_notes(self.about.case)])

    def said(self) -> dict[str, Any]:
        """Say which, whether and what."""
        answers = self.cleaned_data
        return {
            "interview": int(answers["interview"]),
            "agrees": answers["agrees"] == YES,
            "words": answers["words"],
        }


def open_notes(case: CasePage) -> tuple[tuple[str, str], ...]:
    """The interviews whose note waits for a word of whoever was interviewed: by number, with the day and with whom."""
    standing = [entry for entry in case.chronology if entry.stands]
    said = {entry.about for entry in standing if entry.event == AGREED}
    held = (entry for entry in standing if entry.event == HELD and entry.number not in said)
    return tuple(
        (str(entry.number), f"{nhs_date(entry.on)}: {(entry.papers[0].text or '').partition(chr(10))[0]}")
        for entry in held
        if entry.papers
    )


def nothing_to_agree(case: CasePage) -> Refused | None:
    """Why there is no note to agree; nothing where one waits."""
    if open_notes(case):
        return None
    return Refused(code="no-such-interview", message="No note of an interview waits for a word of whoever was asked.")


ACTS = (
    Act(
        name="record_interview",
        title="Record an interview",
        button="Save the interview",
        done="The interview is on the file. Send its note to whoever was interviewed, and record what they say of it",
        action=record_interview,
        form=InterviewForm,
        asks=(
            "Ask openly, and write down what was said. Whoever works here and is interviewed may from then on not see,"
            " handle or sign the case."
        ),
        authority="NHS Complaint Standards",
    ),
    Act(
        name="agree_interview_note",
        title="Record what they say of the note of an interview",
        button="Record it",
        done="What they say of the note is on the file",
        action=agree_interview_note,
        form=NoteAgreedForm,
        pointless=nothing_to_agree,
    ),
)
