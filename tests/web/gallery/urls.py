"""Which pages does the gallery have? One with every question, one with every list, a journey, and faults."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path

from putright.casework.errors import ActionRefused, NotFound, StaleCase
from putright.config.urls import handler400, handler403, handler404, handler500
from putright.config.urls import urlpatterns as real
from putright.domain.duty import Refused
from putright.domain.vocabulary import DutyState
from putright.web import journey as journeys
from putright.web.components import Answer, Happening, Tag, Task, duty_tag
from putright.web.forms import (
    CheckboxesField,
    Choice,
    DateField,
    EmailField,
    FileField,
    HiddenField,
    NumberField,
    PageForm,
    PasswordField,
    RadiosField,
    SelectField,
    TelField,
    TextareaField,
    TextField,
)
from putright.web.journey import Journey, Question
from putright.web.page_request import PageRequest
from putright.web.pages import errors
from putright.web.templating import show

__all__ = ["handler400", "handler403", "handler404", "handler500"]

REFUSAL = Refused(
    code="already-acknowledged",
    message="This complaint was acknowledged on 8 April 2026",
    authority="SI 2009/309 reg 13(3)",
)


class EveryQuestion(PageForm):
    """One of each."""

    full_name = TextField(
        "What is your full name?", required="Enter your full name", autocomplete="name", max_length=40
    )
    story = TextareaField(
        "What happened?", required="Tell us what happened", hint="Say when and where.", max_length=200, counted=True
    )
    email = EmailField(required="")
    telephone = TelField(hint="We only ring at the times you tell us.")
    age = NumberField("How old is the patient?", most=130)
    happened_on = DateField(
        "When did it happen?", name="The date it happened", required="Enter the date it happened", not_after_today=True
    )
    answer_by = RadiosField(
        "How should we answer you?",
        (
            Choice("post", "By letter"),
            Choice("email", "By email", "Only if you agree to it", reveals=("answer_email",)),
            Choice("other", "Another way", divider="or", reveals=("other_way",)),
        ),
        required="Choose how we should answer you",
    )
    answer_email = EmailField("Where to?", required="Enter the email address for the answer")
    other_way = TextField("Which way?", required="Say how we should answer you")
    needs = CheckboxesField(
        "What would help you?",
        (
            Choice("large", "Large print"),
            Choice("bsl", "British Sign Language"),
            Choice("none", "None of these", divider="or", alone=True),
        ),
    )
    service = SelectField(
        "Which service?", (Choice("gp", "A surgery"), Choice("dentist", "A dentist")), required="Choose the service"
    )
    letter = FileField("Add a letter or a picture", max_bytes=10_000_000)
    password = PasswordField(required="Enter your password")
    version = HiddenField()


def every_question(request: PageRequest) -> HttpResponse:
    form = EveryQuestion(request.POST or None, request.FILES or None, today=date(2026, 4, 9), initial={"version": "3"})
    if request.method == "POST" and form.is_valid():
        form.refuse(REFUSAL)
    return show(request, "every_question.jinja", form=form)


@dataclass(frozen=True)
class Lists:
    answers: tuple[Answer, ...]
    tasks: tuple[Task, ...]
    happenings: tuple[Happening, ...]
    duties: tuple[tuple[str, str, str, Tag], ...]
    refused: Refused


def every_list(request: PageRequest) -> HttpResponse:
    today = date(2026, 4, 9)
    page = Lists(
        answers=(
            Answer(question="What happened?", lines=("They did not call back.", "Then nobody wrote."), change="#"),
            Answer(question="How should we answer you?", lines=("By letter",), change="#"),
        ),
        tasks=(
            Task(text="About you", status=Tag("Done", "green"), href="#"),
            Task(text="What happened", status=Tag("To do", "blue"), href="#", hint="About ten minutes"),
            Task(text="Send it", status=Tag("Cannot start yet", "grey")),
        ),
        happenings=(
            Happening(on=date(2026, 4, 2), what="The complaint was received", lines=("By letter",), by="Reception"),
            Happening(on=date(2026, 4, 8), what="The complaint was acknowledged"),
            Happening(on=date(2026, 6, 3), what="A final answer is due", ahead=True),
        ),
        duties=tuple(
            (f"PR{number:02}-4K7M-X", promise, who, duty_tag(state, binding_on=on, today=today))
            for number, (promise, who, state, on) in enumerate(
                (
                    ("Acknowledge the complaint", "Complaints manager", DutyState.OPEN, today),
                    ("Ask for the statement", "Service manager", DutyState.OPEN, date(2026, 4, 10)),
                    ("Keep the person informed", "Complaints manager", DutyState.OVERDUE, date(2026, 4, 1)),
                    ("Answer in writing", "Responsible person", DutyState.OPEN, date(2026, 10, 1)),
                    ("Record the complaint", "Reception", DutyState.MET, date(2026, 4, 2)),
                    ("Explain the delay", "Complaints manager", DutyState.NOT_STARTED, None),
                )
            )
        ),
        refused=REFUSAL,
    )
    return show(request, "every_list.jinja", page)


def fault(request: PageRequest, kind: str) -> HttpResponse:
    match kind:
        case "refused":
            raise ActionRefused(REFUSAL)
        case "not-found":
            raise NotFound
        case "stale":
            raise StaleCase
        case "forbidden":
            raise PermissionDenied
        case "too-many":
            return errors.too_many_requests(request, minutes=15)
    raise RuntimeError("a fault of ours")


def said(request: PageRequest) -> HttpResponse:
    messages.success(request, "The acknowledgement was recorded")
    return redirect("home")


class WhoseForm(PageForm):
    whose = RadiosField(
        "Whose care is it about?",
        (Choice("mine", "My own"), Choice("other", "Someone else's")),
        required="Choose whose care it is about",
    )


class PatientForm(PageForm):
    patient_name = TextField("Name of the patient", required="Enter the name of the patient")
    patient_born_on = DateField("Date of birth", name="The date of birth", not_after_today=True)


class StoryForm(PageForm):
    story = TextareaField("What happened?", required="Tell us what happened", max_length=2000)


TOLD = Journey(
    name="told",
    caption="Make a complaint",
    address="told",
    check_address="told-check",
    start_address="home",
    done_address="told-done",
    questions=(
        Question(name="whose", title="Whose care is it about?", form=WhoseForm),
        Question(
            name="patient", title="About the patient", form=PatientForm, asked=lambda told: told.one("whose") == "other"
        ),
        Question(name="story", title="What happened?", form=StoryForm),
    ),
)
SENT: list[dict[str, object]] = []


def told(request: PageRequest, question: str) -> HttpResponse:
    return journeys.ask(request, TOLD, question)


@dataclass(frozen=True)
class Check:
    answers: tuple[Answer, ...]


def told_check(request: PageRequest) -> HttpResponse:
    if elsewhere := journeys.to_unanswered(request, TOLD):
        return elsewhere
    if request.method == "POST":
        SENT.append(journeys.cleaned(request, TOLD) | {"token": journeys.token(request, TOLD)})
        journeys.finish(request, TOLD, {"reference": "PR4K7M2X"})
        return redirect("told-done")
    return show(request, "told_check.jinja", Check(answers=journeys.answers_to_check(request, TOLD)))


def told_done(request: PageRequest) -> HttpResponse:
    return show(request, "told_done.jinja", journeys.outcome(request, TOLD))


urlpatterns = [
    *real,
    path("gallery/questions", every_question),
    path("gallery/lists", every_list),
    path("gallery/fault/<slug:kind>", fault),
    path("gallery/said", said),
    path("follow/<slug:kind>", fault),
    path("told/check", told_check, name="told-check"),
    path("told/done", told_done, name="told-done"),
    path("told/<slug:question>", told, name="told"),
]
