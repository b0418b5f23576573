"""What does a page know of its request beyond HTTP: the moment it was made, and at which body who is acting?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.http import HttpRequest

from putright.casework.actor import Actor
from putright.casework.queries.places import Place
from putright.casework.sign_in import Account


class PageRequest(HttpRequest):
    """A request that has passed our middleware. Only an annotation: no request is made of this class."""

    now: datetime
    today: date


class OwnRequest(PageRequest):
    """A request of somebody who has signed in, in whatever role. Only an annotation."""

    user: Account


class StaffRequest(PageRequest):
    """A request of somebody who has signed in and holds a role at the body of `place`. Only an annotation."""

    place: Place
    actor: Actor
    works_elsewhere: bool
    menu_counts: Mapping[str, int]  # set by a page that knows how much waits at places of the menu
