"""What does a person see who follows their complaint, and what does somebody see who only guesses?"""

import logging
from datetime import date, timedelta

import pytest
from django.test import Client

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.ask_for_authority import ask_for_authority
from putright.casework.actions.assign_handler import assign_handler
from putright.casework.actions.offer_meeting import offer_meeting
from putright.casework.actions.record_authority import record_authority
from putright.casework.actions.record_consent import Consent, record_consent
from putright.casework.actions.register import register
from putright.casework.actions.request_statement import request_statement
from putright.casework.actions.revoke_follow_link import revoke_follow_link
from putright.casework.actions.withdraw import withdraw
from putright.casework.open_link import MOST_WRONG
from putright.casework.said import PersonSaid
from putright.config.logging import PrivateFormatter
from putright.domain.authority import SeenAs, Shown
from putright.domain.channels import Channel
from putright.domain.speaking import Speaker, SpeaksAs
from putright.domain.standing import Basis
from putright.gateways.clock import FixedClock
from putright.records.models import ReadLog, WrongLink
from putright.web.visitor import visitor
from tests.casework.offices import MAUNDY_THURSDAY, Story, at, received
from tests.casework.test_refusals import answered, in_review
from tests.jobs.working import MAIL
from tests.web.public.every_page import MEETING
from tests.web.reading import read

pytestmark = pytest.mark.django_db

GUESSED = "AAAAAAAAAAAAAAAAAAAAAA"
TUESDAY = date(2026, 4, 7)  # the first working day after Easter 2026


@pytest.fixture
def case(commisceo):
    """A complaint to Commisceo, received on Thursday 2 April 2026, as its person holds it."""
    return received(commisceo)


def opened(client, case):
    """Open the link and read the page of the case."""
    client.get(f"/follow/{case.secret}")
    return read(client.get("/following"))


def on(settings, day):
    settings.PUTRIGHT_CLOCK = FixedClock(at(day))


class TestTheLink:
    def test_it_leads_to_an_address_that_holds_no_secret(self, client, case):
        response = client.get(f"/follow/{case.secret}")

        assert response.headers["Location"] == "/following"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert "no-store" in response.headers["Cache-Control"]
        assert case.secret not in str(dict(client.session))

    def test_whoever_knew_the_session_before_cannot_follow_along(self, client, case):
        client.get("/find-out")
        client.post("/find-out", {})
        client.post("/find-out/about", {"about": "care"})
        before = client.session.session_key
        client.get(f"/follow/{case.secret}")

        assert client.session.session_key != before

    def test_the_page_is_kept_by_nobody(self, client, case):
        client.get(f"/follow/{case.secret}")

        assert "no-store" in client.get("/following").headers["Cache-Control"]

    def test_that_it_was_read_is_logged(self, client, case):
        opened(client, case)

        (kept,) = ReadLog.objects.all()
        assert (kept.what, kept.person) == ("follow", None)

    def test_the_boxes_open_it_too_however_the_reference_is_typed(self, client, case):
        typed = f" {case.reference[:4].lower()} {case.reference[4:].lower()} "
        response = client.post("/follow", {"reference": typed, "follow_code": case.secret})

        assert response.headers["Location"] == "/following"
        assert client.get("/follow").headers["Location"] == "/following"

    def test_a_whole_link_may_be_pasted_for_the_code(self, client, case):
        link = f"https://complaints.example.nhs.uk/follow/{case.secret}/"
        response = client.post("/follow", {"reference": case.reference, "follow_code": link})

        assert response.headers["Location"] == "/following"

    @pytest.mark.parametrize("after", ["/", ".", ").", "%3E"])
    def test_what_a_letter_puts_after_it_does_no_harm(self, client, case, after):
        assert client.get(f"/follow/{case.secret}{after}").headers["Location"] == "/following"

    def test_the_complaint_can_be_closed_on_a_shared_computer(self, client, case):
        opened(client, case)
        response = client.post("/following/end", follow=True)

        assert "Your complaint is closed in this browser." in read(response).main
        assert client.get("/following").headers["Location"] == "/follow"
        assert read(client.get("/follow")).headings == ["Follow a complaint"]

    def test_no_address_of_a_page_holds_the_secret_or_a_name(self, client, case):
        page = opened(client, case)

        assert not any(case.secret in href or "Pat" in href for href in page.links.values())

    def test_the_log_holds_neither_secret_nor_code(self, client, case, caplog):
        with caplog.at_level(logging.INFO, logger="putright.requests"):
            client.get(f"/follow/{case.secret}")
            client.post("/follow", {"reference": case.reference, "follow_code": case.secret})
        written = "\n".join(PrivateFormatter().format(record) for record in caplog.records)

        assert "GET /follow/[secret] 302" in written
        assert case.secret not in written


class TestGoingOnAfterAll:
    def test_is_asked_on_a_page_of_a_complaint_that_was_withdrawn_and_of_no_other(self, client, case, commisceo):
        assert "Go on with your complaint" not in opened(client, case).links
        Story(commisceo, case.reference).does(withdraw, "mo", MAUNDY_THURSDAY)
        page = read(client.get("/following"))
        address = page.links["Go on with your complaint"]
        asked = read(client.get(address))
        assert asked.headings[0].endswith("Go on with your complaint")

        told = read(client.post(address, {"words": "I was talked into it."}, follow=True))
        assert "We know that you want to go on" in told.main
        assert "You told us that you want to go on with your complaint." in told.main
        again = read(client.post(address, {"words": "Please."}))
        assert again.problems[0][0] == "You have told us already that you want to go on. We will write to you."

    def test_is_asked_of_nobody_who_follows_nothing(self, client):
        assert client.get("/following/go-on").headers["Location"] == "/follow"


class TestALinkThatOpensNothing:
    HEADING = "This link does not open a complaint"

    def test_guessed_and_ended_read_the_same(self, client, case, commisceo, day):
        guessed = client.get(f"/follow/{GUESSED}")
        Story(commisceo, case.reference).does(revoke_follow_link, "mo", MAUNDY_THURSDAY)
        revoked = client.get(f"/follow/{case.secret}")

        assert (guessed.status_code, revoked.status_code) == (404, 410)
        assert read(guessed).main == read(revoked).main
        assert read(guessed).headings == [self.HEADING]
        assert "ask for a new link" in read(guessed).main
        assert read(guessed).links["If you have lost your link or your code"] == "/follow"
        assert "commisceo" not in read(revoked).main

    def test_it_ends_by_age(self, client, case, day):
        on(day, MAUNDY_THURSDAY + timedelta(days=732))
        assert client.get(f"/follow/{case.secret}").status_code == 302
        on(day, MAUNDY_THURSDAY + timedelta(days=733))
        assert client.get(f"/follow/{case.secret}").status_code == 410

    def test_it_ends_while_it_is_open_elsewhere(self, client, case, commisceo):
        opened(client, case)
        Story(commisceo, case.reference).does(revoke_follow_link, "mo", MAUNDY_THURSDAY)

        assert client.get("/following").status_code == 410
        assert client.get("/following").headers["Location"] == "/follow"

    @pytest.mark.parametrize("secret", ["x", "AAAA AAAA", "..", "%00", "é" * 22, "A" * 3000])
    def test_what_is_no_secret_at_all_is_not_found(self, client, case, secret):
        assert client.get(f"/follow/{secret}").status_code == 404

    @pytest.mark.parametrize(
        ("reference", "code"),
        [("ours", GUESSED), ("another", "ours"), ("nonsense", "ours"), ("ours", "too short")],
    )
    def test_the_boxes_say_one_thing_whatever_is_wrong(self, client, case, commisceo, reference, code):
        another = received(commisceo)
        typed = {"ours": case.reference, "another": another.reference}.get(reference, reference)
        secret = case.secret if code == "ours" else code
        response = client.post("/follow", {"reference": typed, "follow_code": secret})
        page = read(response)

        assert response.status_code == 422
        assert page.problems[0][0].startswith("The reference and the code do not open a complaint.")
        assert page.tree.xpath("//input[@id='reference']/@value") == [typed]
        assert page.tree.xpath("//input[@id='follow_code']/@value") == [secret]

    def test_the_boxes_say_the_same_of_a_link_that_has_ended(self, client, case, commisceo):
        Story(commisceo, case.reference).does(revoke_follow_link, "mo", MAUNDY_THURSDAY)
        typed = {"reference": case.reference, "follow_code": case.secret}
        page = read(client.post("/follow", typed))

        assert page.problems[0][0].startswith("The reference and the code do not open a complaint.")

    def test_empty_boxes_are_each_asked_for(self, client, case):
        page = read(client.post("/follow", {}))

        assert page.problems == [("Enter the reference", "#reference"), ("Enter the secret code", "#follow_code")]


class TestLostLinks:
    def test_a_code_is_offered_where_codes_go_out(self, client, settings):
        settings.PUTRIGHT_MAIL = MAIL
        page = read(client.get("/follow"))

        assert page.links["Get a code by email"] == "/follow-code"
        assert page.texts("//main//h2") == ["If you have lost your link or your code", "If you cannot get a code"]

    def test_where_none_go_out_nobody_is_sent_to_ask_for_one(self, client):
        page = read(client.get("/follow"))

        assert "/follow-code" not in page.links.values()
        assert page.texts("//main//h2") == ["If you have lost your link or your code"]

    def test_whoever_has_neither_link_nor_reference_can_be_called(self, client):
        assert read(client.get("/follow")).links["Ask us to call you"] == "/call-me"


class TestGuessing:
    def test_it_is_stopped(self, client, case):
        for _ in range(MOST_WRONG):
            assert client.get(f"/follow/{GUESSED}").status_code == 404
        response = client.get(f"/follow/{GUESSED}")

        assert response.status_code == 429
        assert response.headers["Retry-After"] == "900"
        assert read(response).headings == ["Too many tries"]
        assert read(response).links["How to reach the organisations"] == "/procedures"
        typed = {"reference": case.reference, "follow_code": GUESSED}
        assert Client().post("/follow", typed).status_code == 429

    def test_whoever_has_a_right_link_at_the_same_address_does_not_wait(self, client, case):
        for _ in range(MOST_WRONG + 1):
            client.get(f"/follow/{GUESSED}")

        assert Client().get(f"/follow/{case.secret}").status_code == 302
        typed = {"reference": case.reference, "follow_code": case.secret}
        assert Client().post("/follow", typed).status_code == 302

    def test_others_are_not_stopped(self, client, case):
        for _ in range(MOST_WRONG):
            client.get(f"/follow/{GUESSED}", REMOTE_ADDR="203.0.113.9")

        assert client.get(f"/follow/{GUESSED}", REMOTE_ADDR="203.0.113.10").status_code == 404

    def test_a_quarter_of_an_hour_later_it_may_go_on(self, client, case, day):
        for _ in range(MOST_WRONG):
            client.get(f"/follow/{GUESSED}")
        assert client.get(f"/follow/{GUESSED}").status_code == 429
        day.PUTRIGHT_CLOCK = FixedClock(at(MAUNDY_THURSDAY, 10, 16))

        assert client.get(f"/follow/{GUESSED}").status_code == 404

    def test_no_address_is_kept_and_nothing_longer_than_a_day(self, client, case, day):
        client.get(f"/follow/{GUESSED}", REMOTE_ADDR="203.0.113.9")
        assert "203.0.113.9" not in str(list(WrongLink.objects.values_list()))
        on(day, date(2026, 4, 4))
        client.get(f"/follow/{GUESSED}")

        assert WrongLink.objects.count() == 1

    def test_one_home_counts_as_one_however_many_addresses_it_has(self, client, case):
        for number in range(MOST_WRONG):
            client.get(f"/follow/{GUESSED}", REMOTE_ADDR=f"2001:db8:1:2::{number:x}")

        assert client.get(f"/follow/{GUESSED}", REMOTE_ADDR="2001:db8:1:2:3:4:5:6").status_code == 429
        assert client.get(f"/follow/{GUESSED}", REMOTE_ADDR="2001:db8:1:3::1").status_code == 404


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ({"REMOTE_ADDR": "203.0.113.9"}, "203.0.113.9"),
        ({"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "6.6.6.6, 203.0.113.9"}, "203.0.113.9"),
        ({"REMOTE_ADDR": "::ffff:203.0.113.9"}, "203.0.113.9"),
        ({"REMOTE_ADDR": "2001:db8:1:2:3:4:5:6"}, "2001:db8:1:2::/64"),
        ({"REMOTE_ADDR": "no address"}, "no address"),
    ],
)
def test_a_visitor_is_told_by_the_address_that_is_theirs(rf, settings, said, who):
    settings.PUTRIGHT_BEHIND_PROXY = "HTTP_X_FORWARDED_FOR" in said

    assert visitor(rf.get("/", **said)) == who


class TestThePage:
    def test_it_says_what_is_due_by_when_by_what_promise_and_by_what_law(self, client, case):
        page = opened(client, case)
        cards = page.texts("//*[@class='app-promise']")
        acknowledge_card = next(card for card in cards if "acknowledge your complaint in writing" in card)

        # Three working days after 2 April 2026, past Good Friday and Easter Monday, end on 9 April; ten on 20 April.
        assert "By Thursday 9 April 2026" in acknowledge_card
        assert "Promised in our procedure, clause 1: by 20 April 2026. The law says sooner, so the law counts." in (
            acknowledge_card
        )
        assert "The law: SI 2009/309 reg 13(3), by 9 April 2026." in acknowledge_card
        assert "Friday 3 April 2026 (Good Friday)" in acknowledge_card
        assert "You should have our answer by Thursday 1 October 2026" in page.main

    def test_the_answer_is_promised_once(self, client, living_well):
        page = opened(client, received(living_well))

        assert page.main.count("By Thursday 1 October 2026") == 1
        assert "The law: SI 2009/309 reg 14(3), by 1 October 2026." in page.main

    def test_what_shows_that_they_may_speak_is_asked_for_until_it_was_seen(self, client, commisceo, day):
        attorney = Speaker(speaks_as=SpeaksAs.ATTORNEY)
        case = received(commisceo, basis=Basis.LACKS_CAPACITY, patient=PersonSaid(name="Rosa Quill"), speaker=attorney)
        story = Story(commisceo, case.reference)
        assert "What we need from you" not in opened(client, case).main

        wanted = "Please send us a copy of the lasting power of attorney."
        story.posts("mo", TUESDAY, story.does(ask_for_authority, "mo", TUESDAY, wanted=wanted))
        on(day, TUESDAY)
        asked = opened(client, case)
        assert "On Tuesday 7 April 2026 we asked you what shows that you may speak for the patient." in asked.main
        assert asked.links["Send us a copy or a photo of it"] == "/following/message"

        seen = {"shown": Shown.LASTING_POWER, "seen_as": SeenAs.CERTIFIED, "is_enough": True}
        story.does(record_authority, "mo", TUESDAY, **seen)
        assert "What we need from you" not in opened(client, case).main

    def test_what_happened_stands_in_order_in_words_to_the_person(self, client, case, commisceo, day):
        story = Story(commisceo, case.reference)
        story.does(register, "mo", TUESDAY)
        story.posts("mo", TUESDAY, story.does(acknowledge, "mo", TUESDAY))
        on(day, date(2026, 4, 8))
        page = opened(client, case)

        assert page.texts("//*[@class='app-timeline__what']") == [
            "We received your complaint.",
            "We entered your complaint in our register.",
            "We told you that we have your complaint.",
            "We offered to talk with you about how we will look into it.",
            "We told you what happens next.",
        ]
        assert page.links["We have received your complaint"].startswith("/following/letter/")
        assert ", sent by post on 7 April 2026" in page.main

    def test_a_letter_that_was_handed_over_was_not_sent(self, client, case, commisceo, day):
        story = Story(commisceo, case.reference)
        story.does(offer_meeting, "mo", TUESDAY, meeting=MEETING, channel=Channel.IN_PERSON)
        on(day, date(2026, 4, 8))

        assert ", given to you on 7 April 2026" in opened(client, case).main

    def test_a_letter_to_staff_is_not_the_persons_to_see(self, client, case, commisceo, day):
        story = Story(commisceo, case.reference)
        story.does(register, "mo", TUESDAY)
        story.posts("mo", TUESDAY, story.does(acknowledge, "mo", TUESDAY))
        said = {"person": commisceo.people["sam"], "about": "the desk", "questions": ("What was said?",)}
        asked = story.does(request_statement, "mo", TUESDAY, channel=Channel.LETTER, **said)
        story.posts("mo", TUESDAY, asked)
        page = opened(client, case)

        assert "Please tell us what you remember" not in page.main
        assert "Sam Staff" not in page.main

    def test_who_deals_with_it_is_named(self, client, case, commisceo):
        Story(commisceo, case.reference).does(assign_handler, "mo", MAUNDY_THURSDAY, handler=commisceo.people["olu"])
        page = opened(client, case)

        assert "Olu Officer" in page.main
        assert "01632 960001" in page.main

    def test_a_day_that_has_passed_is_said_first_with_what_can_be_done(self, client, case, day):
        on(day, date(2026, 4, 10))
        page = opened(client, case)

        assert "Important: We are late" in page.main
        assert "It was due on Thursday 9 April 2026 ." in page.main
        assert "Telephone or write to us." in page.main
        assert page.texts("//*[@class='app-promise']//strong")[0] == "Late"

    def test_the_day_of_the_answer_is_told_as_past_once_it_is(self, client, case, day):
        on(day, date(2026, 10, 2))

        assert "You should have had our answer by Thursday 1 October 2026 ." in opened(client, case).main

    def test_nothing_is_late_on_the_day_itself(self, client, case, commisceo, day):
        on(day, date(2026, 4, 7))
        page = opened(client, case)

        assert "We are late" not in page.main
        assert "Due today" in page.main

    def test_once_it_is_answered_the_ways_on_are_told_each_once(self, client, case, commisceo, day):
        answered(Story(commisceo, case.reference))
        on(day, date(2026, 4, 8))
        page = opened(client, case)

        assert "We have answered your complaint." in page.main
        assert "This is what you can still do: Ask us to look again" in page.main
        assert "Our procedure, clause 6" in page.main
        assert page.main.count("Parliamentary and Health Service Ombudsman") == 1

    def test_a_case_that_is_looked_at_again_says_so(self, client, case, commisceo, day):
        in_review(Story(commisceo, case.reference))
        on(day, date(2026, 4, 8))

        assert "We are looking at your complaint again." in opened(client, case).main

    def test_the_patients_agreement_is_asked_for_until_it_is_given(self, client, commisceo, day):
        rosa = PersonSaid(name="Rosa Quill", address=("3 Sample Row",), born_on=date(1950, 5, 5))
        case = received(commisceo, basis=Basis.REQUESTED, patient=rosa)
        assert "we need their agreement" in opened(client, case).main

        Story(commisceo, case.reference).does(record_consent, "mo", TUESDAY, answer=Consent.GIVEN, scope="All of it.")
        on(day, TUESDAY)
        assert "we need their agreement" not in opened(client, case).main

    def test_it_asks_the_database_little(self, client, case, django_assert_max_num_queries):
        client.get(f"/follow/{case.secret}")
        with django_assert_max_num_queries(10):
            client.get("/following")

    def test_help_is_named_and_the_ombudsmans_day(self, client, case):
        page = opened(client, case)

        assert "South East Essex Advocacy Service" in page.main
        # A year from 16 March 2026, when it happened and was known.
        assert "Go to the Ombudsman by Tuesday 16 March 2027" in page.main

    def test_a_year_that_is_over_is_said_to_be_over(self, client, commisceo):
        old = received(commisceo, occurred_on=date(2025, 2, 3), known_on=date(2025, 2, 3))
        page = opened(client, old)

        assert "that year ended on Tuesday 3 February 2026" in page.main
        assert "You can still ask." in page.main
