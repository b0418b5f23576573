"""Is the worklist read by index at 100,000 cases, as quick for a large body as for a small one, and right?"""

from datetime import date, timedelta
from typing import Any, Final

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from putright.casework.counting import ENOUGH
from putright.casework.queries.worklist import LARGEST_PAGE, PAGE_SIZE, SOON, Show, worklist_for
from putright.domain.access import Actor, Role
from putright.gateways.clock import FixedClock
from putright.records.models import Case
from tests.casework.offices import at
from tests.scale.filling import SIZES, TODAY, Branch
from tests.scale.people import actor, signed_in
from tests.scale.plans import Asked, asked

pytestmark = pytest.mark.django_db

MOST_QUERIES: Final = 8
DEEP: Final = 100
MORNING_AFTER: Final = TODAY + timedelta(days=1)
# What may be done for a case that stands on an earlier page: an index entry, and the look whether it names who looks.
A_CASE_PASSED_OVER: Final = 1.1 if connection.vendor == "postgresql" else 20
LISTS: Final = [(show, page) for show in Show for page in (1, DEEP)]


def queries_of(looking: Actor, as_at: date = TODAY, **narrowed: Any) -> list[Asked]:
    """What the database is asked for a page of the worklist, once the procedures have been read."""
    worklist_for(looking, as_at, **narrowed)
    with asked() as queries:
        worklist_for(looking, as_at, **narrowed)
    return queries


def work(queries: list[Asked]) -> int:
    """What all of it costs the database."""
    return sum(query.work() for query in queries)


def test_there_are_a_hundred_thousand_cases_of_many_bodies(branches):
    held = Case.objects.filter(body__in=[branch.body_id for branch in branches])

    assert held.count() == sum(SIZES) == 100_000
    assert [branch.size for branch in branches[:6]] == [20_000, 5_000, 5_000, 5_000, 5_000, 1_000]


@pytest.mark.usefixtures("statistics")
class TestNoTableIsReadWhole:
    @pytest.mark.parametrize("whose", ["everybody", "one person", "nobody"])
    @pytest.mark.parametrize(("show", "page"), LISTS)
    def test_for_who_sees_every_case(self, branches, whose, show, page):
        person = {"everybody": None, "one person": branches[0].people["olu"], "nobody": 0}[whose]

        for query in queries_of(actor(branches[0], "mo"), person=person, show=show, page=page):
            assert query.scans() == [], query.plan()

    @pytest.mark.parametrize("who", ["ines", "max"])
    @pytest.mark.parametrize(("show", "page"), LISTS)
    def test_for_who_sees_some(self, branches, who, show, page):
        for query in queries_of(actor(branches[0], who), show=show, page=page):
            assert query.scans() == [], query.plan()

    @pytest.mark.parametrize("show", Show)
    def test_for_an_investigator_who_also_reviews(self, branches, show):
        for query in queries_of(actor(branches[0], "max", Role.INVESTIGATOR), show=show):
            assert query.scans() == [], query.plan()

    def test_on_the_morning_after_when_some_is_worked_out_afresh(self, branches):
        for query in queries_of(actor(branches[0], "mo"), MORNING_AFTER, show=Show.SOON):
            assert query.scans() == [], query.plan()


@pytest.mark.usefixtures("statistics")
class TestTheCost:
    @pytest.mark.parametrize("show", Show)
    def test_is_no_greater_for_a_body_of_twenty_thousand_cases_than_for_one_of_five(self, branches, show):
        large, small = (queries_of(actor(branch, "mo"), show=show) for branch in branches[:2])

        assert work(large) <= 1.3 * work(small)

    @pytest.mark.parametrize("show", [Show.DUE, Show.OVERDUE, Show.NOTHING_DUE, Show.CLOSED])
    def test_of_a_deep_page_is_no_more_than_one_entry_of_an_index_for_each_case_before_it(self, branches, show):
        looking = actor(branches[0], "mo")
        first, deep = (work(queries_of(looking, show=show, page=page)) for page in (1, DEEP))

        assert deep - first <= A_CASE_PASSED_OVER * PAGE_SIZE * DEEP

    def test_of_one_persons_list_does_not_grow_with_the_others(self, branches):
        branch = branches[0]
        mine = work(queries_of(actor(branch, "mo"), person=branch.people["mo"]))
        everybodys = work(queries_of(actor(branch, "mo")))

        assert mine <= 1.3 * everybodys


class TestTheQueries:
    """Of the whole page: the session, the account and the roles count too."""

    @pytest.mark.parametrize("size", [PAGE_SIZE, LARGEST_PAGE])
    @pytest.mark.parametrize("page", [1, DEEP])
    @pytest.mark.parametrize("today", [TODAY, MORNING_AFTER])
    @pytest.mark.parametrize("show", Show)
    def test_are_at_most_eight(self, branches, settings, show, page, size, today):
        settings.PUTRIGHT_CLOCK = FixedClock(at(today))
        client = signed_in(branches[0], "mo")
        client.get("/work")
        with CaptureQueriesContext(connection) as captured:
            response = client.get("/work", {"show": show.value, "page": page, "size": size})

        assert response.status_code == 200
        assert len(captured) <= MOST_QUERIES, [query["sql"] for query in captured]

    def test_are_at_most_eight_where_some_of_a_page_is_worked_out_afresh(self, branches, settings):
        settings.PUTRIGHT_CLOCK = FixedClock(at(MORNING_AFTER))
        client = signed_in(branches[0], "mo")
        page = {"page": page_with_both(branches[0])}
        client.get("/work", page)
        with CaptureQueriesContext(connection) as captured:
            client.get("/work", page)
        sql = [query["sql"] for query in captured]

        assert any("records_duty" in each for each in sql)
        assert any("records_event" in each for each in sql)
        assert len(captured) <= MOST_QUERIES, sql


def page_with_both(branch: Branch) -> int:
    """A page of what is due on the morning after: for some of its cases a day has passed that counts, for some not."""
    rows = Case.objects.filter(body=branch.body_id, next_due_on__isnull=False).order_by("next_due_on", "id")
    kept = rows.values_list("recheck_on", flat=True)
    passed = [recheck_on is not None and recheck_on <= MORNING_AFTER for recheck_on in kept]
    pages = (set(passed[begin : begin + PAGE_SIZE]) for begin in range(0, len(passed), PAGE_SIZE))
    return next(number for number, page in enumerate(pages, start=1) if page == {True, False})


class TestTheAnswers:
    """Each list again, made without the database: every case of the body is read, sorted and counted here."""

    @pytest.fixture
    def by_hand(self, branches: tuple[Branch, ...]) -> dict[Show, list[Case]]:
        of_the_body = list(Case.objects.filter(body=branches[0].body_id))
        due = sorted((case.next_due_on, case.pk, case) for case in of_the_body if case.next_due_on)
        by_receipt = sorted(of_the_body, key=lambda case: (case.received_on, case.pk), reverse=True)
        return {
            Show.DUE: [case for _, _, case in due],
            Show.OVERDUE: [case for on, _, case in due if on < TODAY],
            Show.SOON: [case for on, _, case in due if TODAY <= on <= TODAY + SOON],
            Show.NOTHING_DUE: [case for case in by_receipt if case.next_due_on is None and case.is_open],
            Show.CLOSED: [case for case in by_receipt if not case.is_open],
        }

    @pytest.mark.parametrize(("show", "page"), LISTS)
    def test_are_the_same(self, branches, by_hand, show, page):
        found = worklist_for(actor(branches[0], "mo"), TODAY, show=show, page=page)
        begin = PAGE_SIZE * (page - 1)
        expected = by_hand[show][begin : begin + PAGE_SIZE]

        assert [row.reference for row in found.rows] == [case.reference for case in expected]
        assert [row.next.binding_on if row.next else None for row in found.rows] == [
            case.next_due_on for case in expected
        ]
        assert found.has_more == (len(by_hand[show]) > begin + PAGE_SIZE)
        assert found.counts == {one: min(len(cases), ENOUGH + 1) for one, cases in by_hand.items()}

    def test_are_the_same_for_one_person(self, branches, by_hand):
        olu = branches[0].people["olu"]
        found = worklist_for(actor(branches[0], "mo"), TODAY, person=olu, page=5)
        hers = [case.reference for case in by_hand[Show.DUE] if case.handler_id == olu]

        assert [row.reference for row in found.rows] == hers[4 * PAGE_SIZE : 5 * PAGE_SIZE]

    def test_leave_out_a_case_that_names_who_looks(self, branches):
        looking = actor(branches[0], "sam", Role.COMPLAINTS_OFFICER)
        names_them = Case.objects.filter(body=branches[0].body_id, named__person=looking.person_id)
        found = worklist_for(looking, TODAY, size=LARGEST_PAGE)

        assert names_them.filter(next_due_on__isnull=False).count() > LARGEST_PAGE
        assert not names_them.filter(reference__in=[row.reference for row in found.rows]).exists()
