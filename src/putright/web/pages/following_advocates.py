"""Whom does the person let help them with their complaint here, with what, and whom no longer?"""

from __future__ import annotations

from typing import Final

from django.http import HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.end_advocate import end_advocate
from putright.casework.actions.name_advocate import name_advocate
from putright.casework.advocates import AdvocateSaid
from putright.casework.follow_codes import sends_codes
from putright.casework.queries.follow import FollowPage
from putright.domain.advocates import Help
from putright.domain.by_link import LinkAct
from putright.web.access import public
from putright.web.following_acts import act_by_link
from putright.web.following_words import may_in_words
from putright.web.forms import CheckboxesField, Choice, DateField, EmailField, PageForm, RadiosField, TextField
from putright.web.page_request import PageRequest

_INVITED: Final = _("You named an advocate. We have sent them an email. You can end it here on any day.")
_KNOWN: Final = _("You named an advocate. We know now that they help you. You can end it here on any day.")
MAY = (
    Choice(
        Help.READ.value, _("Read this page"), _("All that you see here: what is done and comes next, and our messages.")
    ),
    Choice(Help.WRITE.value, _("Write for me"), _("You read it first. Nothing goes to us before you say yes.")),
    Choice(Help.MEET.value, _("Come to meetings with me")),
    Choice(
        Help.OMBUDSMAN.value,
        _("Take my complaint to the Ombudsman"),
        _("They may have a copy of your papers for that."),
    ),
)


class NameAdvocateForm(PageForm):
    """Who it is and what they may do until when, where no email goes out: the organisation knows that they help."""

    full_name = TextField(_("Their name"), required=_("Enter their name"), max_length=120, width=20, spellcheck=False)
    service = TextField(_("Where they work"), hint=_("For example, the advocacy service of your area."), max_length=120)
    helps = CheckboxesField(_("What may they do?"), MAY, required=_("Choose what they may do"))
    until_on = DateField(
        _("Until which day?"),
        name=_("The last day"),
        not_before_today=True,
        hint=_("Leave this empty if they help you until you say so. You can end it on any day."),
    )


class InviteAdvocateForm(NameAdvocateForm):
    """The same, and how they are invited to come in themselves."""

    email = EmailField(
        _("Their email address"),
        hint=_(
            "We send them a way in. The email does not say who you are or what it is about. Without it they see"
            " nothing here, but we know that they help you."
        ),
        autocomplete="off",
    )
    field_order = ("full_name", "service", "email", "helps", "until_on")


def end_form(case: FollowPage) -> type[PageForm]:
    """Return the form that asks which of those who are named is to stop."""
    may = gettext("They may %(may)s.")
    named = tuple(
        Choice(str(one.number), one.called, may % {"may": may_in_words(one)}, is_data=True) for one in case.advocates
    )

    class EndAdvocateForm(PageForm):
        """Which of them."""

        advocate = RadiosField(_("Who helps you no longer?"), named, required=_("Choose who helps you no longer"))

    return EndAdvocateForm


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def following_name_advocate(request: PageRequest) -> HttpResponse:
    """Ask who it is and what they may do, and send the invitation."""

    def do(link: int, form: NameAdvocateForm) -> None:
        answers = form.cleaned_data
        said = AdvocateSaid(
            name=answers["full_name"],
            service=answers["service"],
            email=answers.get("email", ""),
            helps=frozenset(map(Help, answers["helps"])),
            until_on=answers["until_on"],
        )
        name_advocate(link=link, advocate=said, on=request.today, now=request.now)

    form_class = InviteAdvocateForm if sends_codes() else NameAdvocateForm
    form = form_class(request.POST if request.method == "POST" else None, today=request.today)

    def said(form: NameAdvocateForm) -> str:
        return _INVITED if form.cleaned_data.get("email") else _KNOWN

    return act_by_link(request, "following_name_advocate.jinja", form, do, said=said, act=LinkAct.NAME_ADVOCATE)


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def following_end_advocate(request: PageRequest) -> HttpResponse:
    """Ask who it is, and end it at once."""
    typed = request.POST if request.method == "POST" else None

    def made(case: FollowPage) -> PageForm:
        only = str(case.advocates[0].number) if len(case.advocates) == 1 else None
        return end_form(case)(typed, today=request.today, initial={"advocate": only})

    def do(link: int, form: PageForm) -> None:
        chosen = int(form.cleaned_data["advocate"])
        end_advocate(link=link, advocate=chosen, on=request.today, now=request.now)

    said = _("It is ended. They see nothing of your complaint any more.")
    return act_by_link(request, "following_end_advocate.jinja", made, do, said=said, act=LinkAct.END_ADVOCATE)
