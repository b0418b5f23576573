"""Does the database itself refuse to alter or take away what is only ever added, on both engines?"""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction

from putright.domain.looks import Look
from putright.records.append_only import REFUSAL, TABLES
from putright.records.models import AccessEntry, Account, Event, ProcedureVersion, ReadLog
from tests.records.rows import NOW, TODAY, a_body, a_case, a_person, an_event

pytestmark = pytest.mark.django_db


def a_version() -> ProcedureVersion:
    return ProcedureVersion.objects.create(
        body=a_body(),
        name="example",
        kind="procedure",
        source="name: x",
        digest="0" * 64,
        adopted_on=TODAY,
        made_at=NOW,
    )


def refused(change: Callable[[], object]) -> None:
    with pytest.raises(DatabaseError, match=REFUSAL), transaction.atomic():
        change()


class TestAnEvent:
    def test_is_not_altered_one_by_one(self) -> None:
        event = an_event(a_case(a_body()))
        event.event = "acknowledged"

        refused(event.save)

        assert Event.objects.get(pk=event.pk).event == "received"

    def test_is_not_altered_in_bulk(self) -> None:
        an_event(a_case(a_body()))

        refused(lambda: Event.objects.update(seal="f" * 64))

    def test_is_not_altered_behind_the_back_of_the_program(self) -> None:
        event = an_event(a_case(a_body()))

        def alter() -> None:
            with connection.cursor() as cursor:
                cursor.execute("UPDATE records_event SET seal = %s WHERE id = %s", ["f" * 64, event.pk])

        refused(alter)

    def test_is_not_deleted(self) -> None:
        event = an_event(a_case(a_body()))

        refused(event.delete)
        refused(Event.objects.all().delete)

        assert Event.objects.filter(pk=event.pk).exists()

    def test_keeps_its_case(self) -> None:
        case = a_case(a_body())
        an_event(case)

        with pytest.raises(DatabaseError), transaction.atomic():
            case.delete()


class TestAnAdoptedProcedure:
    def test_is_not_altered(self) -> None:
        version = a_version()
        version.source = "name: y"

        refused(version.save)

    def test_is_not_deleted(self) -> None:
        refused(a_version().delete)


def a_look() -> ReadLog:
    body = a_body()
    return ReadLog.objects.create(case=a_case(body), person=a_person(body), what=Look.CASE, is_theirs=False, at=NOW)


class TestALook:
    def test_is_not_altered(self) -> None:
        look = a_look()
        somebody_else = a_person(a_body())
        look.person = somebody_else

        refused(look.save)
        refused(lambda: ReadLog.objects.update(is_theirs=True))

        assert ReadLog.objects.get(pk=look.pk).person != somebody_else

    def test_is_not_deleted(self) -> None:
        look = a_look()

        refused(look.delete)
        refused(ReadLog.objects.all().delete)

        assert ReadLog.objects.filter(pk=look.pk).exists()

    def test_is_not_altered_behind_the_back_of_the_program(self) -> None:
        look = a_look()

        def alter() -> None:
            with connection.cursor() as cursor:
                cursor.execute("DELETE FROM records_readlog WHERE id = %s", [look.pk])

        refused(alter)

    def test_is_at_one_thing_and_by_somebody(self) -> None:
        body = a_body()
        for wrong in ({"case": a_case(body), "whose": a_person(body), "person": a_person(body)}, {"what": "counts"}):
            with pytest.raises(DatabaseError), transaction.atomic():
                ReadLog.objects.create(**{"what": Look.CASE, "at": NOW, **wrong})


class TestAnEntryOfTheRecordOfAccess:
    @pytest.fixture
    def entry(self) -> AccessEntry:
        account = Account.objects.create(email="kim@example.nhs.uk", name="Kim Example", made_at=NOW)
        return AccessEntry.objects.create(event="password-changed", at=NOW, account=account)

    def test_is_not_altered(self, entry: AccessEntry) -> None:
        entry.reason = "another"

        refused(entry.save)
        refused(lambda: AccessEntry.objects.update(reason="another"))

        assert AccessEntry.objects.get(pk=entry.pk).reason == ""

    def test_is_not_deleted(self, entry: AccessEntry) -> None:
        refused(entry.delete)
        refused(AccessEntry.objects.all().delete)

        assert AccessEntry.objects.filter(pk=entry.pk).exists()


@pytest.mark.parametrize("table", TABLES)
def test_the_refusal_stands_after_every_migration(table: str) -> None:
    """A later migration that makes a table anew on SQLite would drop its triggers without a word."""
    names = {f"{table}_is_not_altered", f"{table}_is_not_deleted"}
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            names |= {f"{table}_is_not_emptied"}
            cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal", [table])
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
        assert {name for (name,) in cursor.fetchall()} == names


@pytest.mark.postgresql
@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_not_emptied_at_one_stroke(table: str) -> None:
    """Only PostgreSQL has TRUNCATE."""

    def empty() -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {table} CASCADE")

    refused(empty)
