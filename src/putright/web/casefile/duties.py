"""How is something that is owed put on a page: the promise, its dates and the one that binds, what would meet it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Final

from putright.casework.queries.duties_shown import DutyShown
from putright.casework.queries.letters_shown import LetterShown
from putright.casework.queries.what_can_be_done import Possible
from putright.domain.duty import Refused
from putright.domain.improvements import MADE
from putright.domain.improvements import RULES as IMPROVEMENTS
from putright.domain.plain import in_plain
from putright.domain.vocabulary import Authority, DutyState, Strength
from putright.web.acts.every import ACTS
from putright.web.addresses import address
from putright.web.components import Tag, duty_tag
from putright.web.components.due import near_tag

# What is done about a thing in the file, to which its button leads.
_POINTS: Final = (
    *("record_statement", "keep_promise", "judge_breach", "follow_up_breach", "give_remedy"),
    *("follow_up_process", "review_hold", "lift_hold"),
    *("answer_ombudsman", "comply_with_ombudsman", "review_safety_flag", "answer_choice_team"),
    "read_from_page",
)
NOTHING_SAID: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A date of a duty: which paper gives it, the date, and whether it is the one that binds, or may still change."""

    source: str
    on: date | None
    binds: bool
    is_provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A button: what it says, and the page of the action."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyCard:
    """One duty that is still to be done."""

    number: int
    promise: str
    tag: Tag
    who: str
    dates: tuple[DateLine, ...]
    has_date: bool
    why: tuple[str, ...]
    why_by_law: tuple[str, ...]
    letter: str
    step: Step | None
    other: Step | None  # what would meet it too
    cannot: Refused | None
    said: str = ""  # what exactly was promised, where no document says it


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLine:
    """One duty of a case, done or not, in a line."""

    promise: str
    source: str
    tag: Tag
    due_on: date | None
    done_on: date | None
    waits_for: str


def duty_lines(shown: tuple[DutyShown, ...]) -> tuple[DutyLine, ...]:
    """Every duty that is not to be done now: done, missed, no longer needed, or not begun."""
    return tuple(_line(one) for one in shown if not one.duty.is_to_do)


def duty_cards(
    shown: tuple[DutyShown, ...], reference: str, today: date, *, promised: Mapping[str, str] = NOTHING_SAID
) -> tuple[DutyCard, ...]:
    """A card for each duty, in their order; `promised` are the words of what was promised in passing."""
    cards = ((one, _card(number, one, reference, today)) for number, one in enumerate(shown, start=1))
    return tuple(replace(card, said=promised.get(one.duty.about or "", "")) for one, card in cards)


def step_to(reference: str, action: str, words: str, number: int | None = None) -> Step | None:
    """The button to the page of an action, by its name in casework; nothing where it has no page."""
    act = ACTS.get(action.replace("_", "-"))
    if act is None:
        return None
    parts: tuple[object, ...] = (reference, act.address) if number is None else (reference, act.address, number)
    return Step(text=words, href=address("act" if number is None else "act-on", *parts))


def _line(shown: DutyShown) -> DutyLine:
    duty = shown.duty
    waits = ", ".join(in_plain(wait) for wait in duty.waiting_for) if duty.state is DutyState.NOT_STARTED else ""
    return DutyLine(
        promise=duty.promise,
        source=_whose(shown),
        tag=duty_tag(duty.state, binding_on=duty.binding_on, today=date.min),
        due_on=duty.binding_on or duty.due_on,
        done_on=duty.done_on,
        waits_for=waits,
    )


def _whose(shown: DutyShown) -> str:
    if shown.duty.authority is Authority.CODE:
        return shown.duty.cites or shown.source
    whose = "The law" if shown.duty.authority is Authority.STATUTE else "Our procedure"
    return f"{whose}, {shown.duty.cites}" if shown.duty.cites else whose


def _card(number: int, shown: DutyShown, reference: str, today: date) -> DutyCard:
    duty, refusal = shown.duty, shown.action.refusal if shown.action else None
    return DutyCard(
        number=number,
        promise=duty.promise,
        tag=_tag(shown, today),
        who=shown.who,
        dates=_dates(shown),
        has_date=duty.binding_on is not None,
        why=shown.why,
        why_by_law=shown.why_by_law,
        letter=_letter_waits(shown.letter) if shown.letter else "",
        step=_step(shown, reference),
        other=None if shown.letter else _step_for(shown, shown.other, reference),
        cannot=None if shown.letter else refusal,
    )


def _letter_waits(letter: LetterShown) -> str:
    if not letter.by_email:
        return f"“{letter.title}” is written and waits to be posted."
    if letter.trouble:
        return f"“{letter.title}” could not be sent by email yet, and is tried again."
    return f"“{letter.title}” is written and goes by email in the next minutes."


def _tag(shown: DutyShown, today: date) -> Tag:
    duty = shown.duty
    if duty.paused or duty.binding_on is None:
        return duty_tag(duty.state, binding_on=duty.binding_on, today=today, paused=duty.paused)
    return near_tag(shown.working_days, is_overdue=duty.binding_on < today)


def _dates(shown: DutyShown) -> tuple[DateLine, ...]:
    """The duty's own date, then the law's: the one that binds is marked where there are two."""
    duty, law = shown.duty, shown.law
    aim = " (an aim)" if duty.strength is Strength.AIM else ""
    own = DateLine(source=f"{_whose(shown)}{aim}", on=duty.due_on, binds=False, is_provisional=duty.provisional)
    if law is not None:
        second = DateLine(source=f"The law, {law.cites}", on=law.due_on, binds=False)
    elif duty.binding_on and duty.binding_on != duty.due_on:
        second = DateLine(source=duty.binding_authority, on=duty.binding_on, binds=False)
    else:
        return (own,)
    own_binds = duty.binding_on is not None and duty.binding_on == own.on
    return (
        replace(own, binds=own_binds),
        replace(second, binds=not own_binds and second.on == duty.binding_on),
    )


def _step(shown: DutyShown, reference: str) -> Step | None:
    if shown.letter is not None and shown.letter.by_email:
        return None  # it goes by itself
    if shown.letter is not None:
        return step_to(reference, "post_letter", "Mark the letter as posted", shown.letter.number)
    if shown.duty.procedure == IMPROVEMENTS and MADE in shown.duty.met_by:
        # It is ended where those who may not see the case end it too.
        return Step(text="See the improvements", href=address("improvements"))
    return _step_for(shown, shown.action, reference)


def _step_for(shown: DutyShown, action: Possible | None, reference: str) -> Step | None:
    if action is None or not action.is_allowed:
        return None
    points = action.action in _POINTS
    about = int(shown.duty.about) if points and shown.duty.about else None
    return step_to(reference, action.action, action.words, about)
