"""Does the database refuse what cannot be of somebody's contact, and keep each step as it was?"""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from putright.records.append_only import REFUSAL
from putright.records.models import Case, ContactPerson, ContactRecord, ContactStep
from tests.records.rows import NOW, TODAY, a_body, a_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    return a_case(a_body())


def a_step(case: Case, **said: Any) -> ContactStep:
    record = ContactRecord.objects.create(body=case.body, made_at=NOW)
    plain = {"record": record, "case": case, "rung": "talk", "on": TODAY, "by": case.complainant, "made_at": NOW}
    return ContactStep.objects.create(**{**plain, **said})


def known(case: Case, **said: Any) -> ContactPerson:
    record = ContactRecord.objects.create(body=case.body, made_at=NOW)
    plain = {"record": record, "person": case.complainant, "case": case, "entry": 1, "made_at": NOW}
    return ContactPerson.objects.create(**{**plain, **said})


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"rung": "banned"}, "a_contact_step_is_of_a_known_rung"),
        ({"rung": "limit"}, "a_limit_has_a_last_day_and_a_letter"),
        ({"rung": "renewal", "until": TODAY}, "a_limit_has_a_last_day_and_a_letter"),
    ],
)
def test_a_step_that_cannot_be_is_refused(case: Case, said: dict[str, Any], name: str) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        a_step(case, **said)


def test_a_step_is_neither_altered_nor_taken_away(case: Case) -> None:
    step = a_step(case)

    for change in (lambda: ContactStep.objects.update(rung="end"), step.delete):
        with pytest.raises(DatabaseError, match=REFUSAL), transaction.atomic():
            change()
    assert ContactStep.objects.get().rung == "talk"


def test_somebody_has_one_record_at_a_time(case: Case) -> None:
    first = known(case)

    with pytest.raises(IntegrityError), transaction.atomic():
        known(case)
    ContactPerson.objects.filter(pk=first.pk).update(ended_at=NOW)
    known(case)


def test_nobody_is_told_apart_before_they_were_known(case: Case) -> None:
    with pytest.raises(IntegrityError, match="a_person_is_not_told_apart"), transaction.atomic():
        known(case, ended_at=NOW - timedelta(days=1))
