"""What may somebody do on the case of a person who named them as their advocate, and until when?

An advocate is the person's, not the body's: they hold no role there, see what the person sees, and nothing that they
write is sent before the person has said yes (docs/rules/advocates.md).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Refused

NAMED, ENDED, COMES = "advocate_named", "advocate_ended", "advocate_comes"
MOST_AT_ONCE: Final = 3
MOST_NAMED_IN_A_DAY: Final = 5  # each is an email to somebody whom only the person knows


class Help(StrEnum):
    """What a person lets their advocate do, each said by itself."""

    READ = "read"
    WRITE = "write"
    MEET = "meet"
    OMBUDSMAN = "ombudsman"


class EndedBy(StrEnum):
    """On whose word an advocate stopped."""

    PERSON = "person"
    ADVOCATE = "advocate"


# In words that go on from "They may ..." to the person, and from "You may ..." to the advocate.
HELP_WORDS: Final = {
    Help.READ: "read this page",
    Help.WRITE: "write drafts",
    Help.MEET: "come to meetings",
    Help.OMBUDSMAN: "take the complaint to the Ombudsman",
}
# Nobody can write for a person, or bring their papers to the Ombudsman, who may not read what the matter is.
_NEED_TO_READ: Final = frozenset({Help.WRITE, Help.OMBUDSMAN})

NOTHING_ALLOWED: Final = Refused(code="no-help-chosen", message="Choose what your advocate may do.")
MUST_READ: Final = Refused(
    code="must-read",
    message="To write for you, or to go to the Ombudsman, your advocate must be able to read this page. Choose that"
    " too.",
)
ENDS_BEFORE_TODAY: Final = Refused(code="ends-before-today", message="The last day must be today or later.")
NAMED_ALREADY: Final = Refused(
    code="named-already",
    message="You have named somebody with this email address. To change what they may do, end that first.",
)
TOO_MANY: Final = Refused(
    code="too-many-advocates",
    message="You have named three people. Before you name somebody else, end one of them.",
)
TOO_OFTEN: Final = Refused(
    code="named-too-often", message="You have named five people since yesterday. Wait a day, or ask us to help."
)
WORKS_HERE: Final = Refused(
    code="works-for-the-body",
    message="You work for the organisation that this complaint is to, so you cannot be the person’s advocate in it.",
)
NO_MEETING_AHEAD: Final = Refused(
    code="no-meeting-ahead", message="No meeting is agreed that is still to come. Look at the complaint’s page again."
)
NOT_NAMED: Final = Refused(code="no-advocate", message="No advocate is named on this case.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """That a person named somebody: what they may do, its days, both included, and whether it was ended or taken up."""

    helps: frozenset[Help]
    from_on: date
    until_on: date | None = None
    taken_up: bool = True
    ended: bool = False
    works_there: bool = False  # the advocate works for the body: since they were named, or it would not stand

    def stands(self, on: date) -> bool:
        """Whether it counts on a day, whether or not the advocate has come yet."""
        return not self.ended and self.from_on <= on and (self.until_on is None or on <= self.until_on)

    def is_there(self, on: date) -> bool:
        """Whether the case is there for the advocate on a day."""
        return self.taken_up and not self.works_there and self.stands(on)

    def lets(self, what: Help, on: date) -> bool:
        """Whether the advocate, for whom the case is there, may do something on a day."""
        return self.is_there(on) and what in self.helps


def helps_in_words(helps: Collection[Help]) -> str:
    """What an advocate may do, to go on from "may".

    >>> helps_in_words({Help.MEET, Help.READ, Help.WRITE})
    'read this page, write drafts and come to meetings'
    """
    words = [HELP_WORDS[each] for each in Help if each in helps]
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def why_not_named(
    helps: Collection[Help], *, until_on: date | None, on: date, standing: Collection[str], email: str, lately: int
) -> Refused | None:
    """Why somebody cannot be named; nothing if they can.

    `standing` are the addresses of those who are named now, and `lately` how many were named since this time yesterday.
    """
    if not helps:
        return NOTHING_ALLOWED
    if Help.READ not in helps and not _NEED_TO_READ.isdisjoint(helps):
        return MUST_READ
    if until_on is not None and until_on < on:
        return ENDS_BEFORE_TODAY
    if email and email in standing:
        return NAMED_ALREADY
    if len(standing) >= MOST_AT_ONCE:
        return TOO_MANY
    return TOO_OFTEN if lately >= MOST_NAMED_IN_A_DAY else None


def ever_named(events: Collection[Event]) -> bool:
    """Whether anybody was ever named on a case: where nobody was, nobody need be looked for."""
    return any(event.event == NAMED for event in events)


def named_still(events: Collection[Event], on: date) -> bool:
    """Whether somebody is named on a day, by the entries of a case that are in force then."""
    ended = {event.about for event in events if event.event == ENDED}
    named = (event for event in events if event.event == NAMED and event.id not in ended)
    return any(not isinstance(last, date) or last >= on for last in (event.facts.get("until") for event in named))


def comes_to(events: Sequence[Event], naming: int, meeting: date) -> bool | None:
    """Whether an advocate said that they come to the meeting of a day, by the last they said; nothing if they did not.

    `naming` is the number of the entry that names them. What they said of a meeting that was moved does not count.
    """
    said = (event for event in in_force(events) if event.event == COMES and event.about == str(naming))
    last = [event.facts.get("comes") for event in said if event.facts.get("meeting") == meeting]
    return bool(last[-1]) if last else None
