"""Does a prepared question find what the same query set finds, whatever the values, on both databases?"""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.test.utils import CaptureQueriesContext

from putright.records.models import Case, Event, NamedPerson
from putright.records.prepared import prepared
from tests.records.rows import NOW, TODAY, a_body, a_case, a_person, an_event

pytestmark = pytest.mark.django_db


def _on_the_day(body: int, on: date) -> QuerySet[Case, Case]:
    named = NamedPerson.objects.filter(case=OuterRef("pk"))
    cases = Case.objects.filter(body=body, received_on__lte=on).select_related("complainant", "handler")
    return cases.annotate(is_named=Exists(named)).order_by("pk")


def _told(numbers: tuple[int, ...], *, order: str) -> QuerySet[Case, tuple[str, date]]:
    return Case.objects.filter(pk__in=numbers).order_by(order).values_list("reference", "received_on")


def test_it_finds_models_with_what_belongs_to_them() -> None:
    body = a_body()
    for days in range(4):
        a_case(body, received_on=TODAY + timedelta(days=days), handler=a_person(body) if days % 2 else None)
    a_case(a_body())
    asked = prepared(_on_the_day)

    for days in (-1, 0, 2, 9):
        on = TODAY + timedelta(days=days)
        found, expected = asked(body=body.pk, on=on), list(_on_the_day(body.pk, on))
        assert found == expected
        assert [vars(case).keys() for case in found] == [vars(case).keys() for case in expected]
        with CaptureQueriesContext(connection) as queries:
            assert [case.complainant for case in found] == [case.complainant for case in expected]
            assert [case.handler for case in found] == [case.handler for case in expected]
            assert [case.is_named for case in found] == [False] * len(found)  # type: ignore[attr-defined]
        assert not len(queries)


def test_it_finds_tuples_for_any_number_of_numbers() -> None:
    body = a_body()
    cases = [a_case(body, received_on=TODAY - timedelta(days=days)) for days in range(4)]

    @prepared
    def asked(order: str, /, *, numbers: tuple[int, ...]) -> QuerySet[Case, tuple[str, date]]:
        return _told(numbers, order=order)

    for some in (cases[:1], cases[1:], cases[:3], cases[1:]):
        numbers = tuple(case.pk for case in some)
        for order in ("reference", "-reference"):
            assert asked(order, numbers=numbers) == list(_told(numbers, order=order))
    assert asked("reference", numbers=()) == []


def test_days_instants_and_texts_are_told_apart_by_value() -> None:
    case = a_case(a_body())
    for number in range(1, 5):
        an_event(case, number=number, event=f"kind-{number}", recorded_at=NOW + timedelta(hours=number))

    @prepared
    def asked(*, since: datetime, event: str, on: date) -> QuerySet[Event, Event]:
        return Event.objects.filter(Q(recorded_at__gt=since) | Q(event=event), on=on).order_by("number")

    for hours, event, days in ((2, "kind-1", 0), (0, "none", 0), (4, "kind-4", 0), (0, "kind-1", 1)):
        since, on = NOW + timedelta(hours=hours), TODAY + timedelta(days=days)
        expected = Event.objects.filter(Q(recorded_at__gt=since) | Q(event=event), on=on).order_by("number")
        found = asked(since=since, event=event, on=on)
        assert [(row.number, row.recorded_at, row.on) for row in found] == [
            (row.number, row.recorded_at, row.on) for row in expected
        ]


def test_it_is_written_once_for_each_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[object] = []

    @prepared
    def asked(order: str, /, *, body: int) -> QuerySet[Case, Case]:
        written.append(order)
        return Case.objects.filter(body=body).order_by(order)

    for order in ("pk", "-pk"):
        for body in range(5):
            asked(order, body=body)
    assert written == ["pk", "pk", "-pk", "-pk"]  # twice each, to see that nothing is worked out from a value


def test_it_refuses_a_query_that_works_something_out_from_a_value() -> None:
    @prepared
    def soon(*, on: date) -> QuerySet[Case, Case]:
        return Case.objects.filter(received_on__lte=on + timedelta(days=7))

    with pytest.raises(ValueError, match="more of a value than the value itself"):
        soon(on=TODAY)


@pytest.mark.parametrize("value", [None, True, frozenset(), 1.5])
def test_it_refuses_a_value_that_decides_what_the_query_says(value: object) -> None:
    @prepared
    def asked(*, handler: object) -> QuerySet[Case, Case]:
        return Case.objects.filter(handler=handler)  # type: ignore[misc]

    with pytest.raises(TypeError, match="give it by position"):
        asked(handler=value)


def test_it_asks_nothing_where_there_can_be_nothing() -> None:
    @prepared
    def asked(*, body: int) -> QuerySet[Case, Case]:
        return Case.objects.filter(Q(pk__in=[]), body=body)

    with CaptureQueriesContext(connection) as queries:
        assert asked(body=1) == []
    assert not len(queries)


@pytest.mark.postgresql
def test_the_server_plans_it_once_and_is_sent_the_values_alone() -> None:
    body = a_body()
    case = a_case(body)

    @prepared
    def asked(*, body: int, reference: str) -> QuerySet[Case, tuple[int]]:
        return Case.objects.filter(body=body, reference=reference).values_list("pk")

    assert asked(body=body.pk, reference=case.reference) == [(case.pk,)]
    assert asked(body=body.pk + 1, reference="other") == []

    with connection.cursor() as cursor:
        cursor.execute("SELECT statement, generic_plans + custom_plans FROM pg_prepared_statements")
        kept = [(words, times) for words, times in cursor.fetchall() if '"reference" = $2' in words]
    assert [times for _, times in kept] == [2]
    assert case.reference not in kept[0][0]


@pytest.mark.postgresql
def test_where_questions_are_written_down_they_are_with_their_values() -> None:
    @prepared
    def asked(*, reference: str) -> QuerySet[Case, tuple[int]]:
        return Case.objects.filter(reference=reference).values_list("pk")

    with CaptureQueriesContext(connection) as queries:
        asked(reference="7K2M9QXT")

    assert "'7K2M9QXT'" in queries.captured_queries[0]["sql"]
