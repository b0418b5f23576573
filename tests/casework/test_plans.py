"""Are the pages read by indexes, in few queries, however many cases there are?"""

import json
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.appoint_person import appoint_person
from putright.casework.actions.give_case import give_case
from putright.casework.actions.request_statement import request_statement
from putright.casework.actions.set_up_body import StaffSaid
from putright.casework.queries.case_page import case_page
from putright.casework.queries.follow import follow
from putright.casework.queries.print_queue import print_queue
from putright.casework.queries.progress import cases_followed
from putright.casework.queries.waiting_list import waiting_list
from putright.casework.queries.worklist import Kind, Show, worklist_for
from putright.domain.access import Actor, Role
from putright.domain.waiting import WaitedFor
from putright.records.models import Case, CasePart, Person, Restriction
from tests.casework.many_rows import BIG, CASES, Like, fill
from tests.casework.offices import MAUNDY_THURSDAY, SET_UP_ON, Office, Story, an_office, at, received

pytestmark = pytest.mark.django_db

MOST_FOR_THE_WORKLIST = 8
MOST_FOR_A_CASE = 12


def queries_of(asked: Callable[[], object]) -> list[str]:
    """Every statement that a question sends to the database, once what is kept by the process is warm."""
    asked()
    return statements_of(asked)


def statements_of(asked: Callable[[], object]) -> list[str]:
    """Every statement that a question sends to the database, when it is asked for the first time too."""
    with CaptureQueriesContext(connection) as captured:
        asked()
    return [query["sql"] for query in captured.captured_queries]


def full_scans(statement: str) -> list[str]:
    """The large tables that a statement reads from end to end, by the plan of the engine."""
    if not statement.lstrip("( ").upper().startswith("SELECT"):
        return []
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"EXPLAIN (FORMAT JSON) {statement}")
            (plan,) = cursor.fetchone()
            return _sequential(json.loads(plan) if isinstance(plan, str) else plan)
        cursor.execute(f"EXPLAIN {statement}")
        return [table for table in _begun_from_an_end(cursor.fetchall()) if table in BIG]


def _begun_from_an_end(steps: list[tuple[object, ...]]) -> list[str]:
    """The tables that a program of SQLite begins to read at an end of them, or of an index of theirs: it reads all."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rootpage, tbl_name FROM sqlite_master")
        tables = dict(cursor.fetchall())
    opened = {step[2]: tables.get(step[3], "") for step in steps if step[1] == "OpenRead"}
    return [opened.get(step[2], "") for step in steps if step[1] in ("Rewind", "Last")]


def _sequential(node: object) -> list[str]:
    if isinstance(node, list):
        return [name for each in node for name in _sequential(each)]
    if not isinstance(node, dict):
        return []
    mine = [node["Relation Name"]] if node.get("Node Type") == "Seq Scan" and node["Relation Name"] in BIG else []
    return [*mine, *(name for value in node.values() for name in _sequential(value))]


OUTSIDE = (
    ("omar", Role.OMBUDSMAN_CASEWORKER.value),
    ("abbie", Role.ADVOCATE.value),
    ("ivo", Role.INVESTIGATOR.value),
)


@pytest.fixture
def story(tmp_path: Path) -> Story:
    office = an_office(tmp_path)
    for called, role in (*OUTSIDE, ("audrey", Role.AUDITOR.value)):
        said = StaffSaid(name=f"{called.capitalize()} Example", post="From outside", email=f"{called}@example.nhs.uk")
        administrator = office.actor("ada", SET_UP_ON)
        office.people[called] = appoint_person(
            actor=administrator, person=said, role=Role(role), on=SET_UP_ON, now=at(SET_UP_ON)
        )
    story = Story(office, received(office).reference)
    story.does(give_case, "mo", MAUNDY_THURSDAY, person=office.people["abbie"], role=Role.ADVOCATE)
    story.does(acknowledge, "mo", date(2026, 4, 7))
    story.does(
        request_statement,
        "mo",
        date(2026, 4, 7),
        person=office.people["sam"],
        about="A talk",
        questions=("What was said?",),
    )
    case_page(office.actor("mo"), story.reference, date(2026, 4, 7), now=at(date(2026, 4, 7)))
    return story


def actors(office: Office) -> dict[str, Actor]:
    body = office.body.pk
    return {
        "officer": office.actor("olu"),
        "investigator": office.actor("ines"),
        "reviewer": office.actor("max"),
        "reader": office.actor("omar"),
        "investigator of what was given": office.actor("ivo"),
        "advocate": office.actor("abbie"),
        "auditor": office.actor("audrey"),
        "both": Actor(
            person_id=office.people["ines"],
            body_id=body,
            roles=frozenset({Role.INVESTIGATOR, Role.MEDICAL_DIRECTOR}),
            on=MAUNDY_THURSDAY,
        ),
    }


def given_and_restricted(office: Office) -> None:
    """Restrict every 500th case, and give a quarter of those to people in several roles."""
    cases = list(Case.objects.filter(body=office.body).order_by("id").values_list("pk", flat=True)[500::500])
    now, mo = at(MAUNDY_THURSDAY), office.person("mo")
    Restriction.objects.bulk_create(
        Restriction(case_id=case, body=office.body, made_by=mo, made_at=now) for case in cases
    )
    for who, role in OUTSIDE:
        CasePart.objects.bulk_create(
            CasePart(case_id=case, person=office.person(who), role=role, from_on=SET_UP_ON, entry=1, made_at=now)
            for case in cases[::4]
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE records_restriction")
        cursor.execute("ANALYZE records_casepart")


def test_at_100_000_cases_no_page_reads_a_table_from_end_to_end(story: Story) -> None:
    office = story.office
    handlers = tuple(office.people[who] for who in ("mo", "olu", "ines"))
    Person.objects.filter(pk__in=handlers).update(team="Front desk")
    fill(Like(case=story.case.pk, body=office.body.pk, handlers=handlers, named=office.people["sam"]))
    given_and_restricted(office)
    today = date(2026, 4, 8)
    asked: dict[str, Callable[[], object]] = {}
    for name, actor in actors(office).items():
        for show in Show:
            asked[f"{name}, {show}"] = partial(worklist_for, actor, today, show=show)
        asked[f"{name}, grave"] = partial(worklist_for, actor, today, kind=Kind(severity="high", path=""))
        asked[f"{name}, page 100"] = partial(worklist_for, actor, today, page=100)
        asked[f"{name}, mine"] = partial(worklist_for, actor, today, person=actor.person_id)
        asked[f"{name}, nobody's"] = partial(worklist_for, actor, today, person=0)
        asked[f"{name}, team"] = partial(worklist_for, actor, today, team=True)
        asked[f"{name}, waiting"] = partial(waiting_list, actor, today)
        asked[f"{name}, waiting, page 100"] = partial(waiting_list, actor, today, page=100)
        asked[f"{name}, waiting, mine"] = partial(waiting_list, actor, today, person=actor.person_id)
        asked[f"{name}, waiting, team"] = partial(waiting_list, actor, today, team=True)
        asked[f"{name}, waiting, late"] = partial(waiting_list, actor, today, late=True)
        asked[f"{name}, waiting, nobody's"] = partial(waiting_list, actor, today, person=0)
        for whom in WaitedFor:
            asked[f"{name}, waiting for {whom}"] = partial(waiting_list, actor, today, whom=whom)
        asked[f"{name}, queue"] = partial(print_queue, actor)
        asked[f"{name}, followed"] = partial(cases_followed, actors(office)["advocate"])
    asked["case"] = lambda: case_page(office.actor("mo"), story.reference, today, now=at(today))
    secret = received(office, by="olu")
    asked["follow"] = lambda: follow(secret.reference, secret.secret, today, now=at(today))

    found = {name: {scan for sql in statements_of(ask) for scan in full_scans(sql)} for name, ask in asked.items()}

    assert {name: scans for name, scans in found.items() if scans} == {}
    assert len(worklist_for(office.actor("olu"), today, page=100).rows) == 25
    assert len(waiting_list(office.actor("olu"), today, page=100).rows) == 25
    assert story.case.body.cases.count() > CASES


@pytest.mark.parametrize("size", [25, 100])
def test_the_worklist_takes_at_most_eight_queries(story: Story, size: int) -> None:
    for _ in range(3):
        received(story.office)
    few = len(queries_of(lambda: worklist_for(story.office.actor("olu"), MAUNDY_THURSDAY, size=size)))
    for _ in range(size // 4):
        received(story.office)

    # In July every row is worked out afresh, for dates have passed since it was kept.
    many = len(queries_of(lambda: worklist_for(story.office.actor("olu"), date(2026, 7, 8), size=size)))

    assert few <= MOST_FOR_THE_WORKLIST
    assert many <= MOST_FOR_THE_WORKLIST


def test_the_page_of_a_case_takes_at_most_twelve_queries_however_much_has_happened(story: Story) -> None:
    def ask() -> object:
        return case_page(story.office.actor("mo"), story.reference, date(2026, 4, 8), now=at(date(2026, 4, 8)))

    # The roles of the actor are asked for here too, as they are with every request.
    few = len(queries_of(ask))
    for number in range(40):
        story.does(add_file_note, "mo", date(2026, 4, 8), words=f"Call {number}")
    many = len(queries_of(ask))

    assert many == few <= MOST_FOR_A_CASE
