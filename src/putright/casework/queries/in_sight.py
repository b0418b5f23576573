"""Can somebody still see a case after what they have just done?"""

from putright.domain.access import Actor
from putright.domain.references import reference_meant
from putright.records.visible_to import visible_to


def is_in_sight(actor: Actor, reference: str) -> bool:
    """Whether the actor may see the case; nothing is looked at, so no look is logged."""
    meant = reference_meant(reference)
    return meant is not None and visible_to(actor).filter(reference=meant).exists()
