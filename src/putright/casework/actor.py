"""Who acts or looks, and for which body?"""

from putright.casework.appointments import actor_of
from putright.domain.access import Actor, Role

__all__ = ["Actor", "Role", "again"]


def again(actor: Actor) -> Actor:
    """The same person on the same day with what they were given by now: what was just done may have changed it."""
    return actor_of(actor.person_id, actor.body_id, on=actor.on)
