"""What are a page and a form as Django's tutorial has them? One row of a table, or one box; a template round it."""

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path

from putright.config import urls
from putright.records.models import Case
from putright.web.shell import Shell


@login_required
def one_row(request: HttpRequest, number: int) -> HttpResponse:
    """Show a row of the table of cases, in the frame of our pages."""
    case = get_object_or_404(Case.objects.select_related("complainant"), pk=number)
    name = request.user.get_full_name()  # type: ignore[union-attr]  # somebody who has signed in
    shell = Shell(demo=False, as_at=None, person=name, place="", elsewhere="", menu=())
    return render(request, "one_row.jinja", {"case": case, "shell": shell, "problems": (), "notices": ()})


class SayForm(forms.Form):
    """One box."""

    words = forms.CharField(widget=forms.Textarea)


def say(request: HttpRequest) -> HttpResponse:
    """Keep what is said in the session, and show it again in its box."""
    form = SayForm(request.POST or None, initial=request.session.get("said"))
    if form.is_valid():
        request.session["said"] = form.cleaned_data
        return redirect("say")
    shell = Shell(demo=False, as_at=None, person="", place="", elsewhere="", menu=())
    return render(request, "say.jinja", {"form": form, "shell": shell, "problems": (), "notices": ()})


urlpatterns = [
    path("stock/<int:number>", one_row, name="one-row"),
    path("stock/say", say, name="say"),
    *urls.urlpatterns,
]
