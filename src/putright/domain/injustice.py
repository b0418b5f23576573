"""What is a finding on an issue, how severe is an injustice, and does an outcome follow from what was found?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from putright.domain.duty import Refused
from putright.domain.issues import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a scale: what it is like, and the pounds that go with it where there are any."""

    level: int
    words: str
    least: int | None
    most: int | None
    is_certain: bool

    @property
    def pounds(self) -> str:
        """The amounts as they are written.

        >>> Level(level=3, words="Moderate", least=500, most=950, is_certain=True).pounds
        '£500 to £950'
        """
        if self.least is None:
            return "no payment"
        return f"£{self.least:,} to £{self.most:,}" if self.most is not None else f"£{self.least:,} or more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A scale of injustice as somebody published it, and when it was last checked."""

    version: str
    title: str
    source: str
    checked_on: date
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingSaid:
    """What was found on an issue: by which standard, by which evidence, whether it fell short, and what that did."""

    should: str
    happened: str
    fell_short: bool
    impact: str = ""
    severity: int | None = None


def why_not_found(said: FindingSaid, levels: Collection[int]) -> Refused | None:
    """Why this is no finding yet: NHS Complaint Standards; nothing if it is one."""
    standards = "NHS Complaint Standards: being thorough and fair"
    if not said.should.strip():
        message = "Say what should have happened, and by which standard: a guideline, a policy, a law, good practice."
        return Refused(code="no-standard", message=message, authority=standards)
    if not said.happened.strip():
        message = "Say what did happen, and what shows it: the notes, a statement, the person’s own account."
        return Refused(code="no-account", message=message, authority=standards)
    if not said.fell_short:
        if said.severity is None:
            return None
        message = "Nothing fell short, so there is no injustice to weigh. Take the level away, or say what fell short."
        return Refused(code="severity-without-a-failing", message=message, authority=standards)
    if not said.impact.strip():
        message = "Say what the failing meant for the person. If nothing, say so and why."
        return Refused(code="no-impact", message=message, authority=standards)
    if said.severity not in levels:
        message = "Choose how severe the injustice is, by the scale."
        return Refused(code="no-severity", message=message, authority=standards)
    return None


def why_not_outcome(outcome: Outcome, *, was_investigated: bool, fell_short: bool | None) -> Refused | None:
    """Why an issue may not have this outcome yet; `fell_short` is what was found on it, or nothing if nothing was.

    Where there was an investigation each issue needs a finding first; early resolution needs none.
    """
    if fell_short is None:
        if not was_investigated:
            return None
        message = "First record what was found on this issue: what should have happened, what did, and what it meant."
        return Refused(code="no-finding", message=message, authority="NHS Complaint Standards: being thorough and fair")
    if not fell_short and outcome is not Outcome.NOT_UPHELD:
        message = "What was found is that nothing fell short, so the issue is not upheld. Change the one or the other."
        return Refused(code="contradicts-the-finding", message=message)
    return None
