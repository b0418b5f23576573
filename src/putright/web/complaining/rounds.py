"""What is asked of each thing complained of, round after round, and how is one of them taken out again?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from putright.domain.issues import SUBJECT_WORDS, Subject
from putright.web.complaining.what_forms import WantedForm, issue_form, more_form
from putright.web.complaining.when_forms import (
    SAME,
    FurtherWhenForm,
    NoticedForm,
    SoonerForm,
    WhenForm,
    day_typed,
    may_be_late,
)
from putright.web.forms.numbered import box_of, numbered
from putright.web.journey import Answers, Question
from putright.web.language import translated
from putright.web.wording import nhs_date

MOST_TOLD: Final = 10
WHAT, WHEN, NOTICED, SOONER, WANTED, MORE = "what-happened", "when", "noticed", "sooner", "wanted", "anything-else"
ROUND: Final = (WHAT, WHEN, NOTICED, SOONER, WANTED, MORE)
_CAPTION: Final = _("Make a complaint: thing %(number)s")
_SHOWN: Final = 160  # characters of what was told, by which a person knows it again

Typed = Mapping[str, Mapping[str, list[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingTold:
    """One thing as the list of them shows it, with the ways to change it and to take it out."""

    number: int
    about: str
    words: str
    when: str
    change: str
    remove: str


def name_of(question: str, number: int) -> str:
    """Return what a question of a round is called in its address.

    >>> name_of("when", 1), name_of("when", 2)
    ('when', 'when-2')
    """
    return question if number == 1 else f"{question}-{number}"


def round_questions() -> Iterator[Question]:
    """Every question of every round, each round asked once the one before says that there is something else."""
    for number in range(1, MOST_TOLD + 1):
        yield from _first() if number == 1 else _further(number)
        if number < MOST_TOLD:
            yield _more(number)


def number_told(answers: Answers) -> int:
    """Return how many things the person tells of, the one they are telling included."""
    return next(number for number in range(1, MOST_TOLD + 1) if not _leads_on(answers, number))


def things_told(answers: Answers) -> tuple[ThingTold, ...]:
    """Return the things told so far, for their list."""
    told = [number for number in range(1, number_told(answers) + 1) if answers.one(f"words_{number}")]
    return tuple(_told(answers, number, is_only=len(told) == 1) for number in told)


def without(typed: Typed, number: int, answers: Answers) -> dict[str, Mapping[str, list[str]]]:
    """Return what was typed without one of the things; those after it move up, and the last is asked about again."""
    last = number_told(answers)
    kept = dict(typed)
    if number == 1:
        kept |= _with_days_of_the_first(kept, last)
    for place in range(number, last):
        for question in ROUND:
            moved = kept.pop(name_of(question, place + 1), None)
            kept.pop(name_of(question, place), None)
            if moved is not None:
                kept[name_of(question, place)] = _renamed(moved, place + 1, place)
    for question in ROUND:
        kept.pop(name_of(question, last), None)
    if number == last:  # nothing follows the one before it any more, but it was said that something does
        kept.pop(name_of(MORE, last - 1), None)
    return kept


def _first() -> Iterator[Question]:
    yield Question(name=WHAT, title=_("What happened?"), form=issue_form(1))
    yield Question(name=WHEN, title=_("When did it happen?"), form=WhenForm)
    yield Question(name=NOTICED, title=_("When did you first know about it?"), form=NoticedForm)
    yield Question(
        name=SOONER,
        title=_("You can still complain"),
        form=SoonerForm,
        asked=may_be_late,
        template="complain_sooner.jinja",
    )
    yield Question(name=WANTED, title=_("What would you like to happen now?"), form=WantedForm)


def _further(number: int) -> Iterator[Question]:
    when, noticed, wanted = (
        _("When did that happen?"),
        _("When did you first know about that?"),
        _("What would you like to happen about that?"),
    )
    is_asked = partial(_is_asked, number)
    yield Question(
        name=name_of(WHAT, number),
        title=_("What else happened?"),
        form=issue_form(number),
        asked=is_asked,
        caption=_CAPTION,
        number=number,
    )
    yield Question(
        name=name_of(WHEN, number),
        title=when,
        form=numbered(FurtherWhenForm, number),
        asked=is_asked,
        caption=_CAPTION,
        number=number,
    )
    yield Question(
        name=name_of(NOTICED, number),
        title=noticed,
        form=numbered(NoticedForm, number, labels={"noticed": noticed}),
        asked=partial(_has_days_of_its_own, number),
        caption=_CAPTION,
        number=number,
    )
    yield Question(
        name=name_of(SOONER, number),
        title=_("You can still complain"),
        form=numbered(SoonerForm, number),
        asked=partial(_may_be_late, number),
        template="complain_sooner.jinja",
        caption=_CAPTION,
        number=number,
    )
    yield Question(
        name=name_of(WANTED, number),
        title=wanted,
        form=numbered(WantedForm, number, labels={"wanted": wanted}),
        asked=is_asked,
        caption=_CAPTION,
        number=number,
    )


def _more(number: int) -> Question:
    return Question(
        name=name_of(MORE, number),
        title=_("What you complain about"),
        form=more_form(number),
        asked=partial(_is_asked, number),
        template="complain_things.jinja",
        beside=things_told,
    )


def _leads_on(answers: Answers, number: int) -> bool:
    return number < MOST_TOLD and answers.one(f"more_{number}") == "yes"


def _is_asked(number: int, answers: Answers) -> bool:
    """Return whether the thing of this number is asked for: every one before it led on to the next."""
    return number <= number_told(answers)


def _has_days_of_its_own(number: int, answers: Answers) -> bool:
    return _is_asked(number, answers) and answers.one(box_of("occurred", number)) != SAME


def _may_be_late(number: int, answers: Answers) -> bool:
    return _has_days_of_its_own(number, answers) and may_be_late(answers, number)


def _told(answers: Answers, number: int, *, is_only: bool) -> ThingTold:
    words, subject = answers.one(f"words_{number}").strip(), answers.one(f"subject_{number}")
    return ThingTold(
        number=number,
        about=translated(SUBJECT_WORDS[Subject(subject)]) if subject in set(Subject) else "",
        words=words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …",
        when=_when(answers, number),
        change=f"{reverse('complain-question', args=[name_of(WHAT, number)])}?changing=1",
        remove="" if is_only else reverse("complain-remove", args=[number]),
    )


def _when(answers: Answers, number: int) -> str:
    match answers.one(box_of("occurred", number)):
        case "exact":
            day = day_typed(answers, box_of("occurred_on", number))
            return nhs_date(day) if day else ""
        case "about":
            return answers.one(box_of("occurred_about", number))
        case "same":
            return gettext("the same as for the first thing")
    return ""


def _with_days_of_the_first(typed: Typed, last: int) -> dict[str, Mapping[str, list[str]]]:
    """What was said to be as for the first thing, said out: the first is no longer there to look at."""
    said = dict[str, Mapping[str, list[str]]]()
    for number in range(2, last + 1):
        if typed.get(name_of(WHEN, number), {}).get(box_of("occurred", number)) == [SAME]:
            for question in (WHEN, NOTICED, SOONER):
                if question in typed:
                    said[name_of(question, number)] = _renamed(typed[question], 1, number)
    return said


def _renamed(boxes: Mapping[str, list[str]], before: int, after: int) -> dict[str, list[str]]:
    return {_box(box, before, after): values for box, values in boxes.items()}


def _box(box: str, before: int, after: int) -> str:
    """Return the name of a box in another round; the parts of a date stand behind the name of their field."""
    name, dash, part = box.partition("-")
    stem = name.removesuffix(f"_{before}")
    is_numbered_always = stem in ("subject", "words", "more")
    return f"{stem}_{after}{dash}{part}" if is_numbered_always else f"{box_of(stem, after)}{dash}{part}"
