"""What is asked when somebody is asked for a statement, and when it comes, is late or is no longer needed?"""

from __future__ import annotations

from typing import Any

from django.conf import settings

from putright.casework.actions.put_off_statement import put_off_statement
from putright.casework.actions.record_statement import record_statement
from putright.casework.actions.request_statement import request_statement
from putright.casework.actions.set_up_body import StaffSaid
from putright.casework.actions.take_back_request import take_back_request
from putright.casework.queries.case_page import CasePage
from putright.casework.queries.staff import people_of
from putright.domain.channels import Channel
from putright.domain.duty import Refused
from putright.domain.statements import STANDING_WORDS, Standing
from putright.domain.vocabulary import RELEASES
from putright.web.acts.act import Act, ActForm, lines_of
from putright.web.acts.asked import (
    HANDED,
    HOW_IT_CAME,
    POSTED,
    LetterForm,
    check_file,
    emailed,
    file_field,
    files_of,
)
from putright.web.forms import (
    CheckboxesField,
    Choice,
    DateField,
    EmailField,
    RadiosField,
    SelectField,
    TextareaField,
    TextField,
)
from putright.web.wording import nhs_date

LISTED, SOMEBODY_ELSE = "listed", "somebody-else"
_ANSWERS = {"statement_received", *RELEASES["statement_requested"]}


class AskStatementForm(LetterForm):
    """Whom to ask, what about, which questions, and how they are asked."""

    goes_to_staff = True
    support_first = "Your line manager\nOccupational health\nYour trade union or professional body"

    who = RadiosField(
        "Who is asked?",
        (
            Choice(LISTED, "Somebody of this organisation", reveals=("person",)),
            Choice(
                SOMEBODY_ELSE, "Somebody not on the list, such as an outside expert", reveals=("name", "post", "email")
            ),
        ),
        required="Choose who is asked",
    )
    person = SelectField("Their name", (), required="Choose who is asked")
    name = TextField("Their name", required="Enter their name", max_length=120)
    post = TextField(
        "What they are",
        required="Enter what they are",
        max_length=120,
        hint="Such as: independent adviser in general practice. It is how letters and lists call them.",
    )
    email = EmailField("Their email address", required="Enter their email address", autocomplete="off")
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
    channel = RadiosField("How are they asked?", (), required="Choose how they are asked")
    standing = RadiosField(
        "How do they stand to the complaint?",
        tuple(Choice(code, words) for code, words in STANDING_WORDS.items()),
        required="Choose how they stand to the complaint",
        hint="Their page says so in kind words.",
    )
    shown = CheckboxesField(
        "Which of the person’s own words do they see?",
        (),
        hint="Leave out what they need not know, and what tells of somebody else.",
    )

    def first_answers(self) -> dict[str, Any]:
        """Begin with the support that most people can turn to; where emails go from here, with a page of their own."""
        channel = Channel.ONLINE if settings.PUTRIGHT_MAIL is not None else Channel.EMAIL
        return {
            "who": LISTED,
            "support": self.support_first,
            "channel": channel,
            "standing": Standing.WAS_THERE,
        }

    def fit(self) -> None:
        """Offer everybody at the body but the person who asks, or somebody new; and the issues to show."""
        super().fit()
        self.rename("on", "When are they asked?")
        self.offer("person", colleagues(self))
        self.offer("channel", (on_a_page(), emailed(), POSTED, HANDED))
        self.offer("shown", issues_to_show(self.about.case))

    def said(self) -> dict[str, Any]:
        """Say whom, what and which."""
        answers = self.cleaned_data
        return {
            **super().said(),
            "person": self._who(),
            "about": answers["what_about"],
            "questions": lines_of(answers["questions"]),
            "support": lines_of(answers["support"]),
            "due_on": answers["due_on"],
            "standing": Standing(answers["standing"] or Standing.WAS_THERE),
            "shown": tuple(int(number) for number in answers["shown"] or ()),
        }

    def _who(self) -> int | StaffSaid:
        answers = self.cleaned_data
        if answers["who"] == LISTED:
            return int(answers["person"])
        return StaffSaid(name=answers["name"], post=answers["post"], email=answers["email"])


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


class MoreTimeForm(ActForm):
    """Until when somebody has time who was asked on a page of their own, and why."""

    request = RadiosField("Whose statement?", (), required="Choose the request")
    due_on = DateField("Until which day?", name="The day", required="Enter the new day", not_before_today=True)
    reason = TextareaField("Why?", required="Say why more time is given", rows=3)
    field_order = ("request", "due_on", "reason")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the request that was pointed at or the only one."""
        return {"request": pointed_at(self, requests_without_answer(self.about.case))}

    def fit(self) -> None:
        """Time is given today; offer what waits."""
        del self.fields["on"]
        self.offer("request", requests_without_answer(self.about.case))

    def said(self) -> dict[str, Any]:
        """Say until when."""
        answers = self.cleaned_data
        return {"request": int(answers["request"]), "due_on": answers["due_on"], "reason": answers["reason"]}


class TakeBackForm(ActForm):
    """Which request is taken back, and why."""

    request = RadiosField("Which request?", (), required="Choose the request")
    reason = TextareaField("Why is it no longer needed?", required="Say why it is no longer needed", rows=3)
    field_order = ("request", "reason")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the request that was pointed at or the only one."""
        return {"request": pointed_at(self, requests_without_answer(self.about.case))}

    def fit(self) -> None:
        """It is taken back today; offer what waits."""
        del self.fields["on"]
        self.offer("request", requests_without_answer(self.about.case))

    def said(self) -> dict[str, Any]:
        """Say which, and why."""
        return {"request": int(self.cleaned_data["request"]), "reason": self.cleaned_data["reason"]}


def colleagues(form: ActForm) -> tuple[Choice, ...]:
    """Everybody at the body but the person who asks."""
    people = people_of(form.about.actor)
    me = form.about.actor.person_id
    return tuple(Choice(str(one.id), f"{one.name}, {one.post}") for one in people if one.id != me)


def on_a_page() -> Choice:
    """To be asked on a page of their own, and what then goes by itself where emails go from here."""
    how = (
        "They get an email with the way there, and reminders by themselves."
        if settings.PUTRIGHT_MAIL is not None
        else "No email goes from here: tell them that it is under “Statements” when they sign in."
    )
    alone = "The page opens for them alone, and shows what you write here and nothing else of the case."
    return Choice(Channel.ONLINE, "On a page of their own", f"{how} {alone}", reveals=("standing", "shown"))


def pointed_at(form: ActForm, choices: tuple[Choice, ...]) -> object:
    """What a form begins with: what was pointed at, or the only choice there is."""
    return form.about.number or (choices[0].value if len(choices) == 1 else None)


def issues_to_show(case: CasePage) -> tuple[Choice, ...]:
    """The issues, each with the person's own words."""
    return tuple(
        Choice(str(issue.number), f"{issue.number}. {issue.subject_words}", issue.words) for issue in case.issues
    )


def every_statement_is_there(case: CasePage) -> Refused | None:
    """Why there is no statement to record."""
    if requests_without_answer(case):
        return None
    message = "No statement that was asked for is still to come. Add what is new as a note."
    return Refused(code="already-statement-received", message=message)


def requests_without_answer(case: CasePage) -> tuple[Choice, ...]:
    """The requests for a statement that nobody has answered yet."""
    entries = [entry for entry in case.chronology if entry.stands]
    answered = {entry.about for entry in entries if entry.event in _ANSWERS}
    return tuple(
        Choice(str(entry.number), f"Asked for on {nhs_date(entry.on)}", f"Entry {entry.number} of the chronology")
        for entry in entries
        if entry.event == "statement_requested" and entry.number not in answered
    )


ACTS = (
    Act(
        name="request_statement",
        title="Ask for a statement",
        button="Go on",
        done="The request for a statement is ready",
        action=request_statement,
        form=AskStatementForm,
        asks=(
            "Tell staff early, and ask a clear question. Whoever is asked can from then on neither see nor handle this"
            " case, and is told of support."
        ),
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
        name="put_off_statement",
        title="Give more time for a statement",
        button="Give more time",
        done="More time was given",
        action=put_off_statement,
        form=MoreTimeForm,
        pointless=every_statement_is_there,
        asks="Whoever was asked is told by email, and reminded by the new day. A date that we promise stays as it is.",
    ),
    Act(
        name="take_back_request",
        title="Take back a request for a statement",
        button="Take it back",
        done="The request is taken back",
        action=take_back_request,
        form=TakeBackForm,
        pointless=every_statement_is_there,
        asks="Nothing is owed because of it any more. Who was asked on a page of their own is told by email.",
    ),
)
