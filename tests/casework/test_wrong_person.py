"""Are details put right and what stood before kept, and is a case of the wrong person the right one's then?"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.correct_person import correct_person
from putright.casework.errors import ActionRefused
from putright.casework.said import PersonSaid
from putright.casework.verification import verify
from putright.domain.deaths import Who
from putright.domain.standing import Basis
from putright.records.models import CaseKey, Document, FollowLink, OutboxLetter
from tests.casework.offices import Office, Story, a_story, an_office

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 4, 7)
WEDNESDAY = date(2026, 4, 8)
PAT = PersonSaid(
    name="Pat Example",
    addressed_as="Ms Example",
    address=("2 Sample Road", "Exampleton"),
    email="pat@example.org",
    nhs_number="999 000 0018",
    agrees_to_email=True,
)
RIGHT = PersonSaid(name="Ana Other", address=("9 Other Street", "Exampleton"), telephone="01632 960777")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return an_office(tmp_path)


@pytest.fixture
def story(office: Office) -> Story:
    return a_story(office, complainant=PAT)


def corrects(story: Story, person: PersonSaid, *, another: bool = False, **said: Any) -> Any:
    plain = {"whom": Who.COMPLAINANT, "person": person, "is_another": another, "why": "Two letters were mixed up."}
    return story.does(correct_person, "mo", said.pop("on", TUESDAY), **{**plain, **said})


def last_paper(story: Story) -> str:
    return Document.objects.filter(case=story.case, kind="correction").latest("number").text or ""


def keys(story: Story) -> set[str]:
    return set(CaseKey.objects.filter(case=story.case).values_list("key", flat=True))


class TestDetails:
    def test_are_put_right_and_what_stood_before_is_kept(self, story: Story) -> None:
        before = story.case.complainant_id
        corrects(
            story,
            PersonSaid(
                name="Pat Exemple",
                addressed_as="Ms Example",
                address=("3 Sample Road", "Exampleton"),
                email="pat@example.org",
                nhs_number="9990000018",
            ),
        )
        person = story.case.complainant

        assert person.pk == before
        assert (person.name, person.address) == ("Pat Exemple", "3 Sample Road\nExampleton")
        assert last_paper(story) == (
            "Name: Pat Example\nAddress: 2 Sample Road, Exampleton\n\nWhy it is corrected: Two letters were mixed up."
        )
        assert story.events()[-1] == ("person_corrected", TUESDAY)
        assert "exemple" in keys(story)
        assert "example" not in keys(story)

    def test_leave_the_agreement_to_email_where_the_address_stays(self, story: Story) -> None:
        corrects(story, PersonSaid(name="P Example", address=PAT.address, email="pat@example.org"))
        assert story.case.complainant.email_agreed_on is not None

    def test_end_it_with_the_address_to_which_it_was_given(self, story: Story) -> None:
        corrects(story, PersonSaid(name="Pat Example", address=PAT.address, email="other@example.org"))
        assert story.case.complainant.email_agreed_on is None

    def test_leave_the_link_and_say_that_a_letter_waits(self, story: Story) -> None:
        story.does(acknowledge, "mo", TUESDAY)
        done = corrects(story, PersonSaid(name="Pat Example", address=("5 New Road",), email="pat@example.org"))

        assert done.then.startswith("A letter that waits was written with what stood before")
        assert FollowLink.objects.filter(case=story.case, revoked_at__isnull=True).exists()

    def test_that_are_the_same_are_refused(self, story: Story) -> None:
        with pytest.raises(ActionRefused) as refused:
            corrects(story, PAT)
        assert refused.value.refusal.code == "nothing-changed"


class TestAnotherPerson:
    def test_has_the_case_and_nothing_of_the_first(self, story: Story) -> None:
        first = story.case.complainant_id
        corrects(story, RIGHT, another=True)
        case = story.case

        assert case.complainant_id != first
        assert case.patient_id == case.complainant_id  # it was about their own care, and is
        assert (case.complainant.name, case.complainant.nhs_number, case.complainant.email) == ("Ana Other", "", "")
        assert "Pat Example" in last_paper(story)
        assert "2 Sample Road" not in last_paper(story)
        assert "999" not in last_paper(story)

    def test_is_found_and_the_first_is_not(self, story: Story) -> None:
        corrects(story, RIGHT, another=True)
        assert "ana" in keys(story)
        assert not keys(story) & {"pat", "example", "9990000018", "pat@example.org"}

    def test_has_no_link_of_the_first(self, story: Story) -> None:
        done = corrects(story, RIGHT, another=True)

        assert not FollowLink.objects.filter(case=story.case, revoked_at__isnull=True).exists()
        assert story.events()[-2:] == [("person_corrected", TUESDAY), ("link_revoked", TUESDAY)]
        assert "give the right person a new one" in done.then

    def test_has_no_letter_that_was_written_to_the_first(self, story: Story) -> None:
        story.does(acknowledge, "mo", TUESDAY)
        done = corrects(story, RIGHT, another=True)

        assert list(OutboxLetter.objects.filter(case=story.case).values_list("state", flat=True)) == ["cancelled"]
        assert done.then.startswith("Letters that waited are put aside")
        assert "astray" not in done.then

    def test_hears_of_what_has_gone_to_the_first_already(self, story: Story) -> None:
        story.posts("mo", TUESDAY, story.does(acknowledge, "mo", TUESDAY))
        done = corrects(story, RIGHT, another=True, on=WEDNESDAY)

        assert done.then.endswith("If one went to the wrong person, record that personal details went astray.")

    def test_may_be_the_patient_alone(self, office: Office) -> None:
        story = a_story(office, complainant=PAT, patient=PersonSaid(name="Kim Example"), basis=Basis.REQUESTED)
        corrects(story, PersonSaid(name="Kit Other"), whom=Who.PATIENT, another=True)
        case = story.case

        assert (case.complainant.name, case.patient.name) == ("Pat Example", "Kit Other")
        assert FollowLink.objects.filter(case=case, revoked_at__isnull=True).exists()

    def test_leaves_the_chain_as_it_should_be(self, story: Story) -> None:
        story.does(acknowledge, "mo", TUESDAY)
        corrects(story, RIGHT, another=True)
        assert verify(story.office.means).misfits == ()


@pytest.mark.parametrize(
    ("person", "code"),
    [
        (PersonSaid(name="Ana", telephone="01632 960777", nhs_number="999 000 0019"), "not-an-nhs-number"),
        (PersonSaid(name="Ana", telephone="01632 960777", born_on=date(2026, 4, 3)), "born-later"),
    ],
)
def test_what_nobody_can_be_is_refused(story: Story, person: PersonSaid, code: str) -> None:
    with pytest.raises(ActionRefused) as refused:
        corrects(story, person, another=True)
    assert refused.value.refusal.code == code
    assert story.case.complainant.name == "Pat Example"
