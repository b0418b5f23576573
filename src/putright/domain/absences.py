"""May somebody be recorded as away, with this person there in their place?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from putright.domain.duty import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """That somebody is away, both days included, and who is there in their place; no last day while nobody knows it."""

    person_id: int
    cover_id: int
    from_on: date
    until_on: date | None = None

    def overlaps(self, other: "Away") -> bool:
        """Whether the two last on some day together."""
        return (self.until_on is None or other.from_on <= self.until_on) and (
            other.until_on is None or self.from_on <= other.until_on
        )


def why_not_away(said: Away, known: Iterable[Away], *, may_have_cases: bool) -> Refused | None:
    """Why an absence cannot be so; nothing if it can.

    `known` are the absences at the body that are not over; `may_have_cases` whether the cover's role lets them have
    cases.
    """
    if said.until_on is not None and said.until_on < said.from_on:
        return Refused(code="ends-before-it-begins", message="The last day is before the first. Give a later last day.")
    if said.cover_id == said.person_id:
        return Refused(code="covers-for-themselves", message="Choose somebody else to be there in their place.")
    if not may_have_cases:
        message = "Choose somebody whose role lets them have cases: only they can do what has to be done."
        return Refused(code="not-a-handler", message=message)
    for other in known:
        if not other.overlaps(said):
            continue
        if other.person_id == said.person_id:
            message = "They are away on some of these days already. End that absence first, or give other days."
            return Refused(code="already-away", message=message)
        if other.person_id == said.cover_id:
            message = "Whoever is to be there is away themselves on some of these days. Choose somebody else."
            return Refused(code="cover-away", message=message)
        if other.cover_id == said.person_id:
            message = (
                "They are there for somebody else who is away on some of these days. Find somebody else for that first."
            )
            return Refused(code="covers-for-another", message=message)
    return None
