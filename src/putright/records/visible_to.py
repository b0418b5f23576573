"""Which cases may a person see? The only way to the cases; `domain.access` says the same of one."""

from dataclasses import replace

from django.db.models import Q, QuerySet

from putright.domain.access import Actor, Deed, Reach, reaches
from putright.records.models import Case, IncomingMessage, NamedPerson, Suggestion
from putright.records.models.incoming_message import ON_A_CASE


def visible_to(actor: Actor) -> QuerySet[Case]:
    """The cases that the actor may see: their body's, as far as their roles reach, and none that names them."""
    # As a set that is made once, not as a look at each case: a page far down a list passes over thousands.
    named = NamedPerson.objects.filter(person=actor.person_id).values("case")
    return Case.objects.filter(~Q(pk__in=named), _reached(actor), body=actor.body_id)


def sort_of(actor: Actor) -> Actor:
    """An actor without their numbers: two of a sort ask for their cases in the same words."""
    return replace(actor, person_id=0, body_id=0)


def visible_to_one(sort: Actor, *, person: int, body: int) -> QuerySet[Case]:
    """What `visible_to` says of an actor of some sort with these numbers, for a prepared query."""
    return visible_to(replace(sort, person_id=person, body_id=body))


def messages_visible_to(actor: Actor) -> QuerySet[IncomingMessage]:
    """The messages that the actor may see: of their body, and about no case that they may not see."""
    seen = visible_to(actor).values("pk")
    about_others = Suggestion.objects.exclude(case__in=seen).values("message")
    of_the_body = IncomingMessage.objects.filter(body=actor.body_id).exclude(pk__in=about_others)
    return of_the_body.filter(~Q(lying__in=ON_A_CASE) | Q(case__in=seen))


def _reached(actor: Actor) -> Q:
    reached = reaches(actor, Deed.SEE)
    if Reach.ALL in reached:
        return Q()
    cases = Q(pk__in=[])
    if Reach.ASSIGNED in reached:
        cases |= Q(handler=actor.person_id)
    if Reach.IN_REVIEW in reached:
        cases |= Q(review_requested_on__isnull=False)
    return cases
