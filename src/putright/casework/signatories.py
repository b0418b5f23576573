"""By what right does a person sign a response on a day?"""

from datetime import date

from putright.casework.appointments import in_force
from putright.domain.access import Role
from putright.domain.response import Signatory, SigningRole
from putright.records.models import Appointment, Person

_RIGHTS = {
    Role.RESPONSIBLE_PERSON: SigningRole.RESPONSIBLE_PERSON,
    Role.DELEGATE: SigningRole.DELEGATE,
    Role.STAND_IN: SigningRole.DELEGATE,
}


def signatory_of(person: Person, *, on: date) -> Signatory:
    """The person as one who signs, with the appointment that lets them; regulations 4 and 14(2)."""
    signing = in_force(on).filter(person=person, role__in=_RIGHTS).select_related("authorised_by")
    held = {Role(row.role): row for row in signing}
    for role, right in _RIGHTS.items():
        if role in held:
            return _signatory(person, held[role], right)
    return Signatory(name=person.name, post=person.post, role=SigningRole.NONE, since=on)


def _signatory(person: Person, held: Appointment, right: SigningRole) -> Signatory:
    authorised_by = held.authorised_by.name if held.authorised_by else ""
    return Signatory(
        name=person.name,
        post=person.post,
        role=right,
        since=held.from_on,
        until=held.until_on,
        authorised_by=authorised_by,
    )
