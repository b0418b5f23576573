"""A copy of the file is begun, for somebody to have."""

from datetime import date, datetime

from putright.casework.copies import COPY_OPEN, KIND, Copy, as_text
from putright.casework.errors import ActionRefused, refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain import copies
from putright.domain.access import Actor, Deed
from putright.domain.copies import CopyFor
from putright.records.models import Document


def begin_copy(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    to: CopyFor,
    why: str,
    name: str = "",
    address: tuple[str, ...] = (),
) -> Done:
    """Begin a copy of every paper that is in the file now; `why` says by what right somebody has it.

    Whoever is not the person who complains is named, with an address. Refused while another copy is being prepared.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if copies.open_copy(hand.events):
            raise ActionRefused(COPY_OPEN)
        if not why.strip():
            raise refused("no-reason", "Say why they get a copy: what they asked for, or by what right.")
        lines = tuple(line.strip() for line in address if line.strip())
        if to is not CopyFor.PERSON and not (name.strip() and lines):
            raise refused("no-address", "Say who gets the copy, and at which address.")
        copy = Copy(
            number=copies.last_copy(hand.events) + 1,
            to=to,
            why=why.strip(),
            upto=Document.objects.filter(case=hand.case).count(),
            name="" if to is CopyFor.PERSON else name.strip(),
            address=() if to is CopyFor.PERSON else lines,
        )
        paper = hand.keep_text(KIND, f"What is taken out of copy {copy.number}", as_text(copy))
        hand.note(copies.BEGUN, facts={"copy": copy.number, "to": to.value}, papers=[paper])
    return hand.done()
