"""What does somebody need so that they can read, talk and meet, and what may not be done to them?

The Equality Act 2010 (section 20) asks for reasonable adjustments; the Accessible Information Standard (DAPB1605) that
what somebody needs is asked, written down, flagged, passed on, met and asked again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused

LONGEST_DETAIL: Final = 300  # characters
BY_LAW: Final = "Equality Act 2010 s 20"


class Adjustment(StrEnum):
    """What somebody may need, or need not to happen; `domain.deaths.Who` says of whom it is known."""

    LARGE_PRINT = "large-print"
    EASY_READ = "easy-read"
    BRAILLE = "braille"
    AUDIO = "audio"
    INTERPRETER = "interpreter"
    BSL = "bsl"
    RELAY = "relay"
    TIME_TO_CALL = "time-to-call"
    SOMEBODY_WITH_THEM = "somebody-with-them"
    STEP_FREE = "step-free"
    NO_PHONE = "no-phone"
    NO_MESSAGES = "no-messages"
    NO_LETTERS_HOME = "no-letters-home"
    OTHER = "other"


class Occasion(StrEnum):
    """On what occasion an adjustment is to be thought of."""

    LETTER = "letter"
    CALL = "call"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One thing that somebody needs; `detail` is what the code cannot say, such as which language."""

    adjustment: Adjustment
    detail: str = ""

    @property
    def words(self) -> str:
        """It in words, with its detail.

        >>> Need(adjustment=Adjustment.INTERPRETER, detail="Polish").words
        'An interpreter: Polish'
        """
        said = ADJUSTMENT_WORDS[self.adjustment]
        return f"{said}: {', '.join(self.detail.splitlines())}" if self.detail else said


ADJUSTMENT_WORDS: Final = {
    Adjustment.LARGE_PRINT: "Letters in large print",
    Adjustment.EASY_READ: "Letters in easy read",
    Adjustment.BRAILLE: "Letters in braille",
    Adjustment.AUDIO: "Letters read out on a recording",
    Adjustment.INTERPRETER: "An interpreter",
    Adjustment.BSL: "A British Sign Language interpreter",
    Adjustment.RELAY: "Calls by textphone or Relay UK",
    Adjustment.TIME_TO_CALL: "Calls only at certain times",
    Adjustment.SOMEBODY_WITH_THEM: "Somebody with them when we talk",
    Adjustment.STEP_FREE: "A room without steps",
    Adjustment.NO_PHONE: "No telephone calls",
    Adjustment.NO_MESSAGES: "No voice messages",
    Adjustment.NO_LETTERS_HOME: "No letters to their home",
    Adjustment.OTHER: "Something else",
}

# What the person is asked besides, where the code alone does not say enough: the question, and what to do if empty.
DETAIL_ASKED: Final = {
    Adjustment.INTERPRETER: ("Which language?", "Say which language"),
    Adjustment.TIME_TO_CALL: ("When can they be rung?", "Say when they can be rung"),
    Adjustment.OTHER: ("What do they need?", "Say what they need"),
}
# What may be said besides, and need not be.
DETAIL_WELCOME: Final = {
    Adjustment.SOMEBODY_WITH_THEM: "Who, and how are they reached?",
    Adjustment.NO_LETTERS_HOME: "To which address may letters go instead?",
}

# The forms in which a letter can be wanted; whoever makes letters goes by these codes.
FORMATS: Final = frozenset({Adjustment.LARGE_PRINT, Adjustment.EASY_READ, Adjustment.BRAILLE, Adjustment.AUDIO})

_TALKING: Final = frozenset({Adjustment.INTERPRETER, Adjustment.BSL, Adjustment.SOMEBODY_WITH_THEM, Adjustment.OTHER})
OCCASIONS: Final = {
    Occasion.LETTER: FORMATS | {Adjustment.INTERPRETER, Adjustment.NO_LETTERS_HOME, Adjustment.OTHER},
    Occasion.CALL: _TALKING | {Adjustment.RELAY, Adjustment.TIME_TO_CALL, Adjustment.NO_PHONE, Adjustment.NO_MESSAGES},
    Occasion.MEETING: _TALKING | {Adjustment.STEP_FREE},
}

_NO_CALLS_WITH: Final = (Adjustment.RELAY, Adjustment.TIME_TO_CALL)


def needs_for(occasion: Occasion, needs: Iterable[Need]) -> tuple[Need, ...]:
    """Those of somebody's needs that matter on an occasion."""
    return tuple(need for need in needs if need.adjustment in OCCASIONS[occasion])


def formats_of(needs: Iterable[Need]) -> frozenset[Adjustment]:
    """In which forms somebody wants letters; none where an ordinary letter will do."""
    return frozenset(need.adjustment for need in needs) & FORMATS


def is_needed(adjustment: Adjustment, needs: Iterable[Need]) -> bool:
    """Whether somebody needs this."""
    return any(need.adjustment is adjustment for need in needs)


def address_for(needs: Sequence[Need], home: tuple[str, ...]) -> tuple[str, ...]:
    """To which address somebody's letters go, a line each: their home unless letters may not go there; none if nowhere.

    >>> here = Need(adjustment=Adjustment.NO_LETTERS_HOME, detail="c/o The Library\\nExampleton")
    >>> address_for([here], ("2 Sample Road",))
    ('c/o The Library', 'Exampleton')
    """
    for need in needs:
        if need.adjustment is Adjustment.NO_LETTERS_HOME:
            return tuple(line.strip() for line in need.detail.splitlines() if line.strip())
    return home


def why_not_these(needs: Sequence[Need]) -> Refused | None:
    """Why somebody cannot need all of this at once, or too little is said of it; nothing if they can."""
    codes = [need.adjustment for need in needs]
    if len(set(codes)) < len(codes):
        return Refused(code="needed-twice", message="Give each thing that is needed once.")
    for need in needs:
        if need.adjustment in DETAIL_ASKED and not need.detail.strip():
            return Refused(code="no-detail", message=f"{DETAIL_ASKED[need.adjustment][1]}.")
        if len(need.detail) > LONGEST_DETAIL:
            return Refused(code="too-long", message=f"Say it in up to {LONGEST_DETAIL} characters.")
    if Adjustment.NO_PHONE in codes and any(code in codes for code in _NO_CALLS_WITH):
        message = "Choose either that they are not telephoned, or how and when they are. Ask them which."
        return Refused(code="calls-and-no-calls", message=message)
    return None


def why_not_post(needs: Sequence[Need]) -> Refused | None:
    """Why no letter may go to somebody by post; nothing if it may."""
    if not is_needed(Adjustment.NO_LETTERS_HOME, needs) or address_for(needs, ()):
        return None
    return Refused(
        code="no-letters-home",
        message=(
            "Letters may not go to this person's home. Send it by email if they have agreed to that, give it to them by"
            " hand, or ask them for another address and record it under “What somebody needs”."
        ),
        authority=BY_LAW,
    )


def why_not_ring(needs: Sequence[Need]) -> Refused | None:
    """Why somebody is not rung; nothing if they may be. What was said on the telephone goes on record all the same."""
    if not is_needed(Adjustment.NO_PHONE, needs):
        return None
    return Refused(
        code="no-phone",
        message="This person has asked not to be telephoned. Write to them, or meet them.",
        authority=BY_LAW,
    )


def why_not_meet(needs: Sequence[Need], *, is_arranged: bool) -> Refused | None:
    """Why nobody is invited to meet yet; nothing once what they need there is arranged, or they need nothing."""
    wanted = dict.fromkeys(need.words for need in needs_for(Occasion.MEETING, needs))
    if is_arranged or not wanted:
        return None
    return Refused(
        code="needs-not-arranged",
        message=f"First arrange what they need when people meet, and confirm that you have: {'; '.join(wanted)}.",
        authority=BY_LAW,
    )


def as_stored(needs: Iterable[Need]) -> list[list[str]]:
    """Needs as they are kept: of each its code and its detail."""
    return [[need.adjustment.value, need.detail] for need in needs]


def from_stored(rows: Iterable[Sequence[str]]) -> tuple[Need, ...]:
    """Needs from how they are kept.

    >>> from_stored(as_stored([Need(adjustment=Adjustment.BSL)]))[0].adjustment.value
    'bsl'
    """
    return tuple(Need(adjustment=Adjustment(code), detail=detail) for code, detail in rows)
