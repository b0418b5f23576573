"""Who may set this new site up? Whoever started it: they have the code that was printed."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.gateways.set_up_code import is_code
from putright.web.access import public
from putright.web.forms import PageForm, TextField
from putright.web.page_request import PageRequest
from putright.web.setting_up.journey import SET_UP, code_given, has_given_code, refuse_when_set_up
from putright.web.templating import show

WRONG = "That is not the code. It is the one that was printed when the site was started last"


class CodeForm(PageForm):
    """The code."""

    code = TextField(
        "Set-up code",
        required="Enter the set-up code",
        hint="It was printed where the site was started, like 7K2M-9QXT-4B0C-HZ3W.",
        width=20,
        autocomplete="off",
        spellcheck=False,
        code=True,
        max_length=60,
    )


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: PageRequest) -> HttpResponse:
    """Ask for the code, and go on to the questions."""
    refuse_when_set_up()
    if request.method != "POST" and has_given_code(request):
        return redirect("set-up-question", SET_UP.questions[0].name)
    form = CodeForm(request.POST or None, today=request.today)
    if request.method == "POST" and form.is_valid():
        if is_code(settings.PUTRIGHT_SET_UP_CODE, form.cleaned_data["code"]):
            code_given(request)
            return redirect("set-up-question", SET_UP.questions[0].name)
        form.add_error("code", WRONG)
    return show(request, "set_up.jinja", form=form)
