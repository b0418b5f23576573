"""Whoever follows a complaint says that their address or telephone number is another now."""

from dataclasses import dataclass
from datetime import date, datetime

from putright.casework.by_link import by_link
from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done
from putright.casework.reach import change_reach


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSaid:
    """How the person is to be reached from now on; what is left empty stays as it is."""

    telephone: str = ""
    address: tuple[str, ...] = ()

    @property
    def values(self) -> dict[str, str]:
        """What was given, as it is kept."""
        address = "\n".join(line.strip() for line in self.address if line.strip())
        given = {"telephone": self.telephone.strip(), "address": address}
        return {field: value for field, value in given.items() if value}


def change_contact(*, link: int, said: ContactSaid, on: date, now: datetime, means: Means | None = None) -> Done:
    """Change the telephone number and the address at once; whoever has the email address until now is told of it.

    What stood before is kept on the file, and somebody sees to what waits with it. By the link that was opened; raises
    NotFound where it opens nothing, and ActionRefused where it has ended or nothing is new.
    """
    with by_link(link, on=on, now=now, means=means) as hand:
        person = hand.case.complainant
        changed = {field: value for field, value in said.values.items() if getattr(person, field) != value}
        if not changed:
            raise refused("nothing-changed", "We have these details already, so there is nothing to change.")
        change_reach(hand, changed, to=person.email)
    return hand.done()
