"""Does a return count the cases that somebody may see, and do its numbers agree with its lists?"""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from putright.casework.actions.describe_for_return import describe_for_return
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.restrict_case import restrict_case
from putright.casework.actions.settle import settle
from putright.casework.actions.withdraw import withdraw
from putright.casework.errors import ActionRefused
from putright.casework.queries.returns import NoReturn, ReturnShown, cases_of, return_shown
from putright.casework.said import IssueSaid, PersonSaid
from putright.domain.channels import Channel
from putright.domain.issues import Outcome, Subject
from putright.domain.returns import Dimension, ReturnKind, ReturnSaid
from putright.domain.returns_count import Period
from putright.domain.returns_sheet import quarter_of, year_from
from putright.records.models import Body, Event
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, an_office
from tests.casework.test_response_period import lived_through
from tests.casework.test_split import split
from tests.tables import table

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 4, 7)
LATER = date(2026, 6, 1)
YEAR = year_from(2026)


@pytest.fixture
def office(commisceo: Office) -> Office:
    Body.objects.filter(code=commisceo.code).update(reports_as="trust")
    return commisceo


def counted(office: Office, *, who: str = "rosa", period: Period = YEAR, kind: ReturnKind | None = None) -> ReturnShown:
    found = return_shown(office.actor(who, LATER), period, kind=kind)
    assert isinstance(found, ReturnShown)
    return found


def numbers(found: ReturnShown, group: str) -> dict[str, int]:
    of_it = found.sheet.group(group)
    assert of_it is not None
    return {cell.code: len(cell.cases) for cell in of_it.cells if cell.cases}


def answered(story: Story, outcome: Outcome, on: date = TUESDAY) -> None:
    said = {"issue": 1, "outcome": outcome, "conclusion": "So it was.", "remedy_needed": False}
    story.does(record_outcome, "mo", on, **said)
    # As if the response had gone: how it is written and signed is told elsewhere.
    case = story.case
    Event.objects.create(
        case=case, number=900, event="response_sent", on=on, recorded_at=case.made_at, facts={}, papers=[], seal="x"
    )


class TestTheNumbers:
    def test_of_a_year_with_a_bit_of_everything(self, office: Office) -> None:
        upheld = a_story(office)
        answered(upheld, Outcome.UPHELD)
        before = a_story(office, on=date(2026, 3, 26))
        a_story(office, issues=(IssueSaid(subject=Subject.CLINICAL_TREATMENT, words="It was missed."),))
        gone = a_story(office)
        gone.does(withdraw, "mo", TUESDAY)
        spoken = a_story(office, channel=Channel.TELEPHONE)
        spoken.does(settle, "mo", TUESDAY, satisfied=True)

        found = counted(office)

        assert numbers(found, "summary") == {"brought-forward": 1, "new": 3, "upheld": 1, "carried-forward": 2}
        assert found.sheet.by_arithmetic == 3
        assert found.sheet.difference == 1
        assert numbers(found, "left") == {"withdrawn": 1}
        assert numbers(found, "not-counted") == {"settled-at-once": 1}
        assert numbers(found, "subject") == {"values": 2, "clinical-treatment": 1}
        assert numbers(found, "clinical") == {"lacking": 1}
        assert numbers(found, "service") == {"lacking": 3}
        assert [one.reference for one in cases_of(office.actor("mo"), (before.reference,))] == [before.reference]

    def test_of_several_boxes_at_once(self, office: Office) -> None:
        issues = tuple(IssueSaid(subject=each, words="So.") for each in (Subject.VALUES, Subject.WAITING_TIMES))
        story = a_story(office, issues=issues)
        labels = {Dimension.SERVICE: frozenset({"inpatient"}), Dimension.STAFF: frozenset({"nursing", "medical"})}
        story.does(describe_for_return, "mo", TUESDAY, said=ReturnSaid(labels=labels))

        found = counted(office)

        assert numbers(found, "summary")["new"] == 1
        assert numbers(found, "subject") == {"values": 1, "waiting-times": 1}
        assert numbers(found, "staff") == {"nursing": 1, "medical": 1}
        assert [name for name, _ in found.sheet.lacking] == ["age"]

    def test_of_a_complaint_that_was_split_count_it_once_unless_it_is_said_to_be_of_its_own(
        self, office: Office
    ) -> None:
        subjects = (Subject.VALUES, Subject.WAITING_TIMES)
        story = a_story(office, issues=tuple(IssueSaid(subject=each, words="So.") for each in subjects))
        new = split(story, 2, on=TUESDAY)
        found = counted(office)

        assert numbers(found, "summary") == {"new": 1, "carried-forward": 1}
        assert numbers(found, "subject") == {"values": 1, "waiting-times": 1}
        assert found.together == {story.reference: (new.reference,)}

        new.does(describe_for_return, "mo", LATER, said=ReturnSaid(counted_apart=True))
        found = counted(office)
        assert numbers(found, "summary") == {"new": 2, "carried-forward": 2}
        assert found.together == {}

    def test_of_the_responses_say_how_each_stands_against_both_times(self, living_well: Office) -> None:
        Body.objects.filter(code=living_well.code).update(reports_as="gp-practice")
        for row in table("final-response.md", "Within the time that was told"):
            if row["Sent"]:
                lived_through(living_well, row)
        never_told = a_story(living_well)
        answered(never_told, Outcome.UPHELD)

        # In time; a day late; amended: within it, within the first all the same, and late even so.
        assert numbers(counted(living_well), "told") == {
            "within-first": 2,
            "after-first": 3,
            "within-amended": 3,
            "after-amended": 2,
            "not-told": 1,
        }
        assert numbers(counted(living_well, period=quarter_of(2026, 2)), "told") == {}

    def test_of_a_quarter(self, office: Office) -> None:
        a_story(office, on=date(2026, 3, 31))
        a_story(office, on=date(2026, 4, 1))

        assert numbers(counted(office, period=quarter_of(2025, 4)), "summary") == {"new": 1, "carried-forward": 1}
        assert numbers(counted(office, period=quarter_of(2026, 1)), "summary") == {
            "brought-forward": 1,
            "new": 1,
            "carried-forward": 2,
        }

    def test_of_a_board_stand_in_two_returns(self, office: Office) -> None:
        Body.objects.filter(code=office.code).update(reports_as="board")
        for service in ("gp-practice", "commissioning", "commissioning"):
            a_story(office, for_return=ReturnSaid(labels={Dimension.SERVICE: frozenset({service})}))

        assert counted(office).owed == (ReturnKind.KO41A, ReturnKind.KO41B)
        assert numbers(counted(office), "summary")["new"] == 2
        assert numbers(counted(office, kind=ReturnKind.KO41B), "summary")["new"] == 1

    def test_of_what_an_outside_agency_began_are_not_counted(self, office: Office) -> None:
        a_story(office, for_return=ReturnSaid(outside_agency=True))

        assert numbers(counted(office), "not-counted") == {"outside-agency": 1}

    def test_follow_the_date_of_birth(self, office: Office) -> None:
        own = PersonSaid(name="Pat", address=("1 Sample Road",), born_on=date(2008, 4, 2))
        a_story(office, complainant=own, on=MAUNDY_THURSDAY)

        assert numbers(counted(office), "age") == {"18-25": 1}


class TestWhoSeesThem:
    def test_a_restricted_case_is_in_the_numbers_of_those_alone_who_see_it(self, office: Office) -> None:
        a_story(office)
        a_story(office).does(restrict_case, "rosa", TUESDAY, reason="They work here.")

        assert numbers(counted(office, who="rosa"), "summary")["new"] == 2
        assert numbers(counted(office, who="olu"), "summary")["new"] == 1
        assert (counted(office, who="rosa").is_whole, counted(office, who="olu").is_whole) == (True, False)

    def test_they_are_not_for_those_who_handle_no_cases(self, office: Office) -> None:
        with pytest.raises(ActionRefused):
            return_shown(office.actor("ines"), YEAR)

    def test_there_are_none_before_the_body_has_said_what_it_is(self, commisceo: Office) -> None:
        assert return_shown(commisceo.actor("mo"), YEAR) == NoReturn(is_said=False)
        Body.objects.filter(code=commisceo.code).update(reports_as="neither")
        assert return_shown(commisceo.actor("mo"), YEAR) == NoReturn(is_said=True)

    def test_another_bodys_cases_are_not_in_them(self, office: Office, tmp_path: Path) -> None:
        a_story(an_office(tmp_path / "there", code="elsewhere"))

        assert numbers(counted(office), "summary") == {}


begun = st.tuples(
    st.integers(-60, 50),
    st.sampled_from([Channel.LETTER, Channel.TELEPHONE]),
    st.sampled_from(["", "withdraw", "settle", "upheld", "not-upheld"]),
    st.integers(0, 20),
    st.sampled_from(["", "inpatient", "maternity"]),
)


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(cases=st.lists(begun, max_size=4))
def test_the_numbers_agree_with_the_lists_and_the_quarters_with_each_other(
    office: Office, cases: list[tuple[int, Channel, str, int, str]]
) -> None:
    for begins, channel, then, days, service in cases:
        on = MAUNDY_THURSDAY + timedelta(days=begins)
        labels = {Dimension.SERVICE: frozenset({service})} if service else {}
        story = a_story(
            office, on=on, channel=channel, for_return=ReturnSaid(labels=labels), occurred_on=None, known_on=None
        )
        if then in ("withdraw", "settle"):
            action, said = {"withdraw": (withdraw, {}), "settle": (settle, {"satisfied": True})}[then]
            story.does(action, "mo", on + timedelta(days=days), **said)
        elif then:
            answered(story, Outcome(then), on + timedelta(days=days))

    shown = [counted(office, period=quarter_of(year, quarter)) for year, quarter in ((2025, 4), (2026, 1), (2026, 2))]

    for before, after in pairwise(shown):
        carried, brought = before.sheet.summary.cell("carried-forward"), after.sheet.summary.cell("brought-forward")
        assert carried is not None
        assert brought is not None
        assert set(carried.cases) == set(brought.cases)
    for found in shown:
        new = found.sheet.summary.cell("new")
        assert new is not None
        for name in ("age", "status"):
            assert sum(numbers(found, name).values()) == len(new.cases)
        for group in found.sheet.groups:
            for cell in group.cells:
                assert len(cases_of(office.actor("rosa", LATER), cell.cases)) == len(cell.cases) == len(set(cell.cases))
