"""Does somebody who follows their complaint want our letters by post from now on, and where may these go?"""

from __future__ import annotations

from typing import Final

from django.http import HttpResponse
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.stop_letters_by_email import stop_letters_by_email
from putright.casework.queries.follow import FollowPage
from putright.domain.adjustments import LONGEST_DETAIL
from putright.domain.by_link import LinkAct
from putright.domain.stopping_email import AddressAsked
from putright.web.access import public
from putright.web.following_acts import act_by_link
from putright.web.forms import PageForm, TextareaField
from putright.web.page_request import PageRequest

SAID: Final = _("We send you no more letters by email. Our letters come by post from now on.")


class StopForm(PageForm):
    """The button alone: we know where letters may go."""


class StopWithAddressForm(PageForm):
    """Where letters may go, which we do not know."""

    address = TextareaField(
        _("Where can we send you letters?"),
        required=_("Enter an address for our letters"),
        hint=_("With the postcode. It can be the address of somebody you trust."),
        rows=4,
        max_length=LONGEST_DETAIL,
    )


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def following_stop_email(request: PageRequest) -> HttpResponse:
    """Ask once, and for an address where we know none that letters may go to."""

    def form(case: FollowPage) -> PageForm:
        made = StopForm if case.address_asked is AddressAsked.NOTHING else StopWithAddressForm
        return made(request.POST if request.method == "POST" else None, today=request.today)

    def do(link: int, said: PageForm) -> None:
        address = tuple(said.cleaned_data.get("address", "").splitlines())
        stop_letters_by_email(link=link, address=address, on=request.today, now=request.now)

    return act_by_link(request, "following_stop_email.jinja", form, do, said=SAID, act=LinkAct.STOP_EMAIL)
