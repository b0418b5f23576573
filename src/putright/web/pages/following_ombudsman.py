"""How does somebody go to the Ombudsman: what is needed, until when, and with which papers?"""

from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp

from django.contrib import messages
from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.follow import followed
from putright.casework.queries.own_file import write_own_file
from putright.domain.by_link import LinkAct
from putright.web.access import public
from putright.web.following import link_followed
from putright.web.following_acts import CHANGED, no_link
from putright.web.page_request import PageRequest
from putright.web.pages.following import page_of
from putright.web.templating import show

ZIP = "application/zip"


@public
@never_cache
@require_safe
def following_ombudsman(request: PageRequest) -> HttpResponseBase:
    """Show what the Ombudsman needs, and offer the file."""
    link = link_followed(request)
    if link is None:
        return redirect("follow")
    try:
        case = followed(link, request.today, now=request.now)
    except (NotFound, ActionRefused) as ended:
        return no_link(request, ended)
    if LinkAct.OMBUDSMAN not in case.acts:
        messages.warning(request, CHANGED)
        return redirect("following")
    return show(request, "following_ombudsman.jinja", page_of(case, by_link=True))


@public
@never_cache
@require_safe
def following_file(request: PageRequest) -> HttpResponseBase:
    """Hand over the person's own file; it is made for this download, and lies nowhere afterwards."""
    link = link_followed(request)
    if link is None:
        return redirect("follow")
    folder = Path(mkdtemp())
    place = folder / "file.zip"
    try:
        reference = write_own_file(link, place, request.today, now=request.now)
        opened = place.open("rb")
    except (NotFound, ActionRefused) as ended:
        return no_link(request, ended)
    finally:
        place.unlink(missing_ok=True)
        folder.rmdir()
    response = FileResponse(opened, content_type=ZIP)
    name = f"My complaint {reference}.zip"
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
