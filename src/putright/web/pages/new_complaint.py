"""How does a complaint get in that came by letter, by email, by phone or in person? Staff type it in here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.receive_complaint import Receipt, receive_complaint
from putright.casework.errors import ActionRefused
from putright.casework.queries.feedback import FeedbackShown
from putright.casework.queries.for_return import asked_of_body
from putright.casework.queries.possible_duplicates import possible_duplicates
from putright.casework.queries.scheme import our_scheme
from putright.casework.queries.what_is_next import NextThing, what_is_next
from putright.casework.said import MOST_ISSUES, FileSaid
from putright.domain.access import Deed, why_not_here
from putright.domain.channels import SPOKEN, Channel
from putright.domain.raised_before import RaisedBefore
from putright.domain.references import reference_shown
from putright.gateways.file_kinds import KINDS_IN_WORDS
from putright.web.access import staff
from putright.web.casefile.alike import Alike, shown_alike
from putright.web.chosen_files import ChosenFiles, chosen_files, done_with, keep_chosen, to_send
from putright.web.complaining.roughly import ROUGHLY
from putright.web.entering.for_return import BEFORE
from putright.web.entering.form import DAYS, MORE, MOST_FILES, NewComplaintForm, form_for, issues_of
from putright.web.entering.from_feedback import Begun, begun, feedback_for, filled_from
from putright.web.entering.from_message import begun_from, number_of
from putright.web.entering.told import complaint_told, files_told
from putright.web.forms.numbered import box_of
from putright.web.forms.page_form import REMOVE_FILE
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.taking_in import NO_FILES, site_takes_files
from putright.web.templating import show
from putright.web.wording import file_size


@dataclass(frozen=True, slots=True, kw_only=True)
class NewComplaintPage:
    """How many things complained of there is room for, which files wait with the form, and which may come."""

    issues: tuple[int, ...]
    can_add: bool
    files: ChosenFiles
    most_files: int
    largest: str
    kinds: str
    takes_files: bool
    no_files: str
    message: int | None
    begun: Begun
    for_return: tuple[str, ...]
    serves_the_scheme: bool
    days: tuple[str, ...]
    days_of_their_own: tuple[int, ...]  # the issues for which any was typed
    is_roughly: bool
    is_raised: bool  # the same was complained of before


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenPage:
    """What the person is given, shown once, and what is due first."""

    reference: str
    reference_shown: str
    secret: str
    link: str
    next: NextThing | None
    was_spoken: bool
    alike: tuple[Alike, ...]


@staff
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new_complaint(request: StaffRequest) -> HttpResponse:
    """Ask for all of it on one page, and give the reference and the link to hand over."""
    if refusal := why_not_here(request.actor, Deed.RECEIVE):
        return errors.refused(request, refusal)
    if request.method != "POST":
        beginning = _beginning(request) | begun_from(request.actor, request.GET.get("message", ""), now=request.now)
        beginning |= filled_from(_feedback(request), request.today)
        form = _form_of(request, 1)(today=request.today, initial=beginning)
        return _ask(request, form, chosen_files(request, form), issues=1)
    issues = issues_of(request.POST)
    if MORE in request.POST:
        return _one_more(request, min(issues + 1, MOST_ISSUES))
    form = _form_of(request, issues)(request.POST, request.FILES, today=request.today)
    taken = files_told(form, now=request.now)
    files = chosen_files(request, form)
    if form.is_valid() and REMOVE_FILE not in request.POST:
        try:
            receipt = _receive(request, form, (*to_send(files), *taken.values()))
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            done_with(files)
            return _given(request, receipt, Channel(form.cleaned_data["channel"]))
    return _ask(request, form, keep_chosen(request, form, files, taken), issues=issues)


def _feedback(request: StaffRequest) -> FeedbackShown | None:
    """The feedback from which it comes, as the address says, or the form."""
    said = request.POST if request.method == "POST" else request.GET
    return feedback_for(request.actor, said.get("feedback", ""), now=request.now)


def _form_of(request: StaffRequest, issues: int) -> type[NewComplaintForm]:
    return form_for(issues, asked_of_body(request.actor))


def _receive(request: StaffRequest, form: NewComplaintForm, files: tuple[FileSaid, ...]) -> Receipt:
    answered = form.cleaned_data
    return receive_complaint(
        actor=request.actor,
        body=request.place.body,
        complaint=complaint_told(answered, files, asked_of_body(request.actor)),
        channel=Channel(answered["channel"]),
        on=answered["received_on"],
        now=request.now,
        form=answered["token"],
        message=number_of(answered["message"]),
        feedback=number_of(answered["feedback"]),
    )


def _one_more(request: StaffRequest, issues: int) -> HttpResponse:
    """Show all that was typed with one more box; what is wrong is said when it is sent."""
    typed = request.POST.copy()
    typed["issues"] = str(issues)
    form = _form_of(request, issues)(typed, request.FILES, today=request.today)
    taken = files_told(form, now=request.now)
    return _ask(request, form, keep_chosen(request, form, chosen_files(request, form), taken), issues=issues)


def _ask(request: StaffRequest, form: NewComplaintForm, files: ChosenFiles, *, issues: int) -> HttpResponse:
    page = NewComplaintPage(
        issues=tuple(range(1, issues + 1)),
        can_add=issues < MOST_ISSUES,
        files=files,
        most_files=MOST_FILES,
        largest=file_size(settings.PUTRIGHT_UPLOAD_LIMIT),
        kinds=KINDS_IN_WORDS,
        takes_files=site_takes_files(),
        no_files=NO_FILES,
        message=number_of(str(form["message"].value() or "")),
        begun=begun(request.actor, _feedback(request)),
        for_return=tuple(name for name in form.fields if name.startswith(BEFORE)),
        serves_the_scheme=our_scheme(request.actor, request.today),
        days=DAYS,
        days_of_their_own=_of_their_own(form, issues),
        is_roughly=_has(form, ROUGHLY),
        is_raised=str(form["before"].value() or "") in set(RaisedBefore),
    )
    return show(request, "new_complaint.jinja", page, form=form)


def _of_their_own(form: NewComplaintForm, issues: int) -> tuple[int, ...]:
    return tuple(one for one in range(2, issues + 1) if _has(form, (box_of(day, one) for day in DAYS)))


def _has(form: NewComplaintForm, boxes: Iterable[str]) -> bool:
    """Whether anything was typed in one of these boxes, or is wrong there: it is not folded away then."""
    return any(form[box].value() or form[box].errors for box in boxes)


def _given(request: StaffRequest, receipt: Receipt, channel: Channel) -> HttpResponse:
    """Show the reference and the link, which is in no session and no log: it can be shown this once alone."""
    page = GivenPage(
        reference=receipt.reference,
        reference_shown=reference_shown(receipt.reference),
        secret=receipt.secret,
        link=f"{settings.PUTRIGHT_ADDRESS}{reverse('follow-link', args=[receipt.secret])}",
        next=what_is_next(request.actor, receipt.reference),
        was_spoken=channel in SPOKEN,
        alike=shown_alike(possible_duplicates(request.actor, receipt.reference, now=request.now)),
    )
    return show(request, "new_complaint_given.jinja", page)


def _beginning(request: StaffRequest) -> dict[str, object]:
    """What stands in the form before anybody types; the token makes one complaint of a form that is sent twice."""
    return {
        "received_on": request.today,
        "channel": Channel.LETTER.value,
        "whose": "self",
        "elsewhere": "no",
        "before": "no",
        "issues": "1",
        "token": get_random_string(32),
    }
