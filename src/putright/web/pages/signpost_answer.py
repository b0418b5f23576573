"""Where should this complaint go, what instead, who can help, and by when to the Ombudsman?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from putright.casework.queries.bodies import BodyShown, bodies_public
from putright.casework.queries.practices import register_with
from putright.domain.signpost import signpost
from putright.domain.signpost_answer import Excluded, Note, OmbudsmanBy, Question, Signpost, Unanswerable
from putright.gateways.guide_files import guides
from putright.web import journey
from putright.web.access import public
from putright.web.components import Answer
from putright.web.finding.answer import Place, Way, bodies_nearby, is_advocate, place_of, ways_to
from putright.web.finding.journey import FIND, asked_of_register
from putright.web.page_request import PageRequest
from putright.web.pages import errors
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class SignpostAnswerPage:
    """The answer: where first, what instead, where not, who helps, the Ombudsman's day, and what was answered."""

    on: date
    urgent: Place | None
    first: Place
    alternative: Place | None
    nearby: tuple[BodyShown, ...]
    excluded: tuple[Excluded, ...]
    advocates: tuple[Place, ...]
    support: tuple[Place, ...]
    ombudsman: OmbudsmanBy | None
    ombudsman_passed: bool
    ombudsman_ways: tuple[Way, ...]
    notes: tuple[Note, ...]
    answers: tuple[Answer, ...]


@public
@never_cache
@require_safe
def signpost_answer(request: PageRequest) -> HttpResponse:
    """Answer as at today."""
    if elsewhere := journey.to_unanswered(request, FIND):
        return elsewhere
    question = asked_of_register(journey.cleaned(request, FIND))
    try:
        found = signpost(question, register_with(question.gp, question.at), guides(), request.today)
    except Unanswerable as unanswerable:
        return errors.answers_that_do_not_fit(request, unanswerable.message, FIND.address_of(FIND.questions[0]))
    return show(request, "signpost_answer.jinja", _page(request, question, found))


def _page(request: PageRequest, question: Question, found: Signpost) -> SignpostAnswerPage:
    bodies = bodies_public()
    here = frozenset(body.code for body in bodies)
    near = bodies_nearby(question, request.today)
    return SignpostAnswerPage(
        on=found.on,
        urgent=place_of(found.urgent, found.on, here=here) if found.urgent else None,
        first=place_of(found.first, found.on, here=here),
        alternative=place_of(found.alternative, found.on, here=here) if found.alternative else None,
        nearby=tuple(body for body in bodies if body.code in near and body.code != found.first.body),
        excluded=found.excluded,
        advocates=tuple(place_of(each, found.on, here=here) for each in found.support if is_advocate(each)),
        support=tuple(place_of(each, found.on, here=here) for each in found.support if not is_advocate(each)),
        ombudsman=found.ombudsman_by,
        ombudsman_passed=found.ombudsman_by is not None and found.ombudsman_by.by < found.on,
        ombudsman_ways=ways_to(found.ombudsman_by) if found.ombudsman_by else (),
        notes=found.notes,
        answers=journey.answers_to_check(request, FIND),
    )
