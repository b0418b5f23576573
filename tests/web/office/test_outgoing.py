"""What do pages say of letters that go by email, of a day's letters to print, and of the work behind it?"""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.claims import claim
from putright.casework.job_book import enter_jobs, enter_result, take_up
from putright.casework.workers import say_seen
from putright.gateways.clock import LONDON, SystemClock
from putright.gateways.schedule import schedule
from putright.jobs.work import one_pass
from tests.casework.offices import MAUNDY_THURSDAY, Story, a_story, at
from tests.gateways.mail_servers import Box, mail_server
from tests.jobs.working import MAIL, SteppedClock, a_letter, a_mail_server_at, a_worker
from tests.web.office.test_letters import posting, value
from tests.web.reading import read

NOW = at(MAUNDY_THURSDAY)


@pytest.fixture
def mail(day):
    """Have mail set up."""
    day.PUTRIGHT_MAIL = MAIL
    return day


@pytest.fixture
def by_email(office, mail) -> Story:
    """A case whose acknowledgement waits to go by email."""
    return a_letter(with_mail(office), on=MAUNDY_THURSDAY)


def with_mail(office):
    """The same office, whose letters go by email."""
    return replace(office, means=replace(office.means, mail=MAIL))


def go_out(office, tmp_path: Path, **says: str) -> None:
    """Have a worker send what waits, through a server that may refuse it."""
    with mail_server(Box(says=says)) as (_, port):
        one_pass(a_worker(with_mail(office), SteppedClock(NOW), a_mail_server_at(port), tmp_path))


class TestTheListOfLetters:
    def test_says_what_waits_to_go_by_email_and_not_among_those_to_post(self, signed_in, office, by_email):
        page = read(signed_in(office, "mo").get("/letters"))

        assert "No letter is waiting to be posted." in page.main
        assert page.headings[0] == "Letters to post"
        assert "Waiting to go by email" in page.main
        assert page.texts("//tbody//strong") == ["Queued"]

    def test_says_what_went(self, signed_in, office, by_email, tmp_path):
        go_out(office, tmp_path)
        page = read(signed_in(office, "mo").get("/letters"))

        assert "Sent by email in the last 7 days" in page.main
        assert "2 April 2026 at 10am" in page.main

    def test_says_first_what_could_not_go_and_why(self, signed_in, office, by_email, tmp_path):
        a_story(office).does(acknowledge, "mo", MAUNDY_THURSDAY)
        go_out(office, tmp_path, RCPT="550 no such person")
        page = read(signed_in(office, "mo").get("/letters"))

        assert page.main.index("Could not be sent by email") < page.main.index("Written on Thursday")
        assert "The mail server refused the person’s address" in page.main
        assert page.main.startswith("Letters to post 2 letters waiting.")

    def test_says_when_it_is_tried_again(self, signed_in, office, by_email, tmp_path):
        go_out(office, tmp_path, RCPT="450 later")

        said = read(signed_in(office, "mo").get("/letters")).main
        assert "Held up The mail server said to try again later. Tried 1 time, again 2 April 2026 at 10:01am" in said


class TestPrintingADay:
    def test_gives_all_letters_of_the_day_as_one_pdf(self, signed_in, office):
        for _ in range(2):
            a_story(office).does(acknowledge, "mo", MAUNDY_THURSDAY)
        client = signed_in(office, "mo")
        assert "/letters/print/2026-04-02" in read(client.get("/letters")).tree.xpath("//main//a/@href")

        response = client.get("/letters/print/2026-04-02")

        assert response.content.startswith(b"%PDF-")
        assert response.headers["Content-Disposition"] == 'inline; filename="letters-2026-04-02.pdf"'
        assert response.headers["Cache-Control"] == "no-store, private"

    @pytest.mark.parametrize("day_asked", ["2026-04-03", "yesterday", "2026-13-01"])
    def test_is_not_found_where_there_is_none(self, signed_in, office, day_asked):
        assert signed_in(office, "mo").get(f"/letters/print/{day_asked}").status_code == 404

    def test_is_not_found_by_another_body_nor_by_who_may_not(self, signed_in, office, neighbour):
        a_story(office).does(acknowledge, "mo", MAUNDY_THURSDAY)

        assert signed_in(neighbour, "mo").get("/letters/print/2026-04-02").status_code == 404
        assert signed_in(office, "max").get("/letters/print/2026-04-02").status_code == 404

    def test_is_not_for_who_has_not_signed_in(self, client, office):
        assert client.get("/letters/print/2026-04-02").status_code == 302


class TestTakingBack:
    def test_undoes_what_was_marked_by_mistake(self, signed_in, office):
        story = a_story(office)
        number = story.does(acknowledge, "mo", MAUNDY_THURSDAY).letter
        client = signed_in(office, "mo")
        client.post("/letters", posting(value(story, number)))
        page = read(client.get("/letters"))
        assert "Which were marked by mistake?" in page.main

        after = read(client.post("/letters/take-back", {"marked": [value(story, number)]}, follow=True))

        assert "1 letter taken back: not posted after all" in after.main
        assert "1 letter waiting" in after.main
        assert "Marked as posted today" not in after.main

    def test_marks_as_to_print_again(self, signed_in, office):
        story = a_story(office)
        number = story.does(acknowledge, "mo", MAUNDY_THURSDAY).letter
        client = signed_in(office, "mo")
        client.post("/letters", posting(value(story, number), step="printed"))

        after = read(client.post("/letters", posting(value(story, number), step="unprinted"), follow=True))

        assert after.texts("//tbody//strong") == ["To print"]

    def test_does_nothing_to_another_bodys_letter(self, signed_in, office, neighbour):
        story = a_story(office)
        number = story.does(acknowledge, "mo", MAUNDY_THURSDAY).letter
        signed_in(office, "mo").post("/letters", posting(value(story, number)))

        signed_in(neighbour, "mo").post("/letters/take-back", {"marked": [value(story, number)]})

        assert story.events()[-1][0] != "entered_in_error"

    def test_is_only_asked_by_a_form(self, signed_in, office):
        assert signed_in(office, "mo").get("/letters/take-back").status_code == 405


class TestTheCase:
    def test_says_how_far_each_letter_has_come_and_what_can_be_done(self, signed_in, office, by_email, tmp_path):
        client = signed_in(office, "mo")
        address = f"/cases/{by_email.reference}"
        page = read(client.get(address))
        assert "Queued for email" in page.main
        assert "Send by post instead" in page.main

        go_out(office, tmp_path, RCPT="450 later")
        held_up = read(client.get(address))
        assert "Email held up" in held_up.main
        assert "is tried again: the mail server said to try again later" in held_up.main
        assert "Send by email again" in held_up.main

    def test_says_at_what_is_due_that_the_letter_is_on_its_way(self, signed_in, office, by_email, tmp_path):
        client = signed_in(office, "mo")
        page = read(client.get(f"/cases/{by_email.reference}")).main
        assert "“We have received your complaint” is written and goes by email in the next minutes." in page
        assert "Mark the letter as posted" not in page
        assert "1 letter to send" in read(client.get("/work")).main
        go_out(office, tmp_path, RCPT="450 later")
        page = read(client.get(f"/cases/{by_email.reference}")).main
        assert "could not be sent by email yet, and is tried again" in page

    def test_a_letter_is_stopped_and_sent_after_all_from_it(self, signed_in, office, by_email, tmp_path):
        client = signed_in(office, "mo")
        address = f"/cases/{by_email.reference}"
        number = by_email.case.letters.get().document.number
        for act, says in (("send-by-post", "The letter waits in the print queue"), ("send-by-email", "queued to go")):
            asked = read(client.get(f"{address}/{act}/{number}"))
            version = asked.tree.xpath("//input[@name='version']/@value")[0]
            said = client.post(f"{address}/{act}/{number}", {"letter": number, "version": version}, follow=True)
            assert says in read(said).main

        go_out(office, tmp_path)
        assert "sent 2 April 2026 by email" in read(client.get(address)).main

    def test_a_letter_being_sent_cannot_be_stopped_and_it_says_so(self, signed_in, office, by_email):
        number = by_email.case.letters.get().document.number
        claim(worker="somebody", now=NOW)
        client = signed_in(office, "mo")
        address = f"/cases/{by_email.reference}/send-by-post/{number}"
        version = read(client.get(address)).tree.xpath("//input[@name='version']/@value")[0]

        response = client.post(address, {"letter": number, "version": version})

        assert "being sent at this very moment" in read(response).main

    def test_agreement_is_recorded_and_taken_back(self, signed_in, office, mail):
        story = a_story(office)
        client = signed_in(office, "mo")
        address = f"/cases/{story.reference}/change-email-agreement"
        day = {"on-day": "2", "on-month": "4", "on-year": "2026"}

        def say(**said: str):
            version = read(client.get(address)).tree.xpath("//input[@name='version']/@value")[0]
            return read(client.post(address, {**said, **day, "version": version}, follow=True)).main

        assert "Enter the person’s email address" in say(agrees="yes")
        assert "It is recorded whether letters may go by email" in say(agrees="yes", email="pat@example.org")
        assert story.case.complainant.email_agreed_on == MAUNDY_THURSDAY
        say(agrees="no", email="pat@example.org")
        assert story.case.complainant.email_agreed_on is None

    def test_with_mail_set_up_a_letter_is_sent_and_without_it_only_recorded(self, signed_in, office, by_email, day):
        client = signed_in(office, "mo")
        address = f"/cases/{by_email.reference}/send-update"
        assert "Putright sends it in the next minutes." in read(client.get(address)).main
        day.PUTRIGHT_MAIL = None
        assert "Download the PDF and send it yourself." in read(client.get(address)).main


class TestBackgroundWork:
    def test_warns_where_nobody_does_it(self, signed_in, office, day):
        day.PUTRIGHT_CLOCK = Ticking()
        page = read(signed_in(office, "ada").get("/administration/background-work"))

        assert page.title == "Background work - Putright"
        assert "Nobody is doing the background work" in page.main
        assert "No worker has been seen yet." in page.main
        say_seen("worker-1", began_at=NOW, now=NOW - timedelta(minutes=16))
        again = read(signed_in(office, "ada").get("/administration/background-work"))
        assert "A worker was last seen on 2 April 2026 at 9:44am" in again.main

    def test_does_not_where_somebody_does(self, signed_in, office, day):
        day.PUTRIGHT_CLOCK = Ticking()
        say_seen("worker-1", began_at=NOW, now=NOW - timedelta(minutes=14))
        page = read(signed_in(office, "ada").get("/administration/background-work"))

        assert "Nobody is doing" not in page.main
        assert "Nothing waits" in page.main

    def test_does_not_where_the_clock_stands_still(self, signed_in, office):
        page = read(signed_in(office, "ada").get("/administration/background-work"))

        assert "Nobody is doing" not in page.main
        assert "The clock of this site stands still" in page.main

    def test_says_of_each_job_when_it_ran_and_how_it_went(self, signed_in, office):
        jobs = {job.name: job for job in schedule()}
        enter_jobs(schedule(), now=NOW - timedelta(days=1))
        assert take_up(jobs["keep-heads"], worker="worker-1", now=NOW)
        enter_result(jobs["keep-heads"], worker="worker-1", now=NOW, result="Not as it was recorded: 1.", failed=True)
        page = read(signed_in(office, "ada").get("/administration/background-work"))

        assert len(page.tree.xpath("//tbody/tr")) == len(jobs)
        assert "Failed Not as it was recorded: 1. Failed 1 time in a row" in page.main
        assert "Last 2 April 2026 at 10am Next 2 April 2026 at 10:01am" in page.main

    def test_says_what_has_waited_longest(self, signed_in, office, by_email):
        page = read(signed_in(office, "ada").get("/administration/background-work"))

        assert "Since 2 April 2026 at 10am" in page.main
        assert "Is set up" in page.main

    def test_is_for_administrators(self, signed_in, office):
        response = signed_in(office, "mo").get("/administration/background-work")

        assert response.status_code == 403
        assert "Background work" in read(signed_in(office, "ada").get("/administration")).main

    def test_is_not_for_who_has_not_signed_in(self, client, office):
        assert client.get("/administration/background-work").status_code == 302


class Ticking(SystemClock):
    """A clock that is no standing one, and says ten in the morning of Thursday 2 April 2026 all the same."""

    def now(self):
        return NOW.astimezone(LONDON)
