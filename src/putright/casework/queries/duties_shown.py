"""What is owed on a case, with who does it, which action does it, and what the law says beside the procedure?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.casework.facts_of import calendar_of
from putright.casework.queries.letters_shown import LetterShown
from putright.casework.queries.what_can_be_done import Possible
from putright.domain.duty import Duty
from putright.domain.explain import how_it_came
from putright.domain.plain import Words, words_of
from putright.domain.procedure import Procedure
from putright.domain.programme import Programme
from putright.domain.vocabulary import Authority
from putright.domain.working_days import CalendarEnds

COMPLAINANT: Final = "complainant"
_COMPLAINANT_WORDS: Final = "The person who complained"
NEITHER: Final = (None, None)
# What ends a duty because somebody decides otherwise: it comes after what the body does to meet it.
_LAST: Final = frozenset({"record_consent", "refuse_representative"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyShown:
    """A duty: whose it is, in which document it stands, and what would meet it.

    `working_days` is how many there are until the date that binds, below nought since; nothing where there is no date,
    or the bank holidays of its year are not loaded. `law` is the law's own duty that it carries out, while that is
    still to be done; `letter` waits, and will meet it once it has gone. `action` meets it, and `other` would too.
    """

    duty: Duty
    who: str
    source: str
    working_days: int | None
    law: Duty | None
    letter: LetterShown | None
    action: Possible | None
    other: Possible | None
    words: Mapping[str, Words]
    beside: Sequence[Duty]

    @property
    def why(self) -> tuple[str, ...]:
        """The rule, its start, the days that were not counted, pauses, moves, and what binds."""
        return self._came(self.duty)

    @property
    def why_by_law(self) -> tuple[str, ...]:
        """The same of the law's own duty, if it carries one out."""
        return self._came(self.law) if self.law else ()

    def _came(self, duty: Duty) -> tuple[str, ...]:
        return how_it_came(duty, self.words[duty.procedure], beside=self.beside)


def duties_shown(
    duties: Sequence[Duty],
    programmes: Sequence[Programme],
    choices: Sequence[Possible],
    letters: Sequence[LetterShown],
    *,
    as_at: date,
    is_drafted: bool,
) -> tuple[DutyShown, ...]:
    """Every duty of a case in the order of its position."""
    waiting = [letter for letter in letters if letter.is_waiting]
    procedures = {programme.name: programme.procedure for programme in programmes}
    words = {programme.name: words_of(programme) for programme in programmes}
    actions = [_actions_for(duty, choices, is_drafted=is_drafted) if duty.is_to_do else NEITHER for duty in duties]
    return tuple(
        DutyShown(
            duty=duty,
            who=_who(duty, procedures[duty.procedure]),
            source=procedures[duty.procedure].title,
            working_days=_working_days(duty, programmes, as_at) if duty.is_to_do else None,
            law=_law_of(duty, duties) if duty.is_to_do else None,
            letter=next((letter for letter in waiting if not duty.met_by.isdisjoint(letter.events)), None),
            action=action,
            other=other,
            words=words,
            beside=duties,
        )
        for duty, (action, other) in zip(duties, actions, strict=True)
    )


def to_do(shown: Iterable[DutyShown]) -> tuple[DutyShown, ...]:
    """What is still to be done, the binding date soonest; a duty of the law stands with the promise it belongs to."""
    owed = [each for each in shown if each.duty.is_to_do]
    with_a_promise = {each.law.id for each in owed if each.law}
    alone = (each for each in owed if not (_is_law(each.duty) and each.duty.id in with_a_promise))
    return tuple(sorted(alone, key=lambda each: (each.duty.binding_on is None, each.duty.binding_on or date.min)))


def _working_days(duty: Duty, programmes: Sequence[Programme], as_at: date) -> int | None:
    if duty.binding_on is None:
        return None
    try:
        return calendar_of(tuple(programmes)).working_days_between(as_at, duty.binding_on)
    except CalendarEnds:
        return None


def _who(duty: Duty, procedure: Procedure) -> str:
    if duty.who == COMPLAINANT:
        return _COMPLAINANT_WORDS
    return procedure.called(duty.who) if duty.who else ""


def _law_of(duty: Duty, duties: Iterable[Duty]) -> Duty | None:
    """The law's duty that a promise carries out, while it too is to be done."""
    if duty.fulfils is None or _is_law(duty):
        return None
    return next((one for one in duties if _is_law(one) and one.step == duty.fulfils and one.is_to_do), None)


def _is_law(duty: Duty) -> bool:
    return duty.authority is Authority.STATUTE


def _actions_for(
    duty: Duty, choices: Sequence[Possible], *, is_drafted: bool
) -> tuple[Possible | None, Possible | None]:
    """What meets a duty, and what would too; a response is prepared before it is signed."""
    meeting = [choice for choice in choices if not duty.met_by.isdisjoint(choice.events)]
    if "response_sent" in duty.met_by and not is_drafted:
        meeting.insert(0, next(choice for choice in choices if choice.action == "prepare_response"))
    else:
        meeting.sort(key=lambda choice: (not choice.is_allowed, choice.action in _LAST))
    others = [choice for choice in meeting[1:] if choice.is_allowed]
    return meeting[0] if meeting else None, others[0] if others else None
