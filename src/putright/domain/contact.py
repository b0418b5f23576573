"""When may a body limit how a person contacts it: which rung comes first, who decides, and when does it end?

It is decided about a person and a body, not about a complaint, and takes nothing from any complaint: no duty, no date
and no care turns on it. The ladder is that of the Ombudsmen's guidance on behaviour that makes work very hard: speak,
warn in writing, then limit for a time, by somebody of a director's rank, with reasons and an appeal.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused
from putright.domain.periods import months_after

RULES: Final = "contact"  # procedures/office/contact.yaml
TALKED, DECIDED, LIMITED, APPEALED = "contact_talked", "contact_decided", "contact_limited", "contact_appealed"
MATCHED, UNMATCHED = "contact_matched", "contact_unmatched"

COUNTS_FOR: Final = 12  # months for which a talk or a warning is a reason for the next rung
LONGEST: Final = 6  # months for which a limit is made at once
GUIDANCE: Final = "Ombudsman guidance on challenging behaviour"
EQUALITY: Final = "Equality Act 2010 s.20 and s.149"


class Rung(StrEnum):
    """What was done about how somebody contacts a body, the gentlest first."""

    TALK = "talk"
    WARNING = "warning"
    LIMIT = "limit"
    RENEWAL = "renewal"
    END = "end"
    APPEAL = "appeal"
    APPEAL_REFUSED = "appeal-refused"


class ContactTerm(StrEnum):
    """In which ways contact can be limited; one way always stays open."""

    IN_WRITING = "in-writing"
    ONE_PERSON = "one-person"
    SET_TIMES = "set-times"
    AGREEMENT = "agreement"
    THROUGH_ADVOCATE = "through-advocate"


RUNG_WORDS: Final = {
    Rung.TALK: "Spoken to about it",
    Rung.WARNING: "Warned in writing",
    Rung.LIMIT: "Contact limited",
    Rung.RENEWAL: "Limit renewed",
    Rung.END: "Limit ended",
    Rung.APPEAL: "Asked somebody else to look at the limit",
    Rung.APPEAL_REFUSED: "Looked at by somebody else: the limit stays",
}
TERM_WORDS: Final = {
    ContactTerm.IN_WRITING: "They write to us, and calls are not taken",
    ContactTerm.ONE_PERSON: "One named person answers them",
    ContactTerm.SET_TIMES: "They ring at set times",
    ContactTerm.AGREEMENT: "They keep to an agreement about how we speak with each other",
    ContactTerm.THROUGH_ADVOCATE: "Contact goes through their advocate",
}

# What the person is told of each, before it is said exactly how.
TERM_TOLD: Final = {
    ContactTerm.IN_WRITING: "Please write to us. We will not take your calls for now.",
    ContactTerm.ONE_PERSON: "One person here will answer you. Nobody else will.",
    ContactTerm.SET_TIMES: "Please ring us only at the times that are set out below.",
    ContactTerm.AGREEMENT: "Please keep to what is set out below about how we speak with each other.",
    ContactTerm.THROUGH_ADVOCATE: "Please contact us through your advocate.",
}
_LIMITS: Final = (Rung.LIMIT, Rung.RENEWAL)
_NO_CALL_AT_ANY_TIME: Final = frozenset({ContactTerm.IN_WRITING, ContactTerm.SET_TIMES})


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactStep:
    """One step on the ladder: from which day, until which, by whom; `told_on` is the day on which its letter went.

    A talk, an appeal and an end need no letter to count: what is in the person's favour does not wait for the post.
    """

    rung: Rung
    on: date
    told_on: date | None = None
    until: date | None = None
    terms: frozenset[ContactTerm] = frozenset()
    by_id: int | None = None
    letter_waits: bool = False

    @property
    def counts_from(self) -> date | None:
        """The day from which it counts; a warning and a limit only once the person has been told in writing."""
        if self.rung in (Rung.WARNING, *_LIMITS):
            return max(self.on, self.told_on) if self.told_on else None
        return self.on

    def is_within(self, on: date) -> bool:
        """Whether it is still a reason for the next rung on a day."""
        begun = self.counts_from
        return begun is not None and begun <= on <= months_after(begun, COUNTS_FOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Everything that was done about how one person contacts one body, in its order."""

    steps: tuple[ContactStep, ...] = ()

    def limit_on(self, on: date) -> ContactStep | None:
        """The limit that holds on a day; none once its last day is over, whether or not anybody looked at it again."""
        found: ContactStep | None = None
        for step in self.steps:
            begun = step.counts_from
            if step.rung is Rung.END and step.on <= on:
                found = None
            elif step.rung in _LIMITS and begun and step.until and begun <= on <= step.until:
                found = step
        return found

    def waiting(self) -> ContactStep | None:
        """A limit that was decided and does not hold yet, because the letter that tells of it has not gone."""
        since_end = self.steps[self._after_last(Rung.END) :]
        return next((step for step in reversed(since_end) if step.rung in _LIMITS and step.letter_waits), None)

    def appeal_open(self) -> ContactStep | None:
        """An appeal that nobody has answered yet; none once the limit was ended."""
        for step in reversed(self.steps):
            if step.rung in (Rung.END, Rung.APPEAL_REFUSED):
                return None
            if step.rung is Rung.APPEAL:
                return step
        return None

    def last(self, rung: Rung, on: date) -> ContactStep | None:
        """The last talk or warning that is still a reason for the next rung on a day."""
        return next((step for step in reversed(self.steps) if step.rung is rung and step.is_within(on)), None)

    def _after_last(self, rung: Rung) -> int:
        return max((place for place, step in enumerate(self.steps, start=1) if step.rung is rung), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitSaid:
    """What a limit is to be: its ways, its last day, the latest day of the evidence for it."""

    terms: frozenset[ContactTerm]
    until: date
    evidence_on: date | None
    is_dangerous: bool = False


def why_not_warn(ladder: Ladder, *, on: date, is_dangerous: bool) -> Refused | None:
    """Why somebody is not warned in writing yet; nothing if they can be."""
    if ladder.limit_on(on) or ladder.waiting():
        return _limited_already()
    if is_dangerous or ladder.last(Rung.TALK, on):
        return None
    return Refused(
        code="talk-first",
        message="Nobody has spoken with the person about it in the last 12 months. Do that first, and write it down.",
        authority=GUIDANCE,
    )


def why_not_limit(ladder: Ladder, said: LimitSaid, *, on: date) -> Refused | None:
    """Why contact is not limited; nothing if it can be."""
    if ladder.limit_on(on) or ladder.waiting():
        return _limited_already()
    if refusal := _why_not_such(said, on=on):
        return refusal
    if said.is_dangerous:
        return None
    warning = ladder.last(Rung.WARNING, on)
    if warning is None or warning.counts_from is None:
        return Refused(
            code="warning-first",
            message="No warning has gone to the person in writing in the last 12 months. Send one, and wait what comes"
            " of it. Only where somebody is in danger can it be left out.",
            authority=GUIDANCE,
        )
    if said.evidence_on is None or said.evidence_on < warning.counts_from:
        return Refused(
            code="nothing-since-the-warning",
            message="All of it happened before the warning went. Choose an entry of what has happened since, or wait.",
            authority=GUIDANCE,
        )
    return None


def why_not_renew(ladder: Ladder, said: LimitSaid, *, on: date) -> Refused | None:
    """Why a limit is not renewed; nothing if it can be. One that has ended by itself cannot."""
    return why_nothing_to_review(ladder, on=on) or _why_not_such(said, on=on)


def why_nothing_to_review(ladder: Ladder, *, on: date) -> Refused | None:
    """Why there is no limit to renew, to end or to appeal against; nothing if there is one."""
    if ladder.limit_on(on):
        return None
    if ladder.waiting():
        return Refused(
            code="not-told-yet",
            message="The letter about the limit has not gone, so it does not hold yet. Post it, or put it aside.",
        )
    if any(step.rung in _LIMITS and step.counts_from and step.until and step.until < on for step in ladder.steps):
        return Refused(
            code="ended-by-itself",
            message="The limit has ended by itself: nobody renewed it before its last day. A new one begins with a"
            " warning again.",
        )
    return Refused(code="not-limited", message="Nothing limits how this person contacts us.")


def why_not_appeal(ladder: Ladder, *, on: date) -> Refused | None:
    """Why there is nothing to appeal against; nothing if there is."""
    if ladder.appeal_open():
        return Refused(
            code="already-appealed", message="An appeal is waiting for its answer already. Answer that one first."
        )
    return why_nothing_to_review(ladder, on=on)


def why_not_answer_appeal(ladder: Ladder, *, by_id: int, on: date) -> Refused | None:
    """Why somebody does not answer an appeal: there is none, or they decided the limit; nothing if they may."""
    if ladder.appeal_open() is None:
        return Refused(code="no-appeal", message="No appeal against a limit is waiting for its answer.")
    limit = ladder.limit_on(on)
    if limit is not None and limit.by_id == by_id:
        return Refused(
            code="own-decision",
            message="You decided the limit that is appealed against. Somebody else of that rank must answer.",
            authority=GUIDANCE,
        )
    return None


def why_not_decide(*, is_named: bool) -> Refused | None:
    """Why somebody has no say in it: one of the person's complaints is about them; nothing if none is."""
    if not is_named:
        return None
    return Refused(
        code="named-in-their-case",
        message="A complaint of this person names you, this one or another, so you decide nothing about them. Ask"
        " somebody else of that rank.",
    )


def why_not_considered(answers: Sequence[str]) -> Refused | None:
    """Why a step is not taken: a question that must be answered in words was left out; nothing if all were."""
    if all(answer.strip() for answer in answers):
        return None
    return Refused(
        code="not-considered",
        message="Write down what you considered under each question, also where the answer is that nothing is needed.",
        authority=EQUALITY,
    )


def _limited_already() -> Refused:
    return Refused(
        code="already-limited",
        message="How this person contacts us is limited already, or the letter about it waits. Look at that again.",
    )


def _why_not_such(said: LimitSaid, *, on: date) -> Refused | None:
    if not said.terms:
        return Refused(code="no-terms", message="Choose in which ways contact is limited. One at least.")
    if said.until <= on:
        return Refused(code="ends-before-it-begins", message="The last day of the limit must be still to come.")
    if said.until > months_after(on, LONGEST):
        return Refused(
            code="too-long",
            message=f"A limit lasts {LONGEST} months at most. Look at it again before then, and renew it if need be.",
        )
    return None


def can_ring_at_any_time(terms: Collection[ContactTerm]) -> bool:
    """Whether a letter may invite the person to ring: not where they write instead, or ring at set times."""
    return _NO_CALL_AT_ANY_TIME.isdisjoint(terms)
