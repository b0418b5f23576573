"""Is what the yearly return needs asked once, of whoever knows it, and never what they said already?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from putright.casework.facts_of import chronology_of, programmes_of
from putright.casework.return_said import said_on
from putright.domain.returns import Dimension
from putright.records.models import Body, Case
from tests.web.public.telling import a_telling, dated, sent, tell
from tests.web.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def trust(commisceo):
    Body.objects.update(reports_as="trust")
    return commisceo


def asked_then(client, **changes):
    """What is asked after the name; each answer is given in the order of the form."""
    told = a_telling(**changes)
    address = "/complain/to"
    while address != "/complain/reach":
        name = address.removeprefix("/complain/")
        if name == "counted":
            return read(client.get(address))
        address = tell(client, name, told[name]).headers["Location"]
    return None


def said():
    case = Case.objects.get()
    return said_on(chronology_of(case, programmes_of(case)))


class TestAsking:
    def test_a_body_that_makes_no_return_asks_nothing(self, client, commisceo):
        assert asked_then(client) is None

    def test_age_and_service_are_asked_where_nothing_says_them(self, client, trust):
        page = asked_then(client)

        assert page.tree.xpath("//select/@name") == ["counted_age", "counted_service"]
        assert "No names are in that count." in page.main

    def test_a_date_of_birth_says_the_age_already(self, client, trust):
        page = asked_then(client, name={"full_name": "Ida Quill", **dated("born_on", date(1956, 3, 27))})

        assert page.tree.xpath("//select/@name") == ["counted_service"]

    def test_of_somebody_else_it_is_the_patients_birth_that_counts(self, client, trust):
        page = asked_then(
            client,
            whose={"basis": "requested"},
            patient={"patient_name": "Rosa Quill"},
            speaking={"speaks_as": "mp"},
            name={"full_name": "Ida Quill", **dated("born_on", date(1956, 3, 27))},
        )

        assert page.tree.xpath("//select/@name") == ["counted_age", "counted_service"]


class TestKeeping:
    def test_it_is_said_for_the_return_and_who_complains_is_derived(self, client, trust):
        sent(
            client,
            a_telling(
                whose={"basis": "requested"},
                patient={"patient_name": "Rosa Quill"},
                speaking={"speaks_as": "mp"},
                counted={"counted_age": "75-and-over", "counted_service": "inpatient"},
            ),
        )

        assert said().labels == {
            Dimension.AGE: frozenset({"75-and-over"}),
            Dimension.SERVICE: frozenset({"inpatient"}),
            Dimension.STATUS: frozenset({"other"}),
        }

    def test_it_can_all_be_left_out(self, client, trust):
        sent(client, a_telling(counted={"counted_age": "", "counted_service": ""}))

        assert not said().says_anything


class TestWhatAPageCosts:
    def test_no_page_asks_the_database_twice_for_one_thing(self, client, trust):
        asked_then(client)

        with CaptureQueriesContext(connection) as asked:
            assert client.get("/complain/counted").status_code == 200
        queries = [each["sql"] for each in asked if "SAVEPOINT" not in each["sql"]]
        assert sorted(queries) == sorted(set(queries))
