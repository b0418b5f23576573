"""Where a date is made of several, what did each give, and which was taken?"""

from collections.abc import Iterator
from dataclasses import replace

from putright.domain.expressions import ByTier, Due, EarlierOf, LaterOf, NoLaterThan, NotBefore
from putright.domain.parts import Choice, Part
from putright.domain.periods import in_words
from putright.domain.plain import Words, due_in_words


def choice_told(choice: Choice, words: Words) -> Iterator[str]:
    """The sentences that say what each date gave, and which counts."""
    match choice.rule:
        case LaterOf() | EarlierOf():
            yield from _of_several(choice, words, "later" if isinstance(choice.rule, LaterOf) else "earlier")
        case NoLaterThan():
            yield from _capped(choice, words)
        case NotBefore():
            yield from _held_back(choice, words)
        case ByTier(tiers):
            yield from _of_tier(choice, tiers, words)
        case _:  # made of nothing else
            return


def _of_several(choice: Choice, words: Words, which: str) -> Iterator[str]:
    if choice.taken is not None:
        settled = choice.parts if which == "later" else tuple(map(_left_out, choice.parts))
        gave = "; ".join(_gave(part, words) for part in settled)
        yield f"The {which} counts: {gave}. So it is {in_words(choice.taken)}."


def _left_out(part: Part) -> Part:
    """A part of *earlier of* that is provisional, as one that gives no day."""
    return replace(part, gives=None) if part.waiting else part


def _gave(part: Part, words: Words) -> str:
    day = f"gives {in_words(part.gives)}" if part.gives else "gives no day yet"
    return f"{due_in_words(part.due, words)} {day}"


def _capped(choice: Choice, words: Words) -> Iterator[str]:
    first, ceiling = choice.parts
    if first.gives is None:
        return
    limit = due_in_words(ceiling.due, words)
    if ceiling.gives is None:
        yield f"It may be no later than {limit}, which gives no day yet."
    elif first.gives > ceiling.gives:
        yield (
            f"It would be {in_words(first.gives)}, but may be no later than {limit}: {in_words(ceiling.gives)} "
            "is taken instead."
        )
    else:
        yield f"It may be no later than {limit}, {in_words(ceiling.gives)}: {in_words(first.gives)} is within that."


def _held_back(choice: Choice, words: Words) -> Iterator[str]:
    barrier = choice.parts[0]
    if barrier.gives is not None:
        yield f"It may not be done before {in_words(barrier.gives)}: not before {due_in_words(barrier.due, words)}."


def _of_tier(choice: Choice, tiers: tuple[tuple[str, Due], ...], words: Words) -> Iterator[str]:
    part = choice.parts[0]
    for name, due in tiers:
        if due == part.due:
            tier = name.replace("-", " ")
            yield f"The case was put in the tier “{tier}”, so what counts is {due_in_words(due, words)}."
            return
