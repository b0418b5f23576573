"""Would these tests notice a scan? A query that no index serves is one; the same query by an index is none."""

from datetime import timedelta

import pytest
from django.db.models import Count

from putright.records.models import Case, Duty, Person
from tests.scale.filling import TODAY
from tests.scale.plans import asked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("statistics")]

SCANS = {
    "a column without an index": lambda branch: Case.objects.filter(stage="Nowhere"),
    "a condition on what is computed": lambda branch: Case.objects.filter(received_on__week_day=2),
    "all the rows, to count them": lambda branch: Case.objects.values("body").annotate(Count("pk")),
    "another body's people, by a part of a name": lambda branch: Person.objects.filter(name__contains="No-one"),
    "the duties of a day": lambda branch: Duty.objects.filter(due_on=TODAY),
}
SERVED = {
    "a reference": lambda branch: Case.objects.filter(reference="00000000"),
    "the body and the day": lambda branch: Case.objects.filter(
        body=branch.body_id, next_due_on__lt=TODAY - timedelta(weeks=200)
    ),
    "the number of a person": lambda branch: Person.objects.filter(pk=branch.people["mo"]),
}


@pytest.mark.parametrize("rows", SCANS.values(), ids=SCANS)
def test_a_scan_is_noticed(branches, rows):
    with asked() as queries:
        list(rows(branches[0]))

    assert queries[0].scans() != [], queries[0].plan()


@pytest.mark.parametrize("rows", SERVED.values(), ids=SERVED)
def test_what_an_index_serves_is_none(branches, rows):
    with asked() as queries:
        list(rows(branches[0]))

    assert queries[0].scans() == [], queries[0].plan()


def test_the_work_tells_many_rows_from_few(branches):
    with asked() as queries:
        list(Case.objects.filter(body=branches[0].body_id).values_list("pk", flat=True))
        list(Case.objects.filter(pk__in=list(branches[0].people.values())))
    many, few = (query.work() for query in queries)

    assert many > 100 * few
