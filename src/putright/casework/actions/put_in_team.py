"""Somebody shares their work with a team from now on, or with none."""

from django.db import transaction

from putright.casework.errors import refuse, refused
from putright.casework.own_alone import staff_member
from putright.domain.access import Actor, Deed, why_not_here

LONGEST_TEAM = 80  # characters


def put_in_team(*, actor: Actor, person: int, team: str) -> None:
    """Put a member of staff in a team by its name, which need not be there yet; in none with an empty one.

    A team opens no case: it is only by whose work lists are narrowed.
    """
    refuse(why_not_here(actor, Deed.ADMINISTER))
    name = " ".join(team.split())
    if len(name) > LONGEST_TEAM:
        raise refused("too-long", f"The name of a team has up to {LONGEST_TEAM} characters.")
    with transaction.atomic(durable=True):
        row = staff_member(actor, person)
        if row.team == name:
            raise refused("already-in-the-team", "They are in this team already.")
        row.team = name
        row.save(update_fields=["team"])
