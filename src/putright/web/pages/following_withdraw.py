"""Does the person want to withdraw their complaint? Asked once, with what happens then."""

from __future__ import annotations

from typing import Final

from django.http import HttpResponse
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.withdraw_by_link import withdraw_by_link
from putright.casework.queries.follow import FollowPage
from putright.domain.by_link import LinkAct
from putright.web.access import public
from putright.web.following_acts import act_by_link
from putright.web.forms import Choice, PageForm, RadiosField, TextareaField
from putright.web.page_request import PageRequest

YES, NO = "yes", "no"
LONGEST: Final = 4_000
_GOES_ON: Final = _("Your complaint goes on. Nothing has changed.")
_STOPS: Final = _(
    "You withdrew your complaint. We confirm that in writing. You can go on from this page if you want to."
)
_PATIENT: Final = _("We know that you want to stop. We ask the patient, and until then the complaint goes on.")


class WithdrawForm(PageForm):
    """One question, and what they want to say with it."""

    sure = RadiosField(
        _("Do you want to withdraw your complaint?"),
        (
            Choice(YES, _("Yes, I want to withdraw it"), reveals=("words",)),
            Choice(NO, _("No, it should go on")),
        ),
        required=_("Choose whether you want to withdraw your complaint"),
    )
    words = TextareaField(
        _("Is there something you want to tell us?"),
        hint=_("You do not have to give a reason. If somebody pressed you to withdraw it, please tell us."),
        rows=4,
        max_length=LONGEST,
    )


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def following_withdraw(request: PageRequest) -> HttpResponse:
    """Ask once, and withdraw the complaint, or ask for the patient's own word."""
    decides: list[bool] = []

    def form(case: FollowPage) -> WithdrawForm:
        decides.append(case.patient_decides)
        return WithdrawForm(request.POST if request.method == "POST" else None, today=request.today)

    def do(link: int, form: WithdrawForm) -> None:
        if form.cleaned_data["sure"] == YES:
            withdraw_by_link(link=link, words=form.cleaned_data["words"], on=request.today, now=request.now)

    def said(form: WithdrawForm) -> str:
        stops = _PATIENT if any(decides) else _STOPS
        return stops if form.cleaned_data["sure"] == YES else _GOES_ON

    return act_by_link(request, "following_withdraw.jinja", form, do, said=said, act=LinkAct.WITHDRAW)
