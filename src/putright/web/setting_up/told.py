"""How do the answers of the setting up become the first people of an organisation?"""

from __future__ import annotations

from collections.abc import Mapping

# What Django's forms clean is untyped, hence Any.
from typing import Any

from putright.casework.actions.set_up_body import StaffSaid

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


def responsible_name(answered: Answered) -> str:
    """The name of the responsible person."""
    return str(answered["responsible_name"] if answered["who"] == "another" else answered["name"])
