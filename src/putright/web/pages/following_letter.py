"""What is in a letter that was sent to whoever follows their complaint?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from putright.casework.errors import ActionRefused, NotFound
from putright.casework.open_link import ENDED
from putright.casework.queries.letters_told import PDF, letter_by_link
from putright.web.access import public
from putright.web.following import link_followed
from putright.web.following_acts import no_link
from putright.web.page_request import PageRequest
from putright.web.pages import errors


@public
@never_cache
@require_safe
def following_letter(request: PageRequest, number: int) -> HttpResponse:
    """Show a letter in the browser, which can save and print it; a number that is no letter to them is not found."""
    link = link_followed(request)
    if link is None:
        return redirect("follow")
    try:
        paper = letter_by_link(link, number, request.today, now=request.now)
    except NotFound:
        return errors.not_found(request)
    except ActionRefused as refused:
        return no_link(request, refused) if refused.refusal.code == ENDED else errors.refused(request, refused.refusal)
    response = HttpResponse(paper.content, content_type=PDF)
    response.headers["Content-Disposition"] = content_disposition_header(False, paper.file_name) or "inline"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
