"""Is what a yearly return needs said once, when it is known, and kept?"""

from datetime import date

import pytest

from putright.casework.actions.describe_for_return import describe_for_return
from putright.casework.actions.withdraw import withdraw
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import case_page
from putright.casework.queries.for_return import ForReturn, asked_at_intake
from putright.casework.said import IssueSaid, PersonSaid
from putright.domain.issues import Subject
from putright.domain.returns import Dimension, ReturnSaid
from putright.domain.standing import Basis
from putright.records.models import Body
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, at

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 4, 7)
GWEN = PersonSaid(name="Gwen Example", address=("3 Sample Road",), born_on=date(1970, 4, 3))


@pytest.fixture
def office(commisceo: Office) -> Office:
    Body.objects.filter(code=commisceo.code).update(reports_as="trust")
    return commisceo


def asked(story: Story) -> ForReturn:
    found = case_page(story.office.actor("mo", TUESDAY), story.reference, TUESDAY, now=at(TUESDAY)).for_return
    assert found is not None
    return found


def lacks(story: Story) -> list[str]:
    return [each.dimension.value for each in asked(story).lacking]


def says(story: Story, **labels: str) -> ReturnSaid:
    return ReturnSaid(labels={Dimension(name): frozenset(codes.split()) for name, codes in labels.items()})


def describes(story: Story, **labels: str) -> None:
    story.does(describe_for_return, "mo", TUESDAY, said=says(story, **labels))


class TestWhatIsAsked:
    def test_is_nothing_of_a_body_that_has_not_said_what_it_is(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        page = case_page(commisceo.actor("mo"), story.reference, TUESDAY, now=at(TUESDAY))

        assert page.for_return is None
        assert not any(choice.is_allowed for choice in page.choices if choice.action == "describe_for_return")

    def test_is_not_what_is_known_already(self, office: Office) -> None:
        own = PersonSaid(name="Pat", address=("1 Sample Road",), born_on=date(1950, 1, 1))
        story = a_story(office, complainant=own)

        assert lacks(story) == ["service", "staff"]
        follows = {each.dimension.value: each.chosen for each in asked(story).asked if each.follows}
        assert follows == {"age": ("75-and-over",), "status": ("patient",)}

    def test_is_who_complains_where_it_is_for_another(self, office: Office) -> None:
        story = a_story(office, patient=GWEN, basis=Basis.REQUESTED)

        assert lacks(story) == ["status", "service", "staff"]
        # Born on 3 April 1970, she was 55 on 2 April 2026.
        assert next(each.chosen for each in asked(story).asked if each.dimension is Dimension.AGE) == ("26-55",)

    def test_is_the_clinical_group_where_something_is_about_treatment(self, office: Office) -> None:
        issues = (IssueSaid(subject=Subject.VALUES, words="Rude."),)
        treated = (*issues, IssueSaid(subject=Subject.CLINICAL_TREATMENT, words="It was missed."))

        assert "clinical" not in [each.dimension.value for each in asked(a_story(office, issues=issues)).asked]
        assert "clinical" in lacks(a_story(office, issues=treated))

    def test_hangs_on_the_service_at_a_board(self, commisceo: Office) -> None:
        Body.objects.filter(code=commisceo.code).update(reports_as="board")
        story = a_story(commisceo)

        assert not asked(story).is_sure
        assert [each.dimension for each in asked_at_intake("board", TUESDAY)] == [Dimension.SERVICE]
        describes(story, service="gp-practice", staff="nurse")
        assert asked(story).name == "KO41b"
        assert lacks(story) == ["age"]

    def test_a_label_of_the_other_return_is_let_go_with_the_service(self, commisceo: Office) -> None:
        Body.objects.filter(code=commisceo.code).update(reports_as="board")
        story = a_story(commisceo)
        describes(story, service="gp-practice", staff="nurse")

        describes(story, service="commissioning", staff="nurse")

        assert asked(story).name == "KO41a"
        assert "staff" in lacks(story)


class TestSayingIt:
    def test_keeps_all_of_it_in_one_entry(self, office: Office) -> None:
        story = a_story(office)

        describes(story, age="18-25", service="inpatient outpatient", staff="nursing medical")

        entry = story.case.events.get(event="return_described")
        assert entry.facts == {
            "age": "18-25",
            "services": ["inpatient", "outpatient"],
            "staff_groups": ["medical", "nursing"],
        }
        assert lacks(story) == []
        page = case_page(office.actor("mo", TUESDAY), story.reference, TUESDAY, now=at(TUESDAY))
        assert ("Staff group", "Medical, Nursing") in page.chronology[-1].said

    def test_takes_the_place_of_what_was_said_before(self, office: Office) -> None:
        story = a_story(office)
        describes(story, service="inpatient", staff="nursing")

        describes(story, service="outpatient")

        assert lacks(story) == ["age", "staff"]

    def test_puts_a_subject_right(self, office: Office) -> None:
        story = a_story(office)

        story.does(describe_for_return, "mo", TUESDAY, said=ReturnSaid(), subjects={1: Subject.MORTUARY})

        assert story.case.issues.get().subject == "mortuary"
        assert [name for name, _ in story.events()][-1] == "subject_changed"

    def test_is_done_on_a_closed_case_too(self, office: Office) -> None:
        story = a_story(office)
        story.does(withdraw, "mo", TUESDAY)

        describes(story, service="inpatient")

        assert lacks(story) == ["age", "staff"]

    @pytest.mark.parametrize(
        ("labels", "code"),
        [
            ({"service": "moon"}, "no-such-label"),
            ({"age": "0-5 6-17"}, "one-label"),
            ({}, "already-said"),
        ],
    )
    def test_is_refused(self, office: Office, labels: dict[str, str], code: str) -> None:
        story = a_story(office)

        with pytest.raises(ActionRefused) as refused:
            describes(story, **labels)

        assert refused.value.refusal.code == code

    def test_of_an_issue_that_there_is_not_is_refused(self, office: Office) -> None:
        story = a_story(office)

        with pytest.raises(ActionRefused) as refused:
            story.does(describe_for_return, "mo", TUESDAY, said=ReturnSaid(), subjects={2: Subject.MORTUARY})

        assert refused.value.refusal.code == "no-such-issue"
        assert story.case.version == 1


def test_it_can_be_said_when_the_complaint_comes_in(office: Office) -> None:
    said = ReturnSaid(labels={Dimension.SERVICE: frozenset({"maternity"})})

    story = a_story(office, on=MAUNDY_THURSDAY, for_return=said)

    assert [name for name, _ in story.events()][-1] == "return_described"
    assert lacks(story) == ["age", "staff"]
