"""What does a page know of its request beyond HTTP: the moment it was made, read once?"""

from __future__ import annotations

from datetime import date, datetime

from django.http import HttpRequest

from putright.casework.actor import Actor


class PageRequest(HttpRequest):
    """A request that has passed our middleware. Only an annotation: no request is made of this class."""

    now: datetime
    today: date


class StaffRequest(PageRequest):
    """A request that has passed `access.staff`: by somebody signed in, as whom they act."""

    actor: Actor
