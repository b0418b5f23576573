"""Can each thing that a stranger could guess be tried no more often than the table says, and do they learn nothing?"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client

from putright.casework import consent_forms, follow_links, saved_complaints, sign_in_links
from putright.casework import means as site_means
from putright.casework.actions.revoke_follow_link import revoke_follow_link
from putright.casework.actions.save_complaint import save_complaint
from putright.casework.follow_codes import code_mailed
from putright.casework.said import PersonSaid
from putright.domain import follow_codes, saved
from putright.domain.adjustments import Adjustment, Need
from putright.gateways.clock import FixedClock
from putright.records.models import FollowCode
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, at, received
from tests.jobs.working import MAIL
from tests.tables import table
from tests.web.public.consenting import a_story_for_gwen, codes_of_letter
from tests.web.reading import read

PAGE = "guessing.md"
PAT, MOBILE, NUMBER = "pat@example.org", "07700 900123", "01632 960555"
LINK, CODE, NO_CASE = "A" * 22, "AAAA-AAAA-AAAA-AAAA", "ZX00-20GD"
WEDNESDAY = date(2026, 4, 8)
TIRED = "tried too many times"
_places = (f"192.0.2.{number}" for number in count(1))

Try = Callable[[], Any]


@pytest.fixture
def site(day: LazySettings) -> LazySettings:
    """The site, from which emails and text messages go."""
    day.PUTRIGHT_MAIL, day.PUTRIGHT_TEXTS = MAIL, object()
    site_means._means.cache_clear()
    return day


@pytest.fixture
def case(commisceo: Office, site: LazySettings) -> Any:
    """A complaint of somebody who gave an email address and a mobile number."""
    return received(commisceo, complainant=PersonSaid(name="Pat Example", email=PAT, telephone=MOBILE))


def a_place() -> Client:
    """A browser where nobody tried anything before."""
    return Client(REMOTE_ADDR=next(_places))


def asking(case: Any, browser: Client, *, to: str = PAT, reference: str = "") -> Any:
    by = {"by": "email", "email": to} if "@" in to else {"by": "text", "mobile": to}
    return browser.post("/follow-code", {"reference": reference or case.reference, **by})


def typing_a_code(case: Any) -> Try:
    """Wrong digits, in a browser to which a code was sent."""
    FollowCode.objects.all().delete()  # no more than three go out
    browser = a_place()
    asking(case, browser)
    sent = FollowCode.objects.get(case__isnull=False, purpose="open")
    wrong = _wrong(code_mailed(sent, sent.delivery.message_id))
    return lambda: browser.post("/follow-code/enter", {"code": wrong})


def typing_a_new_address(case: Any) -> Try:
    browser = a_place()
    browser.get(f"/follow/{case.secret}")
    browser.post("/following/contact", {"email": "pat.new@example.org"})
    sent = FollowCode.objects.get(purpose="new-email")
    wrong = _wrong(code_mailed(sent, sent.delivery.message_id))
    return lambda: browser.post("/following/contact/email", {"code": wrong, "letters": "email"})


def _wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


def the_trial(what: str, case: Any) -> Try:
    """What is done again and again from one place until it is stopped."""
    browser = a_place()
    trials: dict[str, Callable[[], Try]] = {
        "a link to follow a complaint": lambda: lambda: browser.get(f"/follow/{LINK}"),
        "a reference with the secret code, typed": lambda: (
            lambda: browser.post("/follow", {"reference": case.reference, "follow_code": LINK})
        ),
        "a link to a saved complaint": lambda: lambda: browser.get(f"/complain/back/{LINK}"),
        "the code of a consent letter, in an address": lambda: lambda: browser.get(f"/consent/code/{CODE}"),
        "the code of a consent letter, typed": lambda: lambda: browser.post("/consent", {"consent_code": CODE}),
        "an invitation of an advocate, or a link to choose a password": lambda: (
            lambda: browser.get(f"/sign-in/link/{LINK}")
        ),
        "who asks for a code by email": lambda: lambda: asking(case, browser),
        "who asks for a code by text message": lambda: lambda: asking(case, browser, to=MOBILE),
        "a code by email or text message": lambda: typing_a_code(case),
        "a code to a new email address": lambda: typing_a_new_address(case),
        "the password of an advocate": lambda: (
            lambda: browser.post(
                "/sign-in", {"email": "nia@advocacy.example.org", "password": "guessed and guessed again"}
            )
        ),
    }
    return trials[what]()


def tries_before_it_is_stopped(attempt: Try) -> int:
    for number in range(30):
        answer = attempt()
        if answer.status_code == 429 or TIRED in answer.content.decode():
            return number
    raise AssertionError("it is never stopped")


def test_each_can_be_tried_as_often_as_the_table_says(case: Any) -> None:
    rows = table(PAGE, "How often each thing can be tried")
    said = {row["What"]: int(row["Wrong tries"].partition(",")[0]) for row in rows}

    assert {what: tries_before_it_is_stopped(the_trial(what, case)) for what in said} == said


def test_there_are_as_many_as_the_table_says() -> None:
    many = {row["What"]: row["How many there are"] for row in table(PAGE, "How often each thing can be tried")}
    bits = {
        "a link to follow a complaint": follow_links.SECRET_BYTES,
        "a reference with the secret code, typed": follow_links.SECRET_BYTES,
        "a link to a saved complaint": saved_complaints.SECRET_BYTES,
        "the code of a consent letter, in an address": consent_forms.SECRET_BYTES,
        "the code of a consent letter, typed": consent_forms.SECRET_BYTES,
        "an invitation of an advocate, or a link to choose a password": sign_in_links.SECRET_BYTES,
    }
    assert {what: many[what] for what in bits} == {
        what: f"2 to the power of {8 * number}" for what, number in bits.items()
    }
    assert many["a code by email or text message"] == f"{10**follow_codes.DIGITS:,}"


def test_links_and_codes_of_letters_are_counted_together(case: Any) -> None:
    browser = a_place()
    for _ in range(10):
        browser.get(f"/follow/{LINK}")
        browser.post("/consent", {"consent_code": CODE})

    assert browser.get(f"/complain/back/{LINK}").status_code == 429
    assert browser.get(f"/follow/{case.secret}").status_code == 302


def test_no_more_messages_go_out_than_the_table_says() -> None:
    rows = [(row["What"], row["To"], row["Most"]) for row in table(PAGE, "How many messages go out")]
    an_hour, a_day = follow_codes.MOST_AN_HOUR, follow_codes.MOST_A_DAY
    codes, new, link = (
        "codes by email and text message",
        "codes to a new email address",
        "the link of a saved complaint",
    )

    assert saved.MAILS_COUNTED_FOR.days == 1
    assert (
        rows
        == [  # that they are kept is shown in tests/jobs/test_codes_attacked.py, test_following_talk, test_saved
            (codes, "one complaint, or one address or number on any", f"{an_hour} an hour, {a_day} a day"),
            (new, "one complaint", f"{an_hour} an hour"),
            (new, "one address, from any complaint", f"{an_hour} an hour, {a_day} a day"),
            (link, "one address, from one place", f"{saved.MOST_TO_ONE_ADDRESS} a day"),
            (link, "one address, from any place", f"{saved.MOST_TO_ONE_ADDRESS} a day"),
            (link, "any address, from one place", f"{saved.MOST_FROM_ONE_PLACE} a day"),
        ]
    )


def words(answer: Any) -> str:
    """What a page says, without what the person typed into it themselves."""
    return re.sub(r"\s+", " ", read(answer).main)


class TestWhatReadsTheSame:
    """Each row of the table, and no row more."""

    @pytest.fixture
    def ways(self, commisceo: Office, case: Any, site: LazySettings) -> dict[str, dict[str, str]]:
        """What each way says of each of its kinds."""
        self.office, self.case, self.site = commisceo, case, site
        return {
            "a link to follow a complaint": self.links(),
            "a reference with the secret code, typed": self.secrets(),
            "a code by email or text message, asked for and typed wrong": self.codes(),
            "the code of a consent letter, typed": self.consents(),
            "a link to a saved complaint": self.saved(),
            "asking to be rung": self.calls(),
            "the link of a saved complaint, sent by email": self.mails(),
        }

    def test_is_in_the_table_and_does(self, ways: dict[str, dict[str, str]]) -> None:
        rows = table(PAGE, "What reads the same")
        said = {row["Way"]: set(row["These read the same"].split("; ")) for row in rows}

        assert {way: set(kinds) for way, kinds in ways.items()} == said
        assert {way: len(set(kinds.values())) for way, kinds in ways.items()} == dict.fromkeys(said, 1)
        assert all(text for kinds in ways.values() for text in kinds.values())

    def later(self, day: date) -> None:
        self.site.PUTRIGHT_CLOCK = FixedClock(at(day))

    def ended(self) -> str:
        """The secret of a complaint whose links staff have ended."""
        made = received(self.office)
        Story(self.office, made.reference).does(revoke_follow_link, "mo", MAUNDY_THURSDAY)
        return made.secret

    def links(self) -> dict[str, str]:
        said = {"one that never was": words(a_place().get(f"/follow/{LINK}"))}
        said["one that staff ended"] = words(a_place().get(f"/follow/{self.ended()}"))
        self.later(MAUNDY_THURSDAY + timedelta(days=733))
        said["one that is too old"] = words(a_place().get(f"/follow/{self.case.secret}"))
        self.later(MAUNDY_THURSDAY)
        return said

    def secrets(self) -> dict[str, str]:
        def typed(reference: str, secret: str) -> str:
            answer = a_place().post("/follow", {"reference": reference, "follow_code": secret})
            return words(answer) + str(read(answer).problems)

        ended = received(self.office)
        Story(self.office, ended.reference).does(revoke_follow_link, "mo", MAUNDY_THURSDAY)
        return {
            "no such complaint": typed(NO_CASE, self.case.secret),
            "a wrong secret": typed(self.case.reference, LINK),
            "a link that staff ended": typed(ended.reference, ended.secret),
        }

    def codes(self) -> dict[str, str]:
        def told(to: str, reference: str) -> str:
            browser = a_place()
            asked = asking(self.case, browser, to=to, reference=reference)
            page = browser.get("/follow-code/enter")
            wrong = browser.post("/follow-code/enter", {"code": "not it"})
            both = words(page) + words(wrong) + str(read(wrong).problems)
            return asked.headers["Location"] + both.replace("mobile number", "email address")

        untexted = PersonSaid(
            name="Ola",
            telephone="07700 900777",
            adjustments=(Need(adjustment=Adjustment.NO_PHONE),),
            email="o@example.org",
        )
        other = received(self.office, complainant=untexted)
        kinds = {
            "the address of the complaint": told(PAT, self.case.reference),
            "another address": told("nobody@example.org", self.case.reference),
            "no such complaint": told(PAT, NO_CASE),
        }
        for _ in range(follow_codes.MOST_AN_HOUR):
            asking(self.case, a_place())
        kinds["an address that had its most"] = told(PAT, self.case.reference)
        by_text = {told(MOBILE, self.case.reference), told(MOBILE, NO_CASE), told("07700 900777", other.reference)}
        assert len(by_text) == 1
        kinds["a person who must not be texted"] = kinds["no such complaint"]
        return kinds

    def consents(self) -> dict[str, str]:
        code, _ = codes_of_letter(a_story_for_gwen(self.office), MAUNDY_THURSDAY)

        def typed(code: str) -> str:
            answer = a_place().post("/consent", {"consent_code": code})
            return words(answer) + str(read(answer).problems)

        said = {"one that never was": typed(CODE)}
        self.later(MAUNDY_THURSDAY + timedelta(days=400))
        said["one that is too old"] = typed(code)
        self.later(MAUNDY_THURSDAY)
        return said

    def keeping(self) -> str:
        told = save_complaint(
            answers="{}", form="a form", on=MAUNDY_THURSDAY, now=at(MAUNDY_THURSDAY), means=self.office.means
        )
        return told.secret

    def saved(self) -> dict[str, str]:
        secret = self.keeping()
        said = {"one that never was": words(a_place().get(f"/complain/back/{LINK}"))}
        self.later(MAUNDY_THURSDAY + timedelta(days=29))
        said["one that is too old"] = words(a_place().get(f"/complain/back/{secret}"))
        self.later(MAUNDY_THURSDAY)
        return said

    def calls(self) -> dict[str, str]:
        def rung(number: str, form: str) -> str:
            said = {"form": form, "to": "commisceo", "full_name": "Pat", "telephone": number, "best": "morning"}
            return words(a_place().post("/call-me", said | {"message": "no"}, follow=True))

        rung(NUMBER, "one")
        self.later(WEDNESDAY)
        said = {
            "a number that asked before": rung(NUMBER, "two"),
            "a number that did not": rung("01632 960556", "three"),
        }
        self.later(MAUNDY_THURSDAY)
        return said

    def mails(self) -> dict[str, str]:
        def sends(to: str) -> str:
            """Sent six times from one place: five times it is said to go, and then no more."""
            browser = a_place()
            browser.get("/complain")
            session = browser.session
            session["saved-complaint"] = {
                "secret": self.keeping(),
                "mark": "",
                "until": "2026-04-30",
                "is_another": "no",
            }
            session.save()
            answers = [browser.post("/complain/saved", {"mail": "1", "to": to}) for _ in range(6)]
            return str([answer.status_code for answer in answers]) + str(read(answers[-1]).problems)

        sends("ida@example.org")
        return {
            "an address that others had it sent to": sends("ida@example.org"),
            "an address that nobody did": sends("ola@example.org"),
        }
