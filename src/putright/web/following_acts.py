"""What can the person do from the page of their complaint, and how is each of these pages shown and answered?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_noop as _

from putright.casework.errors import ActionRefused, NotFound
from putright.casework.open_link import ENDED
from putright.casework.queries.follow import FollowPage, followed
from putright.domain.by_link import LinkAct
from putright.web.following import follow_no_more, link_followed, status_of
from putright.web.forms import PageForm
from putright.web.page_request import PageRequest
from putright.web.pages import errors
from putright.web.templating import show

Form = TypeVar("Form", bound=PageForm)
CHANGED: Final = _("This cannot be done now. Here you see how your complaint stands.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActLine:
    """One thing that the person can do: the name of its address, the words of its link, and what it is for."""

    address: str
    words: str
    what_for: str


LINES: Final[Mapping[LinkAct, ActLine]] = {
    LinkAct.MEETING: ActLine(
        address="following-meeting",
        words=_("Answer about the meeting"),
        what_for=_("Say that you come, ask for another time, or say that you would rather not meet."),
    ),
    LinkAct.ACCEPT_ANSWER: ActLine(
        address="following-accept-answer",
        words=_("Say that our answer is enough for you"),
        what_for=_("You do not have to. It takes no right away from you."),
    ),
    LinkAct.ASK_ABOUT_ANSWER: ActLine(
        address="following-ask-about-answer",
        words=_("Ask us about our answer"),
        what_for=_("For what you do not understand, or what we left out."),
    ),
    LinkAct.ASK_FOR_REVIEW: ActLine(
        address="following-ask-for-review",
        words=_("Ask us to look again"),
        what_for=_("For when you think that we decided wrongly. Somebody else looks at it."),
    ),
    LinkAct.OMBUDSMAN: ActLine(
        address="following-ombudsman",
        words=_("Take it to the Ombudsman"),
        what_for=_("What the Ombudsman needs, until when, and all your papers in one file."),
    ),
    LinkAct.SEND_MESSAGE: ActLine(
        address="following-message",
        words=_("Send us a message or a file"),
        what_for=_("Tell us something, ask something, or send us a letter or a photo."),
    ),
    LinkAct.ASK_UPDATE: ActLine(
        address="following-ask",
        words=_("Ask how it is going"),
        what_for=_("We tell you what we have done and what comes next."),
    ),
    LinkAct.WITHDRAW: ActLine(
        address="following-withdraw",
        words=_("Withdraw your complaint"),
        what_for=_("For when you do not want an answer any more. You can change your mind."),
    ),
    LinkAct.HOW_IT_WENT: ActLine(
        address="following-how-it-went",
        words=_("Tell us how it went for you"),
        what_for=_("A few short questions. Whoever deals with your complaint does not see your answers."),
    ),
    LinkAct.GO_ON: ActLine(
        address="following-go-on",
        words=_("Go on with your complaint"),
        what_for=_("You withdrew it, and you can change your mind."),
    ),
    LinkAct.NAME_ADVOCATE: ActLine(
        address="following-name-advocate",
        words=_("Name an advocate"),
        what_for=_("Let somebody help you here: read, write for you, come to meetings."),
    ),
    LinkAct.CHANGE_CONTACT: ActLine(
        address="following-contact",
        words=_("Change how we reach you"),
        what_for=_("A new address, telephone number or email address."),
    ),
    LinkAct.STOP_EMAIL: ActLine(
        address="following-stop-email",
        words=_("Stop letters by email"),
        what_for=_("From then on our letters come by post."),
    ),
    LinkAct.END_ADVOCATE: ActLine(
        address="following-end-advocate",
        words=_("End an advocate’s help"),
        what_for=_("From that moment they see nothing of your complaint."),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowingActPage:
    """The complaint on which something is done."""

    case: FollowPage


def act_by_link(
    request: PageRequest,
    template: str,
    form: Form | Callable[[FollowPage], Form],
    do: Callable[[int, Form], object],
    *,
    said: str | Callable[[Form], str],
    act: LinkAct | None = None,
) -> HttpResponse:
    """Show the form of something that the person can do, or do it, say so, and go back to their complaint.

    The form, and what is said, may be made from the complaint and from the answers. `do` takes the number of the link
    and the form with good answers. Whoever follows nothing is asked for their link; what is refused is said at the
    form, with what they typed. Where `act` is named and not open any more, they are shown how it stands.
    """
    link = link_followed(request)
    if link is None:
        return redirect("follow")
    try:
        case = followed(link, request.today, now=request.now)
    except (NotFound, ActionRefused) as ended:
        return no_link(request, ended)
    if act is not None and act not in case.acts:
        messages.warning(request, CHANGED)
        return redirect("following")
    asked = form if isinstance(form, PageForm) else form(case)
    try:
        if asked.is_bound and asked.is_valid():
            do(link, asked)
            messages.success(request, said if isinstance(said, str) else said(asked))
            return redirect("following")
    except NotFound as gone:
        return no_link(request, gone)
    except ActionRefused as refused:
        if refused.refusal.code == ENDED:
            return no_link(request, refused)
        asked.refuse(*refused.refusals)
    return show(request, template, FollowingActPage(case=case), form=asked)


def no_link(request: PageRequest, ended: NotFound | ActionRefused) -> HttpResponse:
    """Return the page for a link that has ended meanwhile, and follow it no more."""
    follow_no_more(request)
    return errors.no_such_link(request, status_of(ended))
