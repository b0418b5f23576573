"""How does a person save their complaint and come back, and what is left of it in the browser meanwhile?

Once it is saved the browser forgets the answers: it may be one that others use. It keeps the secret of the link, until
the link is put away, so that the link can be shown and the same one is saved under again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from putright.casework.actions.forget_saved import forget_saved
from putright.casework.actions.open_saved import open_saved
from putright.casework.actions.save_complaint import save_complaint
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.saved_complaints import Saved
from putright.web import journey
from putright.web.complaining.journey import COMPLAIN
from putright.web.page_request import PageRequest
from putright.web.visitor import visitor

HELD: Final = "saved-complaint"
OPENED: Final = "opened-complaint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The link of what was saved, as this browser knows it; `is_another` where a new one had to be made."""

    secret: str
    mark: str
    until: date
    is_another: bool = False


def held(request: PageRequest) -> Held | None:
    """Return the link that this browser knows, or nothing."""
    kept: dict[str, str] | None = request.session.get(HELD)
    if kept is None:
        return None
    return Held(
        secret=kept["secret"],
        mark=kept["mark"],
        until=date.fromisoformat(kept["until"]),
        is_another=kept["is_another"] == "yes",
    )


def is_put_aside(request: PageRequest) -> bool:
    """Return whether what this browser knew was saved and is not open in it now."""
    return HELD in request.session and not journey.is_begun(request, COMPLAIN)


def save(request: PageRequest) -> HttpResponse:
    """Save what was told so far and forget it in this browser; where nothing was, say so.

    Raises ActionRefused where it is too much: then the browser keeps it.
    """
    told = journey.told_so_far(request, COMPLAIN)
    if not told:
        messages.info(request, gettext("There is nothing to save yet. Answer this question first."))
        return redirect("complain-question", COMPLAIN.questions[0].name)
    before = held(request)
    saved = save_complaint(
        answers=told,
        form=journey.token(request, COMPLAIN),
        secret=before.secret if before else "",
        seen=before.mark if before else "",
        on=request.today,
        now=request.now,
    )
    journey.forget(request, COMPLAIN)
    _hold(request, saved.secret, saved.mark, saved.until, is_another=saved.is_another)
    return redirect("complain-saved")


def go_on(request: PageRequest, secret: str) -> HttpResponse:
    """Bring back what was saved under a secret, and go to where it was left; raises NotFound where there is nothing."""
    bring_back(request, secret)
    return redirect(journey.to_where_it_was_left(request, COMPLAIN))


def bring_back(request: PageRequest, secret: str) -> None:
    """Open what was saved under a secret in this browser; raises NotFound where there is nothing."""
    saved = look_at(request, secret)
    request.session.cycle_key()  # nobody who knew this visit's session before sees what is in it from now on
    journey.bring_back(request, COMPLAIN, saved.answers)
    _hold(request, secret, saved.mark, saved.until)


def bring_back_what_was_put_aside(request: PageRequest) -> None:
    """Bring back what this browser saved, for a page of it that was still open, so that nothing is saved over it."""
    before = held(request)
    if before is not None and is_put_aside(request):
        try:
            bring_back(request, before.secret)
        except (NotFound, ActionRefused):
            put_away(request)


def look_at(request: PageRequest, secret: str) -> Saved:
    """Return what was saved; raises NotFound where there is nothing, ActionRefused after too many wrong ones."""
    return open_saved(secret=secret, visitor=visitor(request), on=request.today, now=request.now)


def delete(request: PageRequest, secret: str) -> None:
    """Delete what was saved, and this browser's answers too where they are those of the same link."""
    forget_saved(secret=secret, on=request.today)
    before = held(request)
    if before is not None and before.secret == secret:
        journey.forget(request, COMPLAIN)
        put_away(request)
    request.session.pop(OPENED, None)


def put_away(request: PageRequest) -> None:
    """Forget the link in this browser; the link itself goes on."""
    request.session.pop(HELD, None)
    request.session.pop(OPENED, None)


def _hold(request: PageRequest, secret: str, mark: str, until: date, *, is_another: bool = False) -> None:
    request.session[HELD] = {
        "secret": secret,
        "mark": mark,
        "until": until.isoformat(),
        "is_another": "yes" if is_another else "no",
    }
