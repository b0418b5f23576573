"""Of which people is whoever signed in the advocate, what comes next for each, and what is their case?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from putright.casework.actions.say_whether_advocate_comes import say_whether_advocate_comes
from putright.casework.actions.stop_as_advocate import stop_as_advocate
from putright.casework.queries.advocate_cases import CaseHelped, PersonHelped, case_helped, people_helped
from putright.domain.advocate_drafts import DraftKind, DraftState
from putright.domain.advocates import Help, helps_in_words
from putright.domain.by_link import LinkAct
from putright.web.access import own
from putright.web.components import Tag
from putright.web.forms import PageForm
from putright.web.page_request import OwnRequest
from putright.web.pages.following import FollowingPage, page_of
from putright.web.templating import show

_WRITE: Final = {
    DraftKind.MESSAGE: "A message",
    DraftKind.QUESTIONS: "Questions for the meeting",
    DraftKind.REVIEW: "Why somebody should look again",
}
_STANDS: Final = {
    DraftState.WRITING: "You are writing it. Only you see it.",
    DraftState.WAITING: "{person} has it to read.",
    DraftState.BACK: "{person} sent it back to you.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpedLine:
    """One person of the list, with what comes next in a few words."""

    helped: PersonHelped
    tag: Tag | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvocatePage:
    """Everybody who named them and has not said that it is over."""

    people: tuple[HelpedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingLine:
    """Something that can be written for the person, and how far it has come."""

    kind: str
    words: str
    stands: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvocateCasePage(FollowingPage):
    """What the person is shown, and what the advocate may do."""

    helped: CaseHelped
    may: str
    writes: tuple[WritingLine, ...]
    to_ombudsman: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpedPage:
    """A case of which its advocate may not read more than that it is there."""

    helped: CaseHelped
    may: str


@own
@require_safe
def advocate(request: OwnRequest) -> HttpResponse:
    """Show whom they help, across organisations: what is due soonest first."""
    people = people_helped(request.user.pk, request.today)
    return show(request, "advocate.jinja", AdvocatePage(people=tuple(map(_line, people))))


@own
@require_safe
def advocate_case(request: OwnRequest, reference: str) -> HttpResponse:
    """Show a case as the person sees it, as far as they let their advocate; that it was opened is kept."""
    helped = case_helped(request.user.pk, reference, request.today, now=request.now)
    may = helps_in_words(helped.helps)
    if helped.case is None:
        return show(request, "advocate_case_closed.jinja", HelpedPage(helped=helped, may=may))
    shown = page_of(helped.case)
    as_theirs = {part.name: getattr(shown, part.name) for part in fields(FollowingPage)}
    page = AdvocateCasePage(
        **as_theirs,
        helped=helped,
        may=may,
        writes=tuple(_writing(helped)),
        to_ombudsman=Help.OMBUDSMAN in helped.helps and LinkAct.OMBUDSMAN in helped.case.acts,
    )
    return show(request, "advocate_case.jinja", page)


@own
@require_POST
def advocate_meeting(request: OwnRequest, reference: str) -> HttpResponse:
    """Record whether the advocate comes to the meeting, and go back to the case."""
    comes = request.POST.get("comes") == "yes"
    say_whether_advocate_comes(account=request.user.pk, case=reference, comes=comes, on=request.today, now=request.now)
    messages.success(request, "It is noted that you come" if comes else "It is noted that you cannot come")
    return redirect("advocate-case", reference)


@own
@require_http_methods(["GET", "HEAD", "POST"])
def advocate_stop(request: OwnRequest, reference: str) -> HttpResponse:
    """Ask once whether they mean it, and end it."""
    helped = case_helped(request.user.pk, reference, request.today, now=request.now)
    if request.method == "POST":
        stop_as_advocate(account=request.user.pk, case=reference, on=request.today, now=request.now)
        messages.success(request, f"You no longer help {helped.person} with {helped.reference_shown}")
        return redirect("advocate")
    page = HelpedPage(helped=helped, may=helps_in_words(helped.helps))
    return show(request, "advocate_stop.jinja", page, form=PageForm(None, today=request.today))


def _writing(helped: CaseHelped) -> Iterator[WritingLine]:
    """What can be written as the case stands, and what is begun already."""
    if Help.WRITE not in helped.helps or helped.case is None:
        return
    begun = {draft.kind: draft for draft in helped.drafts}
    now = {DraftKind.MESSAGE}
    now |= {DraftKind.QUESTIONS} if helped.case.meeting else set()
    now |= {DraftKind.REVIEW} if helped.case.review_now else set()
    for kind in DraftKind:
        if kind in now or kind in begun:
            stands = _STANDS[begun[kind].state].format(person=helped.person) if kind in begun else ""
            yield WritingLine(kind=kind.value, words=_WRITE[kind], stands=stands)


def _line(helped: PersonHelped) -> HelpedLine:
    tag = Tag("Late", "red") if helped.next and helped.next.is_late else None
    return HelpedLine(helped=helped, tag=tag)
