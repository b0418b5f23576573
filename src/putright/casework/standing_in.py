"""Who may take a case as an outside stand-in of their own accord?"""

from putright.domain.access import Actor, Role
from putright.domain.duty import Refused


def why_not_a_stand_in(actor: Actor) -> Refused | None:
    """Why the actor takes no case in the place of the responsible person; nothing if they stand in for them today."""
    if Role.STAND_IN in actor.roles:
        return None
    return Refused(
        code="not-a-stand-in",
        message="Only somebody whom the responsible person has let stand in takes such a case. Ask them whom they"
        " authorise.",
        authority="SI 2009/309 reg 4(2)",
    )
