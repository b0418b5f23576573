"""Do lists, counts, pages, papers, letters and messages show each person the same cases, whoever they are?

For sets of roles, and cases of every kind: of another body, named, restricted, handled, in review, and given in any
role for days before, within and after today.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.plugin import DjangoDbBlocker

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.appointments import actor_of
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.facts_of import parts_of
from putright.casework.queries.case_page import case_page
from putright.casework.queries.find_case import find_case
from putright.casework.queries.list_downloaded import list_downloaded
from putright.casework.queries.papers import document_for
from putright.casework.queries.print_queue import print_queue
from putright.casework.queries.print_run import print_run_of
from putright.casework.queries.progress import cases_followed, progress
from putright.casework.queries.tray import tray
from putright.casework.queries.what_can_be_done import CHOICES
from putright.casework.queries.worklist import LARGEST_PAGE, Show, worklist_for
from putright.domain.access import AUTHORISED, Actor, Deed, Parts, Role, can_be_given, may_view, why_not, why_not_here
from putright.domain.channels import Channel
from putright.records.models import (
    Appointment,
    Case,
    CasePart,
    IncomingMessage,
    NamedPerson,
    ReadLog,
    Restriction,
    Suggestion,
)
from putright.records.visible_to import messages_visible_to, visible_to
from tests.casework.messages import about, came
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, an_office, at
from tests.worlds import standing

pytestmark = pytest.mark.django_db

TODAY = date(2026, 4, 8)
NOW = at(TODAY)
DAY = timedelta(days=1)
SPANS = ((None, None), (-3, -1), (-1, 0), (0, 1), (1, 3))  # from and until, in days from today


@dataclass(frozen=True, kw_only=True)
class Ward:
    """An office and another, a person of the first, and a case of every kind with a letter and a message waiting."""

    office: Office
    me: int
    cases: tuple[Case, ...]
    messages: dict[int, int]  # the case that each message may be about


def a_ward(folder: Path) -> Ward:
    here, elsewhere = an_office(folder / "here"), an_office(folder / "there", code="elsewhere")
    me = here.people["sam"]
    cases, messages = [], {}
    for office, kind in ((here, kind) for kind in product((True, False), repeat=4)):
        story = a_case_of_a_kind(office, me, *kind)
        cases.append(story.case)
        messages[
            came(office, about(story, **{"Message-ID": f"<{story.reference}@example.org>"}), key=story.reference).pk
        ] = story.case.pk
    cases.append(a_case_of_a_kind(elsewhere, me, named=False, mine=False, in_review=False, restricted=False).case)
    return Ward(office=here, me=me, cases=tuple(cases), messages=messages)


@pytest.fixture(scope="module")
def _standing(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ward]:
    with standing(django_db_blocker):
        yield a_ward(tmp_path_factory.mktemp("ward"))


@pytest.fixture
def ward(db: None, _standing: Ward) -> Ward:
    return _standing


def a_case_of_a_kind(office: Office, me: int, named: bool, mine: bool, in_review: bool, restricted: bool) -> Story:
    story = a_story(office)
    story.does(acknowledge, "mo", MAUNDY_THURSDAY, channel=Channel.LETTER)
    case = story.case
    if named:
        NamedPerson.objects.create(case=case, person_id=me, made_at=NOW)
    if restricted:
        Restriction.objects.create(case=case, body=case.body, made_by_id=office.people["rosa"], made_at=NOW)
    Case.objects.filter(pk=case.pk).update(
        handler_id=me if mine else office.people["mo"], review_requested_on=TODAY if in_review else None
    )
    return story


@contextmanager
def undone() -> Iterator[None]:
    """Keep nothing of one example."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def appoint(ward: Ward, roles: set[Role]) -> None:
    for role in roles:
        Appointment.objects.create(
            person_id=ward.me,
            body=ward.office.body,
            role=role.value,
            from_on=MAUNDY_THURSDAY,
            authorised_by_id=ward.office.people["rosa"] if role in AUTHORISED else None,
            made_at=NOW,
        )


def give(ward: Ward, number: int, role: Role, span: tuple[int | None, int | None], *, back: bool) -> None:
    begins, ends = span
    CasePart.objects.create(
        case=ward.cases[number],
        person_id=ward.me,
        role=role.value,
        from_on=TODAY + (begins or 0) * DAY,
        until_on=None if ends is None else TODAY + ends * DAY,
        entry=1,
        made_at=NOW,
        ended_at=NOW if back else None,
    )


def looked_up(question: Callable[[str], object], cases: tuple[Case, ...]) -> set[str]:
    """The references of the cases of which a page is found."""
    found = set()
    for case in cases:
        try:
            question(case.reference)
        except NotFound:
            continue
        found.add(case.reference)
    return found


GIVEN = st.tuples(
    st.integers(0, 16),
    st.sampled_from([role for role in Role if can_be_given(role)]),
    st.sampled_from(SPANS),
    st.booleans(),
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    roles=st.sets(st.sampled_from(Role), max_size=3), parts=st.lists(GIVEN, max_size=6, unique_by=lambda one: one[:2])
)
def test_they_agree(ward: Ward, roles: set[Role], parts: list[tuple[int, Role, tuple[int, int], bool]]) -> None:
    with undone():
        appoint(ward, roles)
        for number, role, span, back in parts:
            give(ward, number, role, span, back=back)
        check(ward, actor_of(ward.me, ward.office.body.pk, on=TODAY))


@pytest.mark.parametrize("role", Role)
def test_they_agree_for_each_role_that_was_given_some_cases(ward: Ward, role: Role) -> None:
    appoint(ward, {role})
    if can_be_given(role):
        for number in range(0, 17, 3):
            give(ward, number, role, (None, None), back=False)

    check(ward, actor_of(ward.me, ward.office.body.pk, on=TODAY))


def check(ward: Ward, actor: Actor) -> None:
    parts = {case.pk: parts_of(Case.objects.get(pk=case.pk)) for case in ward.cases}
    seen = {case.pk: case.reference for case in ward.cases if may_view(actor, parts[case.pk])}
    followed = {case.reference for case in ward.cases if why_not(actor, Deed.FOLLOW, parts[case.pk]) is None}

    assert set(visible_to(actor).values_list("pk", flat=True)) == set(seen)
    assert listed(actor) == set(seen.values())
    assert looked_up(lambda one: case_page(actor, one, TODAY, now=NOW), ward.cases) == set(seen.values())
    assert looked_up(lambda one: document_for(actor, one, 1, now=NOW), ward.cases) == set(seen.values())
    assert {one.reference for one in find_case(actor, "Pat Example", now=NOW).cases} == set(seen.values())
    assert looked_up(lambda one: progress(actor, one, TODAY, now=NOW), ward.cases) == followed
    assert {one.reference for one in cases_followed(actor)} == followed

    handles = why_not_here(actor, Deed.HANDLE) is None
    assert {one.reference for one in print_queue(actor)} == (set(seen.values()) if handles else set())
    assert downloaded(actor) == (set(seen.values()) if handles else None)
    messages = {message for message, case in ward.messages.items() if case in seen}
    assert set(messages_visible_to(actor).values_list("pk", flat=True)) == messages
    assert in_the_tray(actor) == (len(messages) if handles else None)
    offered(actor, ward.cases, parts)


def downloaded(actor: Actor) -> set[str] | None:
    """Every case that the lists write when they are downloaded; nothing where none is."""
    try:
        lists = [
            list_downloaded(actor, TODAY, now=NOW, show=show) for show in (Show.DUE, Show.NOTHING_DUE, Show.CLOSED)
        ]
    except ActionRefused:
        return None
    return {row.reference for rows in lists for chunk in rows for row in chunk}


def listed(actor: Actor) -> set[str]:
    """Every case that the worklist shows, each in one list; what it counts is what it shows."""
    found: set[str] = set()
    for show in (Show.DUE, Show.NOTHING_DUE, Show.CLOSED):
        page = worklist_for(actor, TODAY, show=show, size=LARGEST_PAGE)
        references = {row.reference for row in page.rows}
        assert page.counts[show] == len(page.rows) == len(references)
        assert not references & found
        found |= references
    return found


def in_the_tray(actor: Actor) -> int | None:
    try:
        return sum(tray(actor).counts.values())
    except ActionRefused:
        return None


def offered(actor: Actor, cases: tuple[Case, ...], parts: dict[int, Parts]) -> None:
    """What the page of a case offers is what the rules let somebody do, deed by deed."""
    deeds = {choice.action: choice.deed for choice in CHOICES}
    for case in cases:
        try:
            page = case_page(actor, case.reference, TODAY, now=NOW)
        except NotFound:
            continue
        for choice in page.choices:
            refusal = why_not(actor, deeds[choice.action], parts[case.pk])
            assert choice.refusal is not None or refusal is None
            if refusal is not None:
                assert choice.refusal == refusal


@pytest.mark.parametrize("role", [Role.COMPLAINTS_OFFICER, Role.RESPONSIBLE_PERSON, Role.AUDITOR, Role.STAND_IN])
def test_a_print_run_holds_the_letters_of_the_cases_that_are_seen(ward: Ward, role: Role) -> None:
    appoint(ward, {role})
    if can_be_given(role):
        give(ward, 15, role, (None, None), back=False)
    actor = actor_of(ward.me, ward.office.body.pk, on=TODAY)
    ReadLog.objects.all().delete()

    try:
        print_run_of(actor, MAUNDY_THURSDAY, now=NOW, means=ward.office.means)
    except NotFound:
        assert why_not_here(actor, Deed.HANDLE) is not None
    printed = set(ReadLog.objects.values_list("case__reference", flat=True))

    seen = set(visible_to(actor).values_list("reference", flat=True))
    assert printed == (seen if why_not_here(actor, Deed.HANDLE) is None else set())


def test_there_is_a_message_about_each_case(ward: Ward) -> None:
    suggested = {row.message_id: row.case_id for row in Suggestion.objects.all()}

    assert suggested == ward.messages
    assert IncomingMessage.objects.filter(case__isnull=True).count() == len(ward.messages) == 16
