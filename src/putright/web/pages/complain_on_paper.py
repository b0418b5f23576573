"""How does somebody complain who would rather write? On a form to print, with the questions of the web."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.bodies import BodyShown, bodies_public
from putright.web.access import public
from putright.web.complaining.on_paper import PaperQuestion, paper_questions
from putright.web.page_request import PageRequest
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class OnPaperPage:
    """The questions, to whom the form goes if that is known, and to whom it may go otherwise."""

    to: BodyShown | None
    bodies: tuple[BodyShown, ...]
    questions: tuple[PaperQuestion, ...]


@public
@require_safe
def complain_on_paper(request: PageRequest) -> HttpResponse:
    """Show the form to print; for an organisation that a link names, or the only one, with where to send it."""
    bodies = bodies_public()
    named = request.GET.get("to", "")
    to = next((body for body in bodies if body.code == named), bodies[0] if len(bodies) == 1 else None)
    questions = paper_questions(today=request.today, without=frozenset({"to"} if to else ()))
    return show(request, "complain_on_paper.jinja", OnPaperPage(to=to, bodies=bodies, questions=questions))
