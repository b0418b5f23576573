"""Which pages can anybody come to? Each of them, with its mistakes, as somebody meets it who goes through them all."""

from collections.abc import Iterator
from datetime import date
from http import HTTPStatus

from django.conf import LazySettings
from django.test import Client

from putright.casework.actions.issue_follow_link import issue_follow_link
from putright.casework.actions.register import register
from putright.gateways.clock import FixedClock
from putright.web.complaining.journey import COMPLAIN
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, at
from tests.web.public.consenting import a_story_for_gwen, codes_of_letter
from tests.web.public.telling import a_telling, dated, tell_all

MUCH_LATER = date(2026, 11, 20)
# Nobody is asked anything there by a form: they are read.
STILL = (
    *("/", "/how-complaints-work", "/without-the-web", "/accessibility-statement", "/privacy", "/cookies"),
    *("/tell-us", "/tell-us/concern", "/tell-us/question", "/tell-us/compliment"),
    *(
        "/find-out",
        "/call-me",
        "/complain",
        "/complain/on-paper",
        "/follow",
        "/consent",
        "/procedures",
        "/no-such-page",
    ),
)
WAYS_THROUGH = {
    "a practice": {
        "about": {"about": "care"},
        "service": {"service": "gp"},
        "paid": {"paid": "public"},
        "home": {"home": "westminster"},
        "practice": {"practice": "home"},
        "answered": {"answered": "no"},
        "whom": {"whom": "other"},
        "since": dated("since", date(2026, 3, 16)),
    },
    "abuse": {"about": {"about": "safeguarding"}},  # the page that comes before the questions
}

Page = tuple[str, str]


def every_page(client: Client, office: Office, settings: LazySettings) -> Iterator[Page]:
    """Each page with a name that says which it is; a page that is met twice comes twice."""
    for address in (*STILL, f"/procedures/{office.code}", f"/call-me/{office.code}?by=2026-04-07", *_thanks(office)):
        yield _page(client, address, address)
    yield from _mistakes(client)
    yield from _finding(client)
    yield from _complaining(client)
    yield from _consenting(client, office)
    yield from _following(client, office, settings)


def _thanks(office: Office) -> tuple[str, ...]:
    return tuple(f"/tell-us/sent/{kind}/{office.code}" for kind in ("concern", "question", "compliment"))


def _page(client: Client, name: str, address: str) -> Page:
    return name.partition("?")[0], client.get(address).content.decode()


def _mistakes(client: Client) -> Iterator[Page]:
    for address in ("/call-me", "/follow", "/tell-us", "/tell-us/concern"):
        yield from _mistaken(client, address)


def _mistaken(client: Client, address: str) -> Iterator[Page]:
    """The page as it comes back where nothing was answered; nothing where no answer is an answer."""
    back = client.post(address, {"csrfmiddlewaretoken": ""})
    if back.status_code == HTTPStatus.UNPROCESSABLE_ENTITY:
        yield f"{address}, with mistakes", back.content.decode()


def _finding(client: Client) -> Iterator[Page]:
    for way, answers in WAYS_THROUGH.items():
        client.post("/find-out")
        address = "/find-out/about"
        while address != "/find-out/answer":
            name = address.removeprefix("/find-out/")
            yield _page(client, address, address)
            yield from _mistaken(client, address)
            if name not in answers:
                return
            address = client.post(address, answers[name]).headers["Location"]
        yield f"/find-out/answer: {way}", client.get("/find-out/answer").content.decode()


def _complaining(client: Client) -> Iterator[Page]:
    told = a_telling()
    tell_all(client, told)
    for question in COMPLAIN.questions:
        address = f"/complain/{question.name}"
        asked = client.get(address)
        if asked.status_code == HTTPStatus.OK:
            yield address, asked.content.decode()
            yield from _mistaken(client, address)
    tell_all(client, told)
    yield _page(client, "/complain/check", "/complain/check")
    client.post("/complain/check")
    yield _page(client, "/complain/sent", "/complain/sent")


def _consenting(client: Client, office: Office) -> Iterator[Page]:
    """A patient who is asked whether somebody may complain for them: each answer that they can give."""
    for answer in ("whole", "no", "unaware"):
        code, _ = codes_of_letter(a_story_for_gwen(office), MAUNDY_THURSDAY)
        client.post("/consent", {"consent_code": code})
        if answer == "whole":
            yield _page(client, "/consent/answer", "/consent/answer")
            yield from _mistaken(client, "/consent/answer")
        client.post("/consent/answer", {"answer": answer, "full_name": "Gwen Example"})
        yield f"/consent/answer: {answer}", client.get("/consent/answer").content.decode()
        if answer == "whole":
            yield _page(client, "/consent/take-back", "/consent/take-back")
            client.post("/consent/take-back", {"words": ""})
            yield "/consent/answer: taken back", client.get("/consent/answer").content.decode()
        client.post("/consent/end")
    yield "/consent/code", client.get("/consent/code/nothing").content.decode()


def _following(client: Client, office: Office, settings: LazySettings) -> Iterator[Page]:
    story: Story = a_story(office)
    story.does(register, "mo", MAUNDY_THURSDAY)
    secret = story.does(issue_follow_link, "mo", MAUNDY_THURSDAY).secret
    client.get(f"/follow/{secret}")
    yield _page(client, "/following", "/following")
    settings.PUTRIGHT_CLOCK = FixedClock(at(MUCH_LATER))
    client.get(f"/follow/{secret}")
    yield _page(client, "/following, late", "/following")
