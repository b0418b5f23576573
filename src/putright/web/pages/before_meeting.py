"""What is to be known before somebody of a case is met or rung? A sheet for the staff, to read or to print."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.before_meeting import before_meeting
from putright.casework.queries.case_page import CasePage, PersonShown
from putright.casework.queries.entries_shown import Entry
from putright.web.access import staff
from putright.web.casefile.words import needs_of
from putright.web.page_request import StaffRequest
from putright.web.templating import show

_MEETINGS = ("meeting_offered", "meeting_accepted", "meeting_declined", "meeting_held")


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeMeetingPage:
    """The people to be met, their needs, what is arranged with them, and what must be known for safety's sake."""

    case: CasePage
    people: tuple[PersonShown, ...]
    needs: tuple[tuple[str, str], ...]
    meetings: tuple[Entry, ...]
    may_act: bool


@staff
@require_safe
def before_meeting_of_case(request: StaffRequest, reference: str) -> HttpResponse:
    """Show the sheet of a case."""
    case = before_meeting(request.actor, reference, request.today, now=request.now)
    review = case.choice("review_safety_flag")
    page = BeforeMeetingPage(
        case=case,
        people=tuple(person for person in (case.complainant, case.patient) if person),
        needs=needs_of(case),
        meetings=tuple(entry for entry in case.chronology if entry.event in _MEETINGS and entry.stands),
        may_act=review is not None and review.is_allowed,
    )
    return show(request, "before_meeting.jinja", page)
