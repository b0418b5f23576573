"""What is promised to the person who complained, by when, and why by then?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.casework.follow_words import LAW_WORDS, TOLD
from putright.domain.choice_team import RULES as CHOICE_TEAM
from putright.domain.consent import RULES_UNAWARE
from putright.domain.duty import Duty, Position
from putright.domain.explain import how_it_came
from putright.domain.linked import RULES as LINKED
from putright.domain.periods import Counted
from putright.domain.plain import Words, words_of
from putright.domain.programme import Programme
from putright.domain.remedies import RULES as REMEDIES
from putright.domain.safety import RULES as SAFETY
from putright.domain.staff_told import RULES as STAFF_TOLD
from putright.domain.tasks import TASKS
from putright.domain.vocabulary import Authority, DutyState, Effect, Strength

REVIEW: Final = "review_requested"
# What the office owes itself, whose names can give something away; remedies are told on their own once they are told,
# and so is what NHS England's choice team does, which is no promise of the body's. What a patient is owed who did not
# know of the complaint is told to nobody.
NOT_TOLD: Final = frozenset({TASKS, LINKED, REMEDIES, CHOICE_TEAM, STAFF_TOLD, SAFETY, RULES_UNAWARE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """Something promised: the promise and its clause, the law beside it, by when, why, and whether the day has passed.

    `by` is the day that binds: the procedure's own, or the law's where that is earlier; `their_own_date` is the
    procedure's own where it is another.
    """

    promise: str
    clause: str
    law: str
    law_words: str
    law_by: date | None
    by: date | None
    not_before: date | None
    their_own_date: date | None
    why: tuple[str, ...]
    is_aim: bool
    is_law_alone: bool
    is_paused: bool
    is_late: bool
    yours: bool
    # What `why` tells in whole sentences, to be told in few words in another language.
    begins_on: date | None = None
    began: str = ""  # what happened on that day, where it is something that the person is told of
    counts: tuple[Counted, ...] = ()
    paused_since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """A position, and the words in which each of its procedures speaks to the person."""

    position: Position
    words: Mapping[str, Words]
    as_at: date


def promises_to_the_person(position: Position, programmes: Sequence[Programme], as_at: date) -> Promises:
    """What the person is promised on a day, told to them as “you”."""
    words = {made.name: words_of(made, told=TOLD, promises=LAW_WORDS, person="you") for made in programmes}
    return Promises(position=position, words=words, as_at=as_at)


def promised_next(promises: Promises) -> tuple[Promised, ...]:
    """What is still to be done, soonest first: the body's promises, and of the law what no promise speaks of."""
    owed = promises.position.to_do()
    spoken_of = {duty.fulfils for duty in owed if duty.authority is Authority.POLICY}
    told: list[Duty] = []
    for duty in owed:
        if duty.procedure in NOT_TOLD or duty.step == "improve":
            continue
        lawful = duty.authority is not Authority.STATUTE or (duty.step not in spoken_of and duty.step in LAW_WORDS)
        # The answer is promised once: of several days for it the soonest is told, and the law's last day beside it.
        again = any(duty.met_by == other.met_by for other in told)
        if lawful and not again and duty.effect in (Effect.BREACH, Effect.TARGET):
            told.append(duty)
    return tuple(_promised(duty, promises) for duty in told)


def promised_later(promises: Promises) -> tuple[Promised, ...]:
    """What the procedure promises further on in this stage, once something else has happened."""
    position = promises.position
    stage = max((duty.stage for duty in position.to_do() if duty.stage), default=1)
    return tuple(
        _promised(duty, promises)
        for duty in position.duties
        if duty.state is DutyState.NOT_STARTED and duty.stage in (None, stage) and duty.authority is Authority.POLICY
    )


def review_promised(promises: Promises) -> Promised | None:
    """What the body promises to a person who asks it to look again, where that can be asked for now."""
    position = promises.position
    if not position.permits(REVIEW):
        return None
    waiting = (duty for duty in position.duties if duty.authority is Authority.POLICY and REVIEW in duty.waiting_for)
    return next((_promised(duty, promises) for duty in waiting), None)


def answer_by(position: Position) -> date | None:
    """The day by which the answer is due, if there is one."""
    owed = (duty for duty in position.to_do() if "response_sent" in duty.met_by and duty.binding_on)
    return min((duty.binding_on for duty in owed if duty.binding_on), default=None)


def _promised(duty: Duty, promises: Promises) -> Promised:
    position, as_at = promises.position, promises.as_at
    by_law = duty.authority is not Authority.POLICY
    law = duty if duty.authority is Authority.STATUTE else next(_law_beside(duty, position), None)
    return Promised(
        promise=LAW_WORDS.get(duty.step, duty.promise) if by_law else duty.promise,
        clause="" if by_law else duty.cites,
        law=law.cites if law else "",
        law_words=LAW_WORDS.get(law.step, law.promise) if law else "",
        law_by=law.due_on if law else None,
        by=duty.binding_on,
        not_before=duty.not_before,
        their_own_date=duty.due_on if duty.due_on != duty.binding_on else None,
        why=how_it_came(duty, promises.words[duty.procedure], beside=position.duties),
        is_aim=duty.strength is Strength.AIM,
        is_law_alone=by_law,
        is_paused=duty.paused,
        is_late=duty.binding_on is not None and duty.binding_on < as_at and not duty.provisional,
        yours=duty.who == "complainant",
        begins_on=duty.starts_on,
        began="" if duty.rule.repeat else TOLD.get((duty.starts_because or "").removeprefix("latest "), ""),
        counts=duty.why.counts,
        paused_since=next((pause.since for pause in duty.why.pauses if pause.until is None), None),
    )


def _law_beside(duty: Duty, position: Position) -> Iterator[Duty]:
    for law in position.duties:
        same = law.met_by == duty.met_by if duty.authority is Authority.AGREEMENT else law.step == duty.fulfils
        if law.authority is Authority.STATUTE and same and law.state is not DutyState.CANCELLED:
            yield law
