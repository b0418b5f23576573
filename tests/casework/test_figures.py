"""Is every figure the length of the list that it opens, of cases that whoever looks may see, by its own date?

Thursday 2 April 2026 received; Good Friday is the 3rd, Easter Monday the 6th, so that the law's three working days for
the acknowledgement end on Thursday 9 April. The procedure of commisceo promises ten: Monday 20 April.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.plugin import DjangoDbBlocker

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.agree_response_period import agree_response_period
from putright.casework.actions.assign_handler import assign_handler
from putright.casework.actions.close_case import close_case
from putright.casework.actions.withdraw import withdraw
from putright.casework.errors import NotFound
from putright.casework.facts_of import parts_of
from putright.casework.queries.figures import Figures, cases_behind, figure_list, figures_of
from putright.casework.queries.waiting_list import waiting_list
from putright.domain.access import Actor, Deed, Role, can_be_given, may_view, reaches
from putright.domain.channels import Channel
from putright.domain.figures import MEASURES, Figure, FigureGroup, FigurePeriod, MeasuredBy, Timeliness
from putright.domain.waiting import WaitedFor
from putright.records.models import Case
from tests.casework import test_plans
from tests.casework.many_rows import CASES, Like, fill
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story
from tests.casework.test_access_agrees import TODAY, Ward, a_ward, appoint, give
from tests.casework.test_plans import actors, full_scans, statements_of
from tests.casework.test_response_period import lived_through
from tests.tables import a_day, named, table
from tests.worlds import standing

pytestmark = pytest.mark.django_db
story = test_plans.story  # what those tests begin with

MOST_QUERIES = 9
# What has a row for each person, role or procedure of a body, or was gathered before.
_SMALL = ("SCAN subquery", "SCAN (subquery", "SCAN CONSTANT", "SCAN records_appointment", "SCAN records_procedure")
TOLD = table("final-response.md", "Within the time that was told")
PARTS = {"yes": "in-time", "no": "late", "open": "to-do"}
PERIOD = FigurePeriod.THREE_MONTHS
TUESDAY, THURSDAY, FRIDAY = date(2026, 4, 7), date(2026, 4, 9), date(2026, 4, 10)


def each(figures: Figures) -> Iterator[tuple[Figure, int]]:
    """Every figure of cases with its number."""
    for when, count in figures.due.items():
        yield Figure(group=FigureGroup.DUE, part=when.value), count
    for age, count in figures.ages.items():
        yield Figure(group=FigureGroup.AGE, part=age.value), count
    yield Figure(group=FigureGroup.RECEIVED), figures.received
    for (group, by), parts in figures.measures.items():
        for part, count in parts.items():
            yield Figure(group=group, by=by, part=part.value), count
    for one in figures.people:
        yield Figure(group=FigureGroup.PERSON, part=str(one.person_id)), one.open
        yield Figure(group=FigureGroup.PERSON_OVERDUE, part=str(one.person_id)), one.overdue


def measured(office: Office, on: date, group: FigureGroup, who: str = "mo") -> dict[MeasuredBy, dict[str, int]]:
    found = figures_of(office.actor(who, on), on, PERIOD).measures
    kinds = [by for kind, by in MEASURES if kind is group]
    return {by: {part.value: n for part, n in found[group, by].items() if n} for by in kinds}


@pytest.fixture(scope="class")
def _standing(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ward]:
    with standing(django_db_blocker):
        yield a_ward(tmp_path_factory.mktemp("ward"))


@pytest.fixture
def ward(db: None, _standing: Ward) -> Ward:
    return _standing


class TestEachNumber:
    @pytest.mark.parametrize("role", Role)
    def test_is_the_length_of_its_list_for_every_role(self, ward: Ward, role: Role) -> None:
        appoint(ward, {role})
        if can_be_given(role):
            for number in range(0, 17, 3):
                give(ward, number, role, (None, None), back=False)
        actor = ward.office.actor("sam", TODAY)

        if not reaches(actor, Deed.SEE):
            with pytest.raises(NotFound):
                figures_of(actor, TODAY, PERIOD)
            return
        seen = {case.pk for case in ward.cases if may_view(actor, parts_of(Case.objects.get(pk=case.pk)))}
        figures = figures_of(actor, TODAY, PERIOD)
        for figure, count in each(figures):
            numbers = list(cases_behind(actor, figure, TODAY, PERIOD).values_list("pk", flat=True))
            listed = figure_list(actor, figure, TODAY, PERIOD)
            assert count == len(numbers) == len(set(numbers)) == listed.count == len(listed.rows), figure.name
            assert set(numbers) <= seen, figure.name
        assert figures.received == len(seen)
        assert sum(one.open for one in figures.people) == sum(figures.ages.values())
        counts = waiting_list(actor, TODAY).counts
        assert {whom: figures.waits[whom] for whom in WaitedFor} == {whom: counts[whom] for whom in WaitedFor}


class TestTheDates:
    def test_one_thing_can_be_late_by_the_law_and_in_time_by_the_promise(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(acknowledge, "mo", FRIDAY, channel=Channel.TELEPHONE)

        assert measured(commisceo, FRIDAY, FigureGroup.ACKNOWLEDGED) == {
            MeasuredBy.PROMISE: {"in-time": 1},
            MeasuredBy.STATUTE: {"late": 1},
        }

    def test_what_is_still_to_be_done_is_neither_in_time_nor_late_until_its_day_is_over(
        self, commisceo: Office
    ) -> None:
        a_story(commisceo)

        by_the_law = [
            measured(commisceo, on, FigureGroup.ACKNOWLEDGED)[MeasuredBy.STATUTE] for on in (THURSDAY, FRIDAY)
        ]
        assert by_the_law == [{"to-do": 1}, {"late": 1}]  # though nothing has happened on the case since

    def test_the_answer_is_held_against_the_day_told_to_the_person_only_once_one_was_told(
        self, commisceo: Office
    ) -> None:
        story = a_story(commisceo)
        assert measured(commisceo, FRIDAY, FigureGroup.ANSWERED)[MeasuredBy.AGREED] == {}
        story.does(acknowledge, "mo", TUESDAY, channel=Channel.TELEPHONE)
        story.does(agree_response_period, "mo", TUESDAY, respond_by=THURSDAY)

        told = [measured(commisceo, on, FigureGroup.ANSWERED)[MeasuredBy.AGREED] for on in (THURSDAY, FRIDAY)]
        assert told == [{"to-do": 1}, {"late": 1}]
        assert measured(commisceo, FRIDAY, FigureGroup.ANSWERED)[MeasuredBy.STATUTE] == {"to-do": 1}

    @pytest.mark.parametrize("row", TOLD, ids=named(TOLD))
    def test_the_answer_is_held_against_the_day_first_told_and_against_the_amended_one(
        self, living_well: Office, row: dict[str, str]
    ) -> None:
        """Regulation 17(c): the rows by which the head of a case is tried; where none was amended the first stands."""
        lived_through(living_well, row)
        on, first = a_day(row["Seen on"]), row["Within the first"]
        found = measured(living_well, on, FigureGroup.ANSWERED)

        assert found[MeasuredBy.FIRST_TOLD] == {PARTS[first]: 1}
        amended = row["Within the amended"]
        assert found[MeasuredBy.AGREED] == {PARTS[first if amended == "–" else amended]: 1}
        actor = living_well.actor("mo", on)
        for by, counts in found.items():
            for part, count in counts.items():
                figure = Figure(group=FigureGroup.ANSWERED, by=by, part=part)
                assert len(list(cases_behind(actor, figure, on, PERIOD).values_list("pk", flat=True))) == count, (
                    figure.name
                )

    def test_a_case_of_which_the_day_first_told_is_not_kept_yet_is_not_held_against_it(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(agree_response_period, "mo", TUESDAY, respond_by=THURSDAY)
        story.case.duties.update(original_due_on=None)  # as an earlier version kept it

        found = measured(commisceo, FRIDAY, FigureGroup.ANSWERED)
        assert (found[MeasuredBy.FIRST_TOLD], found[MeasuredBy.AGREED]) == ({}, {"late": 1})

    def test_what_is_no_longer_owed_is_in_no_figure(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(withdraw, "mo", TUESDAY)

        assert measured(commisceo, FRIDAY, FigureGroup.ANSWERED) == {by: {} for by in MeasuredBy}

    def test_only_complaints_received_on_the_days_are_measured(self, commisceo: Office) -> None:
        a_story(commisceo)
        actor = commisceo.actor("mo", date(2026, 5, 4))

        assert figures_of(actor, date(2026, 5, 4), FigurePeriod.LAST_MONTH).received == 1
        assert figures_of(actor, date(2026, 5, 4), FigurePeriod.THIS_MONTH).received == 0


class TestTheList:
    def test_opens_the_cases_the_last_received_first(self, commisceo: Office) -> None:
        first, last = a_story(commisceo), a_story(commisceo, on=TUESDAY)
        figure = Figure(group=FigureGroup.RECEIVED)

        listed = figure_list(commisceo.actor("mo", TUESDAY), figure, TUESDAY, PERIOD)

        assert [row.reference for row in listed.rows] == [last.reference, first.reference]

    def test_of_a_person_holds_what_they_have_open(self, commisceo: Office) -> None:
        mine, theirs = a_story(commisceo), a_story(commisceo)
        theirs.does(assign_handler, "mo", TUESDAY, handler=commisceo.people["olu"])
        theirs.does(withdraw, "mo", TUESDAY)
        theirs.does(close_case, "mo", TUESDAY) if theirs.case.status == "open" else None
        figures = figures_of(commisceo.actor("mo", TUESDAY), TUESDAY, PERIOD)

        assert {one.name: one.open for one in figures.people if one.open} == {"Mo Manager": 1}
        figure = Figure(group=FigureGroup.PERSON, part=str(commisceo.people["mo"]))
        found = cases_behind(commisceo.actor("mo", TUESDAY), figure, TUESDAY, PERIOD)
        assert [case.reference for case in found] == [mine.reference]


def test_no_figure_takes_more_queries_however_many_cases_there_are(commisceo: Office) -> None:
    def ask() -> object:
        return figures_of(commisceo.actor("mo", TUESDAY), TUESDAY, PERIOD)

    a_story(commisceo)
    ask()
    with CaptureQueriesContext(connection) as few:
        ask()
    for _ in range(5):
        a_story(commisceo)
    with CaptureQueriesContext(connection) as many:
        ask()

    assert len(few) == len(many) <= MOST_QUERIES + 2  # the roles of the actor are asked for too


def as_in_a_trust(office: Office) -> None:
    """Ten years of complaints, of which one in a hundred is open."""
    spread = (
        "DATE '2026-04-08' - (id % 3650)::integer"
        if connection.vendor == "postgresql"
        else "date('2026-04-08', '-' || (id % 3650) || ' days')"
    )
    is_open = "id % 100 = 0"
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE records_case SET received_on = {spread}, is_open = ({is_open}), review_requested_on = NULL,"
            f" next_due_on = CASE WHEN {is_open} THEN next_due_on END WHERE id >= 10000000"
        )
        cursor.execute("DELETE FROM records_wait WHERE id >= 10000000 AND id % 100 <> 0")
        cursor.execute("ANALYZE")
    assert office.body.cases.count() > CASES


def read_whole(statement: str) -> list[str]:
    """What a statement reads from end to end; an index of SQLite that is read handler by handler is not.

    Whatever waits now is of the body, and PostgreSQL may read all of it. Here each case has one duty, so that it may
    find it cheaper to read all duties once than those of each case that is measured; the list of one measure may not.
    """
    if connection.vendor == "postgresql":
        few = {"records_wait"} | ({"records_duty"} if "GROUP BY" in statement else set())
        return [scan for scan in full_scans(statement) if scan not in few]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}")
        told = [str(detail) for *_, detail in cursor.fetchall()]
    return [detail for detail in told if detail.startswith("SCAN ") and not detail.startswith(_SMALL)]


def test_at_100_000_cases_no_figure_reads_a_table_from_end_to_end(story: Story) -> None:
    office = story.office
    handlers = tuple(office.people[who] for who in ("mo", "olu", "ines"))
    fill(Like(case=story.case.pk, body=office.body.pk, handlers=handlers, named=office.people["sam"]))
    as_in_a_trust(office)
    today = date(2026, 4, 8)
    asked: dict[str, Callable[[], object]] = {}
    for name, actor in actors(office).items():
        if reaches(actor, Deed.SEE):
            asked[name] = partial(figures_of, actor, today, PERIOD)
    officer = office.actor("olu", today)
    for figure, _ in each(figures_of(officer, today, PERIOD)):
        asked[figure.name] = partial(figure_list, officer, figure, today, PERIOD)

    found = {name: {scan for sql in statements_of(ask) for scan in read_whole(sql)} for name, ask in asked.items()}

    assert {name: scans for name, scans in found.items() if scans} == {}


def test_a_measure_without_a_step_of_the_body_s_own_is_empty(commisceo: Office) -> None:
    figure = Figure(group=FigureGroup.ANSWERED, by=MeasuredBy.PROMISE, part=Timeliness.LATE.value)
    nobody = Actor(person_id=0, body_id=0, roles=frozenset({Role.AUDITOR}), on=MAUNDY_THURSDAY)

    assert list(cases_behind(nobody, figure, MAUNDY_THURSDAY, PERIOD).values_list("pk", flat=True)) == []
    assert figures_of(nobody, MAUNDY_THURSDAY, PERIOD).received == 0
