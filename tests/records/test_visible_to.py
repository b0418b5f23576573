"""Do `visible_to`, which filters many cases, and the rules, which decide on one, always agree?"""

from datetime import timedelta
from itertools import combinations, product

import pytest

from putright.casework.appointments import actor_of
from putright.casework.facts_of import parts_of
from putright.domain.access import Actor, Deed, Role, can_be_given, why_not
from putright.domain.roles import AUTHORISED
from putright.records.models import Appointment, Body, Case, CasePart, NamedPerson, Person, Restriction
from putright.records.visible_to import visible_to
from tests.records.rows import NOW, TODAY, a_body, a_case, a_person

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def every_kind_of_case(here: Body, elsewhere: Body, me: Person, colleague: Person) -> list[Case]:
    """Cases of here and elsewhere, mine or not, in review or not, restricted or not, that name me or do not."""
    cases = []
    kinds = product((True, False), repeat=4)
    for body, (mine, in_review, named, restricted) in product((here, elsewhere), kinds):
        case = a_case(body, handler=me if mine else colleague, review_requested_on=TODAY if in_review else None)
        if named:
            NamedPerson.objects.create(case=case, person=me, made_at=NOW)
        if restricted:
            restrict(case, colleague)
        cases.append(case)
    return cases


def restrict(case: Case, by: Person) -> None:
    Restriction.objects.create(case=case, body=case.body, made_at=NOW, made_by=by)


def appoint(person: Person, *roles: Role) -> None:
    for role in roles:
        Appointment.objects.create(
            person=person,
            body=person.body,
            role=role.value,
            from_on=TODAY - 30 * DAY,
            authorised_by=person if role in AUTHORISED else None,
            made_at=NOW,
        )


def give(case: Case, to: Person, role: Role, begins: int = 0, ends: int | None = None, *, back: bool = False) -> None:
    """Give a case, some days before or after today until some other day; taken back or not."""
    CasePart.objects.create(
        case=case,
        person=to,
        role=role.value,
        from_on=TODAY + begins * DAY,
        until_on=None if ends is None else TODAY + ends * DAY,
        entry=1,
        made_at=NOW,
        ended_at=NOW if back else None,
    )


def check(actor: Actor, cases: list[Case]) -> None:
    for deed in Deed:
        reached = set(visible_to(actor, deed).values_list("pk", flat=True))
        allowed = {case.pk for case in cases if why_not(actor, deed, parts_of(case)) is None}
        assert reached == allowed, (actor.roles, deed)


@pytest.mark.parametrize("size", [0, 1, 2, len(Role)])
def test_they_agree_for_sets_of_roles_on_every_kind_of_case(size: int) -> None:
    here, elsewhere = a_body(), a_body()
    me, colleague = a_person(here), a_person(here)
    cases = every_kind_of_case(here, elsewhere, me, colleague)
    parts = {case.pk: parts_of(case) for case in cases}

    for roles in combinations(Role, size):
        actor = Actor(person_id=me.pk, body_id=here.pk, roles=frozenset(roles), on=TODAY)
        seen = set(visible_to(actor).values_list("pk", flat=True))
        assert seen == {pk for pk, of in parts.items() if why_not(actor, Deed.SEE, of) is None}, roles


@pytest.mark.parametrize("role", [role for role in Role if can_be_given(role)])
def test_they_agree_on_what_was_given_on_its_days(role: Role) -> None:
    here, elsewhere = a_body(), a_body()
    me, colleague = a_person(here), a_person(here)
    cases = every_kind_of_case(here, elsewhere, me, colleague)
    given = [*cases, *(a_case(here) for _ in range(6))]
    for case in cases:
        give(case, me, role)
    for case, days in zip(given[-6:], ((0, 0), (-2, -1), (1, 2), (-1, 1), (1, None), (-1, None)), strict=True):
        give(case, me, role, *days)
    theirs, back = a_case(here), a_case(here)
    give(theirs, colleague, role)
    give(back, me, role, back=True)
    appoint(me, role)

    actor = actor_of(me.pk, here.pk, on=TODAY)
    assert actor.given == {role}
    check(actor, [*given, theirs, back])
    check(actor_of(me.pk, here.pk, on=TODAY + DAY), [*given, theirs, back])


def test_what_was_given_in_a_role_counts_for_nothing_once_the_role_is_over() -> None:
    body = a_body()
    me = a_person(body)
    case = a_case(body)
    appoint(me, Role.ADVOCATE, Role.INVESTIGATOR)
    give(case, me, Role.INVESTIGATOR)
    assert list(visible_to(actor_of(me.pk, body.pk, on=TODAY))) == [case]

    Appointment.objects.filter(role=Role.INVESTIGATOR.value).update(until_on=TODAY - DAY)

    actor = actor_of(me.pk, body.pk, on=TODAY)
    assert list(visible_to(actor)) == []
    check(actor, [case])


def test_a_restriction_that_was_lifted_keeps_nobody_out() -> None:
    body = a_body()
    me = a_person(body)
    case = a_case(body)
    restrict(case, a_person(body))
    appoint(me, Role.COMPLAINTS_OFFICER)
    actor = actor_of(me.pk, body.pk, on=TODAY)
    assert list(visible_to(actor)) == []

    Restriction.objects.update(lifted_at=NOW, lifted_by=me)

    assert list(visible_to(actor)) == [case]
    check(actor, [case])


def test_a_case_is_given_once_however_many_people_it_names_and_however_often_it_was_given() -> None:
    body = a_body()
    case, me = a_case(body), a_person(body)
    for _ in range(3):
        NamedPerson.objects.create(case=case, person=a_person(body), made_at=NOW)
        give(case, a_person(body), Role.ADVOCATE)
    give(case, me, Role.INVESTIGATOR)
    give(case, me, Role.INVESTIGATOR, -3, 3)
    appoint(me, Role.INVESTIGATOR)

    assert list(visible_to(actor_of(me.pk, body.pk, on=TODAY))) == [case]
