"""How does somebody at a desk do something on a case? They open its page, answer, read the letter, and send."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import LazySettings
from django.test import Client

from putright.gateways.clock import FixedClock
from putright.records.models import Account
from tests.casework.offices import Office, at
from tests.web.reading import Read, read


class Browser(Client):
    """Where somebody of an office has signed in, and signs in again when they come back after days."""

    account: Account

    def signs_in(self, account: Account) -> None:
        """Let somebody be signed in, as after their password and second step."""
        self.account = account
        self.force_login(account)

    def comes_to(self, address: str) -> Any:
        """Open a page, signing in first where the last visit was too long ago."""
        response = self.get(address)
        if response.status_code == 302 and response.headers["Location"].startswith("/sign-in"):
            self.signs_in(self.account)
            response = self.get(address)
        return response


@dataclass
class Desk:
    """The pages of one case as somebody of the office uses them, on a day."""

    client: Browser
    reference: str

    def address(self, action: str, number: int | None = None) -> str:
        """The address of the page of an action."""
        return f"/cases/{self.reference}/{action}" + (f"/{number}" if number is not None else "")

    def opens(self, action: str, number: int | None = None) -> Read:
        """Open the page of an action, which must be open."""
        response = self.client.comes_to(self.address(action, number))
        assert response.status_code == 200, read(response).main
        return read(response)

    def answers(self, action: str, number: int | None = None, **typed: Any) -> Any:
        """Send the form with what stands in it and what is typed besides; return the response."""
        form = filled(self.opens(action, number))
        return self.client.post(self.address(action, number), form | spread(typed))

    def does(self, action: str, number: int | None = None, **typed: Any) -> str:
        """Do something, reading its letter on the way if it writes one; return the sentence that follows."""
        response = self.answers(action, number, **typed)
        if response.status_code == 200:
            response = self.client.post(self.address(action, number), filled(read(response)) | {"step": "send"})
        assert response.status_code == 302, read(response).main
        page = read(self.client.get(response.headers["Location"]))
        return page.texts("//p[contains(@class, 'nhsuk-notification-banner__heading')]")[0]

    @property
    def page(self) -> Read:
        """The page of the case."""
        return read(self.client.comes_to(f"/cases/{self.reference}"))


def filled(page: Read) -> dict[str, Any]:
    """What the main form of a page would send as it stands."""
    form = page.tree.xpath("//main//form")[0]
    return {name: form.fields[name] for name in form.fields if name and form.fields[name] not in (None, "")}


def spread(typed: dict[str, Any]) -> dict[str, Any]:
    """Answers as a browser sends them: a date in three boxes."""
    sent: dict[str, Any] = {}
    for name, value in typed.items():
        if isinstance(value, date):
            sent |= {f"{name}-day": str(value.day), f"{name}-month": str(value.month), f"{name}-year": str(value.year)}
        else:
            sent[name] = value
    return sent


def it_is(settings: LazySettings, day: date) -> None:
    """Let it be ten in the morning of a day."""
    settings.PUTRIGHT_CLOCK = FixedClock(at(day))


__all__ = ["Browser", "Desk", "Office", "filled", "it_is", "spread"]
