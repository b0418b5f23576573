"""Under which headings are the answers read once more before a complaint is sent?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from putright.web.complaining.journey import COMPLAIN
from putright.web.complaining.rounds import MORE, MOST_TOLD, WHAT, ThingTold, name_of
from putright.web.components import Answer
from putright.web.language import translated

# The question with which each part of the list begins, besides those of each thing.
_SECTIONS: Final = {
    "to": _("Who it goes to, and for whom"),
    "before": _("Who else knows about it"),
    "name": _("About you"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Some of the answers, under a heading; of one of several things, which it is and the way to take it out."""

    heading: str
    answers: tuple[Answer, ...]
    of: str = ""
    remove: str = ""
    more: str = ""


def sections(rows: Sequence[Answer], things: Sequence[ThingTold]) -> Iterator[Section]:
    """Put the answers under headings; what was not answered is left out, for it would hide what was."""
    begins = {_path(name): Section(heading=translated(heading), answers=()) for name, heading in _SECTIONS.items()}
    begins |= {_path(name_of(WHAT, thing.number)): _of_thing(thing, len(things)) for thing in things}
    lists = {_path(name_of(MORE, number)) for number in range(1, MOST_TOLD)}
    now, held = Section(heading="", answers=()), list[Answer]()
    for row in rows:
        path = row.change.partition("?")[0]
        starts = begins.get(path, now)
        if starts is not now and held:
            yield _filled(now, held)
            held = []
        now = starts
        if row.is_given and path not in lists:
            held.append(row)
    yield _filled(now, held)


def _of_thing(thing: ThingTold, of: int) -> Section:
    is_last, number = thing.number == of, {"number": thing.number}
    return Section(
        heading=gettext("What happened") if of == 1 else gettext("What happened: thing %(number)s") % number,
        answers=(),
        of=gettext("thing %(number)s") % number if of > 1 else "",
        remove=thing.remove,
        more=f"{_path(name_of(MORE, of))}?changing=1" if is_last and of < MOST_TOLD else "",
    )


def _filled(section: Section, answers: Sequence[Answer]) -> Section:
    return Section(
        heading=section.heading,
        answers=tuple(answers),
        of=section.of,
        remove=section.remove,
        more=section.more,
    )


def _path(name: str) -> str:
    return COMPLAIN.address_of(COMPLAIN.at(name))
