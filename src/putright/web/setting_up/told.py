"""How do the answers of the setting up become an organisation and its first people?"""

from __future__ import annotations

from collections.abc import Mapping

# What Django's forms clean is untyped, hence Any.
from typing import Any

from putright.casework.actions.set_up_body import BodySaid, StaffSaid

Answered = Mapping[str, Any]


def people_told(answered: Answered, password: str) -> tuple[StaffSaid, StaffSaid]:
    """The administrator and the responsible person, who may be one."""
    administrator = StaffSaid(name=answered["name"], post=answered["post"], email=answered["email"], password=password)
    if answered["who"] != "another":
        return administrator, administrator
    return administrator, StaffSaid(
        name=answered["responsible_name"],
        post=answered["responsible_post"],
        email=answered["responsible_email"],
    )


def body_told(answered: Answered) -> BodySaid:
    """The organisation."""
    return BodySaid(
        name=answered["body_name"],
        kind=answered["kind"],
        area=answered["area"],
        address=tuple(line for line in answered["address"].split("\n") if line.strip()),
        telephone=answered["body_telephone"],
        email=answered["body_email"],
        website=answered["website"],
    )


def responsible_name(answered: Answered) -> str:
    """The name of the responsible person."""
    return str(answered["responsible_name"] if answered["who"] == "another" else answered["name"])
