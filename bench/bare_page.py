"""What is the least that a page of this site can cost? The frame of every page round nothing, beside the site."""

from django.http import HttpResponse
from django.urls import path

from putright.config import urls
from putright.web.access import public, staff
from putright.web.page_request import PageRequest, StaffRequest
from putright.web.templating import show


@public
def bare(request: PageRequest) -> HttpResponse:
    """Show the frame, asking no table."""
    return show(request, "layout.jinja", bare=True)


@staff
def frame(request: StaffRequest) -> HttpResponse:
    """Show the frame to somebody who has signed in: their name, their organisation, what their roles open."""
    return show(request, "layout.jinja")


urlpatterns = [path("bare", bare, name="bare"), path("bare/staff", frame, name="frame"), *urls.urlpatterns]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
