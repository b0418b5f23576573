"""What does an organisation promise to those who complain, by when, and what does the law say beside it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from putright.casework.errors import NotFound
from putright.casework.queries.bodies import (
    BodyShown,
    OtherShown,
    VersionShown,
    bodies_public,
    body_public,
    procedure_page,
    versions_public,
)
from putright.casework.queries.bodies import ProcedurePage as Found
from putright.letters.published import LAW_COUNTS
from putright.letters.published_facts import Published
from putright.web.access import public
from putright.web.language import Language, spoken
from putright.web.page_request import PageRequest
from putright.web.published_version import FORMS, Form, etag_of, said_of
from putright.web.templating import show
from putright.web.wording import nhs_date


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedurePage:
    """A procedure as the public reads it, and which complaints it governs."""

    body: BodyShown
    said: Published
    more: tuple[tuple[str, date], ...]
    short: str
    is_in_force: bool
    governs: str
    versions: tuple[VersionShown, ...]
    signed_off_by: str
    law_counts: str
    forms: tuple[Form, ...]
    is_beside: bool
    others: tuple[OtherShown, ...]
    is_in_another_language: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchVersion:
    """What there is, where an address names a version or an organisation that there is not."""

    body: BodyShown | None
    versions: tuple[VersionShown, ...]
    bodies: tuple[BodyShown, ...]


@public
@require_safe
def procedure(request: PageRequest, body: str, version: str | None = None) -> HttpResponse:
    """Show the procedure that is in force, or a version of it by the beginning of its digest."""
    try:
        found = procedure_page(body, request.today, short=version)
    except NotFound:
        return _not_there(request, body)
    response = show(request, "procedure.jinja", _page(found))
    if "Cache-Control" in response.headers:  # somebody is signed in, whose name stands on the page
        return response
    response.headers["Cache-Control"] = "public, no-cache"
    response.headers["ETag"] = etag_of(response.content)
    return get_conditional_response(request, etag=response.headers["ETag"], response=response) or response


def _not_there(request: PageRequest, code: str) -> HttpResponse:
    versions = versions_public(code)
    page = NoSuchVersion(
        body=body_public(code) if versions else None,
        versions=versions,
        bodies=() if versions else bodies_public(),
    )
    return show(request, "procedure_not_there.jinja", page, status=404)


def _page(found: Found) -> ProcedurePage:
    return ProcedurePage(
        body=found.body,
        said=said_of(found),
        more=((gettext_noop("Used here since"), found.adopted_on),),
        short=found.short,
        is_in_force=found.is_in_force,
        governs=_governs(found),
        versions=found.versions,
        signed_off_by=found.signed_off_by,
        law_counts=LAW_COUNTS,
        forms=FORMS,
        is_beside=found.is_beside,
        others=found.others,
        is_in_another_language=spoken() is not Language.ENGLISH,
    )


def _governs(found: Found) -> str:
    if found.governs_none:
        return _("Another version took its place on the same day, so it governs no complaint.")
    if not found.governs_until:
        return ""
    words = _("It governs the complaints that %(name)s received up to and including %(until)s.")
    if found.governs_from:
        words = _("It governs the complaints that %(name)s received from %(since)s up to and including %(until)s.")
    since = nhs_date(found.governs_from) if found.governs_from else ""
    return words % {"name": found.body.name, "since": since, "until": nhs_date(found.governs_until)}
