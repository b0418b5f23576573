"""How does a test take the second step of signing in? As an app does: from the key on the page and the time."""

from base64 import b32decode
from datetime import datetime

from django.test import Client

from putright.domain.totp import code_at, step_of
from tests.casework.offices import MAUNDY_THURSDAY, PASSWORD, Office, at
from tests.web.reading import read

TEN = at(MAUNDY_THURSDAY)


def key_on(response) -> bytes:
    """The key that the page for setting up an app shows."""
    shown = read(response).texts("//*[@class='app-code']")[0]
    return b32decode(shown.replace(" ", ""))


def code_of(key: bytes, now: datetime = TEN, off: int = 0) -> str:
    """What an app with a key shows at a moment, or so many half minutes off it."""
    return code_at(key, step_of(now) + off)


def sets_up(client: Client, now: datetime = TEN) -> tuple[bytes, list[str]]:
    """Set up an app in a browser in which somebody has just signed in; return its key and the codes for paper."""
    key = key_on(client.get("/security/authenticator"))
    response = client.post("/security/authenticator", {"code": code_of(key, now)})
    assert response.status_code == 200, read(response).problems
    return key, read(response).texts("//ol/li")


def gives_password(office: Office, who: str, **more: str) -> Client:
    """A browser in which the right password of somebody has just been given."""
    client = Client()
    response = client.post("/sign-in", {"email": office.person(who).email, "password": PASSWORD, **more})
    assert response.status_code == 302, read(response).problems
    return client
