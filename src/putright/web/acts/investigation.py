"""What is asked while a complaint is looked into: statements, their examination, the end of it?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.complete_investigation import complete_investigation
from putright.casework.actions.examine import examine
from putright.casework.actions.name_staff import name_staff
from putright.casework.actions.record_statement import record_statement
from putright.casework.actions.request_statement import request_statement
from putright.casework.actions.start_investigation import start_investigation
from putright.casework.queries.case_page import CasePage
from putright.casework.queries.staff import people_of
from putright.domain.channels import Channel
from putright.domain.duty import Refused
from putright.web.acts.act import Act, ActForm, lines_of
from putright.web.acts.asked import HOW_IT_CAME, LetterForm, NoteForm, check_file, file_field, files_of
from putright.web.forms import Choice, DateField, RadiosField, SelectField, TextareaField
from putright.web.wording import nhs_date


class AskStatementForm(LetterForm):
    """Whom to ask, what about, and which questions."""

    goes_to_staff = True
    support_first = "Your line manager\nOccupational health\nYour trade union or professional body"

    person = SelectField("Who is asked?", (), required="Choose who is asked")
    what_about = TextareaField(
        "What is it about?",
        required="Say what the statement is about",
        hint="In whole sentences. Tell only what the person needs to know.",
        rows=2,
        max_length=2_000,
    )
    questions = TextareaField(
        "Which questions are put?", required="Write at least one question", hint="One question on each line.", rows=5
    )
    support = TextareaField(
        "Where can they get support?",
        required="Say where the person can get support",
        hint="One on each line.",
        rows=3,
        max_length=2_000,
    )
    due_on = DateField(
        "By which day is the reply asked for?",
        name="The day of the reply",
        hint="Only where the procedure gives no time of its own. For example, 24 4 2026",
        not_before_today=True,
    )

    def first_answers(self) -> dict[str, Any]:
        """Begin with the support that most people can turn to."""
        return {**super().first_answers(), "support": self.support_first}

    def fit(self) -> None:
        """Offer everybody at the body but the person who asks."""
        super().fit()
        self.offer("person", colleagues(self))

    def said(self) -> dict[str, Any]:
        """Say whom, what and which."""
        answers = self.cleaned_data
        return {
            **super().said(),
            "person": int(answers["person"]),
            "about": answers["what_about"],
            "questions": lines_of(answers["questions"]),
            "support": lines_of(answers["support"]),
            "due_on": answers["due_on"],
        }


class StatementForm(ActForm):
    """A statement that came in: to which request it answers, and what it says."""

    on = DateField("When did it come?", required="Enter the day on which the statement came", not_after_today=True)
    request = RadiosField("Which request does it answer?", (), required="Choose the request")
    channel = RadiosField("How did it come?", HOW_IT_CAME, required="Choose how the statement came")
    words = TextareaField("What does it say?", hint="Write it down or paste it here, or add the file below.", rows=8)
    file = file_field("Add the statement as a file")
    field_order = ("request", "on", "channel", "words", "file")

    def first_answers(self) -> dict[str, Any]:
        """Take it that it came by email, in answer to the request that was pointed at or the only one."""
        open_requests = requests_without_answer(self.about.case)
        only = open_requests[0].value if len(open_requests) == 1 else None
        return {"channel": Channel.EMAIL, "request": self.about.number or only}

    def fit(self) -> None:
        """Offer the requests that wait for an answer."""
        self.offer("request", requests_without_answer(self.about.case))

    def clean(self) -> dict[str, Any] | None:
        """Look inside the file."""
        cleaned = super().clean()
        check_file(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say the statement."""
        answers = self.cleaned_data
        return {
            "request": int(answers["request"]),
            "words": answers["words"],
            "channel": Channel(answers["channel"]),
            "files": files_of(self),
        }


class ExaminationForm(NoteForm):
    """What the examination showed."""

    def fit(self) -> None:
        """Ask for the finding."""
        self.rename("note", "What did it show?")


class NameStaffForm(ActForm):
    """Whom the complaint is about."""

    person = SelectField("Who is it?", (), required="Choose the member of staff")
    field_order = ("person", "on")

    def fit(self) -> None:
        """Offer everybody at the body."""
        self.rename("on", "When did it become known?")
        self.offer("person", colleagues(self))

    def said(self) -> dict[str, Any]:
        """Say who."""
        return {"person": int(self.cleaned_data["person"])}


def colleagues(form: ActForm) -> tuple[Choice, ...]:
    """Everybody at the body but the person who asks."""
    people = people_of(form.about.actor)
    me = form.about.actor.person_id
    return tuple(Choice(str(one.id), f"{one.name}, {one.post}") for one in people if one.id != me)


def every_statement_is_there(case: CasePage) -> Refused | None:
    """Why there is no statement to record."""
    if requests_without_answer(case):
        return None
    message = "Every statement that was asked for has come in. Add what is new as a note."
    return Refused(code="already-statement-received", message=message)


def requests_without_answer(case: CasePage) -> tuple[Choice, ...]:
    """The requests for a statement that nobody has answered yet."""
    entries = [entry for entry in case.chronology if entry.stands]
    answered = {entry.about for entry in entries if entry.event == "statement_received"}
    return tuple(
        Choice(str(entry.number), f"Asked for on {nhs_date(entry.on)}", f"Entry {entry.number} of the chronology")
        for entry in entries
        if entry.event == "statement_requested" and entry.number not in answered
    )


ACTS = (
    Act(
        name="start_investigation",
        title="Start the investigation",
        button="Record the start",
        done="The start of the investigation is recorded",
        action=start_investigation,
        form=ActForm,
        asks="Look into the complaint speedily and efficiently, and keep the person informed as far as you can.",
        authority="SI 2009/309 reg 14(1)",
    ),
    Act(
        name="request_statement",
        title="Ask for a statement",
        button="See the letter",
        done="The request for a statement is ready",
        action=request_statement,
        form=AskStatementForm,
        asks="Whoever is asked can from then on neither see nor handle this case. The letter tells them of support.",
        has_letter=True,
    ),
    Act(
        name="record_statement",
        title="Record a statement",
        button="Record the statement",
        done="The statement is recorded",
        action=record_statement,
        form=StatementForm,
        pointless=every_statement_is_there,
        asks="Keep the statement as it came: its words or the file.",
    ),
    Act(
        name="name_staff",
        title="The complaint is about a member of staff",
        button="Record it",
        done="It is recorded whom the complaint is about",
        action=name_staff,
        form=NameStaffForm,
        asks="From now on this person can neither see, handle nor sign the case.",
    ),
    Act(
        name="examine",
        title="Record the examination",
        button="Record the examination",
        done="The examination is recorded",
        action=examine,
        form=ExaminationForm,
        asks="The statement is read beside what the person said: where they agree, differ, or leave something open.",
    ),
    Act(
        name="complete_investigation",
        title="Complete the investigation",
        button="Record the end",
        done="The end of the investigation is recorded",
        action=complete_investigation,
        form=ActForm,
        asks="Once the investigation is completed, the response is sent as soon as it reasonably can be.",
        authority="SI 2009/309 reg 14(2)",
    ),
)
