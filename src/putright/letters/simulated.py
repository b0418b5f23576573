"""How do the best and the worst case of a procedure read: in sentences, as text and as a page?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from putright.domain.periods import in_words
from putright.domain.simulate import Simulation, Span
from putright.domain.simulate_measuring import Measure, Piece
from putright.domain.simulate_way import LegKind

TO_THE_ANSWER = "Until you have an answer"
TO_THE_END = "Until the last word, if you ask for every next stage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading and the sentences below it; those of a way are numbered."""

    heading: str
    lines: tuple[str, ...]
    is_way: bool = False


def as_text(made: Simulation) -> str:
    """The simulation as plain text, as wide as it comes."""
    head = [made.title, f"For a complaint received on {in_words(made.received_on)}"]
    return "\n".join([*head, *(line for part in parts(made) for line in _plain(part))]) + "\n"


def _plain(part: Part) -> Iterator[str]:
    yield from ("", part.heading)
    for number, line in enumerate(part.lines, start=1):
        yield f"  {number}. {line}" if part.is_way else f"  - {line}"


def as_html(made: Simulation) -> str:
    """The simulation as a piece of HTML; everything in it is escaped."""
    head = f"<h1>{escape(made.title)}</h1>\n<p>For a complaint received on {in_words(made.received_on)}.</p>"
    return "\n".join([head, *(line for part in parts(made) for line in _html(part))]) + "\n"


def _html(part: Part) -> Iterator[str]:
    kind = "ol" if part.is_way else "ul"
    yield f"<h2>{escape(part.heading)}</h2>"
    yield f"<{kind}>"
    yield from (f"<li>{escape(line)}</li>" for line in part.lines)
    yield f"</{kind}>"


def parts(made: Simulation) -> tuple[Part, ...]:
    """Everything that is said, part by part."""
    longest, name = _longest(made)
    found = [
        Part(heading=TO_THE_ANSWER, lines=tuple(spoken(made.answer, "This procedure promises no answer."))),
    ]
    if made.end is not None:
        found.append(Part(heading=TO_THE_END, lines=tuple(spoken(made.end, "The last stage promises nothing."))))
    if longest is not None:
        found.append(Part(heading=name, lines=tuple(piece_in_words(one) for one in longest.pieces), is_way=True))
    if made.snags:
        lines = tuple(f"{one.message}{f' ({one.cites})' if one.cites else ''}" for one in made.snags)
        found.append(Part(heading="Where it leaves people standing", lines=lines))
    found.append(Part(heading="How this was worked out", lines=tuple(_method(made))))
    return tuple(found)


def longest_way(made: Simulation) -> Measure | None:
    """The way that is drawn and told step by step: the longest, to the end if there is one with dates."""
    return _longest(made)[0]


def _longest(made: Simulation) -> tuple[Measure | None, str]:
    spans = [span for span in (made.end, made.answer) if span is not None]
    without = next((span.open_ended for span in spans if span.open_ended), None)
    if without is not None:
        return without, "A way on which nobody promises a day, step by step"
    return next((span.worst for span in spans if span.worst), None), "The longest way through, step by step"


def spoken(span: Span, otherwise: str) -> Iterator[str]:
    """The best, the worst and the law's last day of one thing, a sentence each."""
    if span.best is None and span.worst is None and span.open_ended is None:
        yield otherwise
    if span.best is not None:
        yield f"At best {_long(span.best)}.{_because(span.best)}"
    if span.open_ended is not None:
        held = span.open_ended.held_up_by
        yield f"At worst no date: it could be for ever. {_nobody_says(held) if held else ''}".rstrip()
    if span.worst is not None:
        lead = "Where everybody keeps to a date, at worst" if span.open_ended else "At worst"
        yield f"{lead} {_long(span.worst)}.{_because(span.worst)}"
    if span.by_law is not None and _is_worth_saying(span, span.by_law):
        at_once = "" if span.by_law.has_limit else ", if what nobody gives a date for is done at once"
        cites = span.by_law.pieces[-1].cites
        yield f"If the law is kept as well, at worst {_long(span.by_law)}{at_once} ({cites})."


def _is_worth_saying(span: Span, by_law: Measure) -> bool:
    """Whether the law's last day adds anything: where the procedure sets none, or a later one."""
    if span.worst is None:
        return True
    return by_law.pieces[-1].is_law and (span.open_ended is not None or by_law.on < span.worst.on)


def _long(one: Measure) -> str:
    if one.days == 0:
        return "on the day the complaint is received (0 working days)"
    return f"on {in_words(one.on)}, {counted(one.working_days, one.days)} after"


def counted(working_days: int, days: int) -> str:
    """So many working days, and in brackets so many calendar days.

    >>> counted(1, 3)
    '1 working day (3 calendar days)'
    """
    return (
        f"{working_days} working day{'' if working_days == 1 else 's'} ({days} calendar day{'' if days == 1 else 's'})"
    )


def _because(one: Measure) -> str:
    held = one.held_up_by
    if held is None or held.days == 0:
        return ""
    return f" What holds it up most: {_quoted(held)}, {counted(held.working_days, held.days)}."


def _nobody_says(held: Piece) -> str:
    return f"Nobody promises a day for this: {_quoted(held)}."


def _quoted(piece: Piece) -> str:
    if not piece.cites:
        return piece.words[:1].lower() + piece.words[1:]
    return f"“{piece.words.strip().rstrip('.')}” ({piece.cites})"


def piece_in_words(piece: Piece) -> str:
    """One piece of a way as a sentence: until when, what, by which clause, and how long it takes."""
    who = f", {piece.who}" if piece.who and piece.who != "complainant" else ""
    if not piece.has_limit:
        return f"No date: {_quoted(piece)}{who}. Nobody promises a day for it."
    what = {
        LegKind.KEPT: "",
        LegKind.CHOSEN: "on the last day for it: ",
        LegKind.PUT_OFF: "put off, as far as it may be: ",
        LegKind.MISSED: "not done by then: ",
    }[piece.kind]
    if piece.kind is LegKind.CHOSEN and not piece.cites:
        return f"{_when(piece)}{_quoted(piece)}, at once, since no last day is set for it."
    took = counted(piece.working_days, piece.days)
    if not piece.has_dates:
        return f"Then, {f'about {took}' if piece.days else 'the same day'}: {what}{_quoted(piece)}{who}."
    return f"{in_words(piece.until)}: {what}{_quoted(piece)}{who}. {took} from {in_words(piece.since)}."


def _when(piece: Piece) -> str:
    return f"{in_words(piece.until)}: " if piece.has_dates else "Then: "


def _method(made: Simulation) -> Iterable[str]:
    all_of_them = (
        ", not all there are: there are more, and some may be longer" if made.is_bounded else ", all there are"
    )
    yield f"{made.walked} ways were walked{all_of_them}."
    yield (
        "At best everything is done as soon as it is allowed; at worst everything on its last day, put off as far as "
        "it may be, and each next stage asked for on the last day. The dates are those that a real case would have."
    )
    if made.put_off:
        yield f"Longer still if a date is put off, for which no furthest day is set: {_several(made.put_off)}."
    if made.paused:
        yield f"Longer still if a clock is stopped: {_several(made.paused)}. The law's clocks never stop."


def _several(cites: tuple[str, ...]) -> str:
    return ", ".join(dict.fromkeys(cites))
