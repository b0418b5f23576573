"""May two cases be one complaint: is it the same person, and the same matter; and may they be put together?"""

from collections.abc import Callable, Sequence
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
    NAME_LIKE_AND_BIRTH = "name-like-and-birth"
    NAME = "name"
    NAME_LIKE = "name-like"
    WORDS = "words"
    SAME_DAY = "same-day"
    SUBJECT = "subject"
    SAID_BEFORE = "said-before"


LIKENESS_WORDS: Final = {
    Likeness.NHS_NUMBER: "the same NHS number",
    Likeness.NAME_AND_BIRTH: "the same name and date of birth",
    Likeness.EMAIL: "the same email address",
    Likeness.TELEPHONE: "the same telephone number",
    Likeness.NAME_LIKE_AND_BIRTH: "nearly the same name and the same date of birth",
    Likeness.NAME: "the same name",
    Likeness.NAME_LIKE: "nearly the same name",
    Likeness.WORDS: "much the same is said",
    Likeness.SAME_DAY: "it happened on the same day",
    Likeness.SUBJECT: "it is about the same kind of thing",
    Likeness.SAID_BEFORE: "the person says that it was complained of before",
}
# How much each says; a person is taken to be the same from SURE on, a name alone only with the same matter beside it.
_WEIGHTS: Final = {
    Likeness.NHS_NUMBER: 4,
    Likeness.NAME_AND_BIRTH: 4,
    Likeness.EMAIL: 3,
    Likeness.TELEPHONE: 3,
    Likeness.NAME_LIKE_AND_BIRTH: 3,
    Likeness.NAME: 1,
    Likeness.NAME_LIKE: 1,
    Likeness.WORDS: 2,
    Likeness.SAME_DAY: 2,
    Likeness.SUBJECT: 1,
    Likeness.SAID_BEFORE: 2,
}
_SURE: Final = 3
# What says more, and what it says already.
_COVERS: Final = (
    (Likeness.NAME_AND_BIRTH, Likeness.NAME),
    (Likeness.NAME_AND_BIRTH, Likeness.NAME_LIKE),
    (Likeness.NAME_AND_BIRTH, Likeness.NAME_LIKE_AND_BIRTH),
    (Likeness.NAME_LIKE_AND_BIRTH, Likeness.NAME_LIKE),
    (Likeness.NAME, Likeness.NAME_LIKE),
)
_TIES: Final = ("linked", "merged", "taken_in", "split_off", "split_from", "split_taken_back")
# Of 100: “Jon Smyth” and “John Smith” are nearly the same name; so much of what is said must be said in both.
NEARLY_THE_SAME: Final = 80
MUCH_THE_SAME: Final = 80
FEWEST_WORDS: Final = 8  # of each: a few words are alike by chance


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
    """What is known of a case: its people, when it happened, what it is about, in which words, and whether the person
    said that it was complained of before.
    """

    people: tuple[Known, ...]
    occurred_on: date | None = None
    subjects: frozenset[str] = frozenset()
    words: str = ""
    said_before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """How near two names, and two tellings, are to each other, from 0 to 100: measured by whoever asks."""

    names: Callable[[str, str], int]
    words: Callable[[str, str], int]


def likenesses(one: Told, other: Told, nearness: Nearness) -> tuple[Likeness, ...]:
    """What two cases have in common, if they may be one complaint; nothing if they hardly can.

    A name alone is many people's: it counts where what happened, or what is said of it, is the same as well, or where
    the person says that it was complained of before.
    """
    found = {each for mine in one.people for theirs in other.people for each in _of_people(mine, theirs, nearness)}
    for says_more, says_less in _COVERS:
        if says_more in found:
            found.discard(says_less)
    if not found:
        return ()
    if _say_much_the_same(one.words, other.words, nearness):
        found.add(Likeness.WORDS)
    if one.occurred_on is not None and one.occurred_on == other.occurred_on:
        found.add(Likeness.SAME_DAY)
    if one.subjects & other.subjects:
        found.add(Likeness.SUBJECT)
    if one.said_before or other.said_before:
        found.add(Likeness.SAID_BEFORE)
    if sum(_WEIGHTS[each] for each in found) < _SURE:
        return ()
    return tuple(each for each in Likeness if each in found)


def weight_of(found: Sequence[Likeness]) -> int:
    """How much likenesses say together, to put the likeliest first."""
    return sum(_WEIGHTS[each] for each in found)


OTHER_NOT_OPEN: Final = (
    "The other case is not open, so this one is not put together with it. Link the two. What was investigated there may"
    " be left out here; what is new is looked into."
)


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
        return Refused(code="other-case-not-open", message=OTHER_NOT_OPEN)
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


def _say_much_the_same(one: str, other: str, nearness: Nearness) -> bool:
    is_long_enough = min(len(set(one.split())), len(set(other.split()))) >= FEWEST_WORDS
    return is_long_enough and nearness.words(one, other) >= MUCH_THE_SAME


def _are_near(one: Known, other: Known, nearness: Nearness) -> bool:
    mine, theirs = (" ".join(sorted(known.name)) for known in (one, other))
    return nearness.names(mine, theirs) >= NEARLY_THE_SAME


def _of_people(one: Known, other: Known, nearness: Nearness) -> set[Likeness]:
    found: set[Likeness] = set()
    if one.nhs_number and one.nhs_number == other.nhs_number:
        found.add(Likeness.NHS_NUMBER)
    if one.email and one.email == other.email:
        found.add(Likeness.EMAIL)
    if one.telephone and one.telephone == other.telephone:
        found.add(Likeness.TELEPHONE)
    is_near = bool(one.name and other.name) and _are_near(one, other, nearness)
    if one.name and one.name == other.name:
        found.add(Likeness.NAME)
    elif is_near:
        found.add(Likeness.NAME_LIKE)
    is_born_alike = one.born_on is not None and one.born_on == other.born_on
    if is_born_alike and one.name & other.name:
        found.add(Likeness.NAME_AND_BIRTH)
    elif is_born_alike and is_near:
        found.add(Likeness.NAME_LIKE_AND_BIRTH)
    return found
