"""What do the people of a case need, and what may therefore not go to them?"""

from collections.abc import Sequence

from putright.casework.deaths import goes_to, person_of
from putright.domain.adjustments import Need, Occasion, address_for, as_stored, from_stored, needs_for, why_not_post
from putright.domain.channels import Channel
from putright.domain.duty import Refused
from putright.records.models import Case, OutboxLetter, Person


def needs_of(person: Person) -> tuple[Need, ...]:
    """What somebody needs, by its codes."""
    return from_stored(person.adjustments)


def needs_in_words(person: Person) -> str:
    """All that somebody needs, a line each: by its codes first, then in their own words."""
    return "\n".join([*(need.words for need in needs_of(person)), *person.needs.splitlines()])


def to_keep(needs: Sequence[Need]) -> list[list[str]]:
    """Needs as a person's row keeps them."""
    return as_stored(Need(adjustment=need.adjustment, detail=need.detail.strip()) for need in needs)


def address_of(person: Person) -> tuple[str, ...]:
    """Where somebody's letters go, a line each: their home, or the address that they have named instead."""
    home = tuple(line for line in person.address.splitlines() if line)
    return address_for(needs_of(person), home)


def why_not_by_post(case: Case, name: str, channel: str) -> Refused | None:
    """Why a letter of this name does not go this way, because of where letters may not go; nothing if it may."""
    who = goes_to(name)
    if who is None or channel != Channel.LETTER:
        return None
    return why_not_post(needs_of(person_of(case, who)))


def wanted_of_a_letter(row: OutboxLetter) -> tuple[str, ...]:
    """What is to be thought of before a letter goes, in words, such as large print; its case is at hand."""
    who = goes_to(row.name)
    if who is None:
        return ()
    return tuple(need.words for need in needs_for(Occasion.LETTER, needs_of(person_of(row.case, who))))
