"""Which cases may a person see? The only way to the cases; `domain.access` says the same of one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from putright.domain.access import Actor, Deed, Reach, Role, reaches, why_not_here
from putright.domain.improvements import may_read_improvements
from putright.domain.roles import NOT_KEPT_OUT, REACH, THOUGH_NAMED
from putright.records.models import (
    Case,
    CasePart,
    Feedback,
    Improvement,
    IncomingMessage,
    NamedAdvocate,
    NamedPerson,
    Person,
    Restriction,
    Suggestion,
)
from putright.records.models.incoming_message import ON_A_CASE

_ANY_DAY: Final = date.min


def visible_to(actor: Actor, deed: Deed = Deed.SEE) -> QuerySet[Case]:
    """The cases that the actor may see: their body's, as far as their roles reach, and none that names them.

    Another deed gives those on which it may be done, as far as that does not turn on who signed.
    """
    # As sets that are made once, not as a look at each case: a page far down a list passes over thousands.
    cases = Case.objects.filter(_reached(actor, deed), body=actor.body_id)
    if deed in THOUGH_NAMED:
        return cases
    named = NamedPerson.objects.filter(person=actor.person_id).values("case")
    return cases.filter(~Q(pk__in=named))


def sort_of(actor: Actor) -> Actor:
    """An actor without their numbers and their day: two of a sort ask for their cases in the same words."""
    return replace(actor, person_id=0, body_id=0, on=_ANY_DAY)


def visible_to_one(sort: Actor, *, person: int, body: int, on: date) -> QuerySet[Case]:
    """What `visible_to` says of an actor of some sort with these numbers on a day, for a prepared query."""
    return visible_to(replace(sort, person_id=person, body_id=body, on=on))


def messages_visible_to(actor: Actor) -> QuerySet[IncomingMessage]:
    """The messages that the actor may see: of their body, and about no case that they may not see."""
    seen = visible_to(actor).values("pk")
    # A look at each suggestion of a message, of which there are few: not all cases of the body at every page.
    is_seen = Exists(visible_to(actor).filter(pk=OuterRef("case")))
    about_others = Suggestion.objects.filter(~is_seen, message=OuterRef("pk"))
    of_the_body = IncomingMessage.objects.filter(~Exists(about_others), body=actor.body_id)
    return of_the_body.filter(~Q(lying__in=ON_A_CASE) | Q(case__in=seen))


def improvements_visible_to(actor: Actor) -> QuerySet[Improvement]:
    """What the actor's body changes because of complaints, for whoever is told of it; it names nobody."""
    if not may_read_improvements(actor):
        return Improvement.objects.none()
    return Improvement.objects.filter(body=actor.body_id)


def given_to(actor: Actor, roles: Iterable[Role]) -> QuerySet[CasePart]:
    """What the actor was given in some of their roles and has on the day."""
    ends = Q(until_on__isnull=True) | Q(until_on__gte=actor.on)
    held = sorted(role.value for role in roles)
    return CasePart.objects.filter(ends, person=actor.person_id, role__in=held, from_on__lte=actor.on, ended_at=None)


def namings_of(account: int, on: date) -> QuerySet[NamedAdvocate]:
    """Where the holder of an account is an advocate on a day: the only way of an advocate to cases, whatever the body.

    Of those whose person named them, who have not said that it is over, and on its days; `domain.advocates.Naming` says
    the same of one. A restriction keeps nobody out whom the person named; who works for the body is kept out, also
    where they came to work there afterwards.
    """
    lasts = Q(until_on__isnull=True) | Q(until_on__gte=on)
    works_there = Exists(Person.objects.filter(account=account, body=OuterRef("case__body"), left_on=None))
    return NamedAdvocate.objects.filter(lasts, ~works_there, account=account, from_on__lte=on, ended_at=None)


def _reached(actor: Actor, deed: Deed) -> Q:
    reached = reaches(actor, deed)
    roles = frozenset(role for role in actor.roles if role in REACH[deed])
    given = given_to(actor, roles & actor.given).values("case") if roles & actor.given else None
    if Reach.ALL in reached:
        kept_out = not any(REACH[deed][role] is Reach.ALL for role in roles & NOT_KEPT_OUT)
        return _not_restricted(actor, given) if kept_out else Q()
    ways = []
    if Reach.ASSIGNED in reached:
        ways.append(Q(handler=actor.person_id))
    if Reach.IN_REVIEW in reached:
        ways.append(Q(review_requested_on__isnull=False) & _not_restricted(actor, given))
    if given is None:
        return reduce(or_, ways, Q(pk__in=[]))
    # Way by way, each by its index: one condition on all of them would be asked of every case of the body.
    sets = [Case.objects.filter(way, body=actor.body_id).values("pk") for way in ways]
    return Q(pk__in=given.union(*sets) if sets else given)


def _not_restricted(actor: Actor, given: QuerySet[CasePart, Any] | None) -> Q:
    """No case that is restricted to others."""
    others = Restriction.objects.filter(body=actor.body_id, lifted_at=None).exclude(case__handler=actor.person_id)
    return ~Q(pk__in=(others if given is None else others.exclude(case__in=given)).values("case"))


def feedback_visible_to(actor: Actor) -> QuerySet[Feedback]:
    """The feedback that the actor may see: `domain.feedback.may_hear` says the same of one.

    Of their body, about somebody else, and of no case that names them or is restricted to others.
    """
    if why_not_here(actor, Deed.LISTEN) is not None:
        return Feedback.objects.none()
    named = NamedPerson.objects.filter(person=actor.person_id).values("case")
    restricted = Restriction.objects.filter(body=actor.body_id, lifted_at=None).values("case")
    kept_away = Q(case__in=named) | (Q(case__in=restricted) & ~Q(case__in=visible_to(actor).values("pk")))
    not_about_them = Q(about__isnull=True) | ~Q(about=actor.person_id)
    return Feedback.objects.filter(not_about_them, Q(case__isnull=True) | ~kept_away, body=actor.body_id)
