"""How is the answer to "where do I go?" put on a page: each place with how to reach it, why, and how sure that is?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.domain.directory import covering, is_stale
from putright.domain.directory_rows import Channel, Covers, Means
from putright.domain.guide import Role
from putright.domain.signpost_answer import Answer, OmbudsmanBy, Question
from putright.gateways.directory_files import directory
from putright.web.wording import nhs_time

MEANS_WORDS: Final = {
    Means.POST: "Post",
    Means.EMAIL: "Email",
    Means.TELEPHONE: "Telephone",
    Means.VOICEMAIL: "Voicemail",
    Means.TEXTPHONE: "Textphone",
    Means.TEXT: "Text message",
    Means.WEBSITE: "Website",
    Means.FORM: "Form",
    Means.IN_PERSON: "In person",
}
_DIALLED: Final = (Means.TELEPHONE, Means.VOICEMAIL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to reach a place: its words, what to open, when it is answered, what it asks and what it promises."""

    means: str
    value: str
    href: str
    hours: str
    further: tuple[str, ...]
    unsure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere to go: who, how to reach them, why, on what authority, where that was read, and what is not sure."""

    name: str
    ask_for: str
    because: str
    authority: str
    sources: tuple[str, ...]
    ways: tuple[Way, ...]
    unsure: str
    here: str
    put_right: tuple[str, ...]


def place_of(answer: Answer, on: date, *, here: frozenset[str]) -> Place:
    """Return an answer of the register as a place; `here` are the organisations of this site."""
    return Place(
        name=answer.name[0].upper() + answer.name[1:],
        ask_for=answer.ask_for or "",
        because=answer.because,
        authority=answer.authority,
        sources=answer.sources,
        ways=tuple(way_of(channel) for channel in answer.channels),
        unsure=_unsure(answer, on),
        here=answer.body if answer.body in here and answer.body else "",
        put_right=_put_right(answer),
    )


def way_of(channel: Channel) -> Way:
    """Return a channel of the register as a person reads it."""
    hours = channel.hours
    return Way(
        means=MEANS_WORDS[channel.means],
        value=channel.value,
        href=_href(channel),
        hours=f"{hours.days}, {nhs_time(hours.opens)} to {nhs_time(hours.closes)}" if hours else "",
        further=tuple(words for words in (channel.instruction, channel.promise) if words),
        unsure=not channel.verified,
    )


def bodies_nearby(question: Question, on: date) -> frozenset[str]:
    """Return the providers that the register knows for the service and area asked about."""
    register = directory()
    area = question.area or question.home
    rows = covering(register, Covers.PROVIDER, area, on, service=question.service)
    practice = register.practices.get(question.gp or "")
    return frozenset((*(row.body for row in rows), *((practice.body,) if practice and practice.body else ())))


def is_advocate(answer: Answer) -> bool:
    """Return whether it is the help of an advocate, which comes first."""
    return answer.role is Role.ADVOCACY


def ways_to(limit: OmbudsmanBy) -> tuple[Way, ...]:
    """Return how to reach the Ombudsman."""
    return tuple(way_of(channel) for channel in limit.channels)


def _href(channel: Channel) -> str:
    value = channel.value
    if channel.means in _DIALLED:
        return f"tel:{''.join(value.split())}"
    if channel.means is Means.EMAIL:
        return f"mailto:{value}"
    if channel.means is Means.WEBSITE and "." in value and " " not in value:
        return value if value.startswith("http") else f"https://{value}"
    return ""


def _unsure(answer: Answer, on: date) -> str:
    if not answer.verified:
        return "We could not confirm this. Check it before you rely on it."
    if is_stale(answer.checked_on, on):
        return "This was last checked more than a year ago. Check it before you rely on it."
    return ""


def _put_right(answer: Answer) -> tuple[str, ...]:
    return tuple(_lines(answer))


def _lines(answer: Answer) -> Iterator[str]:
    for printed in answer.printed:
        clause = f", {printed.clause}" if printed.clause else ""
        corrected = f" What it prints is put right here: {printed.put_right}" if printed.put_right else ""
        yield f"Also printed in: {printed.title}{clause}.{corrected}"
