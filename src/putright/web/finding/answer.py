"""How is the answer to "where do I go?" put on a page: each place with how to reach it, why, and how sure that is?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from markupsafe import Markup

from putright.domain.directory import covering, is_stale
from putright.domain.directory_rows import Channel, Covers, Means
from putright.domain.guide import Role
from putright.domain.signpost_answer import Answer, Excluded, Fact, Note, OmbudsmanBy, Printed, Question
from putright.domain.signpost_desk import COUNCIL_FOR
from putright.gateways.directory_files import directory
from putright.web.as_written import as_written, ours
from putright.web.language import is_left_in_english, translated
from putright.web.wording import nhs_date_with_weekday, nhs_time, web_address

MEANS_WORDS: Final = {
    Means.POST: _("Post"),
    Means.EMAIL: _("Email"),
    Means.TELEPHONE: _("Telephone"),
    Means.VOICEMAIL: _("Voicemail"),
    Means.TEXTPHONE: _("Textphone"),
    Means.TEXT: _("Text message"),
    Means.WEBSITE: _("Website"),
    Means.FORM: _("Form"),
    Means.IN_PERSON: _("In person"),
}
_DIALLED: Final = (Means.TELEPHONE, Means.VOICEMAIL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to reach a place: its words, what to open, when it is answered, what it asks and what it promises.

    The words of a place and of its ways are in the language of the page, as far as the register's words are in it.
    """

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
        name=name_in_words(answer.name),
        ask_for=translated(answer.ask_for or ""),
        because=paragraph(answer.reasons),
        authority=authority_in_words(answer.authority),
        sources=answer.sources,
        ways=tuple(way_of(channel) for channel in answer.channels),
        unsure=_unsure(answer, on),
        here=answer.body if answer.body in here and answer.body else "",
        put_right=_put_right(answer),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Somewhere not to go and why not, or something to know before going: its name, what is said, on what authority."""

    name: str
    words: str
    authority: str


def told_of_place(place: Excluded) -> Told:
    """Return somewhere not to go as it is put on a page."""
    return Told(
        name=name_in_words(place.name), words=ours(place.because), authority=authority_in_words(place.authority)
    )


def told_of_note(note: Note) -> Told:
    """Return something to know as it is put on a page: its facts in the sentence of the page's language."""
    facts = {name: _fact(fact) for name, fact in note.facts.items()}
    words = translated(note.sentence) % facts if facts else ours(note.sentence)
    return Told(name="", words=words, authority=authority_in_words(note.authority))


def name_in_words(name: str) -> str:
    """Return a name of the register; one that says what a body is, rather than who, in the language of the page.

    >>> name_in_words("your employer"), name_in_words("the council for Southend-on-Sea")
    ('Your employer', 'The council for Southend-on-Sea')
    """
    area = name.removeprefix(COUNCIL_FOR)
    if area != name:
        return _capital(gettext("the council for %(area)s") % {"area": area})
    return as_written(_capital(name)) if is_left_in_english(name) else _capital(translated(name))


def authority_in_words(authority: str) -> str:
    """Return what something is said on: a title of law as it is printed, anything else in the language of the page."""
    return Markup("; ").join(ours(each) for each in authority.split("; "))


def paragraph(reasons: tuple[str, ...]) -> str:
    """Return the reasons of the register one after the other, in the language of the page as far as it has them."""
    return Markup(" ").join(ours(each) for each in reasons)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _fact(fact: Fact) -> str:
    if isinstance(fact, date):
        return nhs_date_with_weekday(fact)
    return fact if isinstance(fact, str) else gettext(" or ").join(fact)


def way_of(channel: Channel) -> Way:
    """Return a channel of the register as a person reads it."""
    return Way(
        means=translated(MEANS_WORDS[channel.means]),
        value=translated(channel.value),
        href=_href(channel),
        hours=_hours(channel),
        further=tuple(ours(words) for words in (channel.instruction, channel.promise) if words),
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


def _hours(channel: Channel) -> str:
    if channel.hours is None:
        return ""
    opens, closes = nhs_time(channel.hours.opens), nhs_time(channel.hours.closes)
    days = translated(channel.hours.days)
    return gettext("%(days)s, %(opens)s to %(closes)s") % {"days": days, "opens": opens, "closes": closes}


def _href(channel: Channel) -> str:
    value = channel.value
    if channel.means in _DIALLED:
        return f"tel:{''.join(value.split())}"
    if channel.means is Means.EMAIL:
        return f"mailto:{value}"
    return web_address(value) if channel.means is Means.WEBSITE else ""


def _unsure(answer: Answer, on: date) -> str:
    if not answer.verified:
        return gettext("We could not confirm this. Check it before you rely on it.")
    if is_stale(answer.checked_on, on):
        return gettext("This was last checked more than a year ago. Check it before you rely on it.")
    return ""


def _put_right(answer: Answer) -> tuple[str, ...]:
    return tuple(Markup(" ").join(_of_printed(printed)) for printed in answer.printed)


def _of_printed(printed: Printed) -> Iterator[str]:
    title = as_written(f"{printed.title}, {printed.clause}" if printed.clause else printed.title)
    yield Markup(gettext("Also printed in: %(title)s.")) % {"title": title}  # noqa: S704 - words of our catalogue
    if printed.put_right:
        right = as_written(printed.put_right)
        yield Markup(gettext("What it prints is put right here: %(words)s")) % {"words": right}  # noqa: S704
