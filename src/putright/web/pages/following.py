"""What has happened to my complaint, what comes next, and by when?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.bodies import BodyShown
from putright.casework.queries.follow import FollowPage, Happened, followed
from putright.casework.queries.follow_promises import Promised
from putright.domain.duty import WayOn
from putright.domain.standing import ASKED_OF_THE_PATIENT
from putright.domain.vocabulary import CaseStatus
from putright.letters.facts import Contact
from putright.web.access import public
from putright.web.components import Happening, Tag
from putright.web.following import follow_no_more, link_followed, status_of
from putright.web.following_acts import LINES, ActLine
from putright.web.language import translated
from putright.web.page_request import PageRequest
from putright.web.pages import errors
from putright.web.templating import show
from putright.web.wording import nhs_date


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowingPage:
    """The case, what happened as a list, each promise with its tag, and the ways on that are open or still to come."""

    case: FollowPage
    reach: Contact
    is_open: bool
    acts: tuple[ActLine, ...]
    by_link: bool  # the person themselves is here, and can open and do what is theirs
    happened: tuple[Happening, ...]
    promises: tuple[tuple[Promised, Tag], ...]
    late: tuple[Promised, ...]
    ways_open: tuple[WayOn, ...]
    ombudsman_by: date | None
    ombudsman_passed: bool
    needs_consent: bool


@public
@never_cache
@require_safe
def following(request: PageRequest) -> HttpResponse:
    """Show the case of the link that was opened."""
    link = link_followed(request)
    if link is None:
        return redirect("follow")
    try:
        case = followed(link, request.today, now=request.now)
    except (NotFound, ActionRefused) as ended:
        follow_no_more(request)
        return errors.no_such_link(request, status_of(ended))
    return show(request, "following.jinja", page_of(case, by_link=True))


@public
@never_cache
@require_POST
def following_end(request: PageRequest) -> HttpResponse:
    """Close the complaint in this browser, for whoever uses it next."""
    follow_no_more(request)
    messages.success(request, _("Your complaint is closed in this browser. Your link still works."))
    return redirect("follow")


def page_of(case: FollowPage, *, by_link: bool = False) -> FollowingPage:
    """Return the page that shows a case to the person who made it; by their link they can do what is open to them."""
    year_ends = next((way.last_day for way in case.ways_on if way.to == "ombudsman" and way.last_day), None)
    return FollowingPage(
        case=case,
        reach=_reach(case.body),
        is_open=case.status is CaseStatus.OPEN,
        acts=tuple(LINES[act] for act in case.acts) if by_link else (),
        by_link=by_link,
        happened=tuple(_happening(each) for each in case.happened),
        promises=tuple((each, _tag(each, case)) for each in case.next),
        late=tuple(each for each in case.next if each.is_late and not each.yours),
        ways_open=tuple({way.to: way for way in reversed(case.ways_on) if way.open}.values())[::-1],
        ombudsman_by=year_ends,
        ombudsman_passed=year_ends is not None and year_ends < case.as_at,
        needs_consent=case.needed in ASKED_OF_THE_PATIENT and not case.has_consent,
    )


def _reach(body: BodyShown) -> Contact:
    return Contact(name=body.name, address=body.address, phone=body.telephone, email=body.email, website=body.website)


def _happening(each: Happened) -> Happening:
    given = gettext("The day that was given: %(day)s") % {"day": nhs_date(each.date_given)} if each.date_given else ""
    why = gettext("Why: %(reason)s") % {"reason": translated(each.why)} if each.why else ""
    return Happening(on=each.on, what=translated(each.words), lines=tuple(filter(None, (given, why))))


def _tag(promised: Promised, case: FollowPage) -> Tag:
    if promised.is_late:
        return Tag(gettext("Late"), "red")
    if promised.is_paused:
        return Tag(gettext("Paused"), "purple")
    if promised.yours:
        return Tag(gettext("For you"), "yellow")
    return Tag(gettext("Due today"), "yellow") if promised.by == case.as_at else Tag(gettext("To come"), "blue")
