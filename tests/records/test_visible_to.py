"""Do `visible_to`, which filters many cases, and `may_view`, which decides on one, always agree?"""

from itertools import combinations, product

import pytest

from putright.domain.access import Actor, Parts, Role, may_view
from putright.records.models import Case, NamedPerson
from putright.records.visible_to import visible_to
from tests.records.rows import NOW, TODAY, a_body, a_case, a_person

pytestmark = pytest.mark.django_db


def test_they_agree_for_every_set_of_roles_on_every_kind_of_case() -> None:
    here, elsewhere = a_body(), a_body()
    me, colleague = a_person(here), a_person(here)
    parts_of: dict[int, Parts] = {}
    for body, mine, in_review, named in product((here, elsewhere), (True, False), (True, False), (True, False)):
        case = a_case(body, handler=me if mine else colleague, review_requested_on=TODAY if in_review else None)
        if named:
            NamedPerson.objects.create(case=case, person=me, made_at=NOW)
        parts_of[case.pk] = Parts(
            body_id=body.pk,
            handler_id=case.handler_id,
            in_review=in_review,
            named_ids=frozenset({me.pk} if named else ()),
        )

    for size in range(len(Role) + 1):
        for roles in combinations(Role, size):
            actor = Actor(person_id=me.pk, body_id=here.pk, roles=frozenset(roles))
            seen = set(visible_to(actor).values_list("pk", flat=True))
            assert seen == {pk for pk, parts in parts_of.items() if may_view(actor, parts)}, roles


def test_a_case_is_given_once_however_many_people_it_names() -> None:
    body = a_body()
    case = a_case(body)
    for _ in range(3):
        NamedPerson.objects.create(case=case, person=a_person(body), made_at=NOW)

    actor = Actor(person_id=a_person(body).pk, body_id=body.pk, roles=frozenset({Role.COMPLAINTS_OFFICER}))

    assert list(visible_to(actor)) == [Case.objects.get(pk=case.pk)]
