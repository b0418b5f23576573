"""What does somebody answer who complains on paper? The questions of the web, so that none is asked twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext_noop as _

from putright.web.complaining.journey import COMPLAIN
from putright.web.complaining.rounds import NOTICED, SOONER, WANTED, WHAT, WHEN, round_questions
from putright.web.forms.drawing import look_of
from putright.web.forms.look import Choice, Component, Look
from putright.web.forms.page_form import PageForm
from putright.web.journey import Answers, Question
from putright.web.language import translated

# The forms of questions that are put to some people only say on paper to whom.
FOR_WHOM: Final = {
    "patient": _("Fill this in if you complain for another adult, or for someone who has died."),
    "child": _("Fill this in if you complain for a child under 18."),
    "speaking": _("Fill this in if you complain for somebody else."),
    "sooner": _("Fill this in if it is more than 12 months since it happened and since you knew of it."),
    "again": _("Fill this in if somebody has answered a complaint about the same thing already."),
    "counted": _("Fill this in if you like, and leave out the age if you gave the date of birth."),
    "by-email": _("Fill this in if you gave an email address."),
}
MOST_TO_TICK: Final = 12  # a longer list of answers would fill the page: the answer is written instead
# The questions of the web about a second thing and more, and whether there is one: another sheet of paper says so.
ASKED_BY_ROUNDS: Final = frozenset(question.name for question in round_questions()) - {
    *(WHAT, WHEN, NOTICED, SOONER, WANTED)
}
# Boxes for what is not in a list. On paper there is no list: the name is written as the answer to the question itself.
OF_A_LIST: Final = frozenset({"together_name"})
_TICKED: Final = (Component.RADIOS, Component.CHECKBOXES, Component.SELECT)
_ROWS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One answer to write or to tick: so many ruled lines, the parts of a date, or the answers to choose from."""

    label: str
    hint: str
    lines: int = 0
    is_date: bool = False
    choices: tuple[str, ...] = ()
    of_several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperQuestion:
    """One question of the form, who it is for, and its answers."""

    title: str
    intro: str
    answers: tuple[PaperLine, ...]


def paper_questions(*, today: date, without: frozenset[str] = frozenset()) -> tuple[PaperQuestion, ...]:
    """Every question in the order of the web, but for those of these names; further issues go on a further sheet."""
    asked = (question for question in COMPLAIN.questions if question.name not in ASKED_BY_ROUNDS | without)
    return tuple(_on_paper(question, today) for question in asked)


def _on_paper(question: Question, today: date) -> PaperQuestion:
    said = (FOR_WHOM.get(question.name, ""), question.intro)
    intro = " ".join(translated(words) for words in said if words)
    form = question.made(Answers({}, today), today)
    return PaperQuestion(title=translated(question.title), intro=intro, answers=tuple(_lines(form)))


def _lines(form: PageForm) -> Iterator[PaperLine]:
    for look in _looks(form):
        choices = tuple(_to_tick(each) for each in look.choices if each.value)
        is_ticked = look.component in _TICKED and len(choices) <= MOST_TO_TICK
        is_date = look.component is Component.DATE
        rows = (look.parameters or {}).get("rows", _ROWS) if look.component is Component.TEXTAREA else 1
        yield PaperLine(
            label=translated(look.label),
            hint=translated(look.hint),
            lines=0 if is_ticked or is_date else int(str(rows)),
            is_date=is_date,
            choices=choices if is_ticked else (),
            of_several=look.component is Component.CHECKBOXES,
        )


def _looks(form: PageForm) -> Iterable[Look]:
    """Each box once: the web shows two in the same words, to one person or to another."""
    looks = (look_of(field) for name, field in form.fields.items() if name not in OF_A_LIST)
    return {look.label: look for look in looks}.values()


def _to_tick(choice: Choice) -> str:
    return ". ".join(translated(words) for words in (choice.text, choice.hint) if words)
