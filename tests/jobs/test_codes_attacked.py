"""Does a code open nothing to whoever has an old telephone, somebody else's number or much patience?"""

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.test import Client

from putright.casework.actions.correct_person import correct_person
from putright.casework.actions.revoke_follow_link import revoke_follow_link
from putright.casework.said import PersonSaid
from putright.domain.adjustments import Adjustment, Need, as_stored
from putright.domain.deaths import Who
from putright.domain.follow_codes import MOST_A_DAY, MOST_AN_HOUR
from putright.jobs.work import Work
from putright.records.models import Case, Delivery, FollowCode, Person
from tests.casework.offices import Office, Story, a_story
from tests.gateways.notify_server import Service
from tests.jobs.test_codes_by_text import MOBILE, asks, carrier, code_in, enters, service, site, story, work, works
from tests.jobs.working import TUESDAY, SteppedClock
from tests.web.reading import read

__all__ = ["carrier", "service", "site", "story", "work"]

ANOTHER = "07700 900456"
WRONG = "This is not the code that we sent. Check the numbers, or get a new code"


@pytest.fixture
def another(office: Office, story: Story) -> Story:
    """A complaint of somebody else who gave the same number: a couple, or whoever used it for a joke."""
    return a_story(office, complainant=PersonSaid(name="Sam Example", telephone="+44 7700 900123"))


def person_of(story: Story) -> int:
    found = Case.objects.get(reference=story.reference).complainant_id
    assert found
    return found


def moves_to(story: Story, number: str) -> None:
    Person.objects.filter(pk=person_of(story)).update(telephone=number)


def said_of(browser: Client, code: str) -> str:
    return read(enters(browser, code)).problems[0][0]


class TestANumberOnSeveralComplaints:
    def test_opens_the_one_that_was_named(self, story: Story, another: Story, service: Service, work: Work) -> None:
        browser = Client()
        asks(browser, another)
        works(work)
        assert enters(browser, code_in(service)).status_code == 302

        assert "Your complaint to" in (page := read(browser.get("/following")).main)
        assert another.reference[:4] in page
        assert story.reference[:4] not in page

    def test_is_sent_no_more_for_being_on_many(self, story: Story, another: Story, clock: SteppedClock) -> None:
        for place in range(8):
            asks(Client(), (story, another)[place % 2], where=f"192.0.2.{place}")

        assert Delivery.objects.count() == MOST_AN_HOUR

    def test_is_sent_no_more_than_ten_a_day(self, story: Story, another: Story, clock: SteppedClock) -> None:
        for place in range(14):
            assert asks(Client(), (story, another)[place % 2], where=f"192.0.2.{place}").status_code == 302
            clock.step(minutes=61)
        assert Delivery.objects.count() == MOST_A_DAY

        clock.step(hours=10)
        asks(Client(), story, where="192.0.2.99")
        sent = FollowCode.objects.filter(case__isnull=False, made_at__gt=clock.now() - timedelta(days=1))
        assert sent.count() <= MOST_A_DAY
        assert sent.filter(made_at=clock.now()).exists()

    def test_shows_nobody_that_it_has_had_enough(self, story: Story) -> None:
        browser = Client()
        answers = [asks(browser, story, where=f"192.0.2.{place}").headers["Location"] for place in range(5)]

        assert set(answers) == {"/follow-code/enter"}
        assert said_of(browser, "123456") == WRONG


class TestANumberThatIsAnothersNow:
    def test_is_sent_nothing_nor_is_the_new_one(self, story: Story, service: Service, work: Work) -> None:
        asks(Client(), story)
        moves_to(story, ANOTHER)
        works(work)

        assert (service.took, Delivery.objects.get().progress) == ([], "stopped")

    @pytest.mark.parametrize("needs", [(), (Need(adjustment=Adjustment.NO_PHONE),)])
    def test_opens_nothing_with_a_code_that_it_has_already(
        self, story: Story, service: Service, work: Work, needs: tuple[Need, ...]
    ) -> None:
        browser = Client()
        asks(browser, story)
        works(work)
        if needs:
            Person.objects.filter(pk=person_of(story)).update(adjustments=as_stored(needs))
        else:
            moves_to(story, ANOTHER)

        assert said_of(browser, code_in(service)) == WRONG
        assert browser.get("/following").status_code == 302

    def test_is_the_same_written_otherwise(self, story: Story, service: Service, work: Work) -> None:
        browser = Client()
        asks(browser, story)
        works(work)
        moves_to(story, "+44 (0)7700 900-123")

        assert enters(browser, code_in(service)).headers["Location"] == "/following"

    def test_is_not_asked_of_a_code_of_the_version_before(self, story: Story, service: Service, work: Work) -> None:
        browser = Client()
        asks(browser, story)
        FollowCode.objects.update(contact="")
        works(work)

        assert enters(browser, code_in(service)).headers["Location"] == "/following"

    def test_is_known_under_the_key_of_before(
        self, story: Story, service: Service, work: Work, site: LazySettings
    ) -> None:
        browser = Client()
        asks(browser, story)
        works(work)
        site.SECRET_KEY, site.SECRET_KEY_FALLBACKS = "k" * 60, [site.SECRET_KEY]

        assert enters(browser, code_in(service)).headers["Location"] == "/following"


class TestACodeThatWaits:
    def test_ends_with_the_links_that_staff_end(self, story: Story, service: Service, work: Work) -> None:
        browser = Client()
        asks(browser, story)
        works(work)
        story.does(revoke_follow_link, "mo", TUESDAY)

        assert said_of(browser, code_in(service)).endswith("Get a new code")
        assert browser.get("/following").status_code == 302

    def test_opens_nothing_once_the_complaint_is_another_persons(
        self, story: Story, service: Service, work: Work
    ) -> None:
        browser = Client()
        asks(browser, story)
        works(work)
        robin = PersonSaid(name="Robin Example", telephone=MOBILE)
        said = {"whom": Who.COMPLAINANT, "person": robin, "is_another": True, "why": "Entered for Robin's neighbour."}
        story.does(correct_person, "mo", TUESDAY, **said)

        assert said_of(browser, code_in(service)).endswith("Get a new code")

    def test_opens_nothing_in_another_browser(self, story: Story, service: Service, work: Work) -> None:
        asks(Client(), story)
        works(work)
        other = Client()
        assert enters(other, code_in(service)).headers["Location"] == "/follow-code"
        asks(other, story, "07700 900999", where="192.0.2.7")

        assert said_of(other, code_in(service)) == WRONG
