"""May two cases be one complaint: is it the same person, and the same matter; and may they be put together?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Refused
from putright.domain.periods import in_words
from putright.domain.vocabulary import CaseStatus


class Likeness(StrEnum):
    """What two cases have in common."""

    NHS_NUMBER = "nhs-number"
    NAME_AND_BIRTH = "name-and-birth"
    EMAIL = "email"
    TELEPHONE = "telephone"
    NAME = "name"
    SAME_DAY = "same-day"
    SUBJECT = "subject"


LIKENESS_WORDS: Final = {
    Likeness.NHS_NUMBER: "the same NHS number",
    Likeness.NAME_AND_BIRTH: "the same name and date of birth",
    Likeness.EMAIL: "the same email address",
    Likeness.TELEPHONE: "the same telephone number",
    Likeness.NAME: "the same name",
    Likeness.SAME_DAY: "it happened on the same day",
    Likeness.SUBJECT: "it is about the same kind of thing",
}
# How much each says; a person is taken to be the same from SURE on, a name alone only with the same matter beside it.
_WEIGHTS: Final = {
    Likeness.NHS_NUMBER: 4,
    Likeness.NAME_AND_BIRTH: 4,
    Likeness.EMAIL: 3,
    Likeness.TELEPHONE: 3,
    Likeness.NAME: 1,
    Likeness.SAME_DAY: 2,
    Likeness.SUBJECT: 1,
}
_SURE: Final = 3
_TIES: Final = ("linked", "merged", "taken_in", "split_off", "split_from", "split_taken_back")
_OF_THE_PERSON: Final = (
    Likeness.NHS_NUMBER,
    Likeness.NAME_AND_BIRTH,
    Likeness.EMAIL,
    Likeness.TELEPHONE,
    Likeness.NAME,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of one person of a case, in the form in which it is looked up."""

    name: frozenset[str]
    born_on: date | None = None
    nhs_number: str = ""
    email: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is known of a case: its people, when it happened, and what it is about."""

    people: tuple[Known, ...]
    occurred_on: date | None = None
    subjects: frozenset[str] = frozenset()


def likenesses(one: Told, other: Told) -> tuple[Likeness, ...]:
    """What two cases have in common, if they may be one complaint; nothing if they hardly can.

    A name alone is many people's: it counts where what happened is the same as well.
    """
    found = {each for mine in one.people for theirs in other.people for each in _of_people(mine, theirs)}
    if Likeness.NAME_AND_BIRTH in found:
        found.discard(Likeness.NAME)
    if not found:
        return ()
    if one.occurred_on is not None and one.occurred_on == other.occurred_on:
        found.add(Likeness.SAME_DAY)
    if one.subjects & other.subjects:
        found.add(Likeness.SUBJECT)
    if sum(_WEIGHTS[each] for each in found) < _SURE:
        return ()
    return tuple(each for each in Likeness if each in found)


def weight_of(found: Sequence[Likeness]) -> int:
    """How much likenesses say together, to put the likeliest first."""
    return sum(_WEIGHTS[each] for each in found)


def why_not_put_together(
    *, received_on: date, status: CaseStatus, other_received_on: date, other_status: CaseStatus
) -> Refused | None:
    """Why a case cannot be put together with another that goes on; nothing if it can.

    The one received first goes on, so that no date of the law gets later.
    """
    if other_received_on > received_on:
        message = (
            f"The other case was received later, on {in_words(other_received_on)}. Put that one together with this one,"
            " so that the dates count from the earlier day."
        )
        return Refused(code="received-later", message=message, authority="SI 2009/309 reg 13(3) and 14(3)")
    if other_status is not CaseStatus.OPEN:
        return Refused(code="other-case-not-open", message="The other case is not open. Link the two cases instead.")
    if status is not CaseStatus.OPEN:
        return Refused(code="case-not-open", message="This case is not open. Link the two cases instead.")
    return None


def links_of(events: Sequence[Event]) -> dict[str, str]:
    """The other cases that a file names, each with the event that ties it now, such as linked, merged or split_off."""
    found: dict[str, str] = {}
    for event in in_force(events):
        other = str(event.facts.get("case", ""))
        if event.event in _TIES:
            found[other] = event.event
        elif event.event == "unlinked":
            found.pop(other, None)
    return found


def _of_people(one: Known, other: Known) -> set[Likeness]:
    found: set[Likeness] = set()
    if one.nhs_number and one.nhs_number == other.nhs_number:
        found.add(Likeness.NHS_NUMBER)
    if one.email and one.email == other.email:
        found.add(Likeness.EMAIL)
    if one.telephone and one.telephone == other.telephone:
        found.add(Likeness.TELEPHONE)
    if one.name and one.name == other.name:
        found.add(Likeness.NAME)
    is_born_alike = one.born_on is not None and one.born_on == other.born_on
    if is_born_alike and one.name & other.name:
        found.add(Likeness.NAME_AND_BIRTH)
    return found
