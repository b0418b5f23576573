"""Where should this complaint go, what instead, who can help, and by when to the Ombudsman?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import HttpResponse
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from putright.casework.queries.bodies import BodyShown, bodies_public
from putright.casework.queries.practices import register_with
from putright.domain.signpost import signpost
from putright.domain.signpost_answer import Question, Signpost, Unanswerable
from putright.domain.signpost_roads import NO_COMMISSIONER, NOT_PRIVATE
from putright.gateways.guide_files import guides
from putright.web import journey
from putright.web.access import public
from putright.web.components import Answer
from putright.web.finding.answer import (
    Place,
    Told,
    Way,
    authority_in_words,
    bodies_nearby,
    is_advocate,
    name_in_words,
    paragraph,
    place_of,
    told_of_note,
    told_of_place,
    ways_to,
)
from putright.web.finding.journey import FIND, asked_of_register
from putright.web.language import translated
from putright.web.page_request import PageRequest
from putright.web.pages import errors
from putright.web.templating import show

# Two answers that cannot both be so, in words for whoever gave them.
_WHY_NOT: Final = {
    NO_COMMISSIONER: _(
        "No NHS organisation pays for this care, so none can have answered. Change who answered, or who paid."
    ),
    NOT_PRIVATE: _("This is a public body, so it cannot be care that you paid for. Change which service it is."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LastStep:
    """The Ombudsman with whom it can end: by when, why by then, whether that day is past, and how to reach them."""

    name: str
    by: date
    has_passed: bool
    because: str
    authority: str
    through_member: bool
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignpostAnswerPage:
    """The answer: where first, what instead, where not, who helps, the Ombudsman's day, and what was answered."""

    on: date
    urgent: Place | None
    first: Place
    alternative: Place | None
    nearby: tuple[BodyShown, ...]
    excluded: tuple[Told, ...]
    advocates: tuple[Place, ...]
    support: tuple[Place, ...]
    ombudsman: LastStep | None
    notes: tuple[Told, ...]
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
        because = translated(_WHY_NOT.get(unanswerable.code, unanswerable.message))
        return errors.answers_that_do_not_fit(request, because, FIND.address_of(FIND.questions[0]))
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
        excluded=tuple(told_of_place(each) for each in found.excluded),
        advocates=tuple(place_of(each, found.on, here=here) for each in found.support if is_advocate(each)),
        support=tuple(place_of(each, found.on, here=here) for each in found.support if not is_advocate(each)),
        ombudsman=_last_step(found),
        notes=tuple(told_of_note(each) for each in found.notes),
        answers=journey.answers_to_check(request, FIND),
    )


def _last_step(found: Signpost) -> LastStep | None:
    last = found.ombudsman_by
    if last is None:
        return None
    return LastStep(
        name=name_in_words(last.name),
        by=last.by,
        has_passed=last.by < found.on,
        because=paragraph(last.reasons),
        authority=authority_in_words(last.authority),
        through_member=last.through is not None,
        ways=ways_to(last),
    )
