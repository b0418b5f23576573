"""Does the person come to the meeting that was offered, at which time, with whom, and what do they need there?"""

from __future__ import annotations

# What Django's forms clean is untyped, hence Any.
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from putright.casework.actions.answer_meeting import MeetingSaid, answer_meeting
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.follow import FollowPage
from putright.casework.queries.meeting_told import MeetingTold, TimeTold, calendar_by_link
from putright.domain.by_link import LinkAct
from putright.domain.meeting_offers import MeetingAnswer, MeetingStands
from putright.web.access import public
from putright.web.following import link_followed
from putright.web.following_acts import act_by_link, no_link
from putright.web.forms import Choice, PageForm, RadiosField, TextareaField, TextField
from putright.web.page_request import PageRequest
from putright.web.wording import nhs_date_with_weekday, nhs_time

_COMES: Final = _("I come, at one of the times you offered")
CALENDAR: Final = "text/calendar; charset=utf-8"
LONGEST: Final = 2_000
_SAID: Final = {
    MeetingAnswer.COME: _("We know that you come. You can put the meeting into your calendar from this page."),
    MeetingAnswer.ANOTHER_TIME: _(
        "We know that you need another time. We will offer you one, or tell you when we can."
    ),
    MeetingAnswer.NOT_MEET: _("We know that you would rather not meet. We go on with your complaint in writing."),
}


class MeetingForm(PageForm):
    """One question: a time, another time, or no meeting; and what belongs to each answer."""

    answer = RadiosField(_("What would you like to do?"), (), required=_("Choose what you would like to do"))
    time = RadiosField(_("Which time is good for you?"), (), required=_("Choose a time"))
    comes_with = TextField(
        _("Is anybody coming with you?"),
        hint=_("You can bring who you like: a friend, an advocate, an interpreter. Tell us their name if you want to."),
        max_length=300,
    )
    needs = TextareaField(
        _("Do you need anything there?"),
        hint=_(
            "For example an interpreter, a hearing loop, a room without stairs, breaks. We see to it before you come."
        ),
        rows=3,
        max_length=LONGEST,
    )
    when = TextareaField(
        _("When can you come?"),
        hint=_("Days and times that are good for you, or that are not. You can also ask for a telephone call instead."),
        rows=3,
        max_length=LONGEST,
    )
    why_not = TextareaField(
        _("Is there something you want to tell us?"),
        hint=_("You do not have to give a reason."),
        rows=3,
        max_length=LONGEST,
    )

    def __init__(self, *args: Any, meeting: MeetingTold | None, **kwargs: Any) -> None:
        """Offer the times that are still to come, and what else can be said; of one time it is not asked which."""
        super().__init__(*args, **kwargs)
        times = meeting.times if meeting else ()
        at = [Choice(str(each.number), _when(each)) for each in times]
        self.fields["time"] = RadiosField(_("Which time is good for you?"), at, required=_("Choose a time"))
        if len(times) == 1:
            del self.fields["time"]
        self.only = times[0].number if len(times) == 1 else 0
        choices = _choices(meeting) if meeting else []
        self.fields["answer"] = RadiosField(
            _("What would you like to do?"), choices, required=_("Choose what you would like to do")
        )
        # What belongs to no answer that can still be given is not asked: of whoever agreed to a time, which one.
        asked = {"answer", *(name for choice in choices for name in choice.reveals)}
        self.fields = {name: field for name, field in self.fields.items() if name in asked}

    def clean(self) -> dict[str, Any] | None:
        """Whoever wants another time says when they can."""
        cleaned = super().clean()
        if self.cleaned_data.get("answer") == MeetingAnswer.ANOTHER_TIME and not self.cleaned_data.get("when"):
            self.add_error("when", _("Say when you can come, or that any other day is good"))
        return cleaned

    def said(self) -> MeetingSaid:
        """What they say, of a form with good answers."""
        answers, answer = self.cleaned_data, MeetingAnswer(self.cleaned_data["answer"])
        return MeetingSaid(
            answer=answer,
            time=int(answers.get("time") or self.only) if answer is MeetingAnswer.COME else 0,
            comes_with=answers.get("comes_with", ""),
            needs=answers.get("needs", ""),
            words=answers.get("when" if answer is MeetingAnswer.ANOTHER_TIME else "why_not", ""),
        )


def _when(each: TimeTold) -> str:
    return gettext("%(day)s at %(time)s") % {
        "day": nhs_date_with_weekday(each.starts.date()),
        "time": nhs_time(each.starts),
    }


def _choices(meeting: MeetingTold) -> list[Choice]:
    found: list[Choice] = []
    if MeetingAnswer.COME in meeting.may and meeting.times:
        only = meeting.times[0] if len(meeting.times) == 1 else None
        words = gettext("I come on %(time)s") % {"time": _when(only)} if only else _COMES
        asked = ("comes_with", "needs") if only else ("time", "comes_with", "needs")
        found.append(Choice(MeetingAnswer.COME.value, words, reveals=asked))
    if MeetingAnswer.ANOTHER_TIME in meeting.may:
        found.append(Choice(MeetingAnswer.ANOTHER_TIME.value, _("I need another time"), reveals=("when",)))
    if MeetingAnswer.NOT_MEET in meeting.may:
        agreed = meeting.stands is MeetingStands.AGREED
        words = _("I do not want to meet after all") if agreed else _("I would rather not meet")
        told = _("Then we go on with your complaint in writing.")
        found.append(Choice(MeetingAnswer.NOT_MEET.value, words, told, reveals=("why_not",)))
    return found


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def following_meeting(request: PageRequest) -> HttpResponse:
    """Ask what the person says to the meeting, and record it."""

    def form(case: FollowPage) -> MeetingForm:
        posted = request.POST if request.method == "POST" else None
        return MeetingForm(posted, today=request.today, meeting=case.meeting)

    def do(link: int, form: MeetingForm) -> None:
        answer_meeting(link=link, said=form.said(), on=request.today, now=request.now)

    def said(form: MeetingForm) -> str:
        return _SAID[form.said().answer]

    return act_by_link(request, "following_meeting.jinja", form, do, said=said, act=LinkAct.MEETING)


@public
@never_cache
@require_safe
def following_calendar(request: PageRequest) -> HttpResponse:
    """Hand over the meeting as a file that calendars take in; its name tells nothing."""
    link = link_followed(request)
    if link is None:
        return redirect("follow")
    try:
        content = calendar_by_link(link, request.today, now=request.now)
    except (NotFound, ActionRefused) as ended:
        return no_link(request, ended)
    response = HttpResponse(content, content_type=CALENDAR)
    response.headers["Content-Disposition"] = content_disposition_header(True, "meeting.ics") or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
