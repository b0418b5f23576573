"""What is a page as Django's tutorial has it? Somebody who has signed in, one row of a table, a template round it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
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


urlpatterns = [path("stock/<int:number>", one_row, name="one-row"), *urls.urlpatterns]
