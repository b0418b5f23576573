"""What does a person read when something cannot be done, and what can they do next?"""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from putright.domain.duty import Refused
from putright.web.chosen_files import LeftOff, left_off
from putright.web.language import as_chosen, in_english
from putright.web.onward import signing_in, signing_in_to
from putright.web.problems import Problem, told
from putright.web.templating import show
from putright.web.wording import file_size

# What is never shown again, though it was typed.
SECRETS = ("password", "code", "secret", "token", "csrf")
MOST_SHOWN = 40
# Why somebody is refused for who they are, whatever stands on the case: `domain.access` says so by these codes.
NOT_THEIRS = {"another-body", "named-in-the-case", "not-a-stand-in", "not-your-role", "own-decision", "restricted"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """A page that says what is wrong: its heading, what happened, what to do, and what the person had typed."""

    heading: str
    happened: str
    do: tuple[str, ...]
    typed: tuple[tuple[str, str], ...] = ()
    way: tuple[str, str] | None = None  # where to go first: an address of ours and its words


@as_chosen
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer what no page of ours could have sent; what is merely too much gets its own page."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    page = ErrorPage(
        heading=_("We could not understand what was sent"),
        happened=_("Part of it was missing, or not in a form that we can read. Nothing was changed."),
        do=(_("Go back, open the page again and send it once more."),),
    )
    return _show(request, page, HTTPStatus.BAD_REQUEST)


@as_chosen
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a person who may not do this."""
    page = ErrorPage(
        heading=_("You cannot open this page"),
        happened=_("It is open only to people with a role in this case or at this organisation."),
        do=(
            _(
                "If you are a member of staff, sign in with the account of the right organisation, or ask its"
                " administrator to appoint you to the role."
            ),
        ),
    )
    return _show(request, page, HTTPStatus.FORBIDDEN)


@as_chosen
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer an address that leads nowhere, without saying whether anything is hidden there."""
    page = ErrorPage(
        heading=_("Page not found"),
        happened=_("There is nothing to see at this address."),
        do=(
            _("If you typed the address, check that it is right. If you pasted it, check that you copied all of it."),
            _(
                "If you followed a link to your complaint, a newer link may have taken its place. You can also"
                " follow your complaint with its reference, or ask the organisation that is handling it."
            ),
        ),
    )
    return _show(request, page, HTTPStatus.NOT_FOUND)


@as_chosen
def method_not_allowed(request: HttpRequest, *, allow: str) -> HttpResponse:
    """Answer a form sent to a page that takes none."""
    page = ErrorPage(
        heading=_("This page cannot be used that way"),
        happened=_(
            "Something was sent to a page that only shows, or a step was opened on its own. Nothing was changed."
        ),
        do=(_("Go back to the page before and use its buttons."),),
    )
    response = _show(request, page, HTTPStatus.METHOD_NOT_ALLOWED)
    response.headers["Allow"] = allow
    return response


@as_chosen
def stale(request: HttpRequest) -> HttpResponse:
    """Answer a person whose page was made before somebody else changed the case."""
    page = ErrorPage(
        heading=_("Somebody else has changed this case"),
        happened=_("The case was changed after you opened the page, so what you sent was not saved."),
        do=(
            _("Open the case again and read what is new."),
            _("If your step is still right, take it again. What you had typed is below, so that you can copy it."),
        ),
        typed=_typed(request),
    )
    return _show(request, page, HTTPStatus.CONFLICT)


@as_chosen
def refused(request: HttpRequest, *refusals: Refused) -> HttpResponse:
    """Answer an action that the rules refuse, where the page itself did not show it; or a door that is not theirs."""
    not_theirs = all(refusal.code in NOT_THEIRS for refusal in refusals)
    page = ErrorPage(
        heading=_("This is not open to you") if not_theirs else _("This cannot be done now"),
        happened=_("Nothing was changed."),
        do=(
            _("If it should be open to you, ask the administrator of your organisation about your roles.")
            if not_theirs
            else _("Go back to the case. It shows which steps can be taken now."),
        ),
        typed=_typed(request),
    )
    problems = tuple(_problem(refusal) for refusal in refusals)
    status = HTTPStatus.FORBIDDEN if not_theirs else HTTPStatus.UNPROCESSABLE_ENTITY
    return show(request, "error.jinja", page, problems=problems, status=status)


@as_chosen
def too_large(request: HttpRequest) -> HttpResponse:
    """Answer a request that is bigger than any form of ours."""
    limit = file_size(settings.PUTRIGHT_UPLOAD_LIMIT)
    page = ErrorPage(
        heading=_("What you sent is too large"),
        happened=_("We can take files of up to %(limit)s each. Nothing was saved from what you just sent.")
        % {"limit": limit},
        do=(
            _("Go back. What you typed may still be in the page."),
            _(
                "Choose a smaller file, or send your complaint without it: you can bring or post papers and pictures"
                " to the organisation later, and it will add them to your complaint."
            ),
        ),
    )
    return _show(request, page, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


@as_chosen
def too_many_requests(request: HttpRequest, *, minutes: int) -> HttpResponse:
    """Answer a person, or a program, that tries too often."""
    stopped = ngettext(
        "To keep complaints safe we stop after several tries. Try again in %(count)d minute.",
        "To keep complaints safe we stop after several tries. Try again in %(count)d minutes.",
        minutes,
    )
    page = ErrorPage(
        heading=_("Too many tries"),
        happened=stopped % {"count": minutes},
        do=(_("If you cannot wait, telephone or write to the organisation. You do not need this website."),),
        way=(reverse("procedures"), _("How to reach the organisations")),
        typed=_typed(request),
    )
    response = _show(request, page, HTTPStatus.TOO_MANY_REQUESTS)
    response.headers["Retry-After"] = str(minutes * 60)
    return response


@as_chosen
def no_such_link(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    """Answer a link that opens no complaint, in the same words whether there ever was one."""
    page = ErrorPage(
        heading=_("This link does not open a complaint"),
        happened=_("It may have been copied in part, it may have ended, or a newer one may have taken its place."),
        do=(
            _("Check that you have the whole link, and open it again."),
            _(
                "If it still does not open, telephone or write to the organisation you complained to. Give your"
                " reference and your name, and ask for a new link. Your complaint goes on meanwhile."
            ),
        ),
        way=(reverse("follow"), _("If you have lost your link or your code")),
    )
    response = _show(request, page, status)
    response.headers["Cache-Control"] = "no-store, private"
    return response


@as_chosen
def no_such_saved_complaint(request: HttpRequest) -> HttpResponse:
    """Answer a link that opens nothing saved: whether there never was anything, it was sent, deleted or is too old."""
    page = ErrorPage(
        heading=_("This link does not open a saved complaint"),
        happened=_("Part of it may be missing. What was saved may have been sent or deleted, or its 28 days are over."),
        do=(
            _("Check that you have the whole link, and open it again."),
            _("If you sent your complaint, follow it with the link that you were given when you sent it."),
            _("If not, you can begin again. A complaint counts from the day you send it."),
        ),
        way=(reverse("complain"), _("Make a complaint")),
    )
    response = _show(request, page, HTTPStatus.NOT_FOUND)
    response.headers["Cache-Control"] = "no-store, private"
    return response


@as_chosen
def no_such_consent_form(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    """Answer a code that opens no consent form, in the same words whether there ever was one."""
    page = ErrorPage(
        heading=_("This code does not open a form"),
        happened=_("Part of it may be missing, it may have ended, or a newer letter may have taken its place."),
        do=(
            _("Check the code in your letter, and type it again. It has 16 letters and numbers."),
            _(
                "If it still does not open, use the form on paper, or telephone or write to whoever sent you the"
                " letter. You do not need this website."
            ),
        ),
        way=(reverse("consent"), _("Type the code again")),
    )
    response = _show(request, page, status)
    response.headers["Cache-Control"] = "no-store, private"
    return response


@in_english
def no_such_sign_in_link(request: HttpRequest) -> HttpResponse:
    """Answer a link to choose a password with that opens nothing, whether or not there ever was one."""
    page = ErrorPage(
        heading="This link does not open anything",
        happened="It may have been used already, taken back, or be too old. Such a link is good once.",
        do=(
            "If you copied it, check that it is whole.",
            "If you have chosen a password with it, sign in with your email address and that password.",
            "Otherwise ask the administrator of your organisation for a new link.",
        ),
        way=(reverse("sign-in"), "Sign in"),
    )
    return _show(request, page, HTTPStatus.NOT_FOUND)


@in_english
def not_identified(request: HttpRequest) -> HttpResponse:
    """Answer somebody of whom the identity service has not said who they are, or not so that it can be believed."""
    page = ErrorPage(
        heading="We could not find out who you are",
        happened="The identity service could not be reached, you stopped on the way, or what it said did not fit what"
        " was asked in this browser. Nobody was signed in.",
        do=(
            "Try again, in one window, without going back.",
            "If it happens again, sign in with your password, if you have one, or ask the administrator of your"
            " organisation.",
        ),
        way=(reverse("sign-in"), "Sign in"),
    )
    return _show(request, page, HTTPStatus.BAD_REQUEST)


@as_chosen
def answers_that_do_not_fit(request: HttpRequest, because: str, first: str) -> HttpResponse:
    """Answer a form of many pages whose answers contradict each other; `first` is its first page."""
    page = ErrorPage(
        heading=_("These answers do not fit together"),
        happened=because,
        do=(_("Your answers are kept. Go through them once more and change what is not right."),),
        way=(first, _("Look at my answers again")),
    )
    return _show(request, page, HTTPStatus.UNPROCESSABLE_ENTITY)


@as_chosen
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token does not fit: old, opened before signing in, or sent without our cookie."""
    left = left_off(request)
    page = ErrorPage(
        heading=_("Send your answer again"),
        happened=_("The page had been open too long, or your browser did not send our cookie. Nothing was saved."),
        do=(
            _(
                "Go back, load the page again and send your answer once more. What you had typed is below, to be"
                " copied."
            ),
            *_of_files(left),
            _("If this page comes back, allow cookies for this website, or telephone or write to the organisation."),
        ),
        typed=_typed(request),
        way=(left.back, _("Open the page again")) if left else None,
    )
    return _show(request, page, HTTPStatus.FORBIDDEN)


@in_english
def signed_out(request: HttpRequest) -> HttpResponse:
    """Answer a form of somebody whose sign-in has ended meanwhile: what they typed is shown, and files are kept."""
    left = left_off(request)
    page = ErrorPage(
        heading="You have been signed out",
        happened="Your sign-in ended before this was sent, so nothing was saved.",
        do=(
            "Copy what you had typed, which is below.",
            *_of_files(left),
            "Sign in again, open the page again and send it once more.",
        ),
        typed=_typed(request),
        way=(signing_in_to(left.back) if left else signing_in(request), "Sign in"),
    )
    return _show(request, page, HTTPStatus.FORBIDDEN)


@in_english
def no_role(request: HttpRequest) -> HttpResponse:
    """Answer somebody who can sign in but holds no role at any organisation today."""
    page = ErrorPage(
        heading="You have no role here today",
        happened="You are signed in, but no organisation on this site has given you a role that is in force today.",
        do=(
            "Ask the administrator of your organisation to appoint you.",
            "If you have another account, sign out and sign in with it.",
        ),
    )
    return _show(request, page, HTTPStatus.FORBIDDEN)


@as_chosen
def records_away(request: HttpRequest, *, is_full: bool) -> HttpResponse:
    """Answer where the database is lost, or has no room left; without asking it for anything."""
    is_step = request.method == "POST"
    if is_full:
        heading, happened = (
            _("There is no room left for anything more"),
            _("The disk of this site is full, so nothing was saved. What was saved before is safe."),
        )
    else:
        heading = _("The records cannot be reached just now")
        happened = (
            _("It is not your fault. Your last step was most likely not saved.")
            if is_step
            else _("Nothing was to be saved.")
        )
    page = ErrorPage(
        heading=heading,
        happened=happened,
        do=(
            _("Wait a few minutes and open the page again."),
            *([_("If your last step is not there, take it again. What you had typed is below.")] if is_step else []),
            _(
                "Staff: tell whoever looks after Putright. To complain you do not need this website: telephone or"
                " write to the organisation."
            ),
        ),
        typed=_typed(request),
    )
    response = show(request, "error.jinja", page, status=HTTPStatus.SERVICE_UNAVAILABLE, bare=True)
    response.headers["Retry-After"] = "60"
    return response


@as_chosen
def server_error(request: HttpRequest) -> HttpResponse:
    """Answer when we have made a mistake."""
    page = ErrorPage(
        heading=_("Sorry, something has gone wrong on our side"),
        happened=_("It is not your fault. We cannot tell whether your last step was saved."),
        do=(
            _("Wait a few minutes and open the page again. If your last step is not there, take it again."),
            _("If it cannot wait, telephone or write to the organisation. You do not need this website to complain."),
        ),
    )
    return show(request, "error.jinja", page, status=HTTPStatus.INTERNAL_SERVER_ERROR, bare=True)


def _show(request: HttpRequest, page: ErrorPage, status: HTTPStatus) -> HttpResponse:
    return show(request, "error.jinja", page, status=status)


def _of_files(left: LeftOff | None) -> tuple[str, ...]:
    """What became of the files that were chosen."""
    if left is None:
        return ()
    kept = _("The button leads to the page with your files on it, which are kept for a day: %(names)s.")
    lost = _("Choose these again, because they could not be kept: %(names)s.")
    told = ((kept, left.names), (lost, left.lost))
    return tuple(words % {"names": ", ".join(names)} for words, names in told if names)


def _problem(refusal: Refused) -> Problem:
    """A refusal in the language of the page; where it has none there, in English that says that it is."""
    words, is_english = told(refusal)
    return Problem(words, authority=refusal.authority, is_english=is_english)


def _typed(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    """Return what was typed, box by box, so that it can be copied; never a secret."""
    pairs = [
        (name.replace("_", " ").replace("-", " ").capitalize(), value)
        for name, values in request.POST.lists()
        for value in values
        if value.strip() and not any(secret in name.lower() for secret in SECRETS)
    ]
    return tuple(pairs[:MOST_SHOWN])
