"""Can a version of a procedure be had as a file: to print, to put on another website, for another program?"""

from __future__ import annotations

from typing import Final

from csp.decorators import csp_update
from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from putright.casework.errors import NotFound
from putright.casework.queries.bodies import procedure_page
from putright.gateways.procedure_schema import procedure_schema
from putright.web.access import public
from putright.web.page_request import PageRequest
from putright.web.published_version import FORMS, etag_of, style_hash

NEVER_CHANGES: Final = "public, max-age=31536000, immutable"
FOR_AN_HOUR: Final = "public, max-age=3600"


@public
@require_safe
@csp_update({"style-src": style_hash()})  # type: ignore[arg-type] # it knows only views without an address in parts
def procedure_form(request: PageRequest, body: str, version: str, form: str) -> HttpResponse:
    """Send one form of a version, which never changes; raises NotFound."""
    wanted = next((one for one in FORMS if one.name == form), None)
    if wanted is None:
        raise NotFound
    found = procedure_page(body, request.today, short=version)
    return _sent(request, wanted.of(found), wanted.content_type, NEVER_CHANGES)


@public
@require_safe
def procedure_schema_file(request: PageRequest) -> HttpResponse:
    """Send the JSON Schema of procedure files, for editors."""
    return _sent(request, procedure_schema(), "application/schema+json", FOR_AN_HOUR)


def _sent(request: PageRequest, text: str, content_type: str, keep: str) -> HttpResponse:
    content = text.encode()
    headers = {"Cache-Control": keep, "ETag": etag_of(content), "X-Robots-Tag": "noindex"}
    response = HttpResponse(content, content_type=f"{content_type}; charset=utf-8", headers=headers)
    return get_conditional_response(request, etag=headers["ETag"], response=response) or response
