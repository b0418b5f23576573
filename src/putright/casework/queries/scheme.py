"""Does an organisation serve the Special Allocation Scheme, so that people may take an appeal there for a complaint?"""

from datetime import date
from typing import Final

from putright.domain.access import Actor
from putright.domain.directory import standing
from putright.gateways.directory_files import directory
from putright.records.models import Body

_SERVICE: Final = "special-allocation"


def serves_the_scheme(code: str, on: date) -> bool:
    """Whether the register names the body as a provider of the scheme on a day."""
    rows = (row for row in directory().coverage if row.body == code and row.service == _SERVICE)
    return bool(standing(rows, on))


def our_scheme(actor: Actor, on: date) -> bool:
    """Whether the body for which somebody acts is one."""
    return serves_the_scheme(Body.objects.values_list("code", flat=True).get(pk=actor.body_id), on)
